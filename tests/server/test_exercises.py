"""Exercises over HTTP: a reply that is practised gets the remarks a real one would get."""

import re
from collections.abc import Iterator

import pytest

from dajeong.conversation.reading import Language
from dajeong.language import promises_in, review_words
from dajeong.settings import Settings
from tests.server.conftest import ROOT, LiveServer
from tests.server.test_session import Browser, new_password

REPLY = "/api/studio/exercises/reply"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    new_password(settings)
    server = LiveServer(settings, [])
    yield server.start()
    server.stop()


def test_a_reply_that_blames_is_remarked_and_a_kind_one_is_not(address: str) -> None:
    browser = Browser(address)
    assert browser.send("POST", REPLY, {"text": "네"}).status_code == 401
    assert browser.sign_in().status_code == 200
    blaming = browser.send("POST", REPLY, {"text": "고객님께서 옵션을 잘못 선택하셨어요."}).json()
    assert [each["rule"] for each in blaming["remarks"]] == ["blame"]
    [remark] = browser.send("POST", REPLY, {"text": "고객님께서 옵션을 잘못 선택하셨어요.", "advise_in": "en"}).json()[
        "remarks"
    ]
    assert remark["advice"].startswith("This sounds like blame")
    kind = "다른 상품이 와서 당황하셨죠. 주문번호를 알려 주시면 바로 살펴볼게요."
    assert browser.send("POST", REPLY, {"text": kind}).json() == {"remarks": [], "promises": []}
    assert browser.send("POST", REPLY, {"text": "내일까지 환불해 드릴게요."}).json()["promises"]
    assert browser.send("POST", REPLY, {"text": "가" * 2_001}).status_code == 422


@pytest.mark.parametrize("language", ["ko", "en"])
def test_our_own_replies_in_the_exercises_are_beyond_remark(language: Language) -> None:
    words = ROOT / "web" / "studio" / "src" / "features" / "exercises" / f"words.{language}.ts"
    replies = re.findall(r"^ +kind: '(.+)',$", words.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(replies) == 4
    for reply in replies:
        straight = reply.replace("\u2019", "'")
        assert review_words(straight, language=language, level="해요체" if language == "ko" else None) == ()
        assert not [each for each in promises_in(straight, language) if each.kind == "outcome"], reply
