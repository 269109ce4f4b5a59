import pytest

from geleerd.commonmark.footnotes import lone_footnotes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a[^1]\n\n[^1]: noot", []),
        ("a[^Bron]\n\n[^bron]: noot", []),
        ("a\n\n[^1]: noot\n[^2]: noot", [(2, "1"), (3, "2")]),
        ("a[^1] en [^2]", [(0, "1"), (0, "2")]),
        ("`[^1]`\n\n```\n[^2]: code\n```", []),
        ("- een[^1]\n\n  [^1]: noot\n- twee", []),
    ],
)
def test_only_a_footnote_without_its_other_half_is_alone(text, found):
    assert list(lone_footnotes(text)) == found
