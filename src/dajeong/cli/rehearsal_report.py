"""A rehearsal's summary as a page for the terminal."""

from rich.console import Console
from rich.table import Table

from dajeong.simulation.rehearsal import Summary

_SHOWN = 8


def printed(summary: Summary, out: Console) -> None:
    """Print what a rehearsal came to: the two shares first, then what failed, where, and what was never visited."""
    out.print(
        f"{summary.conversations} conversations, {summary.turns_on_average} messages each: "
        f"[bold]{summary.goal_success:.1%}[/bold] reached their goal, [bold]{summary.left_in_anger:.1%}[/bold] left in anger."
    )
    table = Table("verdict", "passed", "unsure", "failed", box=None)
    for name, counts in summary.verdicts.items():
        table.add_row(name, *(str(counts.get(judged, 0)) for judged in ("passed", "unsure", "failed")))
    out.print(table)
    if summary.reasons:
        out.print(
            "Why: " + ", ".join(f"{reason} {count}" for reason, count in list(summary.reasons.items())[:_SHOWN]),
            soft_wrap=True,
        )
    hot = [spot for spot in summary.heat if spot.left or spot.turned][:_SHOWN]
    if hot:
        table = Table("step", "came", "left", "in anger", "turned", box=None)
        for spot in hot:
            table.add_row(spot.step, str(spot.came), str(spot.left), str(spot.left_in_anger), str(spot.turned))
        out.print(table)
    for kind, coverage in summary.coverage.items():
        if coverage.never:
            shown = ", ".join(coverage.never[:_SHOWN])
            more = f" and {len(coverage.never) - _SHOWN} more" if len(coverage.never) > _SHOWN else ""
            out.print(f"Never visited, {kind}: {shown}{more}", soft_wrap=True)
    if summary.worst:
        out.print(
            "Worst: "
            + "; ".join(f"{each.number} ({each.customer}: {', '.join(each.failed)})" for each in summary.worst),
            soft_wrap=True,
        )
