"""What the doctor finds, and that it finds nothing where nothing is wrong."""

from dataclasses import replace

import pytest

from geleerd.adapters.commands.starting import doctor
from geleerd.adapters.commands.starting.doctor import diagnosis
from geleerd.adapters.commands.starting.pinned import pins_in
from geleerd.model.settings import SCHEMA
from tests.workbench.building import settings
from tests.workbench.revisions import commit


@pytest.fixture
def base(write):
    root = write({"mkdocs.yml": "site_name: West\nplugins: [geleerd]\n"})
    commit(root)
    return replace(settings(root), site_url="https://west.nl/", repository="https://github.com/west/kb", schema=SCHEMA)


def wrong(chosen):
    return [finding.sentence for finding in diagnosis(chosen) if finding.wrong]


def test_a_knowledge_base_that_lacks_nothing_has_nothing_wrong(base):
    assert wrong(base) == []
    assert "geleerd" in next(diagnosis(base)).sentence


def test_files_of_an_earlier_form_are_named(base):
    (sentence,) = wrong(replace(base, schema=1))
    assert "geleerd upgrade" in sentence


def test_settings_without_effect_are_named(base):
    (base.root / "mkdocs.yml").write_text("theme: {name: material, logo: x.svg, palette: {primary: red}}\nnav: [index.md]\n")
    (sentence,) = wrong(base)
    assert "nav, theme.logo, theme.palette" in sentence


def test_a_misspelt_setting_is_named(base):
    (base.root / "mkdocs.yml").write_text("plugins: [{geleerd: {enabled: true, schemo: 2}}]\n")
    (sentence,) = wrong(base)
    assert ": schemo." in sentence


def test_another_version_than_is_needed_is_named(base, monkeypatch):
    monkeypatch.setattr(doctor, "requires", lambda _: ["click>=999", "bestaat-niet>=1", "click>=1; python_version < '3'"])
    assert [sentence.split(";")[0] for sentence in wrong(base)] == ["Nodig is click>=999", "Nodig is bestaat-niet>=1"]


def test_another_version_than_is_pinned_is_named(base):
    (base.root / "requirements.txt").write_text("click==0.1 \\\n    --hash=sha256:00\nbestaat-niet==1\n")
    (sentence,) = wrong(base)
    assert sentence.startswith("Eén programma")
    assert "(0.1)" in sentence


def test_pins_are_read_as_pip_writes_them():
    text = "# vast\nPyYAML==6.0.2 \\\n    --hash=sha256:ab\npagefind[bin]==1.5.2\nmkdocs>=1\n"
    assert pins_in(text) == {"pyyaml": "6.0.2", "pagefind": "1.5.2"}
