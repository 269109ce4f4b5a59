"""What generators need, installed once under `.cache/bench/`: the versions stand in `generators/environments.toml`."""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from benchmarks.generators.generator import Generator

REPOSITORY = Path(__file__).parent.parent.parent
CACHE = REPOSITORY / ".cache/bench"
NEEDS = tomllib.loads((REPOSITORY / "benchmarks/generators/environments.toml").read_text(encoding="utf-8"))
SETTLED = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600", "PYTHONHASHSEED": "0", "ELEVENTY_DISABLE_UPDATE": "1"}
"""The variables that keep warnings, the clock and chance out of the builds."""

_OURS = {
    "by-itself": ("geleerd",),
    "ours": ("geleerd", "mkdocs", "mkdocs-material"),
    "stock": ("mkdocs-material", "mkdocs"),
    "properdocs": ("properdocs",),
}


class MissingError(Exception):
    """A generator cannot be installed here."""


def version_of(generator: Generator) -> str:
    """The versions of a generator, as its packages call them."""
    if generator.key in _OURS:
        return ", ".join(f"{name} {metadata.version(name)}" for name in _OURS[generator.key])
    needs = NEEDS[generator.key]
    return ", ".join(str(pin).replace("==", " ").lstrip("@").replace("@", " ") for pin in needs.get("python", needs.get("node")))


def commit() -> str:
    """The commit that is measured, shortened; `+` says that files differ from it."""
    git = ["git", "-C", str(REPOSITORY), "describe", "--always", "--dirty=+", "--exclude=*"]
    return subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


def environment_of(generator: Generator) -> Mapping[str, str]:
    """The variables with which the commands of a generator run: its programs come first. Installs what is not there yet."""
    programs = Path(sys.executable).parent if generator.key in _OURS else _installed(generator.key, NEEDS[generator.key])
    return {**os.environ, **SETTLED, "PATH": os.pathsep.join([str(programs), os.environ["PATH"]])}


def _installed(key: str, needs: Mapping[str, object]) -> Path:
    """The folder with the programs of an environment."""
    folder = CACHE / f"{key}-{hashlib.sha256(repr(needs).encode()).hexdigest()[:12]}"
    if not (folder / "ready").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        print(f"Installing {key} …", flush=True)
        for command in _commands(folder, needs):
            _run(command)
        (folder / "ready").touch()
    if "programs" in needs:
        return next((folder / "lib").glob(f"python*/site-packages/{needs['programs']}"))
    return folder / ("node_modules/.bin" if "node" in needs else "bin")


def _commands(folder: Path, needs: Mapping[str, object]) -> list[list[str]]:
    if isinstance(pins := needs.get("node"), list):
        return [["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts", "--silent", *pins]]
    pins = needs["python"]
    assert isinstance(pins, list)  # noqa: S101  # our own data file
    pip = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *pins]
    return [[sys.executable, "-m", "venv", str(folder)], pip]


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise MissingError(f"`{Path(command[0]).name}` could not install it") from error
