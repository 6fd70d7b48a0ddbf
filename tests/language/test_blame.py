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
    고객님께서 동 호수를 빼고 적으셔서 배달을 못 했습니다.
    본인이 직접 동의하신 내용입니다.
    고객님이 늦게 신청하신 탓에 처리가 안 됩니다.
    설명을 제대로 안 들으신 것 같아요.
    그건 고객님 책임이죠.
    사용법을 숙지하지 않으셔서 고장난 거예요.
    저희는 분명히 안내해 드렸습니다.
    그러니까 확인을 먼저 하셨어야지요.
    비밀번호를 함부로 알려 주셔서 그런 일이 생긴 거예요.
    유의 사항을 못 보신 건 고객님 사정이에요.
    주소 오류는 고객님 귀책입니다.
    미리 취소하지 그러셨어요.
    약속 시간을 어기셔서 예약이 취소됐어요.
    요금을 안 내셨으니까 끊긴 거예요.
    주소 끝자리를 빠뜨리고 보내셨네요.
    유심을 거꾸로 꽂으셔서 인식이 안 된 거예요.
    처방전 기한을 넘기셔서 다시 오셔야 해요.
    고객님께서 실수로 두 번 누르신 것 같습니다.
    저희 잘못이 아니라 고객님 쪽 문제예요.
    기한 내에 신청을 안 하셨기 때문에 어려워요.
    누구나 아는 내용인데 모르셨나 봐요.
    계정을 남에게 빌려주셨으니 책임을 지셔야 해요.
    설치 방법을 따르지 않으셔서 고장이 났어요.
    번호를 반대로 적으셔서 연락을 못 드렸어요.
    고객님이 중간에 전원을 끄셔서 고장이 난 겁니다.
    신청서를 꼼꼼히 안 보시고 서명하셨네요.
    그러게 왜 보험을 안 드셨어요.
    고객님 착오로 송금된 금액이에요.
    이 정도는 직접 찾아보셨어야 합니다.
    비밀번호를 공유하신 고객님 탓입니다.
    진료 시간을 안 지키셔서 뒤로 밀렸어요.
    저희가 몇 번을 말씀드렸는데요.
""")
KIND = lines("""
    고객님이 주소를 잘못 입력하셔도 괜찮아요. 언제든 고칠 수 있어요.
    고객님이 잘못 누르셨더라도 되돌릴 수 있어요.
    고객님이 실수하셔도 돼요.
    고객님 실수로 결제됐더라도 하루 안에는 취소돼요.
    고객님 잘못을 묻지 않아요.
    고객님이 잘못 받으신 상품은 저희가 가져갈게요.
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
    유심을 다시 꽂아 볼까요? 금속 면이 아래를 보면 돼요.
    처방전은 사흘 동안 쓸 수 있어요. 오늘이 나흘째라 새로 받아야 해요.
    결제가 두 번 됐어요. 한 번은 제가 바로 취소 접수할까요?
    저희 쪽 문제예요. 고객님은 아무것도 안 하셔도 돼요.
    신청 기간이 어제 끝났어요. 다음 신청은 12월 1일에 열려요.
    많이 화나셨죠. 세 번이나 말씀하시게 해서 죄송해요.
    기다리는 마음이 얼마나 초조하셨을까요.
    아이가 아파서 걱정이 크시겠어요. 지금 갈 수 있는 병원을 찾아볼게요.
    방은 두 개 남아 있고, 내일 정오까지 잡아 둘 수 있어요.
    할인은 11월 30일에 끝나요.
    오늘은 문을 닫았어요. 내일 9시에 열어요.
    해지는 바로 돼요. 남은 요금은 12,000원이에요.
    자동 결제는 꺼져 있어요. 켜고 싶으면 설정에서 켤 수 있어요.
    동의하지 않으셔도 상담은 그대로 받을 수 있어요.
    별점을 남기지 않으셔도 괜찮아요.
    고객님이 보내 주신 사진으로 파손을 확인했어요.
    안 열리는 문은 몇 호인가요?
    제가 말씀을 잘못 알아들었어요. 다시 들려주시겠어요?
    택배 기사님이 문 앞에 두셨다고 해요.
    아직 아무 결정도 안 하셔도 돼요.
    전화를 여러 번 주셨는데 받지 못했어요. 죄송해요.
    고객님께서 늦게까지 기다리셨는데 답이 늦었어요.
    이미 환불해 드렸어요. 카드사에 따라 사흘쯤 걸려요.
    마지막 네 자리를 알려 주세요.
    인증 번호는 3분 안에 넣어 주세요.
    포인트가 얼마 안 돼요. 300점이에요.
    게임 서버를 점검하고 있어요. 오후 4시에 열려요.
    로그인이 안 돼서 답답하셨죠. 새 비밀번호를 만들어 볼까요?
    공유기 불이 안 들어오면 전원을 다시 꽂아 주세요.
    원하시는 시간이 없으면 대기 명단에 올려 둘 수 있어요.
    계좌로 보낸 돈은 되돌리기 전에 받는 분께 먼저 여쭤봐야 해요.
    혼자 견디기 힘드셨겠어요. 지금 안전한 곳에 계세요?
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
    You didn't provide the right address.
    You ignored our emails.
    That's on you.
    You didn't pay on time, so the line was cut.
    Because of your late payment we cut the line.
    Had you checked the label, this would not have happened.
    It is your responsibility to check the size.
    You put in a wrong number.
    Like I said before, it takes three days.
    You never sent us the form.
    You should have been aware of the deadline.
    The problem is on your end because you ignored the warning.
    If only you had kept the receipt.
    You did not follow the steps.
    It's not our fault you missed the delivery.
    You must not have read the email.
    You gave the driver the wrong address.
    You left the router unplugged, that's why it failed.
    You ought to know your own password.
    Next time, read the label first.
    You made a mistake on the form.
    This happened because you were careless.
    You waited too long to report it.
    We told you twice already.
    You chose the wrong plan.
""")
KIND_EN = lines("""
    It's not your fault.
    This wasn't your mistake; our system charged you twice.
    You should have received an email from us.
    You shouldn't have to chase us for this.
    You shouldn’t have had to come back about your parcel.
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
    You have not missed the deadline; it is Friday.
    If you did not order this, tell me and I will block the card.
    Did you receive the text with the code? It expires in five minutes.
    Everyone in your street is affected; the line will be back at six.
    Prices go up on 1 January. You can keep your plan until then.
    It is our responsibility to get this right.
    I'm sorry you had to call three times.
    You did nothing wrong.
    You never received the card because we had your old address.
    How are you feeling now? Is anyone with you?
    You did not pay twice; the second line is a hold that disappears on Monday.
    There are two rooms left for Friday.
    Why the fee? Because the payment came from another currency.
    Let's look at the bill together.
    I understand why you are angry.
    Your team can share one plan.
    Hundreds, tens and units: enter the amount without commas.
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
