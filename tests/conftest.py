"""What tests share: a small knowledge base to add files to, and the real site, built once."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from geleerd.adapters.commands.starting.answers import Answers
from geleerd.adapters.commands.starting.new_knowledge_base import new_knowledge_base, starters
from tests.workbench.building import ROOT, KnowledgeBase, Write, built, written
from tests.workbench.trying import THOROUGH

BROWSER = Path(__file__).parent / "browser"

os.environ["SOURCE_DATE_EPOCH"] = "1795305600"  # the day on which all tests stand, whatever the clock says
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the commands that tests start would compile the whole package each time

# How long a case takes says more of the machine than of the rule.
settings.register_profile("quick", deadline=None, max_examples=20)
settings.register_profile("thorough", deadline=None, max_examples=THOROUGH)


class OneProcessPerFile(LoadScopeScheduling):
    """Keeps the tests of a file in one process, which builds once what they all read; and those of the browser in two, for its start."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        folder, _, name = file.rpartition("/")
        return file if folder != "tests/browser" else "form" if name.startswith("test_form") else "browser"


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneProcessPerFile:
    return OneProcessPerFile(config, log)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also what is long by nature, and five times as many examples of every rule")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("thorough" if config.option.long else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Passes over what is long by nature, unless somebody asks for it."""
    if not config.option.long:
        long = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in set(long)]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leaves the tests of the browser unread where nobody asks for them: what drives it takes long to load."""
    return True if collection_path == BROWSER and "not browser" in config.option.markexpr else None


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Copies the small knowledge base to an empty folder and adds files to it."""

    def add(files: Mapping[str, str | bytes]) -> Path:
        return written(tmp_path, files)

    return add


@pytest.fixture(scope="module")
def write_once(tmp_path_factory: pytest.TempPathFactory) -> Write:
    """As `write`, for what the tests of a module only read."""
    return lambda files: written(tmp_path_factory.mktemp("kennisbank"), files)


@pytest.fixture(scope="session")
def small_build(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """The small knowledge base, built strictly once; only to read."""
    root = written(tmp_path_factory.mktemp("small"), {})
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    return KnowledgeBase(root, result.stderr)


@pytest.fixture
def built_root(small_build: KnowledgeBase, tmp_path: Path) -> Path:
    """A copy of the small knowledge base with its site, to change."""
    return Path(shutil.copytree(small_build.root, tmp_path, dirs_exist_ok=True))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of this repository, built strictly, once for all workers."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    site = shared / "real-site"
    with FileLock(f"{site}.lock"):
        if not site.exists():
            result = built(ROOT, "--strict", "--site-dir", str(site))
            assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A new knowledge base in each language of the starter, as `geleerd init` writes it for the forge GitHub; only to read."""
    folder = tmp_path_factory.mktemp("nieuw")
    for language in starters():
        new_knowledge_base(folder / language, Answers(language=language, forge="github"))
    return {language: folder / language for language in starters()}
