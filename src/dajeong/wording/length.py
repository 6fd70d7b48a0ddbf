"""Keeps a reply as short as its policy asks without losing the facts or the first kind word."""

from dajeong.wording.draft import Draft
from dajeong.wording.situation import Situation

# Nobody reads more in one bubble, whatever was bound; longer words belong in a link or in two steps.
HARD_LIMIT = 2000


def optional(draft: Draft, situation: Situation) -> tuple[int, ...]:
    """Places of the parts the reply can do without, the most wanted first.

    The first feeling and what must be said are never among them: further feelings are wanted most, then moves that
    need not be made, then a joke.
    """
    places = range(len(draft.parts))
    feelings = [place for place in places if situation.is_feeling(draft.parts[place])]
    others = [place for place in places if place not in feelings]
    jokes = [place for place in others if draft.parts[place].move == "lighten"]
    spare = [place for place in others if place not in jokes and not situation.is_needed(draft.parts[place])]
    found = (*feelings[1:], *spare, *jokes)
    # Something has to be said.
    return found if len(found) < len(places) else found[1:]


def is_too_long(draft: Draft, situation: Situation, *, designed: bool) -> bool:
    """Whether ``draft`` holds more than it should: the facts in the team's own words are never too long by themselves."""
    length = len(draft.text)
    if length <= situation.longest:
        return False
    return length > HARD_LIMIT or not designed or bool(optional(draft, situation))


def shortened(draft: Draft, situation: Situation) -> Draft:
    """``draft`` with as many of its optional parts as there is room for."""
    if len(draft.text) <= situation.longest:
        return draft
    wanted = optional(draft, situation)
    kept = set(range(len(draft.parts))).difference(wanted)
    for place in wanted:
        if len(_only(draft, kept | {place}).text) <= situation.longest:
            kept.add(place)
    return _only(draft, kept)


def _only(draft: Draft, places: set[int]) -> Draft:
    return Draft.of(tuple(part for place, part in enumerate(draft.parts) if place in places))
