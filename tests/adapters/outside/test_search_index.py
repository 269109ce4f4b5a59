"""The index on disk."""

from geleerd.adapters.outside.search_index import FOLDER, write_search_index
from geleerd.pipeline import build
from tests.workbench.building import settings


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


def test_only_what_the_search_page_uses_is_kept(write, tmp_path):
    write_search_index(build(settings(write({}))).documents, tmp_path)
    assert not [name for name in files(tmp_path) if "-ui" in name or "highlight" in name or "unknown" in name]


def test_a_knowledge_base_without_items_has_no_index(tmp_path):
    assert write_search_index((), tmp_path) == 0
    assert not (tmp_path / FOLDER).exists()
