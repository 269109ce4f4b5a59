"""Tables as people keep them: exported, with a title above, names over two lines, and separators inside their cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.read.foreign.tables import SheetRows, read_sheets, read_table
from geleerd.read.foreign.writings import UnreadableError

KNOWN = frozenset({"Les", "Thema", "Wat leerden we, kort", "title"})


def rows(text, known=KNOWN):
    return [(writing.name, dict(writing.fields)) for writing in read_table(text, "lijst", known)]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_line_of_excel_names_the_separator(separator):
    assert rows(f"sep={separator}\nLes{separator}Thema\na{separator}b\n") == [("lijst:2", {"Les": "a", "Thema": "b"})]
    assert rows(f'"sep={separator}"\nLes{separator}Thema\na{separator}b\n') == [("lijst:2", {"Les": "a", "Thema": "b"})]


def test_a_separator_in_quotation_marks_separates_nothing():
    text = '"Wat leerden we, kort";"a,b,c,d"\n"x, y";z\n'
    assert rows(text) == [("lijst:2", {"Wat leerden we, kort": "x, y", "a,b,c,d": "z"})]


@pytest.mark.parametrize("above", ["Onze lessen;;\n\n", "Onze lessen\nstand: mei, juni, juli, augustus\n;;\n"])
def test_the_header_may_stand_on_a_later_row(above):
    found = read_table(f"{above}Les;Thema;Door\na;b;c\n", "lijst", KNOWN)
    assert [dict(writing.fields) for writing in found] == [{"Les": "a", "Thema": "b", "Door": "c"}]
    assert [(note.key, note.words["row"]) for note in found[0].notes] == [("above", above.count("\n") + 1)]


def test_a_name_with_a_line_break_is_the_name_on_one_line():
    assert rows('"Wat leerden we,\nkort";Les\nx;y\n') == [("lijst:2", {"Wat leerden we, kort": "x", "Les": "y"})]


def test_of_two_columns_with_one_name_neither_is_lost():
    assert rows("Les;Wat;Wat;;\na;b;c;d;e;f\n") == [("lijst:2", {"Les": "a", "Wat": "b", "Wat (2)": "c", "4": "d", "5": "e", "6": "f"})]


def test_empty_rows_are_nobodys_contribution_and_keep_their_number():
    assert [name for name, _ in rows("Les\n\n \na\n")] == ["lijst:4"]


@pytest.mark.parametrize(
    ("text", "reason", "seen"),
    [
        ("a;b\n1;2\n", "columns", "a, b"),
        ("\nEen titel\nLes van toen;Wat\n1;2\n", "columns", "Les van toen, Wat"),
        (";".join(f"k{number}" for number in range(30)), "columns", ", ".join(f"k{number}" for number in range(20)) + " …"),
        ("", "empty", ""),
        ("Les;Thema\n", "empty", ""),
        ("Les;b\n" + "x" * 200_000, "table", ""),
    ],
)
def test_without_a_column_that_anybody_knows_it_says_which_there_are(text, reason, seen):
    with pytest.raises(UnreadableError) as raised:
        read_table(text, "lijst", KNOWN)
    assert (raised.value.reason, raised.value.detail) == (reason, seen)


def test_every_sheet_with_a_known_column_is_read_and_the_others_are_named():
    sheets = (
        SheetRows((("Toelichting",), ("Vul dit in.",)), "Uitleg"),
        SheetRows((("Les",), ("a",)), "2025"),
        SheetRows((), "Leeg"),
        SheetRows((("Les",), ("b",)), "2026"),
    )
    found = read_sheets(sheets, "boek", KNOWN)
    assert [(writing.name, writing.fields["Les"]) for writing in found] == [("boek:2025:2", "a"), ("boek:2026:2", "b")]
    assert [(note.key, note.words["name"]) for writing in found for note in writing.notes] == [("sheet", "Uitleg")]


@given(st.text(st.sampled_from('Les;Thema,\t"\n \x85é=sep'), max_size=80))
def test_any_text_is_a_table_or_says_why_not(text):
    reason = ""
    try:
        assert read_table(text, "lijst", KNOWN)
    except UnreadableError as error:
        reason = error.reason
    assert reason in {"", "columns", "empty", "table"}


@pytest.mark.parametrize("text", ["Les\n" + "a\n" * 10_100, "Les" + ";" * 600])
def test_a_table_larger_than_a_workbook_may_be_says_so(text):
    with pytest.raises(UnreadableError) as raised:
        read_table(text, "lijst", KNOWN)
    assert raised.value.reason == "too-large-table"


def test_empty_rows_count_for_nothing():
    assert len(rows("Les;\na;\n" + ";\n" * 50_000)) == 1
