"""A rehearsal's summary as a page for the terminal, and one of its conversations to read."""

from collections.abc import Mapping

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dajeong.simulation.rehearsal import Result, Summary
from dajeong.simulation.rehearsal.result import VerdictName

_SHOWN = 8
# What went wrong when a verdict failed.
_FAILED: Mapping[VerdictName, str] = {
    "goal_reached": "did not get what they came for",
    "turns_taken": "had to write too often",
    "mood_end": "felt worse in the end",
    "left_in_anger": "left in anger",
    "asked_twice": "were asked what they had told",
    "promised_without_action": "were promised what was not done",
    "forbidden_move": "heard what the policy forbids",
    "language": "were answered in another language",
    "speech_level": "were spoken to in another tone",
    "personal_data_echoed": "had personal data repeated to them",
    "way_to_person": "found no way to a person",
    "unbroken": "saw the conversation break off",
    "feeling_passed_over": "had a strong feeling passed over",
    "words_refused": "heard a safe line instead of the designed words",
}


def printed(summary: Summary, out: Console) -> None:
    """Print what a rehearsal came to: the two shares first, then what went wrong, where, and what to do next."""
    out.print(
        f"{summary.conversations} conversations, {summary.turns_on_average} messages each: "
        f"[bold]{summary.goal_success:.1%}[/bold] got what they came for, "
        f"[bold]{summary.left_in_anger:.1%}[/bold] left in anger.",
        soft_wrap=True,
    )
    _print_verdicts(summary, out)
    if summary.reasons:
        told = ", ".join(f"{reason} {count}" for reason, count in list(summary.reasons.items())[:_SHOWN])
        out.print(f"Why: {told}", soft_wrap=True)
    _print_places(summary, out)
    for kind, coverage in summary.coverage.items():
        if coverage.never:
            out.print(
                f"Nobody came to {len(coverage.never)} of {len(coverage.never) + len(coverage.visited)} {kind}: "
                f"{_listed(coverage.never)}",
                soft_wrap=True,
            )
    if summary.worst:
        out.print("\nThe worst conversations:")
        for each in summary.worst:
            went_wrong = ", ".join(_said(name) for name in each.failed)
            out.print(f"  {each.number:>5}  {each.customer}: {went_wrong}", soft_wrap=True)
        out.print(
            f"Read one by adding --show {summary.worst[0].number} to the command; nothing is played again. Mend what you "
            "find, and `dajeong compare` two versions.",
            soft_wrap=True,
        )


def shown(result: Result, out: Console) -> None:
    """Print one conversation: who wrote what, what the customer felt, and what went wrong at which line."""
    out.print(f"Conversation {result.number}: {result.customer}, {result.leaving} after {result.seconds:.0f} s.")
    for line in result.lines:
        who = "[bold]customer[/bold] " if line.by == "customer" else "assistant"
        felt = f"anger {line.anger:.1f}, worry {line.worry:.1f}" if line.by == "customer" else ", ".join(line.moves)
        out.print(f"  {line.version:>3} {who} {escape(line.text)}  [dim]({felt})[/dim]", soft_wrap=True)
    for verdict in result.failed:
        place = f" at {verdict.event}" if verdict.event is not None else ""
        out.print(f"[red]They {_said(verdict.name)}[/red] ({verdict.why}{place}).", soft_wrap=True)


def _print_verdicts(summary: Summary, out: Console) -> None:
    wrong = {
        name: (counts.get("failed", 0), counts.get("unsure", 0))
        for name, counts in summary.verdicts.items()
        if counts.get("failed") or counts.get("unsure")
    }
    if wrong:
        table = Table("customers who", "surely", "perhaps", box=None)
        for name, counts in sorted(wrong.items(), key=lambda each: each[1], reverse=True):
            table.add_row(_said(name), *(str(count or "") for count in counts))
        out.print(table)
    fine = len(summary.verdicts) - len(wrong)
    if fine:
        out.print(f"{fine} of {len(summary.verdicts)} things that are judged were right in every conversation.")


def _print_places(summary: Summary, out: Console) -> None:
    hot = [spot for spot in summary.heat if spot.left or spot.turned][:_SHOWN]
    if hot:
        table = Table("where", "came", "left unhelped", "in anger", "turned against us", box=None)
        for spot in hot:
            counts = (spot.came, spot.left, spot.left_in_anger, spot.turned)
            table.add_row(spot.step, *(str(count or "") for count in counts))
        out.print(table)


def _said(name: VerdictName) -> str:
    return _FAILED.get(name, name)


def _listed(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
