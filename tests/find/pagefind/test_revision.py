"""An index after a change of some texts: the same bytes as an index of all documents."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.find.pagefind import chunks
from geleerd.find.pagefind.index import index_files
from geleerd.find.pagefind.revision import Change, UnusableIndexError, revised_files
from tests.workbench.search_files import document

WEIGHTS = st.lists(st.sampled_from([14, 24, 25, 120]), min_size=1, max_size=3).map(tuple)
TERMS = st.dictionaries(st.text("abé", min_size=1, max_size=3), WEIGHTS, max_size=15)


@pytest.fixture(autouse=True, scope="module")
def short_chunks():
    """Chunks of a few terms, so that a few documents have many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunks, "_LONG", 30)
        yield


def files(documents) -> dict[str, bytes]:
    return {file.path: file.content for file in index_files(documents, "nl")}


def revised(before, after) -> dict[str, bytes]:
    changes = [Change(page, old, new) for page, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    return {file.path: file.content for file in revised_files(files(before).__getitem__, changes)}


@given(st.lists(st.tuples(TERMS, TERMS, st.booleans()), min_size=1, max_size=6))
def test_a_revision_is_what_all_documents_give(texts):
    before = [document(f"{page}/", terms, "2026-01-01", facets={"type": ("tip",)}) for page, (terms, _, _) in enumerate(texts)]
    after = [
        document(old.address, terms, old.date, facets=old.facets) if changes else old
        for old, (_, terms, changes) in zip(before, texts, strict=True)
    ]
    whole, old, new = files(after), files(before), revised(before, after)
    assert {path: (old | new)[path] for path in whole} == whole
    assert set(new) <= set(whole)


def test_an_edit_reads_and_writes_few_files(monkeypatch):
    monkeypatch.setattr(chunks, "_LONG", 500)
    chance = random.Random(3)  # noqa: S311  # the same every time
    before = [document(f"{page:03}/", {f"{chance.randrange(900)}q": (24,) for _ in range(60)}) for page in range(60)]
    after = [*before[:30], document(before[30].address, {**before[30].terms, "nieuwq": (24, 24)}), *before[31:]]
    old, read = files(before), []
    new = list(revised_files(lambda path: read.append(path) or old[path], [Change(30, before[30], after[30])]))
    assert len(old) > 80
    assert len(new) <= 5
    assert len(read) <= 4


def test_a_damaged_file_is_not_believed():
    before = [document("a/", {"aq": (24,)})]
    damaged = {path: content.replace(b"aq", b"bq") for path, content in files(before).items()}
    with pytest.raises(UnusableIndexError, match="pf_"):
        list(revised_files(damaged.__getitem__, [Change(0, before[0], document("a/", {"bq": (24,)}))]))
