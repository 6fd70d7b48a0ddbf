"""Stiffness: form-letter wordings are found, each under its rule; natural replies pass."""

import pytest

from tests.language.rules import broken, lines

STIFF = {
    "translationese": lines("""
        결제가 시스템에 의해 취소됐어요.
        폭설로 인하여 배송이 늦어요.
        점검으로 인해 접속이 안 돼요.
        서비스를 이용함에 있어 문제가 없어요.
        회원 카드를 가지고 있습니다.
        변경하는 것이 가능해요.
        앱에서 취소할 것을 권장해요.
        신분증을 필요로 해요.
        본인 인증이 요구됩니다.
        지금 확인 중에 있습니다.
        안내해 드리도록 하겠습니다.
        서류를 보내 주시기 바랍니다.
        주소를 확인하시기 바랍니다.
        요금제를 변경하고자 합니다.
        매장은 역 앞에 위치해 있어요.
        내일 복구될 것으로 예상됩니다.
        카드에 대한 조회를 진행합니다.
        문제가 발생했습니다. 지연이 발생되어 확인하고 있습니다.
        고객님에게 있어 중요한 일이에요.
        가장 좋은 것 중의 하나예요.
        담당자에 의하여 처리됐어요.
        고객님의 요청에 의해 변경됐어요.
        확인 과정에 있어서 시간이 걸려요.
        도와드리도록 하겠습니다.
        빠른 처리가 이루어질 수 있도록 하겠습니다.
        해당 기능은 지원되지 않는 것으로 확인됩니다.
        주문 건에 대한 취소 처리를 진행해 드리겠습니다.
    """),
    "double_passive": lines("""
        주문이 취소되어졌어요.
        화면에 보여지는 번호예요.
        비밀번호가 잊혀졌나요?
        요금이 둘로 나뉘어져 있어요.
        상자에 담겨져 있어요.
        문이 닫혀져 있었어요.
        창이 열려진 채였어요.
        설명서에 쓰여진 대로예요.
        처리되어집니다.
        계정이 잠겨 보여지고 있어요.
        약이 섞여져 있어요.
        예약이 확정되어지면 알려 드려요.
        앱에서 읽혀지지 않아요.
        기사님께 묶여진 상자예요.
        그렇게 불려지고 있어요.
        포인트가 쌓여지는 중이에요.
        길이 막혀져 있어요.
        주소가 바뀌어졌어요.
        선물이 놓여져 있어요.
        그 말이 믿겨지지 않으시죠.
        그렇게 생각되어집니다.
        이름이 적혀져 있어요.
        두 번 눌려졌어요.
        접속이 끊겨졌어요.
        버튼이 가려져 보여집니다.
    """),
    "thing_honoured": lines("""
        주문하신 상품이 나오셨습니다.
        배송비가 무료이십니다.
        커피가 나오셨어요.
        요금은 35,000원이십니다.
        이 제품은 품절이세요.
        결제가 되셨습니다.
        환불되셨어요.
        택배가 도착하셨습니다.
        재고가 없으십니다.
        그 사이즈는 있으세요.
        말씀이 계시겠습니다.
        이쪽으로 오실게요.
        잠시만 기다리실게요.
        침대에 누우실게요.
        예약이 확인되셨습니다.
        5천 원이세요.
        쿠폰이 적용되셨어요.
        유심이 발송되셨습니다.
        주문 취소되셨습니다.
        사은품이십니다.
        진료비는 2만 원이십니다.
        주문하신 아메리카노 나오셨습니다.
        이 모델은 단종되셨어요.
        검사 결과 나오셨어요.
        사이즈가 품절되셔서요.
        총 금액은 5만 원 되시고요.
        배송은 내일 되실 거예요.
    """),
    "empty_formula": lines("""
        불편을 드려 죄송합니다.
        불편을 끼쳐 드려 대단히 죄송합니다.
        이용에 불편을 드려 죄송해요.
        고객님, 불편을 드려 정말 죄송합니다.
        심려를 끼쳐 드려 죄송합니다.
        진심으로 불편을 드린 점 사과드립니다.
        양해 부탁드립니다.
        너그러운 양해 바랍니다.
        더 나은 서비스로 보답하겠습니다.
        항상 최선을 다하겠습니다.
        빠른 시일 내에 연락드리겠습니다.
        소중한 의견 감사합니다.
        고객 만족을 위해 노력하겠습니다.
        불편을 드려 죄송합니다ㅠㅠ
        네, 불편 드려 죄송해요!
        먼저 불편을 끼쳐 드린 점 깊이 사과드립니다.
        최상의 서비스를 제공하겠습니다.
        이른 시일 안에 처리할게요.
        혼란을 드려 죄송합니다.
        많은 양해 부탁드려요.
    """),
    "too_long": lines("""
        주문하신 운동화가 어제 저녁에 물류센터를 떠났는데 눈이 많이 와서 고속도로가 막히는 바람에 오늘 오전까지도 도착하지 못했어요.
        이 요금제는 한 달 데이터 열 기가에 통화와 문자를 다 드리고 늦은 밤에는 속도도 줄지 않아요.
        카드 비밀번호를 세 번 넘게 다르게 누르면 카드가 잠기는데 앱이나 가까운 지점에서 신분증을 보여 주고 풀 수 있어요.
        예약 시간보다 십 분쯤 일찍 오셔서 접수처에 이름을 말하고 번호표를 받은 뒤 이 층 대기실에서 기다려 주세요.
    """),
}
NATURAL = lines("""
    배송이 이틀 늦어져 많이 기다리시게 했어요. 죄송해요.
    결제가 두 번 돼서 놀라셨죠. 불편을 드려 죄송해요, 하고 끝내지 않을게요.
    눈이 많이 와서 배송이 늦어요.
    앱에서 취소할 수 있어요.
    신분증이 필요해요.
    지금 확인하고 있어요.
    서류를 보내 주세요.
    매장은 역 앞에 있어요.
    돼지고기는 냉동으로 보내요.
    화면에 보이는 번호를 알려 주세요.
    화면을 보여 주시면 같이 볼게요.
    영수증을 보여 주세요.
    이미 알려진 오류예요.
    오늘 만들어진 상품이에요.
    화면이 보여 지금 눌렀어요.
    주문하신 상품이 나왔어요.
    고객님, 궁금한 점이 있으세요?
    회원이세요?
    직원이시면 여기를 눌러 주세요.
    요금은 35,000원이에요.
    상품을 받으셨나요?
    고객님이 결제하신 카드예요.
    예약하신 시간이 몇 시세요?
    배송비는 무료예요.
    담당자가 사정을 듣고 다시 정했어요.
    점검이 길어져 오늘은 접속이 어려워요. 내일 아침 9시에 열려요.
    걱정을 덜어 드릴 방법을 찾았어요.
    주차장이 있어요.
    포인트가 3,000점 쌓였어요.
    의견을 듣고 알림 시간을 바꿨어요.
    불이 빨간색으로 깜빡이나요?
    인터넷이 느려 답답하셨죠. 공유기를 껐다 켜 볼까요?
""")
STIFF_EN = {
    "translationese": lines("""
        You are requested to send the form.
        It is recommended that you restart it.
        We would like to inform you that it shipped.
        Should you require help, call us.
        The refund is in the process of being made.
        Please make a payment of £20.
    """),
    "empty_formula": lines("""
        Sorry for the inconvenience.
        We apologise for any inconvenience.
        We apologize for any inconvenience this may have caused.
        Your call is important to us.
        We truly value your business.
        Please do not hesitate to contact us.
        We strive to do better.
        Thank you for your patience.
        We will answer as soon as possible.
        Your feedback is very important to us.
    """),
    "too_long": lines("""
        Your parcel left our warehouse on Monday evening but the motorway was closed because of snow and so the driver had to turn back and wait there.
    """),
}
NATURAL_EN = lines("""
    I'm sorry your parcel is two days late.
    I'm sorry for the inconvenience caused by the second charge on Tuesday.
    Thank you for waiting ten minutes while I looked.
    Please send the form.
    If you need help, call us.
    The refund is on its way.
    Your card is blocked. I can unblock it here.
    The line is down in your street until six.
    Two payments were made on Tuesday.
    Would you like a new card or the old number?
    Please pay £20 by Friday.
    Your bill went up by £3 because the discount ended.
""")
BAD = [(rule, text) for rule, texts in STIFF.items() for text in texts]
BAD_EN = [(rule, text) for rule, texts in STIFF_EN.items() for text in texts]


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_a_stiff_wording_is_found_under_its_rule(rule: str, text: str) -> None:
    assert rule in broken(text)


@pytest.mark.parametrize("text", NATURAL)
def test_a_natural_reply_is_left_alone(text: str) -> None:
    assert broken(text) == set()


@pytest.mark.parametrize(("rule", "text"), BAD_EN)
def test_a_stiff_english_wording_is_found_under_its_rule(rule: str, text: str) -> None:
    assert rule in broken(text, "en")


@pytest.mark.parametrize("text", NATURAL_EN)
def test_a_natural_english_reply_is_left_alone(text: str) -> None:
    assert broken(text, "en") == set()


def test_a_long_address_does_not_make_a_sentence_long() -> None:
    assert (
        broken("여기서 볼 수 있어요: https://shop.kr/orders/tracking/2026/11/24/a-very-long-path-with-many-words")
        == set()
    )


def test_a_variable_of_a_template_counts_as_one_short_word() -> None:
    assert broken("접수 번호는 {report_missing.receipt}, 답은 {report_missing.answer_by}까지 알려 드려요.") == set()


@pytest.mark.parametrize(("length", "long"), [(60, False), (61, True)])
def test_sixty_letters_are_the_most(length: int, long: bool) -> None:
    assert ("too_long" in broken("가" * (length - 3) + " 봐요")) is long


@pytest.mark.parametrize(("words", "long"), [(15, False), (16, True)])
def test_fifteen_words_are_the_most(words: int, long: bool) -> None:
    assert ("too_long" in broken(" ".join(["곧"] * (words - 1) + ["가요"]))) is long
