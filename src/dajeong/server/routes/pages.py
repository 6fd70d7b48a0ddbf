"""Pages: the widget's loader and frame, the demonstration pages, and whether the server is well."""

import json
from html import escape
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response

from dajeong.app import App
from dajeong.conversation.reading import Language
from dajeong.errors import DajeongError
from dajeong.playbook import Playbook
from dajeong.runtime.design import UnknownPlaybook
from dajeong.server.routes.dependencies import Running
from dajeong.server.tries import look_of

STATIC = Path(__file__).parent.parent / "static"
WIDGET = STATIC / "widget"
PAGES = Path(__file__).parent.parent / "pages"
# The demonstration pages hold nothing from elsewhere; their few styles and lines of script stand in them.
_PAGE_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'"
)


class WidgetNotBuilt(DajeongError):
    """The widget's files are not there."""

    code = "widget_not_built"
    status = 503


router = APIRouter(include_in_schema=False)


@router.get("/health")
async def health() -> JSONResponse:
    return JSONResponse({"status": "ok"})


@router.get("/widget/loader.js")
async def loader() -> FileResponse:
    return FileResponse(_built("loader.js"), media_type="text/javascript", headers={"Cache-Control": "no-cache"})


@router.get("/widget/frame")
async def frame(app: Running, playbook: str = "", language: str = "") -> HTMLResponse:
    """The chat itself, in a frame that only allowed origins may hold."""
    design = await _playbook(app, playbook)
    spoken: Language = "en" if language[:2] == "en" else "ko" if language[:2] == "ko" else design.language
    about = {"title": design.title, "assistant": design.persona.name}
    text = _built(f"frame.{spoken}.html").read_text(encoding="utf-8")
    origins = app.settings.allowed_origins
    return HTMLResponse(
        text.replace("<!--about-->", _inside_script(about)),
        headers={"Content-Security-Policy": frame_policy(origins), "Cache-Control": "no-cache"},
    )


@router.get("/")
async def home(app: Running) -> HTMLResponse:
    """The demonstration: which assistants can be talked to here."""
    designs = app.runtime.designs
    playbooks = [(await designs.current(name)).playbook for name in designs.names()]
    return _page("home.html", {"cards": "\n".join(_card(each) for each in sorted(playbooks, key=_korean_first))})


@router.get("/try/{playbook}")
async def try_out(playbook: str, app: Running) -> Response:
    """A page like a shop's own, with the chat embedded by one script tag."""
    design = await _playbook(app, playbook)
    look = look_of(design)
    values = {"playbook": escape(design.name), "title": escape(design.title or design.name)}
    tries = "\n".join(f"<li><button type=button>{escape(text)}</button></li>" for text in look.sentences)
    return _page(
        f"try.{design.language}.html",
        values | {"tries": tries, "colour": look.colour, "brand": escape(look.brand), "line": escape(look.line)},
    )


def frame_policy(origins: tuple[str, ...]) -> str:
    """Return the content security policy of the frame: who may hold it, and that it fetches from nowhere else."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
        "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors " + " ".join(["'self'", *origins])
    )


async def _playbook(app: App, name: str) -> Playbook:
    designs = app.runtime.designs
    if name not in designs.names():
        raise UnknownPlaybook("There is no such assistant here. The first page lists them.")
    return (await designs.current(name)).playbook


def _built(name: str) -> Path:
    path = WIDGET / name
    if not path.exists():
        raise WidgetNotBuilt("The chat widget is not built. Run `./run web` once.")
    return path


def _inside_script(value: object) -> str:
    """Return JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _korean_first(playbook: Playbook) -> tuple[bool, str]:
    return playbook.language != "ko", playbook.name


def _card(playbook: Playbook) -> str:
    look = look_of(playbook)
    go = "이야기해 보기" if playbook.language == "ko" else "Talk to it"
    return (
        f'<li lang="{playbook.language}"><a href="/try/{escape(playbook.name)}" style="--colour:{look.colour}">'
        f"<b>{escape(playbook.title or playbook.name)}</b><q>{escape(look.sentences[0])}</q><span>{go}</span></a></li>"
    )


def _page(name: str, values: dict[str, str]) -> HTMLResponse:
    text = (PAGES / name).read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"<!--{key}-->", value)
    headers = {"Content-Security-Policy": _PAGE_POLICY, "Cache-Control": "no-cache"}
    return HTMLResponse(text, headers=headers)
