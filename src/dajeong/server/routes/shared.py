"""The page that was given out, for whoever has its link: no sign-in, and nothing else of the studio."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse

from dajeong.conversation.reading import Language
from dajeong.server.handout_page import gathered, gone_page, handout_page
from dajeong.server.routes.dependencies import Running

# Nothing from elsewhere, nothing that runs, nothing that is sent; no search engine, no copy on the way.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
}
router = APIRouter(include_in_schema=False)


@router.get("/shared/{token}")
async def shared(token: Annotated[str, Path(max_length=200)], request: Request, app: Running) -> HTMLResponse:
    language: Language = "en" if request.headers.get("accept-language", "").startswith("en") else "ko"
    handout = await app.storage.notes.opened_by(token, app.clock())
    if handout is None:
        return HTMLResponse(gone_page(language), 404, HEADERS)
    return HTMLResponse(handout_page(await gathered(app, handout), language), headers=HEADERS)
