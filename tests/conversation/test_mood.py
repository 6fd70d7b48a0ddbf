"""How the customer feels over the conversation."""

from hypothesis import given
from hypothesis import strategies as st

from dajeong.conversation import Mood
from dajeong.conversation.mood import MANY_TURNING_POINTS, NEWEST_WEIGHT, mood_after
from dajeong.conversation.reading import EMOTIONS, GROUP_OF, Emotion, EmotionReading, Reading


def reading(emotion: Emotion, valence: float, strength: float = 0.7) -> Reading:
    return Reading(
        emotion=EmotionReading(dominant=emotion, group=GROUP_OF[emotion], strength=strength, valence=valence)
    )


def after_all(*told: tuple[Emotion, float, float]) -> Mood:
    mood = Mood()
    for number, (emotion, valence, strength) in enumerate(told):
        mood = mood_after(mood, reading(emotion, valence, strength), f"k{number}", f"r{number}" if number else None)
    return mood


def test_the_first_reading_is_the_level_and_there_is_no_slope_yet() -> None:
    mood = after_all(("anger", -0.8, 0.8))
    assert (mood.level, mood.slope, mood.lowest) == (-0.8, 0.0, -0.8)
    assert mood.turning_points == () and mood.trend == "steady"


def test_the_newest_message_weighs_a_little_more_than_all_before() -> None:
    mood = after_all(("anger", -0.8, 0.8), ("neutral", 0.0, 0.0))
    assert mood.level == round(-0.8 * (1 - NEWEST_WEIGHT), 4)
    assert mood.slope > 0 and mood.trend == "rising"


def test_a_turn_for_the_worse_remembers_the_reply_before_it() -> None:
    mood = after_all(("neutral", 0.0, 0.0), ("anger", -0.9, 0.9))
    [turn] = mood.turning_points
    assert (turn.message, turn.after_reply, turn.before) == ("k1", "r1", 0.0)
    assert turn.now == round(mood.level, 3) and mood.trend == "falling"


def test_small_changes_are_no_turning_points() -> None:
    assert after_all(("neutral", 0.0, 0.0), ("frustration", -0.3, 0.3)).turning_points == ()


def test_anger_stays_when_the_second_message_is_no_weaker() -> None:
    assert after_all(("anger", -0.6, 0.6), ("frustration", -0.7, 0.7)).anger_stays
    assert after_all(("anger", -0.6, 0.6), ("anger", -0.55, 0.55)).anger_stays
    assert not after_all(("anger", -0.9, 0.9), ("anger", -0.4, 0.4)).anger_stays


def test_one_angry_message_is_not_yet_anger_that_stays() -> None:
    assert not after_all(("anger", -0.9, 0.9)).anger_stays


def test_worry_between_two_angry_messages_begins_the_count_anew() -> None:
    assert not after_all(("anger", -0.7, 0.7), ("anxiety", -0.5, 0.7), ("anger", -0.7, 0.7)).anger_stays


def test_the_lowest_point_is_remembered_when_all_is_well_again() -> None:
    mood = after_all(("anger", -0.9, 0.9), ("gratitude", 0.9, 0.9), ("gratitude", 0.9, 0.9))
    assert mood.lowest == -0.9 and mood.level > 0.5


emotions = st.tuples(st.sampled_from(EMOTIONS), st.floats(-1, 1), st.floats(0, 1))


@given(st.lists(emotions, max_size=60))
def test_any_course_of_feelings_stays_within_its_bounds(told: list[tuple[Emotion, float, float]]) -> None:
    mood = after_all(*told)
    assert -1 <= mood.lowest <= mood.level <= 1
    assert -2 <= mood.slope <= 2
    assert mood.readings == len(told)
    assert len(mood.turning_points) <= MANY_TURNING_POINTS
    assert (mood.against_in_a_row > 0) == (mood.group == "against")
