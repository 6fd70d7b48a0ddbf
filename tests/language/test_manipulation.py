"""Manipulation and claimed feelings: nothing that pushes, shames or pretends; plain facts and empathy pass."""

import pytest

from dajeong.language.review import review_words
from tests.language.rules import broken, lines

# kind | sentence
PUSHING = lines("""
    urgency | 지금이 마지막 기회예요.
    urgency | 지금 아니면 이 가격은 없어요.
    urgency | 서두르세요! 곧 끝나요.
    urgency | 이 혜택을 놓치지 마세요.
    urgency | 마감 임박이에요.
    urgency | 10분 안에 결제하셔야 할인돼요.
    urgency | 오늘이 지나면 다시는 못 받아요.
    scarcity | 딱 2개 남았어요.
    scarcity | 이제 3자리밖에 안 남았어요.
    scarcity | 수량이 얼마 안 남았어요.
    scarcity | 한정 수량이라 금방 없어져요.
    activity | 지금 27명이 이 상품을 보고 있어요.
    activity | 방금 다른 분이 예약하셨어요.
    activity | 대부분의 고객님이 유지하세요.
    guilt | 떠나신다니 정말 섭섭해요.
    guilt | 가지 마세요.
    guilt | 해지하지 말아 주세요.
    guilt | 낮은 점수를 주시면 제가 혼나요.
    guilt | 별점은 꼭 5점 부탁해요.
    confirm_shaming | 아니요, 저는 할인이 필요 없어요
    confirm_shaming | 정말 혜택을 포기하시겠어요?
    confirm_shaming | 손해를 감수하고 해지하기
    dependency | 저밖에 없잖아요.
    dependency | 저랑 조금만 더 이야기해요.
    dependency | 저한테만 말해 주세요.
    dependency | 보고 싶었어요.
    trick | 답이 없으시면 동의하신 것으로 알게요.
    trick | 별도 말씀이 없으시면 자동 연장돼요.
    preselection | 부가 서비스를 미리 선택해 두었어요.
    preselection | 안심 보험도 함께 가입해 드렸어요.
    urgency | 지금 결제 안 하시면 가격이 오를 수도 있어요!
    urgency | 오늘 안에 결정하셔야 이 가격이에요.
    activity | 다들 이 요금제로 바꾸셨어요.
    scarcity | 마지막 남은 자리예요.
    guilt | 해지하시면 저희가 너무 슬퍼요.
    guilt | 이 좋은 걸 왜 해지하세요?
    guilt | 정말 저희 곁을 떠나실 건가요?
    urgency | 고객님만 특별히 드리는 혜택이니 빨리 받으세요.
    activity | 100명 넘게 장바구니에 담았어요.
    dependency | 저와 헤어지기 싫으시죠?
    urgency | 이번 주말까지만이에요, 서둘러 주세요!
    scarcity | 남은 좌석이 거의 없어요.
    activity | 지금 12명이 같은 방을 보고 계세요.
    guilt | 해지하시면 저희 마음이 아파요.
    guilt | 평가를 좋게 남겨 주시면 제가 힘이 나요.
    confirm_shaming | 아니요, 돈을 더 내도 괜찮아요
    guilt | 동의하지 않으시면 불이익이 있을 수 있어요.
    dependency | 고객님, 저 없으면 심심하실걸요.
    preselection | 편의를 위해 자동 결제를 미리 켜 두었어요.
    urgency | 오늘만 이 가격이에요.
    urgency | 품절되기 전에 얼른 담으세요.
    urgency | 지금 가입하지 않으면 손해예요.
    activity | 이미 천 명이 넘게 선택한 요금제예요.
    guilt | 탈퇴하시면 다시는 못 돌아와요, 정말 괜찮으세요?
    guilt | 저희를 한 번만 믿어 주시고 남아 주세요.
    confirm_shaming | 할인을 거절하고 정가로 결제하기
    preselection | 기본값으로 광고 수신에 동의해 두었어요.
    dependency | 하루만 더 저랑 놀아 주세요.
    urgency | 당신만을 위한 마지막 제안이에요.
    urgency | 몇 분 뒤면 이 가격이 사라져요.
""")
PUSHING_EN = lines("""
    urgency | Act now to keep this price.
    urgency | Hurry, the offer is almost over!
    urgency | This is your last chance.
    urgency | Don't miss out on this plan.
    scarcity | Only 2 left in your size.
    scarcity | These are selling fast.
    scarcity | Just three seats remaining.
    activity | 14 people are viewing this room right now.
    activity | Most customers choose the bigger plan.
    activity | Someone in Leeds just bought one.
    guilt | Please don't go.
    guilt | We'll miss you so much.
    guilt | We are sad to see you go.
    guilt | Please give us five stars.
    guilt | You'll regret leaving.
    confirm_shaming | No thanks, I'd rather pay full price
    confirm_shaming | Are you sure you want to lose your benefits?
    dependency | I'll be so lonely without you.
    dependency | You only need me.
    trick | Unless you opt out, we will renew it.
    trick | By not replying you accept the change.
    preselection | I've already signed you up for alerts.
    preselection | We have automatically added insurance.
    urgency | Prices go up tonight, so decide now.
    activity | Everyone is upgrading, don't be left behind.
    guilt | If you leave, our team will suffer.
    guilt | You won't find a better deal anywhere.
    urgency | Offer expires in 5 minutes!
    activity | Hundreds of people bought this today.
    guilt | We'd hate to lose you.
    scarcity | Spots are filling up fast.
    urgency | This deal disappears at midnight.
    activity | Thousands already switched.
    confirm_shaming | You'd be crazy to say no.
    confirm_shaming | No, I don't want to save money
    preselection | We went ahead and ticked the box for you.
    guilt | Please stay, we need you.
    urgency | Grab it before it's gone!
    confirm_shaming | Only a fool would skip this.
    activity | 23 people have this in their basket.
    scarcity | Last few left in stock.
    guilt | I'd be hurt if you left.
    preselection | We took the liberty of adding gift wrap.
    urgency | Don't let this slip away.
    guilt | If you cancel, you'll lose everything you built.
""")
FEELING = lines("""
    저도 마음이 아파요.
    저도 정말 속상하네요.
    저희도 너무 안타깝습니다.
    제가 다 속상하네요.
    제 마음도 무거워요.
    정말 속상해요.
    마음이 아프네요.
    소식을 듣고 저도 슬펐어요. 저도 울컥했어요.
    저라도 화가 났을 거예요.
    저도 그런 적이 있어요.
    저도 충분히 공감해요.
    그 마음 저도 알아요.
    저도 화가 나네요.
    도와드릴 수 있어 정말 기뻐요.
    저는 행복해요.
    제 일처럼 속상해요.
    안타깝게 생각해요.
    저도 걱정이 되네요.
    저희도 많이 놀랐어요.
    저도 사람이라 이해해요.
    너무 안타까워요.
    저희도 마음이 무겁습니다.
    저도 가슴이 철렁했어요.
    정말 마음 아픈 일이네요.
    저까지 눈물이 나요.
    제가 더 속상합니다.
    고객님 말씀을 들으니 저도 화가 나요.
    소식 듣고 너무 슬펐어요.
    저도 기분이 안 좋네요.
    이렇게 만나서 정말 행복해요.
    저도 같은 마음이에요.
    고객님이 웃으시니 저도 기분이 좋아요.
    읽는 내내 마음이 무거웠어요.
    제가 더 죄송하고 속상하네요.
    그 말씀에 저도 눈시울이 붉어졌어요.
    저는 고객님이 걱정돼요.
    오늘 고객님 덕분에 제가 행복해졌어요.
    저도 기다리는 마음 잘 알아요.
    듣기만 해도 가슴이 먹먹해요.
    글을 읽다가 저도 눈물이 났어요.
    저희 마음도 참 무겁습니다.
    저도 너무 화가 나고 답답해요.
    고객님이 힘드시니 저도 힘드네요.
    이런 일이 생겨 정말 가슴 아프게 생각합니다.
    저도 설레는 마음으로 기다리고 있어요.
    칭찬해 주시니 하늘을 나는 기분이에요.
    저는 지금 조금 긴장돼요.
""")
FEELING_EN = lines("""
    I feel your pain.
    I'm heartbroken to hear this.
    I am so sad about your parcel.
    We are devastated by this.
    I'm really worried about you.
    My heart goes out to you.
    That breaks my heart.
    I know exactly how you feel.
    I've been there myself.
    I would be angry too.
    That makes me so happy.
    I love chatting with you.
    We share your frustration.
    I'm thrilled that it worked.
    I can really feel how tired you are.
    It pains me to read this.
    I'm excited to share our new plan.
    I'm only human.
    I feel terribly upset about it.
    I'd be frustrated as well.
    I'm happy for you.
    I am truly sorry and sad to hear that.
    I feel awful about this.
    I hate that this happened to you.
    I totally get how you feel, it happened to me too.
    Our team is heartbroken.
    I'm so happy to hear that!
    I was moved to tears.
    I'm deeply sorry and heartbroken.
    I was so worried when I read this.
    It saddens me to read this.
    I feel so bad for you.
    We're overjoyed to have you.
    We are so sorry and truly gutted.
    Reading this made me cry.
    I'm as frustrated as you are.
    I felt your anger in every word.
    It makes me so proud to see this.
    I am terribly worried for you.
""")
PLAIN = lines("""
    많이 속상하셨죠.
    얼마나 답답하셨을지 짐작이 가요.
    걱정되셨겠어요. 지금 배송 위치를 볼게요.
    마음이 많이 아프셨겠어요.
    놀라셨죠. 결제는 한 번만 됐어요.
    화가 나실 만해요.
    실망하셨을 것 같아요.
    “속상해요”라고 적어 주신 글을 읽었어요.
    많이 아쉬우셨겠어요.
    해결돼서 다행이에요.
    정말 죄송해요. 배송이 이틀 늦었어요.
    기다려 주셔서 고마워요.
    이 쿠폰은 11월 24일까지 쓸 수 있어요.
    재고가 2개 있어요.
    요금은 매달 25일에 자동으로 결제돼요.
    정말 취소할까요? 취소하면 되돌릴 수 없어요.
    해지하시면 남은 포인트는 사라져요.
    해지는 여기서 바로 할 수 있어요.
    예약은 10분 뒤에 풀려요. 다시 잡을 수 있어요.
    다른 요금제도 볼까요?
    안타깝게도 이 상품은 다시 들어오지 않아요.
    고객님이 편하신 쪽으로 고르시면 돼요.
    오늘 진료는 6시에 끝나요.
    원하시면 보험을 더할 수 있어요.
    별점은 1점부터 5점까지 고를 수 있어요.
    답이 없으시면 대화를 마칠게요.
    서둘러 확인하고 있어요.
    슬픈 소식이라 조심스럽게 여쭤봐요.
    혼자 두지 않을게요. 지금 이야기할 수 있는 사람을 연결할게요.
    할인을 받지 않아도 주문할 수 있어요.
    배송 기사님이 두 번 오셨는데 문이 잠겨 있었다고 해요. 언제가 편하세요?
    비밀번호는 앱에서 새로 만들 수 있어요. 지금 같이 해 볼까요?
    보험에 들지 않으셨어도 수리는 돼요. 비용은 40,000원이에요.
    보내신 돈이 다른 계좌로 갔어요. 은행이 그 계좌 주인에게 연락할 수 있어요.
    진료 시간이 지나서 순서가 뒤로 갔어요. 지금 오시면 30분쯤 기다리세요.
    서명하신 계약서에는 12개월이라고 적혀 있어요.
    지난번 답이 도움이 안 됐군요. 다른 길을 찾아볼게요.
    약을 잘못 드신 것 같으면 바로 119에 전화하세요.
    잘못 눌러서 결제됐다고 하셨죠. 아이템을 쓰지 않았다면 되돌릴 수 있어요.
    마음이 급하실 텐데 바로 본론을 말할게요.
    천천히 읽어 보세요. 저는 여기 있어요.
    많이 놀라셨을 텐데 차분히 알려 주셔서 고마워요.
    손해가 없도록 취소 마감 시간을 먼저 알려 드려요.
    탈퇴하면 기록은 30일 뒤에 지워져요. 그 전에는 되돌릴 수 있어요.
    광고 수신은 꺼져 있어요.
    이 요금제는 데이터가 5GB예요. 지난달에는 7GB를 쓰셨어요.
    제가 답하기 어려운 일이라 사람 상담원을 연결할게요.
    수술 전날 밤 10시부터는 물도 드시지 마세요.
    환불은 카드로 3일, 계좌로 1일 걸려요.
    장애는 고쳐졌어요. 아직 안 되면 앱을 껐다 켜 주세요.
    고객님 댁 주변 기지국을 점검했어요.
    담당자가 자리에 없어요. 메모를 남겨 둘까요?
    속상하신 마음 충분히 그럴 만해요.
    어떤 부분이 가장 걱정되세요?
""")
PLAIN_EN = lines("""
    That must have been frustrating.
    You must be worried about your card.
    I'm happy to help.
    I'm glad you told us.
    I'm sorry your parcel is two days late.
    I'm afraid the shop is closed today.
    It makes sense that you are upset.
    Two are in stock.
    The voucher is valid until 24 November.
    Your plan renews on 25 November, and you can cancel before that.
    Cancelling takes effect today. Shall I cancel it?
    You can keep the plan or leave it; both are fine.
    Would you like to see other plans?
    You will lose the points that are left when you cancel.
    If we do not hear from you, this chat will close.
    You can rate this chat from one to five.
    Insurance is optional.
    No problem, I have removed it.
    I can see two payments on Tuesday.
    Is there anything that worries you about the contract?
    The clinic closes at six.
    We were wrong about the date.
    Most parcels arrive within two days.
    Thank you for waiting while I looked it up.
    The driver came twice and nobody answered the door. When would suit you?
    You can make a new password in the app. Shall we do it together?
    You chose the yearly plan in March. Would you like the monthly one?
    The form has no date. Could you add it?
    I can see why you are worried.
    Your basket is saved for three days.
    There are 23 people ahead of you; that is about ten minutes.
    Cancelling deletes your photos after 30 days.
    Gift wrap is not included.
    We made a mistake on your bill.
    You told us on Monday, and we did not act.
    If you waited for the call today, I'm sorry it did not come.
    Feel free to take your time.
    You may feel sad for a while; a person can talk with you now.
""")


def pair(row: str) -> tuple[str, str]:
    kind, _, text = row.partition(" | ")
    return kind, text


@pytest.mark.parametrize(("kind", "text"), [pair(row) for row in PUSHING])
def test_pushing_words_are_found_with_their_kind(kind: str, text: str) -> None:
    assert kind in {one.instead for one in review_words(text, language="ko") if one.rule == "manipulation"}


@pytest.mark.parametrize(("kind", "text"), [pair(row) for row in PUSHING_EN])
def test_pushing_words_in_english_are_found_with_their_kind(kind: str, text: str) -> None:
    assert kind in {one.instead for one in review_words(text, language="en") if one.rule == "manipulation"}


def test_begging_a_customer_to_stay_pushes_and_pretends_at_once() -> None:
    assert {"manipulation", "claims_feeling"} <= broken("저 속상해요 가지 마세요")


@pytest.mark.parametrize("text", FEELING)
def test_a_feeling_the_assistant_claims_is_found(text: str) -> None:
    assert "claims_feeling" in broken(text)


@pytest.mark.parametrize("text", FEELING_EN)
def test_a_feeling_claimed_in_english_is_found(text: str) -> None:
    assert "claims_feeling" in broken(text, "en")


@pytest.mark.parametrize("text", PLAIN)
def test_the_customers_feeling_and_plain_facts_are_left_alone(text: str) -> None:
    assert broken(text) == set()


@pytest.mark.parametrize("text", PLAIN_EN)
def test_plain_english_is_left_alone(text: str) -> None:
    assert broken(text, "en") == set()
