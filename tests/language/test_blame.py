"""Blame: never the customer's fault in our words, and no alarm where blame is taken away."""

import pytest

from tests.language.rules import broken, lines

BLAMING = lines("""
    고객님이 주소를 잘못 입력하셔서 반송됐어요.
    고객님께서 확인을 안 하셔서 생긴 일이에요.
    미리 말씀을 안 해 주셔서 처리가 늦었어요.
    고객님 부주의로 파손된 것으로 보여요.
    안내문을 제대로 읽어 보시면 나와 있어요.
    인증 번호를 잘못 누르셨네요.
    비밀번호를 잘못 입력하셨기 때문에 잠겼어요.
    이건 고객님 실수예요.
    고객님 책임으로 보상이 어려워요.
    아까 말씀드렸잖아요.
    이미 여러 번 안내해 드렸는데요.
    진작 연락하셨으면 됐을 텐데요.
    결제 전에 확인하셨어야 해요.
    왜 이제야 연락하셨어요?
    약관에 동의하셨잖아요.
    다른 분들은 다 잘 쓰시는데요.
    납부를 하지 않으셔서 정지됐어요.
    고객님 때문에 배송이 늦어졌어요.
    예약 시간을 잘못 알고 계셔서 접수가 안 됐어요.
    말씀드렸다시피 환불은 어려워요.
    요금제를 잘못 선택하셔서 많이 나온 거예요.
    신분증을 안 가져오셔서 개통이 안 됐어요.
    주의 사항을 안 읽으셨네요.
    고객님 과실이에요.
    처음부터 제대로 보셨어야죠.
    전화를 안 받으셔서 그냥 돌아왔어요.
    금식을 안 하셔서 검사가 취소됐어요.
    본인 부주의로 계정이 도용된 거예요.
""")
KIND = lines("""
    고객님 잘못이 아니에요.
    고객님 책임이 아니니 걱정하지 않으셔도 돼요.
    이건 고객님 실수가 아니라 저희 시스템 문제예요.
    적어 주신 주소에서 건물을 찾지 못했어요. 지금 같이 고쳐 볼까요?
    혹시 잘못 누르셨어도 괜찮아요. 다시 고를 수 있어요.
    번호를 잘못 적으셨다면 여기서 바꿀 수 있어요.
    저희가 상품을 잘못 보내 드렸어요.
    잘못 배송된 상품은 그대로 두시면 돼요.
    답을 못 받으셔서 답답하셨죠.
    연락이 안 되셔서 많이 답답하셨겠어요.
    잠을 못 주무셔서 힘드셨겠어요.
    아이템이 안 보이셔서 놀라셨죠.
    택배가 안 와서 걱정되셨죠.
    고객님께 책임을 묻지 않아요.
    앞서 알려 드린 일정은 그대로예요.
    아까 안내해 드린 대로 내일 방문해요.
    주소를 다시 한번 확인해 주세요.
    요금제를 잘못 안내해 드렸어요. 죄송해요.
    안내문을 같이 살펴볼까요?
    왜 그런지 지금 알아볼게요.
    고객님께서 말씀하신 내용을 확인했어요.
    미리 알려 주셔서 고마워요.
    많이 기다리셨을 텐데 고마워요.
    이미 결제하신 금액은 그대로예요.
    인증 번호가 맞지 않아요. 새 번호를 보낼까요?
    제가 잘못 이해했어요. 다시 볼게요.
    지난번에 여러 번 전화하셨는데 연결이 안 됐다고요.
    신분증이 있으면 바로 개통돼요.
""")
BLAMING_EN = lines("""
    You failed to confirm your address.
    You should have told us earlier.
    You should've checked the size first.
    You shouldn't have opened the box.
    As I already told you, it takes three days.
    As previously mentioned, refunds take a week.
    This is your mistake.
    The delay is due to your own error.
    It was your fault that the parcel came back.
    You entered the wrong PIN three times.
    You gave us an incorrect phone number.
    It was cancelled because you didn't pay.
    Since you never answered, the driver left.
    If you had read the email, you would know.
    You clearly didn't follow the steps.
    Please read the instructions carefully before calling.
    You must have pressed the wrong button.
    You claim that the card was stolen.
    Please calm down.
    Other customers don't have this problem.
    Your failure to pay led to this.
    You misunderstood the offer.
    Why didn't you call us before?
    You were supposed to bring your ID.
    We've already explained this to you.
""")
KIND_EN = lines("""
    It's not your fault.
    This wasn't your mistake; our system charged you twice.
    You should have received an email from us.
    You should have a new card by Friday.
    If you entered the wrong number, you can change it here.
    The address on the label has no flat number. Shall we add it?
    The PIN did not match. Would you like a new one?
    We sent the parcel to the wrong place.
    I gave you the wrong date. The right one is Tuesday.
    You have already done the hard part.
    You were right to call us.
    Thank you for telling us so early.
    You have not missed anything.
    Your card was blocked because of an unusual payment abroad.
    The payment did not go through on 3 November.
    Please check the address once more.
    Tell me which button you pressed and we will go from there.
    I understand you tried twice already.
    Did you get a text message from us?
    Your error message says the line is busy.
    You said the light is red.
    We did not explain this well.
    Could you read me the last four digits?
    You forgot nothing; the form was closed.
""")


@pytest.mark.parametrize("text", BLAMING)
def test_blame_in_korean_is_found(text: str) -> None:
    assert "blame" in broken(text)


@pytest.mark.parametrize("text", KIND)
def test_a_reply_without_blame_is_left_alone(text: str) -> None:
    assert broken(text) == set()


@pytest.mark.parametrize("text", BLAMING_EN)
def test_blame_in_english_is_found(text: str) -> None:
    assert "blame" in broken(text, "en")


@pytest.mark.parametrize("text", KIND_EN)
def test_an_english_reply_without_blame_is_left_alone(text: str) -> None:
    assert broken(text, "en") == set()
