"""A draft is tried: played from its beginning in memory, as if the customer felt this or that, and written down as a story."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from structlog.testing import capture_logs

from dajeong.app import memory_runtime
from dajeong.conversation.events import AssistantReplied
from dajeong.conversation.reading import EMOTIONS, GROUP_OF
from dajeong.conversation.transcript import ActionLine, AssistantLine, CustomerLine
from dajeong.playbook.draft import new_playbook
from dajeong.playbook.story import Deed, Supposed, SystemAnswer, stories_of, story_text
from dajeong.runtime.design import PlaybookUnusable
from dajeong.simulation.stories import Theatre
from dajeong.simulation.storytelling import tell
from dajeong.simulation.tried import Came, Place
from dajeong.simulation.trying import NothingToFeel, NotPlayed, Script, Trying
from dajeong.understanding import TrainedReader
from tests.stories.play import EXAMPLES

NOW = datetime(2026, 11, 23, 13, 45, tzinfo=UTC)
LATE = Deed(customer="제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ")
NUMBER = Deed(customer="DJ20261101이에요")


def replies(came: Came) -> list[AssistantReplied]:
    return [line.reply for line in came.lines if isinstance(line, AssistantLine)]


async def test_a_try_shows_reading_place_policy_and_moves_of_every_line(
    trying: Trying, parcel: Mapping[str, str]
) -> None:
    tried = await trying.play(Script(parcel, [LATE, NUMBER], NOW))
    assert replies(tried.opening)[0].purpose == "notice"
    worried, found = tried.came
    [line] = [line for line in worried.lines if isinstance(line, CustomerLine)]
    assert line.reading is not None and line.reading.emotion.group == "worried" and line.reading.evidence
    assert worried.steps == (Place(scenario="late_parcel", step="ask_order"),) and worried.stands_at == worried.steps[0]
    [reply] = replies(worried)
    assert (reply.policy, reply.moves) == ("waiting_and_worried", ("acknowledge", "reassure", "ask"))
    assert found.knows == {"order_number": "DJ20261101"} and replies(found)[-1].choices
    assert [point.emotion for point in tried.mood] == ["anxiety", "neutral"]
    assert tried.scenarios["late_parcel"] and tried.stopped is None


async def test_the_same_lines_give_the_same_try_at_any_hour(trying: Trying, parcel: Mapping[str, str]) -> None:
    morning = await trying.play(Script(parcel, [LATE, NUMBER], NOW.replace(hour=1)))
    assert morning == await trying.play(Script(parcel, [LATE, NUMBER], NOW))


async def test_an_edited_wording_is_heard_in_the_next_try_without_learning_the_intents_again(
    trying: Trying, parcel: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    await trying.play(Script(parcel, [LATE], NOW))
    monkeypatch.setattr("dajeong.understanding.learned.train_intents", lambda *given: pytest.fail("learned again"))
    edited = {**parcel, "empathy.yaml": parcel["empathy.yaml"].replace("마음 졸이셨죠", "애타셨죠")}
    assert edited != parcel
    tried = await trying.play(Script(edited, [LATE], NOW))
    assert "애타셨죠" in replies(tried.came[0])[0].text


async def test_a_feeling_can_be_supposed_and_only_the_feeling_changes(
    trying: Trying, parcel: Mapping[str, str]
) -> None:
    angry = LATE.model_copy(update={"felt": Supposed(emotion="anger", strength=0.9)})
    tried = await trying.play(Script(parcel, [angry, NUMBER], NOW))
    line = next(line for line in tried.came[0].lines if isinstance(line, CustomerLine))
    assert line.reading is not None
    assert (line.reading.emotion.dominant, line.reading.emotion.strength) == ("anger", 0.9)
    assert line.reading.intent == "parcel_late"
    assert replies(tried.came[0])[0].moves[0] == "apologise"
    assert tried.mood[0].emotion == "anger" and tried.mood[1].emotion == "neutral"


async def test_every_feeling_is_answered_side_by_side(trying: Trying, parcel: Mapping[str, str]) -> None:
    side = await trying.every_feeling(Script(parcel, [LATE, NUMBER, Deed(wait="silence")], NOW), None)
    assert side.line == 1 and side.read is not None and side.strength >= 0.6
    side = await trying.every_feeling(Script(parcel, [LATE], NOW), 0.8)
    assert [each.emotion for each in side.each] == list(EMOTIONS)
    assert side.read is not None and side.read.dominant == "anxiety"
    first = {each.emotion: each.replies[0].moves[0] for each in side.each}
    assert all(move == "apologise" for emotion, move in first.items() if GROUP_OF[emotion] == "against")
    assert first["gratitude"] == "thank" and first["neutral"] == "ask"


async def test_a_late_line_is_answered_to_each_feeling_as_if_it_had_been_played_so_from_the_beginning(
    trying: Trying, parcel: Mapping[str, str]
) -> None:
    said = Deed(customer="010-2345-6789로 전화 주세요. 벌써 두 번째 말씀드려요")
    before = [LATE, NUMBER, Deed(press="wait")]
    side = await trying.every_feeling(Script(parcel, [*before, said], NOW), 0.8)
    for each in side.each:
        felt = said.model_copy(update={"felt": Supposed(emotion=each.emotion, strength=0.8)})
        came = (await trying.play(Script(parcel, [*before, felt], NOW))).came[-1]
        assert [reply.text for reply in each.replies] == [reply.text for reply in replies(came)]
        assert [reply.moves for reply in each.replies] == [reply.moves for reply in replies(came)]
        assert each.stands_at == came.stands_at


async def test_nobody_feels_anything_before_a_word_was_said(trying: Trying, parcel: Mapping[str, str]) -> None:
    with pytest.raises(NothingToFeel):
        await trying.every_feeling(Script(parcel, [Deed(wait="silence")], NOW), None)


async def test_a_kept_try_is_a_story_that_holds(
    trying: Trying, parcel: Mapping[str, str], reader: TrainedReader
) -> None:
    deeds = [
        LATE.model_copy(update={"felt": Supposed(emotion="anger", strength=0.9)}),
        NUMBER,
        Deed(press="wait"),
        Deed(wait="silence"),
    ]
    story = await trying.written_down(Script(parcel, deeds, NOW), "늦은 택배에 화난 고객")
    assert story.lines[0].expect.scenario == "late_parcel" and not story.lines[0].expect.says
    assert stories_of(story_text(story)) == [story]
    # What a team's own runs of stories make of it: the examples' actions answer in their own way, the empathy is the same.
    first = story.model_copy(update={"lines": story.lines[:1]})
    async with Theatre.of_folder(EXAMPLES / "parcel", reader, memory_runtime).playing(first) as playing:
        told = await tell(first, playing)
    assert told.faults == () and told.stopped is None


async def test_a_kept_try_is_told_on_the_day_it_was_tried(trying: Trying, parcel: Mapping[str, str]) -> None:
    story = await trying.written_down(Script(parcel, [LATE], NOW), "그날의 택배")
    assert story.day == date(2026, 11, 23) and "day: '2026-11-23'" in story_text(story)
    [held] = await trying.told(parcel, [story], now=NOW.replace(year=2031))
    assert held.faults == ()


async def test_a_story_says_what_an_edit_has_changed(trying: Trying, parcel: Mapping[str, str]) -> None:
    story = await trying.written_down(Script(parcel, [LATE, NUMBER], NOW), "늦은 택배")
    [held] = await trying.told(parcel, [story], now=NOW)
    assert held.title == "늦은 택배" and held.faults == () and held.stopped is None
    softer = parcel["empathy.yaml"].replace("moves: [acknowledge, reassure, inform]", "moves: [reassure, inform]")
    assert softer != parcel["empathy.yaml"]
    [changed] = await trying.told({**parcel, "empathy.yaml": softer}, [story], now=NOW)
    [fault] = changed.faults
    assert (fault.line, fault.what) == (0, "moves")
    assert (fault.expected, fault.was) == (("acknowledge", "reassure", "ask"), ("reassure", "ask"))


async def test_an_example_of_each_matter_is_offered_to_begin_with(trying: Trying, parcel: Mapping[str, str]) -> None:
    tried = await trying.play(Script(parcel, [], NOW))
    assert len(tried.openers) == 4 and len(set(tried.openers)) == 4
    assert tried.slots["order_number"] == "주문번호"


async def test_a_button_that_is_gone_stops_the_try_there(trying: Trying, parcel: Mapping[str, str]) -> None:
    deeds = [LATE, Deed(press="nothing_like_it"), NUMBER]
    tried = await trying.play(Script(parcel, deeds, NOW))
    assert len(tried.came) == 1 and tried.stopped is not None
    assert (tried.stopped.line, tried.stopped.why) == (1, "no_button")
    with pytest.raises(NotPlayed):
        await trying.written_down(Script(parcel, deeds, NOW), "x")


async def test_actions_answer_with_their_examples_and_nothing_is_done(
    trying: Trying, parcel: Mapping[str, str]
) -> None:
    tried = await trying.play(Script(parcel, [LATE, NUMBER], NOW))
    # The example of find_order, whatever the shop's own system would say of this number.
    assert "대전 물류센터" in replies(tried.came[1])[-1].text


async def test_a_system_can_be_told_to_answer_otherwise_or_not_at_all(
    trying: Trying, parcel: Mapping[str, str]
) -> None:
    nothing = {"find_order": SystemAnswer(outputs={"found": False})}
    script = Script(parcel, [LATE, NUMBER], NOW, nothing)
    tried = await trying.play(script)
    assert tried.came[1].stands_at != Place(scenario="late_parcel", step="what_next")
    failing = await trying.play(Script(parcel, [LATE, NUMBER], NOW, {"find_order": SystemAnswer(problem="timeout")}))
    [line] = [line for line in failing.came[1].lines if isinstance(line, ActionLine)]
    assert line.problem == "timeout"
    assert replies(failing.came[1])[-1].text != replies(tried.came[1])[-1].text
    story = await trying.written_down(script, "없는 주문번호")
    assert stories_of(story_text(story))[0].systems == nothing
    [told] = await trying.told(parcel, [story], now=NOW)
    assert told.faults == () and tried.actions["find_order"].outputs["found"].type == "yes_no"


async def test_what_is_found_in_a_try_is_no_line_of_the_log(trying: Trying, parcel: Mapping[str, str]) -> None:
    said = Deed(customer="제 번호는 010-2345-6789예요")
    with capture_logs() as lines:
        tried = await trying.play(Script(parcel, [said], NOW))
    [line] = [line for line in tried.came[0].lines if isinstance(line, CustomerLine)]
    assert line.hidden and not lines


async def test_a_draft_that_cannot_be_read_is_not_played(trying: Trying) -> None:
    files = new_playbook("my_shop", "ko")
    with pytest.raises(PlaybookUnusable):
        await trying.play(Script({**files, "playbook.yaml": "name: ["}, [], NOW))


async def test_a_draft_that_leads_nowhere_is_played_as_far_as_it_goes(trying: Trying) -> None:
    files = new_playbook("my_shop", "ko")
    path = "scenarios/order_status.yaml"
    broken = (
        files[path]
        .replace("otherwise: to_person", "otherwise: nowhere_at_all")
        .replace("then: not_found", "then: nowhere_at_all")
    )
    assert broken != files[path]
    tried = await trying.play(Script({**files, path: broken}, [Deed(customer="주문한 거 어디쯤 왔어요?")], NOW))
    assert tried.opening.lines and (tried.stopped is None or tried.stopped.why == "broke")
