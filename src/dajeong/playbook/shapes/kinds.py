"""The kinds of files a playbook has, and the shape of each."""

from typing import get_args

from dajeong.conversation.move import MOVES
from dajeong.conversation.reading import EMOTIONS, Group, Language
from dajeong.language import SpeechLevel
from dajeong.playbook.actions import ValueType
from dajeong.playbook.lines import LINES
from dajeong.playbook.persona import Persona
from dajeong.playbook.shapes.condition_shape import ReferredCondition
from dajeong.playbook.shapes.shape import Anything, Flag, Key, ListOf, MapOf, Number, OneOf, Record, Shape, Text
from dajeong.playbook.shapes.step_shape import Id, OptionShape, StepShape
from dajeong.playbook.shapes.timezone_shape import TimezoneShape
from dajeong.playbook.shapes.wording_shape import WordingShape
from dajeong.playbook.slot import SlotType

GROUPS: tuple[str, ...] = get_args(Group)
_DAY, _WEEK = 86_400, 604_800
_TITLE = Key("title", Text(longest=80), "what people call it", "사람이 부르는 이름", required=True)
_MATTER = Key("matter", Text(longest=40), "what it is about, as a noun", "무엇에 대한 일인지, 명사로")
_HAPPENED = Key(
    "happened",
    Text(longest=80),
    'what befell the customer, as a clause: "your parcel is late"',
    "고객이 겪은 일, 마음 앞에 설 말: “배송이 늦어져”",
)
_EXAMPLES = Key(
    "examples", ListOf(Text(longest=300)), "how customers say it; ten or more", "고객이 하는 말, 열 개쯤", required=True
)

SLOT = Record((
    _TITLE,
    Key("type", OneOf(get_args(SlotType)), "what kind of answer it takes", "어떤 답인지"),
    Key("pattern", Id(), "one of the playbook's patterns", "번호형식 가운데 하나"),
    Key("options", ListOf(OptionShape()), "what there is to choose", "고를 것들"),
    Key("at_least", Number(whole=False), "smallest number", "가장 작은 수"),
    Key("at_most", Number(whole=False), "largest number", "가장 큰 수"),
    Key("longest", Number(1, 4000), "longest text, in characters", "글자 수"),
))  # fmt: skip
PLAYBOOK = Record((
    Key("name", Id(), "the playbook's id", "플레이북 이름표", required=True),
    Key("title", Text(longest=80), "what people call it", "사람이 부르는 이름"),
    Key("language", OneOf(get_args(Language)), "ko or en", "언어", required=True),
    Key(
        "timezone",
        TimezoneShape(),
        "whose calendar and clock “today” and “at three” are, by its IANA name; not named: Asia/Seoul in Korean, else UTC",
        "“오늘”과 “세 시”가 어느 곳의 날짜와 시각인지, IANA 이름으로. 적지 않으면 Asia/Seoul(영어는 UTC)",
    ),
    Key("timing", Record((
        Key("silence_after", Number(10, _DAY), "seconds until one kind line", "조용할 때 한마디 건네기까지, 초"),
        Key("close_after", Number(10, _WEEK), "seconds until the end after that", "그 뒤 닫기까지, 초"),
        Key("survey_waits", Number(10, _WEEK), "seconds the survey waits", "설문을 기다리는 시간, 초"),
    )), "waiting times in seconds", "기다리는 시간, 초"),
    Key("hotline", Text(longest=200), "told to a customer in danger", "위험한 고객에게 알려 줄 상담전화"),
    Key("survey", Flag(), "one question at the end", "끝에 한 가지 묻기"),
    Key("main", ListOf(Id()), "intents shown, in this order, to a customer who was not understood", "알아듣지 못했을 때 차례대로 보여 줄 의도"),
    Key("patterns", MapOf(Text(longest=300), ids=True), "regular expressions for numbers of your own", "주문번호 같은 번호의 정규식"),
    Key("slots", MapOf(SLOT, ids=True), "what the assistant may need to know", "상담에 알아야 할 것들"),
), en="The playbook", ko="플레이북")  # fmt: skip
PERSONA = Record((
    Key("name", Text(longest=40), "the assistant's name", "상담사 이름"),
    Key("speech_level", OneOf(get_args(SpeechLevel)), "speech level of Korean", "말높임"),
    Key(
        "warmth",
        OneOf(get_args(Persona.model_fields["warmth"].annotation)),
        "`plain` says one kind sentence, `warm` what the policies say, `very_warm` also that the feeling makes sense",
        "plain은 다정한 말을 한 문장만, warm은 방침대로, very_warm은 그 마음이 당연하다는 말까지 해요",
    ),
    Key("humour", OneOf(get_args(Persona.model_fields["humour"].annotation)), "when a light word is allowed", "가벼운 말을 해도 되는 때"),
    Key("pace", Record((
        Key("ms_per_character", Number(0, 100), "milliseconds of typing per character", "글자마다 밀리초"),
        Key("at_most_ms", Number(0, 4000), "longest typing", "가장 길게, 밀리초"),
    )), "how fast it seems to type", "말 빠르기"),
    Key("introduction", Text(longest=200), "how it introduces itself", "자기 소개"),
    Key("say_instead", MapOf(Text(longest=60)), "hard word: plain word", "어려운 말: 쉬운 말"),
    Key("never_say", ListOf(Text(longest=60)), "words it never says", "쓰지 않는 말"),
    Key("longest_reply", Number(60, 1000), "longest reply, in characters", "한 답의 최대 글자 수"),
), en="Who the assistant is", ko="상담사의 성격")  # fmt: skip
POLICY = Record((
    Key("id", Id(), "its name", "이름표", required=True),
    Key("title", Text(longest=80), "what people call it", "사람이 부르는 이름"),
    Key("answers_to", ListOf(OneOf((*EMOTIONS, *GROUPS)), or_one=True), "the emotions it is for", "어떤 마음에 답하는지"),
    Key("when", ReferredCondition(), "when it applies", "언제 쓰는지"),
    Key("moves", ListOf(OneOf(MOVES)), "which moves, in which order; inform marks the step's own words", "무엇을 어떤 순서로 하는지", required=True),
    Key("forbidden", ListOf(OneOf(MOVES)), "moves it must not make", "하면 안 되는 것"),
    Key("longest_reply", Number(60, 1000), "longest reply, in characters", "한 답의 최대 글자 수"),
    Key("pace", OneOf(("usual", "at_once")), "at_once: no typing delay", "바로: 기다림 없이"),
))  # fmt: skip
MOVE_WORDING = Record((
    Key("id", Id(), "its name in the log", "기록에 남는 이름표", required=True),
    Key("move", OneOf(MOVES), "which move it words", "어떤 행동의 말인지", required=True),
    Key("when", ReferredCondition(), "when it fits", "언제 어울리는지"),
    Key("say", WordingShape(), "the words", "할 말", required=True),
))  # fmt: skip
EMPATHY = Record((
    Key("extends", OneOf(("default", "nothing")), "start from the shipped policies, or from nothing", "기본 방침 위에 쓸지"),
    Key("policies", ListOf(POLICY), "tried in order", "차례로 살펴볼 방침"),
    Key("wordings", ListOf(MOVE_WORDING), "words for moves", "행동마다 할 말"),
), en="Empathy policies", ko="공감 방침")  # fmt: skip
LINE_WORDS = Record(tuple(Key(name, WordingShape(), about, about) for name, about in LINES.items()))
INTENT = Record((_TITLE, _MATTER, _HAPPENED, _EXAMPLES), en="An intent", ko="고객의 의도")
ANSWER = Record((
    _TITLE,
    _MATTER,
    _HAPPENED,
    _EXAMPLES,
    Key("answer", WordingShape(), "what to say", "답", required=True),
    Key("if_not_solved", WordingShape(), "said when it did not help", "도움이 안 됐을 때 할 말"),
    Key("asks_if_solved", Flag(), "ask whether it is solved", "해결됐는지 물어요"),
), en="A question and its answer", ko="질문과 답")  # fmt: skip
SCENARIO = Record((
    _TITLE,
    _MATTER,
    _HAPPENED,
    Key("intents", ListOf(Id(), or_one=True), "the intents that lead here", "여기로 이어지는 의도"),
    Key("note", Text(), "a note for the team", "팀을 위한 메모"),
    Key("steps", ListOf(StepShape(), at_least=1), "the steps in order", "차례대로 단계", required=True),
), en="A designed way through one matter", ko="한 가지 일을 풀어 가는 길")  # fmt: skip
_VALUE = Record((
    Key("type", OneOf(get_args(ValueType)), "what kind of value", "값의 종류"),
    Key("title", Text(longest=80), "what it means", "무엇인지"),
    Key("required", Flag(), "must be there", "꼭 있어야 하는지"),
))  # fmt: skip
ACTION = Record((
    Key("title", Text(longest=80), "what people call it", "사람이 부르는 이름"),
    Key("inputs", MapOf(_VALUE, ids=True), "what it needs", "넣을 값"),
    Key("outputs", MapOf(_VALUE, ids=True), "what it answers", "나오는 값"),
    Key("timeout_seconds", Number(0.1, 60, whole=False), "longest wait", "가장 길게 기다릴 시간, 초"),
    Key("may_promise", ListOf(Id()), "what a reply may promise after it", "부른 뒤 약속해도 되는 것"),
    Key("changes_something", Flag(), "does something, rather than looking it up", "조회가 아니라 무언가를 바꾸는지"),
    Key("currency", Text(longest=3), "of its amounts", "금액의 통화"),
    Key("mock", Flag(), "not built yet: answers with the example", "아직 없어서 보기답으로 답해요"),
    Key("example", MapOf(Anything()), "an example answer", "보기답"),
    Key("note", Text(), "a note to its developer", "개발자에게 남기는 말"),
))  # fmt: skip

# The kind of file -> its shape. The last five files hold a mapping from a name to such a record.
KINDS: dict[str, Shape] = {
    "playbook": PLAYBOOK,
    "persona": PERSONA,
    "empathy": EMPATHY,
    "lines": LINE_WORDS,
    "actions": MapOf(ACTION, ids=True),
    "intents": MapOf(INTENT, ids=True),
    "answers": MapOf(ANSWER, ids=True),
    "scenarios": SCENARIO,
}
