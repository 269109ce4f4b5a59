import pytest

from geleerd.read.conflict_marks import conflict_marks

CONFLICT = "<<<<<<< HEAD\neen\n=======\ntwee\n>>>>>>> main\n"


def test_every_conflict_is_told_once_where_it_begins():
    assert list(conflict_marks(f"tekst\n{CONFLICT}tekst\n{CONFLICT}")) == [2, 8]


def test_a_conflict_without_its_begin_is_told_where_it_ends():
    assert list(conflict_marks("een\n=======\ntwee\n>>>>>>> 3f2a1c (Een zin erbij)\n")) == [4]


@pytest.mark.parametrize("text", [f"```\n{CONFLICT}```\n", "Kop\n=======\ntekst", "> > een\n", ">>>>>>> een oud bericht\n", "<<<<<<<\n"])
def test_headings_quotes_and_code_are_no_conflict(text):
    assert list(conflict_marks(text)) == []
