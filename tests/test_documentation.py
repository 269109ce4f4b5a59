"""The documentation says what the program does."""

import re
import subprocess
import tomllib
from dataclasses import fields

import pytest
from packaging.requirements import Requirement

from geleerd import DECLARATIONS, Code
from geleerd.adapters.commands.cli import main
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.settings import Options
from tests.workbench.building import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
HANDBOOKS = {
    language: "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / folder).glob("*.md")))
    for language, folder in {"en": "docs/en", "nl": "content/over/handleiding"}.items()
}
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", HANDBOOKS)
@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_is_in_the_handbooks(name, language):
    book = HANDBOOKS[language]
    assert f"geleerd {name}" in book
    for parameter in main.commands[name].params:
        for option in parameter.opts:
            if option.startswith("--"):
                assert re.search(rf"`[^`\n]*{option}\b", book), option


@pytest.mark.parametrize("language", HANDBOOKS)
def test_every_setting_of_the_plugin_is_in_the_handbooks(language):
    book = HANDBOOKS[language]
    assert [option.name for option in fields(Options) if not re.search(rf"^\s+{option.name}:.*#", book, re.MULTILINE)] == []


@pytest.mark.parametrize("language", HANDBOOKS)
def test_every_target_of_make_is_explained(language):
    targets = re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE)
    assert len(targets) >= 6
    assert [target for target in targets if f"make {target}" not in HANDBOOKS[language]] == []


def test_the_readme_is_short_and_leads_to_every_handbook():
    assert README.count("\n") <= 150
    english, dutch = ((ROOT / folder).glob("*.md") for folder in ("docs/en", "content/over/handleiding"))
    for path in (*english, *(page for page in dutch if page.name != "index.md")):
        assert f"]({path.relative_to(ROOT).as_posix()})" in README, path


@pytest.mark.parametrize(
    "path", ["README.md", "CONTRIBUTING.md", "docs/standard.md", *(f"docs/en/{path.name}" for path in (ROOT / "docs/en").glob("*.md"))]
)
def test_no_link_between_documents_is_dead(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\(([^)#:\s]*)(?:#([^)\s]*))?\)", text):
        file = (ROOT / path).parent / target if target else ROOT / path
        assert file.exists(), target
        headings = (
            [
                re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-")
                for line in file.read_text(encoding="utf-8").splitlines()
                if line.startswith("#")
            ]
            if anchor
            else []
        )
        assert not anchor or anchor in headings, f"{target}#{anchor}"


def test_every_field_and_code_is_on_the_reference_page(real_site):
    html = (real_site / "bijdragen/velden/index.html").read_text(encoding="utf-8")
    for key, declaration in DECLARATIONS.types.items():
        section = html.split(f'<h2 id="{key}">')[1].split("<h2")[0]
        assert [field for field in keys_of(declaration) if f"<code>{field}</code>" not in section] == []
    assert [code for code in Code if f'id="code-{code}"' not in html] == []


def test_every_room_and_module_is_in_the_picture_of_the_house():
    package = ROOT / "plugins/geleerd"
    for room in (path.parent.name for path in package.rglob("__init__.py") if path.parent != package):
        assert f" {room}/" in CONTRIBUTING, room
    for file in re.findall(r"\b(\w+)\.py\b", CONTRIBUTING):
        assert list(package.rglob(f"{file}.py")) or list((ROOT / "tests").rglob(f"{file}.py")), file


def test_every_package_that_comes_along_has_its_reason():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    table = CONTRIBUTING.partition("### What a plain install brings along")[2].partition("\n## ")[0]
    assert (
        re.findall(r"^\| ([a-z][\w-]+) \| [\d.]+ \| \S", table, re.MULTILINE)
        == ["package", *sorted(Requirement(line).name for line in needed)][1:]
    )


def test_nothing_in_the_repository_names_a_machine_or_a_registry():
    registry = re.compile(r"(?:pypi|files\.pythonhosted|registry\.npmjs|deb\.debian)\.org")
    home = re.compile(r"/(?:home|root|work|Users)/\w+")
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in filter(None, tracked):
        text = (ROOT / name).read_text(encoding="utf-8", errors="replace") if (ROOT / name).is_file() else ""
        assert not registry.search(text), name
        assert not home.search(text), name


def test_the_contract_names_every_key_of_every_type():
    rows = re.findall(r"^\| (every item|every frame entry|`[a-z-]+`)[^|]*\| (.*) \|$", CONTRIBUTING, re.MULTILINE)
    found = {name.strip("`"): set(re.findall(r"`([a-z_]+)`", keys)) for name, keys in rows}
    shared, framed = set(keys_of(Item)), set(keys_of(FrameEntry))
    expected = {key: set(keys_of(declared)) - shared for key, declared in DECLARATIONS.item_types.items()}
    expected |= {key: set(keys_of(declared)) - framed for key, declared in DECLARATIONS.frame_types.items()}
    wanted = {"every item": shared, "every frame entry": framed, **expected}
    assert {key: found.get(key) for key in wanted} == wanted
