"""The shipped policies and words: warm, precise, one speech level, never the same twice, no false pity."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import pytest

from dajeong.conversation.move import FEELING_MOVES
from dajeong.conversation.reading import EMOTIONS, GROUP_OF, NEGATIVE_EMOTIONS, Emotion
from dajeong.language import level_of, promises_in, resolve_particles, review_words, sentences
from dajeong.playbook.empathy import Policy
from dajeong.playbook.lines import GROUPS, LINES
from dajeong.playbook.shipped import Shipped, shipped
from dajeong.playbook.wording import Wording

Level = Literal["해요체", "하십시오체"]
SHIPPED: list[tuple[Literal["ko", "en"], Level]] = [("ko", "해요체"), ("ko", "하십시오체"), ("en", "해요체")]
MATTERS = {
    "ko": [("배송이 늦어져", "배송"), ("인터넷이 느려서", "인터넷 속도"), ("요금이 두 번 나가", "요금")],
    "en": [("your parcel is late", "your parcel"), ("you were charged twice", "your bill")],
}
WORDS = {"title": "주문번호", "value": "AB123456", "one": "환불", "other": "교환", "hotline": "상담전화 109"}
# Lines a customer meets once at most, or that are labels.
ONCE = {"notice", "person_button", "yes_button", "no_button"}
EMPATHY_PAGE = Path(__file__).resolve().parents[2] / "docs" / "concepts" / "empathy.md"
every = pytest.mark.parametrize(("language", "level"), SHIPPED)


def felt(emotion: Emotion, strength: float = 0.7, **more: Any) -> dict[str, Any]:
    calm = {"urgency": 0.1, "fatigue": 0.0, "repeated": 0, "anger_stays": False, "sure": True, "trend": "steady"}
    return {"emotion": emotion, "mood": GROUP_OF[emotion], "strength": strength, **calm, **more}


def met(shelf: Shipped, **feeling: Any) -> Policy:
    return next(policy for policy in shelf.empathy.policies if policy.when.met_by(feeling))


def policy_for(emotion: Emotion, **more: Any) -> Policy:
    return met(shipped("ko"), **felt(emotion, **more))


def all_texts(shelf: Shipped) -> list[tuple[str, str]]:
    worded = [(each.id, text) for each in shelf.empathy.wordings for text in each.wording.texts()]
    return worded + [(name, text) for name, line in shelf.lines.items() for text in line.texts()]


def said(text: str, happened: str, matter: str) -> str:
    for name, words in {**WORDS, "happened": happened, "matter": matter}.items():
        text = text.replace(f"{{{name}}}", words)
    return resolve_particles(text)


@every
def test_every_line_has_words(language: Literal["ko", "en"], level: Level) -> None:
    assert set(shipped(language, level).lines) == set(LINES)


@every
def test_a_line_that_comes_again_has_other_words_each_time(language: Literal["ko", "en"], level: Level) -> None:
    for name, line in shipped(language, level).lines.items():
        if name not in ONCE:
            assert line.first and line.second and line.third, name
            assert len(line.texts()) >= 3, name


@every
def test_no_two_shipped_texts_are_the_same(language: Literal["ko", "en"], level: Level) -> None:
    counts = Counter(text for _, text in all_texts(shipped(language, level)))
    assert [text for text, count in counts.items() if count > 1] == []


@every
def test_shipped_words_pass_the_review_whatever_the_matter(language: Literal["ko", "en"], level: Level) -> None:
    for name, text in all_texts(shipped(language, level)):
        for happened, matter in MATTERS[language]:
            words = said(text, happened, matter)
            found = review_words(words, language=language, level=level if language == "ko" else None)
            assert not found, (name, words, found)
            assert not [each for each in promises_in(words, language) if each.kind == "outcome"], (name, words)
            assert "{" not in words and "(" not in words, (name, words)


@pytest.mark.parametrize("level", ["해요체", "하십시오체"])
def test_every_korean_sentence_keeps_the_speech_level(level: Level) -> None:
    for name, text in all_texts(shipped("ko", level)):
        if name.endswith("_button"):
            continue
        for sentence in sentences(said(text, *MATTERS["ko"][0])):
            if not re.fullmatch(r"안녕하세요\.|천만에요\.", sentence.text):
                assert level_of(sentence.text) == level, (name, sentence.text)


def words_for(shelf: Shipped, move: str, bindings: dict[str, Any]) -> list[str]:
    """Every text of a move that fits, in the order it would be said."""
    fitting = [each for each in shelf.empathy.wordings if each.move == move and each.when.met_by(bindings)]
    return [text for each in fitting for text in each.wording.texts()]


@every
def test_each_feeling_move_can_name_the_matter_in_many_ways(language: Literal["ko", "en"], level: Level) -> None:
    shelf = shipped(language, level)
    for emotion in EMOTIONS:
        for move in met(shelf, **felt(emotion)).feeling_moves:
            texts = words_for(shelf, move, felt(emotion, happened="x", matter="y"))
            assert emotion == "confusion" or sum("{happened}" in text for text in texts) >= 4, (emotion, move)
            assert sum("{matter}" in text for text in texts) >= 4, (emotion, move)
            assert sum("{" not in text for text in texts) >= 2, (emotion, move)
            unknown = words_for(shelf, move, felt(emotion))
            assert len(unknown) >= 2 and not [text for text in unknown if "{" in text], (emotion, move)


@every
def test_the_first_feeling_move_names_what_happened_and_the_next_does_not_say_it_again(
    language: Literal["ko", "en"], level: Level
) -> None:
    shelf = shipped(language, level)
    for emotion in NEGATIVE_EMOTIONS:
        for more in ({}, {"fatigue": 0.8}, {"urgency": 0.9}, {"anger_stays": True}):
            bindings = felt(emotion, happened="x", matter="y", **more)
            first, *rest = met(shelf, **bindings).feeling_moves
            assert "{happened}" in words_for(shelf, first, bindings)[0], (emotion, first)
            for move in rest:
                assert "{" not in words_for(shelf, move, bindings)[0], (emotion, move)


@every
def test_every_move_of_every_policy_has_words_for_an_unknown_matter(
    language: Literal["ko", "en"], level: Level
) -> None:
    shelf = shipped(language, level)
    for policy in shelf.empathy.policies:
        for move in {*policy.feeling_moves, *({"offer_person"} & set(policy.moves))}:
            plain = [
                each
                for each in shelf.empathy.wordings
                if each.move == move and not each.when.holds and not each.when.any_of
            ]
            specific = [
                each for each in shelf.empathy.wordings if each.move == move and "matter" not in each.when.names()
            ]
            assert plain or specific, (policy.id, move)


@every
def test_the_three_shelves_hold_the_same_policies(language: Literal["ko", "en"], level: Level) -> None:
    # A length counts letters, and languages differ in how many they need.
    def meaning(policies: Iterable[Policy]) -> list[tuple[Policy, bool]]:
        bare = {"title": "", "longest_reply": None}
        return [(policy.model_copy(update=bare), policy.longest_reply is None) for policy in policies]

    assert meaning(shipped(language, level).empathy.policies) == meaning(shipped("ko").empathy.policies)
    assert [each.id for each in shipped(language, level).empathy.wordings] == [
        each.id for each in shipped("ko").empathy.wordings
    ]


def test_a_worried_customer_is_reassured_before_the_facts() -> None:
    assert policy_for("anxiety").moves == ("acknowledge", "reassure", "inform")


def test_an_angry_customer_hears_sorry_first_and_a_very_angry_one_is_offered_a_person() -> None:
    assert policy_for("anger", strength=0.4).moves == ("apologise", "own", "inform")
    assert policy_for("anger", strength=0.9).moves == ("apologise", "own", "inform", "offer_person")
    assert "lighten" in policy_for("anger").forbidden


def test_anger_that_stays_is_offered_a_person_however_mild() -> None:
    assert "offer_person" in policy_for("frustration", strength=0.3, anger_stays=True).moves


def test_a_hurry_gets_the_facts_at_once() -> None:
    assert policy_for("neutral", urgency=0.8).moves == ("inform",)
    for emotion in ("neutral", "anger", "anxiety"):
        policy = policy_for(emotion, urgency=0.8)  # type: ignore[arg-type]
        assert policy.pace == "at_once" and len(policy.feeling_moves) <= 2
        assert policy.moves.index("inform") <= 1


@pytest.mark.parametrize(
    ("more", "begins"),
    [({"fatigue": 0.8, "repeated": 1}, "ack_tired"), ({"repeated": 2}, "ack_tired"), ({"fatigue": 0.8}, "ack_worn")],
)
def test_a_tired_customer_hears_that_they_had_to_say_it_again_when_they_had_to(
    more: dict[str, float], begins: str
) -> None:
    assert policy_for("anxiety", **more).moves == ("acknowledge", "apologise", "own", "inform")
    words = next(
        each
        for each in shipped("ko").empathy.wordings
        if each.move == "acknowledge" and each.when.met_by(felt("anxiety", **more))
    )
    assert words.id.startswith(begins)


def test_a_neutral_question_gets_no_false_pity() -> None:
    assert not policy_for("neutral", strength=0.0).feeling_moves
    assert set(policy_for("neutral", strength=0.0).forbidden) >= {"acknowledge", "apologise", "validate", "reassure"}


def test_a_confused_customer_is_not_pitied() -> None:
    assert policy_for("confusion").moves == ("reassure", "inform")


def test_a_reading_we_are_not_sure_of_gets_one_mild_sentence() -> None:
    for emotion in NEGATIVE_EMOTIONS:
        assert policy_for(emotion, sure=False).feeling_moves == ("acknowledge",)


def test_thanks_are_met_with_thanks_and_never_with_an_apology() -> None:
    policy = policy_for("gratitude")
    assert policy.feeling_moves == ("thank",) and "apologise" in policy.forbidden


def test_every_negative_emotion_is_answered_at_any_strength() -> None:
    for emotion in NEGATIVE_EMOTIONS:
        for strength in (0.0, 0.3, 0.6, 1.0):
            assert policy_for(emotion, strength=strength).feeling_moves, (emotion, strength)


def test_no_policy_wants_what_it_forbids_and_none_goes_without_the_facts() -> None:
    for policy in shipped("ko").empathy.policies:
        assert not set(policy.moves) & set(policy.forbidden), policy.id
        assert "inform" in policy.moves, policy.id
        assert set(policy.moves) - {"inform", "offer_person", "lighten"} <= set(FEELING_MOVES), policy.id


@every
def test_the_notice_says_that_it_is_an_ai_and_that_a_person_can_be_had(
    language: Literal["ko", "en"], level: Level
) -> None:
    for text in shipped(language, level).lines["notice"].texts():
        assert "AI" in text
        assert ("상담원" if language == "ko" else "person") in text


@every
def test_danger_has_words_with_and_without_a_hotline_each_time(language: Literal["ko", "en"], level: Level) -> None:
    line: Wording = shipped(language, level).lines["danger"]
    for texts in (line.first, line.second, line.third):
        assert any("{hotline}" in text for text in texts)
        assert any("{" not in text for text in texts)


def test_the_concept_page_gives_every_policy_its_reason_in_order() -> None:
    page = EMPATHY_PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([\w, ]+) \|", page.split("## The policies")[1], re.MULTILINE)
    assert rows == [(policy.id, ", ".join(policy.moves)) for policy in shipped("ko").empathy.policies]


def test_every_line_stands_in_one_group() -> None:
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(LINES) and len(grouped) == len(set(grouped))
