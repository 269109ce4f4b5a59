"""The shape of the package: small rooms, each with its own idea, and tests that mirror them. What may import what is for import-linter."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.workbench.building import ROOT

PACKAGE = ROOT / "plugins" / "geleerd"
ROOMS = sorted(path.parent for path in PACKAGE.rglob("__init__.py"))
MOST_FILES = 14
TESTS = ROOT / "tests"
MODULES = {path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"}
WALKS = {"walk", "fwalk", "rglob", "glob", "iterdir", "scandir", "listdir"}
WALKERS = {
    "read/gate/real_files": "the two folders of a knowledge base, for all others",
    "adapters/commands/importing/copied_files": "a collection from elsewhere",
    "adapters/commands/importing/import_sources": "a collection from elsewhere",
    "adapters/commands/keeping/archive": "a built site",
    "adapters/commands/keeping/forgetting": "the files beside the two folders",
    "adapters/commands/starting/new_knowledge_base": "the package, and a new folder",
    "adapters/output/beside": "what is beside a built site",
    "adapters/output/by_file": "a built site",
    "adapters/output/journal": "a built site",
    "adapters/output/strangers": "a built site",
    "adapters/kept/examined": "what is kept between builds",
    "adapters/kept/words": "what is kept between builds",
    "adapters/kept/folder": "what is kept between builds",
    "adapters/kept/drawings": "what is kept between builds",
    "adapters/kept/last_build": "a built site, and all that the last build read, to see whether anything changed",
    "adapters/kept/made": "what is kept between builds",
    "adapters/kept/ways": "our own programs, and whatever a build reads, to see whether anything changed",
    "adapters/outside/site_files": "a built site, and the owner's own templates",
    "adapters/outside/site_policy": "a built site",
    "adapters/outside/written_site": "a built site",
    "locale/catalogue": "the package",
    "read/drawings/family": "the package",
}
"""The modules that list what is in a folder, each with the folder that it may list."""

ELSEWHERE = yaml.safe_load((TESTS / "tested_elsewhere.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.relative_to(PACKAGE).as_posix())
def test_no_room_holds_more_than_can_be_seen_at_a_glance(room: Path):
    files = [path.name for path in room.glob("*.py") if path.name != "__init__.py"]
    assert len(files) <= MOST_FILES, files


def has_tests_of_its_own(module: str) -> bool:
    """Whether there is `tests/a/test_b.py` or `tests/a/b/test_*.py` for the module `a/b`."""
    path = TESTS / module
    return path.with_name(f"test_{path.name}.py").is_file() or any(path.glob("test_*.py"))


def test_every_module_has_its_tests_under_its_own_name_or_a_reason():
    without = {module for module in MODULES if not has_tests_of_its_own(module)}
    assert without - set(ELSEWHERE) == set(), "modules that need tests, or a line in tests/tested_elsewhere.yml"
    assert set(ELSEWHERE) - without == set(), "lines in tests/tested_elsewhere.yml that can go"


def test_every_reason_names_the_tests_and_says_why():
    wrong = {module: line for module, line in ELSEWHERE.items() if set(line) != {"tests", "why"} or not (TESTS / line["tests"]).is_file()}
    assert wrong == {}


def public_names(module: Path) -> Iterator[str]:
    """What a module defines for others: classes, functions, values and types."""
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found = [node.name]
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found = [target.id for target in targets if isinstance(target, ast.Name)]
        else:
            found = []
        yield from (name for name in found if not name.startswith("_"))


def test_one_name_means_one_thing():
    """Whoever reads a name knows which: none is defined in two modules, so that nobody needs to look at the imports."""
    where: dict[str, list[str]] = defaultdict(list)
    for module in sorted(PACKAGE.rglob("*.py")):
        for name in public_names(module):
            where[name].append(module.relative_to(PACKAGE).as_posix())
    assert {name: modules for name, modules in where.items() if len(modules) > 1} == {}


def lists_a_folder(module: str) -> bool:
    calls = (
        node.func for node in ast.walk(ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    )
    return any(isinstance(call, ast.Attribute) and call.attr in WALKS for call in calls)


def test_one_module_alone_walks_the_two_folders():
    assert {module for module in MODULES if lists_a_folder(module)} - set(WALKERS) == set(), (
        "modules that list a folder; the gate does so for the two"
    )
