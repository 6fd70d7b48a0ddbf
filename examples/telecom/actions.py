"""What 다정텔레콤's business systems can do: lines, bills, plans and visits in one small SQLite file.

Operator code: it belongs to whoever runs the playbook and is never edited in the studio. The file is made from
``data.sql`` in the folder ``DAJEONG_ACTIONS_DATA`` names, or in ``.state`` beside this module; delete it to start over.
"""

import json
import os
import re
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
KOREA = timezone(timedelta(hours=9))
VISITS_AHEAD_DAYS = 14
MOVES_AHEAD_DAYS = 60
NEARLY_PROMISED = 0.5
HOURS = {
    "morning": "오전 9시부터 12시 사이",
    "afternoon": "오후 1시부터 5시 사이",
    "evening": "오후 6시부터 8시 사이",
}

Answer = dict[str, Any]


def find_customer(phone: str) -> Answer:
    """Say whether this number has a contract."""
    with closing(_open()) as db:
        return {"found": _customer(db, phone) is not None}


def find_line(phone: str) -> Answer:
    """Look up the state and speed of the line at home."""
    with closing(_open()) as db:
        line = _row(db, "lines", phone)
        if line is None:
            return {"found": False}
        return {
            "found": True,
            "state": line["state"],
            "area": line["area"],
            "speed": line["speed"],
            "promised": line["promised"],
            "fixed_by": line["fixed_by"],
        }


def find_bill(phone: str) -> Answer:
    """Look up this month's bill, what it was last month and the biggest cause of the difference."""
    with closing(_open()) as db:
        bill = _row(db, "bills", phone)
        if bill is None:
            return {"found": False}
        more = bill["total"] - bill["last_total"]
        return {
            "found": True,
            "total": bill["total"],
            "last_total": bill["last_total"],
            "difference": abs(more),
            "change": "up" if more > 0 else "down" if more < 0 else "same",
            "cause": bill["cause"],
            "cause_amount": bill["cause_amount"],
            "cause_name": bill["cause_name"],
            "due": _day(bill["due"]),
            "paid": bool(bill["paid"]),
        }


def find_plan(phone: str) -> Answer:
    """Look up the plan, the data left and what leaving now would cost."""
    with closing(_open()) as db:
        contract = _row(db, "contracts", phone)
        if contract is None:
            return {"found": False}
        plan = _plan(db, contract["plan"])
        ends = contract["contract_ends"]
        return {
            "found": True,
            "plan": plan["name"],
            "fee": plan["fee"],
            "data_left": contract["data_left"],
            "data_total": plan["data"],
            "renews": _day(contract["renews"]),
            "in_contract": ends is not None,
            "contract_ends": _day(ends or 0),
            "leaving_fee": contract["leaving_fee"],
        }


def price_plan(phone: str, new_plan: str) -> Answer:
    """Say what another plan costs and from which day it would hold; changes nothing."""
    with closing(_open()) as db:
        contract, plan = _row(db, "contracts", phone), _plan(db, new_plan)
        if contract is None or plan is None:
            return {"found": False}
        return {
            "found": True,
            "same": plan["code"] == contract["plan"],
            "plan": plan["name"],
            "fee": plan["fee"],
            "starts": _day(contract["renews"]),
        }


def find_case(phone: str) -> Answer:
    """Look up the newest case that is open or was closed for this number."""
    with closing(_open()) as db:
        case = _row(db, "cases", phone, order="opened DESC")
        if case is None:
            return {"found": False}
        return {
            "found": True,
            "kind": case["kind"],
            "status": case["status"],
            "opened": _day(case["opened"]),
            "answer_by": _day(case["answer_by"]),
            "days_open": -case["opened"],
            "receipt": case["receipt"],
        }


def restart_modem(phone: str, key: str = "") -> Answer:
    """Restart the modem at home; restarting it again changes nothing more."""

    def restart(db: sqlite3.Connection) -> Answer:
        line = _row(db, "lines", phone)
        if line is None:
            return {"done": False, "better": False}
        speed = line["after_restart"]
        better = speed >= line["promised"] * NEARLY_PROMISED
        state = "fine" if better else line["state"]
        db.execute("UPDATE lines SET speed = ?, state = ? WHERE phone = ?", (speed, state, line["phone"]))
        return {"done": True, "speed": speed, "better": better}

    return _once(key, restart)


def book_visit(phone: str, visit_day: str, visit_time: str, key: str = "") -> Answer:
    """Book a technician for a day in the next two weeks; the same day again answers with the first booking."""

    def book(db: sqlite3.Connection) -> Answer:
        hours = HOURS.get(visit_time)
        visit = _visit(db, phone, "repair", visit_day, ahead=VISITS_AHEAD_DAYS, time=hours or "") if hours else None
        if visit is None:
            return {"done": False}
        return {"done": True, "receipt": visit["receipt"], "day": visit["day"], "time": visit["time"]}

    return _once(key, book)


def book_move(phone: str, new_address: str, visit_day: str, key: str = "") -> Answer:
    """Book the installation at a new address; the same day again answers with the first booking."""

    def book(db: sqlite3.Connection) -> Answer:
        visit = _visit(db, phone, "move", visit_day, ahead=MOVES_AHEAD_DAYS, address=new_address)
        if visit is None:
            return {"done": False}
        return {"done": True, "receipt": visit["receipt"], "day": visit["day"]}

    return _once(key, book)


def change_plan(phone: str, new_plan: str, key: str = "") -> Answer:
    """Change the plan from the next month on; the same change again changes nothing."""

    def change(db: sqlite3.Connection) -> Answer:
        contract, plan = _row(db, "contracts", phone), _plan(db, new_plan)
        if contract is None or plan is None:
            return {"done": False}
        db.execute("UPDATE contracts SET next_plan = ? WHERE phone = ?", (plan["code"], contract["phone"]))
        return {"done": True, "plan": plan["name"], "fee": plan["fee"], "starts": _day(contract["renews"])}

    return _once(key, change)


def block_payments(phone: str, key: str = "") -> Answer:
    """Block payments charged to the phone bill; blocking twice changes nothing."""

    def block(db: sqlite3.Connection) -> Answer:
        changed = db.execute("UPDATE customers SET payments_blocked = 1 WHERE phone = ?", (_digits(phone),))
        return {"done": changed.rowcount == 1}

    return _once(key, block)


def _customer(db: sqlite3.Connection, phone: str) -> sqlite3.Row | None:
    """Return the customer. Raises ``ConnectionError`` for the number whose system does not answer."""
    row: sqlite3.Row | None = db.execute("SELECT * FROM customers WHERE phone = ?", (_digits(phone),)).fetchone()
    if row is not None and not row["answers"]:
        raise ConnectionError("The contract system does not answer; try again later.")
    return row


def _row(db: sqlite3.Connection, table: str, phone: str, order: str = "phone") -> sqlite3.Row | None:
    customer = _customer(db, phone)
    if customer is None:
        return None
    found: sqlite3.Row | None = db.execute(
        f"SELECT * FROM {table} WHERE phone = ? ORDER BY {order} LIMIT 1", (customer["phone"],)
    ).fetchone()
    return found


def _plan(db: sqlite3.Connection, code: str) -> Any:
    return db.execute("SELECT * FROM plans WHERE code = ?", (code,)).fetchone()


def _visit(
    db: sqlite3.Connection, phone: str, kind: str, day: str, *, ahead: int, time: str = "", address: str = ""
) -> sqlite3.Row | None:
    """Return the booking of this kind on this day, making it when there is none; None when the day is not possible."""
    customer = _customer(db, phone)
    if customer is None or not _day(1) <= _iso(day) <= _day(ahead):
        return None
    wanted = "SELECT * FROM visits WHERE phone = ? AND kind = ? AND day = ?"
    found: sqlite3.Row | None = db.execute(wanted, (customer["phone"], kind, _iso(day))).fetchone()
    if found is None:
        count = db.execute("SELECT count(*) FROM visits").fetchone()[0]
        db.execute(
            "INSERT INTO visits VALUES (?, ?, ?, ?, ?, ?)",
            (f"V-{2001 + count}", customer["phone"], kind, _iso(day), time, address),
        )
        found = db.execute(wanted, (customer["phone"], kind, _iso(day))).fetchone()
    return found


def _iso(day: str) -> str:
    """The day as YYYY-MM-DD, or an empty string, which no booking accepts, when it is no date."""
    try:
        return date.fromisoformat(str(day)[:10]).isoformat()
    except ValueError:
        return ""


def _digits(phone: str) -> str:
    """Only the digits, with the country code 82 written as 0."""
    digits = re.sub(r"\D", "", str(phone))
    return "0" + digits[2:] if digits.startswith("82") else digits


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
