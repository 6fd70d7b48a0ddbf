"""Looks at every reply before it is sent, and says which rule it breaks."""

from collections.abc import Iterator
from dataclasses import dataclass

from dajeong.conversation.reply import Refusal
from dajeong.playbook.plan import Plan
from dajeong.playbook.playbook import Playbook
from dajeong.wording.composer import choose
from dajeong.wording.design import Remarks, has_foreign_letters, is_backed, remarks_on
from dajeong.wording.draft import Draft, Part
from dajeong.wording.facts import unbound_links, unbound_numbers
from dajeong.wording.length import is_too_long
from dajeong.wording.matter import names_matter
from dajeong.wording.situation import Situation
from dajeong.wording.template import can_fill, design_only, fill, template
from dajeong.wording.truth import says_it_is_an_ai

# Stable names: they are kept in the log and counted. Rules of ``language.finding`` with severity "error" join them.
RULES: dict[str, str] = {
    "empty": "Nothing is said.",
    "stray_words": "The text holds words that belong to no part.",
    "unplanned_move": "A move was made that the plan does not have.",
    "forbidden_move": "The policy forbids this move for how the customer feels.",
    "humour": "A joke, and the customer is not content or the persona is not humorous.",
    "move_order": "The moves do not stand in the order of plan and policy.",
    "move_missing": "A move of the plan is missing although there are words for it.",
    "reply_too_long": "The reply is longer than plan, policy or persona allow.",
    "repeated_feeling": "The customer has heard this sympathy before.",
    "names_no_matter": "The acknowledgement could name what happened and does not.",
    "unfilled": "A variable has no value.",
    "unbound_number": "A number, amount or date comes from no bound value and no design.",
    "unbound_link": "An address comes from no bound value and no design.",
    "unbacked_promise": "A promise that nothing in this turn keeps.",
    "never_say": "A word the persona never says.",
    "claims_human": "It says a person is writing.",
    "wrong_language": "It is not in the playbook's language.",
    "no_notice": "The first words do not say that this is an AI.",
    "no_hotline": "Words for somebody in danger without the team's hotline.",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule and the part that breaks it; ``place`` is None when it is the whole draft."""

    rule: str
    place: int | None = None


class Guard:
    """The last look at a reply. It keeps nothing and asks nobody: the same draft always gets the same answer."""

    def check(self, draft: Draft, plan: Plan, playbook: Playbook) -> tuple[Refusal, ...]:
        """Every broken rule with the wording that broke it, without the words; empty for a reply that may be sent."""
        return as_refusals(self.faults(draft, Situation(plan, playbook)), draft)

    def faults(self, draft: Draft, situation: Situation) -> tuple[Fault, ...]:
        """As ``check``, with the place of each fault, so that a reply can be mended instead of thrown away."""
        if not draft.text.strip() or any(not part.text.strip() for part in draft.parts):
            return (Fault("empty"),)
        if draft.text != Draft.of(draft.parts).text:
            return (Fault("stray_words"),)
        designs = tuple(designed_text(part, situation) for part in draft.parts)
        return (
            *_moves(draft, situation),
            *_feelings(draft, designs, situation),
            *_whole(draft, designs, situation),
            *(
                Fault(rule, place)
                for place, (part, design) in enumerate(zip(draft.parts, designs, strict=True))
                for rule in dict.fromkeys(_words(part, design, situation))
            ),
        )


def as_refusals(faults: tuple[Fault, ...], draft: Draft) -> tuple[Refusal, ...]:
    """What the log keeps of ``faults``: the rule and the wording, each pair once."""
    pairs = ((one.rule, "" if one.place is None else draft.parts[one.place].wording) for one in faults)
    return tuple(Refusal(rule=rule, wording=wording) for rule, wording in dict.fromkeys(pairs))


def designed_text(part: Part, situation: Situation) -> str | None:
    """The template ``part`` was filled from; None when its words are not exactly a design of its planned move."""
    planned = situation.planned(part)
    if planned is None or all(wording != part.wording for wording, _ in planned.wordings):
        return None
    text = situation.design(part.wording, part.variant)
    if text is None or not can_fill(text, situation.values):
        return None
    return text if fill(text, situation.values, language=situation.playbook.language) == part.text else None


def _moves(draft: Draft, situation: Situation) -> Iterator[Fault]:
    places: list[int] = []
    for place, part in enumerate(draft.parts):
        if part.move in situation.forbidden:
            yield Fault("forbidden_move", place)
        elif part.move == "lighten" and not situation.may_lighten:
            yield Fault("humour", place)
        at = situation.place_of(part, after=set(places))
        if at is None:
            yield Fault("unplanned_move", place)
            continue
        if places and at < max(places):
            yield Fault("move_order", place)
        places.append(at)
    yield from _against_policy(draft, situation)
    said = {text for part in draft.parts if (text := situation.design(part.wording, part.variant))}
    for number, planned in enumerate(situation.plan.moves):
        if number in places or situation.is_out_of_place(planned):
            continue
        feeling = situation.meets_feeling(planned)
        if not feeling and not planned.must:
            continue
        missing = choose(planned, situation, said)
        if missing is None:
            # A feeling may have nothing new to say; facts that must be said may not be lost in silence.
            if not feeling:
                yield Fault("move_missing")
            continue
        words = fill(missing.template, situation.values, language=situation.playbook.language)
        if not feeling or len(draft.text) + 1 + len(words) <= situation.longest:
            yield Fault("move_missing")


def _against_policy(draft: Draft, situation: Situation) -> Iterator[Fault]:
    if situation.policy is None:
        return
    order = {move: number for number, move in reversed(tuple(enumerate(situation.policy.moves)))}
    highest = -1
    for place, part in enumerate(draft.parts):
        if part.move not in order or not situation.is_feeling(part):
            continue
        if order[part.move] < highest:
            yield Fault("move_order", place)
        highest = max(highest, order[part.move])


def _feelings(draft: Draft, designs: tuple[str | None, ...], situation: Situation) -> Iterator[Fault]:
    said: set[str] = set()
    for place, (part, design) in enumerate(zip(draft.parts, designs, strict=True)):
        if not situation.is_feeling(part):
            continue
        words = design or part.text
        if words in situation.heard or words in said or (part.wording, part.variant) in situation.plan.used:
            yield Fault("repeated_feeling", place)
        said.add(words)
        if part.move == "acknowledge" and not names_matter(words, situation.values) and _could_name(part, situation):
            yield Fault("names_no_matter", place)


def _could_name(part: Part, situation: Situation) -> bool:
    if not part.variant:
        return True
    planned = situation.planned(part)
    better = choose(planned, situation) if planned else None
    return better is not None and names_matter(better.template, situation.values)


def _whole(draft: Draft, designs: tuple[str | None, ...], situation: Situation) -> Iterator[Fault]:
    if is_too_long(draft, situation, designed=None not in designs):
        yield Fault("reply_too_long")
    plan, playbook = situation.plan, situation.playbook
    if plan.purpose == "notice" and not says_it_is_an_ai(draft.text, playbook.language):
        yield Fault("no_notice")
    if plan.purpose == "danger" and playbook.hotline and playbook.hotline not in draft.text:
        yield Fault("no_hotline")


def _words(part: Part, design: str | None, situation: Situation) -> Iterator[str]:
    playbook = situation.playbook
    if design is not None:
        own = design_only(design, situation.values.designed(), language=playbook.language)
    else:
        own = part.text
        yield from _undesigned(part, situation)
    remarks = remarks_on(own, playbook.language, playbook.persona.speech_level, playbook.persona.never_say)
    yield from remarks.rules
    yield from _promises(remarks, part, situation.plan)


def _promises(remarks: Remarks, part: Part, plan: Plan) -> Iterator[str]:
    # Asking for a person is always honoured, so an offer of one may speak of connecting.
    backed = (*plan.backed, "handoff") if part.move == "offer_person" else plan.backed
    if any(not is_backed(kind, matter, backed) for kind, matter in remarks.promises):
        yield "unbacked_promise"


def _undesigned(part: Part, situation: Situation) -> Iterator[str]:
    bound = situation.values.everything()
    if any(not any(f"{{{name}}}" in value for value in bound) for name in template(part.text).names):
        yield "unfilled"
    planned = situation.planned(part)
    written = (text for _, wording in (planned.wordings if planned else ()) for text in wording.texts())
    language = situation.playbook.language
    sources = (
        *bound,
        *(fill(text, situation.values, language=language) for text in written if can_fill(text, situation.values)),
    )
    if unbound_numbers(part.text, sources):
        yield "unbound_number"
    if unbound_links(part.text, sources):
        yield "unbound_link"
    if has_foreign_letters(part.text) and not any(has_foreign_letters(source) for source in sources):
        yield "wrong_language"
