"""The files of the index: what they tell is what the documents hold, and what Pagefind itself tells of the same documents."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from geleerd import build
from geleerd.find.pagefind.index import index_files
from tests.workbench.building import settings
from tests.workbench.search_files import by_pagefind, document, told

WEIGHTS = st.lists(st.sampled_from([1, 24, 25, 43, 72, 120, 240]), min_size=1, max_size=8).map(tuple)
TERMS = st.dictionaries(st.text(min_size=1, max_size=30), WEIGHTS, max_size=12)
SHOWN = st.dictionaries(st.sampled_from(["title", "summary", "type"]), st.text(max_size=20), max_size=3)
FACETS = st.dictionaries(st.text(min_size=1, max_size=5), st.lists(st.text(max_size=5), max_size=3).map(tuple), max_size=3)
DAYS = st.one_of(st.just(""), st.dates(datetime.date(2020, 1, 1), datetime.date(2020, 1, 4)).map(str))
ADDRESSES = st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=8)


def files(documents, language="nl") -> dict[str, bytes]:
    found = list(index_files(documents, language))
    assert len({file.path for file in found}) == len(found)
    return {file.path: file.content for file in found}


@given(st.data(), ADDRESSES)
def test_an_index_tells_what_its_documents_hold_in_any_order(data, addresses):
    documents = [
        document(address, data.draw(TERMS), data.draw(DAYS), shown=data.draw(SHOWN), facets=data.draw(FACETS)) for address in addresses
    ]
    written = files(documents)
    assert files(data.draw(st.permutations(documents))) == written
    found = told(written)
    pages = {f"/{one.address}": one for one in documents}
    words = {term for one in documents for term in one.terms}
    assert found.words == {word: {url: tuple(sorted(one.terms[word])) for url, one in pages.items() if word in one.terms} for word in words}
    for first, last, within in found.chunks:
        assert (first, last) == (min(within), max(within))
    assert {(facet, value, url) for facet, values in found.facets.items() for value, urls in values.items() for url in urls} == {
        (facet, value, url) for url, one in pages.items() for facet, values in one.facets.items() for value in values
    }
    assert found.shown == {url: one.shown for url, one in pages.items()}
    assert found.lengths == {url: one.length for url, one in pages.items()}
    (by_day,) = found.days
    assert sorted(by_day) == sorted(url for url, one in pages.items() if one.date)
    assert [pages[url].date for url in by_day] == sorted(pages[url].date for url in by_day)


def test_pagefind_tells_the_same_of_the_same_documents(write, tmp_path):
    documents = build(settings(write({}))).documents
    ours, theirs = told(files(documents)), told(by_pagefind(documents, tmp_path))
    assert {word: theirs.words.get(word) for word in ours.words} == ours.words
    assert {word for word in theirs.words if word.endswith("q")} <= set(ours.words)
    assert theirs.facets == ours.facets
    assert theirs.lengths == ours.lengths
    assert theirs.shown == ours.shown
    days = {f"/{one.address}": one.date for one in documents}
    assert [[days[url] for url in urls] for urls in theirs.days] == [[days[url] for url in urls] for urls in ours.days]


def test_the_newest_come_first_and_those_of_one_day_by_address():
    documents = [
        document(address, {"aq": (24,)}, day) for address, day in (("b/", "2026-01-02"), ("a/", "2026-01-02"), ("c/", "2026-01-03"))
    ]
    (by_day,) = told(files(documents)).days
    assert by_day[::-1] == ("/c/", "/a/", "/b/")


def test_an_edit_of_one_text_renames_few_files():
    before = [document(f"{number:03}/", {f"{letter}{number % 9}q": (24,) for letter in "abcdefghij"}) for number in range(100)]
    after = [document(one.address, {**one.terms, "nieuwq": (24,)}) if one.address == "050/" else one for one in before]
    new = set(files(after)) - set(files(before))
    assert sorted(path.partition("/")[0].rpartition(".")[2] for path in new) == ["fragment", "index", "pf_meta"]
