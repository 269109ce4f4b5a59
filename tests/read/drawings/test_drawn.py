"""What makes a browser draw millions of shapes is no drawing, however few bytes it has."""

import pytest

from geleerd.model.limits import MOST_ANIMATIONS
from geleerd.read.drawings.drawing import drawing_of


def is_drawn(inside: str) -> bool:
    return drawing_of(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()) is not None


def levels(element: str, refer: str, count: int) -> str:
    """Some levels of an element, each of which holds ten that refer to the level below."""
    return '<path id="l0" d="M0 0h9"/>' + "".join(
        f'<{element} id="l{level}">{refer.format(level - 1) * 10}</{element}>' for level in range(1, count)
    )


REFERRING = {
    "use": ("g", '<use href="#l{}"/>'),
    "pattern": ("pattern", '<rect fill="url(#l{})"/>'),
    "pattern for a group": ("pattern", '<g stroke="url(#l{})"><rect/></g>'),
    "pattern in a style": ("pattern", "<rect style=\"fill:url('#l{}')\"/>"),
    "mask": ("mask", '<rect mask="url(#l{})"/>'),
    "clip path": ("clipPath", '<rect clip-path="url(#l{})"/>'),
    "marker": ("marker", '<path d="M0 0h9" marker-end="url(#l{})"/>'),
    "text on a path": ("g", '<textPath href="#l{}"/>'),
}


@pytest.mark.parametrize("form", REFERRING)
def test_uses_of_uses_are_multiplied(form):
    assert is_drawn(levels(*REFERRING[form], 3))
    assert not is_drawn(levels(*REFERRING[form], 8))


def test_a_rule_of_a_style_counts_for_every_element_that_it_is_for():
    rules = "".join(f".c{level}{{fill:url(#l{level})}}" for level in range(8))
    patterns = "".join(f'<pattern id="l{level}">{f"<rect class={chr(34)}c{level - 1}{chr(34)}/>" * 10}</pattern>' for level in range(1, 8))
    assert is_drawn(f"<style>{rules}</style>")
    assert not is_drawn(f'<style>{rules}</style><rect id="l0"/>{patterns}<rect class="c7"/>')


@pytest.mark.parametrize(
    "circle",
    [
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<pattern id="a"><rect fill="url(#a)"/></pattern>',
    ],
)
def test_what_holds_itself_is_no_drawing(circle):
    assert not is_drawn(circle)


@pytest.mark.parametrize(
    "animated", ['<rect><animate attributeName="x" to="9" dur="1s"/></rect>', '<rect style="animation:a 1s"/>', '<g class="a"/>']
)
def test_animations_are_counted(animated):
    style = "<style>@keyframes k{to{x:9}} .a{animation:k 1s}</style>"
    assert is_drawn(style + animated * (MOST_ANIMATIONS // 2))
    assert not is_drawn(style + animated * (MOST_ANIMATIONS + 1))


def test_colours_that_run_over_count_for_nothing():
    assert is_drawn('<linearGradient id="a"><stop/><stop/></linearGradient>' + '<g fill="url(#a)">' * 20 + "<path/>" * 9000 + "</g>" * 20)


def test_patterns_of_patterns_are_tiles_of_tiles():
    chain = "".join(f'<pattern id="p{level}" width=".02" height=".02"><rect fill="url(#p{level - 1})"/></pattern>' for level in range(12))
    assert not is_drawn(f'{chain}<rect fill="url(#p11)"/>')
