"""Plain words: office words are found with their plain word, look-alikes are not."""

import pytest

from dajeong.language.plain_words import JARGON_EN, NOUNS_KO, VERBS_KO, jargon_in
from tests.language.rules import broken, lines

# word | plain | sentence
OFFICE = lines("""
    익일 | 다음 날 | 익일 오전에 도착해요.
    금번 | 이번 | 금번 점검은 두 시간 걸려요.
    유선 | 전화 | 유선으로 연락드릴게요.
    유선 | 전화 | 담당자가 유선 안내를 드려요.
    상기 | 위 | 상기 내용을 확인해 주세요.
    상기 | 위 | 상기의 주소로 보내 주세요.
    하기 | 아래 | 하기 링크를 눌러 주세요.
    귀하 | 고객님 | 귀하의 계좌에서 나갔어요.
    기재 | 적다 | 신청서에 기재해 주세요.
    기재 | 적다 | 주소가 기재된 서류가 필요해요.
    수령 | 받다 | 상품을 수령하셨나요?
    송부 | 보내다 | 서류를 송부해 주세요.
    소정의 | 정해진 | 소정의 절차를 거쳐요.
    당사 | 저희 | 당사의 규정이에요.
    당사 | 저희 | 당사는 그 정보를 모으지 않아요.
    필히 | 꼭 | 신분증을 필히 가져오세요.
    차주 | 다음 주 | 차주 월요일에 방문해요.
    금일 | 오늘 | 금일 접수된 건이에요.
    명일 | 내일 | 명일까지 보내 주세요.
    불가피하게 | 어쩔 수 없이 | 불가피하게 일정이 바뀌었어요.
    인입 | 들어오다 | 문의가 많이 인입되고 있어요.
    상담사 배정 | 상담원 연결 | 상담사 배정을 기다려 주세요.
    회신 | 답하다 | 메일로 회신 부탁드려요.
    지참 | 가져오다 | 신분증을 지참하세요.
    소요 | 걸리다 | 환불까지 사흘이 소요돼요.
    집하 | 택배사가 받다 | 오늘 집하됐어요.
    반려 | 돌려보내다 | 신청이 반려됐어요.
    사료 | 생각하다 | 문제없다고 사료됩니다.
    당월 | 이번 달 | 당월 요금은 35,000원이에요.
    내원 | 병원에 오다 | 10분 전에 내원해 주세요.
    이관 | 넘기다 | 담당 부서로 이관했어요.
    불가 | 할 수 없다 | 주말에는 방문이 불가해요.
    추후 | 나중에 | 자세한 내용은 추후 알려 드려요.
    상이 | 다르다 | 색상이 화면과 상이할 수 있어요.
    차감 | 빼다 | 포인트에서 차감돼요.
    숙지 | 알아 두다 | 아래 내용을 숙지해 주세요.
    미집하 | 택배사가 아직 받지 않음 | 지금은 미집하 상태예요.
    금주 | 이번 주 | 금주 중으로 고쳐요.
""")
PLAIN = lines("""
    기억을 상기시켜 드릴게요.
    당사자만 신청할 수 있어요.
    금일봉을 준비했어요.
    유선 인터넷을 쓰고 계시네요.
    유선 이어폰도 있어요.
    주문하기 버튼을 눌러 주세요.
    해지하기 전에 알려 드릴 게 있어요.
    반려동물과 함께 탈 수 있어요.
    강아지 사료를 주문하셨네요.
    양지 바른 자리예요.
    귀하게 쓸게요.
    기재부 발표를 확인해 주세요.
    소요산역에서 내려 주세요.
    차주님 차량 번호를 알려 주세요.
    이 카드는 금주 모임에서도 쓸 수 있어요.
    수령인 이름을 알려 주세요.
    득점 기록은 우편함에 있어요.
    상이한테 물어봐요.
    차감독님 게임 방송이에요.
    일체형 리모컨이에요.
    제반찬은 따로 와요.
    다음 영업일에 도착해요.
    이번 달 요금은 35,000원이에요.
    신분증을 꼭 가져오세요.
    저희 규정이에요.
    아래 주소로 보내 주세요.
    고지서는 메일로 보냈어요.
    통보다 봉지가 커요.
    한양상회 주문이에요.
    회신역 근처예요.
""")
OFFICE_EN = lines("""
    pursuant to | Pursuant to our policy, we return the money.
    kindly be advised | Kindly be advised that the line is down.
    utilize | You can utilize the app.
    utilize | She utilized the code.
    ticket escalation | A ticket escalation is needed.
    at your earliest convenience | Call us at your earliest convenience.
    prior to | Bring your ID prior to the visit.
    in order to | Press one in order to pay.
    commence | Your plan will commence on Monday.
    terminate | We terminated the line.
    aforementioned | The aforementioned fee is £5.
    remit | Please remit £20.
    in the event that | In the event that it rains, we call.
    with regard to | With regard to your bill, it is paid.
    as per | As per the contract, it ends in May.
    expedite | We expedited the parcel.
    do the needful | Please do the needful.
    going forward | Going forward, the fee is £5.
    due to the fact that | It is late due to the fact that it snowed.
    SLA | Our SLA is two days.
    rectify | We will rectify it.
    in lieu of | You get a card in lieu of cash.
    forthwith | It stops forthwith.
    end user | The end user pays.
    herewith | The form comes herewith.
    in accordance with | In accordance with the law, you may cancel.
""")
PLAIN_EN = lines("""
    You can use the app.
    Bring your ID before the visit.
    The bus terminal is on the left.
    The flight leaves from Terminal 2.
    Your priority is the refund, and so is ours.
    Press one to pay.
    Your order is ready.
    The slam of the door broke it.
    We fixed the line.
    The furniture comes on Monday.
    The hairdryer is under warranty.
    Everything in the box is yours.
    You asked for a receipt, and here it is.
    The ticket for the concert is in your inbox.
    It escalated quickly from a cough to a fever.
    She is kind and quick.
    The back end of the bike is bent.
    Two tiers of seats are free.
    It is a remote control.
    The procession starts at noon.
    The commencement speech is on our site.
    The facility closes at six.
""")


@pytest.mark.parametrize("row", OFFICE)
def test_an_office_word_is_found_with_its_plain_word(row: str) -> None:
    word, plain, text = row.split(" | ")
    assert [(one.text.replace(" ", ""), one.instead) for one in jargon_in(text, "ko")] == [
        (word.replace(" ", ""), plain)
    ]


@pytest.mark.parametrize("text", PLAIN)
def test_a_word_that_only_looks_like_one_is_left_alone(text: str) -> None:
    assert "jargon" not in broken(text)


@pytest.mark.parametrize("row", OFFICE_EN)
def test_an_english_office_word_is_found(row: str) -> None:
    word, text = row.split(" | ")
    found = jargon_in(text, "en")
    assert len(found) == 1
    assert found[0].text.lower().startswith(word.lower()[:6])
    assert found[0].instead == JARGON_EN[word]


@pytest.mark.parametrize("text", PLAIN_EN)
def test_an_english_word_that_only_looks_like_one_is_left_alone(text: str) -> None:
    assert "jargon" not in broken(text, "en")


def test_the_tables_are_as_long_as_service_language_is_wordy() -> None:
    assert len(NOUNS_KO) + len(VERBS_KO) >= 60
    assert len(JARGON_EN) >= 40


@pytest.mark.parametrize("word", sorted(NOUNS_KO))
def test_every_noun_of_the_table_is_found_alone_and_with_a_particle(word: str) -> None:
    assert jargon_in(f"{word} 일이에요", "ko")
    assert not jargon_in(f"가{word} 일이에요", "ko")


@pytest.mark.parametrize("word", sorted(VERBS_KO))
def test_every_verbal_noun_of_the_table_is_found_with_its_verb(word: str) -> None:
    assert jargon_in(f"그건 {word}했어요", "ko")


@pytest.mark.parametrize("word", sorted(JARGON_EN))
def test_every_english_entry_is_found(word: str) -> None:
    assert jargon_in(f"We say {word} here", "en")


def test_a_tenants_own_words_are_found_whatever_particle_follows() -> None:
    found = jargon_in("플래티넘포인트를 쓸 수 있어요. 제플래티넘포인트", "ko", {"플래티넘포인트": "포인트"})
    assert [(one.text, one.start, one.instead) for one in found] == [("플래티넘포인트", 0, "포인트")]
    assert [one.text for one in jargon_in("The KYC form, not kycx", "en", {"kyc": "identity check"})] == ["KYC"]


def test_a_tenants_word_is_not_reported_twice() -> None:
    assert len(jargon_in("금일 도착해요", "ko", {"금일": "오늘"})) == 1
