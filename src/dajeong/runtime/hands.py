"""The hands of a turn: reading off the event loop, wording, and everything a reply is remembered by."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from datetime import datetime
from itertools import takewhile

from dajeong.conversation import Conversation
from dajeong.conversation.conversation import Line
from dajeong.conversation.events import AssistantReplied, MessageUnderstood
from dajeong.conversation.reading import Reading
from dajeong.conversation.reply import Purpose
from dajeong.dialogue.bindings import felt
from dajeong.playbook import Playbook
from dajeong.playbook.plan import Plan
from dajeong.runtime.design import Design
from dajeong.trust import Intake
from dajeong.understanding import Heard, Reader
from dajeong.wording import Composer, Guard, Worded, typing_ms, word_reply

# The same words for everybody, whatever was said: marked as a fixed text and not as the assistant's answer.
FIXED: frozenset[Purpose] = frozenset({"notice", "silence", "survey", "goodbye", "held"})


class Hearing:
    """Reads messages and words replies with one design."""

    def __init__(
        self,
        design: Design,
        *,
        reader: Reader,
        composer: Composer,
        guard: Guard,
        intake: Intake,
        threads: Executor,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._design = design
        self._reader = reader
        self._composer = composer
        self._guard = guard
        self._intake = intake
        self._threads = threads
        self._clock = clock
        self._new_id = new_id

    async def read(self, conversation: Conversation, message: str) -> MessageUnderstood:
        """Return the reading of one message in the light of what was said before it.

        Who writes in pieces means the whole: a piece that names no matter by itself is about what it names with those before it.
        """
        heard = next(each for each in conversation.heard if each.message == message)
        before = tuple(_heard(line) for line in conversation.recent if line.id != message and line.at <= heard.at)
        reading = await self._reading(heard.text, heard.at, before)
        if reading.intent is None and (pieces := _pieces_before(conversation, message)):
            whole = await self._reading(" ".join((*pieces, heard.text)), heard.at, before)
            if whole.intent is not None:
                named = {name: getattr(whole, name) for name in ("intent", "confidence", "runners_up", "also")}
                reading = reading.model_copy(update=named)
        return MessageUnderstood(
            message=message, reading=reading, reader=self._reader.name, intents=self._design.intents_name
        )

    async def _reading(self, text: str, at: datetime, before: Sequence[Heard]) -> Reading:
        return await asyncio.get_running_loop().run_in_executor(
            self._threads,
            lambda: self._reader.read(
                text,
                history=before,
                intents=self._design.intents,
                patterns=self._design.playbook.patterns,
                # "오늘" is the customer's day: in Seoul it has begun while it is still yesterday in UTC.
                now=at.astimezone(self._design.zone),
            ),
        )

    async def word(self, conversation: Conversation, plan: Plan) -> AssistantReplied:
        """Return the reply to ``plan``, its words passed through intake like everything that is appended."""
        playbook = self._design.playbook
        worded = self.worded(plan)
        text = worded.text if worded.designed else await self._tokenised(conversation, worded.text)
        heard = felt(conversation)
        # The safe line stands instead of what was planned; the steps count as spoken all the same, or the turn would
        # try them again for ever.
        offers = plan.offers_person or worded.offers_person
        return AssistantReplied(
            reply=self._new_id(),
            text=text,
            author="template" if worded.replaced or plan.purpose in FIXED else "assistant",
            purpose=plan.purpose,
            moves=worded.moves,
            policy=plan.policy,
            matter=plan.matter,
            scenario=plan.scenario,
            step=plan.step,
            spoke=plan.spoke,
            wordings=worded.wordings,
            persona=playbook.persona.name,
            playbook_version=playbook.version,
            reader=self._reader.name,
            answers=plan.answers,
            mood_before=conversation.mood,
            evidence=heard.reading.evidence if heard and heard.reading else (),
            choices=plan.choices,
            expects="person" if worded.replaced and offers else plan.expects,
            offers_person=offers,
            promises=worded.promises,
            refused=worded.refused,
            language=conversation.language,
            typing_ms=typing_ms(text, playbook.persona, plan.at_once),
        )

    def worded(self, plan: Plan) -> Worded:
        """Return the words of ``plan`` part by part, chosen and guarded, as of today where the customers live."""
        today = self._clock().astimezone(self._design.zone)
        dated = plan.model_copy(update={"bindings": {**plan.bindings, "today": today}})
        return word_reply(dated, self._design.playbook, self._composer, self._guard)

    async def _tokenised(self, conversation: Conversation, text: str) -> str:
        """Return words that are nobody's design searched for personal data.

        Designed words need no search: what was put into them has passed intake, and the rest the team says in public.
        """
        playbook = self._design.playbook
        taken = await self._intake.take(
            conversation.id,
            text,
            conversation.language,
            tuple(playbook.patterns.values()),
            holds_tokens=True,
            public=public_words(playbook),
        )
        return taken.text


def public_words(playbook: Playbook) -> tuple[str, ...]:
    """Return what the team says in public: nobody's personal data."""
    return tuple(word for word in (playbook.persona.name, playbook.hotline) if word)


def _pieces_before(c: Conversation, message: str) -> tuple[str, ...]:
    """Return the texts written right before ``message`` and not answered yet; none once one of them names a matter."""
    before = list(takewhile(lambda each: each.message != message, c.unanswered))
    named = any(each.choice is not None or each.reading is None or each.reading.intent is not None for each in before)
    return () if named else tuple(each.text for each in before)


def _heard(line: Line) -> Heard:
    return Heard(by=line.by, text=line.text, at=line.at)
