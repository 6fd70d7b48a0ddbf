"""Promises: an outcome is told from help, a check and a handoff of this very turn."""

import pytest

from dajeong.language.promise import promises_in
from tests.language.rules import lines

# kind | matter | sentence
KOREAN = lines("""
    outcome | refund | 환불해 드릴게요.
    outcome | refund | 결제하신 금액을 돌려 드릴게요.
    outcome | refund | 주소를 확인하고 환불해 드릴게요.
    outcome | refund | 사흘 안에 환불해 드려요.
    outcome | refund | 바로 환불 처리해 드리겠습니다.
    outcome | compensation | 쿠폰을 넣어 드릴게요.
    outcome | compensation | 이번 달 요금을 면제해 드리겠습니다.
    outcome | exchange | 새 상품으로 바꿔 드릴게요.
    outcome | exchange | 내일 교환해 드릴게요.
    outcome | cancellation | 예약을 취소해 드릴게요.
    outcome | cancellation | 카드를 정지해 드리겠습니다.
    outcome | delivery | 내일까지 꼭 도착해요.
    outcome | delivery | 오늘 다시 보내 드릴게요.
    outcome | delivery | 상품을 바로 보낼게요.
    outcome | delivery | 내일 오전에 도착할 거예요.
    outcome | delivery | 모레까지 받아 보실 수 있어요.
    outcome | callback | 담당자가 내일 연락드릴게요.
    outcome | callback | 한 시간 안에 전화드리겠습니다.
    outcome | callback | 내일 알려 드릴게요.
    outcome | callback | 결과가 나오는 대로 알려 드릴게요.
    outcome | callback | 확인되면 알려 드릴게요.
    outcome | repair | 오늘 안에 해결해 드릴게요.
    outcome | repair | 반드시 고쳐 드리겠습니다.
    outcome | change | 주소를 바로 변경해 드릴게요.
    outcome | change | 진료를 예약해 드릴게요.
    outcome | guarantee | 품질을 보장해요.
    outcome | guarantee | 제가 책임지겠습니다.
    outcome | guarantee | 약속드려요.
    outcome | refund | 무조건 환불됩니다.
    check | other | 확인해 볼게요.
    check | other | 배송 위치를 조회해 볼게요.
    check | other | 환불이 되는지 확인해 볼게요.
    check | other | 내일 도착하는지 알아볼게요.
    check | other | 지금 살펴보겠습니다.
    check | other | 바로 확인하겠습니다.
    check | other | 제가 알아봐 드릴게요.
    help | other | 도와드릴게요.
    help | other | 취소를 도와드릴게요.
    help | other | 환불 방법을 알려 드릴게요.
    help | other | 교환 절차를 안내해 드릴게요.
    help | other | 요금제를 설명해 드리겠습니다.
    help | other | 확인하고 알려 드릴게요.
    help | other | 화면을 보여 드릴게요.
    handoff | other | 상담원을 연결해 드릴게요.
    handoff | other | 담당자에게 넘겨 드릴게요.
    handoff | other | 지금 직원에게 연결하겠습니다.
    handoff | other | 내용을 담당 팀에 전달해 드릴게요.
    handoff | other | 간호사 선생님께 연결해 드릴게요.
""")
NOTHING = lines("""
    환불해 드릴까요?
    환불해 드릴 수 있어요.
    환불해 드릴 수 없어요.
    취소하시겠어요?
    알겠습니다.
    죄송합니다.
    감사드려요.
    사과드립니다.
    말씀드릴 게 있어요.
    꼭 확인해 주세요.
    반드시 신분증을 가져오세요.
    꼭 필요한 서류예요.
    내일까지 도착한다고 보장하기는 어려워요.
    도착을 약속드리기는 어려워요.
    환불은 사흘쯤 걸려요.
    주문이 취소됐어요.
    많이 속상하셨겠어요.
    괜찮으시겠어요?
    상품은 11월 24일에 도착할 예정이에요.
    주문 번호를 알려 주시겠어요?
    기다릴게요.
    부탁드립니다.
    보장 기간은 일 년이에요.
    환불 규정은 여기 있어요.
""")
ENGLISH = lines("""
    outcome | refund | I will refund you today.
    outcome | refund | We'll refund the second payment.
    outcome | refund | You will get a refund on Friday.
    outcome | refund | Your money will be refunded.
    outcome | delivery | Your parcel will be delivered by Friday.
    outcome | delivery | It will arrive tomorrow.
    outcome | delivery | We'll resend it.
    outcome | exchange | I'll replace it.
    outcome | cancellation | I'll cancel the order.
    outcome | cancellation | We will block the card.
    outcome | compensation | I'll give you a £10 voucher.
    outcome | compensation | We will waive the fee.
    outcome | callback | Someone will call you today.
    outcome | callback | I'll get back to you.
    outcome | callback | You'll hear from us on Monday.
    outcome | repair | We will fix the line.
    outcome | repair | An engineer will visit on Monday.
    outcome | guarantee | I promise.
    outcome | guarantee | We guarantee it.
    outcome | change | I'll update your address.
    check | other | I'll check that now.
    check | other | Let me look into it.
    check | other | I will find out.
    help | other | I'll show you how.
    help | other | Let me explain the bill.
    help | other | I can walk you through the refund.
    handoff | other | I'll connect you to a colleague.
    handoff | other | Let me pass this on to the card team.
    handoff | other | I'm transferring you to a person.
""")
NOTHING_EN = lines("""
    Shall I refund it?
    Would you like me to cancel it?
    We can't guarantee a date.
    I cannot promise that.
    I won't cancel anything yet.
    Your order was cancelled.
    Refunds take three days.
    The parcel is on its way.
    Will it arrive tomorrow?
    Please call us.
    Thank you for telling us.
    That must have been frustrating.
    Your card is blocked.
    The guarantee ended in May.
    Do you want a new card?
""")


@pytest.mark.parametrize("row", KOREAN)
def test_a_korean_promise_has_its_kind_and_matter(row: str) -> None:
    kind, matter, text = row.split(" | ")
    assert [(one.kind, one.matter) for one in promises_in(text, "ko")] == [(kind, matter)]


@pytest.mark.parametrize("text", NOTHING)
def test_questions_possibilities_and_refusals_promise_nothing(text: str) -> None:
    assert promises_in(text, "ko") == ()


@pytest.mark.parametrize("row", ENGLISH)
def test_an_english_promise_has_its_kind_and_matter(row: str) -> None:
    kind, matter, text = row.split(" | ")
    assert [(one.kind, one.matter) for one in promises_in(text, "en")] == [(kind, matter)]


@pytest.mark.parametrize("text", NOTHING_EN)
def test_english_questions_and_refusals_promise_nothing(text: str) -> None:
    assert promises_in(text, "en") == ()


def test_several_promises_come_in_order_and_stand_where_they_were_said() -> None:
    text = "많이 기다리셨죠. 확인해 볼게요, 그리고 오늘 환불해 드릴게요. 상담원을 연결해 드릴게요."
    found = promises_in(text, "ko")
    assert [one.kind for one in found] == ["check", "outcome", "handoff"]
    assert all(text[one.start : one.end] == one.text for one in found)
