"""What Maeum Bank's business systems can do: cards, charges, fees and disputes in one small SQLite file.

Operator code: it belongs to whoever runs the playbook and is never edited in the studio. The file is made from
``data.sql`` in the folder ``DAJEONG_ACTIONS_DATA`` names, or in ``.state`` beside this module; delete it to start over.
Money is kept in cents and answered in dollars.
"""

import json
import os
import re
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

HERE = Path(__file__).resolve().parent
NEW_YORK = ZoneInfo("America/New_York")
CARD_DAYS, PIN_DAYS, FEE_DAYS, DISPUTE_DAYS = 4, 3, 3, 10
LIMIT_GROWTH = 2

Answer = dict[str, Any]


def find_card(last_four: str) -> Answer:
    """Look a card up by its last four digits."""
    with closing(_open()) as db:
        card = _card(db, last_four)
        if card is None:
            return {"found": False}
        answer: Answer = {
            "found": True,
            "status": card["status"],
            "limit": _dollars(card["card_limit"]),
            "available": _available(card),
            "due_amount": _dollars(card["used"]),
            "due": _day(card["due"]),
            "pin_blocked": bool(card["pin_blocked"]),
            "new_card": card["new_card_arrives"] is not None,
            "new_card_days_late": max(0, -(card["new_card_promised"] or 0)),
        }
        if card["new_card_arrives"] is not None:
            answer["new_card_arrives"] = _day(card["new_card_arrives"])
        return answer


def find_declined(last_four: str) -> Answer:
    """Look up the last payment that was declined, and why."""
    with closing(_open()) as db:
        card = _card(db, last_four)
        if card is None:
            return {"found": False}
        payment = db.execute("SELECT * FROM declined WHERE last_four = ?", (card["last_four"],)).fetchone()
        if payment is None:
            return {"found": True, "reason": "none"}
        answer = {
            "found": True,
            "reason": payment["reason"],
            "merchant": payment["merchant"],
            "amount": _dollars(payment["amount"]),
            "day": _day(payment["day"]),
            "available": _available(card),
        }
        if card["new_card_arrives"] is not None:
            answer["new_card_arrives"] = _day(card["new_card_arrives"])
        return answer


def find_charge(last_four: str, amount: str | float) -> Answer:
    """Look up the newest charge of exactly this amount."""
    with closing(_open()) as db:
        card, cents = _card(db, last_four), _cents(amount)
        charge = None if card is None or cents is None else _charge(db, card, cents)
        if charge is None:
            return {"found": False}
        return {
            "found": True,
            "merchant": charge["merchant"],
            "amount": _dollars(charge["amount"]),
            "day": _day(charge["day"]),
            "pending": bool(charge["pending"]),
        }


def find_fee(last_four: str) -> Answer:
    """Look up the last fee on a card that was not given back."""
    with closing(_open()) as db:
        card = _card(db, last_four)
        if card is None:
            return {"found": False}
        fee = db.execute("SELECT * FROM fees WHERE last_four = ? AND waived = 0", (card["last_four"],)).fetchone()
        if fee is None:
            return {"found": True, "charged": False}
        return {
            "found": True,
            "charged": True,
            "kind": fee["kind"],
            "amount": _dollars(fee["amount"]),
            "day": _day(fee["day"]),
            "can_waive": bool(fee["can_waive"]),
        }


def find_dispute(last_four: str) -> Answer:
    """Look up the newest dispute on a card."""
    with closing(_open()) as db:
        card = _card(db, last_four)
        wanted = "SELECT * FROM disputes WHERE last_four = ? ORDER BY opened DESC, receipt DESC"
        dispute = db.execute(wanted, (card["last_four"],)).fetchone() if card else None
        if dispute is None:
            return {"found": False}
        return {
            "found": True,
            "merchant": dispute["merchant"],
            "amount": _dollars(dispute["amount"]),
            "status": dispute["status"],
            "opened": _day(dispute["opened"]),
            "answer_by": _day(dispute["answer_by"]),
            "days_open": -dispute["opened"],
            "receipt": dispute["receipt"],
        }


def block_card(last_four: str, lost_how: str = "lost", key: str = "") -> Answer:
    """Block a card for good and send a new one; blocking a blocked card sends no second one."""

    def block(db: sqlite3.Connection) -> Answer:
        card = _card(db, last_four)
        if card is None:
            return {"done": False}
        arrives = card["new_card_arrives"] if card["status"] == "blocked" else CARD_DAYS
        db.execute(
            "UPDATE cards SET status = 'blocked', new_card_promised = ?, new_card_arrives = ? WHERE last_four = ?",
            (arrives, arrives, card["last_four"]),
        )
        return {"done": True, "arrives": _day(arrives)}

    return _once(key, block)


def release_hold(last_four: str, key: str = "") -> Answer:
    """Open a card again that we held for security; a blocked or expired card stays closed."""

    def release(db: sqlite3.Connection) -> Answer:
        card = _card(db, last_four)
        if card is None or card["status"] not in ("held", "active"):
            return {"done": False}
        db.execute("UPDATE cards SET status = 'active' WHERE last_four = ?", (card["last_four"],))
        db.execute("DELETE FROM declined WHERE last_four = ? AND reason = 'security_hold'", (card["last_four"],))
        return {"done": True}

    return _once(key, release)


def dispute_charge(last_four: str, amount: str | float, key: str = "") -> Answer:
    """Open a dispute about a charge; a second one about the same charge answers with the first."""

    def dispute(db: sqlite3.Connection) -> Answer:
        card, cents = _card(db, last_four), _cents(amount)
        charge = None if card is None or cents is None else _charge(db, card, cents)
        if charge is None:
            return {"done": False}
        wanted = "SELECT * FROM disputes WHERE last_four = ? AND amount = ?"
        found = db.execute(wanted, (charge["last_four"], charge["amount"])).fetchone()
        if found is None:
            count = db.execute("SELECT count(*) FROM disputes").fetchone()[0]
            db.execute(
                "INSERT INTO disputes VALUES (?, ?, ?, ?, 'working', 0, ?)",
                (f"D-{3001 + count}", charge["last_four"], charge["merchant"], charge["amount"], DISPUTE_DAYS),
            )
            found = db.execute(wanted, (charge["last_four"], charge["amount"])).fetchone()
        return {"done": True, "receipt": found["receipt"], "answer_by": _day(found["answer_by"])}

    return _once(key, dispute)


def waive_fee(last_four: str, key: str = "") -> Answer:
    """Give back a fee that may be given back; doing it twice gives it back once."""

    def waive(db: sqlite3.Connection) -> Answer:
        card = _card(db, last_four)
        wanted = "SELECT * FROM fees WHERE last_four = ? AND can_waive = 1"
        fee = db.execute(wanted, (card["last_four"],)).fetchone() if card else None
        if card is None or fee is None:
            return {"done": False}
        db.execute("UPDATE fees SET waived = 1 WHERE last_four = ?", (card["last_four"],))
        return {"done": True, "amount": _dollars(fee["amount"]), "back_by": _day(FEE_DAYS)}

    return _once(key, waive)


def set_limit(last_four: str, new_limit: str | float, key: str = "") -> Answer:
    """Set a limit of at most twice the present one, and never below what is used."""

    def change(db: sqlite3.Connection) -> Answer:
        card, cents = _card(db, last_four), _cents(new_limit)
        if card is None or cents is None or card["status"] != "active":
            return {"done": False}
        if not card["used"] <= cents <= card["card_limit"] * LIMIT_GROWTH:
            return {"done": False}
        db.execute("UPDATE cards SET card_limit = ? WHERE last_four = ?", (cents, card["last_four"]))
        return {"done": True, "limit": _dollars(cents)}

    return _once(key, change)


def send_pin(last_four: str, key: str = "") -> Answer:
    """Send a new PIN by post."""

    def send(db: sqlite3.Connection) -> Answer:
        card = _card(db, last_four)
        if card is None or card["status"] in ("blocked", "expired"):
            return {"done": False}
        db.execute("UPDATE cards SET pin_blocked = 0 WHERE last_four = ?", (card["last_four"],))
        return {"done": True, "arrives": _day(PIN_DAYS)}

    return _once(key, send)


def send_card_again(last_four: str, key: str = "") -> Answer:
    """Send a late new card once more; when one is on its way in time, nothing more is sent."""

    def send(db: sqlite3.Connection) -> Answer:
        card = _card(db, last_four)
        if card is None or card["new_card_arrives"] is None:
            return {"done": False}
        arrives = card["new_card_arrives"] if card["new_card_promised"] >= 0 else CARD_DAYS
        db.execute(
            "UPDATE cards SET new_card_promised = ?, new_card_arrives = ? WHERE last_four = ?",
            (arrives, arrives, card["last_four"]),
        )
        return {"done": True, "arrives": _day(arrives)}

    return _once(key, send)


def _card(db: sqlite3.Connection, last_four: str) -> sqlite3.Row | None:
    """Return the card. Raises ``ConnectionError`` for the one whose system does not answer."""
    digits = re.sub(r"\D", "", str(last_four))[-4:]
    row: sqlite3.Row | None = db.execute("SELECT * FROM cards WHERE last_four = ?", (digits,)).fetchone()
    if row is not None and not row["answers"]:
        raise ConnectionError("The card system does not answer; try again later.")
    return row


def _charge(db: sqlite3.Connection, card: sqlite3.Row, cents: int) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM charges WHERE last_four = ? AND amount = ? ORDER BY day DESC", (card["last_four"], cents)
    ).fetchone()
    return row


def _available(card: sqlite3.Row) -> float:
    return _dollars(max(0, card["card_limit"] - card["used"]))


def _dollars(cents: int) -> float:
    return float(Decimal(cents) / 100)


def _cents(amount: str | float) -> int | None:
    """The amount in cents, from 14.99, "14.99", "$1,500" or "88.50 dollars"; None when there is no amount."""
    digits = re.sub(r"[^\d.]", "", str(amount))
    try:
        return int((Decimal(digits) * 100).to_integral_value())
    except InvalidOperation:
        return None


def _day(offset: int) -> str:
    """The date ``offset`` days from today; ``DAJEONG_ACTIONS_TODAY`` (YYYY-MM-DD) holds the calendar still."""
    fixed = os.environ.get("DAJEONG_ACTIONS_TODAY")
    today = date.fromisoformat(fixed) if fixed else datetime.now(NEW_YORK).date()
    return (today + timedelta(days=offset)).isoformat()


def _once(key: str, work: Callable[[sqlite3.Connection], Answer]) -> Answer:
    """Do ``work`` in one transaction; a key that was used before gives its first answer and changes nothing."""
    with closing(_open()) as db:
        db.execute("BEGIN IMMEDIATE")
        with db:
            before = db.execute("SELECT answer FROM finished WHERE key = ?", (key,)).fetchone() if key else None
            if before:
                kept: Answer = json.loads(before["answer"])
                return kept
            answer = work(db)
            if key:
                db.execute("INSERT INTO finished VALUES (?, ?)", (key, json.dumps(answer, ensure_ascii=False)))
            return answer


def _open() -> sqlite3.Connection:
    """Open the file, filling it from ``data.sql`` when it is new or ``data.sql`` has changed."""
    folder = Path(os.environ.get("DAJEONG_ACTIONS_DATA") or HERE / ".state")
    folder.mkdir(parents=True, exist_ok=True)
    script = (HERE / "data.sql").read_text(encoding="utf-8")
    wanted = zlib.crc32(script.encode()) & 0x7FFFFFFF
    db = sqlite3.connect(folder / f"{HERE.name}.sqlite", timeout=5, isolation_level=None)
    db.row_factory = sqlite3.Row
    if db.execute("PRAGMA user_version").fetchone()[0] != wanted:
        _fill(db, script, wanted)
    return db


def _fill(db: sqlite3.Connection, script: str, wanted: int) -> None:
    db.execute("BEGIN IMMEDIATE")
    with db:
        if db.execute("PRAGMA user_version").fetchone()[0] == wanted:  # another process was faster
            return
        tables = [row["name"] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            db.execute(f'DROP TABLE "{table}"')
        for statement in _statements(script):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {wanted}")


def _statements(script: str) -> list[str]:
    """Split the script; ``executescript`` would commit before it begins and let two processes fill at once."""
    found, so_far = [], ""
    for line in script.splitlines(keepends=True):
        so_far += line
        if sqlite3.complete_statement(so_far):
            found.append(so_far)
            so_far = ""
    return found
