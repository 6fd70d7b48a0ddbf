"""The versions of a model: kept whole, promoted in turn, never loaded when they were changed."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from dajeong.learning.card import SHIPPED, Card, file_sha256
from dajeong.learning.folder import RegistryUnavailable
from dajeong.learning.registry import ModelInForce, ModelUnusable, Registry, UnknownModel
from tests.learning.models import NOON, SHIPPED_FILE, add_another, another_model

ROOT = Path(__file__).parents[2]


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    return Registry(tmp_path / "models")


def test_the_shipped_version_is_always_there_and_in_force_at_first(registry: Registry) -> None:
    assert registry.names() == (SHIPPED,)
    assert registry.pointer().version == SHIPPED
    assert registry.model_file(SHIPPED) == SHIPPED_FILE
    assert registry.read(SHIPPED).sha256 == file_sha256(SHIPPED_FILE)
    with pytest.raises(ModelInForce, match="belongs to the package"):
        registry.remove(SHIPPED)


def test_a_version_that_was_added_is_not_in_force_until_it_is_promoted(registry: Registry, tmp_path: Path) -> None:
    name = add_another(registry, tmp_path)
    assert registry.names() == (SHIPPED, name)
    assert registry.pointer().version == SHIPPED
    registry.promote(name, at=NOON, by="Mina")
    assert registry.pointer().version == name
    assert registry.pointer().promotions[-1].by == "Mina"
    assert registry.model_file(name).read_bytes() == (tmp_path / "made1.npz").read_bytes()


def test_rolling_back_goes_one_version_back_each_time_and_keeps_the_history(registry: Registry, tmp_path: Path) -> None:
    one, two = add_another(registry, tmp_path, 1), add_another(registry, tmp_path, 2)
    registry.promote(one, at=NOON)
    registry.promote(two, at=NOON)
    assert registry.roll_back(at=NOON).version == one
    assert registry.roll_back(at=NOON).version == SHIPPED
    with pytest.raises(ModelInForce, match="Nothing was in force before"):
        registry.roll_back(at=NOON)
    assert [(each.version, each.kind) for each in registry.pointer().promotions] == [
        (one, "promoted"),
        (two, "promoted"),
        (one, "rolled_back"),
        (SHIPPED, "rolled_back"),
    ]


def test_promoting_what_is_in_force_already_changes_nothing(registry: Registry, tmp_path: Path) -> None:
    name = add_another(registry, tmp_path)
    registry.promote(name, at=NOON)
    registry.promote(name, at=NOON)
    assert len(registry.pointer().promotions) == 1
    assert registry.roll_back(at=NOON).version == SHIPPED


def test_the_very_same_model_is_kept_once(registry: Registry, tmp_path: Path) -> None:
    name = add_another(registry, tmp_path)
    assert add_another(registry, tmp_path) == name
    card = Card(version="2026-11-23-again", sha256="", size=0)
    assert registry.add(SHIPPED_FILE, card).version == SHIPPED
    assert registry.names() == (SHIPPED, name)


def test_a_version_may_be_named_by_its_digits_or_its_beginning(registry: Registry, tmp_path: Path) -> None:
    one, two = add_another(registry, tmp_path, 1), add_another(registry, tmp_path, 20)
    assert registry.find(one) == one
    assert registry.find("00000001") == one
    assert registry.find("0000002") == two
    with pytest.raises(UnknownModel, match="several"):
        registry.find("2026-11")
    with pytest.raises(UnknownModel, match="is not a version"):
        registry.find("9")


def test_what_is_in_force_or_would_be_after_a_roll_back_stays(registry: Registry, tmp_path: Path) -> None:
    names = [add_another(registry, tmp_path, mark) for mark in (1, 2, 3)]
    for name in names:
        registry.promote(name, at=NOON)
    for name in names[1:]:
        with pytest.raises(ModelInForce):
            registry.remove(name)
    registry.remove(names[0])
    assert registry.names() == (SHIPPED, *names[1:])
    assert not (registry.folder / names[0]).exists()


@pytest.mark.parametrize("how", ["cut", "changed", "gone"])
def test_a_model_file_that_was_touched_is_never_used_and_the_error_names_it(
    registry: Registry, tmp_path: Path, how: str
) -> None:
    name = add_another(registry, tmp_path)
    file = registry.folder / name / "emotion.npz"
    raw = bytearray(file.read_bytes())
    if how == "gone":
        file.unlink()
    else:
        raw[len(raw) // 2] ^= 1
        file.write_bytes(raw if how == "changed" else raw[:-100])
    for use in (registry.model_file, lambda version: registry.promote(version, at=NOON)):
        with pytest.raises(ModelUnusable, match=rf"{name}/emotion\.npz"):
            use(name)
    assert registry.pointer().version == SHIPPED


def test_training_again_mends_a_version_that_was_touched(registry: Registry, tmp_path: Path) -> None:
    broken = add_another(registry, tmp_path)
    (registry.folder / broken / "emotion.npz").write_bytes(b"cut")
    mended = add_another(registry, tmp_path)
    assert mended == f"{broken}-2"
    assert registry.promote(mended, at=NOON).version == mended


@pytest.mark.parametrize("content", [b"", b"{", b'{"version": 1}', b"\xff"])
def test_a_broken_card_or_pointer_is_named(registry: Registry, tmp_path: Path, content: bytes) -> None:
    name = add_another(registry, tmp_path)
    (registry.folder / name / "card.json").write_bytes(content)
    with pytest.raises(ModelUnusable, match=rf"{name}/card\.json"):
        registry.read(name)
    (registry.folder / "current.json").write_bytes(content)
    with pytest.raises(ModelUnusable, match=r"current\.json"):
        registry.promote(SHIPPED, at=NOON)
    assert (registry.folder / "current.json").read_bytes() == content


def test_a_file_that_is_no_model_is_not_taken_in(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "letter.npz").write_bytes(b"Dear aunt")
    with pytest.raises(ModelUnusable, match=r"letter\.npz"):
        registry.add(tmp_path / "letter.npz", Card(version="2026-11-23-letter", sha256="", size=0))
    assert registry.names() == (SHIPPED,)


_PROMOTING_AT_ONCE = """
import os, sys
from pathlib import Path
from dajeong.learning.registry import Registry
from tests.learning.models import NOON
registry = Registry(Path(sys.argv[1]))
names = registry.names()
children = []
for place in range(3):
    child = os.fork()
    if not child:
        for turn in range(10):
            registry.promote(names[(place + turn) % len(names)], at=NOON, by=f"{place}")
        os._exit(0)
    children.append(child)
codes = [os.waitpid(child, 0)[1] for child in children]
sys.exit(max(codes) != 0)
"""


def test_processes_that_promote_at_once_take_turns_and_lose_nothing(registry: Registry, tmp_path: Path) -> None:
    for mark in (1, 2, 3):
        add_another(registry, tmp_path, mark)
    subprocess.run([sys.executable, "-c", _PROMOTING_AT_ONCE, str(registry.folder)], cwd=ROOT, check=True)
    pointer = registry.pointer()
    assert pointer.version == pointer.promotions[-1].version
    # Promoting what another process had just put in force is no change; every change stands in the history, in order.
    assert len(pointer.promotions) >= 10
    assert all(one.version != later.version for one, later in pairwise(pointer.promotions))


_KILLED = """
import os, signal, sys
from pathlib import Path
from dajeong.learning import folder
from dajeong.learning.card import Card
from dajeong.learning.registry import Registry
from tests.learning.models import NOON

def dies_at(step):
    left = [step]
    def counted(real):
        def call(*given, **more):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **more)
        return call
    for name in ("fsync", "replace", "rename", "chmod"):
        setattr(os, name, counted(getattr(os, name)))
    Path.write_bytes = counted(Path.write_bytes)

place, model = Path(sys.argv[1]), Path(sys.argv[2])
names = set()
for step in range(40):
    child = os.fork()
    if not child:
        registry = Registry(place / str(step))
        dies_at(step)
        registry.add(model, Card(version="2026-11-23-new", sha256="", size=0))
        registry.promote("2026-11-23-new", at=NOON)
        registry.roll_back(at=NOON)
        os._exit(0)
    killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
    registry = Registry(place / str(step))
    pointer = registry.pointer()
    for name in registry.names():
        registry.model_file(name)
    names.add((pointer.version, len(registry.names())))
    # The next process goes on as if nothing had been.
    registry.promote(registry.add(model, Card(version="2026-11-23-new", sha256="", size=0)).version, at=NOON)
    if not killed:
        break
else:
    sys.exit("It never came to its end.")
print(sorted(names), step)
"""


def test_whenever_the_process_is_killed_every_version_and_the_pointer_are_whole(
    registry: Registry, tmp_path: Path
) -> None:
    model = another_model(tmp_path / "made.npz")
    ran = subprocess.run(
        [sys.executable, "-c", _KILLED, str(registry.folder), str(model)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    # It was killed before, between and after the steps: nothing added, added, promoted, rolled back.
    assert "('shipped', 1)" in ran.stdout and "('shipped', 2)" in ran.stdout and "('2026-11-23-new', 2)" in ran.stdout


_FULL = """
import resource, signal, sys
from pathlib import Path
from dajeong.learning.card import Card
from dajeong.learning.folder import RegistryUnavailable
from dajeong.learning.registry import Registry
from tests.learning.models import NOON
registry = Registry(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    if sys.argv[2] == "promote":
        registry.promote(registry.names()[1], at=NOON)
    else:
        registry.add(Path(sys.argv[2]), Card(version="2026-11-23-full", sha256="", size=0))
except RegistryUnavailable as problem:
    print(problem.message)
"""


@pytest.mark.parametrize(("what", "room"), [("add", 100_000), ("promote", 0)])
def test_a_full_disk_changes_nothing_and_is_said(registry: Registry, tmp_path: Path, what: str, room: int) -> None:
    name = add_another(registry, tmp_path)
    registry.promote(name, at=NOON)
    registry.roll_back(at=NOON)
    before = registry.pointer()
    given = str(another_model(tmp_path / "more.npz", 2)) if what == "add" else what
    ran = subprocess.run(
        [sys.executable, "-c", _FULL, str(registry.folder), given, str(room)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "could not be written" in ran.stdout and "Nothing was changed" in ran.stdout
    assert registry.pointer() == before
    assert registry.names() == (SHIPPED, name)
    assert registry.promote(name, at=NOON).version == name


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file")
    with pytest.raises(RegistryUnavailable, match="could not be written"):
        Registry(tmp_path / "models").promote(SHIPPED, at=NOON)
