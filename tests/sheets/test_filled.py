"""A sheet takes from the knowledge base what it asks for, in its order, and says where that comes from."""

import pytest
from pydantic import ValidationError

from geleerd.reading import library_of
from geleerd.sheets.declared import SaidSheet
from geleerd.sheets.filled import LackingError, sheet_of
from geleerd.sheets.sheet import TICK, SheetBoxes, SheetTable, SheetText
from tests.workbench.building import settings
from tests.workbench.full_items import frame_files, item_files

SAID = {"id": "blad", "item": "ka4444", "title": "Een blad", "lead": "Waarvoor het is.", "note": "Van ons.", "sources": ["vol"]}


@pytest.fixture(scope="module")
def library(write_once):
    return library_of(settings(write_once({**item_files(), **frame_files()})))


def parts(library, *blocks, **more):
    said = SaidSheet.model_validate({**SAID, "blocks": blocks, **more})
    return sheet_of(said, library.by_id["ka4444"], library, "Proef").parts


def test_a_table_has_empty_rows_numbers_or_lines_to_tick(library):
    columns = [{"title": "Nr."}, {"title": "Wat", "width": 4}]
    table = {"columns": columns, "rows": 2, "height": 12, "numbered": True, "lines": ["Doe dit."]}
    _, found, _ = parts(library, {"table": table})
    assert found == SheetTable(("Nr.", "Wat"), (1, 4), (("1", ""), ("2", ""), (TICK, "Doe dit.")), 12)


def test_factors_stand_by_group_with_their_signs(library):
    _, *found, _ = parts(library, {"factors": {"factor": "Factor", "signs": "Zo", "columns": ["Ja", "Nee"]}})
    full = next(table for table in found if isinstance(table, SheetTable) and table.rows[0][0] == "Factor vol")
    assert full.rows[0][1:] == ("Een signaal", TICK, TICK)
    assert SheetText("heading", "De groep") in found


def test_steps_become_questions_with_room_or_lines_to_tick(library):
    _, box, _ = parts(library, {"steps": {"item": "ka4444", "height": 20}})
    assert box == SheetBoxes(1, (("Eerste stap", "De uitleg."),), 20)
    _, heading, table, _ = parts(library, {"steps": {"item": "ka4444", "ticks": "Af", "line": "Vraag"}})
    assert (heading, table.rows) == (SheetText("heading", "Eerste stap"), ((TICK, "De uitleg."),))


def test_sayings_leave_room_for_one_more(library):
    _, tiles, _ = parts(library, {"sayings": "vol"})
    assert [words for words, _ in tiles.boxes] == ["Woorden van het netwerk", ""]


def test_the_small_words_credit_the_sources_and_name_the_licence(library):
    *_, small = parts(library, {"text": "Zomaar."})
    assert small.kind == "small"
    assert small.text.startswith("Van ons. Naar: ")
    assert small.text.endswith("Uit Proef, onder licentie CC0-1.0.")


@pytest.mark.parametrize("block", [{"sayings": "nergens"}, {"steps": {"item": "zz9999"}}, {"steps": {"item": "ka1111"}}])
def test_what_is_not_there_is_named(library, block):
    with pytest.raises(LackingError, match=r"nergens|zz9999|ka1111"):
        parts(library, block)


def test_a_source_that_is_not_in_the_list_is_named(library):
    with pytest.raises(LackingError, match="onbekend"):
        parts(library, {"text": "Zomaar."}, sources=["onbekend"])


@pytest.mark.parametrize("block", [{}, {"text": "a", "heading": "b"}, {"tekst": "a"}, {"table": {"columns": [], "rows": 1, "height": 9}}])
def test_a_block_is_exactly_one_thing(block):
    with pytest.raises(ValidationError):
        SaidSheet.model_validate({**SAID, "blocks": [block]})
