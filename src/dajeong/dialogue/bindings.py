"""What designed words and conditions may look at: slots, action results, the customer's mood, the matter."""

from typing import Any

from dajeong.conversation.conversation import Conversation, Heard
from dajeong.conversation.reading import Reading
from dajeong.playbook.playbook import Playbook

# A feeling we are not sure of counts towards the mood of the matter only from this strength on.
STRONG = 0.5


def felt(c: Conversation) -> Heard | None:
    """Return the open message that carries the strongest feeling; a button carries none."""
    spoken = [each for each in c.unanswered if each.choice is None and each.reading is not None]
    return max(spoken, key=lambda each: each.reading.emotion.strength if each.reading else 0.0, default=None)


def matter_at_hand(c: Conversation) -> tuple[str, str | None] | None:
    """Return (scenario, intent) of the matter being talked about, or None when there is none."""
    if c.frame is not None:
        return c.frame.scenario, c.frame.intent
    if c.matters and any(place.startswith(f"{c.matters[-1].scenario}.") for place in c.owed):
        return c.matters[-1].scenario, c.matters[-1].intent
    return None


def bindings_of(c: Conversation, playbook: Playbook) -> dict[str, Any]:
    """Return every name words and conditions may use, flat: ``order_number``, ``find_order.status``, ``mood`` ..."""
    heard = felt(c)
    reading = heard.reading if heard and heard.reading else Reading()
    return {
        **c.slots,
        **{f"{action}.{name}": value for action, result in c.results.items() for name, value in result.items()},
        "mood": reading.emotion.group,
        "mood_so_far": _mood_so_far(c),
        "emotion": reading.emotion.dominant,
        "strength": reading.emotion.strength,
        "sure": reading.emotion.sure,
        "trend": c.mood.trend,
        "anger_stays": c.mood.anger_stays,
        "urgency": reading.urgency,
        "fatigue": reading.fatigue,
        "abuse": reading.abuse,
        "speech_act": reading.speech_act,
        "language": c.language,
        "messages": len(c.heard),
        "hotline": playbook.hotline,
        "persona.name": playbook.persona.name,
        **_matter(c, playbook),
    }


def _mood_so_far(c: Conversation) -> str:
    """Return the group of the strongest feeling since the matter at hand began: an order number alone does not end anger."""
    beginnings = [n for n, each in enumerate(c.heard) if each.taken and each.taken.taken_as in ("matter", "clarified")]
    start = c.frame.heard_from if c.frame is not None else beginnings[-1] if beginnings else 0
    spoken = [each.reading.emotion for each in c.heard[start:] if each.reading is not None and each.choice is None]
    moved = [emotion for emotion in spoken if emotion.group != "other" and (emotion.sure or emotion.strength >= STRONG)]
    return max(moved, key=lambda emotion: (emotion.sure, emotion.strength)).group if moved else "other"


def formats_of(playbook: Playbook) -> dict[str, str]:
    """Return how bound values are said: binding name -> value type, money with its currency."""
    # An amount asked of the customer is in the currency the team's systems count in.
    currency = next((action.currency for action in playbook.actions.values()), "KRW")
    said = {form: form for form in ("date", "date_range", "time", "time_range", "number", "choice")}
    said["amount"] = f"money:{currency}"
    formats = {name: said[slot.type] for name, slot in playbook.slots.items() if slot.type in said}
    for action in playbook.actions.values():
        for name, value in action.outputs.items():
            formats[f"{action.name}.{name}"] = f"money:{action.currency}" if value.type == "money" else value.type
    return formats


def _matter(c: Conversation, playbook: Playbook) -> dict[str, Any]:
    at_hand = matter_at_hand(c)
    if at_hand is None:
        return {"repeated": 0}
    name, intent_name = at_hand
    scenario = playbook.scenarios[name]
    intent = playbook.intents.get(intent_name) if intent_name else None
    again = sum(1 for each in c.heard if each.taken and each.taken.taken_as == "same_matter")
    bound: dict[str, Any] = {
        "scenario": name,
        "intent": intent_name,
        "matter": (intent.matter if intent and intent.matter else scenario.matter),
        "repeated": again + sum(1 for matter in c.matters if matter.scenario == name) - 1,
    }
    happened = intent.happened if intent else scenario.happened
    return {**bound, "happened": happened} if happened else bound
