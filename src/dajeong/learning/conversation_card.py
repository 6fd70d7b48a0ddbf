"""The data card beside an exported set: what it is, on what ground, what is missing, and what it must not be used for."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from dajeong.learning.conversations import Exported, Wanted


def conversation_card(
    exported: Exported, wanted: Wanted, files: Mapping[str, str], *, at: datetime, package: str
) -> str:
    """Return the card as Markdown. ``files``: file name -> its SHA-256."""
    total = sum(exported.conversations.values())
    return "\n".join(
        (
            "# Conversations for fine-tuning",
            "",
            f"Written on {at:%Y-%m-%d %H:%M} UTC by dajeong {package}, from the log up to position {exported.position}.",
            "",
            f"{total} conversations. Each line is a conversation: a system prompt from the persona, then customer and replies.",
            "",
            *_table("file", {name: f"`{digest}`" for name, digest in files.items()}, "SHA-256"),
            *_table("split", exported.conversations, "conversations"),
            *_table("split", exported.messages, "turns"),
            *_table("language", exported.languages, "conversations"),
            *_table("playbook and version", exported.playbooks, "conversations"),
            *_table("reply by", exported.authors, "in these conversations"),
            "## Consent",
            "",
            "Every conversation here holds the customer's consent to training, not withdrawn when this was written. Under the terms:",
            "",
            *_table("terms", exported.terms, "conversations"),
            "Who withdraws or asks to be forgotten later is still in this file: make it again before each training, and delete old ones.",
            "",
            "## Left out",
            "",
            *_table("why", exported.left_out, "conversations"),
            "## How it was chosen",
            "",
            *(f"- {line}" for line in _chosen(wanted)),
            "",
            "## Limits",
            "",
            "Personal data stand as tokens such as `[전화 1]`; what somebody tells about their life without a name or a number stays as "
            "they wrote it. Do not publish these files. Customers who agree to training are not all customers.",
            "",
        )
    )


def _chosen(wanted: Wanted) -> tuple[str, ...]:
    return (
        f"playbook: {wanted.playbook or 'every one'}",
        f"language: {wanted.language or 'every one'}",
        f"only conversations that ended well: {'yes' if wanted.ended_well else 'no'}",
        f"only replies by teammates: {'yes' if wanted.only_teammates else 'no'}",
        f"validation: {wanted.validation:.0%} of the customers, seed {wanted.seed}",
    )


def _table(what: str, counts: Mapping[str, object] | Counter[str], number: str) -> list[str]:
    rows = [f"| {name} | {count} |" for name, count in sorted(counts.items())] or ["| none | 0 |"]
    return [f"| {what} | {number} |", "|---|---|", *rows, ""]
