"""The drawings of the report, as SVG that takes its colours from the page."""

from collections.abc import Sequence

from dajeong.learning.evaluation.bootstrap import Interval
from dajeong.learning.evaluation.evaluation import Bin

_SIDE, _LEFT, _TOP, _BOTTOM = 320, 36, 10, 34


def whisker(found: Interval, *, low: bool = False, against: float | None = None) -> str:
    """A figure between 0 and 1 as a point on its interval; ``against`` draws a line to compare with."""
    spoken = f"{found.value:.2f}, between {found.low:.2f} and {found.high:.2f}"
    line = "" if against is None else f'<line class="ideal" x1="{_at(against)}" x2="{_at(against)}" y1="2" y2="18"/>'
    return (
        f'<svg viewBox="0 0 220 20" role="img" aria-label="{spoken}" class="{"low" if low else ""}">'
        f'<line class="axis" x1="10" x2="210" y1="10" y2="10"/>{line}'
        f'<line class="whisker" x1="{_at(found.low)}" x2="{_at(found.high)}" y1="10" y2="10"/>'
        f'<circle class="point" cx="{_at(found.value)}" cy="10" r="5"/></svg>'
    )


def calibration(bins: Sequence[Bin]) -> str:
    """How often the reader was right (upwards) where it gave its emotion a certain share (to the right)."""
    points = [(_LEFT + each.share * _SIDE, _TOP + (1 - each.right) * _SIDE, each) for each in bins]
    grid = "".join(
        f'<line class="axis" x1="{_LEFT}" x2="{_LEFT + _SIDE}" y1="{_TOP + part * _SIDE:.1f}" y2="{_TOP + part * _SIDE:.1f}"/>'
        f'<text x="{_LEFT - 8}" y="{_TOP + part * _SIDE + 4:.1f}" text-anchor="end">{1 - part:.1f}</text>'
        f'<text x="{_LEFT + (1 - part) * _SIDE:.1f}" y="{_TOP + _SIDE + 18}" text-anchor="middle">{1 - part:.1f}</text>'
        for part in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
    dots = "".join(
        f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="5"><title>{each.rows} messages: share {each.share:.2f}, '
        f"right {each.right:.2f}</title></circle>"
        for x, y, each in points
    )
    return (
        f'<svg viewBox="0 0 {_LEFT + _SIDE + 14} {_TOP + _SIDE + _BOTTOM}" role="img" aria-label="Calibration">{grid}'
        f'<line class="ideal" x1="{_LEFT}" x2="{_LEFT + _SIDE}" y1="{_TOP + _SIDE}" y2="{_TOP}"/>'
        f'<polyline class="path" points="{path}"/>{dots}'
        f'<text x="{_LEFT + _SIDE}" y="{_TOP + _SIDE + 32}" text-anchor="end">share of the emotion that was read</text>'
        f'<text x="{_LEFT + 6}" y="{_TOP + 12}">how often that was right</text></svg>'
    )


def _at(value: float) -> str:
    return f"{10 + min(max(value, 0.0), 1.0) * 200:.1f}"
