"""The read-only page of notes, scenarios and sample conversations for people outside the team: plain HTML, nothing that runs."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from typing import ClassVar

from dajeong.app import App
from dajeong.conversation.note import Handout, NotedPlace, ShownScenario, ShownStep, words_of
from dajeong.conversation.reading import Language
from dajeong.conversation.transcript import CustomerLine, Transcript, transcript
from dajeong.errors import DajeongError
from dajeong.playbook.files import read_draft
from dajeong.playbook.scenario import Scenario
from dajeong.server.drafting import draft_texts
from dajeong.server.noting import ShownNote, shown

PAGES = Path(__file__).parent / "pages"
WORDS: dict[Language, dict[str, str]] = {
    "ko": {
        "notes": "메모",
        "scenarios": "시나리오",
        "conversations": "상담 보기",
        "interview": "인터뷰",
        "observation": "관찰",
        "idea": "생각",
        "customer": "고객",
        "assistant": "다정",
        "teammate": "상담사",
        "until": "이 쪽은 {day}까지 열려요. 읽기만 할 수 있고, 고객의 개인정보는 가려져 있어요.",
        "blank": "남아 있는 말이 없어요",
        "person": "사람에게 넘김",
        "end": "끝",
        "held": "이 고객은 잊혔어요. 남은 내용을 쓴 사람이 확인할 때까지 가려 둘게요.",
        "draft": "{day}의 초안이에요. 아직 고객에게 쓰이지 않았거나, 그 뒤로 달라졌을 수 있어요.",
        "in_force": "지금 고객을 만나고 있는 버전이에요.",
        "gone": "이 링크로는 더 볼 수 없어요",
        "ask": "기한이 지났거나 거두어들인 링크예요. 보내 준 분께 새 링크를 부탁해 주세요.",
        "brand": "다정 스튜디오에서 나눈 쪽",
    },
    "en": {
        "notes": "Notes",
        "scenarios": "Scenarios",
        "conversations": "Sample conversations",
        "interview": "Interview",
        "observation": "Observation",
        "idea": "Idea",
        "customer": "Customer",
        "assistant": "Assistant",
        "teammate": "Teammate",
        "until": "This page is open until {day}. It can only be read, and customers’ personal data are hidden.",
        "blank": "No words are left",
        "person": "To a person",
        "end": "End",
        "held": "This customer was forgotten. The note is hidden until the team has looked at what is left in it.",
        "draft": "A draft of {day}. Customers may not have met it yet, and it may have changed since.",
        "in_force": "The version customers meet now.",
        "gone": "This link opens nothing any more",
        "ask": "It has expired or was taken back. Ask whoever sent it for a new one.",
        "brand": "A page from Dajeong Studio",
    },
}


class NoDraftToShow(DajeongError):
    """A scenario whose draft cannot be read."""

    code: ClassVar[str] = "no_draft_to_show"
    status: ClassVar[int] = 422


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything a page shows, as it is now."""

    handout: Handout
    notes: tuple[ShownNote, ...]
    scenarios: tuple[ShownScenario, ...]
    conversations: tuple[Transcript, ...]


async def gathered(app: App, handout: Handout) -> Gathered:
    """Return what the page shows; what is gone meanwhile is left out."""
    scenarios = list(handout.snapshot)
    for place in handout.places if not handout.draft else ():
        try:
            playbook = (await app.runtime.designs.current(place.playbook)).playbook
        except DajeongError:
            continue
        if place.scenario in playbook.scenarios:
            scenarios.append(_shown(playbook.scenarios[place.scenario]))
    logs = [await app.storage.log.read(id) for id in handout.conversations]
    notes = await shown(app, await app.storage.notes.some(handout.notes))
    return Gathered(handout, notes, tuple(scenarios), tuple(transcript(events) for events in logs if events))


async def drafted(app: App, places: Sequence[NotedPlace]) -> tuple[ShownScenario, ...]:
    """Return these scenarios as their drafts are now. Raises NoDraftToShow for one that cannot be read."""
    found = []
    for place in places:
        texts = await draft_texts(app, place.playbook, {})
        playbook = (await asyncio.to_thread(read_draft, texts)).playbook
        if playbook is None or place.scenario not in playbook.scenarios:
            raise NoDraftToShow(
                f"The draft of {place.scenario} cannot be read now, so it cannot be shown. Mend what is marked in it, or show the "
                "version that customers meet."
            )
        found.append(_shown(playbook.scenarios[place.scenario]))
    return tuple(found)


def _shown(scenario: Scenario) -> ShownScenario:
    steps = []
    for step in scenario.steps:
        wording = getattr(step, "say", None)
        says = wording.first[0] if wording is not None and wording.first else ""
        options = tuple(option.label for option in getattr(step, "options", ()))
        steps.append(ShownStep(id=step.id, kind=step.kind, says=says, options=options))
    return ShownScenario(title=scenario.title, steps=tuple(steps))


def handout_page(found: Gathered, language: Language) -> str:
    """Return the page's HTML. Everything people wrote is escaped."""
    words = WORDS[language]
    parts = [f"<p class=soft>{escape(words['until'].format(day=_day(found.handout.expires_at, language)))}</p>"]
    parts += _section(words["notes"], [_note(each, words) for each in found.notes])
    which = words["draft"].format(day=_day(found.handout.at, language)) if found.handout.draft else words["in_force"]
    scenarios = [_scenario(each, words) for each in found.scenarios]
    parts += _section(words["scenarios"], [f"<p class=soft>{escape(which)}</p>", *scenarios] if scenarios else [])
    parts += _section(words["conversations"], [_conversation(each, words) for each in found.conversations])
    # The title is mostly that of a note.
    held = any(each.waits for each in found.notes)
    return _page(language, words["notes"] if held else found.handout.title, "\n".join(parts))


def gone_page(language: Language) -> str:
    """Return the page for a link that opens nothing; it does not say whether it ever did."""
    words = WORDS[language]
    return _page(language, words["gone"], f"<p>{escape(words['ask'])}</p>")


def _page(language: Language, title: str, body: str) -> str:
    text = (PAGES / "handout.html").read_text(encoding="utf-8")
    values = {"language": language, "title": escape(title), "brand": escape(WORDS[language]["brand"]), "body": body}
    for key, value in values.items():
        text = text.replace(f"<!--{key}-->", value, 2 if key == "title" else 1)
    return text


def _section(title: str, items: list[str]) -> list[str]:
    return [f"<section><h2>{escape(title)}</h2>", *items, "</section>"] if items else []


def _note(shown: ShownNote, words: dict[str, str]) -> str:
    note = shown.note
    if shown.waits:
        return f"<article><h3>{escape(words[note.kind])}</h3><p class=soft>{escape(words['held'])}</p></article>"
    quotes = "".join(
        f"<blockquote>{escape(each.text or words['blank'])}"
        f"{f'<footer>{escape(words[each.by])}</footer>' if each.by and each.text else ''}</blockquote>"
        for each in shown.quoted
    )
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in note.text.split("\n") if line.strip())
    head = f"<h3>{escape(note.title)}</h3><p class=soft>{escape(words[note.kind])} · {escape(note.by)}</p>"
    return f"<article>{head}{paragraphs}{quotes}</article>"


def _scenario(scenario: ShownScenario, words: dict[str, str]) -> str:
    steps = []
    for step in scenario.steps:
        options = "".join(f"<li>{escape(label)}</li>" for label in step.options)
        mark = {"hand_off": words["person"], "end": words["end"]}.get(step.kind, "")
        about = f"<code>{escape(step.id)}</code>{f' <b>{escape(mark)}</b>' if mark else ''}"
        lines = f"<p>{escape(step.says)}</p>" if step.says else ""
        steps.append(f"<li>{about}{lines}{f'<ul>{options}</ul>' if options else ''}</li>")
    return f"<article><h3>{escape(scenario.title)}</h3><ol class=steps>{''.join(steps)}</ol></article>"


def _conversation(read: Transcript, words: dict[str, str]) -> str:
    lines = []
    for line in read.lines:
        if isinstance(line, CustomerLine):
            said = ("customer", line.text)
        elif line.by == "assistant":
            said = words_of(line.reply) or ("assistant", "")
        elif line.by == "teammate":
            said = ("teammate", line.text)
        else:
            continue
        by, text = said
        lines.append(
            f"<li class={by}><span class=soft>{escape(words[by])}</span><p>{escape(text or words['blank'])}</p></li>"
        )
    return f"<article><ol class=lines>{''.join(lines)}</ol></article>"


def _day(at: datetime, language: Language) -> str:
    return f"{at.year}년 {at.month}월 {at.day}일" if language == "ko" else f"{at.day} {at:%B %Y}"
