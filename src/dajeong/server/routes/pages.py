"""Pages: the widget's loader and frame, the demonstration pages, and whether the server is well."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response
from fastapi.staticfiles import StaticFiles

from dajeong.errors import DajeongError
from dajeong.runtime.design import UnknownPlaybook

STATIC = Path(__file__).parent.parent / "static"
PAGES = Path(__file__).parent.parent / "pages"


class WidgetNotBuilt(DajeongError):
    """The widget's files are not there."""

    code = "widget_not_built"
    status = 503


def page_routes() -> APIRouter:
    """Return the routes of pages and files."""
    router = APIRouter(include_in_schema=False)

    @router.get("/health")
    async def health() -> JSONResponse:
        return JSONResponse({"status": "ok"})

    @router.get("/widget/loader.js")
    async def loader() -> FileResponse:
        return FileResponse(_built("loader.js"), media_type="text/javascript", headers={"Cache-Control": "no-cache"})

    @router.get("/widget/frame")
    async def frame(request: Request) -> FileResponse:
        """The chat itself, in a frame that only allowed origins may hold."""
        origins = " ".join(request.app.state.dajeong.settings.allowed_origins)
        policy = (
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
            f"img-src 'self' data:; font-src 'self'; base-uri 'none'; frame-ancestors 'self' {origins}"
        )
        return FileResponse(
            _built("index.html"), headers={"Content-Security-Policy": policy.strip(), "Cache-Control": "no-cache"}
        )

    @router.get("/")
    async def home(request: Request) -> HTMLResponse:
        """The demonstration: which assistants can be talked to here."""
        designs = request.app.state.dajeong.runtime.designs
        cards = [
            f'<li><a href="/try/{escape(name)}">{escape((await designs.current(name)).playbook.title or name)}</a></li>'
            for name in designs.names()
        ]
        return HTMLResponse(_page("home.html", {"cards": "\n".join(cards)}))

    @router.get("/try/{playbook}")
    async def try_out(playbook: str, request: Request) -> Response:
        """A page like a shop's own, with the chat embedded by one script tag."""
        designs = request.app.state.dajeong.runtime.designs
        if playbook not in designs.names():
            raise UnknownPlaybook("There is no such assistant here. The first page lists them.")
        design = (await designs.current(playbook)).playbook
        return HTMLResponse(
            _page(
                f"try.{design.language}.html",
                {
                    "playbook": escape(playbook),
                    "title": escape(design.title),
                    "tries": _tries(design.language, playbook),
                },
            )
        )

    return router


def widget_files() -> StaticFiles:
    """Return the built widget's files, named by their content."""
    return StaticFiles(directory=STATIC, check_dir=False)


def _built(name: str) -> Path:
    path = STATIC / name
    if not path.exists():
        raise WidgetNotBuilt("The chat widget is not built. Run `./run web` once.")
    return path


def _page(name: str, values: dict[str, str]) -> str:
    text = (PAGES / name).read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"<!--{key}-->", value)
    return text


_TRIES: dict[str, Sequence[str]] = {
    "parcel": ("제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ", "도대체 언제쯤 해결돼요?!", "상담 시간이 어떻게 돼요?"),
    "telecom": ("이거 왜 이렇게 느려? 짜증 나!", "이번 달 요금이 왜 이렇게 많이 나왔죠?", "요금제 바꾸고 싶어요"),
    "bank-card": ("I lost my card and I'm really worried", "Why was my payment declined??", "What is the yearly fee?"),
}


def _tries(language: str, playbook: str) -> str:
    texts = _TRIES.get(playbook, ("안녕하세요",) if language == "ko" else ("Hello",))
    return "\n".join(f"<li><q>{escape(text)}</q></li>" for text in texts)
