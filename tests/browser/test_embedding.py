"""Any allowed page can hold the chat with one script tag; no other page can, and nobody can speak in its name."""

import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor, english_playbook
from tests.browser.running_server import RunningServer


@dataclass
class Site:
    """Somebody's own web site on this machine, under several names: as many origins to a browser."""

    port: int
    pages: dict[str, str]

    @property
    def allowed(self) -> str:
        """A shop whose chat is at an address of the same shop."""
        return f"http://www.shop.localhost:{self.port}"

    @property
    def partner(self) -> str:
        """Another company's site that may embed the chat too; a private window blocks its storage there."""
        return f"http://localhost:{self.port}"

    @property
    def stranger(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    pages: dict[str, str] = {}

    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            text = pages.get(self.path.split("?")[0], "").encode()
            self.send_response(200 if text else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            # The strictest of pages: the chat must not need anything loosened but its own script and frame.
            self.send_header("Referrer-Policy", "no-referrer")
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    listening = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    yield Site(listening.server_address[1], pages)
    listening.shutdown()
    listening.server_close()


@pytest.fixture(scope="module")
def server_for(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    place = tmp_path_factory.mktemp("embedding")
    running = RunningServer([english_playbook(place)], place / "data", origins=[site.allowed, site.partner]).start()
    address = chat_at(running)
    script = f'<script src="{address}/widget/loader.js" data-playbook="hello" data-color="#b45309" async></script>'
    site.pages["/"] = f'<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>{script}'
    says_close = "parent.postMessage({dajeong: 1, type: 'close'}, '*'); parent.postMessage('done', '*')"
    site.pages["/stranger"] = f"<!doctype html><title>x</title><script>{says_close}</script>"
    yield running
    running.stop()


def chat_at(server: RunningServer) -> str:
    return server.address_as("chat.shop.localhost")


def test_an_allowed_page_needs_only_one_script_tag(
    server_for: RunningServer, site: Site, new_visitor: NewVisitor
) -> None:
    customer = new_visitor(language="en").visit(site.allowed)
    assert customer.ask("Can I talk to a person?")
    customer.shoot("19-on-another-site")
    customer.page.reload()
    expect(customer.chat.locator(".own")).to_have_count(1, timeout=10_000)


def test_where_the_browser_blocks_storage_the_chat_lasts_as_long_as_the_page(
    server_for: RunningServer, site: Site, new_visitor: NewVisitor
) -> None:
    customer = new_visitor(language="en").visit(site.partner)
    assert customer.ask("Can I talk to a person?")
    customer.launcher.click()
    customer.launcher.click()
    assert customer.own() == ["Can I talk to a person?"]


def test_a_page_that_is_not_allowed_cannot_hold_the_chat(
    server_for: RunningServer, site: Site, new_visitor: NewVisitor
) -> None:
    customer = new_visitor(language="en")
    refused: list[str] = []
    customer.page.on("console", lambda said: refused.append(said.text))
    customer.page.goto(site.stranger)
    customer.launcher.click()
    customer.page.wait_for_timeout(1_000)
    assert customer.chat.locator("textarea").count() == 0
    assert any("frame-ancestors" in text for text in refused)


def test_another_frame_cannot_speak_in_the_name_of_the_chat(
    server_for: RunningServer, site: Site, new_visitor: NewVisitor
) -> None:
    customer = new_visitor(language="en").visit(site.allowed)
    customer.page.evaluate(
        """(address) => new Promise((done) => {
            addEventListener('message', (event) => event.data === 'done' && setTimeout(done, 200))
            const frame = document.createElement('iframe')
            frame.src = address
            document.body.append(frame)
        })""",
        f"{site.stranger}/stranger",
    )
    expect(customer.launcher).to_have_attribute("aria-expanded", "true")


def test_a_page_that_opens_the_chat_as_a_window_cannot_write_into_it(
    server_for: RunningServer, site: Site, new_visitor: NewVisitor
) -> None:
    customer = new_visitor(language="en")
    customer.page.goto(f"{site.stranger}/stranger")
    with customer.page.expect_popup() as opened:
        address = f"{server_for.address}/widget/frame?playbook=hello&origin={site.stranger}"
        customer.page.evaluate("(address) => { window.chat = window.open(address) }", address)
    window = opened.value
    expect(window.locator(".theirs").first).to_be_visible(timeout=15_000)
    customer.page.evaluate("() => window.chat.postMessage({dajeong: 1, type: 'write', text: 'not mine'}, '*')")
    window.wait_for_timeout(500)
    expect(window.locator("textarea")).to_have_value("")


def test_a_page_that_lies_about_its_address_gets_no_chat(
    server_for: RunningServer, site: Site, new_visitor: NewVisitor
) -> None:
    customer = new_visitor(language="en")
    frame = f"{chat_at(server_for)}/widget/frame?playbook=hello&origin=https://another.example"
    site.pages["/liar"] = f'<!doctype html><title>x</title><div data-dajeong><iframe src="{frame}"></iframe></div>'
    customer.page.goto(f"{site.allowed}/liar")
    expect(customer.chat.locator("body")).to_contain_text("cannot be opened on this page")
    assert customer.chat.locator("textarea").count() == 0


def test_the_key_of_a_conversation_never_leaves_the_frame(
    server_for: RunningServer, site: Site, new_visitor: NewVisitor
) -> None:
    customer = new_visitor(language="en").visit(site.allowed)
    outside = customer.page.evaluate("() => JSON.stringify({...localStorage}) + document.cookie + location.href")
    frame = next(each for each in customer.page.frames if "/widget/frame" in each.url)
    inside = frame.evaluate("() => JSON.stringify({...localStorage})")
    assert "token" in inside and "token" not in outside
    assert "token" not in frame.url


def test_the_loader_does_nothing_until_somebody_reaches_for_it(
    server_for: RunningServer, site: Site, new_visitor: NewVisitor
) -> None:
    customer = new_visitor(language="en")
    asked: list[str] = []
    customer.page.on("request", lambda request: asked.append(request.url))
    customer.page.goto(site.allowed)
    expect(customer.launcher).to_be_visible()
    customer.page.wait_for_timeout(300)
    assert [url for url in asked if chat_at(server_for) in url] == [f"{chat_at(server_for)}/widget/loader.js"]
