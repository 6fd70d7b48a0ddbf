"""The pages and files around the chat."""

import json
import re

import httpx2

from dajeong.server.routes.pages import _inside_script, frame_policy
from tools.openapi import OPENAPI, openapi_text


def test_the_written_description_of_the_api_is_that_of_the_server() -> None:
    assert OPENAPI.read_text(encoding="utf-8") == openapi_text(), "Run python -m tools.openapi, then npm run types."


def test_only_allowed_origins_may_hold_the_frame(http: httpx2.Client) -> None:
    answer = http.get("/widget/frame", params={"playbook": "parcel", "origin": "https://evil.example"})
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors 'self' https://shop.example" in policy
    assert "evil.example" not in policy + answer.text
    assert "script-src 'self';" in policy and "default-src 'none'" in policy
    assert frame_policy(()).endswith("frame-ancestors 'self'")


def test_the_frame_says_what_it_is_about_in_the_language_asked_for(http: httpx2.Client) -> None:
    for asked, language in (("", "ko"), ("ko", "ko"), ("en-GB", "en"), ("fr", "ko")):
        text = http.get("/widget/frame", params={"playbook": "parcel", "language": asked}).text
        assert f'<html lang="{language}">' in text
        found = re.search(r'<script type="application/json" id="about">(.*?)</script>', text)
        assert found and json.loads(found[1]) == {"title": "다정마켓 주문·배송 상담", "assistant": "다정"}


def test_a_title_cannot_break_out_of_the_page() -> None:
    title = "</script><script>alert(1)</script><!--"
    written = _inside_script({"title": title})
    assert "<" not in written and json.loads(written) == {"title": title}


def test_a_page_for_nothing_says_so(http: httpx2.Client) -> None:
    for path in ("/widget/frame", "/widget/frame?playbook=<b>x", "/try/nothing", "/nowhere", "/widget/files/../app.py"):
        answer = http.get(path)
        assert answer.status_code == 404 and "<b>" not in answer.text


def test_files_named_by_their_content_are_kept_and_the_loader_is_asked_for_again(http: httpx2.Client) -> None:
    page = http.get("/widget/frame?playbook=parcel").text
    files = re.findall(r'(?:src|href)="(/widget/files/assets/[^"]+)"', page)
    assert len(files) >= 2
    for path in files:
        answer = http.get(path)
        assert answer.status_code == 200 and "immutable" in answer.headers["cache-control"]
        assert answer.headers["content-encoding"] == "gzip"
    loader = http.get("/widget/loader.js")
    assert loader.headers["cache-control"] == "no-cache"
    assert loader.headers["content-type"].startswith("text/javascript")


def test_the_first_page_lists_the_assistants_and_each_has_a_page(http: httpx2.Client) -> None:
    home = http.get("/").text
    assert 'href="/try/parcel"' in home and "<!--" not in home
    page = http.get("/try/parcel").text
    assert '<html lang="ko">' in page and "<!--" not in page
    assert 'data-playbook="parcel"' in page and "걱정돼요" in page
