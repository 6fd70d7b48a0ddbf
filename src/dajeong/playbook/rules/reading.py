"""Rules of reading: what keeps a file from being understood."""

from dajeong.playbook.problem import Rule, rule

READING: dict[str, Rule] = {
    "yaml": rule(
        "error",
        ko=("YAML로 읽을 수 없는 곳이에요.", "이 줄과 바로 윗줄의 들여쓰기, 따옴표, 쌍점을 살펴봐 주세요."),
        en=("This cannot be read as YAML.", "Look at the indentation, quotes and colons of this line and the one above."),
    ),
    "yaml_tab": rule(
        "error",
        ko=("탭으로 들여썼어요.", "탭을 빈칸 두 개로 바꿔 주세요."),
        en=("This is indented with a tab.", "Use two spaces instead of the tab."),
    ),
    "yaml_sign": rule(
        "error",
        ko=("YAML에서 뜻이 따로 있는 부호로 시작해요.", "값 전체를 큰따옴표로 감싸 주세요."),
        en=("This begins with a sign that means something in YAML.", "Put the whole value in double quotes."),
    ),
    "yaml_colon": rule(
        "error",
        ko=("값 안에 쌍점(:)이 있거나 들여쓰기가 어긋났어요.", "쌍점이 있는 문장은 큰따옴표로 감싸고, 들여쓰기를 윗줄과 맞춰 주세요."),
        en=("There is a colon inside the value, or the indentation is off.", "Quote a sentence that holds a colon, and line it up with the line above."),
    ),
    "yaml_key": rule(
        "error",
        ko=("이름 뒤에 쌍점(:)이 빠졌어요.", "`이름: 값`처럼 쌍점과 빈칸을 넣어 주세요."),
        en=("The colon behind a name is missing.", "Write `name: value`, with a colon and a space."),
    ),
    "yaml_quote": rule(
        "error",
        ko=("따옴표나 괄호가 닫히지 않았어요.", "여기서 연 따옴표나 괄호를 닫아 주세요."),
        en=("A quote or bracket is not closed.", "Close the quote or bracket opened here."),
    ),
    "yaml_braces": rule(
        "error",
        ko=("중괄호나 대괄호로 시작하는 문장이 따옴표 없이 쓰였어요.", '`"{{order_number}} 번이네요"`처럼 문장 전체를 큰따옴표로 감싸 주세요.'),
        en=("A sentence that begins with a brace or bracket has no quotes.", 'Put the whole sentence in double quotes: `"{{order_number}} it is"`.'),
    ),
    "yaml_indent": rule(
        "error",
        ko=("들여쓰기가 어긋났거나 따옴표 뒤에 글이 더 있어요.", "같은 층의 줄은 같은 칸에서 시작하고, 따옴표는 문장 끝에서 닫아 주세요."),
        en=("The indentation is off, or text follows a closing quote.", "Begin lines of one level in one column, and close quotes at the end of the sentence."),
    ),
    "yaml_control": rule(
        "error",
        ko=("보이지 않는 제어 문자가 들어 있어요.", "그 글자를 지우고 다시 적어 주세요."),
        en=("There is an invisible control character.", "Delete it and type the text again."),
    ),
    "yaml_documents": rule(
        "error",
        ko=("한 파일에 문서가 둘이에요.", "`---` 줄을 지우거나 파일을 나눠 주세요."),
        en=("There are two documents in one file.", "Remove the `---` line or make two files."),
    ),
    "alias": rule(
        "error",
        ko=("YAML의 별명(&, *)은 쓸 수 없어요.", "내용을 그대로 다시 적거나, 별표로 시작하는 문장이면 큰따옴표로 감싸 주세요."),
        en=("YAML anchors and aliases (&, *) cannot be used.", "Write the content out, or quote a sentence that begins with an asterisk."),
    ),
    "too_deep": rule(
        "error",
        ko=("너무 여러 겹으로 들어가 있어요.", "괄호와 들여쓰기를 줄여 주세요."),
        en=("This is nested too deeply.", "Use fewer brackets and levels."),
    ),
    "odd_key": rule(
        "error",
        ko=("이름 자리에 목록이나 묶음이 있어요.", "이름은 한 낱말로 적어 주세요."),
        en=("A list or mapping stands where a name should.", "Write the name as one word."),
    ),
    "twice": rule(
        "error",
        ko=("‘{word}’ 항목이 두 번 나와요.", "하나만 남겨 주세요."),
        en=("‘{word}’ is written twice.", "Keep one of them."),
    ),
    "empty": rule(
        "error",
        ko=("값이 비어 있어요.", "값을 적거나 이 항목을 지워 주세요."),
        en=("There is no value.", "Write one, or remove this key."),
    ),
    "not_text": rule(
        "error",
        ko=("글이 와야 할 자리예요.", "한 문장으로 적고, 쌍점이나 괄호가 있으면 큰따옴표로 감싸 주세요."),
        en=("A text is wanted here.", "Write one sentence; put it in double quotes when it holds a colon or bracket."),
    ),
    "not_flag": rule(
        "error",
        ko=("예(true)나 아니요(false)가 와야 해요.", "true 또는 false로 적어 주세요."),
        en=("This must be true or false.", "Write true or false."),
    ),
    "not_number": rule(
        "error",
        ko=("숫자가 와야 해요.", "따옴표와 단위 없이 숫자만 적어 주세요."),
        en=("A number is wanted here.", "Write the number alone, without quotes or unit."),
    ),
    "out_of_bounds": rule(
        "error",
        ko=("쓸 수 있는 범위를 벗어났어요.", "{low}부터 {high} 사이로 적어 주세요."),
        en=("This is out of bounds.", "Write a number from {low} to {high}."),
    ),
    "text_too_long": rule(
        "error",
        ko=("글이 너무 길어요.", "{longest}자 안으로 줄여 주세요."),
        en=("This text is too long.", "Keep it within {longest} characters."),
    ),
    "not_one_of": rule(
        "error",
        ko=("‘{word}’은(는) 쓸 수 없는 값이에요.", "다음 가운데 하나를 적어 주세요: {known}."),
        en=("‘{word}’ is not a value this takes.", "Write one of: {known}."),
    ),
    "not_list": rule(
        "error",
        ko=("목록이 와야 해요.", "줄마다 `- `로 시작해 적어 주세요."),
        en=("A list is wanted here.", "Begin each line with `- `."),
    ),
    "not_mapping": rule(
        "error",
        ko=("`이름: 값` 묶음이 와야 해요.", "한 줄에 하나씩 `이름: 값`으로 적어 주세요."),
        en=("A mapping of `name: value` is wanted here.", "Write one `name: value` a line."),
    ),
    "not_condition": rule(
        "error",
        ko=("조건이 와야 해요.", "`{{mood: worried}}`처럼 `이름: 값`으로 적어 주세요."),
        en=("A condition is wanted here.", "Write `name: value`, such as `{{mood: worried}}`."),
    ),
    "bad_id": rule(
        "error",
        ko=("‘{word}’은(는) 이름표로 쓸 수 없어요.", "영어 소문자로 시작해 소문자, 숫자, 밑줄로만 적어 주세요. 예: parcel_late."),
        en=("‘{word}’ cannot be an id.", "Use lower-case letters, digits and underscores, beginning with a letter: parcel_late."),
    ),
    "unknown_key": rule(
        "error",
        ko=("‘{word}’(이)라는 항목은 없어요.", "이것을 뜻했는지 봐 주세요: {near}."),
        en=("There is no key ‘{word}’ here.", "Did you mean: {near}?"),
    ),
    "missing_key": rule(
        "error",
        ko=("‘{word}’({korean}) 항목이 없어요.", "‘{word}’ 항목을 적어 주세요."),
        en=("The key ‘{word}’ is missing.", "Add ‘{word}’."),
    ),
    "no_step_kind": rule(
        "error",
        ko=("무엇을 하는 단계인지 알 수 없어요.", "다음 가운데 하나를 넣어 주세요: {kinds}."),
        en=("This step does not say what it does.", "Give it one of: {kinds}."),
    ),
    "step_kind": rule(
        "error",
        ko=("한 단계가 두 가지 일을 해요: {kinds}.", "단계를 둘로 나눠 주세요."),
        en=("One step does two things: {kinds}.", "Make two steps of it."),
    ),
    "odd_way": rule(
        "error",
        ko=(
            "갈래의 길 하나에는 조건과 갈 곳(`if`, `then`)이 함께 있거나, ‘그 밖에는’(`else`) 하나만 있어요.",
            "`- if: …`, `then: …` 또는 `- else: …`로 적어 주세요.",
        ),
        en=(
            "A way of a branch has a condition and where it leads (`if` and `then`), or is the way for everything else (`else`).",
            "Write `- if: …` with `then: …`, or `- else: …`.",
        ),
    ),
    "name_taken": rule(
        "error",
        ko=("‘{word}’(이)라는 이름이 이미 있어요.", "둘 가운데 하나의 이름을 바꿔 주세요."),
        en=("The name ‘{word}’ is taken.", "Rename one of the two."),
    ),
    "invalid": rule(
        "error",
        ko=("값이 맞지 않아요: {word}.", "설명서의 해당 항목을 보고 고쳐 주세요."),
        en=("This value does not fit: {word}.", "See the reference of this key."),
    ),
    "unknown_timezone": rule(
        "error",
        ko=("‘{word}’(이)라는 시간대는 없어요.", "Asia/Seoul 같은 IANA 이름으로 적어 주세요. 이것을 뜻했는지 봐 주세요: {near}."),
        en=("There is no time zone ‘{word}’.", "Write its IANA name, such as America/New_York. Did you mean: {near}?"),
    ),
    "no_playbook_file": rule(
        "error",
        ko=("playbook.yaml 파일이 없어요.", "이름(name)과 언어(language)를 적은 playbook.yaml을 만들어 주세요."),
        en=("There is no playbook.yaml.", "Make one with a name and a language."),
    ),
    "unknown_file": rule(
        "warning",
        ko=("‘{word}’은(는) 플레이북이 읽지 않는 파일이에요.", "이것을 뜻했는지 봐 주세요: {near}."),
        en=("‘{word}’ is not a file a playbook reads.", "Did you mean: {near}?"),
    ),
}  # fmt: skip
