"""How a time zone is written: by its IANA name."""

from dataclasses import dataclass
from typing import Any

from dajeong.playbook.problem import Path
from dajeong.playbook.shapes.shape import FileReader
from dajeong.playbook.timezones import nearest_timezone, timezones
from dajeong.playbook.yaml_text import Node, Scalar


@dataclass(frozen=True, slots=True)
class TimezoneShape:
    """The IANA name of a time zone."""

    def read(self, node: Node, at: Path, reader: FileReader) -> str | None:
        if not isinstance(node, Scalar):
            reader.wrong(node, "not_text")
        elif node.text not in timezones():
            near = nearest_timezone(node.text, reader.notes.language)
            reader.wrong(node, "unknown_timezone", word=node.text, near=near)
        else:
            reader.keep(node, at)
            return node.text
        return None

    def schema(self) -> dict[str, Any]:
        # Six hundred names, and new ones every year, would not help an editor; the check knows them.
        return {
            "type": "string",
            "pattern": "^[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$",
            "examples": ["Asia/Seoul", "America/New_York", "Europe/London", "UTC"],
        }
