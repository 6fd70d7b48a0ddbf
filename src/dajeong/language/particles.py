"""Gives every inserted word its right Korean particle: 주문번호 1234를, VIP를, 35,000원을."""

import re
import unicodedata

# after a final consonant, after a vowel
_PAIRS: dict[str, tuple[str, str]] = {}
for _closed, _open in (
    ("을", "를"), ("이", "가"), ("은", "는"), ("과", "와"), ("아", "야"), ("으로", "로"), ("이라", "라"),
    ("이나", "나"),
    ("이랑", "랑"), ("이며", "며"), ("이든", "든"), ("이고", "고"), ("이에요", "예요"), ("이었", "였"), ("이여", "여"),
):  # fmt: skip
    for _name in (
        _closed,
        _open,
        f"{_closed}/{_open}",
        f"{_open}/{_closed}",
        f"{_closed}({_open})",
        f"{_open}({_closed})",
    ):
        _PAIRS.setdefault(_name, (_closed, _open))
for _rest in ("라", "나", "랑", "며", "든", "고", "여"):
    _PAIRS[f"(이){_rest}"] = (f"이{_rest}", _rest)
_PAIRS["(으)로"] = ("으로", "로")
_PAIRS["(이)에요"] = _PAIRS["이(에)요"] = ("이에요", "예요")
_PAIRS["(이)었"] = ("이었", "였")

_NONE, _RIEUL, _OTHER = 0, 8, 1
# 영/공 일 이 삼 사 오 육 칠 팔 구; a final zero is 십, 백, 천, 만 or 공: closed in any case.
_DIGITS = (_OTHER, _RIEUL, _NONE, _OTHER, _NONE, _NONE, _OTHER, _RIEUL, _RIEUL, _NONE)
_LETTERS = {"l": _RIEUL, "m": _OTHER, "n": _OTHER, "r": _RIEUL}
_UNITS = {unit: _OTHER for unit in ("kg", "g", "mg", "KG")} | {
    unit: _NONE for unit in ("L", "l", "mL", "ml", "m", "cm", "mm", "km", "GB", "MB", "TB", "KB", "kcal", "min")
}
_CURRENCY_BEFORE = {"₩": _OTHER, "¥": _OTHER, "$": _NONE, "€": _NONE, "£": _NONE}
_SIGNS = {
    "%": _NONE,
    "℃": _NONE,
    "°": _NONE,
    "+": _NONE,
    "㎏": _OTHER,
    "㎝": _NONE,
    "㎡": _NONE,
    "#": _OTHER,
    "&": _NONE,
}
# English words whose usual Korean spelling does not follow the rule below.
_WORDS = {"kit": _NONE, "set": _NONE, "wifi": _NONE, "type": _OTHER, "nike": _NONE, "e-mail": _RIEUL, "check": _NONE}

_ROUND = re.compile(r"(?<=\S)\s?\([^()]*\)$")
_LATIN_TAIL = re.compile(r"(?P<number>\d[\d.,]*\s?)?(?P<word>[A-Za-z]+)$")
_MONEY_TAIL = re.compile(r"([₩¥$€£])\s?\d[\d.,]*$")

_NOTATION = re.compile(
    r"(?P<paren>을\(를\)|를\(을\)|이\(가\)|가\(이\)|은\(는\)|는\(은\)|과\(와\)|와\(과\)|으로\(로\)|로\(으로\))"
    r"|(?<=\S)\(으\)|(?<=\S)\(이\)(?P<after>에요|었)?"
    r"|(?<=\S)(?P<slash>을/를|를/을|이/가|가/이|은/는|는/은|과/와|와/과|으로/로|로/으로|이에요/예요|예요/이에요"
    r"|이라/라|이나/나|이랑/랑)(?![가-힣/])"
)


def attach(word: str, particle: str) -> str:
    """``word`` with the form of ``particle`` that its last sound asks for.

    ``particle`` may be any form or notation: "를", "을/를", "을(를)", "(으)로", "이에요". Numbers, letters,
    units, money and closing quotes are read aloud; what stands in round brackets is not, so the word before
    them decides (온라인가나다, 국립국어원). A word that cannot be read keeps the notation: "🙂을(를)".
    Raises ``ValueError`` for a particle that has no two forms.
    """
    forms = _PAIRS.get(particle)
    if forms is None:
        raise ValueError(f"'{particle}' is not a particle with two forms; use one such as 을/를 or (으)로.")
    ending = last_sound(word)
    if ending is None:
        return f"{word}{forms[0]}({forms[1]})" if forms[0] != "으로" else f"{word}(으)로"
    return word + _form(forms, ending)


def _form(forms: tuple[str, str], ending: int) -> str:
    if ending == _NONE or (ending == _RIEUL and forms[0] == "으로"):
        return forms[1]
    return forms[0]


def resolve_particles(text: str) -> str:
    """``text`` with every notation (을(를), 이/가, (으)로, (이)라, 이에요/예요) settled by the word before it.

    A notation whose word cannot be read, or that has none before it, is left as written. Running it twice
    changes nothing more.
    """
    if "(" not in text and "/" not in text:
        return text
    done = ""
    at = 0
    for match in _NOTATION.finditer(text):
        done += text[at : match.start()]
        done += _settled(done, match)
        at = match.end()
    return done + text[at:]


def _settled(before: str, match: re.Match[str]) -> str:
    written = match.group()
    ending = last_sound(before[-80:].rsplit("\n", 1)[-1])
    if ending is None:
        return written
    if written == "(으)":
        return "으" if ending == _OTHER else ""
    if match["paren"] or match["slash"]:
        forms = _PAIRS.get(written)
        return written if forms is None else _form(forms, ending)
    if match["after"]:
        return _form(_PAIRS[written], ending)
    return "" if ending == _NONE else "이"


def last_sound(word: str) -> int | None:
    """0 when the word ends in a vowel, 8 for ㄹ, 1 for another consonant, None when it cannot be read aloud.

    Latin words follow 외래어 표기법 3장 1절 1항: a voiceless stop after a short vowel closes the syllable
    (chat 챗, app 앱), after anything else it does not (support 서포트). A rule of thumb, not a dictionary.
    """
    word = _without_silent_end(word)
    if not word:
        return None
    last = word[-1]
    if "가" <= last <= "힣":
        coda = (ord(last) - 0xAC00) % 28
        return coda if coda in (_NONE, _RIEUL) else _OTHER
    if last.isdecimal():
        money = _MONEY_TAIL.search(word)
        return _CURRENCY_BEFORE[money[1]] if money else _DIGITS[unicodedata.decimal(last)]
    if last in _SIGNS:
        return _SIGNS[last]
    if "ㄱ" <= last <= "ㅎ":
        return _RIEUL if last == "ㄹ" else _OTHER
    if "ㅏ" <= last <= "ㅣ":
        return _NONE
    return _latin_sound(word)


def _without_silent_end(word: str) -> str:
    for _ in range(6):
        word = word.rstrip()
        if word.endswith(")") and (shorter := _ROUND.sub("", word)) != word:
            word = shorter
        elif word and word[-1] not in _SIGNS and unicodedata.category(word[-1])[0] in "PSCM" and len(word) > 1:
            word = word[:-1]
        else:
            break
    return word


def _latin_sound(word: str) -> int | None:
    tail = _LATIN_TAIL.search(unicodedata.normalize("NFKD", word[-30:]).rstrip("\u0300\u0301\u0302\u0303\u0308\u0327"))
    if tail is None:
        return None
    letters = tail["word"]
    if tail["number"] and letters in _UNITS:
        return _UNITS[letters]
    low = letters.lower()
    if low in _WORDS:
        return _WORDS[low]
    if letters.isupper() or len(letters) == 1 or not re.search(r"[aeiouy]", low):
        return _LETTERS.get(low[-1], _NONE)
    return _english_sound(low)


def _english_sound(word: str) -> int:
    if re.search(r"l{1,2}$|[^aeiou]le$|[aiou]le$", word):
        return _RIEUL
    if re.search(r"(?:m|n|ng|[aeiou](?:m|n)e)$", word):
        return _OTHER
    if re.search(r"[aeiou](?:p|b|k|t|c|ck|pp|tt)$", word) and not re.search(r"(?:[aeo]a|ee|oa|ai|igh)[ptkc]$", word):
        return _OTHER
    return _NONE
