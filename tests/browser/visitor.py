"""A customer at the screen: opens the chat, writes, presses, and reads what is there."""

import json
import os
import shutil
import urllib.request
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import CDPSession, FrameLocator, Locator, Page, expect

ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "test-results"
GUIDE = ROOT / "docs" / "guides" / "pictures"
AXE = ROOT / "web" / "widget" / "node_modules" / "axe-core" / "axe.min.js"

# What fades in has no contrast yet. What goes on for ever (a light that pulses) is looked at as it is.
STILL = """() => Promise.allSettled(document.getAnimations()
    .filter((each) => Number.isFinite(each.effect.getComputedTiming().endTime)).map((each) => each.finished))"""


class Visitor:
    """One page in one browser context, with the widget on it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def chat(self) -> FrameLocator:
        """The chat inside its frame."""
        return self.page.frame_locator("[data-dajeong] iframe")

    @property
    def launcher(self) -> Locator:
        """The round button on the page."""
        return self.page.locator("[data-dajeong] > button, [data-dajeong] button").first

    @property
    def field(self) -> Locator:
        """Where one writes."""
        return self.chat.locator("textarea")

    @property
    def answers(self) -> Locator:
        """The ready answers that can be pressed now."""
        return self.chat.locator(".answers button")

    def open(self) -> "Visitor":
        """Open the chat and wait for its first words."""
        self.launcher.click()
        expect(self.chat.locator(".theirs").first).to_be_visible(timeout=15_000)
        return self

    def visit(self, address: str) -> "Visitor":
        """Go to a page that embeds the widget, and open it."""
        self.page.goto(address)
        return self.open()

    def say(self, text: str) -> None:
        """Write and send, without waiting for anything."""
        self.field.fill(text)
        self.field.press("Enter")

    def ask(self, text: str) -> str:
        """Write, and return the reply that follows."""
        before = self.chat.locator(".theirs").count()
        self.say(text)
        return self.next_reply(before)

    def press(self, label: str) -> str:
        """Press a ready answer, and return the reply that follows."""
        before = self.chat.locator(".theirs").count()
        self.answers.get_by_text(label, exact=True).click()
        return self.next_reply(before)

    def next_reply(self, before: int) -> str:
        """Return the reply after the first ``before`` ones."""
        reply = self.chat.locator(".theirs").nth(before)
        expect(reply).to_be_visible(timeout=20_000)
        expect(self.chat.locator(".typing")).to_have_count(0, timeout=10_000)
        return reply.locator(".bubble").inner_text()

    def own(self) -> list[str]:
        """What the customer said, in order, as the screen shows it."""
        return self.chat.locator(".own .bubble").all_inner_texts()

    def screen(self) -> list[str]:
        """Everything said, in order, as the screen shows it."""
        return self.chat.locator(".own .bubble, .theirs .bubble").all_inner_texts()

    def kept(self) -> list[dict[str, Any]]:
        """The messages as the server keeps them, asked for with the browser's own token."""
        frame = next(each for each in self.page.frames if "/widget/frame" in each.url)
        names = cast(list[str], frame.evaluate("() => Object.keys(localStorage)"))
        name = next(each for each in names if each.endswith(":key"))
        key = json.loads(cast(str, frame.evaluate("(name) => localStorage.getItem(name)", name)))
        address = frame.url.split("/widget/")[0]
        request = urllib.request.Request(
            f"{address}/api/chat/conversations/{key['conversation']}/messages",
            headers={"Authorization": f"Bearer {key['token']}"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            events = json.load(answer)["events"]
        return [event for event in events if event["kind"] == "message"]

    def shoot(self, name: str) -> None:
        """Keep a picture of the page, for people to look at."""
        SHOTS.mkdir(exist_ok=True)
        self.page.wait_for_timeout(350)
        self.page.screenshot(path=SHOTS / f"{name}.png")

    def picture(self, name: str) -> None:
        """Keep a picture that a guide shows; with ``GUIDE_PICTURES=1`` the guide's own is made anew."""
        self.shoot(name)
        if os.environ.get("GUIDE_PICTURES"):
            GUIDE.mkdir(exist_ok=True)
            shutil.copyfile(SHOTS / f"{name}.png", GUIDE / f"{name}.png")

    def keys(self) -> CDPSession:
        """The keyboard below the browser's own events, where an input method works."""
        return self.page.context.new_cdp_session(self.page)

    def barriers(self) -> list[str]:
        """Serious things that keep somebody from using the page or the chat (axe-core), on the page and in the frame."""
        source = AXE.read_text(encoding="utf-8")
        found = []
        for frame in self.page.frames:
            frame.evaluate(STILL)
            frame.evaluate(source)
            result = cast(
                dict[str, Any],
                frame.evaluate("() => axe.run(document, {iframes: false, resultTypes: ['violations']})"),
            )
            found += [
                f"{each['id']}: {each['help']}: {[node['target'] for node in each['nodes']]}"
                for each in result["violations"]
                if each["impact"] in ("serious", "critical")
            ]
        return found
