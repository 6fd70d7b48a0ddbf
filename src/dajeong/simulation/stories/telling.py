"""A story that broke, as people read it: the conversation so far."""

from dajeong.simulation.stories.outcome import Outcome

_WHO = {"customer": "customer ", "assistant": "assistant", "time": "time     ", "system": "system   "}


def conversation(outcome: Outcome) -> str:
    """Return the conversation up to where it broke, a line for each thing said; notes stand below in brackets."""
    lines = []
    for spoken in outcome.said:
        first, *more = spoken.text.splitlines() or [""]
        lines.append(f"{_WHO[spoken.by]}  {first}")
        lines += [f"           {each}" for each in more]
        if spoken.note:
            lines.append(f"           [{spoken.note}]")
    return "\n".join(lines)
