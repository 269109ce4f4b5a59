"""The newsletter in all its forms, whatever contributors wrote in their titles."""

import datetime
import email
import re
from dataclasses import replace
from email.policy import SMTP
from html.parser import HTMLParser

import markdown
import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import Page, build, catalogue, reading_of
from geleerd.relate.selection import Selection, selected
from geleerd.render.newsletter.digest.as_html import LARGEST, digest_html
from geleerd.render.newsletter.digest.as_markdown import digest_markdown, literal
from geleerd.render.newsletter.digest.as_message import digest_message
from geleerd.render.newsletter.digest.as_text import WIDTH, digest_text
from geleerd.render.newsletter.digest.contents import MOST_IN_DIGEST, Digest, DigestLine, digest_of
from geleerd.render.newsletter.digest.on_one_line import on_one_line
from geleerd.render.parts.templates import environment
from geleerd.written.archive import Archive
from tests.workbench.building import settings
from tests.workbench.trying import examples

WORDS = catalogue("nl")
ENV = environment(WORDS)
SINCE = datetime.date(2026, 11, 1)

HOSTILE = [
    "<script>alert(1)</script> & \"aan\" 'halingen'",
    "</td></table></body><img src=x onerror=alert(1)>",
    '=HYPERLINK("https://kwaad.example","klik")',
    "[klik](javascript:alert(1)) ![x](https://kwaad.example/x.png)",
    "**vet** _schuin_ `code` ~~weg~~ ==merk== ^hoog^ $x$ {: .klasse }",
    "# Kop",
    "1. lijst",
    "- lijst",
    "> citaat",
    ": betekenis",
    "=========================",
    "-------------------------",
    "| a | b |",
    "*[HTML]: Afkorting",
    "[^1]: Voetnoot",
    "[id]: https://kwaad.example",
    "Titel &amp; &lt;b&gt; &#60;",
    "De 🎉 werkt 👩‍👩‍👧‍👦 ook",
    "a\u202egnirts\u2066 omgekeerd",
    "Kop\r\nBcc: iemand@kwaad.example\r\n\r\nBrief",
    "a" * 90,
    "Van\u2028de volgende regel",
    "From hier\n.\n-- ",
    "\\",
    "שלום עולם",
]


def tip(item_id: str, title: str = "Een titel", extra: str = "networks: []\n", day: str = "2026-11-22") -> str:
    quoted = "".join(f"\\u{ord(c):04x}" if ord(c) < 32 or c in '"\\' else c for c in title)
    return (
        f'---\nid: {item_id}\ntype: tip\ntitle: "{quoted}"\nsummary: Een samenvatting die lang genoeg is.\n'
        f"date: {day}\nthemes: [borging]\nsources: [{{title: eigen ervaring}}]\n{extra}---\n"
    )


def digest(titles: list[str], summary: str = "Een samenvatting van <deze> & *die*.", rest: int = 0) -> Digest:
    lines = tuple(
        DigestLine("tip", on_one_line(t), on_one_line(summary), f"https://geleerd.example/l/a{n:05}/", None) for n, t in enumerate(titles)
    )
    return Digest(
        "Nieuw in <Proef> & *meer*",
        "Toegevoegd.",
        "<Proef>",
        "https://geleerd.example/",
        lines,
        rest,
        "https://geleerd.example/nieuwsbrief/?a=b&c=d",
        ("tip",),
        "In deze periode is niets toegevoegd." if not lines else "",
    )


class Reader(HTMLParser):
    """Reads HTML as a tree must be read: every element that was opened is closed, innermost first."""

    VOID = frozenset({"meta", "br", "link", "img", "input"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.links: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "a":
            self.links.append((dict(attrs)["href"] or "", ""))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)
        if "a" in self.open:
            href, said = self.links[-1]
            self.links[-1] = (href, said + data)


def titles_in(html: str) -> list[str]:
    return [said for href, said in Reader(html).links if "/l/" in href]


ALLOWED = {"html", "head", "meta", "title", "style", "body", "table", "tbody", "tr", "td", "h1", "h2", "p", "a"}


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_only_words_in_every_form(title):
    said = on_one_line(title)
    html = digest_html(digest([title]), ENV, WORDS)
    assert titles_in(html) == [said]
    assert {tag for tag, _ in Reader(html).tags} <= ALLOWED
    assert [a for _, attributes in Reader(html).tags for a in attributes if a.startswith("on")] == []
    assert f"- {said}"[:60] in digest_text(digest([title]), WORDS).replace("\n  ", " ")
    shown = Reader(markdown.markdown(digest_markdown(digest([title], summary=title), WORDS), extensions=["extra", "sane_lists"]))
    assert [words for href, words in shown.links if "/l/" in href] == [said]
    assert said in [*shown.texts, "".join(shown.texts)]
    assert {tag for tag, _ in shown.tags} <= {"h1", "h2", "p", "strong", "a"}


def test_the_mail_comes_out_of_a_sanitiser_as_it_went_in():
    """An HTML5 parser (html5ever, in nh3) reads the same elements, words and links."""
    html = digest_html(digest(HOSTILE), ENV, WORDS)
    body = html[html.index("<body") : html.index("</html>")]
    tags = ALLOWED - {"html", "head", "meta", "title", "style", "body"}
    attributes = {"*": {"style", "class", "align", "role", "width", "cellpadding", "cellspacing", "border"}, "a": {"href", "style"}}
    clean = nh3.clean(body, tags=tags, attributes=attributes, link_rel=None)
    assert Reader(clean).links == Reader(html).links
    assert "".join(Reader(clean).texts).split() == "".join(Reader(body).texts).split()


def test_a_mail_stays_small_whatever_there_is():
    worst = digest(['"&<' * 30] * 500, summary="&\"<'" * 75)
    html = digest_html(worst, ENV, WORDS)
    assert len(html.encode()) <= LARGEST
    shown = len(titles_in(html))
    assert 5 < shown < 500
    assert "Bekijk alle 500 bijdragen" in html
    assert '"https://geleerd.example/nieuwsbrief/?a=b&amp;c=d"' in html


def test_a_mail_is_what_mail_programs_can_show():
    html = digest_html(digest(["Titel"]), ENV, WORDS)
    tags = Reader(html).tags
    assert html.startswith("<!DOCTYPE html>")
    assert (tags[0][0], tags[0][1]["lang"]) == ("html", "nl")
    assert ("meta", {"name": "color-scheme", "content": "light dark"}) in tags
    assert [tag for tag, attributes in tags if tag in {"h1", "h2", "p", "a", "body"} and not attributes.get("style")] == []
    assert all(attributes.get("role") == "presentation" for tag, attributes in tags if tag == "table")
    assert {"script", "img", "link", "iframe"} & {tag for tag, _ in tags} == set()
    assert re.search(r"#(fff|ffffff|000|000000)\b", html) is None
    assert "@media (prefers-color-scheme: dark)" in html
    assert re.findall(r"url\(", html) == []


def test_the_lines_of_a_text_are_short_and_nobody_elses_words_begin_one():
    text = digest_text(digest(HOSTILE, rest=3), WORDS)
    lines = text.splitlines()
    assert max(len(line) for line in lines if "https://" not in line) <= WIDTH
    own = {
        "Nieuw in <Proef> & *meer*",
        "Toegevoegd.",
        "Tips",
        "----",
        f"Bekijk alle {len(HOSTILE) + 3} bijdragen",
        "Alles staat op <Proef>",
        "",
    }
    assert {line for line in lines if not line.startswith(("- ", "  ", "https://geleerd.example/"))} <= own
    assert "a" * 70 in text


def test_a_message_is_a_draft_with_both_forms():
    text, html = digest_text(digest(HOSTILE), WORDS), digest_html(digest(HOSTILE), ENV, WORDS)
    raw = digest_message("Nieuw\r\nBcc: x@kwaad.example\r\n\r\n<b>🎉", text, html, "redactie@geleerd.example")
    message = email.message_from_bytes(raw, policy=SMTP)
    assert message.defects == []
    assert set(message.keys()) == {"Subject", "From", "X-Unsent", "MIME-Version", "Content-Type"}
    assert message["Subject"] == "Nieuw Bcc: x@kwaad.example <b>🎉"
    assert (message["From"], message["X-Unsent"]) == ("redactie@geleerd.example", "1")
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    plain, rich = (part.get_content().replace("\r\n", "\n") for part in message.iter_parts())
    assert plain == text
    assert rich == html
    assert raw == digest_message("Nieuw\r\nBcc: x@kwaad.example\r\n\r\n<b>🎉", text, html, "redactie@geleerd.example")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert "From" not in email.message_from_bytes(digest_message("x", text, html, ""))


@examples(300)
@given(st.text(min_size=1, max_size=60))
def test_any_text_is_shown_literally_by_markdown(text):
    said = on_one_line(text)
    if not said:
        return
    shown = Reader(markdown.markdown(f"**[{literal(said)}](https://x.example/l/a/)**\n\n{literal(said)}", extensions=["extra"]))
    assert {tag for tag, _ in shown.tags} == {"p", "strong", "a"}
    assert shown.links == [("https://x.example/l/a/", said)]
    assert "".join(shown.texts) == f"{said}\n{said}"


@given(st.text(max_size=80))
def test_a_legible_text_is_one_line_and_turns_nothing(text):
    said = on_one_line(text)
    assert len(said.splitlines()) <= 1
    assert not set(said) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\r\n\t\x00\x1b")
    assert on_one_line(said) == said


def library(write, files):
    return reading_of(settings(write(files))).library


def test_a_selection_has_a_period_with_both_its_days_and_facets_as_a_search_has(write):
    found = library(
        write,
        {
            "lessons/a.md": tip("k1aaaa", day="2026-10-31"),
            "lessons/b.md": tip("k2aaaa", day="2026-11-01"),
            "lessons/c.md": tip("k3aaaa", day="2026-11-20"),
            "lessons/d.md": tip("k4aaaa", day="2026-11-21", extra="status: draft\n"),
            "lessons/begin-klein.md": "",
            "lessons/vraag-het-de-mensen.md": "",
            "content/themas/ander.md": "---\nname: Ander\ndefinition: Een ander thema.\nparent: borging\n---\n",
            "lessons/e.md": tip("k5aaaa", day="2026-11-02").replace("[borging]", "[ander]"),
            "lessons/f.md": tip("k6aaaa", day="2026-11-03", extra="networks: [noord]\n"),
        },
    )

    def ids(since, until=None, **facets):
        period = (datetime.date.fromisoformat(since), datetime.date.fromisoformat(until) if until else None)
        return [item.fields.id for item in selected(found, Selection(*period, facets))]

    assert ids("2026-11-01", "2026-11-20") == ["k3aaaa", "k6aaaa", "k5aaaa", "k2aaaa"]
    assert ids("2026-11-04") == ["k3aaaa"]
    assert ids("2026-10-31", "2026-10-31") == ["k1aaaa"]
    assert ids("2026-11-01", theme=("ander",)) == ["k5aaaa"]
    assert len(ids("2026-11-01", theme=("borging",))) == 4
    assert ids("2026-11-01", network=("oost",)) == ["k6aaaa"]
    assert ids("2026-11-01", programme=("samen-leren",), type=("tip", "lesson")) == ["k6aaaa"]
    assert ids("2026-11-01", type=("lesson",)) == []


def test_a_digest_links_to_permalinks_and_the_rest_to_the_same_selection(write):
    found = library(write, {f"lessons/n{n}.md": tip(f"k{n:05}") for n in range(MOST_IN_DIGEST + 3)})
    made = digest_of(found, Selection(SINCE, None, {"theme": ("borging",)}), "Proef", "https://geleerd.example/kennis")
    assert len(made.lines) == MOST_IN_DIGEST
    assert made.lines[0].href == "https://geleerd.example/kennis/l/k00000/"
    assert made.rest == 3 + 1
    assert made.count == MOST_IN_DIGEST + 4
    assert made.all_href == "https://geleerd.example/kennis/nieuwsbrief/?from=2026-11-01&theme=borging"
    assert made.period == "Toegevoegd sinds 1 november 2026. Alleen: Borging"
    assert digest_of(found, Selection(SINCE), "Proef", "https://geleerd.example/") == digest_of(
        found, Selection(SINCE), "Proef", "https://geleerd.example"
    )


@pytest.mark.parametrize(
    ("since", "until", "facets", "place"),
    [
        ("2026-11-01", "2026-11-30", {}, "2026-11/"),
        ("2026-11-01", "2026-11-29", {}, "?from=2026-11-01&until=2026-11-29"),
        ("2026-11-02", None, {}, "?from=2026-11-02"),
        ("2026-11-01", "2026-11-30", {"type": ("tip", "lesson")}, "?from=2026-11-01&until=2026-11-30&type=tip&type=lesson"),
        ("2026-08-01", "2026-08-31", {}, "?from=2026-08-01&until=2026-08-31"),
    ],
)
def test_all_of_a_digest_is_on_the_page_of_the_month_or_that_of_the_period(write, since, until, facets, place):
    period = (datetime.date.fromisoformat(since), datetime.date.fromisoformat(until) if until else None)
    made = digest_of(library(write, {}), Selection(*period, facets), "Proef", "https://geleerd.example/")
    assert made.all_href == f"https://geleerd.example/nieuwsbrief/{place}"


def test_an_empty_digest_says_when_the_newest_came(write):
    found = library(write, {"lessons/a.md": tip("k1aaaa", day="2026-09-30").replace("type: tip", "type: learning-question\nstate: open")})
    later = datetime.date(2027, 1, 1)
    none = digest_of(found, Selection(later), "Proef", "https://geleerd.example/")
    assert (none.title, none.nothing) == (
        "Niets nieuws in Proef",
        "In deze periode is niets toegevoegd. De nieuwste bijdrage is van 21 november 2026.",
    )
    asked = digest_of(found, Selection(later, None, {"type": ("learning-question",)}), "Proef", "https://geleerd.example/")
    assert asked.nothing.endswith("De nieuwste bijdrage is van 30 september 2026.")
    never = digest_of(found, Selection(SINCE, None, {"type": ("example",)}), "Proef", "https://geleerd.example/")
    assert never.nothing == "In deze periode is niets toegevoegd."


def test_nothing_new_is_said_in_every_form():
    none = digest([])
    for form in (digest_html(none, ENV, WORDS), digest_text(none, WORDS), digest_markdown(none, WORDS)):
        assert "In deze periode is niets toegevoegd." in form


def page(site, address):
    return next(a for a in site.artefacts if isinstance(a, Page) and a.address == address)


def test_months_with_items_have_a_page_with_the_block_to_copy(write):
    title = HOSTILE[0]
    site = build(
        settings(
            write(
                {
                    "lessons/x.md": tip("k1aaaa", title, day="2026-09-30"),
                    "lessons/y.md": tip("k2aaaa", extra="language: fy\n", day="2026-09-01"),
                }
            )
        )
    )
    months = {a.address for a in site.artefacts if isinstance(a, Page) and a.address.startswith("nieuwsbrief/2")}
    assert months == {"nieuwsbrief/2026-09/", "nieuwsbrief/2026-11/"}
    september = page(site, "nieuwsbrief/2026-09/")
    assert september.title == "Nieuw in september 2026"
    source = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", september.content, re.DOTALL)
    assert source
    block = Reader("".join(Reader(source[0]).texts))
    assert block.links == [("https://geleerd.example/l/k1aaaa/", on_one_line(title)), ("https://geleerd.example/l/k2aaaa/", "Een titel")]
    assert {tag for tag, _ in block.tags} == {"h2", "p", "a", "strong", "br"}
    assert ("p", {"lang": "fy", "dir": "auto"}) in block.tags
    assert ("../../tips/x/", on_one_line(title)) in Reader(september.content).links
    newsletter = Reader(page(site, "nieuwsbrief/").content)
    assert [said for href, said in newsletter.links if href.startswith("../nieuwsbrief/")] == ["november 2026", "september 2026"]
    assert "k1aaaa" not in page(site, "nieuwsbrief/").content


def test_a_full_month_has_more_pages_each_with_a_block(write):
    site = build(settings(write({f"lessons/n{n}.md": tip(f"k{n:05}", day="2026-09-01") for n in range(MOST_IN_DIGEST + 1)})))
    first, second = page(site, "nieuwsbrief/2026-09/"), page(site, "nieuwsbrief/2026-09/pagina/2/")
    assert first.content.count("&lt;p&gt;") == MOST_IN_DIGEST
    assert second.content.count("&lt;p&gt;") == 1
    assert second.title == "Nieuw in september 2026, pagina 2"
    assert f"Deel 1 van 2: 1 tot en met {MOST_IN_DIGEST} van {MOST_IN_DIGEST + 1}. Neem ook over:" in first.content
    assert f"Deel 2 van 2: {MOST_IN_DIGEST + 1} tot en met {MOST_IN_DIGEST + 1} van {MOST_IN_DIGEST + 1}. Neem ook over:" in second.content
    assert ("../../nieuwsbrief/2026-09/pagina/2/", "deel 2") in Reader(first.content).links
    assert ("../../../../nieuwsbrief/2026-09/", "deel 1") in Reader(second.content).links
    assert 'data-place="https://geleerd.example/nieuwsbrief/2026-09/pagina/2/"' in first.content
    assert "Dit is deel 2 van 2 als HTML." in second.content
    assert "Deel 1" not in page(site, "nieuwsbrief/2026-11/").content


@pytest.mark.parametrize(
    ("days", "first", "said"),
    [
        (("2027-01-05", "2026-12-01"), "2026-11-01", ["Laatste maand: november 2026"]),
        (("2026-08-05", "2027-01-05"), "2026-11-01", ["Laatste maand: november 2026", "Maand ervoor: augustus 2026"]),
    ],
)
def test_a_date_still_to_come_hides_no_month(write, days, first, said):
    site = build(settings(write({f"lessons/n{n}.md": tip(f"k{n:05}", day=day) for n, day in enumerate(days)})))
    content = page(site, "nieuwsbrief/").content
    assert f'data-first-day="{first}" data-last-day="2026-11-30"' in content
    assert [text for text in Reader(content).texts if "aand" in text.split(":")[0] and ":" in text] == said


def test_with_dates_still_to_come_alone_the_page_has_no_period(write):
    files = {"lessons/begin-klein.md": "", "lessons/vraag-het-de-mensen.md": "", "lessons/n.md": tip("k00000", day="2027-01-05")}
    root = write(files)
    for name in ("begin-klein", "vraag-het-de-mensen"):
        (root / f"lessons/{name}.md").unlink()
    assert "data-first" not in page(build(settings(root)), "nieuwsbrief/").content


def test_a_copy_on_disk_does_not_ask_to_choose(write):
    site = build(settings(write({})))
    archive = Archive({"nieuwsbrief/2026-11/index.html"}, "https://geleerd.example/", "Een kopie.", "", site.reading.library.addresses)
    html = page(site, "nieuwsbrief/").content
    copied = "".join(Reader(archive.page("nieuwsbrief/index.html", html)).texts)
    assert ("Kies een periode" in html, "Kies een periode" in copied) == (True, False)
    assert "Per maand november 2026 2 bijdragen" in " ".join(copied.split())


def test_without_an_address_of_the_site_there_is_no_block(write):
    site = build(replace(settings(write({})), site_url=""))
    assert "<textarea" not in page(site, "nieuwsbrief/2026-11/").content


def test_the_staff_introduce_the_newsletter_and_a_month(write):
    files = {
        "content/nieuwsbrief/index.md": "---\ntitle: Ons nieuws\n---\nWelkom bij ons nieuws.\n",
        "content/nieuwsbrief/2026-11.md": "---\ntitle: Een volle maand\n---\nDit gebeurde er.\n",
    }
    site = build(settings(write(files)))
    assert site.reading.problems == ()
    assert "Welkom bij ons nieuws." in page(site, "nieuwsbrief/").content
    assert page(site, "nieuwsbrief/2026-11/").title == "Een volle maand"
    assert "Dit gebeurde er." in page(site, "nieuwsbrief/2026-11/").content


@pytest.mark.parametrize("alias", ["/nieuwsbrief/", "/nieuwsbrief/2026-11/", "/nieuwsbrief/2026-11/pagina/2/"])
def test_an_alias_cannot_take_the_place_of_the_newsletter(write, alias):
    site = reading_of(settings(write({"lessons/x.md": tip("k1aaaa", extra=f"aliases: [{alias}]\n")})))
    assert [problem.code for problem in site.problems] == ["alias-taken"]
