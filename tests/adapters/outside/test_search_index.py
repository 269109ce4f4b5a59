"""The index on disk."""

import gzip
import re
import tomllib

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from geleerd import build
from geleerd.adapters.mkdocs.plugin import GeleerdPlugin
from geleerd.adapters.outside import search_index
from geleerd.adapters.outside.search_index import FOLDER, PAGEFIND, in_gzip, other_pagefind, write_search_index
from tests.workbench.building import ROOT, settings


def files(folder) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_documents_give_the_same_bytes(write, tmp_path):
    documents = build(settings(write({}))).documents
    assert documents
    for name in ("one", "two", "three"):
        (tmp_path / name).mkdir()
        size = write_search_index(documents, tmp_path / name)
        assert size == sum(map(len, files(tmp_path / name / FOLDER).values()))
    assert files(tmp_path / "one") == files(tmp_path / "two") == files(tmp_path / "three")


@pytest.mark.parametrize("length", [0, 1, 0xFFFF, 0x10000, 200_000])
def test_what_is_written_in_the_form_of_gzip_is_read_back(length):
    data = bytes(number % 251 for number in range(length))
    assert gzip.decompress(in_gzip(data)) == data


def test_no_version_of_python_or_zlib_changes_the_bytes():
    data = b"123456789"  # whose CRC-32 is known: cbf43926
    assert in_gzip(data).hex() == "1f8b08000000000000ff" + "01" + "0900" + "f6ff" + data.hex() + "2639f4cb" + "09000000"


def test_only_what_the_search_page_uses_is_kept(write, tmp_path):
    write_search_index(build(settings(write({}))).documents, tmp_path)
    assert not [name for name in files(tmp_path) if "-ui" in name or "highlight" in name or "unknown" in name]


def test_a_knowledge_base_without_items_has_no_index(tmp_path):
    assert write_search_index((), tmp_path) == 0
    assert not (tmp_path / FOLDER).exists()


def test_the_version_whose_index_is_put_in_order_is_the_one_that_is_asked_for_and_installed():
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
