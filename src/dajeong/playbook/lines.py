"""The words for what is no scenario's own: repair, time, handing over, the end. Every line has a default per language
and speech level (``defaults/``); a team rewrites the ones it wants in ``lines.yaml``."""

from typing import Literal

LineGroup = Literal["manners", "understanding", "person", "trouble", "ending", "buttons"]
# name -> what it is for, and the bindings it may use beyond those every text may use.
LINES: dict[str, str] = {
    "notice": "First words of every conversation, after the persona's introduction: that this is an AI, and that a person can be had.",
    "greeting": "Answer to a bare greeting.",
    "thanks": "Answer to thanks.",
    "wait": "Answer to 'just a moment'.",
    "acknowledged": "Answer to a bare 'yes' or 'I see' after something was told.",
    "not_understood": "We did not understand: first asks for other words, second shows choices, third offers a person.",
    "vented": "A sigh, a groan, and no matter: first asks what is amiss, then whether a person may help.",
    "noted_unclear": "The same with words we did not understand: the number is kept, the words are asked for once more.",
    "noted": "A number came before we know what for: it is kept. {title} is the slot's title, {value} the number.",
    "clarify": "Two intents are close. {one} and {other} are their titles.",
    "guess": "One intent is likely, but not enough to go ahead. {one} is its title.",
    "wrong_answer": "Before asking again: the answer did not fit. {title} is the slot's title.",
    "corrected": "A slot was changed. {title} is the slot's title, {value} the new value.",
    "came_back": "Back to the matter that was interrupted. {matter} names it.",
    "and_also": "Several matters in one message: the next one is taken up. {matter} names it.",
    "repeat": "Before saying the last reply again.",
    "nothing_to_repeat": "Asked to repeat before anything was said.",
    "restart": "Starting over.",
    "cancelled": "The matter was dropped on the customer's wish.",
    "human_question": "Truthful answer to 'are you human?'.",
    "abuse": "Words of abuse without a matter: calm, and open.",
    "danger": "Words of self-harm or danger: simple, with {hotline}, and a person.",
    "offer_person": "Offer of a person, without being asked.",
    "handoff": "The conversation goes to a person: truthful about what happens next.",
    "handed_over": "After the design's own words for passing on: where the person answers, and to wait.",
    "all_right": "Before asking whether all is solved, when there is nothing else to say.",
    "held": "The customer writes while waiting for a person.",
    "person_declined": "The customer would rather go on without a person.",
    "recalled": "What we had been told to say was withdrawn: the matter begins again, with an apology.",
    "trouble": "A business system did not answer; a person is offered.",
    "given_up": "An answer could not be understood often enough; a person is offered.",
    "ask_solved": "Is it solved?",
    "solved": "The customer says it is.",
    "not_solved": "The customer says it is not.",
    "silence": "The one kind line after silence.",
    "closing": "Closing after long silence.",
    "survey": "The one question at the end.",
    "survey_thanks": "Thanks for the answer.",
    "goodbye": "Last words.",
    "safe": "Said instead of a reply the guard refused.",
    "person_button": "Label of the button that asks for a person.",
    "yes_button": "Label of a yes button.",
    "no_button": "Label of a no button.",
}

# As a team looks for them.
GROUPS: dict[LineGroup, tuple[str, ...]] = {
    "manners": ("notice", "greeting", "thanks", "wait", "acknowledged", "human_question", "abuse", "danger"),
    "understanding": (
        "not_understood", "vented", "guess", "clarify", "noted", "noted_unclear", "wrong_answer", "corrected", "came_back", "and_also",
        "repeat", "nothing_to_repeat", "restart", "cancelled",
    ),
    "person": ("offer_person", "handoff", "handed_over", "held", "person_declined"),
    "trouble": ("trouble", "given_up", "recalled", "safe"),
    "ending": ("all_right", "ask_solved", "solved", "not_solved", "silence", "closing", "survey", "survey_thanks", "goodbye"),
    "buttons": ("person_button", "yes_button", "no_button"),
}  # fmt: skip
