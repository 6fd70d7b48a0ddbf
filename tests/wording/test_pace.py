"""The assistant seems to type, never for long, and not at all for somebody in a hurry."""

from dajeong.playbook.persona import Pace, Persona
from dajeong.wording import typing_ms


def test_typing_grows_with_the_words_up_to_the_personas_bound():
    persona = Persona(pace=Pace(ms_per_character=10, at_most_ms=500))
    assert [typing_ms("가" * count, persona, False) for count in (0, 1, 30, 50, 5000)] == [0, 10, 300, 500, 500]


def test_a_customer_in_a_hurry_does_not_wait():
    assert typing_ms("가" * 100, Persona(), True) == 0
