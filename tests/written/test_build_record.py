"""The record of a build: what it holds, what differs from it, and that nobody can hand over another thing for one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.frozen import Frozen
from geleerd.written.build_record import BuildRecord, NotARecordError, read_record

ONE, OTHER = "1" * 64, "2" * 64
names = st.text(st.characters(exclude_characters="/\0"), min_size=1).filter(lambda name: name not in {".", ".."})
files = st.dictionaries(st.lists(names, min_size=1, max_size=3).map("/".join), st.sampled_from([ONE, OTHER]), max_size=5)


def record(listed: dict[str, str], commit: str = "") -> BuildRecord:
    return BuildRecord("0.1.0", ONE, Frozen(listed), commit)


@given(files, st.sampled_from(["", "4f1c2ab"]))
def test_what_was_written_is_read_again(listed, commit):
    assert read_record(record(listed, commit).as_json().encode()) == record(listed, commit)


def test_the_order_of_the_files_is_that_of_their_names():
    assert record({"b/c.html": ONE, "a.html": OTHER}).as_json() == (
        f'{{\n"version": "0.1.0",\n"inputs": "{ONE}",\n"files": {{\n"a.html": "{OTHER}",\n"b/c.html": "{ONE}"\n}}\n}}\n'
    )


def test_the_commit_stands_in_it_when_somebody_said_which():
    assert json.loads(record({}, "4f1c2ab").as_json())["commit"] == "4f1c2ab"
    assert "commit" not in json.loads(record({}).as_json())


def test_every_difference_is_named_once():
    listed = {"gelijk.html": ONE, "anders.html": ONE, "weg.html": ONE}
    found = {"gelijk.html": ONE, "anders.html": OTHER, "erbij.html": OTHER}
    assert [*record(listed).differences(found)] == [("anders.html", "changed"), ("erbij.html", "extra"), ("weg.html", "missing")]


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/passwd", "a//b", "a/", "", ".", "a/./b", "..", "a\0b", "a/" * 60_000 + "b"])
def test_a_path_outside_the_site_is_in_no_record(name):
    with pytest.raises(NotARecordError):
        read_record(json.dumps({"version": "0.1.0", "inputs": ONE, "files": {name: ONE}}).encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "nee",
        "\ud800",
        "[" * 100_000,
        '{"version": "0.1.0"}',
        '{"version": 1, "inputs": "", "files": {}}',
        '{"version": "0.1.0", "inputs": "", "files": []}',
        '{"version": "0.1.0", "inputs": "", "files": {"a": 1}}',
        '{"version": "0.1.0", "inputs": "", "files": {"a": "ABC"}}',
        '{"version": "0.1.0", "inputs": "", "files": {"a": "' + "1" * 65 + '"}}',
        '{"version": "0.1.0", "inputs": "", "files": {"a": "' + "1" * 64 + '\\n"}}',
        "1" * 10_000,
        '{"name": "pakket", "version": "1.0", "files": ["index.js"]}',
    ],
)
def test_anything_else_is_no_record(text):
    with pytest.raises(NotARecordError):
        read_record(text.encode(errors="surrogatepass"))
