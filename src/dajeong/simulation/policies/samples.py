"""Something a customer may answer to a question, for stories that have to get past it."""

from dajeong.conversation.reading import Language
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.slot import Slot, SlotType
from dajeong.simulation.policies.fitting import fitting

_SAID: dict[Language, dict[SlotType, str]] = {
    "ko": {
        "text": "말씀드린 그대로예요",
        "phone": "010-1234-5678",
        "email": "hana@example.com",
        "name": "김하나예요",
        "address": "서울특별시 마포구 양화로 45, 101동 1203호",
        "date": "내일이요",
        "date_range": "내일부터 모레까지요",
        "time": "오후 3시요",
        "time_range": "오후 2시부터 4시까지요",
        "amount": "30,000원이요",
        "number": "2",
        "yes_no": "네",
    },
    "en": {
        "text": "Just as I said",
        "phone": "202-555-0134",
        "email": "hannah@example.com",
        "name": "Hannah Reed",
        "address": "12 Elm Street, Albany, NY 12203",
        "date": "tomorrow",
        "date_range": "from tomorrow to the day after",
        "time": "3 pm",
        "time_range": "from 2 pm to 4 pm",
        "amount": "$30",
        "number": "2",
        "yes_no": "yes",
    },
}


def said_for(slot: Slot, playbook: Playbook) -> str:
    """Return something a customer may say when asked for ``slot``."""
    if slot.options:
        return slot.options[0].label
    if slot.type == "pattern" and slot.pattern in playbook.patterns:
        return fitting(playbook.patterns[slot.pattern])
    return _SAID[playbook.language].get(slot.type, _SAID[playbook.language]["text"])
