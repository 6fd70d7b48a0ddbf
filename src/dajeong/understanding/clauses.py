"""Where one message holds several matters: its clauses."""

import re

from dajeong.understanding.language import TOKEN
from dajeong.understanding.speech_act import read_speech_act

# "하고 싶고" goes on with one matter; a clause in -는데, -서, -면 or -니까 only prepares the next one.
_GOES_ON = r"(?!싶|있|계[신셔시]|나서|나면|나니|보니|말)"
# Verbs before -고: not every syllable, because 출고, 광고, 최고 are nouns.
_AND = r"(?<=[하되꾸추내쓰리받주있없않싶같좋싫늦많나했됐났왔갔샀렸겼었았였냈졌쳤꿨썼봤줬켰셨]고)"
_KOREAN_JOINTS = re.compile(
    rf"(?<![도을를])\s(?:그리고|그런데|근데|그리구|글고|아\s?그리고|또|또한|하고{_GOES_ON}|하나\s?더|추가로|아울러|겸사겸사|참고로|아\s?참)\s{_GOES_ON}|"
    rf"[.!?~]+\s+(?=\S)|[\n;]+|{_AND},?\s{_GOES_ON}|(?<=[구고]요),?\s|(?<=면서)\s|(?<!는데|은데|인데|니까)(?<![서면]),\s+"
)
_ENGLISH_JOINTS = re.compile(
    r"[.!?]+\s+(?=\S)|[\n;]+|,?\s(?:and (?:(?:i|we)(?:'d)? )?also|and then|and|also|but also|but|plus|additionally|"
    r"by the way|one more thing|another thing|as well as)[,:]?\s",
    re.IGNORECASE,
)
_SHORTEST = 4
_MOST = 4
# A clause that is most of the message says nothing that the whole does not.
_NEARLY_ALL = 0.6
_EMPTY_ACTS = ("greeting", "thanks", "yes", "no")


def split_clauses(text: str) -> tuple[str, ...]:
    """The clauses of ``text`` that are worth reading on their own, in order: none when it holds one matter only.

    At most four, each of four or more letters; greetings, thanks, bare answers and personal-data tokens are left out.
    """
    bare = TOKEN.sub(" ", text).strip()
    joints = _KOREAN_JOINTS if re.search(r"[가-힣]", text) else _ENGLISH_JOINTS
    parts = [part.strip(" ,.") for part in joints.split(bare) if part and part.strip()]
    kept = [part for part in parts if _letters(part) >= _SHORTEST and read_speech_act(part) not in _EMPTY_ACTS]
    if not kept or (len(kept) == 1 and _letters(kept[0]) >= _NEARLY_ALL * _letters(text) and bare == text.strip()):
        return ()
    return tuple(kept[:_MOST])


def _letters(text: str) -> int:
    return len(re.sub(r"\W", "", text))
