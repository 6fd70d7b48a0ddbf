"""The model versions of one installation: a folder for each, and one pointer to the version in force."""

import shutil
import tempfile
from datetime import datetime
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import ValidationError

from dajeong.conversation.frozen import Frozen
from dajeong.errors import DajeongError
from dajeong.learning.card import NOTICES, SHIPPED, Card, file_sha256
from dajeong.learning.folder import durable_folder, locked, replace_file
from dajeong.understanding.e5 import encoder_name
from dajeong.understanding.heads import FILE, HeadsUnusable, load_heads

CARD = "card.json"
POINTER = "current.json"
# A folder that is still being filled; what a killed process left behind goes at the next addition.
_UNFINISHED = ".new-"


class ModelUnusable(DajeongError):
    """A stored version that may not be used: its file or card is missing, cut short or changed."""

    code: ClassVar[str] = "model_unusable"
    status: ClassVar[int] = 422


class UnknownModel(DajeongError):
    """No version of that name."""

    code: ClassVar[str] = "unknown_model"
    status: ClassVar[int] = 404


class ModelInForce(DajeongError):
    """The version in force, and the shipped one, cannot be removed; and nothing lies before the first one."""

    code: ClassVar[str] = "model_in_force"
    status: ClassVar[int] = 409


class Promotion(Frozen):
    """One change of the version in force."""

    version: str
    at: datetime
    by: str = ""
    kind: Literal["promoted", "rolled_back"] = "promoted"


class Pointer(Frozen):
    """The version in force and how it came to be."""

    version: str = SHIPPED
    promotions: tuple[Promotion, ...] = ()

    @property
    def before(self) -> str | None:
        """The version a roll back leads to; None when none was ever promoted."""
        stack = [SHIPPED]
        for promotion in self.promotions:
            if promotion.kind == "promoted":
                stack.append(promotion.version)
            elif len(stack) > 1:
                stack.pop()
        return stack[-2] if len(stack) > 1 else None


class Registry:
    """Versions under one folder. Any number of processes may look; changes take turns. Every change is whole or not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> tuple[str, ...]:
        """Return all versions: the shipped one, then the others by name (which begins with the day)."""
        found = sorted(path.parent.name for path in self.folder.glob(f"*/{CARD}") if path.parent.name[0] != ".")
        return (SHIPPED, *found)

    def find(self, given: str) -> str:
        """Return the version meant by its name, its digits or the beginning of either. Raises UnknownModel."""
        names = self.names()
        if given in names:
            return given
        meant = [name for name in names if given and (name.startswith(given) or name[11:].startswith(given))]
        if len(meant) != 1:
            why = "fits several versions" if meant else "is not a version"
            raise UnknownModel(f"'{given}' {why} here. There are: {', '.join(names)}.")
        return meant[0]

    def read(self, version: str) -> Card:
        """Return the card of a version. Raises UnknownModel, ModelUnusable naming the file."""
        if version == SHIPPED:
            path = _shipped_file()
            return Card(version=SHIPPED, sha256=file_sha256(path), size=path.stat().st_size, notices=NOTICES)
        if version not in self.names():
            raise UnknownModel(f"There is no version '{version}' here. There are: {', '.join(self.names())}.")
        path = self.folder / version / CARD
        try:
            card = Card.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            raise ModelUnusable(f"{version}/{CARD} cannot be read. {_INSTEAD}") from None
        if card.version != version:
            raise ModelUnusable(f"{version}/{CARD} is the card of another version. {_INSTEAD}")
        return card

    def model_file(self, version: str) -> Path:
        """Return the model file of a version after comparing it with its card. Raises UnknownModel, ModelUnusable."""
        if version == SHIPPED:
            return _shipped_file()
        card, path = self.read(version), self.folder / version / FILE
        try:
            size, sha256 = path.stat().st_size, file_sha256(path)
        except OSError as error:
            raise ModelUnusable(f"{version}/{FILE} cannot be read ({error.strerror}). {_INSTEAD}") from None
        if size != card.size:
            raise ModelUnusable(f"{version}/{FILE} has {size} bytes instead of {card.size}. {_INSTEAD}")
        if sha256 != card.sha256:
            raise ModelUnusable(f"{version}/{FILE} was changed: its SHA-256 is not that of its card. {_INSTEAD}")
        return path

    def pointer(self) -> Pointer:
        """Return the version in force and its history. Raises ModelUnusable naming the file."""
        try:
            return Pointer.model_validate_json((self.folder / POINTER).read_bytes())
        except FileNotFoundError:
            return Pointer()
        except (OSError, ValidationError):
            raise ModelUnusable(
                f"{POINTER} in the folder of models cannot be read. Take it away to go back to the shipped version, "
                "then promote the one you want."
            ) from None

    def add(self, model: Path, card: Card) -> Card:
        """Keep a copy of ``model`` under a name of its own and return its card; the very same model is kept once.

        ``card.version`` is the name wished for. Raises ModelUnusable, RegistryUnavailable; then nothing changed.
        """
        _try_out(model)
        sha256, size = file_sha256(model), model.stat().st_size
        with locked(self.folder):
            self._clear_up()
            twin = self._holding(sha256)
            if twin is not None:
                return twin
            card = card.model_copy(update={"version": self._free(card.version), "sha256": sha256, "size": size})
            beside = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=self.folder))
            try:
                shutil.copyfile(model, beside / FILE)
                replace_file(beside / CARD, card.model_dump_json(indent=1).encode())
                durable_folder(beside, self.folder / card.version)
            finally:
                shutil.rmtree(beside, ignore_errors=True)
        return card

    def promote(self, version: str, *, at: datetime, by: str = "") -> Promotion:
        """Put a version in force. Raises UnknownModel, ModelUnusable, RegistryUnavailable; then nothing changed."""
        with locked(self.folder):
            _try_out(self.model_file(version))
            pointer = self.pointer()
            if pointer.version == version:
                return Promotion(version=version, at=at, by=by)
            return self._point(pointer, Promotion(version=version, at=at, by=by))

    def roll_back(self, *, at: datetime, by: str = "") -> Promotion:
        """Put the version before in force again. Raises ModelInForce when there is none, ModelUnusable, RegistryUnavailable."""
        with locked(self.folder):
            pointer = self.pointer()
            if pointer.before is None:
                raise ModelInForce(f"Nothing was in force before '{pointer.version}'. Nothing was changed.")
            _try_out(self.model_file(pointer.before))
            return self._point(pointer, Promotion(version=pointer.before, at=at, by=by, kind="rolled_back"))

    def remove(self, version: str) -> None:
        """Delete a version for good. Raises UnknownModel, ModelInForce for the shipped one and for what a roll back may need."""
        with locked(self.folder):
            pointer = self.pointer()
            if version == SHIPPED:
                raise ModelInForce("The shipped version belongs to the package and stays.")
            if version in (pointer.version, pointer.before):
                raise ModelInForce(
                    f"'{version}' is in force, or a roll back would lead to it. Promote other versions first; nothing was removed."
                )
            if version not in self.names():
                raise UnknownModel(f"There is no version '{version}' here. There are: {', '.join(self.names())}.")
            gone = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=self.folder))
            durable_folder(self.folder / version, gone / version)
            shutil.rmtree(gone, ignore_errors=True)

    def _point(self, pointer: Pointer, promotion: Promotion) -> Promotion:
        new = Pointer(version=promotion.version, promotions=(*pointer.promotions, promotion))
        replace_file(self.folder / POINTER, new.model_dump_json(indent=1).encode())
        return promotion

    def _holding(self, sha256: str) -> Card | None:
        """The whole version that has this very model; a broken one does not count, so that training again mends it."""
        for name in self.names():
            try:
                self.model_file(name)
                card = self.read(name)
            except ModelUnusable:
                continue
            if card.sha256 == sha256:
                return card
        return None

    def _free(self, wished: str) -> str:
        """The name, with a number when a broken version stands under it."""
        names = (f"{wished}-{number}" if number > 1 else wished for number in count(1))
        return next(name for name in names if not (self.folder / name).exists())

    def _clear_up(self) -> None:
        for left in self.folder.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)
        for left in self.folder.glob(f".{POINTER}.*"):
            left.unlink(missing_ok=True)


_INSTEAD = "It was not loaded, and nothing was changed: put the file back from a backup, or train again."


def _shipped_file() -> Path:
    return Path(str(files("dajeong.understanding") / "heads" / FILE))


def _try_out(model: Path) -> None:
    """Load both tiers once: what cannot be loaded is never put in force."""
    try:
        load_heads(model, encoder=encoder_name())
        load_heads(model)
    except HeadsUnusable as error:
        raise ModelUnusable(f"{model.parent.name}/{model.name} is no model of this version: {error.message}") from error
