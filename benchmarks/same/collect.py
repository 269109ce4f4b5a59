"""Asks one package everything; run as a script, in an environment in which that package comes first.

It knows the package by its entry points alone, so that everything inside may move. A process asks one of the groups.
"""

import gc
import io
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import chdir, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click
import yaml

from benchmarks.same.calls import IDS, TIMES, Call, Program, record
from benchmarks.same.knowledge_bases import cases_in, copied, laid_out, settle
from benchmarks.same.programs import Words, all_commands, programs_in, written_out
from tests.workbench.full_items import frame_files, item_files

ASKED: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("asked.yml").read_text(encoding="utf-8"))
LANGUAGES = ("nl", "en")
BUILD = ("mkdocs", "build", "--strict")
NEW = "new/init/new"
"""Where the outcome holds what `geleerd init` wrote."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The programs; the repository as it was in the first commit; a folder to work in, and one for what comes of it."""

    programs: Mapping[str, Program]
    geleerd: click.Group
    repository: Path
    desk: Path
    outcome: Path

    def ask(self, calls: Mapping[str, Call]) -> None:
        """Run commands, and keep what comes of each in its place; the first folder of that is the part of the report."""
        record({self.outcome / place: call for place, call in calls.items()}, self.programs)

    def new(self, settings: Mapping[str, Any], more: Mapping[str, Any], files: Mapping[str, Any]) -> Path:
        """A knowledge base as `geleerd init` wrote it, with settings and files of its own."""
        english = ASKED["english"] if settings.get("language") == "en" else {}
        folder = copied(self.outcome / NEW, self.desk / "new", {**english, **files})
        settle(folder, settings, more)
        return folder

    @property
    def small(self) -> Path:
        """The small knowledge base of the tests, wherever it stands among them."""
        return next((self.repository / "tests").rglob("knowledge_base/mkdocs.yml")).parent


def main(group: str, package: Path, repository: Path, desk: Path, outcome: Path) -> None:
    """Ask what belongs to a group."""
    desk.mkdir()
    programs = programs_in(package)
    geleerd = programs["geleerd"]
    if not isinstance(geleerd, click.Group):
        sys.exit("The command `geleerd` is no group of click any more: find another way to know its commands.")
    asking = Asking(programs, geleerd, repository, desk, outcome)
    warm(asking)
    for ask in GROUPS[group]:
        ask(asking)


def warm(asking: Asking) -> None:
    """One check here, so that the copies of this process in which commands run know all words and modules already, and share them."""
    list(all_commands(asking.geleerd, ()))
    with chdir(asking.repository), redirect_stdout(io.TextIOWrapper(io.BytesIO())), suppress(SystemExit):
        asking.geleerd(["check"])
    gc.collect()
    gc.freeze()


def ask_for_site(asking: Asking) -> None:
    """The site of the repository; its links are followed where it was put."""
    asking.ask({"site/build": Call(BUILD, asking.repository, TIMES)})
    asking.ask({"commands/links": Call(("geleerd", "links", str(asking.outcome / "site/build/site")), asking.repository)})


def ask_about_repository(asking: Asking) -> None:
    """What the commands say of the knowledge base of the repository."""
    for words in written_out(ASKED["repository"], asking.geleerd):
        asking.ask({f"commands/repository/{_name(words)}": Call(words, asking.repository)})


def ask_for_help(asking: Asking) -> None:
    """The help of every command, and of those below it."""
    for words in all_commands(asking.geleerd, ("geleerd",)):
        asking.ask({f"help/{_name(words)}": Call((*words, "--help"), asking.desk)})


def ask_for_new(asking: Asking) -> None:
    """A new knowledge base, its site, and sites of it with other settings."""
    asking.ask({"new/init": Call(("geleerd", "init", "new"), asking.desk)})
    for name, facts in ASKED["sites"].items():
        folder = asking.new(facts.get("settings", {}), facts.get("more", {}), ASKED["files"] if facts.get("with_files") else {})
        asking.ask({f"new/{name}": Call(tuple(facts.get("program", BUILD)), folder, TIMES)})
        if (site := asking.outcome / f"new/{name}/site").is_dir():
            asking.ask({f"new/{name}-links": Call(("geleerd", "links", str(site)), folder)})


def ask_commands_of_new(asking: Asking) -> None:
    """What the commands say and write in a new knowledge base, in one with other files, and where there is none."""
    for language in LANGUAGES:
        for group, files in (("new", ASKED["files"]), ("clean", {})):
            for words in written_out(ASKED[group], asking.geleerd):
                chance = IDS if words[1:2] in {("new",), ("import",)} else None
                folder = asking.new({"language": language, "desk": "redactie@kennisbank.example"}, {}, files)
                asking.ask({f"commands/{group}-{language}/{_name(words)}": Call(words, folder, chance_written=chance)})
    nowhere = asking.desk / "nowhere"
    nowhere.mkdir()
    for words in written_out(ASKED["nowhere"], asking.geleerd):
        asking.ask({f"commands/nowhere/{_name(words)}": Call(words, nowhere, chance_written=IDS)})


def ask_about_filled(asking: Asking) -> None:
    """The site, and what commands say, of a knowledge base that fills every field."""
    settings = {"desk": "redactie@kennisbank.example", "repository": "https://forge.example/kennisbank"}
    for language in LANGUAGES:
        folder = copied(asking.small, asking.desk / "filled", {**item_files(), **frame_files(), **ASKED["full"]})
        settle(folder, {"language": language, **settings}, {})
        for words in written_out(ASKED["filled"], asking.geleerd):
            asking.ask({f"filled/{language}/{_name(words)}": Call(words, folder, TIMES if words[0] == "mkdocs" else None)})


def ask_for_cases(asking: Asking) -> None:
    """What the check says of every case."""
    for name, case in cases_in(asking.repository / "tests"):
        calls: dict[str, Call] = {}
        base = ("--base", "HEAD") if "base" in case else ()
        for language, forms in ASKED["cases"].items():
            folder = laid_out(case, asking.small, asking.desk / language, language)
            calls |= {f"cases/{name}/{language}-{form}": Call(("geleerd", "check", *base, "--format", form), folder) for form in forms}
        asking.ask(calls)


def _name(words: Words) -> str:
    """A call as the name of a file; signs that only a shell would see count as well."""
    return re.sub(r"[^\w.=+-]", lambda sign: f"%{ord(sign[0]):02x}" if sign[0] != " " else "_", " ".join(words))


GROUPS: Mapping[str, tuple[Callable[[Asking], None], ...]] = MappingProxyType(
    {
        "repository": (ask_for_site, ask_about_repository, ask_about_filled, ask_for_cases),
        "new": (ask_for_help, ask_for_new, ask_commands_of_new),
    }
)


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
