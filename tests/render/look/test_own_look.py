"""The look of the package can be read, and so can every look that passes."""

from geleerd.model.frozen import Frozen
from geleerd.model.settings import Look
from geleerd.render.look.own_look import COLOURS, look_rules, weak_colours
from geleerd.render.look.palette import dark_palette, light_palette


def test_every_colour_of_the_package_stands_out():
    every = Look(*(Frozen({name: palette[name] for name in COLOURS}) for palette in (light_palette(), dark_palette())))
    assert list(weak_colours(every)) == []


def test_a_colour_that_cannot_be_read_is_named_with_one_that_can():
    (weak,) = weak_colours(Look(light=Frozen({"accent": "#8ab4c0"})))
    assert (weak.palette, weak.name, weak.ground, weak.ratio < weak.least) == ("light", "accent", "sunk", True)
    assert list(weak_colours(Look(light=Frozen({"accent": weak.better})))) == []


def test_a_ground_makes_weak_what_stands_on_it():
    assert {weak.name for weak in weak_colours(Look(light=Frozen({"paper": "#808080"})))} >= {"ink", "accent", "quiet", "lesson"}


def test_the_package_needs_no_rules_and_paper_stays_white():
    assert look_rules(Look()) == ""
    rules = look_rules(Look(Frozen({"paper": "#ffffff"}), Frozen({"accent": "#99ddff"}), "Georgia, serif"))
    assert "@media screen { :root { --paper: #ffffff; --font: Georgia, serif; } }" in rules
    assert rules.count("--accent: #99ddff;") == 2
