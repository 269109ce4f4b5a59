"""Whatever is written, reading gives the same values back. The cases are data, so that the script of the form can be held to them too."""

import pytest
from hypothesis import example, given

from geleerd.contribute.item_file import clean, item_file
from geleerd.model.documents import File
from geleerd.model.strings import SourcePath
from geleerd.read.decode import decode
from geleerd.read.front_matter import read_document
from tests.workbench.written_files import CASES, FIELDS, HOSTILE, TEXTS


def normalised(value):
    """What the reader makes of a value: everything is text, and what is empty is not there."""
    if isinstance(value, dict):
        return {key: part for key, each in value.items() if (part := normalised(each)) is not None} or None
    if isinstance(value, list):
        return [part for each in value if (part := normalised(each)) is not None] or None
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else clean(str(value)) or None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_case_has_these_bytes(case):
    assert item_file(case["fields"], case["body"]) == case["text"]


@given(FIELDS, TEXTS)
@example({"a": "een \n\u0301"}, "")
@example({"a": "\ufeff\u0307"}, "---")
def test_whatever_is_written_reads_back(fields, body):
    text, problems = decode(item_file(fields, body).encode(), "x.md")
    assert not problems
    document, problems = read_document(File(SourcePath("x.md"), len(text), text))
    assert problems == ()
    assert dict(document.tree) == (normalised(fields) or {})


@given(FIELDS, TEXTS)
def test_writing_what_was_read_changes_nothing_but_the_quotes_of_numbers(fields, body):
    texts = normalised(fields) or {}
    once = item_file(texts, body)
    document, _ = read_document(File(SourcePath("x.md"), len(once), once))
    assert item_file(document.tree, document.body.text) == once


@given(HOSTILE)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


def test_a_body_keeps_its_tabs_and_its_rules():
    assert item_file({}, "\n\n# Een\n\n---\n\tcode\n\n") == "---\n---\n\n# Een\n\n---\n\tcode\n"


@pytest.mark.parametrize("key", ["", "a b", "a: b", "a\nstatus", "#", "- a", "é", "\ud800"])
def test_a_key_that_could_be_read_as_something_else_is_refused(key):
    for fields in ({key: "x"}, {"a": [{key: "x"}]}):
        with pytest.raises(ValueError, match="not a key"):
            item_file(fields)


def test_a_list_in_a_list_is_refused():
    with pytest.raises(ValueError, match="list in a list"):
        item_file({"a": [["b"]]})
