"""Which terms stand together in a file, and that an edit changes few files."""

import random

from geleerd.find.pagefind.chunks import chunks_of, terms_in
from geleerd.find.pagefind.terms import terms_of
from tests.workbench.search_files import document

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def many(count: int):
    """Documents of a hundred terms each, some common and most rare."""
    chance = random.Random(7)  # noqa: S311  # the same every time
    words = ["".join(chance.choices(LETTERS, k=7)) for _ in range(3000)]
    for place in range(count):
        found = {words[int(len(words) * chance.random() ** 3)]: (24,) * chance.randint(1, 2) for _ in range(100)}
        yield document(f"lessen/{place:04}/", found)


def test_every_term_stands_between_the_ends_of_its_chunk_and_the_chunks_follow_each_other():
    chunks = list(chunks_of(terms_of(many(200))))
    assert len(chunks) > 5
    ends = [end for chunk in chunks for end in (chunk.first, chunk.last)]
    assert ends == sorted(ends)
    assert sum(len(chunk.content) for chunk in chunks) / len(chunks) < 20_000


def test_one_text_that_changes_changes_only_the_chunks_of_its_own_terms():
    before = list(many(300))
    after = list(before)
    terms = dict(before[150].terms)
    dropped = min(terms)
    del terms[dropped]
    after[150] = document(before[150].address, {**terms, "nieuwewoord": (24,)})
    old, new = (set(chunks_of(terms_of(documents))) for documents in (before, after))
    assert len(new) > 10
    assert len(new - old) <= 4  # two terms, and perhaps the chunks beside them
    assert all(chunk.first <= dropped <= chunk.last or chunk.first <= "nieuwewoord" <= chunk.last for chunk in old - new)


def test_a_text_says_the_same_of_a_term_wherever_it_stands():
    (one,), (other,) = (
        chunks_of(terms_of([document("a/", terms)])) for terms in ({"aa": (24,), "bb": (24, 72)}, {"bb": (72, 24), "aa": (24,)})
    )
    assert one == other


def test_nothing_gives_no_chunks():
    assert list(chunks_of([])) == []
    assert list(chunks_of(terms_of([document("a/", {})]))) == []


def test_the_terms_of_chunks_are_read_back():
    terms = list(terms_of(many(100)))
    assert [term for chunk in chunks_of(terms) for term in terms_in(chunk.content)] == terms
