"""A small shop's playbook, complete enough for every kind of step; the tests of several rooms play it."""

from collections.abc import Mapping
from functools import cache

from dajeong.playbook import Playbook, load_playbook

SHOP: Mapping[str, str] = {
    "playbook.yaml": """
name: shop
title: 작은 가게 상담
language: ko
timing: {silence_after: 180, close_after: 600, survey_waits: 300}
hotline: "자살예방 상담전화 109"
survey: true
patterns:
  order_number: '(?<!\\d)\\d{4}(?!\\d)'
slots:
  order_number: {title: 주문번호, type: pattern, pattern: order_number}
  reason:
    title: 까닭
    type: choice
    options:
      - {label: 마음이 바뀌었어요, value: changed_mind, also: [단순 변심]}
      - {label: 깨져서 왔어요, value: broken, also: [파손, 깨졌어요]}
  damage: {title: 파손된 부분, type: text, longest: 100}
  new_address: {title: 새 주소, type: address}
  phone: {title: 연락처, type: phone}
  agreed: {title: 동의, type: yes_no}
""",
    "persona.yaml": """
name: 다정
speech_level: 해요체
introduction: "안녕하세요, 작은 가게의 다정이에요."
""",
    "actions.yaml": """
find_order:
  title: 주문 조회
  inputs: {order_number: {type: text, title: 주문번호}}
  outputs:
    found: {type: yes_no, title: 찾았는지}
    status: {type: text, title: 상태, required: false}
    item: {type: text, title: 상품, required: false}
    arrives: {type: date, title: 도착 예정일, required: false}
  timeout_seconds: 1
request_refund:
  title: 환불 접수
  inputs: {order_number: {type: text, title: 주문번호}, reason: {type: text, title: 까닭}}
  outputs:
    done: {type: yes_no, title: 접수했는지}
    receipt: {type: text, title: 접수 번호, required: false}
  timeout_seconds: 1
  may_promise: [refund]
  changes_something: true
call_back:
  title: 전화 예약
  inputs: {phone: {type: text, title: 연락처}}
  outputs: {done: {type: yes_no, title: 예약했는지}, note: {type: text, title: 메모, required: false}}
  timeout_seconds: 1
  may_promise: [callback]
  changes_something: true
""",
    "intents/shop.yaml": """
parcel_late:
  title: 택배가 늦어요
  matter: 배송
  happened: 배송이 늦어져
  examples: [택배가 아직 안 왔어요, 배송이 너무 늦어요, 언제 도착해요, 택배 언제 와요, 배송 조회해 주세요]
wants_refund:
  title: 환불하고 싶어요
  matter: 환불
  examples: [환불해 주세요, 반품하고 싶어요, 돈 돌려주세요, 환불 신청할게요, 반품 접수 부탁해요]
came_broken:
  title: 깨져서 왔어요
  matter: 파손된 상품
  happened: 상품이 깨져 와서
  examples: [물건이 깨져서 왔어요, 상자가 찌그러지고 파손됐어요, 접시에 금이 갔어요, 깨진 게 왔어요]
call_me:
  title: 전화해 주세요
  matter: 전화 예약
  examples: [전화 좀 주세요, 전화로 이야기하고 싶어요, 전화 예약할게요, 연락 주시면 좋겠어요]
""",
    "answers/shop.yaml": """
delivery_fee:
  title: 배송비
  matter: 배송비
  examples: [배송비 얼마예요, 택배비가 따로 있나요, 무료 배송 기준이 뭐예요, 배송료 알려 주세요]
  answer: "배송비는 3,000원이에요."
opening_hours:
  title: 여는 시간
  matter: 여는 시간
  examples: [몇 시에 열어요, 영업시간 알려 주세요, 주말에도 열어요, 언제 닫아요]
  answer:
    first: "평일 아침 9시부터 저녁 6시까지 열어요."
    second: "다시 말씀드리면 평일 9시부터 6시까지 열어요."
""",
    "scenarios/late_parcel.yaml": """
title: 늦는 택배
matter: 배송
intents: [parcel_late]
steps:
  - ask: order_number
    id: ask_order
    say: ["주문번호를 알려 주시겠어요?"]
    again: ["주문번호는 숫자 네 자리예요. 다시 적어 주시겠어요?"]
    at_most: 2
    otherwise: to_person
  - call: find_order
    id: find
    if_fails: cannot_look
  - branch:
      - if: {find_order.found: false}
        then: other_number
      - if: {mood: against}
        then: sorry_news
      - else: news
    id: look
  - go: other_number
    id: other_number
    comes_back: true
    then: look
  - say: "{find_order.item}은(는) {find_order.arrives}에 도착해요. 예정보다 늦은 날이에요."
    id: sorry_news
    then: done
  - say: "{find_order.item}은(는) {find_order.arrives}에 도착해요."
    id: news
    then: done
  - say: "지금은 주문을 볼 수 없어요. 잠시 뒤에 다시 물어봐 주세요."
    id: cannot_look
    then: done
  - hand_off: "상담원이 주문을 직접 찾아보도록 전할게요."
    id: to_person
    suggests: 이름으로 주문을 찾아 주세요.
  - end: true
    id: done
""",
    "scenarios/other_number.yaml": """
title: 주문번호 다시 확인
matter: 주문번호 확인
intents: []
steps:
  - ask: order_number
    id: ask_other
    fresh: true
    say: "그 번호로는 주문이 보이지 않아요. 번호를 다시 적어 주시겠어요?"
    at_most: 2
    otherwise: to_person
  - call: find_order
    id: find_other
  - branch:
      - if: {find_order.found: true}
        then: found
      - else: to_person
    id: found_or_not
  - end: true
    id: found
    asks_if_solved: false
  - hand_off: "주문이 보이지 않아 상담원이 찾아봐야 해요."
    id: to_person
""",
    "scenarios/refund.yaml": """
title: 환불
matter: 환불
intents: [wants_refund]
steps:
  - ask: order_number
    id: ask_order
    say: ["어느 주문을 환불할까요? 주문번호를 적어 주시겠어요?"]
    at_most: 2
  - ask: reason
    id: ask_reason
    say: ["돌려보내시려는 까닭을 골라 주시겠어요?"]
    at_most: 2
    otherwise: confirm
  - choose: true
    id: confirm
    say: ["환불을 접수할까요?"]
    options:
      - {label: 네 접수해 주세요, value: agreed, also: [네, 예, 접수해 주세요], then: refund}
      - {label: 아니요, value: declined, also: [아니, 안 할래요], then: not_now}
    at_most: 2
  - call: request_refund
    id: refund
    say: "환불을 접수하는 중이에요."
  - say: "환불을 접수했어요. 접수 번호는 {request_refund.receipt}이에요."
    id: refunded
    move: act
    then: done
  - say: "네, 환불은 접수하지 않았어요."
    id: not_now
  - end: true
    id: done
""",
    "scenarios/broken.yaml": """
title: 파손된 상품
matter: 파손된 상품
intents: [came_broken]
steps:
  - ask: damage
    id: ask_damage
    say: ["어디가 깨졌는지 적어 주시겠어요?"]
  - hand_off: "사진을 볼 수 있는 상담원에게 전할게요."
    id: to_person
    suggests: 사진을 받아 주세요.
""",
    "scenarios/call_me.yaml": """
title: 전화 예약
matter: 전화 예약
intents: [call_me]
steps:
  - ask: phone
    id: ask_phone
    say: ["어느 번호로 전화를 드릴까요?"]
  - call: call_back
    id: book
  - say: "{phone}(으)로 전화를 예약했어요."
    id: booked
    move: act
  - end: true
    id: done
    asks_if_solved: false
""",
}


@cache
def shop() -> Playbook:
    """The shop, loaded."""
    return load(SHOP)


def load(files: Mapping[str, str]) -> Playbook:
    """A playbook that must be whole."""
    loaded = load_playbook(files)
    assert loaded.playbook is not None, loaded.findings
    return loaded.playbook


def with_files(**changed: str) -> dict[str, str]:
    """The shop's files with some of them changed: ``scenarios__refund=...``."""
    return {**SHOP, **{f"{name.replace('__', '/')}.yaml": text for name, text in changed.items()}}
