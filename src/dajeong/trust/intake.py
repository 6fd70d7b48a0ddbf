"""The one road in: every text is cleaned, its personal data put into the vault, and only tokens go on."""

import asyncio
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

import structlog

from dajeong.conversation.reading import Language
from dajeong.conversation.token import SealedValue, TokenFact
from dajeong.errors import DajeongError
from dajeong.trust.cleaning import clean, clean_message
from dajeong.trust.personal_data import Found, Searcher
from dajeong.trust.tokens import TOKEN, Tokenised, canonical, defuse, fact, last_four, next_token, replace, valid
from dajeong.trust.values import Value, rebuilt, strings_of, whole_field
from dajeong.trust.vault import Vault

_ATTEMPTS = 5
# Above this many code points the search leaves the event loop; below it the hand-over would cost more.
_LONG = 300
# Searched in the place of a token or of public words: no pattern reads across it.
_GAP = "\n"

_log = structlog.get_logger(__name__)


class VaultBusy(DajeongError):
    """Other messages of the same conversation kept taking the same tokens."""

    code = "vault_busy"
    status = 503
    retryable = True


class Intake:
    """Turns words into tokenised words. Only ``runtime`` may ask it to turn tokens back.

    ``new_id`` makes vault references. The vault row is durable before ``take`` returns: a crash leaves an unused
    row, never a token without its value. A ``quiet`` one says nothing in the log of what it found: on a stage nobody is a
    customer.
    """

    def __init__(self, scanner: Searcher, vault: Vault, new_id: Callable[[], str], *, quiet: bool = False) -> None:
        self._scanner = scanner
        self._vault = vault
        self._new_id = new_id
        self._quiet = quiet

    async def take(
        self,
        conversation_id: str,
        text: str,
        language: Language,
        patterns: Sequence[str] = (),
        *,
        holds_tokens: bool = False,
        public: Sequence[str] = (),
    ) -> Tokenised:
        """Return one message cleaned and tokenised; ``patterns`` (the playbook's) are kept as they are.

        With ``holds_tokens`` (words of the assistant, a slot that bound to a token) tokens of this conversation stay;
        otherwise everything that only looks like a token is taken for the words it is. ``public`` are words the team
        itself says in public (the assistant's name, a hotline number): they are nobody's personal data.
        Raises ``MessageTooLong`` (413), ``EmptyMessage`` (422), ``VaultBusy`` (503).
        """
        [tokenised] = await self._tokenise(
            conversation_id, [(clean_message(text), None)], language, patterns, holds_tokens, public
        )
        return tokenised

    async def take_values(
        self,
        conversation_id: str,
        values: Mapping[str, Value],
        language: Language,
        patterns: Sequence[str] = (),
        *,
        holds_tokens: bool = False,
    ) -> tuple[dict[str, Value], tuple[TokenFact, ...]]:
        """Return nested JSON values tokenised, keys included, and the facts of every token in them.

        A field called ``phone`` or ``이름`` is personal as a whole, and a long number is searched like text.
        Raises ``ValuesUnreadable`` (422) for what is not JSON, is nested too deep or is too much.
        """
        found = list(strings_of(values))
        texts = [(clean(text), key) for text, key in found]
        done = await self._tokenise(conversation_id, texts, language, patterns, holds_tokens)
        facts = {fact.token: fact for tokenised in done for fact in tokenised.facts}
        return rebuilt(values, [tokenised.text for tokenised in done]), tuple(facts.values())

    async def resolve(self, conversation_id: str, text: str) -> str:
        """Return ``text`` with the originals of this conversation's tokens, for an action or the customer's own widget.

        A token of another conversation stays a token. Raises ``VaultUnreadable`` when an original cannot be opened.
        """
        if not TOKEN.search(text):
            return text
        rows = {row.token: row for row in await self._vault.store.of(conversation_id)}
        return TOKEN.sub(lambda match: self._original(rows[match[0]]) if match[0] in rows else match[0], text)

    async def resolve_values(self, conversation_id: str, values: Mapping[str, Value]) -> dict[str, Value]:
        """Return nested values with the originals of this conversation's tokens."""
        rows = {row.token: row for row in await self._vault.store.of(conversation_id)}
        texts = [
            TOKEN.sub(lambda match: self._original(rows[match[0]]) if match[0] in rows else match[0], text)
            for text, _ in strings_of(values)
        ]
        return rebuilt(values, texts)

    def _original(self, row: SealedValue) -> str:
        return self._vault.open(row.sealed, row.reference)

    async def _tokenise(
        self,
        conversation: str,
        texts: Sequence[tuple[str, str | None]],
        language: Language,
        patterns: Sequence[str],
        holds_tokens: bool,
        public: Sequence[str] = (),
    ) -> list[Tokenised]:
        keep = _compiled(tuple(patterns))
        for _ in range(_ATTEMPTS):
            known = await self._known(conversation, texts) if holds_tokens else {}
            prepared = [(_defused(text, known), key) for text, key in texts]
            found = await self._find(prepared, keep, _unsearched(tuple(public)))
            if not any(found):
                return [_with_facts(text, known) for text, _ in prepared]
            known = known or {row.token: row for row in await self._vault.store.of(conversation)}
            entries, new = self._entries(conversation, found, language, known)
            if not new or await self._vault.store.put(new):
                if not self._quiet:
                    kinds = sorted(find.kind for finds in found for find in finds)
                    _log.info("intake.tokenised", kinds=kinds, new=len(new))
                rows = known | {row.token: row for row in new}
                return [
                    _with_facts(replace(text, finds, [next(entries) for _ in finds]), rows)
                    for (text, _), finds in zip(prepared, found, strict=True)
                ]
        raise VaultBusy("Several messages of one conversation arrived at once. Send this one again.")

    async def _known(self, conversation: str, texts: Sequence[tuple[str, str | None]]) -> dict[str, SealedValue]:
        if not any(TOKEN.search(text) for text, _ in texts):
            return {}
        return {row.token: row for row in await self._vault.store.of(conversation)}

    async def _find(
        self, texts: Sequence[tuple[str, str | None]], keep: Sequence[re.Pattern[str]], unsearched: re.Pattern[str]
    ) -> list[tuple[Found, ...]]:
        def search() -> list[tuple[Found, ...]]:
            return [self._in_one(text, key, keep, unsearched) for text, key in texts]

        if sum(len(text) for text, _ in texts) > _LONG:
            return await asyncio.to_thread(search)
        return search()

    def _in_one(
        self, text: str, key: str | None, keep: Sequence[re.Pattern[str]], unsearched: re.Pattern[str]
    ) -> tuple[Found, ...]:
        kind = whole_field(key, text) if key else None
        if kind is not None and not TOKEN.search(text):
            return (Found(kind, 0, len(text), text),)
        hidden = unsearched.sub(lambda match: _GAP * len(match[0]), text)
        return tuple(Found(f.kind, f.start, f.end, text[f.start : f.end]) for f in self._scanner.find(hidden, keep))

    def _entries(
        self,
        conversation: str,
        found: Sequence[Sequence[Found]],
        language: Language,
        known: Mapping[str, SealedValue],
    ) -> tuple[Iterator[SealedValue], list[SealedValue]]:
        """Return the row of every find in order, and those rows that are new."""
        by_digest = {row.digest: row for row in known.values()}
        taken, rows, new = set(known), [], []
        for find in (find for finds in found for find in finds):
            digests = self._vault.digests(conversation, canonical(find.kind, find.text))
            row = next((by_digest[digest] for digest in digests if digest in by_digest), None)
            if row is None:
                row = self._sealed(conversation, find, next_token(find.kind, language, taken), digests[0])
                by_digest[row.digest] = row
                taken.add(row.token)
                new.append(row)
            rows.append(row)
        return iter(rows), new

    def _sealed(self, conversation: str, find: Found, token: str, digest: str) -> SealedValue:
        reference = self._new_id()
        return SealedValue(
            reference=reference,
            conversation=conversation,
            token=token,
            kind=find.kind,
            digest=digest,
            sealed=self._vault.seal(find.text, reference),
            valid=valid(find.kind, find.text),
            last_four=last_four(find.kind, find.text),
        )


def _defused(text: str, known: Mapping[str, SealedValue]) -> str:
    """Return ``text`` in which only known tokens are left of what looks like one."""
    parts, at = [], 0
    for match in TOKEN.finditer(text):
        if match[0] in known:
            parts += [defuse(text[at : match.start()]), match[0]]
            at = match.end()
    return "".join([*parts, defuse(text[at:])])


def _with_facts(text: str, rows: Mapping[str, SealedValue]) -> Tokenised:
    tokens = dict.fromkeys(match[0] for match in TOKEN.finditer(text))
    return Tokenised(text, tuple(fact(rows[token]) for token in tokens if token in rows))


@lru_cache(maxsize=256)
def _unsearched(public: tuple[str, ...]) -> re.Pattern[str]:
    """Return what is not searched: tokens, and the team's public words where they stand whole."""
    words = "|".join(re.escape(word) for word in sorted(public, key=len, reverse=True) if len(word) > 1)
    return re.compile(rf"{TOKEN.pattern}|(?<![0-9A-Za-z])(?:{words})(?![0-9A-Za-z])") if words else TOKEN


@lru_cache(maxsize=256)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the playbook's patterns, each held to a match with a digit; a broken one keeps nothing."""
    compiled = []
    for place, pattern in enumerate(patterns):
        try:
            compiled.append(re.compile(rf"(?=[^\n]{{0,59}}\d)(?:{pattern})"))
        except re.error:
            _log.warning("intake.pattern_broken", place=place)
    return tuple(compiled)
