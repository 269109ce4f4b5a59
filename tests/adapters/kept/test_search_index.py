"""The index on disk, and the scripts of Pagefind beside it."""

import hashlib
import re
import shutil
import tomllib

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from geleerd.adapters.kept import search_index
from geleerd.adapters.kept.search_index import FOLDER, KEPT, SCRIPTS, other_pagefind, scripts, write_search_index
from geleerd.adapters.mkdocs.plugin import GeleerdPlugin
from geleerd.find.pagefind.index import PAGEFIND
from tests.workbench.building import ROOT
from tests.workbench.search_files import document, told

DOCUMENTS = [document("b/", {"eenq": (24,)}), document("a/", {"eenq": (24,), "tweeq": (72, 24)})]


def files(folder) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def by_hash(found) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in found.items()}


def test_the_index_and_the_scripts_are_written_and_the_same_documents_give_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        size = write_search_index(DOCUMENTS, "nl", tmp_path / name, tmp_path)
        written = files(tmp_path / name / FOLDER)
        assert size == sum(map(len, written.values()))
        DOCUMENTS.reverse()
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert by_hash({name: written.pop(name) for name in SCRIPTS}) == SCRIPTS
    assert set(told(written).words) == {"eenq", "tweeq"}


def test_what_an_earlier_build_left_goes(tmp_path):
    write_search_index(DOCUMENTS, "nl", tmp_path, tmp_path)
    before = files(tmp_path / FOLDER)
    write_search_index(DOCUMENTS[:1], "nl", tmp_path, tmp_path)
    write_search_index(DOCUMENTS, "nl", tmp_path, tmp_path)
    assert files(tmp_path / FOLDER) == before


def test_a_knowledge_base_without_items_has_no_index(tmp_path):
    write_search_index(DOCUMENTS, "nl", tmp_path, tmp_path)
    assert write_search_index((), "nl", tmp_path, tmp_path) == 0
    assert not (tmp_path / FOLDER).exists()


def test_the_scripts_are_taken_from_pagefind_once(tmp_path, monkeypatch):
    assert by_hash(scripts(tmp_path / KEPT)) == SCRIPTS  # of this version: another may have another form of index
    monkeypatch.setattr(search_index.subprocess, "run", None)
    assert by_hash(scripts(tmp_path / KEPT)) == SCRIPTS


@pytest.mark.parametrize(
    "spoil", [lambda path: path.write_text("alert(1)"), lambda path: path.unlink(), lambda path: shutil.rmtree(path.parent)]
)
def test_kept_scripts_that_are_not_what_we_know_are_taken_again(tmp_path, spoil):
    scripts(tmp_path / KEPT)
    spoil(tmp_path / KEPT / "pagefind.js")
    assert by_hash(scripts(tmp_path / KEPT)) == SCRIPTS
    assert hashlib.sha256((tmp_path / KEPT / "pagefind.js").read_bytes()).hexdigest() == SCRIPTS["pagefind.js"]


def test_the_scripts_need_no_place_to_be_kept(tmp_path):
    (tmp_path / ".cache").symlink_to(tmp_path / "elsewhere")
    write_search_index(DOCUMENTS, "nl", tmp_path / "site", tmp_path)
    assert by_hash({name: (tmp_path / "site" / FOLDER / name).read_bytes() for name in SCRIPTS}) == SCRIPTS
    assert not (tmp_path / "elsewhere").exists()


def test_the_version_whose_index_is_written_is_the_one_that_is_asked_for_and_installed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [name for name in project["dependencies"] if name.startswith("pagefind")] == [f"pagefind[bin]=={PAGEFIND}"]
    assert other_pagefind() is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_another_version_stops_the_build_with_a_sentence(monkeypatch, language):
    monkeypatch.setattr(search_index, "version", lambda name: {"pagefind": PAGEFIND, "pagefind-bin": "9.9.9"}[name])
    plugin = GeleerdPlugin()
    plugin.load_config({"language": language})
    with pytest.raises(PluginError, match=r"Pagefind 9\.9\.9.*Pagefind " + re.escape(PAGEFIND)):
        plugin.on_config(MkDocsConfig())
