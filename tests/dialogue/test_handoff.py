"""What a customer hears who waits for a person."""

from tests.dialogue.play import Play, read


def waiting() -> Play:
    play = Play()
    play.say("상담원이요", read(wishes=("person",)))
    assert play.state.holder == "queue"
    return play


def test_who_only_adds_something_is_told_twice_and_then_left_to_write() -> None:
    play = waiting()
    told = [play.say(f"그리고 {n}", read()) for n in range(4)]
    assert [len(replies) for replies in told] == [1, 1, 0, 0]


def test_who_asks_whether_anybody_is_there_gets_an_answer_each_time_and_never_the_same() -> None:
    play = waiting()
    told = [play.say("아직이에요?", read(speech_act="question")) for _ in range(3)]
    assert [len(replies) for replies in told] == [1, 1, 1]
    assert len({replies[0].text for replies in told}) == 3


def test_who_asks_without_end_is_not_echoed_without_end() -> None:
    play = waiting()
    told = [play.say("여보세요", read(speech_act="greeting")) for _ in range(7)]
    assert [len(replies) for replies in told] == [1, 1, 1, 1, 1, 0, 0]
