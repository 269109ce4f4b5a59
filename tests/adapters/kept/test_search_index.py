"""The index on disk."""

import tomllib

from geleerd.adapters.kept.search_index import FOLDER, write_search_index
from geleerd.find.pagefind.index import PAGEFIND
from tests.workbench.building import ROOT
from tests.workbench.search_files import document, told

DOCUMENTS = [document("b/", {"eenq": (24,)}), document("a/", {"eenq": (24,), "tweeq": (72, 24)})]


def files(folder) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_index_is_written_and_the_same_documents_give_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        size = write_search_index(DOCUMENTS, "nl", tmp_path / name)
        written = files(tmp_path / name / FOLDER)
        assert size == sum(map(len, written.values()))
        DOCUMENTS.reverse()
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert set(told(written).words) == {"eenq", "tweeq"}


def test_what_an_earlier_build_left_goes(tmp_path):
    write_search_index(DOCUMENTS, "nl", tmp_path)
    before = files(tmp_path / FOLDER)
    write_search_index(DOCUMENTS[:1], "nl", tmp_path)
    write_search_index(DOCUMENTS, "nl", tmp_path)
    assert files(tmp_path / FOLDER) == before


def test_a_knowledge_base_without_items_has_no_index(tmp_path):
    write_search_index(DOCUMENTS, "nl", tmp_path)
    assert write_search_index((), "nl", tmp_path) == 0
    assert not (tmp_path / FOLDER).exists()


def test_the_version_whose_form_is_written_is_the_one_that_we_compare_with():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert f"pagefind[bin]=={PAGEFIND}" in project["dependency-groups"]["dev"]
    assert [name for name in project["project"]["dependencies"] if "pagefind" in name] == []
