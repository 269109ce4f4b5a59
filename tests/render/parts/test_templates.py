"""The views and the templates agree."""

import dataclasses
import re

from names_in_templates import names_read

from geleerd.locale.catalogue import catalogue
from geleerd.render.items import pages as item_pages
from geleerd.render.parts import cards, meetings, pager
from geleerd.render.parts.field_views import FieldView
from geleerd.render.parts.templates import environment, in_frame, theme_folder
from geleerd.render.places import agenda, glossary, home
from geleerd.render.shelves import frame_pages, index_pages, listings, margins
from geleerd.texts import files as attachments

IN_LINKS = {"Card.named", "Card.up"}
"""The fields that `href` and `networks` of a card make links of; those are read."""


def test_every_value_that_a_view_carries_is_shown_by_a_template():
    read = set(names_read(theme_folder()))
    modules = (agenda, attachments, cards, frame_pages, glossary, home, index_pages, item_pages, listings, meetings, pager, margins)
    views = {v for m in modules for v in vars(m).values() if dataclasses.is_dataclass(v) and v.__module__ == m.__name__}
    unused = {
        f"{view.__name__}.{field.name}"
        for view in views
        if view.__name__ not in {"Sheet", "Listing", "ItemContext"}
        for field in dataclasses.fields(view)
        if field.name not in read
    }
    assert unused == IN_LINKS
    assert {name for name, value in vars(cards.Card).items() if isinstance(value, property)} <= read


def test_a_card_in_a_feed_has_the_marks_of_feeds():
    env = environment(catalogue("nl"))
    card = cards.Card("tip", "Tip", "Begin klein", "Zo.", None, "", "tips/x/", (), reason="Antwoord", editorial=True)
    shown = [each.from_string("{{ show_card(card, 3) }}").render(card=card) for each in (env, in_frame(env, "feed"))]
    assert ["aanvulling van de redactie" in html for html in shown] == [True, False]
    assert "<small>°</small>" in shown[1]


def test_a_heading_is_heard_without_the_mark_of_the_desk_which_follows_it():
    env = environment(catalogue("nl"))
    page = {"fields": {"goal": FieldView("goal", "Doel", "plain", "Leren", editorial=True)}}
    shown = [
        each.from_string('{% from "partials/show.html" import show with context %}{{ show(page, "goal") }}').render(page=page)
        for each in (env, in_frame(env, "feed"))
    ]
    headings = [re.findall(r"<h2[^>]*>(.*?)\s*</h2>", html, re.DOTALL) for html in shown]
    assert headings == [['Doel&nbsp;<small class="field__editorial" aria-hidden="true">°</small>'], ["Doel&nbsp;<small>°</small>"]]
    assert [html.count('<small class="visually-hidden">aanvulling van de redactie</small>') for html in shown] == [1, 0]
