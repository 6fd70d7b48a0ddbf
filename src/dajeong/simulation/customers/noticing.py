"""What a customer notices in a reply: whether they were met, understood, asked again, blamed, and brought on."""

from dajeong.conversation.events import AssistantReplied
from dajeong.conversation.move import FEELING_MOVES
from dajeong.conversation.reading import Language
from dajeong.language.blame import blame_in
from dajeong.simulation.customers.meeting import Answered
from dajeong.simulation.customers.temper import Noticed

_ASKED_ELSE = ("not_understood", "clarify", "ask_again")
# What these bring is nothing they came for: they neither carry the matter on nor stand for being misheard.
_BESIDE = ("silence", "survey", "goodbye", "wait", "thanks", "greeting", "notice")


class Noticing:
    """The ear of one customer: it remembers what was said before, for the same words soothe once."""

    def __init__(self, ways: frozenset[str], language: Language) -> None:
        self._ways = ways
        self._language: Language = language
        self._texts: set[str] = set()
        self._words: set[tuple[str, str]] = set()
        self._steps: set[str] = set()
        self._expects_another = False

    def expect_another(self) -> None:
        """What comes next answers something else: it is no wrong turn."""
        self._expects_another = True

    def of(self, answered: Answered, *, asked_again: bool, asked_in_vain: bool = False) -> Noticed:
        """Return what is noticed in these replies; ``asked_again`` when they ask for what was told already.

        ``asked_in_vain`` when they ask for what this customer knows nothing of: such a question brings nobody on.
        """
        replies = answered.replies
        another, self._expects_another = self._expects_another, False
        fresh = frozenset(
            used.move
            for reply in replies
            for used in reply.wordings
            if used.move not in FEELING_MOVES or (used.wording, used.variant) not in self._words
        )
        progress = any(self._brings_on(reply, asked_in_vain) for reply in replies)
        noticed = Noticed(
            waited=answered.waited,
            fresh=fresh,
            repeated=asked_again or any(reply.text in self._texts for reply in replies),
            blamed=any(blame_in(reply.text, self._language) for reply in replies),
            misheard=not another and not progress and any(self._misses(reply) for reply in replies),
            progress=progress,
        )
        self._remember(replies)
        return noticed

    def _brings_on(self, reply: AssistantReplied, asked_in_vain: bool) -> bool:
        """Whether something new of their own matter was said or asked."""
        if reply.purpose in _BESIDE or reply.purpose in _ASKED_ELSE:
            return False
        question = f"{reply.scenario}.{reply.step}" if asked_in_vain and reply.expects == "slot" else None
        new = (step for step in reply.spoke if step not in self._steps and step != question)
        return any(step.partition(".")[0] in self._ways for step in new)

    def _misses(self, reply: AssistantReplied) -> bool:
        if reply.purpose in _ASKED_ELSE:
            return True
        return reply.purpose not in _BESIDE and reply.scenario is not None and reply.scenario not in self._ways

    def _remember(self, replies: tuple[AssistantReplied, ...]) -> None:
        for reply in replies:
            self._texts.add(reply.text)
            self._words.update((used.wording, used.variant) for used in reply.wordings)
            self._steps.update(reply.spoke)
