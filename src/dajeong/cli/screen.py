"""The terminal: what a command says, and what it says beside its output."""

from rich.console import Console

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def say(line: str) -> None:
    """Print a line as it is, however long."""
    out.print(line, markup=False, soft_wrap=True)
