"""The same commit gives the same site: on another day, in another folder, for another user, on one core, with every Python that is here."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).parent.parent.parent
DAY = "1795305600"
PYTHONS = os.environ.get("PYTHONS", "python3.11 python3.12 python3.13 python3.14").split()
"""The interpreters to compare; `PYTHONS` may name others."""


class Circumstances(NamedTuple):
    """What should not matter: all but the files, the day that is asked for and the versions that are pinned."""

    python: str = sys.executable
    environment: Mapping[str, str] = {}
    before: tuple[str, ...] = ()
    umask: int = 0o022


def far_away(python: str, home: Path) -> Circumstances:
    """As much as can be changed at once without another machine."""
    environment = {
        "HOME": str(home),
        "USER": "iemand",
        "LOGNAME": "iemand",
        "TMPDIR": str(home),
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4242",
    }
    tools = (("taskset", "-c", "0"), ("faketime", "-f", "+400d"))
    return Circumstances(python, environment, tuple(word for tool in tools if shutil.which(tool[0]) for word in tool), 0o077)


def build(folder: Path, under: Circumstances) -> Mapping[str, str]:
    """Build the knowledge base in a folder, and tell the mode and the checksum of all that was written."""
    site = folder / "site"
    told = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": DAY, "PYTHONPATH": str(REPOSITORY / "plugins")}
    command = [*under.before, under.python, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=folder, env={**os.environ, **told, **under.environment}, umask=under.umask, check=True)
    return {path.relative_to(site).as_posix(): _facts(path) for path in (site, *site.rglob("*"))}


def _facts(path: Path) -> str:
    return f"{path.stat().st_mode:o} {hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ''}"


def differences(name: str, first: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """A line for every file that differs."""
    return [f"{name}: {file} differs" for file in sorted({*first, *other}) if first.get(file) != other.get(file)]


def version_of(python: str) -> str | None:
    """The version of an interpreter; None when it is not here."""
    found = shutil.which(python)
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=False) if found else None
    return told.stdout.split()[1] if told and told.returncode == 0 else None


def _environment(python: str, folder: Path) -> str:
    """A new environment with the pinned packages. It needs the package registry."""
    subprocess.run([python, "-m", "venv", folder], check=True)
    own = folder / "bin/python"
    install = [own, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*install, "--require-hashes", "-r", REPOSITORY / "requirements.txt"], check=True)
    subprocess.run([*install, "--no-deps", "--no-build-isolation", REPOSITORY], check=True)
    return str(own)


def run() -> list[str]:
    """Build clones of the repository under other circumstances, and name what differs from the first."""
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        first = build(_clone(Path(folder, "gewoon")), Circumstances())
        print(f"this Python: {len(first)} files and folders")
        far = far_away(sys.executable, Path(folder))
        faults += differences("far away", first, build(_clone(Path(folder, "é map", "ver weg")), far))
        print(f"far away: {' '.join(far.before) or 'no taskset, no faketime'}")
        for python in PYTHONS:
            version = version_of(python)
            print(f"{python}: {version or 'not on this machine'}")
            if version:
                own = _environment(python, Path(folder, f"env {version}"))
                faults += differences(version, first, build(_clone(Path(folder, f"met {version}")), far_away(own, Path(folder))))
    return faults


def _clone(folder: Path) -> Path:
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", REPOSITORY, folder], check=True)  # noqa: S607  # whichever git is here
    return folder
