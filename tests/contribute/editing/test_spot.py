"""What stands around the cursor (`▮`) in a front matter that is half typed."""

import pytest

from geleerd.contribute.editing.spot import front_of, spot_at, type_written


def spot(text: str):
    lines = f"---\n{text}\n---\nTekst".split("\n")
    number = next(number for number, line in enumerate(lines) if "▮" in line)
    column = lines[number].index("▮")
    lines[number] = lines[number].replace("▮", "")
    return spot_at(lines, number, column)


@pytest.mark.parametrize(
    ("text", "path", "typed", "beside"),
    [
        ("▮", (), "", set()),
        ("type: tip\nti▮", (), "ti", {"type"}),
        ("ti▮\ntype: tip\nsteps:\n  - title: Begin\nsummary: >-\n  Lang", (), "ti", {"type", "steps", "summary"}),
        ("steps:\n  - title: Begin\n    mi▮\n  - minutes: 3", ("steps",), "mi", {"title"}),
        ("steps:\n- title: Begin\n  mi▮", ("steps",), "mi", {"title"}),
        ("steps:\n  - title: Begin\n  - ti▮\n    minutes: 3", ("steps",), "ti", {"minutes"}),
        ("context:\n  se▮\n  scale: klein\ntags: []", ("context",), "se", {"scale"}),
        ("meetings:\n  - title: Begin\n    tasks:\n      - wh▮", ("meetings", "tasks"), "wh", set()),
        ("relations:\n  - {type: applies, i▮}", ("relations",), "i", {"type"}),
        ("duration: {mi▮", ("duration",), "mi", set()),
        ("# opmerking\n\n\ntags: [a]\n▮", (), "", {"tags"}),
    ],
)
def test_a_key_is_expected(text, path, typed, beside):
    found = spot(text)
    assert found.takes_key
    assert (found.path, found.typed, set(found.beside)) == (path, typed, beside)


@pytest.mark.parametrize(
    ("text", "path", "typed"),
    [
        ("type: ti▮", ("type",), "ti"),
        ('type: "ti▮"', ("type",), "ti"),
        ("themes: [zorg, ee▮", ("themes",), "ee"),
        ("themes: [▮]", ("themes",), ""),
        ("themes:\n  - ee▮", ("themes",), "ee"),
        ("themes:\n  - zorg\n  - ▮", ("themes",), ""),
        ("themes:\n- ▮", ("themes",), ""),
        ("relations:\n  - {type: applies, id: k▮}", ("relations", "id"), "k"),
        ("relations:\n  - type: applies\n    id: k▮", ("relations", "id"), "k"),
        ("sources: [{source: x▮", ("sources", "source"), "x"),
        ("title: Wat: een▮", ("title",), "Wat: een"),
    ],
)
def test_a_value_is_expected(text, path, typed):
    found = spot(text)
    assert found.takes_value
    assert (found.path, found.typed) == (path, typed)


@pytest.mark.parametrize("text", ["summary: >-\n  Een ▮", "steps:\n  - instruction: |\n      Een\n\n      ▮", "steps:\n  - |\n    Een ▮"])
def test_inside_a_text_of_several_lines_nothing_is_expected(text):
    assert spot(text) is None


def test_only_a_front_matter_has_spots():
    assert front_of(["", "\ufeff---", "type: tip", "--- ", "Tekst"]) == (2, 3)
    assert front_of(["---", "type: tip"]) == (1, 2)  # not closed yet
    assert front_of(["Tekst", "---"]) is None
    assert front_of([]) is None
    lines = ["---", "type: 'tip'", "---", "type: lesson"]
    assert type_written(lines) == "tip"
    assert [spot_at(lines, number, 0) is None for number in range(5)] == [True, False, True, True, True]
