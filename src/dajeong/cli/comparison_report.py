"""A comparison of two versions as a page for the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from dajeong.simulation.rehearsal.compare import Comparison, Direction, Shift
from dajeong.simulation.rehearsal.pairing import LeftOut

_SHOWN = 12
_STYLES: dict[Direction, str] = {"better": "green", "worse": "red", "unclear": "dim"}


def printed(comparison: Comparison, left_out: Sequence[LeftOut], out: Console) -> None:
    """Print what got better and worse first, then every figure with its interval, then what flipped."""
    out.print(f"{comparison.conversations} conversations with the same customers in both versions.")
    for each in left_out:
        out.print(f"Left out of both: {each.customer}. {each.why}", markup=False, soft_wrap=True)
    if comparison.unpaired:
        out.print(f"{comparison.unpaired} conversations have no counterpart and do not count.")
    for direction, names in (("better", comparison.better), ("worse", comparison.worse)):
        out.print(f"[bold]{direction.capitalize()}[/bold]: {', '.join(names) or 'nothing'}.", soft_wrap=True)
    out.print()
    table = Table("failed", "before", "after", "difference", "95 %", "", box=None)
    for name, shift in comparison.failed.items():
        _add(table, name, shift, 100, "{:.1f} %", "{:+.1f}")
    out.print(table)
    table = Table("mean", "before", "after", "difference", "95 %", "", box=None)
    for mean, shift in comparison.means.items():
        _add(table, mean, shift, 1, "{:.2f}", "{:+.2f}")
    out.print(table)
    flips = comparison.flips
    if flips:
        shown = "; ".join(f"{each.number} ({each.customer}: {each.verdict} {each.to})" for each in flips[:_SHOWN])
        more = f" and {len(flips) - _SHOWN} more" if len(flips) > _SHOWN else ""
        out.print(f"Flipped: {shown}{more}", soft_wrap=True)


def _add(table: Table, name: str, shift: Shift, times: int, value: str, difference: str) -> None:
    row = [value.format(times * shift.before), value.format(times * shift.after)]
    row.append(difference.format(times * shift.difference))
    row.append(f"{difference.format(times * shift.low)} to {difference.format(times * shift.high)}")
    table.add_row(name, *row, shift.direction, style=_STYLES[shift.direction])
