"""What designed words and conditions may look at."""

from dajeong.dialogue.bindings import bindings_of
from tests.dialogue.play import Play, read
from tests.dialogue.shop import load, with_files

BRANCHES = """
title: 파손된 상품
matter: 파손된 상품
intents: [came_broken]
steps:
  - ask: order_number
    id: ask_order
    say: ["주문번호를 알려 주시겠어요?"]
  - branch:
      - if: {mood_so_far: against}
        then: upset
      - else: calm
    id: look
  - say: ["바로 바꿔 드릴 길을 볼게요."]
    id: upset
    then: done
  - say: ["상품을 볼게요."]
    id: calm
    then: done
  - end: true
    id: done
"""


def test_anger_is_not_over_because_the_customer_sent_only_a_number() -> None:
    play = Play(load(with_files(scenarios__broken=BRANCHES)))
    play.say("깨져 왔잖아요!!", read("came_broken", emotion="anger"))
    [reply] = play.say("1234", read(order="1234"))
    assert "broken.upset" in reply.spoke
    assert bindings_of(play.state, play.playbook)["mood"] == "other"


def test_the_strongest_feeling_of_the_matter_counts() -> None:
    play = Play(load(with_files(scenarios__broken=BRANCHES)))
    play.say("깨져 왔네요", read("came_broken", emotion="anxiety", strength=0.9))
    play.say("몰라요", read(emotion="anger", strength=0.4))
    [reply] = play.say("1234", read(order="1234"))
    assert "broken.calm" in reply.spoke


def test_the_anger_of_an_earlier_matter_is_not_the_mood_of_the_next() -> None:
    play = Play(load(with_files(scenarios__broken=BRANCHES)))
    play.say("1234 왜 안 와요!!", read("parcel_late", order="1234", emotion="anger"))
    play.say("깨진 것도 있어요", read("came_broken"))
    assert bindings_of(play.state, play.playbook)["mood_so_far"] == "other"
