"""The index of a next build: the same files as one made of all documents, of which only those that differ are written."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import catalogue
from geleerd.adapters.kept.made import KeptMade, Output
from geleerd.adapters.kept.search_documents import SEARCH_FOLDER, KeptSearch
from geleerd.adapters.kept.search_index import FOLDER
from geleerd.find.pagefind.index import index_files
from geleerd.model.frozen import Frozen
from tests.workbench.search_files import document
from tests.workbench.trying import examples

DUTCH = catalogue("nl")
BEFORE = [document(f"{page}/", {f"{page}q": (24,), "elkq": (25,)}, "2026-01-01", facets={"type": ("tip",)}) for page in range(5)]


class Site:
    """What a build puts into its site: what it wrote and what it took, by path."""

    def __init__(self, root, documents):
        self.written: dict[str, bytes] = {}
        self.taken: dict[str, str] = {}
        self.kept = KeptMade(root)
        self.root = root
        self.search = KeptSearch(root, DUTCH)
        self.search.put_index(Frozen({str(hash(one)): one for one in documents}), self.kept, self.take, self.write)
        self.kept.close()

    def take(self, output):
        self.taken[output.path] = output.checksum
        return True

    def write(self, path, content):
        self.written[path] = content
        output = Output(path, hashlib.sha256(content).hexdigest())
        (self.root / "file").unlink(missing_ok=True)
        (self.root / "file").write_bytes(content)
        self.kept.add(output, self.root / "file")
        return output

    @property
    def checksums(self):
        return {**self.taken, **{path: hashlib.sha256(content).hexdigest() for path, content in self.written.items()}}


def whole(documents):
    return {f"{FOLDER}/{file.path}": hashlib.sha256(file.content).hexdigest() for file in index_files(documents, "nl")}


CHANGED = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(["aq", "bq", "elkq", "0q", "9q"]), st.just((24,)), max_size=4), st.sampled_from(["tip", "lesson"])
    ),
    min_size=3,
    max_size=6,
)


@examples(8)
@given(st.lists(CHANGED, min_size=1, max_size=3))
def test_after_any_changes_the_index_is_that_of_all_documents(tmp_path_factory, builds):
    root = tmp_path_factory.mktemp("reeks")
    assert Site(root, BEFORE).checksums == whole(BEFORE)
    for changed in builds:
        documents = [document(f"{page}/", terms, "2026-01-01", facets={"type": (kind,)}) for page, (terms, kind) in enumerate(changed)]
        assert Site(root, documents).checksums == whole(documents)


def test_an_edit_of_a_text_writes_few_files_and_documents_come_back(tmp_path):
    Site(tmp_path, BEFORE)
    after = [document("0/", {"0q": (24, 24), "elkq": (25,)}, "2026-01-01", facets={"type": ("tip",)}), *BEFORE[1:]]
    site = Site(tmp_path, after)
    assert list(site.search.documents.values()) == BEFORE
    assert len(site.taken) >= len(BEFORE) - 1
    assert {path.partition("/")[2].partition("/")[0] for path in site.written} >= {"fragment", "index"}


@pytest.mark.parametrize("spoil", [lambda content: content[:-2], lambda content: content.replace(b'"ways":"', b'"ways":"x'), lambda _: b""])
def test_what_is_not_kept_whole_or_by_others_is_not_believed(tmp_path, spoil):
    Site(tmp_path, BEFORE)
    kept = tmp_path / SEARCH_FOLDER / "documents.json"
    kept.write_bytes(spoil(kept.read_bytes()))
    assert KeptSearch(tmp_path, DUTCH).documents == {}
    assert Site(tmp_path, BEFORE).checksums == whole(BEFORE)


def test_an_index_that_is_not_kept_whole_is_made_anew(tmp_path):
    Site(tmp_path, BEFORE)
    for kept in (tmp_path / ".cache/geleerd/made/objects").rglob("*"):
        if kept.is_file():
            kept.write_bytes(b"x")
    after = [document("0/", {"0q": (24, 24)}, "2026-01-01", facets={"type": ("tip",)}), *BEFORE[1:]]
    site = Site(tmp_path, after)
    assert site.taken == {}
    assert site.checksums == whole(after)
