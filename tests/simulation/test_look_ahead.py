"""A look ahead says what a try would say, of many sentences at once and of a draft that is half written."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from dajeong.conversation.transcript import AssistantLine
from dajeong.playbook import load_playbook
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.story import Deed
from dajeong.runtime.design import build_design
from dajeong.simulation.trying import Script, Trying
from dajeong.understanding import TrainedReader

NOW = datetime(2026, 11, 23, 13, 45, tzinfo=UTC)
SENTENCES = ("제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ", "컵이 깨져서 왔어요. 정말 화가 나네요!")


@pytest.fixture(scope="module")
def playbook(parcel: Mapping[str, str]) -> Playbook:
    loaded = load_playbook(parcel).playbook
    assert loaded is not None
    return loaded


async def test_what_is_seen_ahead_is_what_a_try_answers_and_each_sentence_is_read_once_for_both(
    trying: Trying,
    parcel: Mapping[str, str],
    playbook: Playbook,
    reader: TrainedReader,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    intents = build_design(parcel, reader.encoder).intents
    seen = await trying.look_ahead(playbook, SENTENCES, now=NOW, intents=intents)
    monkeypatch.setattr(TrainedReader, "read", lambda *given, **more: pytest.fail("read again"))
    for each in seen.previews:
        tried = await trying.play(Script(parcel, [Deed(customer=each.text)], NOW.replace(hour=1)))
        reply = next(line.reply for line in tried.came[0].lines if isinstance(line, AssistantLine))
        assert (reply.policy, reply.moves) == (each.policy, tuple(piece.move for piece in each.pieces))
        assert reply.text == " ".join(piece.text for piece in each.pieces)
        opening = [line.reply.text for line in tried.opening.lines if isinstance(line, AssistantLine)]
        assert seen.introduction == " ".join(opening)


async def test_every_sentence_can_be_taken_to_be_about_one_thing(trying: Trying, playbook: Playbook) -> None:
    seen = await trying.look_ahead(playbook, SENTENCES, now=NOW, about="parcel_late")
    assert [each.reading.intent for each in seen.previews] == ["parcel_late", "parcel_late"]
    assert {each.scenario for each in seen.previews} == {"late_parcel"}
    assert [each.reading.emotion.dominant for each in seen.previews] == ["anxiety", "anger"]


async def test_the_same_sentences_are_not_read_again_while_the_draft_is_written(
    trying: Trying, playbook: Playbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    await trying.look_ahead(playbook, SENTENCES, now=NOW, about="parcel_late")
    monkeypatch.setattr(TrainedReader, "read", lambda *given, **more: pytest.fail("read again"))
    persona = playbook.persona.model_copy(update={"name": "봄이"})
    edited = playbook.model_copy(update={"persona": persona})
    seen = await trying.look_ahead(edited, SENTENCES, now=NOW, about="parcel_late")
    assert all(each.pieces for each in seen.previews)
