"""What may be known about a piece of personal data without knowing the data."""

from typing import Literal

from dajeong.conversation.frozen import Frozen

PersonalDataKind = Literal[
    "phone",
    "email",
    "name",
    "address",
    "card",
    "account",
    "resident_number",
    "foreigner_number",
    "birth_date",
    "passport",
    "driver_license",
    "vehicle",
    "business_number",
    "personal",
]


class TokenFact(Frozen):
    """A token such as ``[전화 1]`` standing in a text: its kind, where the original is kept, and harmless facts."""

    token: str
    kind: PersonalDataKind
    vault: str
    valid: bool | None = None
    last_four: str | None = None


class SealedValue(Frozen):
    """One row of the vault: the original of a token, encrypted. ``digest`` finds it again; neither tells the value."""

    reference: str
    conversation: str
    token: str
    kind: PersonalDataKind
    digest: str
    sealed: str
    valid: bool | None = None
    last_four: str | None = None
