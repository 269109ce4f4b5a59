"""Every field that is declared can be read on the page."""

import re
from html import unescape

import pytest

from geleerd import DECLARATIONS, Page, Site, TextFile, build
from geleerd.model.declarations.field_specs import keys_of
from geleerd.render.parts.field_views import figure_and_words
from tests.workbench.building import settings
from tests.workbench.full_items import BODY, IDS, OWN, frame_files, item_files
from tests.workbench.small_items import SUPERSEDED, TOMBSTONE, tip

ELSEWHERE = {
    "order",
    "id",
    "type",
    "title",
    "summary",
    "status",
    "editorial",
    "aliases",
    "language",
    "reviewed",
    "superseded_by",
    "withdrawn_on",
    "reason",
    "name",
    "drawing",
    "image",
}
"""Fields that a page shows in a place of their own (tested below), or that are for machines."""


@pytest.fixture(scope="module")
def site(write_once) -> Site:
    return build(settings(write_once({**item_files(), **frame_files()})))


def told(artefact) -> str:
    """What a page or file of this site says, without the common words of the language, which are the same on every site."""
    is_common = isinstance(artefact, TextFile) and ("/spell" in artefact.path or "/vectors/words-" in artefact.path)
    return str(artefact.content) if isinstance(artefact, Page | TextFile) and not is_common else ""


def page(site: Site, address: str) -> Page:
    return next(a for a in site.artefacts if isinstance(a, Page) and a.address == address)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


ADDRESSES = {
    "lesson": "lessen",
    "tip": "tips",
    "brilliant-failure": "briljante-mislukkingen",
    "work-format": "werkvormen",
    "example": "voorbeelden",
    "learning-question": "leervragen",
}
FRAME_ADDRESSES = {
    "network": "netwerken",
    "programme": "programmas",
    "theme": "themas",
    "success-factor": "succesfactoren",
    "guide": "wegwijzers",
    "source": "bronnen",
    "failure-pattern": "faalpatronen",
}


def test_the_full_files_are_valid(site):
    # A source that has every field has both an address and `not_public`.
    assert [problem.code for problem in site.reading.problems] == ["public-after-all"]


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_an_items_page_has_every_field_of_its_type(site, key):
    html = page(site, f"{ADDRESSES[key]}/vol-{key}/").content
    shown = set(re.findall(r'data-field="(\w+)"', html))
    unshown = {"brilliant-failure": {"evidence"}, "learning-question": {"questions"}}.get(key, set())
    expected = set(keys_of(DECLARATIONS.item_types[key])) - ELSEWHERE - unshown
    assert expected - shown == set()
    text = words(html)
    for value in re.findall(r"(?:[A-Z][\w ]+[.?]|Eerste \w+|De \w+|Regio van \S+|Reden bij \S+)", OWN[key] + BODY):
        assert value in text, value
    for value in (
        f"De titel van {key} voluit",
        f"De samenvatting van {key} in gewone woorden.",
        f"/l/{IDS[key]}/",
        f"trefwoord-{key}",
        f"Regio van {key}",
    ):
        assert value in text
    for value in (
        f"Gemeente bij {key} (2024): Resultaat elders bij {key}",
        f"Bron van {key} (2023)",
        f"Kaart bij {key}",
        f"Reden bij {key}.",
        "CC0 1.0",
    ):
        assert value in text
    assert "september 2022" in text
    assert "22 november 2026" in text
    assert 'lang="fy" dir="auto"' in html


@pytest.mark.parametrize("key", DECLARATIONS.frame_types)
def test_a_frame_page_has_every_field_of_its_type(site, key):
    html = page(site, f"{FRAME_ADDRESSES[key]}/vol/").content
    shown = set(re.findall(r'data-field="(\w+)"', html))
    assert set(keys_of(DECLARATIONS.frame_types[key])) - ELSEWHERE - shown == set()


def test_a_network_shows_its_facts_members_and_meetings(site):
    text = words(page(site, "netwerken/vol/").content)
    for value in (
        "8 Het feit september 2022; bron: Bron F",
        "Lid C (soort, streek)",
        "De bron noemt de overige niet.",
        "21 (bron: Bron T)",
    ):
        assert value in text
    for value in (
        "De start 9 oktober 2023, 13:30 tot 16:00 uur , Zaal 1",
        "Kennismaken",
        "Koffie zetten",
        "Nieuwe deelnemers zijn welkom.",
        "Bel ons.",
    ):
        assert value.replace(" ,", ",") in text.replace(" ,", ",")


@pytest.mark.parametrize(
    ("value", "figure", "words"),
    [
        ("5", "5", ""),
        ("4 jaar", "4 jaar", ""),
        ("Ruim 200", "Ruim 200", ""),
        ("65 tot 210 minuten (opgeteld uit de onderdelen)", "65 tot 210", "minuten (opgeteld uit de onderdelen)"),
        ("35 factoren en 50 pijlen ertussen", "35", "factoren en 50 pijlen ertussen"),
        ("2 (1 van PGOsupport en 1 van NHL Stenden)", "2", "(1 van PGOsupport en 1 van NHL Stenden)"),
        ("1.250,50 euro per jaar", "1.250,50", "euro per jaar"),
        ("Dinsdag 21 mei 2024", "", "Dinsdag 21 mei 2024"),
        ("12345678901", "", "12345678901"),
    ],
)
def test_the_figure_of_a_fact_and_its_words(value, figure, words):
    assert figure_and_words(value) == (figure, words)


def test_what_the_desk_added_is_marked(site):
    html = page(site, "tips/vol-tip/").content
    region = html.split('data-field="region"')[1].split("</div>")[0]
    assert "aanvulling van de redactie" in region
    assert html.count("aanvulling van de redactie") == 1


def test_a_page_says_when_it_is_past_its_review(site):
    assert "een tijd niet nagekeken" in page(site, "tips/vol-tip/").content
    assert "een tijd niet nagekeken" not in page(site, "tips/begin-klein/").content


def test_two_items_that_name_each_other_stand_once_beside_each_other(write):
    files = {
        f"lessons/{one}.md": tip(f"m{one}aaaa", f"relations: [{{type: supports, id: m{other}aaaa, note: Zo zegt {one} het.}}]\n")
        for one, other in ("12", "21")
    }
    html = page(build(settings(write(files))), "tips/1/").content
    related = html.split("data-related>")[1].split("</section>")[0]
    assert related.count('href="../../tips/2/"') == 1
    assert "Zo zegt 1 het." in related
    assert "Zo zegt 2 het." not in related


def test_a_relation_shows_its_reason_at_both_ends(site):
    for address in ("tips/vol-tip/", "tips/begin-klein/"):
        assert re.search(
            r'data-related>.*<p><span class="near__type">\w+</span>\. [^<]*Reden bij tip\.', page(site, address).content, re.DOTALL
        )


def test_a_withdrawn_item_leaves_a_page_without_its_title(write):
    site = build(settings(write({"lessons/x.md": TOMBSTONE})))
    html = page(site, "l/k7m2xq/").content
    assert "Deze bijdrage is ingetrokken" in words(html)
    assert "oktober 2026" in words(html)
    assert "Op verzoek." in words(html)
    everything = " ".join(map(told, site.artefacts))
    assert "geheim" not in everything
    files = {a.path: a.content for a in site.artefacts if isinstance(a, TextFile) and a.path.endswith(".html")}
    assert 'url=../../l/k7m2xq/"' in files["tips/x/index.html"]
    assert 'url=../l/k7m2xq/"' in files["oud/index.html"]
    assert "Niets." not in everything


def test_a_superseded_item_points_to_its_successor_and_leaves_the_lists(write):
    site = build(settings(write({"lessons/x.md": SUPERSEDED})))
    html = page(site, "tips/x/").content
    assert re.search(r'Lees nu: <a href="../../tips/begin-klein/">Begin klein en laat het groeien</a>', html)
    assert "De oude tip" not in page(site, "tips/").content


def test_permalinks_and_aliases_redirect_without_scripts(write):
    site = build(settings(write({"lessons/x.md": SUPERSEDED})))
    files = {a.path: a.content for a in site.artefacts if isinstance(a, TextFile) and a.path.endswith(".html")}
    assert '<meta http-equiv="refresh" content="0; url=../../tips/x/">' in files["l/k7m2xq/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../tips/x/">' in files["oud/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../tips/x/">' in files["tips/heel-oud.html"]
    assert '<link rel="canonical" href="https://geleerd.example/tips/x/">' in files["l/k7m2xq/index.html"]
    assert "<script" not in "".join(files.values())


def test_the_same_input_gives_the_same_artefacts(write):
    root = write({**item_files(), **frame_files()})
    assert build(settings(root)).artefacts == build(settings(root)).artefacts


def test_the_same_content_in_english(write):
    site = build(settings(write({**item_files(), **frame_files()}), "en"))
    text = words(page(site, "lessons/vol-lesson/").content)
    for value in ("Lesson", "22 November 2026", "September 2022", "Networks"):
        assert value in text
    assert "Netwerken" not in text
    assert page(site, "themes/borging/").title == "Borging"


def many(count: int) -> dict[str, str]:
    text = "---\nid: m{:05}\ntype: tip\ntitle: Titel nummer {}\nsummary: Een samenvatting die lang genoeg is.\ndate: 2025-01-01\nthemes: [borging]\ntags: [veel]\nsources: [{{title: eigen ervaring}}]\n---\n"
    return {f"lessons/m{n}.md": text.format(n, n) for n in range(count)}


def test_a_theme_with_many_items_shows_the_first_and_lists_all_from_page_two(write):
    site = build(settings(write(many(60))))
    first = page(site, "themas/borging/").content
    assert first.count('<article class="card') == 4
    assert '<a href="../../themas/borging/pagina/2/">Bekijk alle 61 bijdragen</a>' in first
    rest = [a for a in site.artefacts if isinstance(a, Page) and re.fullmatch(r"themas/borging/pagina/\d+/", a.address)]
    assert [a.address for a in rest] == [f"themas/borging/pagina/{n}/" for n in (2, 3, 4)]
    assert sum(a.content.count('<article class="card') for a in rest) == 61
    assert 'rel="prev"' in rest[0].content


def test_an_introduction_stands_on_the_first_page_of_its_index(write):
    files = {
        **many(30),
        "content/tips/index.md": "---\ntitle: Onze tips\n---\nEen *goed* begin.\n",
        "content/netwerken/index.md": "Wie hier leren.\n",
    }
    site = build(settings(write(files)))
    assert "<h1>Onze tips</h1>" in page(site, "tips/").content
    assert "<p>Een <em>goed</em> begin.</p>" in page(site, "tips/").content
    assert "goed" not in page(site, "tips/pagina/2/").content
    assert "<p>Wie hier leren.</p>" in page(site, "netwerken/").content
    assert page(site, "tips/").source == "content/tips/index.md"


def test_a_network_shows_its_open_questions(write):
    site = build(settings(write({**item_files(), **frame_files()})))
    assert "Wat het netwerk nog wil weten" in page(site, "netwerken/vol/").content


def test_readers_have_ways_back_by_a_form_and_by_mail_with_a_subject_only(write):
    contact = (
        "---\nid: k7m2xq\ntype: tip\ntitle: 'Vraag & antwoord?'\nsummary: Een samenvatting die lang genoeg is.\ndate: 2026-11-22\n"
        "themes: [borging]\nnetworks: [west]\nsources: [{title: eigen ervaring}]\n---\n"
    )
    site = build(
        settings(
            write({"lessons/x.md": contact, "content/netwerken/west.md": "---\nname: West\ncontact: Mail west@netwerk.example\n---\n"})
        )
    )
    html = unescape(page(site, "tips/x/").content)
    assert 'href="../../bijdragen/ook-gedaan/?l=k7m2xq"' in html
    assert (
        'href="mailto:redactie@geleerd.example?subject=Klopt%20er%20iets%20niet%3F%3A%20Vraag%20%26%20antwoord%3F%20%28l/k7m2xq/%29"'
        in html
    )
    assert 'href="mailto:west@netwerk.example?subject=Stel%20een%20vraag' in html
    assert "body=" not in html


def test_a_page_carries_the_qr_code_of_its_permalink_for_paper(site):
    assert "<svg" in page(site, "werkvormen/vol-work-format/").content.split('class="qr-print"')[1].split("</div>")[0]


def test_a_withdrawn_successor_keeps_its_title_to_itself(write):
    gone = "---\nid: m8n9p2\ntype: tip\ntitle: Een geheim\ndate: 2026-11-22\nstatus: withdrawn\n---\n"
    related = SUPERSEDED.replace("superseded_by: a1b2c3", "superseded_by: m8n9p2\nrelations: [{type: supports, id: m8n9p2}]")
    site = build(
        settings(
            write(
                {
                    "lessons/x.md": related,
                    "lessons/y.md": gone,
                    "content/themas/vol.md": "---\nname: V\ndefinition: V.\nstart_here: [m8n9p2]\n---\n",
                }
            )
        )
    )
    assert not any("geheim" in told(artefact) for artefact in site.artefacts)
    assert 'href="../../l/m8n9p2/"' in page(site, "tips/x/").content


def test_a_refused_attachment_is_not_shown(write):
    item = TOMBSTONE.replace("status: withdrawn\nwithdrawn_on: 2026-10\nreason: Op verzoek.\n", "").replace(
        "title: Een geheim",
        "title: Een tip\nsummary: Een samenvatting die lang genoeg is.\nthemes: [borging]\nsources: [{title: x}]\nattachments: [{title: De kaart, file: kaart.pdf}]",
    )
    site = build(settings(write({"lessons/x.md": item, "lessons/kaart.pdf": "<script>"})))
    assert "De kaart" not in page(site, "tips/x/").content


def test_free_words_are_never_taken_for_values_of_a_choice(write):
    network = (
        "---\nname: West\nfacts: [{label: x, value: applied}]\nmembers: [{name: A, kind: network}]\nmembers_total: {value: 12²}\n---\n"
    )
    text = words(page(build(settings(write({"content/netwerken/west.md": network}))), "netwerken/west/").content)
    assert "applied" in text
    assert "A (network)" in text
    assert "gebruikt in het werk" not in text


def test_tags_stand_as_written_and_a_synonym_leads_to_its_tag(write):
    tagged = TOMBSTONE.replace("status: withdrawn\nwithdrawn_on: 2026-10\nreason: Op verzoek.\n", "").replace(
        "title: Een geheim",
        "title: Een tip\nsummary: Een samenvatting die lang genoeg is.\nthemes: [borging]\nsources: [{title: x}]\ntags: [zon, leernetwerk, aap]",
    )
    site = build(settings(write({"lessons/x.md": tagged})))
    assert re.findall(r'rel="tag">([^<]+)', page(site, "tips/x/").content) == ["zon", "leernetwerk", "aap"]
    files = {a.path: a.content for a in site.artefacts if isinstance(a, TextFile)}
    assert "url=../../trefwoorden/leernetwerk/" in files["trefwoorden/lerend-netwerk/index.html"]


def test_a_text_keeps_its_paragraphs_and_joins_its_wrapped_lines(write):
    lesson = (
        TOMBSTONE.replace("type: tip", "type: lesson")
        .replace("status: withdrawn\nwithdrawn_on: 2026-10\nreason: Op verzoek.\n", "")
        .replace(
            "title: Een geheim",
            "title: Een les\nsummary: Een samenvatting die lang genoeg is.\nthemes: [borging]\nsources: [{title: x}]\nrecommendation: Doe iets.\ninsight: |\n  Een regel\n  loopt door.\n\n  Een tweede.",
        )
    )
    html = page(build(settings(write({"lessons/x.md": lesson}))), "lessen/x/").content
    assert re.search(r"<p>Een regel\s+loopt door.</p>\s*<p>Een tweede.</p>", html)


def test_a_withdrawn_item_keeps_its_permalink_whatever_else_its_file_holds(write):
    site = build(settings(write({"lessons/x.md": TOMBSTONE.replace("title: Een geheim", "title: x\nsummary: kort\nnee: ja")})))
    assert site.reading.problems == ()
    assert page(site, "l/k7m2xq/")


def test_only_words_in_another_language_say_so_and_turn_as_that_language_does(site):
    listed = page(site, "tips/").content
    assert '<a href="../tips/vol-tip/" lang="fy" dir="auto">De titel van tip voluit</a>' in listed
    assert '<p class="card__summary" lang="fy" dir="auto">De samenvatting van tip in gewone woorden.</p>' in listed
    assert '<a href="../tips/begin-klein/">Begin klein en laat het groeien</a>' in listed
