"""The library ko-pii behind the port, for numbers and e-mail addresses only."""

import re
from collections.abc import Sequence

from ko_pii import detect_all

from dajeong.conversation.token import PersonalDataKind
from dajeong.trust.personal_data import Found
from dajeong.trust.recognisers.foreigners import resident_or_foreigner
from dajeong.trust.recognisers.places import pins_a_home

# Its detector of names is left out: it takes everyday nouns for people ("주문번호", "신여권").
_KINDS: dict[str, PersonalDataKind] = {
    "RRN": "resident_number",
    "FRN": "foreigner_number",
    "BUSINESS_REG": "business_number",
    "CORP_REG": "business_number",
    "DRIVER_LICENSE": "driver_license",
    "CARD": "card",
    "ACCOUNT": "account",
    "PASSPORT": "passport",
    "PHONE": "phone",
    "FAX": "phone",
    "EMAIL": "email",
    "VEHICLE": "vehicle",
    "ADDRESS": "address",
    "DT_BIRTH": "birth_date",
    "MEDICAL_INSURANCE": "personal",
}
_SURE_ENOUGH = 0.7
# All its remaining kinds hold a digit or an @: without one the whole library is spared.
_WORTH_ASKING = re.compile(r"[\d@＠]|골뱅이")


class KoPii:
    """Finds numbers in disguise: spaced digits, vehicles, checksummed business numbers (ko-pii, MIT)."""

    def __init__(self) -> None:
        # Its dictionaries load on the first call with a name in it; that must not be a customer's call.
        detect_all("처음 한 번은 사전을 읽어요 010-0000-0000")

    def find(self, text: str) -> Sequence[Found]:
        """Return what ko-pii is at least 0.7 sure of, unless the text has neither digit nor @."""
        if not _WORTH_ASKING.search(text):
            return ()
        return [
            Found(resident_or_foreigner(_KINDS[d.label], d.text), d.start, d.end, d.text)
            for d in detect_all(text, include=_KINDS)
            if d.confidence >= _SURE_ENOUGH and (d.label != "ADDRESS" or pins_a_home(d.text))
        ]
