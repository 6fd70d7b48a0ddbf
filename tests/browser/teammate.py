"""A teammate at the studio: signs in, looks around, reads what is there."""

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.running_server import ROOT
from tests.browser.visitor import Visitor

NAME = "소라"


def make_owner(data: Path) -> str:
    """Make the owner before the server has the database, and return the password, as `dajeong owner` prints it."""
    command = [sys.executable, "-m", "dajeong.cli", "owner", "--name", NAME, "--random", "--data", str(data)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=120).stdout
    found = re.search(r"^Password: (\S+)$", said, flags=re.MULTILINE)
    assert found, "dajeong owner printed no password."
    return found[1]


def sign_in(visitor: Visitor, address: str, password: str) -> None:
    """Sign in as a person does, with the keyboard alone."""
    page = visitor.page
    page.goto(f"{address}/studio/")
    expect(page.get_by_label("이름")).to_be_focused()
    page.keyboard.type(NAME)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(NAME)


def fits(visitor: Visitor) -> bool:
    """Whether nothing runs out of the page to the right."""
    page = visitor.page
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
