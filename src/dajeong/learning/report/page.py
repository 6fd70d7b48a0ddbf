"""The report as one HTML file that needs nothing else, and as JSON."""

from html import escape
from importlib.resources import files

from dajeong.conversation.frozen import Frozen
from dajeong.learning.card import Card
from dajeong.learning.evaluation import Comparison, Evaluation
from dajeong.learning.report.parts import sections


class Report(Frozen):
    """What the JSON file holds."""

    evaluation: Evaluation
    comparison: Comparison | None
    card: Card


def report_json(evaluation: Evaluation, comparison: Comparison | None, card: Card) -> str:
    """Return everything that was measured as JSON."""
    return Report(evaluation=evaluation, comparison=comparison, card=card).model_dump_json(indent=1) + "\n"


def report_html(evaluation: Evaluation, comparison: Comparison | None, card: Card) -> str:
    """Return the report as one page: no script, no network, light and dark."""
    style = (files("dajeong.learning.report") / "style.css").read_text(encoding="utf-8")
    title = f"{evaluation.version}: how well it reads"
    about = (
        f"Version <code>{escape(evaluation.version)}</code> (<code>{escape(evaluation.reader)}</code>) on "
        f"{evaluation.figures.rows} messages: {escape(evaluation.on)}. {evaluation.at:%Y-%m-%d %H:%M} UTC. "
        "Each message was read with what was said before it, as a running server reads. Intervals are of 95\u00a0%, from a "
        "thousand draws of the rows: they tell the chance in these messages, not how other customers differ from them."
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title><style>{style}</style></head>\n<body><main>"
        f"<header><h1>How well it reads</h1><p>{about}</p></header>\n"
        + "\n".join(f"<section>{part}</section>" for part in sections(evaluation, comparison, card) if part)
        + "\n</main></body></html>\n"
    )
