"""Reviews empathy: every negative feeling is met, a neutral question is not pitied, every move has words."""

from dajeong.conversation.move import CONTENT_MOVES
from dajeong.conversation.reading import NEGATIVE_EMOTIONS, Emotion
from dajeong.playbook.empathy import Policy
from dajeong.playbook.feelings_table import first_message
from dajeong.playbook.review.sight import Sight
from dajeong.playbook.review.variables import variables_in


def review_feelings(sight: Sight) -> None:
    """Note feelings without an answer and moves without words."""
    if not sight.whole("empathy"):
        return
    for emotion in NEGATIVE_EMOTIONS:
        met = (_policy(sight, emotion, strength) for strength in (0.3, 0.5, 0.7, 0.9))
        if not all(policy is not None and policy.feeling_moves for policy in met):
            sight.wrong(("empathy", "policies"), "missing_policy", word=emotion)
    calm = _policy(sight, "neutral", 0.0)
    if calm is not None and calm.feeling_moves:
        sight.wrong(("empathy", "policies", _number(sight, calm.id)), "pity", word=calm.id)
    _moves(sight)
    _wordings(sight)


def _policy(sight: Sight, emotion: Emotion, strength: float) -> Policy | None:
    """The policy an ordinary first message with this feeling meets."""
    felt = first_message(emotion, strength, sight.playbook.language)
    return next((each for each in sight.playbook.empathy.policies if each.when.met_by(felt)), None)


def _number(sight: Sight, policy_id: str) -> int:
    written = sight.draft.written.empathy.get("policies", ())
    return next((number for number, each in enumerate(written) if each.get("id") == policy_id), 0)


def _moves(sight: Sight) -> None:
    empathy = sight.playbook.empathy
    worded = {wording.move for wording in empathy.wordings}
    for number, written in enumerate(sight.draft.written.empathy.get("policies", ())):
        forbidden = written.get("forbidden", ())
        for place, move in enumerate(written.get("moves", ())):
            at = ("empathy", "policies", number, "moves", place)
            if move in forbidden:
                sight.wrong(at, "against_itself", word=move)
            # The step's own words serve the moves of content; an offer of a person has a line of its own.
            if move not in worded and move not in CONTENT_MOVES and move != "offer_person":
                sight.wrong(at, "move_without_words", word=move)


def _wordings(sight: Sight) -> None:
    """The team's own acknowledgements name what they are about, by a variable or by standing for one matter only."""
    narrow = {"matter", "scenario", "intent", "happened"}
    for number, written in enumerate(sight.draft.written.empathy.get("wordings", ())):
        if written.get("move") not in ("acknowledge", "validate") or "say" not in written:
            continue
        names = {name for text in written["say"].texts() for name, _ in variables_in(text)}
        own = written["when"].names() if "when" in written else frozenset()
        by_feeling = {"emotion", "fatigue", "urgency", "repeated"} & own
        if not names and not (narrow & own) and not by_feeling:
            sight.wrong(("empathy", "wordings", number, "say"), "names_nothing", word=str(written.get("id", "")))
