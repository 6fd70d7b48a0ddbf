"""How a message is heard in the light of the conversation: answer, new matter, correction, wish ..."""

from dajeong.conversation.conversation import Conversation, Heard
from dajeong.conversation.events import AssistantReplied, MessageTaken, TakenAs
from dajeong.conversation.reading import Reading
from dajeong.dialogue.answers import denies, has_a_but, is_settled, only_laughs, value_for
from dajeong.dialogue.choice import is_named, option_of
from dajeong.dialogue.open_question import SURE, answer_to_step, is_bare, waiting_step
from dajeong.language.interjections import only_nods, only_sighs
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.scenario import Ask, Choose
from dajeong.playbook.slot import Slot

# A runner-up this close, with neither sure, is worth a question.
CLOSE = 0.12
# Below this neither is likely enough to be named in a question.
LIKELY = 0.25
# A matter this likely is asked about where none is sure enough to go ahead; beside the next unless so many times as likely.
GUESSED, ALONE = 0.08, 2.0
ABUSIVE = 0.6
# An offered person may be taken up with this many messages.
OFFER_STANDS = 3
# The level of the mood before a message, at or below which praise is doubted.
STILL_AGAINST = -0.2
# Words about what was asked are short; longer ones may name a matter as well.
LONGEST_ABOUT = 20
# These say little: beside a message that carries the conversation on they need no answer of their own.
WEAK = frozenset(
    {
        "greeting",
        "thanks",
        "acknowledged",
        "not_understood",
        "vented",
        "abuse",
        "wait",
        "wrong_answer",
        "unclear_matter",
    }
)
# What is told by its form alone, whatever was asked: a number of the team's own, or of the customer.
OWN = frozenset({"pattern", "phone", "email"})
# The button that says that a matter asked about is not the one.
NO_MATTER = "no_matter"
WISHES: tuple[tuple[str, TakenAs], ...] = (("person", "person"), ("restart", "restart"), ("repeat", "repeat"))


def is_weak(taken: MessageTaken) -> bool:
    """Whether a message taken so may be passed over when another one says more."""
    return taken.taken_as in WEAK


def hear(c: Conversation, playbook: Playbook, heard: Heard) -> MessageTaken:
    """Return how ``heard`` (which has been read) is taken. Every message is taken as something."""
    reading = heard.reading or Reading()
    for listen in LISTENING:
        if (taken := listen(c, playbook, heard, reading)) is not None:
            return taken
    waiting = waiting_step(c, playbook) is not None
    if reading.abuse >= ABUSIVE and not waiting:
        return MessageTaken(message=heard.message, taken_as="abuse")
    if not waiting and (guess := _guess(c, playbook, reading)) is not None:
        return MessageTaken(message=heard.message, taken_as="unclear_matter", detail=guess)
    return MessageTaken(message=heard.message, taken_as="wrong_answer" if waiting else "not_understood")


def _urgent(c: Conversation, playbook: Playbook, heard: Heard, reading: Reading) -> MessageTaken | None:
    if reading.risk != "none":
        return MessageTaken(message=heard.message, taken_as="danger", detail=reading.risk)
    return None


def _pressed(c: Conversation, playbook: Playbook, heard: Heard, reading: Reading) -> MessageTaken | None:
    """A button means exactly what it stands for, whenever it is pressed."""
    if heard.choice is None:
        return None
    kind, _, value = heard.choice.partition(":")
    if kind == "intent" and value in playbook.scenario_of:
        return MessageTaken(message=heard.message, taken_as="clarified", detail=value)
    if kind == "survey" and value in ("1", "2", "3", "4", "5"):
        return MessageTaken(message=heard.message, taken_as="survey", value=value)
    named: dict[str, TakenAs] = {"person": "person", "no_person": "person_declined", NO_MATTER: "not_understood"}
    if heard.choice in named:
        return MessageTaken(message=heard.message, taken_as=named[heard.choice])
    if kind == "solved" and value in ("yes", "no"):
        return MessageTaken(message=heard.message, taken_as="solved" if value == "yes" else "not_solved")
    return None


def _wish(c: Conversation, playbook: Playbook, heard: Heard, reading: Reading) -> MessageTaken | None:
    """Wishes about the conversation itself; a person is always to be had. The words on a button are no wish."""
    if heard.choice is not None:
        return None
    step = waiting_step(c, playbook)
    offered = step.options if isinstance(step, Choose) else ()
    for wish, taken_as in WISHES:
        # "네 다시 보내 주세요" on a button asks for no repeat; a person is had whatever a button says.
        if wish in reading.wishes and (wish == "person" or not is_named(heard, offered)):
            return MessageTaken(message=heard.message, taken_as=taken_as)
    if _takes_the_offer(c, playbook, heard, reading):
        return MessageTaken(message=heard.message, taken_as="person")
    # "이 멍청한 기계야": an insult asks nothing.
    if reading.asks_if_human and (reading.abuse < ABUSIVE or "?" in heard.text):
        return MessageTaken(message=heard.message, taken_as="human_question")
    return None


def _takes_the_offer(c: Conversation, playbook: Playbook, heard: Heard, reading: Reading) -> bool:
    """Whether a request uses the words of an offer made a moment ago: "네, 연결해 주세요"."""
    if c.person_offered_at is None or len(c.heard) - c.person_offered_at > OFFER_STANDS:
        return False
    if heard.choice is not None or reading.intent is not None or reading.speech_act not in ("yes", "request"):
        return False
    words = [word.lower() for word in playbook.lines["person_button"].first[0].split()]
    return any(len(word) >= (4 if word.isascii() else 2) and word in heard.text.lower() for word in words)


def _answer_to_line(c: Conversation, playbook: Playbook, heard: Heard, reading: Reading) -> MessageTaken | None:
    """An answer to a question of our own: a person? which of the two? solved? how was it?"""
    last = c.last_reply
    expects = last.expects if last else None
    act = reading.speech_act
    if expects == "person" and act in ("yes", "no", "cancel") and is_bare(heard):
        return MessageTaken(message=heard.message, taken_as="person" if act == "yes" else "person_declined")
    if expects == "clarify" and last is not None:
        picked = option_of(heard, last.choices)
        if picked is not None and picked.value.startswith("intent:"):
            return MessageTaken(message=heard.message, taken_as="clarified", detail=picked.value.partition(":")[2])
        if (meant := _goes_ahead(playbook, last, heard, reading)) is not None:
            return MessageTaken(message=heard.message, taken_as="clarified", detail=meant)
    # The question stays open for a score though something else was said meanwhile.
    surveyed = c.survey_score is None and c.frame is None and any(r.purpose == "survey" for r in c.replies[-3:])
    if surveyed and (score := heard.text.strip(" 점.!")) in ("1", "2", "3", "4", "5"):
        return MessageTaken(message=heard.message, taken_as="survey", value=score)
    # "네 해결됐어요" answers what was asked, however much it resembles "언제 해결돼요?".
    plain = act == "yes" and is_settled(heard)
    if expects in ("solved", "survey") and (plain or reading.intent is None or reading.confidence < SURE):
        at_ease = reading.emotion.group not in ("against", "worried")
        if (
            act in ("yes", "thanks")
            or (act != "no" and reading.emotion.group == "content")
            or (at_ease and is_settled(heard))
        ):
            return MessageTaken(message=heard.message, taken_as="solved")
        if act == "no":
            return MessageTaken(message=heard.message, taken_as="not_solved")
    return None


def _goes_ahead(playbook: Playbook, last: AssistantReplied, heard: Heard, reading: Reading) -> str | None:
    """Return the one matter that was asked about, when the message brings what it asks for: a yes without the word."""
    intents = [each.value.partition(":")[2] for each in last.choices if each.value.startswith("intent:")]
    if len(intents) != 1 or reading.intent is not None or reading.speech_act == "no" or denies(heard):
        return None
    steps = playbook.scenarios[playbook.scenario_of[intents[0]]].steps
    asked = [playbook.slots[step.slot] for step in steps if isinstance(step, Ask)]
    brought = any(slot.type in OWN and value_for(slot, heard) is not None for slot in asked)
    return intents[0] if brought else None


def _interjection(c: Conversation, playbook: Playbook, heard: Heard, reading: Reading) -> MessageTaken | None:
    """Nothing but a sigh or a nod, where no question of a matter is open: its words resemble matters, and name none."""
    if waiting_step(c, playbook) is not None or heard.choice is not None:
        return None
    if only_sighs(heard.text):
        return MessageTaken(message=heard.message, taken_as="vented")
    asked = c.last_reply is not None and c.last_reply.expects is not None
    if c.matters and not asked and only_nods(heard.text):
        return MessageTaken(message=heard.message, taken_as="acknowledged")
    return None


def _pure_thanks(c: Conversation, playbook: Playbook, heard: Heard, reading: Reading) -> MessageTaken | None:
    """Thanks that ask for nothing open no matter, however much their words resemble one."""
    if (
        reading.speech_act == "thanks"
        and reading.emotion.group == "content"
        and not has_a_but(heard)
        and waiting_step(c, playbook) is None
    ):
        return MessageTaken(message=heard.message, taken_as="thanks")
    return None


def _matter(c: Conversation, playbook: Playbook, heard: Heard, reading: Reading) -> MessageTaken | None:
    """A matter named: a new one, the one at hand again, or one of two we cannot tell apart."""
    if (rivals := _rivals(c, playbook, reading)) is not None:
        return MessageTaken(message=heard.message, taken_as="unclear_matter", detail=" ".join(rivals))
    scenario = playbook.scenario_of.get(reading.intent) if reading.intent else None
    if scenario is None or reading.intent is None:
        return None
    step = waiting_step(c, playbook)
    same = any(frame.scenario == scenario for frame in c.frames)
    # "그게 어디 있더라": a likeness is no reason to leave a question that is open, nor are words about what was asked.
    about_it = isinstance(step, Ask) and _is_about(playbook.slots[step.slot], heard, same)
    # "아니요, 포인트가 궁금해요": who says that this is not it means something else.
    likeness = reading.confidence < SURE and (same or not denies(heard))
    if step is not None and not reading.also and (likeness or about_it):
        return None
    besides = tuple(intent for intent in reading.also if playbook.scenario_of.get(intent, scenario) != scenario)
    return MessageTaken(
        message=heard.message,
        taken_as="same_matter" if same else "matter",
        detail=reading.intent,
        besides=besides,
    )


def _is_about(slot: Slot, heard: Heard, same: bool) -> bool:
    """Whether the words are about what was asked, as in "주문번호가 어디 있는데요?"."""
    name = slot.title.split()[-1]
    return name in heard.text and (same or len(heard.text) <= LONGEST_ABOUT)


def _given(c: Conversation, playbook: Playbook, heard: Heard, reading: Reading) -> MessageTaken | None:
    """A number of the team's own, or of the customer, before we know what for: it is kept and not asked again."""
    if c.frame is not None:
        return None
    for name, slot in playbook.slots.items():
        if slot.type in OWN and (value := value_for(slot, heard)) is not None:
            return MessageTaken(message=heard.message, taken_as="answer", detail=name, value=value)
    return None


def _rivals(c: Conversation, playbook: Playbook, reading: Reading) -> tuple[str, str] | None:
    """Return two intents that lead to different scenarios and are too close to choose between."""
    named = [(each.intent, each.confidence) for each in reading.runners_up]
    if reading.intent is not None:
        named = [(reading.intent, reading.confidence), *(each for each in named if each[0] != reading.intent)]
    if len(named) < 2:
        return None
    (one, first), (other, second) = named[:2]
    ways = {playbook.scenario_of.get(one), playbook.scenario_of.get(other)}
    # Words that are surely about something the team wrote are worth the question even when shared by many.
    least = LIKELY if reading.intent is None else CLOSE
    unsure = least <= first < SURE and first - second < CLOSE
    return (one, other) if unsure and len(ways) == 2 and None not in ways and c.frame is None else None


def _guess(c: Conversation, playbook: Playbook, reading: Reading) -> str | None:
    """Return the intent, or the two, the words may mean, though not surely enough to go ahead. Each is asked about once."""
    near = [each for each in reading.runners_up if each.intent in playbook.scenario_of]
    if not near or near[0].confidence < GUESSED or reading.intent is not None or reading.speech_act in ("yes", "no"):
        return None
    first, *others = near
    if any(choice.value == f"intent:{first.intent}" for reply in c.replies for choice in reply.choices):
        return None
    ways = playbook.scenario_of
    beside = [
        each
        for each in others[:1]
        if first.confidence < ALONE * each.confidence and ways[each.intent] != ways[first.intent]
    ]
    return " ".join(each.intent for each in (first, *beside))


def _manners(c: Conversation, playbook: Playbook, heard: Heard, reading: Reading) -> MessageTaken | None:
    """Thanks, greeting, a pause, and a wish to stop."""
    if "wait" in reading.wishes:
        return MessageTaken(message=heard.message, taken_as="wait")
    acts: dict[str, TakenAs] = {"cancel": "cancel", "thanks": "thanks", "greeting": "greeting"}
    if c.frame is None and not (c.last_reply and c.last_reply.expects) and is_bare(heard):
        # A yes that answers nothing says that somebody is there.
        acts["yes"] = "greeting"
    if reading.speech_act in acts and not (reading.speech_act == "thanks" and has_a_but(heard)):
        return MessageTaken(message=heard.message, taken_as=acts[reading.speech_act])
    # Praise right after anger, without a word of thanks, is more likely bitter than kind.
    empty = not any(sign.isalpha() and sign not in "ㅋㅎㅠㅜ" for sign in heard.text)
    bitter = (
        empty
        or has_a_but(heard)
        or (c.mood.level - c.mood.slope <= STILL_AGAINST and reading.emotion.dominant != "gratitude")
    )
    # Nor is laughing beside what sounds like a matter praise of anything.
    laughs = bool(reading.runners_up) and reading.runners_up[0].confidence >= LIKELY and only_laughs(reading)
    content = reading.emotion.group == "content" and reading.emotion.sure
    if content and not bitter and not laughs and waiting_step(c, playbook) is None:
        return MessageTaken(message=heard.message, taken_as="thanks")
    return None


# Who listens, in this order; the first that hears something in a message takes it.
LISTENING = (
    _urgent, _pressed, _wish, answer_to_step, _answer_to_line, _interjection, _pure_thanks, _matter, _given, _manners,
)  # fmt: skip
