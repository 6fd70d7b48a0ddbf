"""From a plan to a reply that may be sent: composed, looked at, mended where it can be, and safe where it cannot."""

from collections.abc import Iterable, Set

from dajeong.conversation.reply import Refusal
from dajeong.playbook.plan import Plan
from dajeong.playbook.playbook import Playbook
from dajeong.wording.composer import Composer, TemplateComposer, choose
from dajeong.wording.design import promised
from dajeong.wording.draft import Draft, Part, Worded
from dajeong.wording.guard import Fault, Guard, as_refusals, designed_text
from dajeong.wording.length import shortened
from dajeong.wording.safe import safe_reply
from dajeong.wording.situation import Situation
from dajeong.wording.template import fill

Pairs = Set[tuple[str, str]]

# Each round takes other words for what was refused; after that the feeling is left out and the facts are kept.
ROUNDS = 3
# Faults of the whole draft that new parts can heal; the rest asks for a new draft.
_HEALED_BY_PARTS = ("move_missing", "reply_too_long")
# Faults of a place, not of the words that stand there.
_NOT_ABOUT_WORDS = ("move_order", "unplanned_move", "repeated_feeling")


def word_reply(plan: Plan, playbook: Playbook, composer: Composer, guard: Guard) -> Worded:
    """Word ``plan`` so that the guard has nothing against it; ``refused`` tells what it had against earlier drafts.

    A refused feeling is said in other words or left out and the facts stay; refused facts that have no other designed
    words are replaced by the safe line. The result always has words.
    """
    draft = composer.compose(plan, playbook)
    refused: list[Refusal] = []
    for _ in range(ROUNDS):
        situation = Situation(plan, playbook)
        faults = guard.faults(draft, situation)
        if not faults:
            return _worded(draft, refused, situation)
        refused.extend(as_refusals(faults, draft))
        # Right words in a wrong place are kept.
        faulty = {one.place for one in faults if one.place is not None and one.rule != "move_order"}
        bad = _bad_designs(draft, faults, situation)
        # What was refused counts as used up, so that it is not chosen again.
        plan = plan.model_copy(update={"used": plan.used | bad})
        mended = _mended(draft, faults, faulty, bad, Situation(plan, playbook))
        if mended is None:
            break
        draft = mended
    return _facts_or_safe(plan, playbook, guard, refused)


def _bad_designs(draft: Draft, faults: tuple[Fault, ...], situation: Situation) -> Pairs:
    # A model's own words say nothing against the design they claim to come from.
    wrong = {one.place for one in faults if one.place is not None and one.rule not in _NOT_ABOUT_WORDS}
    parts = (draft.parts[place] for place in wrong)
    return frozenset((one.wording, one.variant) for one in parts if designed_text(one, situation) is not None)


def _mended(
    draft: Draft, faults: tuple[Fault, ...], faulty: Set[int], bad: Pairs, situation: Situation
) -> Draft | None:
    """``draft`` with other words for its faulty and missing moves, in the plan's order; None when facts have no others."""
    if any(one.place is None and one.rule not in _HEALED_BY_PARTS for one in faults):
        return TemplateComposer().compose(situation.plan, situation.playbook)
    kept: dict[int, Part] = {}
    for place, part in enumerate(draft.parts):
        at = situation.place_of(part, after=set(kept))
        if at is not None and place not in faulty:
            kept[at] = part
    said: set[str] = set()
    for at, planned in enumerate(situation.plan.moves):
        if at in kept or situation.is_out_of_place(planned):
            continue
        chosen = choose(planned, situation, said)
        if chosen is not None and (chosen.wording, chosen.variant) not in bad:
            said.add(chosen.template)
            words = fill(chosen.template, situation.values, language=situation.playbook.language)
            kept[at] = Part(planned.move, chosen.wording, chosen.variant, words)
        elif planned.must and not situation.meets_feeling(planned):
            return None
    return shortened(Draft.of(tuple(kept[at] for at in sorted(kept))), situation)


def _facts_or_safe(plan: Plan, playbook: Playbook, guard: Guard, refused: list[Refusal]) -> Worded:
    situation = Situation(plan, playbook)
    facts = tuple(planned for planned in plan.moves if not situation.meets_feeling(planned))
    bare = plan.model_copy(update={"moves": facts})
    draft = TemplateComposer().compose(bare, playbook)
    if facts and not guard.check(draft, bare, playbook):
        return _worded(draft, refused, Situation(bare, playbook))
    draft = safe_reply(plan, playbook)
    return Worded(draft.text, draft.parts, _once(refused), designed=True, replaced=True)


def _worded(draft: Draft, refused: list[Refusal], situation: Situation) -> Worded:
    designed = all(designed_text(part, situation) is not None for part in draft.parts)
    promises = promised(draft.text, situation.playbook.language, situation.plan.backed)
    return Worded(draft.text, draft.parts, _once(refused), designed=designed, promises=promises)


def _once(refused: Iterable[Refusal]) -> tuple[Refusal, ...]:
    pairs = dict.fromkeys((one.rule, one.wording) for one in refused)
    return tuple(Refusal(rule=rule, wording=wording) for rule, wording in pairs)
