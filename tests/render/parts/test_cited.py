"""What readers see of the sources that an item names."""

from geleerd import reading_of
from geleerd.render.parts.cited import cited
from tests.workbench.building import settings
from tests.workbench.small_items import tip

LISTED = """\
- {id: verslag, title: Verslag van de dag, maker: De gemeente, url: "https://verslag.example/", date: 2023-05}
- {id: folder, title: Folder van De gemeente, maker: De gemeente, not_public: ja}
"""


def of(write, sources):
    library = reading_of(settings(write({"content/bronnen.yml": LISTED, "lessons/a.md": tip("k1aaaa").replace(TITLE, sources)}))).library
    return [*cited(library.by_id["k1aaaa"].fields.sources, library)]


TITLE = next(line for line in tip("k1aaaa").splitlines() if line.startswith("sources:"))


def test_a_source_of_the_list_is_named_with_its_maker_date_and_address(write):
    (found,) = of(write, "sources: [verslag]")
    assert (found.named, found.url, str(found.date), found.slug) == (
        "Verslag van de dag, De gemeente",
        "https://verslag.example/",
        "2023-05",
        "verslag",
    )


def test_a_title_that_names_the_maker_is_enough(write):
    assert [found.named for found in of(write, "sources: [folder]")] == ["Folder van De gemeente"]


def test_the_place_in_it_and_sources_of_the_item_alone_stay(write):
    found = of(write, "sources: [{source: verslag, where: p. 2}, {title: Eigen ervaring}]")
    assert [(one.title, one.where, one.slug) for one in found] == [
        ("Verslag van de dag", "p. 2", "verslag"),
        ("Eigen ervaring", None, None),
    ]
