"""One key or element of a front matter changes: its tree is the tree with that change, and every other line stays as it was."""

import pytest
import yaml

from geleerd.read.yaml_mending.edits import element_lines, with_element, with_new_key, with_target, with_value, without

TEXT = """\
id: k1aaaa   # blijft
themes: [a, "b", 'c'] # twee
networks:
  - n1 # een
  # de tweede
  - "n2"
relations:
  - type: applies
    id: k2
    note: |
      zie [x](../y.md)
      en ../y.md
  - {type: supports, id: k3}
tags: [een]
parent: n1
list:
- x
- y
"""
TREE = yaml.load(TEXT, yaml.CSafeLoader)


def at(tree, path):
    for part in path:
        tree = tree[part]
    return tree


PLACES = [("themes", 0), ("themes", 1), ("themes", 2), ("networks", 0), ("networks", 1), ("relations", 0), ("relations", 1), ("list", 0), ("list", 1), ("parent",)]  # fmt: skip


@pytest.mark.parametrize("path", PLACES)
def test_what_is_taken_away_takes_only_its_own_lines(path):
    after = without(TEXT, path)
    expected = yaml.load(TEXT, yaml.CSafeLoader)
    del at(expected, path[:-1])[path[-1]]
    assert yaml.load(after, yaml.CSafeLoader) == expected
    left = [line for line in TEXT.split("\n") if line not in after.split("\n")]
    assert len(left) <= (5 if path[0] == "relations" else 1)


def test_a_list_that_would_be_empty_goes_with_its_key():
    assert without(TEXT, ("tags", 0)) == TEXT.replace("tags: [een]\n", "")


@pytest.mark.parametrize(
    ("path", "line"), [(("themes",), "themes: [a, \"b\", 'c', d] # twee"), (("networks",), "  - d"), (("list",), "- d")]
)
def test_an_element_more_looks_like_the_others(path, line):
    after = with_element(TEXT, path, "d")
    assert line in after.split("\n")
    assert at(yaml.load(after, yaml.CSafeLoader), path) == [*at(TREE, path), "d"]


def test_an_element_comes_along_as_it_is_written():
    lines = element_lines(TEXT, ("relations", 0))
    assert lines[0] == "- type: applies"
    after = with_element(TEXT, ("list",), None, lines)
    assert yaml.load(after, yaml.CSafeLoader)["list"][2] == TREE["relations"][0]
    assert element_lines(TEXT, ("themes", 0)) == ()


def test_a_key_more_stands_behind_its_neighbour():
    after = with_new_key(TEXT, "summary", "Een: twee", ["id", "themes", "nergens"])
    assert after == TEXT.replace("# twee\n", '# twee\nsummary: "Een: twee"\n')


def test_a_value_keeps_its_quotes_and_its_comment():
    assert with_value(TEXT, ("themes", 2), "it's") == TEXT.replace("'c'", "'it''s'")
    assert with_value(TEXT, ("networks", 1), "n3") == TEXT.replace('"n2"', '"n3"')


def test_only_the_target_of_a_link_changes():
    assert with_target(TEXT, ("relations", 0, "note"), "../y.md", "z.md") == TEXT.replace("(../y.md)", "(z.md)").replace(
        "en ../y.md", "en z.md"
    )


@pytest.mark.parametrize("text", ["{id: k1, tags: [a]}\n", "", "- x\n"])
def test_what_has_no_lines_of_its_own_is_left_alone(text):
    assert with_new_key(text, "summary", "x", ["id"]) is None
    assert without(text, ("id",)) is None
    assert with_value(text, ("nergens",), "x") is None
    assert with_element(text, ("nergens",), "x") is None
