"""The empathy policies as a table of emotion and strength: which policy answers each cell, and what it lacks. Pure."""

from collections.abc import Iterator
from typing import Any, Literal

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.move import CONTENT_MOVES, FEELING_MOVES, Move
from dajeong.conversation.reading import EMOTIONS, GROUP_OF, NEGATIVE_EMOTIONS, Emotion, Language
from dajeong.playbook.condition import Bounds, Condition
from dajeong.playbook.empathy import MoveWording, Policy
from dajeong.playbook.own_policy import MadeOwn, made_own
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.shipped import shipped

Column = Literal["slight", "clear", "strong"]
# Where each column begins; it ends where the next one does. Strength is 0-1.
BEGINS: dict[Column, float] = {"slight": 0.0, "clear": 0.4, "strong": 0.6}
# Looked at in a column, the first of them for the cell: a policy may begin or end within one.
_LOOKED_AT: dict[Column, tuple[float, ...]] = {
    "slight": (0.2, 0.05, 0.35),
    "clear": (0.5, 0.4, 0.55),
    "strong": (0.8, 0.6, 0.7, 0.95),
}
# What a cell may lack, from what hurts to what is only to be known.
Lack = Literal["no_feeling", "pity", "no_apology", "person_forbidden", "no_person", "without_words"]


class Lacking(Frozen):
    """Something a policy lacks for a feeling. A note may well be meant so; ``moves`` are those without words."""

    lack: Lack
    severity: Literal["warning", "note"]
    moves: tuple[Move, ...] = ()


class Cell(Frozen):
    """An ordinary first message with one feeling: the policy it meets, by id.

    ``others`` answer the rest of the column. ``words`` are, for each move, the wordings that fit, the most fitting first.
    ``made_own`` is what to write so that the cell is the team's own and everything else stays as it is.
    """

    emotion: Emotion
    column: Column
    policy: str | None
    others: tuple[str, ...]
    words: dict[Move, tuple[str, ...]]
    lacks: tuple[Lacking, ...]
    made_own: MadeOwn


class Row(Frozen):
    """A policy as it stands in the playbook, in the order they are tried.

    ``special`` ones answer no ordinary first message: they need a hurry, a certain matter, a second time. ``replaces``: the
    team's own stands for the shipped one of that id. ``made_own`` is there for a shipped one.
    """

    policy: Policy
    own: bool
    replaces: bool
    special: bool
    lacks: tuple[Lacking, ...]
    made_own: MadeOwn | None


class OfMove(Frozen):
    """Words for a move, and whether the team wrote them."""

    wording: MoveWording
    own: bool


class FeelingsTable(Frozen):
    """Everything the table of empathy policies shows."""

    cells: tuple[Cell, ...]
    policies: tuple[Row, ...]
    wordings: tuple[OfMove, ...]


def first_message(emotion: Emotion, strength: float, language: Language) -> dict[str, Any]:
    """What conditions may look at when an ordinary first message shows this feeling, of this strength from 0 to 1."""
    return {
        "emotion": emotion,
        "mood": GROUP_OF[emotion],
        "mood_so_far": GROUP_OF[emotion],
        "strength": strength,
        "sure": True,
        "trend": "steady",
        "anger_stays": False,
        "urgency": 0.0,
        "fatigue": 0.0,
        "abuse": 0.0,
        "repeated": 0,
        "messages": 1,
        "speech_act": "statement",
        "language": language,
    }


def feelings_table(playbook: Playbook, own: frozenset[str], own_words: frozenset[str] = frozenset()) -> FeelingsTable:
    """Return the table. ``own`` and ``own_words`` are the ids of the policies and words the team wrote itself."""
    default = shipped(playbook.language, playbook.persona.speech_level).empathy
    replaced = frozenset(each.id for each in default.policies) & own
    cells = tuple(_cell(playbook, own, emotion, column) for emotion in EMOTIONS for column in BEGINS)
    return FeelingsTable(
        cells=cells,
        policies=tuple(_rows(playbook, own, replaced, cells)),
        wordings=tuple(OfMove(wording=each, own=each.id in own_words) for each in playbook.empathy.wordings),
    )


def _cell(playbook: Playbook, own: frozenset[str], emotion: Emotion, column: Column) -> Cell:
    met = [_met(playbook, first_message(emotion, each, playbook.language)) for each in _LOOKED_AT[column]]
    policy = met[0]
    felt = first_message(emotion, _LOOKED_AT[column][0], playbook.language)
    # A matter is known when a policy is heard whole; what is narrowed to one matter is none of the table's.
    bound = {**felt, "matter": "…", "happened": "…"}
    moves = policy.moves if policy else ()
    words = {
        move: tuple(each.id for each in playbook.empathy.wordings if each.move == move and each.when.met_by(bound))
        for move in dict.fromkeys((*FEELING_MOVES, "lighten", *moves))
        if move not in (*CONTENT_MOVES, "offer_person")
    }
    others = dict.fromkeys(each.id for each in met[1:] if each is not None and each != policy)
    return Cell(
        emotion=emotion,
        column=column,
        policy=policy.id if policy else None,
        others=tuple(others),
        words=words,
        lacks=tuple(_lacks(policy, emotion, column, words)),
        made_own=made_own(playbook.empathy.policies, own, policy, _of_cell(emotion, column)),
    )


def _met(playbook: Playbook, felt: dict[str, Any]) -> Policy | None:
    return next((each for each in playbook.empathy.policies if each.when.met_by(felt)), None)


def _of_cell(emotion: Emotion, column: Column) -> Condition:
    begins = list(BEGINS.values())
    place = list(BEGINS).index(column)
    bounds = Bounds(at_least=begins[place] or None, less_than=begins[place + 1] if place + 1 < len(begins) else None)
    return Condition(holds={"emotion": emotion, "strength": bounds})


def _lacks(
    policy: Policy | None, emotion: Emotion, column: Column | None, words: dict[Move, tuple[str, ...]] | None = None
) -> Iterator[Lacking]:
    """What this policy lacks for this feeling, from what hurts to what is only to be known."""
    moves, forbidden = (policy.moves, policy.forbidden) if policy else ((), ())
    if emotion not in NEGATIVE_EMOTIONS:
        if emotion == "neutral" and policy is not None and policy.feeling_moves:
            yield Lacking(lack="pity", severity="warning")
    else:
        against = GROUP_OF[emotion] == "against"
        if policy is None or not policy.feeling_moves:
            yield Lacking(lack="no_feeling", severity="warning")
        elif "apologise" not in moves:
            # Who worries is met by knowing and reassuring; who is against us has been done wrong.
            yield Lacking(lack="no_apology", severity="warning" if against else "note")
        if "offer_person" in forbidden:
            yield Lacking(lack="person_forbidden", severity="warning")
        elif "offer_person" not in moves and column == "strong":
            # Whoever stays against us over two messages is offered a person in any case; whoever worries is not.
            yield Lacking(lack="no_person", severity="note" if against else "warning")
    silent = tuple(move for move in moves if words is not None and move in words and not words[move])
    if silent:
        yield Lacking(lack="without_words", severity="warning", moves=silent)


def _rows(playbook: Playbook, own: frozenset[str], replaced: frozenset[str], cells: tuple[Cell, ...]) -> Iterator[Row]:
    for policy in playbook.empathy.policies:
        felt = _feeling_of(policy)
        answers = any(policy.id in (cell.policy, *cell.others) for cell in cells)
        special = not answers and not policy.when.names() <= {"emotion", "mood", "strength"}
        yield Row(
            policy=policy,
            own=policy.id in own,
            replaces=policy.id in replaced,
            special=special,
            lacks=tuple(_lacks(policy, felt, None)) if special and felt else (),
            made_own=None if policy.id in own else made_own(playbook.empathy.policies, own, policy),
        )


def _feeling_of(policy: Policy) -> Emotion | None:
    """The first emotion a policy is for, by what it says itself."""
    for named in policy.answers_to:
        for emotion, group in GROUP_OF.items():
            if named in (emotion, group):
                return emotion
    return None
