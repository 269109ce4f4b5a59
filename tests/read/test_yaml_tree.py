import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.characters import without_unseen
from geleerd.model.documents import File
from geleerd.model.strings import SourcePath
from geleerd.read.decode import decode
from geleerd.read.front_matter import read_document
from geleerd.read.yaml_tree import YamlTree

CHARACTERS = st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters="\ufeff")
WORDS = st.text(CHARACTERS.filter(lambda character: without_unseen(character) == character), max_size=30)
TREES = st.dictionaries(
    WORDS.filter(bool),
    st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=6),
    max_size=5,
)


def dumped(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, default_style='"', width=10_000)


@given(TREES)
def test_texts_lists_and_keys_read_back_as_written(tree):
    read = YamlTree(dumped(tree), "x.md")
    assert read.problems == []
    assert read.value == tree


@given(TREES, WORDS)
def test_a_file_falls_apart_into_front_matter_and_body(tree, body):
    text = f"---\n{dumped(tree)}---\n{body}"
    document, problems = read_document(File(SourcePath("lessons/x.md"), len(text), text))
    assert problems == ()
    assert document.tree == tree
    assert document.body.text == body
    assert document.body.line == text[: len(text) - len(body)].count("\n") + 1


def test_every_value_knows_its_line():
    tree = YamlTree("a: b\nc:\n  - d\n  - {e: f}\n", "x.md", first_line=2)
    assert {path: tree.lines[path] for path in [("a",), ("c",), ("c", 0), ("c", 1, "e")]} == {
        ("a",): 2,
        ("c",): 3,
        ("c", 0): 4,
        ("c", 1, "e"): 5,
    }


def test_the_field_decides_what_a_word_means():
    assert YamlTree("a: no\nb: 2022\nc: 1e3\nd: 2022-10-09\ne: ~\nf:\ng: ''", "x.md").value == {
        "a": "no",
        "b": "2022",
        "c": "1e3",
        "d": "2022-10-09",
        "e": None,
        "f": None,
        "g": "",
    }


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r'"feest \ud83c\udf89\uD83D\uDE00"', "feest 🎉😀"),  # as JSON writes them
        (r'"een \\ud83c\udf89"', None),
        (r'"half \ud83c"', None),
        (r'"om\u202egekeerd\u2066 \u200fecht"', "omgekeerd \u200fecht"),
        ("om\u202ekeer", "omkeer"),
    ],
)
def test_what_stands_behind_an_escape(written, read):
    tree = YamlTree(f"a: {written}", "x.md")
    assert tree.value == ({"a": read} if read else None)
    assert [problem.code for problem in tree.problems] == ([] if read else ["yaml-escape"])


@given(st.text(max_size=50))
def test_no_text_of_a_file_holds_what_is_not_shown(text):
    decoded, _ = decode(text.encode(errors="ignore"), "x.md")
    assert decoded is None or without_unseen(decoded) == decoded
    tree = YamlTree(f"{json.dumps(text)}: {json.dumps(text)}", "x.md").value or {}
    assert all(without_unseen(word) == word for pair in tree.items() for word in pair if word)


def test_only_marks_that_turn_the_text_are_taken_out_in_silence():
    assert decode("a\u202ab\u202e\u2069 \u200e\u200f\u061c\n".encode(), "x.md") == ("ab \u200e\u200f\u061c\n", ())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a: >\n  - een\n  - twee\n\n  - drie\nb: c", "- een\n- twee\n\n- drie\n"),
        ("a: >-\n  1. een\n     en meer\n  2. twee", "1. een\n   en meer\n2. twee\n"),
        ("a: >\n  een\n  - twee", "een - twee"),
        ("a: >\n  - een - twee", "- een - twee"),
    ],
)
def test_a_folded_text_of_points_keeps_its_lines(written, meant):
    assert YamlTree(written, "x.md").value["a"].strip() == meant.strip()


@pytest.mark.parametrize("sign", ["\u2028", "\u2029"])
def test_a_sign_that_ends_a_line_for_yaml_alone_moves_no_line(sign):
    tree = YamlTree(f"title: 'een{sign * 3}twee'\nsummary: “drie”", "x.md")
    assert tree.value == {"title": "een   twee", "summary": "drie"}
    assert [(problem.code, problem.place.line) for problem in tree.problems] == [("yaml-curly-quotes", 2)]
