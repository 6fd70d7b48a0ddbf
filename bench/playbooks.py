"""Playbooks of any size to measure with: the parcel example, padded with matters nobody will name."""

from pathlib import Path

from dajeong.playbook import read_folder

PARCEL = Path(__file__).resolve().parents[1] / "examples" / "parcel"
_THINGS = "영수증 쿠폰 포장 사은품 회원등급 비밀번호 알림 리뷰 배송지 메모 상품권 할인 입고 재고 색상 치수 설명서 보증 수리 부품".split()
_WANTS = "확인 변경 삭제 추가 신청 취소 문의 등록 조회 발급".split()
_FORMS = (
    "{thing} {want} 어떻게 해요?",
    "{thing} {want}하고 싶어요 {number}",
    "{number}번 {thing} {want} 좀 해 주세요",
    "{thing}{want} 방법 알려주세요 {number}",
    "혹시 {number}번 {thing}도 {want} 되나요?",
)


def padded(intents: int) -> dict[str, str]:
    """Return the parcel playbook's files with matters added until it has ``intents`` of them (or as it is, when more)."""
    files = read_folder(PARCEL)
    entries = []
    for number in range(max(0, intents - 25)):
        thing, want = _THINGS[number % len(_THINGS)], _WANTS[number // len(_THINGS) % len(_WANTS)]
        examples = [form.format(thing=thing, want=want, number=number) for form in _FORMS]
        entries.append(
            f"padding_{number}:\n  title: {thing} {want} {number}\n  matter: {thing}\n  examples:\n"
            + "".join(f"    - '{example}'\n" for example in examples)
            + f"  answer: '{thing} {want}은 내 정보에서 하실 수 있어요.'\n"
        )
    if entries:
        files["answers/padding.yaml"] = "".join(entries)
    return files
