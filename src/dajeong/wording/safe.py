"""The designed line that is said when a reply was refused: true whatever happened, and never less than the law asks."""

from collections.abc import Iterator

from dajeong.conversation.move import Move
from dajeong.conversation.reading import Language
from dajeong.conversation.reply import Purpose
from dajeong.language import SpeechLevel
from dajeong.playbook.plan import Plan, PlannedMove
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.wording import Wording
from dajeong.wording.composer import TemplateComposer
from dajeong.wording.draft import Draft
from dajeong.wording.guard import Guard

# Replies that may not be replaced by "I cannot answer that": what they say is owed to the customer.
OWED: dict[Purpose, tuple[str, Move]] = {
    "notice": ("notice", "inform"),
    "danger": ("danger", "act"),
    "human_question": ("human_question", "inform"),
    "handoff": ("handoff", "act"),
}
# The last resort when the team's own line is refused too. No question: a refused reply leaves nothing to say yes to.
LAST_RESORT: dict[Language, dict[SpeechLevel, dict[str, str]]] = {
    "ko": {
        "해요체": {
            "notice": "저는 AI 상담 도우미예요. 사람과 이야기하고 싶으시면 언제든 ‘상담원 연결’이라고 적어 주세요.",
            "danger": "지금 많이 힘드시죠. 혼자 견디지 않으셔도 돼요. 지금 바로 {hotline}로 전화해 주세요.",
            "danger_bare": "지금 많이 힘드시죠. 혼자 견디지 않으셔도 돼요. 급하면 119에 전화해 주세요.",
            "human_question": "저는 AI예요. 사람과 이야기하고 싶으시면 ‘상담원 연결’이라고 적어 주세요.",
            "handoff": "상담원이 볼 수 있게 대화를 넘겼어요. 같은 이야기를 다시 하지 않으셔도 돼요.",
            "safe": "지금은 이 부분을 정확히 답하기 어려워요. 사람과 이야기하고 싶으시면 ‘상담원 연결’이라고 적어 주세요.",
        },
        "하십시오체": {
            "notice": "저는 AI 상담 도우미입니다. 사람과 이야기하고 싶으시면 언제든 ‘상담원 연결’이라고 적어 주십시오.",
            "danger": "지금 많이 힘드실 것입니다. 혼자 견디지 않으셔도 됩니다. 지금 바로 {hotline}로 전화해 주십시오.",
            "danger_bare": "지금 많이 힘드실 것입니다. 혼자 견디지 않으셔도 됩니다. 급하면 119에 전화해 주십시오.",
            "human_question": "저는 AI입니다. 사람과 이야기하고 싶으시면 ‘상담원 연결’이라고 적어 주십시오.",
            "handoff": "상담원이 볼 수 있게 대화를 넘겼습니다. 같은 이야기를 다시 하지 않으셔도 됩니다.",
            "safe": "지금은 이 부분을 정확히 답하기 어렵습니다. 사람과 이야기하고 싶으시면 ‘상담원 연결’이라고 적어 주십시오.",
        },
    },
    "en": {
        "해요체": {
            "notice": "You are talking to an AI assistant. Write “person” at any time to reach a human teammate.",
            "danger": "This sounds very hard. You do not have to get through it alone. Please contact {hotline} now.",
            "danger_bare": "This sounds very hard. You do not have to get through it alone. In an emergency, please call your local emergency number.",
            "human_question": "I am an AI assistant. Write “person” to reach a human teammate.",
            "handoff": "The conversation is now with our team. There is no need to explain it all again.",
            "safe": "I cannot answer this part reliably right now. Write “person” to reach a human teammate.",
        },
    },
}
LAST_RESORT["en"]["하십시오체"] = LAST_RESORT["en"]["해요체"]


def safe_reply(plan: Plan, playbook: Playbook) -> Draft:
    """What to say instead of ``plan``: the team's line if it passes the guard, else ours, which always does."""
    guard = Guard()
    draft = Draft("")
    for instead in _instead(plan, playbook):
        draft = TemplateComposer().compose(instead, playbook)
        if not guard.check(draft, instead, playbook):
            break
    return draft


def safe_plan(plan: Plan, line: str, move: Move, wording: Wording) -> Plan:
    """``plan`` reduced to one line: same bindings and purpose, no feeling moves, no policy that could forbid it."""
    place = f"line.{line}"
    # The plan does not count how often this line was said, but it knows which of its words were.
    times = sum(1 for used, _ in plan.used if used == place)
    only = PlannedMove(move=move, wordings=((place, wording),), times_before=times)
    return plan.model_copy(update={"moves": (only,), "policy": None, "forbidden": (), "longest_reply": None})


def _instead(plan: Plan, playbook: Playbook) -> Iterator[Plan]:
    ours = LAST_RESORT[playbook.language][playbook.persona.speech_level]
    line, move = OWED.get(plan.purpose, ("safe", "offer_person"))
    if line in playbook.lines:
        yield safe_plan(plan, line, move, playbook.lines[line])
    bare = line == "danger" and not playbook.hotline
    yield safe_plan(plan, f"{line}.last_resort", move, Wording(first=(ours["danger_bare" if bare else line],)))
