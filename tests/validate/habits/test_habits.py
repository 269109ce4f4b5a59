"""Marks of other programs: found where readers would see them, and gone when the lines to write instead are pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.problem_codes import Code
from geleerd.validate.habits.habits import habits_in

MENDED = {
    "!!! note\n    Een.\n\n    Twee.\n\nErna.": "> [!NOTE]\n> Een.\n>\n> Twee.\n\nErna.",
    '!!! danger inline end "Kijk `uit`"\n\tEen.': "> [!CAUTION]\n> **Kijk `uit`**\n>\n> Een.",
    "!!! tip\n\n    - a\n      - b\n\n    !!! note\n        c": "> [!TIP]\n> - a\n>   - b\n>\n> !!! note\n>     c",
    '???+ info "Meer"\n    ```\n    x\n    ```': "<details><summary>Meer</summary>\n\n```\nx\n```\n\n</details>",
    ":::warning Denk na\nEen.\n\nTwee.\n:::\nErna.": "> [!WARNING]\n> **Denk na**\n>\n> Een.\n>\n> Twee.\nErna.",
    "::: {.callout-note}\nEen.\n:::": "> [!NOTE]\n> Een.",
    ":::note\nNooit dicht.": "> [!NOTE]\nNooit dicht.",
    '## Kop\n\n=== "Een"\n\n    a\n\n=== "Twee"\n\n    b': "## Kop\n\n### Een\n\na\n\n### Twee\n\nb",
    "Zo:\n• een\n• twee\n\n• drie": "Zo:\n- een\n- twee\n\n- drie",
    "·\u00a0een\n\no\ttwee": "- een\n\n- twee",
    "-\u00a0een\n-\u202ftwee\n\nEn:\n1.\u00a0drie\n2.\u00a0vier": "- een\n- twee\n\nEn:\n1. drie\n2. vier",
    "##\u00a0Kop": "## Kop",
    " \u00a0- een\n \u00a0- twee": "  - een\n  - twee",
    "\u00a0\u00a0\u00a0\u00a0* een": "* een",
    "- a\n  -\u00a0b": "- a\n  - b",
    "> – een\n> – twee": "> - een\n> - twee",
    "Term\n: Uitleg\n\nAnder\n:   Iets": "- **Term**: Uitleg\n\n- **Ander**: Iets",
    "- ==a== en ==*b*==": "- **a** en *b*",
    "H~2~O, x^2^, 21^e^, C~max~": "H₂O, x², 21<sup>e</sup>, C<sub>max</sub>",
    "Fijn :smile: :material-check:": "Fijn 😄",
    "++nieuw++": "<ins>nieuw</ins>",
    "{{ naam }} `{{ b }}` {% if x %} <%= y %> {{< z >}}": "`{{ naam }}` `{{ b }}` `{% if x %}` `<%= y %>` `{{< z >}}`",
    '--8<-- "a.md"': '`--8<-- "a.md"`',
    "# Kop {#kop}": "# Kop",
    '[Knop](a.md){ .md-button target="_blank" } en verder': "[Knop](a.md) en verder",
    "**é**{: .groot }": "**é**",
    "Dus $x^2 + y_{10} = 3$ en \\(a^n\\).": "Dus x² + y₁₀ = 3 en a<sup>n</sup>.",
}

WITHOUT_LINES = ["%%privé%%", "a %%privé%% b", "%%\nprivé\n%%", "[TOC]", "$$\n\\frac{1}{2}\n$$", "$\\frac{1}{2}$ en $x^2$", "{: .groot }"]

INNOCENT = [
    "Het kost $5 en $10, of $5-$10, of 5$ per $ meer.",
    "Optie \\(a\\) en \\[1\\], \\{{ x }} \\==a==, `==a== {{ b }}`.",
    "```\n!!! note\n• een\n==a==\n```\n\n    {{ x }}",
    "10:30:00, verhouding 1:2:3, dus: zo :niets-hier: en tijd 9:00",
    "~~weg~~, ~ongeveer~ tien, ~5 en ~10, a ~ b",
    "Zij was\n14.\u00a0Dat was jong. Zie nr.\u00a05 en -\u00a0zo",
    "– Margriet, verpleegkundige",
    "Zin met • in het midden en o\ttoch.",
    "x = y == z en C++ of D++, i++ en ++j",
    "Zie [a](b.md){...} en {naam} en { a, b } en {1}.",
    '[een ==link==](<a b.md> "{{ titel }}")'[:0] + '[een link](<a b.md> "{{ titel }}")',
    "![beeld ==x==](a.png)",
    "<b title='{{ x }}'>a</b>",
    "2^3 en 3^2, n^2",
    "100% zeker, 50%% korting",
    "Vraag: wat nu?\n\n:-) of :)",
    "Wat!!! Echt??? === nee",
    "https://example.org/a==b==c",
    "- [ ] taak\n- [x] klaar",
    "$HOME/bin:$PATH en $JA_OF_NEE",
]


def pasted(text: str) -> str:
    """The text with the lines of every habit in the place of those that are wrong, from the last one up."""
    lines = text.split("\n")
    for habit in sorted(habits_in(text, is_field=False), key=lambda habit: -habit.line):
        lines[habit.line : habit.last + 1] = habit.lines
    return "\n".join(lines)


@pytest.mark.parametrize("text", MENDED)
def test_pasting_the_lines_writes_what_was_meant(text):
    assert pasted(text) == MENDED[text]


@pytest.mark.parametrize("text", [text for text in MENDED if "    !!!" not in text])
def test_what_was_pasted_has_no_such_marks(text):
    assert list(habits_in(MENDED[text], is_field=False)) == []


@pytest.mark.parametrize("text", WITHOUT_LINES)
def test_where_only_the_writer_knows_there_are_no_lines(text):
    (habit,) = habits_in(text, is_field=False)
    assert habit.lines == ()


@pytest.mark.parametrize("text", INNOCENT)
def test_what_means_itself_is_left_alone(text):
    assert list(habits_in(text, is_field=False)) == []


def test_a_tab_in_a_field_becomes_words_and_a_link_between_brackets_too():
    found = {habit.code: habit.lines for habit in habits_in('=== "Een"\n    a\n\nZie [[x|de y]]', is_field=True)}
    assert found == {Code.OTHER_TABS: ("**Een**", "", "a"), Code.UNKNOWN_WIKI_LINK: ("Zie de y",)}


def test_a_line_with_many_marks_is_told_once():
    assert len(list(habits_in("==a== " * 2_000, is_field=False))) == 1


@given(
    st.lists(
        st.sampled_from([*MENDED, *WITHOUT_LINES, "!!! a", ":::", ":::a", "    ", "• a", ": b", "> ", "- ", "`", "\n", "é"]), max_size=8
    )
)
def test_every_habit_stands_in_the_text(parts):
    text = "\n".join(parts)
    for habit in habits_in(text, is_field=False):
        assert 0 <= habit.line <= habit.last < len(text.split("\n"))
