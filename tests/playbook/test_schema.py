"""Editors are told the same as the loader knows: the schemas come from one table, and ready playbooks fit them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dajeong.playbook import read_folder
from dajeong.playbook.reference import check_page, files_page
from dajeong.playbook.schema import schemas
from dajeong.playbook.words import KEYS
from dajeong.playbook.yaml_text import parse, plain
from tests.playbook.samples import BROKEN, starter

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(folder for folder in (ROOT / "examples").iterdir() if (folder / "playbook.yaml").exists())
TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "number": (int, float),
    "integer": int,
}


def fits(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    """Whether a value is valid: the few words of JSON Schema our schemas use."""
    if "$ref" in schema:
        return fits(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "const" in schema and value is not schema["const"]:
        return False
    if "enum" in schema and not any(type(value) is type(each) and value == each for each in schema["enum"]):
        return False
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(
        isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool)) for kind in kinds
    ):
        return False
    if "anyOf" in schema and not any(fits(value, each, root) for each in schema["anyOf"]):
        return False
    if not all(fits(value, each, root) for each in schema.get("allOf", ())):
        return False
    if isinstance(value, str):
        return (
            len(value) <= schema.get("maxLength", len(value))
            and re.search(schema.get("pattern", ""), value) is not None
        )
    if isinstance(value, list):
        return len(value) >= schema.get("minItems", 0) and all(
            fits(each, schema.get("items", {}), root) for each in value
        )
    if isinstance(value, dict):
        return _object_fits(value, schema, root)
    low, high = schema.get("minimum"), schema.get("maximum")
    return (
        value is None or isinstance(value, bool) or ((low is None or value >= low) and (high is None or value <= high))
    )


def _object_fits(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any]) -> bool:
    if not set(schema.get("required", ())) <= set(value):
        return False
    rest = schema.get("additionalProperties", {})
    for name, each in value.items():
        shape = schema.get("properties", {}).get(name, rest)
        if shape is False or not fits(name, schema.get("propertyNames", {}), root) or not fits(each, shape, root):
            return False
    return True


def descriptions(schema: Any) -> Iterator[str]:
    inside = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    if isinstance(schema, dict) and isinstance(schema.get("description"), str):
        yield schema["description"]
    for each in inside:
        yield from descriptions(each)


def valid(path: str, text: str) -> bool:
    kind = path.split("/")[0].removesuffix(".yaml")
    schema = schemas()[kind]
    root = parse(text).root
    return root is not None and fits(plain(root), schema, schema)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: str(folder.name))
def test_every_file_of_an_example_fits_its_schema(folder: Path) -> None:
    files = read_folder(folder)
    assert files and [path for path, text in files.items() if not valid(path, text)] == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_new_playbook_fits_the_schemas(language: Any) -> None:
    assert [path for path, text in starter(language).items() if not valid(path, text)] == []


def test_values_that_do_not_load_do_not_fit_either() -> None:
    files = read_folder(BROKEN / "values")
    broken = [
        "playbook.yaml",
        "persona.yaml",
        "actions.yaml",
        "answers/taken.yaml",
        "intents/long.yaml",
        "scenarios/order_status.yaml",
    ]
    assert [path for path in broken if valid(path, files[path])] == []


def test_keys_may_be_korean_in_an_editor_too() -> None:
    assert valid("intents/a.yaml", "late: {제목: 늦음, 예문: [언제 와요]}")
    assert not valid("intents/a.yaml", "late: {제목: 늦음}")
    assert not valid("intents/a.yaml", "Late: {제목: 늦음, 예문: [언제 와요]}")


def test_every_key_is_described_in_english_and_korean() -> None:
    for kind, schema in schemas().items():
        texts = list(descriptions(schema))
        assert texts
        assert all(" · " in text for text in texts), kind


def test_the_committed_schemas_and_page_are_those_of_the_code() -> None:
    reference = ROOT / "docs" / "reference"
    for kind, schema in schemas().items():
        written = json.loads((reference / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))
        assert written == schema, f"Run: python -m dajeong.playbook.reference docs/reference ({kind})"
    assert (reference / "check.md").read_text(encoding="utf-8") == check_page()
    assert (reference / "playbook.md").read_text(encoding="utf-8") == files_page()


def test_every_key_has_a_korean_name_and_no_two_keys_share_one() -> None:
    names = [name for korean in KEYS.values() for name in korean]
    assert len(names) == len(set(names)) and not any(" " in name for name in names)
    told = set(re.findall(r"^\| `([\w.*]+)` \| ([^|]*) \| (?:yes)? *\|", files_page(), re.MULTILINE))
    assert [key for key, korean in told if not korean.strip()] == []
    assert len(told) > 80
