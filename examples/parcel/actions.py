"""What 다정마켓's business systems can do: orders, claims and refunds in one small SQLite file.

Operator code: it belongs to whoever runs the playbook and is never edited in the studio. The file is made from
``data.sql`` in the folder ``DAJEONG_ACTIONS_DATA`` names, or in ``.state`` beside this module; delete it to start over.
"""

import json
import os
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
KOREA = timezone(timedelta(hours=9))
RETURN_DAYS = 7
VERY_LATE_DAYS = 3
RETURN_POSTAGE = 6_000

Answer = dict[str, Any]


def find_order(order_number: str) -> Answer:
    """Look an order up. Raises ``ConnectionError`` when its carrier's system does not answer."""
    with closing(_open()) as db:
        order = _order(db, order_number)
        if order is None:
            return {"found": False}
        if not order["answers"]:
            raise ConnectionError("The carrier's tracking system does not answer; try again later.")
        return {
            "found": True,
            "status": order["status"],
            "item": order["item"],
            "total": order["total"],
            "arrives": _day(order["arrives"]),
            "days_late": _days_late(order),
            "place": order["place"],
            "carrier": order["carrier"],
            "can_return": _can_return(order),
        }


def find_claim(order_number: str) -> Answer:
    """Look up the newest refund, exchange, loss or check that was opened for an order."""
    with closing(_open()) as db:
        claim = db.execute(
            "SELECT * FROM claims WHERE number = ? ORDER BY opened DESC, receipt DESC", (_number(order_number),)
        ).fetchone()
        if claim is None:
            return {"found": False}
        return {
            "found": True,
            "kind": claim["kind"],
            "status": claim["status"],
            "opened": _day(claim["opened"]),
            "answer_by": _day(claim["answer_by"]),
            "days_open": -claim["opened"],
            "receipt": claim["receipt"],
        }


def hurry_parcel(order_number: str, key: str = "") -> Answer:
    """Ask the carrier where a parcel stays; asking twice gives the same receipt."""

    def ask(db: sqlite3.Connection) -> Answer:
        order = _order(db, order_number)
        if order is None or order["status"] != "on_the_way":
            return {"done": False}
        claim = _claim(db, order, kind="배송 확인", answer_in=1)
        return {"done": True, "receipt": claim["receipt"], "answer_by": _day(claim["answer_by"])}

    return _once(key, ask)


def report_missing(order_number: str, key: str = "") -> Answer:
    """Report a parcel as lost that was marked delivered; reporting twice gives the same receipt."""

    def report(db: sqlite3.Connection) -> Answer:
        order = _order(db, order_number)
        if order is None or order["status"] != "delivered":
            return {"done": False}
        claim = _claim(db, order, kind="분실", answer_in=2)
        return {"done": True, "receipt": claim["receipt"], "answer_by": _day(claim["answer_by"])}

    return _once(key, report)


def request_refund(order_number: str, reason: str, key: str = "") -> Answer:
    """Open a refund for an order delivered within a week or very late; a second request answers with the first."""

    def refund(db: sqlite3.Connection) -> Answer:
        order = _order(db, order_number)
        if order is None:
            return {"done": False}
        if order["status"] != "refund_requested":
            if not (_can_return(order) or (order["status"] == "on_the_way" and _days_late(order) >= VERY_LATE_DAYS)):
                return {"done": False}
            db.execute("UPDATE orders SET status = 'refund_requested' WHERE number = ?", (order["number"],))
        # What never came needs no postage back, whatever the reason given.
        because = "late" if order["status"] == "on_the_way" else reason
        claim = _claim(db, order, kind="환불", answer_in=4, note=because)
        postage = RETURN_POSTAGE if claim["note"] == "changed_mind" else 0
        return {
            "done": True,
            "receipt": claim["receipt"],
            "amount": order["total"] - postage,
            "refunded_by": _day(claim["answer_by"]),
        }

    return _once(key, refund)


def request_exchange(order_number: str, wish: str, key: str = "") -> Answer:
    """Open an exchange for an order delivered within a week; a second request answers with the first."""

    def exchange(db: sqlite3.Connection) -> Answer:
        order = _order(db, order_number)
        if order is None or not (_can_return(order) or order["status"] == "exchange_requested"):
            return {"done": False}
        db.execute("UPDATE orders SET status = 'exchange_requested' WHERE number = ?", (order["number"],))
        claim = _claim(db, order, kind="교환", answer_in=2, note=wish)
        return {"done": True, "receipt": claim["receipt"], "pickup": _day(claim["answer_by"])}

    return _once(key, exchange)


def stop_order(order_number: str, key: str = "") -> Answer:
    """Cancel an order that has not left the warehouse; cancelling a cancelled one changes nothing."""

    def stop(db: sqlite3.Connection) -> Answer:
        order = _order(db, order_number)
        if order is None or order["status"] not in ("preparing", "cancelled"):
            return {"done": False}
        db.execute("UPDATE orders SET status = 'cancelled' WHERE number = ?", (order["number"],))
        claim = _claim(db, order, kind="취소", answer_in=3)
        return {"done": True, "amount": order["total"], "refunded_by": _day(claim["answer_by"])}

    return _once(key, stop)


def change_address(order_number: str, new_address: str, key: str = "") -> Answer:
    """Send an order that has not left the warehouse to another address."""

    def change(db: sqlite3.Connection) -> Answer:
        changed = db.execute(
            "UPDATE orders SET address = ? WHERE number = ? AND status = 'preparing'",
            (new_address, _number(order_number)),
        )
        return {"done": changed.rowcount == 1}

    return _once(key, change)


def _order(db: sqlite3.Connection, order_number: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute(
        "SELECT orders.*, carriers.answers FROM orders JOIN carriers ON carriers.name = orders.carrier WHERE number = ?",
        (_number(order_number),),
    ).fetchone()
    return row


def _claim(db: sqlite3.Connection, order: sqlite3.Row, *, kind: str, answer_in: int, note: str = "") -> sqlite3.Row:
    """Return the claim of this kind for the order, opening it today when there is none."""
    wanted = "SELECT * FROM claims WHERE number = ? AND kind = ?"
    found = db.execute(wanted, (order["number"], kind)).fetchone()
    if found is None:
        count = db.execute("SELECT count(*) FROM claims").fetchone()[0]
        db.execute(
            "INSERT INTO claims (receipt, number, kind, status, opened, answer_by, note) VALUES (?, ?, ?, ?, 0, ?, ?)",
            (f"R-{1001 + count}", order["number"], kind, "waiting", answer_in, note),
        )
        found = db.execute(wanted, (order["number"], kind)).fetchone()
    claim: sqlite3.Row = found
    return claim


def _days_late(order: sqlite3.Row) -> int:
    return max(0, -int(order["promised"])) if order["status"] == "on_the_way" else 0


def _can_return(order: sqlite3.Row) -> bool:
    return bool(order["status"] == "delivered" and order["arrives"] >= -RETURN_DAYS)


def _number(order_number: str) -> str:
    """Return the number as it is stored, however it was written: "dj 2026-1101" and "20261101" are DJ20261101."""
    return "DJ" + "".join(sign for sign in str(order_number) if sign.isdecimal())


def _day(offset: int) -> str:
    """The date ``offset`` days from today; ``DAJEONG_ACTIONS_TODAY`` (YYYY-MM-DD) holds the calendar still."""
    fixed = os.environ.get("DAJEONG_ACTIONS_TODAY")
    today = date.fromisoformat(fixed) if fixed else datetime.now(KOREA).date()
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
