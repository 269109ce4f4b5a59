"""What comes along with the program and its sites: all of it is named, under a licence that we know and may use."""

import json
from importlib import metadata

import pytest
import sbom
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator
from packaging.utils import canonicalize_name

from geleerd.render.theme_files import readers_of_forms
from tests.workbench.building import ROOT

PARTS = sbom.parts()


@pytest.fixture
def document():
    return json.loads(sbom.sbom())


def test_every_part_has_a_licence_that_is_allowed_or_a_reason():
    assert [part for part in PARTS if not part.licence or not (sbom.is_allowed(part.licence) or part.why)] == []


def test_every_review_has_a_reason_and_a_package_that_needs_it():
    reviewed = sbom.KNOWN["reviewed"]
    told = {canonicalize_name(part.name): sbom.licence_in(metadata.metadata(part.name)) for part in PARTS if not part.carrier}
    assert [name for name, review in reviewed.items() if not (review["licence"] and review["why"])] == []
    assert set(reviewed) - set(told) == set(), "lines that can go"
    assert [name for name, review in reviewed.items() if told[name] == review["licence"] and sbom.is_allowed(told[name])] == []


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only OR MIT", True),
        ("AGPL-3.0-only", False),
        ("Apache-2.0 WITH LLVM-exception", False),
        ("", False),
    ],
)
def test_what_a_licence_allows(licence, allowed):
    assert sbom.is_allowed(licence) == allowed


def test_every_script_of_others_in_a_site_is_named_with_its_version():
    assert {file.path for file in readers_of_forms()} == set(sbom.KNOWN["in_the_site"])
    found = {part.name: part for part in PARTS if part.carrier}
    assert set(found) == {known["name"] for known in sbom.KNOWN["in_the_site"].values()}
    assert all(part.version for part in found.values())


def test_what_pages_show_of_ourselves_needs_no_other_licence():
    """The icons are drawn for this project; an icon, typeface or script of others stands in a package, and so in the list."""
    kinds = {path.suffix for path in (ROOT / "plugins/geleerd/theme").rglob("*") if path.is_file()}
    assert kinds <= {".html", ".css", ".js", ".mjs", ".xml", ".svg", ".md", ".txt", ".woff2"}, (
        "no binary file of others but the typeface, which `test_theme_files.py` holds against its package"
    )


def test_the_list_is_valid_cyclonedx():
    assert make_schemabased_validator(OutputFormat.JSON, SchemaVersion.V1_6).validate_str(sbom.sbom()) is None


def test_the_same_packages_give_the_same_list(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    first = sbom.sbom()
    assert sbom.sbom() == first
    assert "timestamp" not in first
    assert "serialNumber" not in first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert json.loads(sbom.sbom())["metadata"]["timestamp"] == "2026-11-22T00:00:00+00:00"


def test_everything_in_the_list_is_needed_by_something(document):
    needed = {name for line in document["dependencies"] for name in line.get("dependsOn", ())}
    assert {part["bom-ref"] for part in document["components"]} - needed == {
        f"pkg:pypi/setuptools@{metadata.version('setuptools')}",  # it installs the program, and nothing asks for it later
    }


def test_people_can_read_the_licences():
    lines = sbom.table().splitlines()
    assert any(line.startswith("| marked | ") and "| MIT | assets/scripts/vendor/marked.js |" in line for line in lines)
    assert any(line.startswith("| fontpkg-atkinson-hyperlegible | ") and "| OFL-1.1 | assets/fonts/ |" in line for line in lines)
    assert len(lines) == len(PARTS) + 4
