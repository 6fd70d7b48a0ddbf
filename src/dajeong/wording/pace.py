"""How long a channel may show "typing" before the words."""

from dajeong.playbook.persona import Persona


def typing_ms(text: str, persona: Persona, at_once: bool) -> int:
    """Milliseconds between 0 and the persona's bound; 0 for a customer who is in a hurry."""
    if at_once:
        return 0
    return min(len(text) * persona.pace.ms_per_character, persona.pace.at_most_ms)
