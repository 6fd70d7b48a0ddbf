"""The words that are no scenario's own, as the product says them until a team writes its own."""

from fastapi import APIRouter

from dajeong.conversation.frozen import Frozen
from dajeong.conversation.reading import Language
from dajeong.language import SpeechLevel
from dajeong.playbook.comparison.labels import LINE_NAMES
from dajeong.playbook.lines import GROUPS, LINES, LineGroup
from dajeong.playbook.review.variables import variables_in
from dajeong.playbook.shipped import shipped
from dajeong.playbook.wording import Wording
from dajeong.server.routes.dependencies import MAY_READ, ReadIn


class UsualLine(Frozen):
    """One line. ``may_use`` are the names its words may hold beyond those every text may use; ``usual`` is what comes with the product."""

    name: str
    title: str
    group: LineGroup
    may_use: tuple[str, ...]
    usual: Wording


class UsualLines(Frozen):
    """All lines, in the order a team looks for them."""

    lines: tuple[UsualLine, ...]


router = APIRouter(prefix="/api/studio", tags=["lines"], dependencies=[MAY_READ])


@router.get("/lines")
async def list_lines(read_in: ReadIn, language: Language = "ko", level: SpeechLevel = "해요체") -> UsualLines:
    """Return the lines of a language and speech level, with titles for the reader."""
    usual = shipped(language, level).lines
    return UsualLines(
        lines=tuple(
            UsualLine(
                name=name,
                title=LINE_NAMES[name][read_in or language],
                group=group,
                may_use=tuple(variable for variable, _ in variables_in(LINES[name])),
                usual=usual[name],
            )
            for group, names in GROUPS.items()
            for name in names
        )
    )
