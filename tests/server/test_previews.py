"""Looking ahead over HTTP: what a draft would say while it is being written, and nothing of it is kept."""

import time
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from dajeong.conversation.reading import EMOTIONS
from dajeong.settings import Settings
from tests.server.conftest import PATIENCE, ROOT, LiveServer

TOKEN = "only-the-operator-knows-this-one"
HERE = "/api/studio/playbooks/parcel"
PERSONA = (ROOT / "examples" / "parcel" / "persona.yaml").read_text()


@pytest.fixture(scope="module")
def http(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    settings = Settings(data=tmp_path_factory.mktemp("data"), api_token=TOKEN)
    examples = ROOT / "examples"
    server = LiveServer(settings, [examples / "parcel", examples / "bank-card", examples / "telecom"])
    with httpx2.Client(
        base_url=server.start(), timeout=PATIENCE, headers={"Authorization": f"Bearer {TOKEN}"}
    ) as client:
        yield client
    server.stop()


def asked(http: httpx2.Client, what: str, name: str = "parcel", **body: Any) -> dict[str, Any]:
    answer = http.post(f"/api/studio/playbooks/{name}/{what}", json=body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def previews(http: httpx2.Client, name: str = "parcel", **body: Any) -> dict[str, dict[str, Any]]:
    """What our own sentences meet, by the emotion they were written for."""
    return {each["meant"]: each["preview"] for each in asked(http, "previews", name, **body)["seen"]}


def words(preview: dict[str, Any]) -> str:
    return " ".join(piece["text"] for piece in preview["pieces"])


@pytest.mark.parametrize("name", ["parcel", "telecom", "bank_card"])
def test_ten_sentences_are_read_as_what_they_were_written_for_and_each_gets_a_reply(
    http: httpx2.Client, name: str
) -> None:
    found = previews(http, name)
    assert set(found) == set(EMOTIONS)
    assert {meant: each["reading"]["emotion"]["dominant"] for meant, each in found.items()} == {e: e for e in EMOTIONS}
    assert all(each["pieces"] and each["scenario"] for each in found.values())
    moves = {meant: [piece["move"] for piece in each["pieces"]] for meant, each in found.items()}
    assert moves["anger"][0] == "apologise"
    assert moves["anxiety"][0] == "acknowledge"
    assert not set(moves["neutral"]) & {"apologise", "acknowledge", "own", "validate", "thank"}


def test_what_is_typed_is_heard_at_once_and_nothing_is_kept(http: httpx2.Client) -> None:
    before = asked(http, "previews")
    typed = PERSONA.replace("warmth: warm", "warmth: very_warm").replace(
        "상담을 돕는 다정이에요", "택배를 함께 찾는 봄이예요"
    )
    after = asked(http, "previews", files={"persona.yaml": typed})
    assert "봄이예요" in after["introduction"] and after["persona"]["warmth"] == "very_warm"
    sadness = next(each["preview"] for each in after["seen"] if each["meant"] == "frustration")
    assert [piece["move"] for piece in sadness["pieces"]][1] == "validate"
    assert asked(http, "previews") == before
    draft = http.get(f"{HERE}/draft").json()
    assert not draft["changed"]


def test_the_speech_level_changes_the_words_that_come_with_the_product(http: httpx2.Client) -> None:
    formal = PERSONA.replace("speech_level: 해요체", "speech_level: 하십시오체")
    found = previews(http, about="delivery_days", files={"persona.yaml": formal})
    assert "니다." in words(found["disappointment"])


def test_a_policy_of_ones_own_is_followed(http: httpx2.Client) -> None:
    mine = "policies:\n- id: mine\n  when: {emotion: confusion}\n  moves: [acknowledge, inform, offer_person]\n"
    found = previews(
        http, files={"empathy.yaml": mine + "wordings:\n- {id: w, move: acknowledge, say: 헷갈리게 적어 두었네요.}\n"}
    )
    assert found["confusion"]["policy"] == "mine"
    assert words(found["confusion"]).startswith("헷갈리게 적어 두었네요.")
    assert found["anger"]["policy"] != "mine"


def test_sentences_of_ones_own_are_read_as_they_are_said(http: httpx2.Client) -> None:
    text = "머그컵 택배가 아직도 안 왔어요. 너무 걱정돼요 ㅠㅠ"
    [seen] = asked(http, "previews", sentences=[text], about="")["seen"]
    assert seen["meant"] is None and seen["preview"]["text"] == text
    assert seen["preview"]["scenario"] in ("late_parcel", "parcel_status", "missing_parcel")
    assert seen["preview"]["reading"]["evidence"]
    assert (
        asked(http, "previews", sentences=[text], about="broken_item")["seen"][0]["preview"]["scenario"]
        == "broken_item"
    )


def test_a_file_that_cannot_be_read_is_told_with_its_line(http: httpx2.Client) -> None:
    for what in ("previews", "feelings"):
        unread = asked(http, what, files={"persona.yaml": "name: 다정\nwarmth: [warm\n"})["unread"]
        assert unread["file"] == "persona.yaml" and unread["line"] >= 2 and unread["message"] and unread["fix"]


def test_a_draft_that_leads_nowhere_still_shows_the_other_sentences(http: httpx2.Client) -> None:
    scenario = "title: 빈 길\nmatter: 일\nintents: [late_parcel]\nsteps:\n- {id: a, go: nowhere}\n"
    found = previews(http, about="late_parcel", files={"scenarios/late_parcel.yaml": scenario})
    assert set(found) == set(EMOTIONS)


def test_the_table_of_feelings_tells_own_from_shipped(http: httpx2.Client) -> None:
    table = asked(http, "feelings")["table"]
    assert len(table["cells"]) == 30
    by_id = {each["policy"]["id"]: each for each in table["policies"]}
    assert by_id["our_mistake_and_angry"]["own"] and by_id["our_mistake_and_angry"]["special"]
    assert not by_id["anger_strong"]["own"] and by_id["anger_strong"]["made_own"]


def test_stiff_words_are_found_where_they_stand_with_the_plain_ones(http: httpx2.Client) -> None:
    lines = "safe:\n  first:\n    - 익일 다시 확인하고, 금일 안에 회신드릴게요.\n"
    found = {each["word"]: each for each in asked(http, "stiff-words", files={"lines.yaml": lines})["words"]}
    assert found["금일"]["instead"] == "오늘" and not found["금일"]["listed"]
    assert found["익일"]["listed"]
    [place] = found["금일"]["places"]
    assert (place["file"], place["line"], place["column"]) == ("lines.yaml", 3, 19)
    assert place["where"] == ["lines", "safe", "first", 0]
    assert lines.splitlines()[2][place["column"] - 1 :].startswith("금일")
    known = http.get("/api/studio/plain-words", params={"language": "ko"}).json()["words"]
    assert known["금일"] == "오늘" and known["수령"] == "받다"


def test_the_lines_are_told_in_the_words_of_a_language_and_level_with_titles_for_the_reader(
    http: httpx2.Client,
) -> None:
    def lines(read_in: str, **query: str) -> dict[str, dict[str, Any]]:
        answer = http.get("/api/studio/lines", params=query, headers={"Accept-Language": read_in})
        return {each["name"]: each for each in answer.json()["lines"]}

    plain, formal = (lines("ko", language="ko", level=level) for level in ("해요체", "하십시오체"))
    assert plain["wait"]["title"] == "잠깐만에 답하기" and list(plain) == list(formal)
    assert plain["survey_thanks"]["usual"]["first"] == ["알려 주셔서 고마워요."]
    assert formal["survey_thanks"]["usual"]["first"] == ["알려 주셔서 감사합니다."]
    assert plain["clarify"]["may_use"] == ["one", "other"] and plain["yes_button"]["group"] == "buttons"
    # What is said stays in the playbook's language whoever reads about it.
    english = lines("en", language="ko")
    assert english["wait"]["title"].startswith("answer to") and english["wait"]["usual"] == plain["wait"]["usual"]


def test_looking_ahead_keeps_up_with_typing(http: httpx2.Client) -> None:
    previews(http)
    took = []
    for number in range(5):
        begun = time.perf_counter()
        previews(http, files={"persona.yaml": PERSONA.replace("longest_reply: 320", f"longest_reply: {300 + number}")})
        took.append(time.perf_counter() - begun)
    assert min(took) < 1.0


def test_only_who_may_read_may_look_ahead(http: httpx2.Client) -> None:
    with httpx2.Client(base_url=http.base_url) as stranger:
        for what in ("previews", "feelings", "stiff-words"):
            assert stranger.post(f"{HERE}/{what}", json={}).status_code == 401
        assert stranger.get("/api/studio/lines").status_code == 401
