"""Knowledge bases on disk to ask about: a copy of one, with other settings and files, and the cases of the check."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.workbench.case_files import put

CONFIG = "mkdocs.yml"
USUAL = "usual.yml"


def copied(source: Path, folder: Path, files: Mapping[str, Any]) -> Path:
    """A copy of a knowledge base in the place of an earlier one, with files added."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder, symlinks=True)
    put_all(folder, files)
    return folder


def settle(folder: Path, settings: Mapping[str, Any], more: Mapping[str, Any]) -> None:
    """Give a knowledge base other settings of the plugin, and more in its `mkdocs.yml`; all else stays as it was said there."""
    if settings or more:
        (folder / CONFIG).rename(folder / USUAL)
        plugins = {"plugins": [{"geleerd": dict(settings)}]} if settings else {}
        (folder / CONFIG).write_text(yaml.safe_dump({"INHERIT": USUAL, **plugins, **more}), encoding="utf-8")


def put_all(folder: Path, files: Mapping[str, Any]) -> None:
    """Write files of cases to a folder."""
    for name, content in files.items():
        put(folder / name, content)


def cases_in(tests: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The golden cases of the check, wherever they stand among the tests: their names, and what they say."""
    for path in sorted(tests.rglob("cases/*.yml")):
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        if isinstance(case, Mapping) and {"files", "expect"} <= case.keys():
            yield path.stem, case


def laid_out(case: Mapping[str, Any], small: Path, folder: Path, language: str) -> Path:
    """A case on disk, in the small knowledge base of the tests. With `base`, those files were published before."""
    copied(small, folder, case.get("base", {}))
    settle(folder, {"language": language}, {})
    if "base" in case:
        _commit(folder)
    put_all(folder, case["files"])
    return folder


def _commit(folder: Path) -> None:
    """Make what lies in a folder the first revision of a repository; who commits and when is said by the environment."""
    for words in (("init", "--quiet", "--initial-branch", "main"), ("add", "--all"), ("commit", "--quiet", "--message", "versie")):
        subprocess.run(["git", *words], cwd=folder, check=True)  # noqa: S607  # whichever git the person uses
