"""Walking nested values that come from actions and slots, and what their field names give away."""

import re
from collections.abc import Iterator, Mapping, Sequence

from dajeong.conversation.token import PersonalDataKind
from dajeong.errors import DajeongError
from dajeong.trust.recognisers.names import looks_like_a_name

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]

DEEPEST = 32
MOST_STRINGS = 5_000
MOST_CHARACTERS = 200_000
# A whole number this long may be a phone, card or account that lost its form.
_LONG_NUMBER = 9

_NAMED_FIELDS: tuple[tuple[PersonalDataKind, str], ...] = (
    (
        "phone",
        r"(?:.*_)?(?:phone|mobile|tel|telephone|cell|fax)(?:_?(?:number|no))?|.*(?:전화|휴대폰|연락처)(?:\s?번호)?",
    ),
    ("email", r"(?:.*_)?e_?mail(?:_address)?|.*(?:이메일|메일\s?주소)"),
    ("address", r"(?:.*_)?(?:address|addr|street)(?:_?(?:line)?_?\d)?|.*(?:배송지|주소)"),
    ("card", r"(?:.*_)?(?:card|pan)_?(?:number|no)|.*카드\s?번호"),
    ("account", r"(?:bank_)?account_?(?:number|no)|iban|.*계좌(?:\s?번호)?"),
    ("resident_number", r"(?:rrn|resident(?:_registration)?_(?:number|no)|ssn)|.*주민(?:등록)?\s?번호"),
    ("birth_date", r"(?:birth|birth_?date|birthday|dob|date_of_birth)|.*(?:생년월일|생일)"),
    ("passport", r"passport(?:_(?:number|no))?|.*여권\s?번호"),
    ("vehicle", r"(?:license_)?plate(?:_(?:number|no))?|.*차량\s?번호"),
    (
        "name",
        r"(?:customer|recipient|receiver|sender|holder|owner|user|contact|full|first|last|family|given|courier|driver)"
        r"_?name|recipient|receiver|.*(?:성명|성함|예금주|수령인|받는\s?(?:사람|분)|고객명|주문자명?|기사\s?이름)",
    ),
)
_FIELDS = tuple((kind, re.compile(pattern)) for kind, pattern in _NAMED_FIELDS)
# A field merely called "name" may be that of a plan or a product: there the value must look like a person's.
_PLAIN_NAME = re.compile(r"name|이름")


class ValuesUnreadable(DajeongError):
    """Values that are not JSON, are nested too deep or are too much to be searched."""

    code = "values_unreadable"
    status = 422


def strings_of(values: Mapping[str, Value]) -> Iterator[tuple[str, str | None]]:
    """Yield every text of nested values in a fixed order with the field it stands in; keys come with no field.

    Whole numbers of nine digits and more are texts too. Raises ``ValuesUnreadable``.
    """
    count = characters = 0
    for text, key in _walk(values, None, 0):
        count, characters = count + 1, characters + len(text)
        if count > MOST_STRINGS or characters > MOST_CHARACTERS:
            raise ValuesUnreadable("The values are too much to be searched for personal data. Return fewer of them.")
        yield text, key


def rebuilt(values: Mapping[str, Value], texts: Sequence[str]) -> dict[str, Value]:
    """Return ``values`` with the texts of ``strings_of`` replaced, in the same order.

    A long number stays a number when its text did not change.
    """
    rest = iter(texts)
    built = _rebuild(values, rest)
    assert isinstance(built, dict)
    return built


def whole_field(key: str, text: str) -> PersonalDataKind | None:
    """Return what a value is by the name of its field alone, or None when the name tells nothing."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])|[\s-]+", "_", key.strip()).lower()
    if not re.search(r"[^\W_]", text):
        return None
    if _PLAIN_NAME.fullmatch(name):
        return "name" if looks_like_a_name(text) else None
    kind = next((kind for kind, pattern in _FIELDS if pattern.fullmatch(name)), None)
    # "전화번호": "없음" says something that must stay readable.
    return kind if kind in ("name", "address") or re.search(r"[\d@]", text) else None


def _walk(value: Value, key: str | None, depth: int) -> Iterator[tuple[str, str | None]]:
    if depth > DEEPEST:
        raise ValuesUnreadable(f"The values are nested deeper than {DEEPEST} levels. Return flatter ones.")
    if isinstance(value, str):
        yield value, key
    elif _is_long_number(value):
        yield str(value), key
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if not isinstance(name, str):
                raise ValuesUnreadable("A field name is not text. Return JSON.")
            yield name, None
            yield from _walk(inner, name, depth + 1)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _walk(inner, key, depth + 1)
    elif not (value is None or isinstance(value, bool | int | float)):
        raise ValuesUnreadable("A value is neither text, number, truth, list nor object. Return JSON.")


def _rebuild(value: Value, rest: Iterator[str]) -> Value:
    if isinstance(value, str):
        return next(rest)
    if _is_long_number(value):
        text = next(rest)
        return value if text == str(value) else text
    if isinstance(value, Mapping):
        return {next(rest): _rebuild(inner, rest) for inner in value.values()}
    if isinstance(value, list | tuple):
        return [_rebuild(inner, rest) for inner in value]
    return value


def _is_long_number(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and len(str(abs(value))) >= _LONG_NUMBER
