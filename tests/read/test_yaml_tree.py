from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.strings import SourcePath
from geleerd.model.values import File
from geleerd.read.front_matter import read_document
from geleerd.read.yaml_tree import YamlTree

WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters="\ufeff"), max_size=30)
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
