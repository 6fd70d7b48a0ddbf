"""JSON Schema for editors, from the very table the loader reads by: one schema per kind of file."""

from typing import Any

from dajeong.playbook.shapes import KINDS, ConditionShape, wording_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Kind of file (playbook, persona, empathy, lines, actions, intents, answers, scenarios) -> its JSON Schema."""
    shared = {"condition": ConditionShape().schema(), "wording": wording_schema()}
    return {
        kind: {"$schema": DIALECT, "title": kind, **shape.schema(), "$defs": shared} for kind, shape in KINDS.items()
    }
