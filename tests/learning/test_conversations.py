"""Conversations leave for fine-tuning with consent only, as tokens, in a form every trainer reads."""

import json
from pathlib import Path

import pytest

from dajeong.conversation.consent import ConsentWithdrawn
from dajeong.conversation.events import (
    AssistantReplied,
    ConversationClosed,
    Event,
    HolderChanged,
    SurveyAnswered,
    TeammateWrote,
)
from dajeong.conversation.made_up import MADE_UP
from dajeong.learning.conversation_card import conversation_card
from dajeong.learning.conversations import Exported, Wanted, export_conversations, split_of, system_prompt
from dajeong.playbook import Playbook
from dajeong.playbook.persona import Persona
from dajeong.storage import MemoryLog
from tests.learning.labelling.saying import AGREES, read_as, reading, replied
from tests.storage.telling import NOON, minutes, started, tell

PLAYBOOK = Playbook(name="parcel", persona=Persona(name="다온", never_say=("고갱님",)))
NOTICE = AssistantReplied(reply="r0", text="AI 상담사예요.", author="template", purpose="notice")


async def find(name: str, version: str) -> Playbook | None:
    return PLAYBOOK if version == "v1" else None


def talk() -> list[Event]:
    return [
        NOTICE,
        *read_as("m1", "택배가 안 왔어요", reading("anxiety")),
        *read_as("m2", "번호는 [전화 1]이에요", reading()),
        replied("r1", "걱정되셨죠. 바로 볼게요."),
        replied("r2", "내일 도착해요."),
        *read_as("m3", "감사합니다", reading("gratitude")),
    ]


async def exported(
    log: MemoryLog, wanted: Wanted | None = None
) -> tuple[list[tuple[str, list[dict[str, str]]]], Exported]:
    told = Exported()
    lines = [
        (split, json.loads(line)["messages"])
        async for split, line in export_conversations(log, find, wanted or Wanted(), told)
    ]
    return lines, told


async def test_a_conversation_is_a_system_prompt_and_turns_that_end_with_a_reply() -> None:
    log = MemoryLog()
    await tell(log, "c1", started(), AGREES, *talk())
    [(_, messages)], told = await exported(log)
    assert [(each["role"], each["content"]) for each in messages[1:]] == [
        ("user", "택배가 안 왔어요\n번호는 [전화 1]이에요"),
        ("assistant", "걱정되셨죠. 바로 볼게요.\n내일 도착해요."),
    ]
    assert messages[0]["role"] == "system" and "다온" in messages[0]["content"] and "고갱님" in messages[0]["content"]
    assert all(set(each) == {"role", "content"} for each in messages)
    assert told.terms == {"privacy-2026-11": 1} and told.playbooks == {"parcel v1": 1}


async def test_nobody_is_exported_who_did_not_agree_took_it_back_or_was_forgotten() -> None:
    log = MemoryLog()
    await tell(log, "silent", started("가"), *talk())
    await tell(log, "withdrew", started("나"), AGREES, *talk(), ConsentWithdrawn(purpose="training"))
    await tell(log, "forgotten", started("다"), AGREES, *talk())
    await tell(log, "again", started("라"), AGREES, ConsentWithdrawn(purpose="training"), *talk(), AGREES)
    await log.forget("다", at=minutes(9))
    lines, told = await exported(log)
    assert len(lines) == 1 and told.left_out == {"no consent": 2, "forgotten": 1}


async def test_nobody_made_up_is_exported_whatever_they_are_said_to_agree_to() -> None:
    log = MemoryLog()
    await tell(log, "demo", started(f"{MADE_UP}parcel-001"), AGREES, *talk())
    lines, told = await exported(log)
    assert lines == [] and told.left_out == {"made up": 1}


async def test_only_conversations_that_ended_well_when_asked_for() -> None:
    log = MemoryLog()
    await tell(log, "good", started("가"), AGREES, *talk(), SurveyAnswered(score=5), ConversationClosed(reason="ended"))
    await tell(log, "bad", started("나"), AGREES, *talk(), SurveyAnswered(score=2), ConversationClosed(reason="ended"))
    await tell(log, "open", started("다"), AGREES, *talk())
    await tell(log, "quiet", started("라"), AGREES, *talk(), ConversationClosed(reason="silence"))
    lines, told = await exported(log, Wanted(ended_well=True))
    assert len(lines) == 2 and told.left_out == {"did not end well": 2}


async def test_only_teammates_words_when_asked_for() -> None:
    log = MemoryLog()
    person = TeammateWrote(message="t1", text="제가 직접 기사님께 여쭤볼게요.", teammate="소라")
    await tell(log, "c1", started("가"), AGREES, *talk(), HolderChanged(holder="teammate", teammate="소라"), person)
    await tell(log, "c2", started("나"), AGREES, *talk())
    [(_, messages)], told = await exported(log, Wanted(only_teammates=True))
    assert [each["content"] for each in messages if each["role"] == "assistant"] == ["제가 직접 기사님께 여쭤볼게요."]
    assert "소라" not in json.dumps(messages, ensure_ascii=False)
    assert told.left_out == {"nothing to learn from": 1}


async def test_playbook_and_language_are_chosen_and_a_version_that_is_gone_is_left_out() -> None:
    log = MemoryLog()
    await tell(log, "c1", started("가"), AGREES, *talk())
    await tell(log, "c2", started("나").model_copy(update={"playbook_version": "gone"}), AGREES, *talk())
    assert len((await exported(log, Wanted(playbook="parcel", language="ko")))[0]) == 1
    assert (await exported(log, Wanted(language="en")))[1].left_out == {"another playbook or language": 2}


async def test_a_customers_conversations_are_in_one_split_and_the_seed_decides_which() -> None:
    log = MemoryLog()
    for number in range(120):
        await tell(log, f"c{number}", started(f"손님-{number % 40}"), AGREES, *talk())
    lines, told = await exported(log, Wanted(validation=0.3, seed=1))
    assert (await exported(log, Wanted(validation=0.3, seed=1)))[0] == lines
    assert (await exported(log, Wanted(validation=0.3, seed=2)))[0] != lines
    assert told.conversations["validation"] % 3 == 0 and 15 <= told.conversations["validation"] <= 57
    assert split_of("손님-1", Wanted(validation=0.0)) == "train"


@pytest.mark.parametrize("level", ["해요체", "하십시오체"])
def test_the_prompt_says_who_speaks_and_how(level: str) -> None:
    persona = Persona.model_validate({"name": "다온", "speech_level": level})
    assert level in system_prompt(persona, "ko") and "다온이에요." in system_prompt(persona, "ko")
    assert "소라예요." in system_prompt(persona.model_copy(update={"name": "소라"}), "ko")
    assert system_prompt(persona, "en").isascii() is False and "You are 다온" in system_prompt(persona, "en")


async def test_the_card_tells_what_is_in_it_on_what_ground_and_what_was_left_out(tmp_path: Path) -> None:
    log = MemoryLog()
    await tell(log, "c1", started("가"), AGREES, *talk())
    await tell(log, "c2", started("나"), *talk())
    _, told = await exported(log)
    card = conversation_card(told, Wanted(), {"chats.jsonl": "0f" * 32}, at=NOON, package="0.1.0")
    for part in ("privacy-2026-11 | 1", "no consent | 1", "parcel v1 | 1", "0f0f", "2026-11-23", "seed 0"):
        assert part in card
    assert "택배" not in card
