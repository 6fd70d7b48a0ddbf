"""The studio's one page, whatever address in it is asked for; the page itself knows what stands there."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from dajeong.errors import DajeongError
from dajeong.server.static_files import STUDIO

# The component library writes styles as it runs; nothing else comes from anywhere but here, and nobody may frame it.
STUDIO_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


class StudioNotBuilt(DajeongError):
    """The studio's files are not there."""

    code = "studio_not_built"
    status = 503


router = APIRouter(include_in_schema=False)


@router.get("/studio")
@router.get("/studio/{place:path}")
async def studio(place: str = "") -> HTMLResponse:
    page = STUDIO / "index.html"
    if not page.exists():
        raise StudioNotBuilt("The studio is not built. Run `./run web` once.")
    headers = {
        "Content-Security-Policy": STUDIO_POLICY,
        "Cache-Control": "no-cache",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    return HTMLResponse(page.read_text(encoding="utf-8"), headers=headers)
