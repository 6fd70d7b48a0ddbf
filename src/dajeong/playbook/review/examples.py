"""Reviews examples: enough of them, and none that stands for two intents."""

import re
import unicodedata

from dajeong.playbook.review.sight import Sight

FEWEST = 5
# Faces, laughter, marks and blanks make no difference to what is meant.
_NOISE = re.compile(r"[\W_ㅋㅎㅠㅜ]+")


def review_examples(sight: Sight) -> None:
    """Note intents with too few examples, and examples that say the same."""
    seen: dict[str, str] = {}
    written = sight.draft.written
    for kind, group in (("intents", written.intents), ("answers", written.answers)):
        for name, each in group.items():
            examples = each.get("examples", ())
            whole = sight.places.of(kind, name).file not in sight.draft.broken
            if whole and "examples" in each and len(examples) < FEWEST:
                sight.wrong((kind, name, "examples"), "few_examples", word=name, count=len(examples))
            for number, example in enumerate(examples):
                same = normal(example)
                at = (kind, name, "examples", number)
                if seen.get(same) == name:
                    sight.wrong(at, "example_twice")
                elif same in seen:
                    sight.wrong(at, "example_in_two", other=seen[same])
                else:
                    seen[same] = name


def normal(text: str) -> str:
    """What stays of a message when case, blanks, marks and faces do not count; the text itself when nothing would."""
    # Noise goes first: NFKC turns ㅠ into a letter of another block.
    return unicodedata.normalize("NFKC", _NOISE.sub("", text)).lower() or text
