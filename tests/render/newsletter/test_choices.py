"""What there is to choose a newsletter by."""

import datetime

from geleerd import Library, library_of
from geleerd.render.newsletter.choices import facet_choices, periods
from tests.workbench.building import ROOT, settings
from tests.workbench.small_items import tip


def library(write, *days, **files) -> Library:
    items = {f"lessons/{n}.md": tip(f"k1aaa{n}").replace("2026-11-22", day) for n, day in enumerate(days, 2)}
    return library_of(settings(write({**items, **files})))


def test_the_months_to_choose_are_the_newest_two_that_have_begun(write):
    found = library(write, "2026-12-24", "2026-10-02", "2026-07-01")
    months = found.shelves["newsletter"].values()
    chosen = [(period.first, period.last) for period in periods(months, found.catalogue, datetime.date(2026, 10, 15))]
    assert next(month.slug for month in months) == "2026-12"
    assert chosen == [("2026-10-01", "2026-10-31"), ("2026-07-01", "2026-07-31")]


def test_only_what_somebody_wrote_of_can_be_chosen(write):
    west = (ROOT / "tests/knowledge_base/content/netwerken/oost.md").read_text().replace("Oost", "West")
    found = library(write, **{"content/netwerken/west.md": west})
    chosen = {choices.key: [value for value, _ in choices.values] for choices in facet_choices(found)}
    assert list(found.shelves["network"]) == ["noord", "oost", "west"]
    assert (chosen["network"], chosen["type"]) == (["noord", "oost"], ["tip"])
