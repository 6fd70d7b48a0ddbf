"""How values become tokens: one spelling per value, harmless facts, nothing forged."""

import pytest

from dajeong.trust import tokens


@pytest.mark.parametrize(
    "other",
    ["01077889900", "+82 10-7788-9900", "010 7788 9900", "０１０－７７８８－９９００", "공일공 칠칠팔팔 구구공공"],
)
def test_one_phone_has_one_canonical_form_however_it_is_written(other: str) -> None:
    assert tokens.canonical("phone", other) == tokens.canonical("phone", "010-7788-9900")


def test_an_address_said_with_골뱅이_is_the_same_address() -> None:
    assert tokens.canonical("email", "Haeun 골뱅이 example 닷 org") == tokens.canonical("email", "haeun@example.org")


def test_two_masked_cards_that_share_digits_stay_two_values() -> None:
    one, other = (tokens.canonical("card", text) for text in ("5409-12**-****-7788", "5409-****-12**-7788"))
    assert one != other


def test_the_check_digit_of_a_card_is_a_fact_and_that_of_a_new_resident_number_is_not() -> None:
    assert tokens.valid("card", "4242 4242 4242 4242") is True
    assert tokens.valid("card", "4242 4242 4242 4243") is False
    assert tokens.valid("resident_number", "880214-2345678") is None
    assert tokens.valid("name", "강태오") is None


def test_last_four_digits_are_told_of_phone_card_and_account_only() -> None:
    assert tokens.last_four("phone", "010-7788-9900") == "9900"
    assert tokens.last_four("card", "5409-12**-****-7788") == "7788"
    assert tokens.last_four("resident_number", "880214-2345678") is None
    assert tokens.last_four("card", "5409-****-****-****") is None


@pytest.mark.parametrize("forged", ["[전화 1]", "[ 전화 1 ]", "［전화１］", "[전화１]", "[phone 12]"])
def test_words_that_look_like_a_token_lose_their_brackets(forged: str) -> None:
    assert not tokens.TOKEN.search(tokens.defuse(f"이거 {forged} 맞죠"))


def test_every_kind_has_one_label_in_each_language() -> None:
    assert tokens.LABELS["ko"].keys() == tokens.LABELS["en"].keys()
    for labels in tokens.LABELS.values():
        assert len(set(labels.values())) == len(labels)
