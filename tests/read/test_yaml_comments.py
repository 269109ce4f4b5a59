import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import Code
from geleerd.read.yaml_mending.reading import read_yaml
from geleerd.read.yaml_tree import YamlTree


def mended(text):
    """The text with every line of a problem replaced by what the problem hands over."""
    lines = text.split("\n")
    for problem in YamlTree(text, "x.md").problems:
        (lines[problem.place.line - 1],) = problem.lines
    return "\n".join(lines)


SWALLOWED = {
    "behind a text": ("a: Zie kanaal #samen. Dat helpt", {"a": "Zie kanaal #samen. Dat helpt"}),
    "a whole text": ("a: #samen", {"a": "#samen"}),
    "a number": ("a: Huis #1 van 3", {"a": "Huis #1 van 3"}),
    "quotes in it": ('a: Het "plan" #1', {"a": 'Het "plan" #1'}),
    "an element": ("a:\n  - #samen\n  - leren", {"a": ["#samen", "leren"]}),
    "inside brackets": ("a: [samen, #leren]", {"a": ["samen", "#leren"]}),
    "behind a word inside brackets": ("a: [samen #leren, b]", {"a": ["samen #leren", "b"]}),
    "inside braces": ("a: {b: c #d, e: f}", {"a": {"b": "c #d", "e": "f"}}),
    "before a line break in brackets": ("a: [b, #c,\n  d]", {"a": ["b", "#c", "d"]}),
    "a comment without a space": ("a: [samen] #later", {"a": ["samen"]}),
    "behind double quotes": ('a: "Zie \\"dit\\"" #samen. Dat helpt', {"a": 'Zie "dit" #samen. Dat helpt'}),
    "behind single quotes": ("a: 'Zie dit' #samen", {"a": "Zie dit #samen"}),
    "an element behind quotes": ('- "Zie dit" #samen', ["Zie dit #samen"]),
}


@pytest.mark.parametrize(("text", "meant"), SWALLOWED.values(), ids=SWALLOWED)
def test_swallowed_text_is_an_error_and_its_line_mends_it(text, meant):
    (problem,) = YamlTree(text, "x.md").problems
    assert problem.code == Code.SWALLOWED_TEXT
    again = YamlTree(mended(text), "x.md")
    assert again.problems == []
    assert again.value == meant


def test_text_that_goes_on_below_is_an_error_with_the_whole_text():
    (problem,) = YamlTree("b: x\na: Wij deden\n  het samen\n  #leren", "x.md").problems
    assert (problem.code, problem.lines) == (Code.SWALLOWED_TEXT, ('a: "Wij deden het samen #leren"',))
    assert (problem.place.line, problem.parameters["until"]) == (2, 4)


def test_a_comment_behind_a_text_of_several_words_may_be_text():
    (problem,) = YamlTree("a: Wij belden # drie keer", "x.md").problems
    assert problem.code == Code.COMMENT_BEHIND_TEXT
    assert YamlTree(mended("a: Wij belden # drie keer"), "x.md").value == {"a": "Wij belden # drie keer"}


@pytest.mark.parametrize("text", ["title: Begin # met iets", "conditions:\n  - Stift # zwart", "sources:\n  - title: x # y"])
def test_a_comment_behind_one_word_may_be_text_in_a_field_for_own_words(text):
    (problem,) = YamlTree(text, "x.md").problems
    assert problem.code == Code.COMMENT_BEHIND_TEXT
    assert YamlTree(mended(text), "x.md").problems == []


BROKEN_OFF = [
    "a: Wij deden\n  #samen\n  en meer",
    "a: Wij deden #samen\n  en meer",
    "a: Wij\n  deden\n  #samen en\n  #leren\n  en meer\n  ook",
]


@pytest.mark.parametrize("text", BROKEN_OFF)
def test_text_that_goes_on_below_what_a_hash_swallowed_is_one_error_with_the_whole_text(text):
    read = read_yaml(f"b: x\n{text}\nc: y", "x.md")
    (problem,) = read.problems
    assert (problem.code, problem.place.line, problem.parameters["until"]) == (Code.SWALLOWED_TEXT, 2, 2 + text.count("\n"))
    assert read.value == {"b": "x", "a": " ".join(text.removeprefix("a: ").split()), "c": "y"}


@pytest.mark.parametrize(
    "text",
    [
        "# a: b\na: b",
        "#a: b\na: b",
        "type: tip # of les",
        "date: 2026-11-22 # vandaag",
        "status: draft # nog even",
        "a: [samen] # later",
        "a:\n  - samen\n  #- leren\n  #leren",
        "a:\n  b: c d\n  #e: f",
        "a: C# en F#",
        "a: x#y",
        'a: "samen #leren"',
        "a: 'samen #leren'",
        "a: |\n  samen\n  #leren\n  b #c",
        "a: >-\n  samen #leren",
        'a: "samen\n  #leren"',
    ],
)
def test_a_real_comment_and_a_hash_inside_a_text_are_no_problem(text):
    assert YamlTree(text, "x.md").problems == []


@given(st.text(st.sampled_from("a #-:[],\"'\n|"), max_size=40))
def test_every_swallowed_text_comes_with_one_line(text):
    found = [problem for problem in YamlTree(text, "x.md").problems if problem.code in {Code.SWALLOWED_TEXT, Code.COMMENT_BEHIND_TEXT}]
    assert all(len(problem.lines) == 1 and "\n" not in problem.lines[0] for problem in found)
