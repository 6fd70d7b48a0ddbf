"""A folder's texts become a playbook, with the place of every value; the one parse path for files, drafts and tests."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dajeong.conversation.reading import Language
from dajeong.playbook.assembly import Written, assemble
from dajeong.playbook.playbook import Playbook
from dajeong.playbook.problem import Notes, Place, Places, Problem
from dajeong.playbook.rules import RULES
from dajeong.playbook.shapes import KINDS, FileReader, is_id, nearest
from dajeong.playbook.yaml_text import Entries, Scalar, parse

SINGLE = ("playbook", "persona", "empathy", "lines", "actions")
FOLDERS = ("intents", "answers", "scenarios")
_ENDINGS = (".yaml", ".yml")
# Not the playbook's own, or for people: read by others or by nobody.
BESIDE = ("layout.json", "actions.py", "data.sql")
BESIDE_FOLDERS = ("customers", "tests", "data", "docs", "images")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the files say. ``playbook`` is None when an error keeps it from being whole; ``findings`` say which."""

    playbook: Playbook | None
    findings: tuple[Problem, ...]


@dataclass(slots=True)
class Draft:
    """Everything that could be read, whole or not: what the review works on."""

    written: Written
    notes: Notes
    places: Places
    playbook: Playbook | None = None
    # Files in which something could not be read: what points at their content may be right after all.
    broken: set[str] = field(default_factory=set)


def load_playbook(files: Mapping[str, str]) -> Loaded:
    """Read a playbook from its files: path inside the folder -> text. Never raises for what a text says.

    The findings are those of reading alone; ``review`` adds what a designer should know.
    """
    draft = read_draft(files)
    whole = draft.playbook if draft.notes.errors == 0 else None
    return Loaded(whole, draft.notes.sorted())


def content_version(files: Mapping[str, str]) -> str:
    """The version of these files: 12 hexadecimal digits of the SHA-256 of every path and text."""
    digest = hashlib.sha256()
    for path in sorted(files):
        for part in (path, files[path]):
            encoded = part.encode("utf-8", "surrogatepass")
            digest.update(len(encoded).to_bytes(8, "big"))
            digest.update(encoded)
    return digest.hexdigest()[:12]


def read_draft(files: Mapping[str, str]) -> Draft:
    """Read whatever can be read, and note the rest."""
    notes = Notes(RULES, language=_language(files))
    draft = Draft(Written(), notes, Places())
    for path in sorted(files):
        kind, name = _kind(path)
        if kind is None:
            if name:
                notes.add(Place(path), "unknown_file", word=path, near=name)
            continue
        before = notes.errors
        _read_file(draft, path, kind, name, files[path])
        if notes.errors > before:
            draft.broken.add(path)
    if "playbook.yaml" not in files and "playbook.yml" not in files:
        notes.add(Place("playbook.yaml"), "no_playbook_file")
    draft.playbook = assemble(draft.written, draft.notes, draft.places, content_version(files))
    return draft


def _language(files: Mapping[str, str]) -> Language:
    """The language the findings are written in: the playbook's, or Korean when it does not say."""
    root = parse(files.get("playbook.yaml", files.get("playbook.yml", ""))).root
    if isinstance(root, Entries):
        for key, value in root.pairs:
            if key.text in ("language", "언어") and isinstance(value, Scalar):
                return "en" if value.text in ("en", "영어") else "ko"
    return "ko"


def is_known_file(path: str) -> bool:
    """Whether a file of this path has a meaning in a playbook's folder, for the assistant or for people."""
    kind, meant = _kind(path)
    return kind is not None or not meant


def is_beside(path: str) -> bool:
    """Whether a file is no part of what the assistant says: layout, stories, notes. A folder's texts come without them."""
    return is_known_file(path) and _kind(path)[0] is None


def _kind(path: str) -> tuple[str | None, str]:
    """The kind of file and the name it gives; for another file None and what it may have been meant to be."""
    parts = path.split("/")
    stem, dot, ending = parts[-1].rpartition(".")
    if parts[-1] in BESIDE or parts[0] in BESIDE_FOLDERS or ending in ("md", "py", "sql", "json", "txt"):
        return None, ""
    if dot + ending in _ENDINGS:
        if len(parts) == 1 and stem in SINGLE:
            return stem, stem
        if len(parts) == 2 and parts[0] in FOLDERS:
            return parts[0], stem
    known = tuple(f"{name}.yaml" for name in SINGLE)
    if len(parts) > 1:
        near = nearest(parts[0], FOLDERS)
        return None, f"{near}/{stem}.yaml" if near else ", ".join(f"{name}/" for name in FOLDERS)
    return None, nearest(path, known) or ", ".join(known)


def _read_file(draft: Draft, path: str, kind: str, name: str, text: str) -> None:
    reader = FileReader(path, draft.notes, draft.places)
    draft.places.files[path] = tuple(text.split("\n"))
    parsed = parse(text)
    for slip in parsed.slips:
        draft.notes.add(Place(path, slip.line, slip.column), slip.rule, word=slip.word)
    at = (kind, name) if kind == "scenarios" else (kind,)
    draft.places.known.setdefault(at, Place(path))
    if kind == "scenarios" and not is_id(name):
        draft.notes.add(Place(path), "bad_id", word=name)
        return
    if parsed.root is None:
        if not parsed.slips and kind in ("playbook", "scenarios"):
            draft.notes.add(Place(path), "empty")
        return
    before = draft.places.known.get(at)
    found = KINDS[kind].read(parsed.root, at, reader)
    if kind in ("intents", "answers") and before is not None:
        draft.places.known[at] = before
    if found is not None:
        _keep(draft, path, kind, name, found)


def _keep(draft: Draft, path: str, kind: str, name: str, found: dict[str, Any]) -> None:
    written = draft.written
    if kind == "scenarios":
        if name in written.scenarios:
            draft.notes.add(Place(path), "name_taken", word=name)
        written.scenarios[name] = found
    elif kind in ("intents", "answers"):
        for key in found:
            if key in written.intents or key in written.answers:
                draft.notes.add(draft.places.of(kind, key), "name_taken", word=key)
        (written.intents if kind == "intents" else written.answers).update(found)
    else:
        setattr(written, kind, found)
