"""What a change is said as, in both languages. ``{place}`` is the name of a scenario, step, policy ... with its kind."""

from dajeong.conversation.reading import Language


def _said(ko: str, en: str) -> dict[Language, str]:
    return {"ko": ko, "en": en}


SENTENCES: dict[str, dict[Language, str]] = {
    "added": _said("{place}이(가) 새로 생겼어요.", "{place} is new."),
    "removed": _said("{place}이(가) 없어졌어요.", "{place} is gone."),
    "changed": _said("{place}이(가) 바뀌었어요.", "{place} changed."),
    "moved_after": _said("{place}이(가) {other} 뒤로 옮겨졌어요.", "{place} moved behind {other}."),
    "moved_first": _said("{place}이(가) 맨 앞으로 옮겨졌어요.", "{place} moved to the front."),
    "renamed": _said("{place}의 이름표가 ‘{new}’(으)로 바뀌었어요.", "{place} is now called “{new}”."),
    "kind": _said("{place}이(가) {old}에서 {new}(으)로 바뀌었어요.", "{place} turned from {old} into {new}."),
    "field_added": _said("{place}에 {field}이(가) 생겼어요.", "{place} now has its {field}."),
    "field_removed": _said("{place}에서 {field}이(가) 빠졌어요.", "{place} no longer has its {field}."),
    "field_changed": _said("{place}에서 {field}이(가) 바뀌었어요.", "The {field} of {place} changed."),
    "words_added": _said("{place}에서 {occasion}에 표현이 하나 늘었어요.", "In {place}, {occasion} have one more alternative."),
    "words_removed": _said("{place}에서 {occasion}의 표현이 하나 빠졌어요.", "In {place}, {occasion} have one alternative less."),
    "words_changed": _said("{place}에서 {occasion}이(가) 바뀌었어요.", "In {place}, {occasion} changed."),
    "occasion_added": _said("{place}에 {occasion}이(가) 새로 생겼어요.", "{place} now has {occasion}."),
    "occasion_removed": _said("{place}에서 {occasion}이(가) 없어졌어요.", "{place} no longer has {occasion}."),
    "goes_on": _said("{place} 다음이 {old}에서 {new}(으)로 바뀌었어요.", "After {place} comes {new} instead of {old}."),
    "goes_to": _said("{place}에서 {label} 가는 곳이 {old}에서 {new}(으)로 바뀌었어요.", "In {place}, {label} leads to {new} instead of {old}."),
    "option_added": _said("{place}에 고를 것 ‘{label}’이(가) 생겼어요.", "{place} has a new option “{label}”."),
    "option_removed": _said("{place}에서 고를 것 ‘{label}’이(가) 빠졌어요.", "{place} no longer has the option “{label}”."),
    "option_label": _said("{place}에서 고를 것의 이름이 바뀌었어요.", "An option of {place} is labelled differently."),
    "way_added": _said("{place}에 갈래가 늘었어요: {when}, {new}(으)로 가요.", "{place} has a new way: {when}, go to {new}."),
    "way_removed": _said("{place}에서 갈래가 빠졌어요: {when}, {old}(으)로 갔어요.", "{place} lost a way: {when}, it went to {old}."),
    "moves_order": _said("{place}에서 말하는 순서가 바뀌었어요.", "{place} makes its moves in another order."),
    "moves_changed": _said("{place}의 순서에 {come}이(가) 들어가고 {gone}이(가) 빠졌어요.", "{place} gained {come} and lost {gone}."),
    "moves_come": _said("{place}의 순서에 {come}이(가) 들어갔어요.", "{place} gained {come}."),
    "moves_gone": _said("{place}의 순서에서 {gone}이(가) 빠졌어요.", "{place} lost {gone}."),
    "own_policy": _said("기본으로 쓰던 {place}을(를) 우리에게 맞게 고쳤어요.", "{place}, used as it came, was made our own."),
    "default_policy": _said("{place}을(를) 다시 기본대로 써요.", "{place} is used as it came again."),
    "policies_order": _said("공감 방침을 살펴보는 차례가 바뀌었어요.", "The policies are tried in another order."),
    "examples_added": _said("{place}에 예문 {count}개가 늘었어요.", "{place} has {count} more examples."),
    "examples_removed": _said("{place}에서 예문 {count}개가 빠졌어요.", "{place} lost {count} examples."),
    "word_added": _said("‘{old}’ 대신 ‘{new}’(이)라고 말하기로 했어요.", "We now say “{new}” instead of “{old}”."),
    "word_removed": _said("‘{old}’ 대신 ‘{new}’(이)라고 말하던 규칙이 빠졌어요.", "We no longer say “{new}” instead of “{old}”."),
    "never_added": _said("‘{new}’을(를) 쓰지 않기로 했어요.", "We no longer say “{new}”."),
    "never_removed": _said("‘{old}’을(를) 다시 써도 돼요.", "“{old}” may be said again."),
    "built": _said("{place}이(가) 이제 진짜 시스템과 이어져요.", "{place} is now answered by the real system."),
    "unbuilt": _said("{place}이(가) 보기답으로만 답해요.", "{place} only answers with its example."),
    "unreadable": _said("{path} 파일은 읽을 수 없어 말로 비교하지 못했어요.", "{path} cannot be read, so it is not compared in words."),
    "only_text": _said("{path} 파일에서 뜻은 그대로이고 적는 모양만 바뀌었어요.", "{path} means the same and is only written differently."),
    "layout": _said("캔버스의 배치가 바뀌었어요.", "The canvas is laid out differently."),
}  # fmt: skip
