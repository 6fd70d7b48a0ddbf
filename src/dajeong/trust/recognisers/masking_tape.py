"""The library maskingtape behind the port: rules for Korean personal data."""

from collections.abc import Sequence

from maskingtape import Pipeline

from dajeong.conversation.token import PersonalDataKind
from dajeong.trust.personal_data import Found
from dajeong.trust.recognisers.foreigners import resident_or_foreigner
from dajeong.trust.recognisers.name_words import NOT_NAMES
from dajeong.trust.recognisers.places import pins_a_home

_KINDS: dict[str, PersonalDataKind] = {
    "rrn": "resident_number",
    "passport": "passport",
    "driver_license": "driver_license",
    "phone": "phone",
    "email": "email",
    "address": "address",
    "card": "card",
    "account": "account",
    "biz_reg": "business_number",
    "name": "name",
    "birth_date": "birth_date",
}


class MaskingTape:
    """Finds Korean numbers, addresses and names that stand beside a cue (maskingtape, Apache-2.0)."""

    def __init__(self) -> None:
        self._pipeline = Pipeline()

    def find(self, text: str) -> Sequence[Found]:
        """Return what maskingtape finds; a kind it may add later becomes ``personal``."""
        return [
            Found(resident_or_foreigner(_KINDS.get(d.kind, "personal"), d.text), d.start, d.end, d.text)
            for d in self._pipeline.scan(text)
            if not (d.kind == "name" and d.text in NOT_NAMES) and not (d.kind == "address" and not pins_a_home(d.text))
        ]
