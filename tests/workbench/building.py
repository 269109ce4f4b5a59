"""Building knowledge bases in tests, as a person would."""

import datetime
import logging
import os
import runpy
import shutil
import subprocess
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, NoReturn

import geleerd

LOADED = ("mkdocs.commands.build", "geleerd.adapters.commands.cli", "geleerd.adapters.mkdocs.plugin")
"""What the commands need, loaded before the first of them runs."""

ROOT = Path(__file__).parent.parent.parent
SMALL = Path(__file__).parent.parent / "knowledge_base"
TODAY = datetime.date(2026, 11, 22)

Write = Callable[[Mapping[str, str | bytes]], Path]


class KnowledgeBase(NamedTuple):
    """A knowledge base with its site, and what the build said."""

    root: Path
    said: str


def settings(root: Path, language: str = "nl") -> "geleerd.Settings":
    return geleerd.Settings(root=root, today=TODAY, language=language, site_url="https://geleerd.example/", desk="redactie@geleerd.example")


def written(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """The small knowledge base in a folder, with files added to it or in the place of its own."""
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def put(root: Path, files: Mapping[str, str | None]) -> None:
    """Writes texts to their paths, and removes the files of which the text is None."""
    for name, text in files.items():
        path = root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of this environment as a person would, without colours or the clock.

    It runs in a copy of this process, which has loaded everything once: most commands take less time than loading them.
    """
    settled = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600", **environment}
    # ProperDocs takes the place of MkDocs' own modules, which must not be loaded before; Typst has threads, which a copy of a process lacks.
    if command[0] == "properdocs" or command[1:2] == ["tools"]:
        env = {**os.environ, **settled}
        return subprocess.run([sys.executable, "-m", *command], cwd=folder, env=env, capture_output=True, text=True, check=False)
    warm()
    return in_a_copy(lambda: runpy.run_module(command[0], run_name="__main__", alter_sys=True), command, folder, {**os.environ, **settled})


def in_a_copy(play: Callable[[], object], command: list[str], folder: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Does something in a copy of this process, as the command that it is would: in a folder, with the words and the environment given."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+", encoding="utf-8") as err:
        child = begun(play, command, folder, env, (out.fileno(), err.fileno()))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(command, code, out.read(), err.read())


def begun(play: Callable[[], object], command: list[str], folder: Path, env: Mapping[str, str], written_to: tuple[int, int]) -> int:
    """Begins something in a copy of this process, which writes to two open files; the number of that process."""
    child = os.fork()
    if child == 0:
        _become(play, command, folder, env, written_to)
    return child


@cache
def warm() -> None:
    """Loads the commands and builds once, so that the copies of this process know the words, templates and letters already."""
    for module in LOADED:
        import_module(module)
    for artefact in geleerd.build(settings(SMALL)).artefacts:
        if isinstance(artefact, geleerd.Drawing):
            geleerd.painted(artefact.image)


def _become(play: Callable[[], object], command: list[str], folder: Path, env: Mapping[str, str], written_to: tuple[int, int]) -> NoReturn:
    """Runs the command in a forked child, and ends it."""
    code = 1
    try:
        for number, file in enumerate(written_to, start=1):
            os.dup2(file, number)
        sys.stdout, sys.stderr = (open(number, "w", encoding="utf-8", closefd=False) for number in (1, 2))  # noqa: SIM115  # they stand for the command's own
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123  # as above
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(env)
        warnings.resetwarnings()
        warnings.simplefilter("ignore")
        logging.disable(logging.NOTSET)
        logging.getLogger().handlers.clear()
        sys.argv = list(command)
        play()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        if isinstance(end.code, str):
            sys.stderr.write(end.code)
    except BaseException:  # noqa: BLE001  # whatever it is, the child ends as a command would: with a trace
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def built(folder: Path, *options: str, generator: str = "mkdocs", **environment: str) -> subprocess.CompletedProcess[str]:
    config = ["-f", "mkdocs.yml"] if generator == "properdocs" else []
    return run([generator, "build", *config, *options], folder, **environment)
