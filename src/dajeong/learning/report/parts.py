"""The parts of the report, each a piece of HTML with everything escaped."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from dajeong.conversation.reading import EMOTIONS
from dajeong.learning.card import Card
from dajeong.learning.evaluation.bootstrap import TITLES, Interval
from dajeong.learning.evaluation.comparison import Comparison, Flip
from dajeong.learning.evaluation.evaluation import ClassFigures, Evaluation, Figures, Mistake
from dajeong.learning.evaluation.outcomes import GROUPS
from dajeong.learning.report.plots import calibration, whisker

_SHOWN = 12


def tiles(figures: Figures) -> str:
    """The four figures that matter first, with their intervals, and the others in a line."""
    cells = "".join(
        f'<div class="tile"><span>{TITLES[name]}</span><b>{found.value:.3f}</b>'
        f"<small>{found.low:.3f} to {found.high:.3f}</small>{whisker(found)}</div>"
        for name in TITLES
        for found in [getattr(figures, name)]
    )
    facts = [
        ("macro precision", f"{figures.macro_precision:.2f}"),
        ("macro recall", f"{figures.macro_recall:.2f}"),
        ("sure", f"{figures.sure:.0%} of messages"),
        ("right when sure", _percent(figures.right_when_sure)),
        ("neutral kept neutral", _percent(figures.neutral_kept)),
        ("feeling missed as neutral", _percent(figures.feeling_missed)),
        *((f"{name} off by", f"{value:.2f}") for name, value in figures.off.items()),
    ]
    line = "".join(f"<li>{name} <b>{value}</b></li>" for name, value in facts)
    return f'<div class="tiles">{cells}</div><ul class="facts">{line}</ul>'


def verdict(comparison: Comparison) -> str:
    """What changed against the other version, and whether that is more than chance."""
    cells = "".join(
        f'<div class="tile"><span>{TITLES[each.metric]}</span><b>{each.by.value:+.3f}</b>'
        f"<small>{each.by.low:+.3f} to {each.by.high:+.3f}</small><br>"
        f'<span class="{each.verdict.split()[0]}">{each.verdict}</span></div>'
        for each in comparison.differences
    )
    return (
        f"<h2>Against {escape(comparison.against)}</h2><p>Both read the same {comparison.rows} messages. A difference counts "
        "as shown when the whole 95 % interval of paired draws lies on one side of nothing; a calibration error is better "
        f'when it is smaller. <b class="mended">{comparison.mended}</b> messages are read right now and were not, '
        f'<b class="broken">{comparison.broken}</b> the other way round.</p><div class="tiles">{cells}</div>'
    )


def languages(found: dict[str, Figures]) -> str:
    """A row per language; nothing when there is only one."""
    if len(found) < 2:
        return ""
    names = {"ko": "Korean", "en": "English"}
    rows = "".join(
        f"<tr><th>{names.get(name, escape(name))}</th><td>{each.rows}</td>"
        + "".join(f"<td>{getattr(each, metric).value:.3f}</td>" for metric in TITLES)
        + f"<td>{each.sure:.0%}</td></tr>"
        for name, each in found.items()
    )
    head = "".join(f"<th>{title}</th>" for title in TITLES.values())
    return f"<h2>By language</h2>{_table(f'<th>language</th><th>messages</th>{head}<th>sure</th>', rows)}"


def classes(title: str, about: str, found: Sequence[ClassFigures]) -> str:
    """Precision, recall and F1 of each class."""
    rows = "".join(
        f'<tr><th>{each.name}</th><td>{each.rows}</td><td class="wide">{each.read}</td><td>{_share(each.precision)}</td>'
        f'<td>{_share(each.recall)}</td><td>{each.f1.value:.2f}</td><td class="plot">{whisker(each.f1)}</td></tr>'
        for each in found
    )
    head = (
        '<th></th><th>labelled</th><th class="wide">read</th><th>precision</th><th>recall</th><th>F1</th>'
        "<th>F1, 0 to 1, with its interval</th>"
    )
    return f"<h2>{title}</h2><p>{about}</p>{_table(head, rows)}"


def confusions(evaluation: Evaluation) -> str:
    """What is taken for what: four groups, then ten emotions."""
    return (
        "<h2>What is taken for what</h2><p>A row is what was labelled, a column what was read. The darker, the larger its "
        "part of the row.</p>"
        f'<h3>Four groups</h3><div class="box bare">{_confusion(GROUPS, evaluation.group_confusion)}</div>'
        f'<h3>Ten emotions</h3><div class="box bare">{_confusion(EMOTIONS, evaluation.confusion)}</div>'
    )


def calibrated(evaluation: Evaluation) -> str:
    """Whether the reader is as sure as it may be."""
    off = evaluation.figures.calibration_error
    bins = "".join(
        f"<tr><td>{each.share:.2f}</td><td>{each.right:.2f}</td><td>{each.rows}</td></tr>" for each in evaluation.bins
    )
    return (
        "<h2>As sure as it is right</h2><p>Ten bins with equally many messages. On the dotted line a share of 0.6 is right "
        f"six times in ten; under it the reader is too sure of itself. Mean distance {_with(off)}.</p>"
        f'<div class="box bare curve">{calibration(evaluation.bins)}'
        f"<table><thead><tr><th>share</th><th>right</th><th>messages</th></tr></thead><tbody>{bins}</tbody></table></div>"
    )


def slices(evaluation: Evaluation) -> str:
    """The same figure for parts of the messages."""
    overall = evaluation.figures.group_accuracy.value
    rows = ""
    for dimension, found in groupby(evaluation.slices, key=lambda each: each.dimension):
        rows += f'<tr class="kind"><th colspan="5">{escape(dimension)}</th></tr>'
        for each in found:
            name = f"{escape(each.name)}{' <span class=lower>lower</span>' if each.lower else ''}"
            rows += (
                f'<tr><th>{name}</th><td>{each.rows}</td><td class="wide">{each.accuracy.value:.2f}</td>'
                f"<td>{each.group_accuracy.value:.2f}</td>"
                f'<td class="plot">{whisker(each.group_accuracy, low=each.lower, against=overall)}</td></tr>'
            )
    head = (
        '<th></th><th>messages</th><th class="wide">ten emotions</th><th>four groups</th>'
        "<th>four groups, beside all messages</th>"
    )
    return (
        "<h2>Who is read how well</h2><p>Parts of at least ten messages. The dotted line is the figure of all messages; "
        "<span class=lower>lower</span> marks a part whose whole interval lies under it. A message stands in several parts.</p>"
        + _table(head, rows)
    )


def mistakes(found: Sequence[Mistake]) -> str:
    """What was read wrong with the greatest certainty, another group first."""
    if not found:
        return ""
    shown = found[0].text is not None
    about = "Read wrong with the greatest certainty; another group of four first, because it leads to another kind of reply."
    hidden = (
        "" if shown else " Their words are not shown: each is named by its id in the corpus or its row in your file."
    )
    return f"<h2>Worst mistakes</h2><p>{about}{hidden}</p>{_folded([_mistake(each) for each in found])}"


def flips(comparison: Comparison) -> str:
    """Every message that one version reads right and the other wrong."""
    if not comparison.flips:
        return ""
    parts = []
    for title, mended in (("Right now, wrong before", True), ("Wrong now, right before", False)):
        own = [_flip(each) for each in comparison.flips if each.mended == mended]
        if own:
            parts.append(f"<h3>{title}: {len(own)}</h3>{_folded(own)}")
    return f"<h2>Messages that changed</h2>{''.join(parts)}"


def made(card: Card) -> str:
    """What the version was made from."""
    rows = [
        ("version", f"<code>{escape(card.version)}</code>"),
        ("model file", f"{card.size:,} bytes, SHA-256 <code>{card.sha256}</code>"),
        ("made", f"{card.made_at:%Y-%m-%d %H:%M} UTC" if card.made_at else "comes with the package"),
        ("by", escape(card.by)),
        ("note", escape(card.note)),
        ("command", f"<code>{escape(card.command)}</code>" if card.command else ""),
        ("before it", escape(card.parent or "")),
        *(
            (
                f"from {escape(each.name)}",
                f"{each.rows:,} rows · {escape(each.licence)} · <code>{each.sha256[:16]}</code>",
            )
            for each in card.sources
        ),
        *(("notice", escape(each)) for each in card.notices),
    ]
    inside = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows if value)
    return f"<h2>How it was made</h2><dl>{inside}</dl>"


def _confusion(names: Sequence[str], counts: Sequence[Sequence[int]]) -> str:
    # Ten names side by side fit nowhere: they stand upright.
    kind = "confusion upright" if len(names) > len(GROUPS) else "confusion"
    head = "".join(f"<th><span>{name}</span></th>" for name in names)
    rows = ""
    for row, (name, own) in enumerate(zip(names, counts, strict=True)):
        cells = "".join(_cell(count, sum(own), row == column) for column, count in enumerate(own))
        rows += f"<tr><th>{name}</th>{cells}</tr>"
    return f'<table class="{kind}"><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _cell(count: int, of: int, same: bool) -> str:
    if not count:
        return '<td class="none">·</td>'
    colour = "--tint" if same else "--warm"
    tone = 0.08 + 0.55 * count / max(1, of)
    return f'<td class="{"same" if same else ""}" style="background:rgba(var({colour}),calc({tone:.2f}*var(--deep)))">{count}</td>'


def _mistake(each: Mistake) -> str:
    before = "".join(f'<div class="before">{escape(turn)}</div>' for turn in each.before)
    said = f"labelled <b>{each.wanted}</b>, read as <b>{each.read}</b> with {each.share:.2f}"
    return f'{before}{_quoted(each.text)}<div class="said">{said} · {escape(each.id)}</div>'


def _flip(each: Flip) -> str:
    said = f"labelled <b>{each.wanted}</b>, before {each.before}, now <b>{each.now}</b>"
    return f'{_quoted(each.text)}<div class="said">{said} · {escape(each.id)}</div>'


def _quoted(text: str | None) -> str:
    return "" if text is None else f"<q><bdi>{escape(text)}</bdi></q>"


def _folded(items: Sequence[str]) -> str:
    """The first dozen open, the rest behind a click."""
    first, rest = (_rows(items[:_SHOWN]), _rows(items[_SHOWN:]))
    more = f"<details><summary>{len(items) - _SHOWN} more</summary>{rest}</details>" if items[_SHOWN:] else ""
    return first + more


def _rows(items: Sequence[str]) -> str:
    return f'<ul class="rows">{"".join(f"<li>{item}</li>" for item in items)}</ul>'


def _table(head: str, rows: str) -> str:
    return f'<div class="box"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _with(found: Interval) -> str:
    return f"<b>{found.value:.3f}</b> ({found.low:.3f} to {found.high:.3f})"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"


def _share(found: Interval | None) -> str:
    return "–" if found is None else f"{found.value:.2f} <small>{found.low:.2f}–{found.high:.2f}</small>"


def sections(evaluation: Evaluation, comparison: Comparison | None, card: Card) -> Iterator[str]:
    """Return the parts in the order they are read."""
    yield tiles(evaluation.figures)
    if comparison is not None:
        yield verdict(comparison)
    yield languages(evaluation.languages)
    about = "Of what is labelled so, how much is read so (recall), and the other way round (precision); F1 holds both."
    yield classes("Ten emotions", about, evaluation.emotions)
    yield classes(
        "Four groups", "What routes a message: against us, worried, content, anything else.", evaluation.groups
    )
    yield confusions(evaluation)
    yield calibrated(evaluation)
    yield slices(evaluation)
    yield mistakes(evaluation.mistakes)
    if comparison is not None:
        yield flips(comparison)
    yield made(card)
