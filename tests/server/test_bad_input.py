"""Whatever comes in, the answer says what to do, nothing is lost, and nothing of the input comes back."""

from collections.abc import Iterator

import httpx2
import pytest

from tests.server.conftest import Chat, open_chat

SECRET = "비밀번호는수박77"


def problem(answer: httpx2.Response) -> tuple[int, str]:
    """Status and code; every problem has a code, a sentence and whether trying again helps."""
    said = answer.json()
    assert set(said) == {"code", "message", "retryable"} and said["message"].endswith(".")
    assert SECRET not in answer.text
    return answer.status_code, said["code"]


def test_an_empty_text_is_refused(chat: Chat) -> None:
    for text in ("", "   \n ", "\u200b\u200e\ufeff", "\x00\x07"):
        assert problem(chat.send(text)) == (422, "message_empty")
    assert chat.messages("customer") == []


def test_a_text_of_100_000_characters_is_refused_in_words_that_help(chat: Chat) -> None:
    assert problem(chat.send("a" * 100_000)) == (413, "message_too_long")
    assert problem(chat.send("가" * 100_000)) == (413, "too_long")
    assert problem(chat.send("가" * 4_001)) == (413, "message_too_long")
    assert chat.send("가" * 4_000).status_code == 202


def test_control_characters_are_taken_out_and_the_words_stay(chat: Chat) -> None:
    chat.ask("택배\x00가\u202e 언제\x1b[31m 와요?\r\n궁금해요")
    assert chat.messages("customer")[0]["text"] == "택배가 언제[31m 와요?\n궁금해요"


def test_emoji_alone_are_answered(chat: Chat) -> None:
    assert chat.ask("😭😭😭")["text"]
    assert chat.messages("customer")[0]["text"] == "😭😭😭"


@pytest.mark.parametrize(
    "body",
    [
        b'{"message": "m1", "text": "\xff\xfe' + SECRET.encode() + b'"}',
        b'{"message": "m1", "text": "' + SECRET.encode(),
        SECRET.encode("cp949"),
        b"[]",
        b"null",
        ('{"message": "m 1!", "text": "' + SECRET + '"}').encode(),
        ('{"message": "m1", "text": {"' + SECRET + '": 1}}').encode(),
        ('{"message": "m1", "text": "x", "' + SECRET + '": 1}').encode(),
        ('{"message": "m1", "text": "x", "choice": "' + SECRET * 40 + '"}').encode(),
        b'{"message": "m1", "text": "\\ud83d"}',
        b"[" * 50_000,
    ],
    ids=["wrong UTF-8", "cut off", "other encoding", "a list", "null", "wrong id", "wrong type", "unknown field",
         "long choice", "half an emoji", "deep"],
)  # fmt: skip
def test_a_body_that_is_not_as_documented_is_refused_and_never_echoed(chat: Chat, body: bytes) -> None:
    answer = chat.http.post(
        f"{chat.path}/messages", content=body, headers=chat.key | {"Content-Type": "application/json"}
    )
    status, _ = problem(answer)
    assert status in (400, 422)
    assert chat.messages("customer") == []
    assert chat.ask("택배 언제 와요?")


def test_a_body_that_is_too_big_is_not_read(chat: Chat) -> None:
    body = ('{"message": "m1", "text": "' + SECRET + "a" * 300_000 + '"}').encode()
    assert problem(chat.http.post(f"{chat.path}/messages", content=body, headers=chat.key)) == (413, "too_long")


def test_a_body_of_unsaid_length_is_refused(chat: Chat) -> None:
    def pieces() -> Iterator[bytes]:
        yield b'{"message": "m1", '
        yield b'"text": "hello"}'

    answer = chat.http.post(f"{chat.path}/messages", content=pieces(), headers=chat.key)
    assert problem(answer) == (411, "length_required")


def test_a_conversation_opens_only_with_its_own_token(http: httpx2.Client) -> None:
    mine, theirs = open_chat(http), open_chat(http)
    theirs.ask(f"{SECRET} 택배가 안 와요")
    unknown = "/api/chat/conversations/does-not-exist"
    answers = [
        http.get(f"{theirs.path}/messages", headers=mine.key),
        http.get(f"{theirs.path}/messages"),
        http.get(f"{theirs.path}/messages", headers={"Authorization": theirs.token[:-1]}),
        http.get(f"{theirs.path}/messages", headers={"Authorization": "Bearer"}),
        http.get(f"{theirs.path}/events", headers=mine.key),
        http.post(f"{theirs.path}/messages", json={"message": "m9", "text": "나야"}, headers=mine.key),
        http.get(f"{unknown}/messages", headers=mine.key),
        http.get(f"{unknown}/events"),
    ]
    assert {problem(answer) for answer in answers} == {(404, "not_your_conversation")}
    assert len({answer.text for answer in answers}) == 1
    assert len(theirs.messages("customer")) == 1


def test_a_playbook_nobody_published_cannot_be_opened(http: httpx2.Client) -> None:
    answer = http.post("/api/chat/conversations", json={"playbook": "nothing-here"})
    assert problem(answer)[0] == 404
    assert problem(http.post("/api/chat/conversations", json={"playbook": "../" + SECRET})) == (422, "unfit_request")


def test_a_message_sent_twice_is_kept_and_answered_once(chat: Chat) -> None:
    first = chat.http.post(
        f"{chat.path}/messages", json={"message": "same", "text": "택배 언제 와요?"}, headers=chat.key
    )
    again = chat.http.post(f"{chat.path}/messages", json={"message": "same", "text": "다른 말"}, headers=chat.key)
    assert [answer.status_code for answer in (first, again)] == [202, 202]
    assert [answer.json()["repeated"] for answer in (first, again)] == [False, True]
    assert first.json()["version"] == again.json()["version"]
    chat.ask("듣고 계세요?")
    assert [each["text"] for each in chat.messages("customer")] == ["택배 언제 와요?", "듣고 계세요?"]


def test_a_closed_conversation_takes_no_more_but_can_be_read(chat: Chat) -> None:
    chat.ask("택배 언제 와요?")
    chat.ask("DJ20261108이에요")
    survey = chat.ask("네", choice="solved:yes")
    assert survey["survey"] and [each["label"] for each in survey["choices"]] == ["1", "2", "3", "4", "5"]
    chat.ask("5", choice=survey["choices"][4]["value"])
    with chat.stream() as listening:
        kinds: list[str] = []
        for block in listening.blocks():
            kinds.append(block.get("event", ""))
            if kinds[-1] == "closed":
                break
    assert problem(chat.send("하나만 더요")) == (409, "conversation_closed")
    assert chat.history()[-1]["kind"] == "closed"
    repeated = chat.http.post(
        f"{chat.path}/messages", json={"message": "m1", "text": "택배 언제 와요?"}, headers=chat.key
    )
    assert repeated.status_code == 202 and repeated.json()["repeated"]
