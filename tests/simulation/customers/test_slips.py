"""Slips of the finger change how a word looks and never what a number says."""

from random import Random

from dajeong.simulation.customers.customer import Writing
from dajeong.simulation.customers.slips import with_slips

CLUMSY = Writing(typos=1.0)


def test_a_number_stays_whole_whatever_the_fingers_do() -> None:
    for seed in range(30):
        assert "DJ20261101로" in with_slips("주문번호 DJ20261101로 해요", CLUMSY, "ko", Random(seed))


def test_somebody_careful_makes_no_slips() -> None:
    assert with_slips("배송이 늦어요, 언제 와요?", Writing(), "ko", Random(1)) == "배송이 늦어요, 언제 와요?"


def test_korean_slips_stay_korean_letters() -> None:
    slipped = with_slips("택배가 아직 안 왔어요", CLUMSY, "ko", Random(3))
    assert slipped != "택배가 아직 안 왔어요"
    assert all("가" <= letter <= "힣" or letter == " " for letter in slipped)


def test_some_people_leave_out_marks() -> None:
    assert with_slips("왜요? 네, 알겠어요.", Writing(punctuation=False), "ko", Random(1)) == "왜요 네 알겠어요"
