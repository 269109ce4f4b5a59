"""Every file of a site, read as programs read it: whatever is no words of ours is a fault."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import comrak
import feedparser
from defusedxml import ElementTree
from icalendar import Calendar
from playwright.sync_api import Browser

RULES = (Path(__file__).parent / "rules.js").read_text(encoding="utf-8")
SITE = "https://geleerd.example/"

_PROPERTIES = {
    *(
        "VERSION",
        "PRODID",
        "CALSCALE",
        "METHOD",
        "NAME",
        "X-WR-CALNAME",
        "X-WR-TIMEZONE",
        "REFRESH-INTERVAL",
        "X-PUBLISHED-TTL",
        "SOURCE",
        "URL",
        "UID",
        "DTSTAMP",
    ),
    *("DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "LAST-MODIFIED"),
}
_FORMULA = re.compile(r"\s*[=+@\uff1d\uff0b\uff20]|\s*-(?!\s*\d)|[\t\r\n]")

Reader = Callable[[str, str], Iterator[str]]


def read(site: Path, browser: Browser) -> tuple[Counter[str], list[str]]:
    """What was read, by kind, and the faults, each with its file."""
    page = browser.new_page()
    counts: Counter[str] = Counter()

    def of_html(html: str, address: str) -> Iterator[str]:
        counts["pieces of HTML"] += 1
        yield from page.evaluate(f"([html, address]) => ({RULES})(html, address)", [html, address])

    readers: dict[str, Reader] = {
        ".html": of_html,
        ".xml": lambda text, at: _xml(text, at, of_html, counts),
        ".json": lambda text, at: _json(text, at, of_html),
        ".ics": lambda text, _: _calendar(text, counts),
        ".csv": lambda text, _: _table(text, counts),
        ".md": lambda text, at: _markdown(text, at, of_html),
    }
    faults = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not name.startswith(("pagefind/", "assets/")) and (reader := readers.get(path.suffix)):
            counts[path.suffix] += 1
            faults += [f"{name}: {fault}" for fault in _told(reader, path.read_bytes().decode(), f"{SITE}{name}")]
    faults += _redirects(site, counts)
    page.close()
    return counts, faults


def _told(reader: Reader, text: str, address: str) -> list[str]:
    try:
        return list(reader(text, address))
    except (ValueError, SyntaxError) as error:
        return [f"cannot be read: {error!r:.200}"]


def _xml(text: str, address: str, of_html: Reader, counts: Counter[str]) -> Iterator[str]:
    root = ElementTree.fromstring(text)
    if root.tag.endswith("urlset"):
        yield from (f"foreign: {node.text}" for node in root.iter() if node.tag.endswith("}loc") and not (node.text or "").startswith(SITE))
        return
    feed = feedparser.parse(text, sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo:
        yield f"no feed: {feed.bozo_exception!r:.200}"
    for entry in feed.entries:
        counts["entries of feeds"] += 1
        yield from (f"foreign: {link.href}" for link in entry.get("links", []) if not link.href.startswith(SITE))
        yield from (fault for content in entry.get("content", []) for fault in of_html(content.value, address))


def _json(text: str, address: str, of_html: Reader) -> Iterator[str]:
    value = json.loads(text)
    if isinstance(value, dict) and "jsonfeed.org" in str(value.get("version", "")):
        yield from (fault for entry in value["items"] for fault in of_html(entry.get("content_html", ""), address))


def _calendar(text: str, counts: Counter[str]) -> Iterator[str]:
    calendar = Calendar.from_ical(text)
    counts["events"] += len(calendar.walk("VEVENT"))
    names = {name for part in calendar.walk() for name in part}
    yield from (f"property {name}" for name in sorted(names - _PROPERTIES))
    yield from ("a line without its carriage return" for line in text.split("\n")[:-1] if not line.endswith("\r"))


def _table(text: str, counts: Counter[str]) -> Iterator[str]:
    for delimiter in (",", ";"):
        for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter):
            counts["cells"] += len(row)
            yield from (f"formula behind {delimiter}: {cell:.100}" for cell in row if _FORMULA.match(cell))


def _markdown(text: str, address: str, of_html: Reader) -> Iterator[str]:
    extensions = comrak.ExtensionOptions(table=True, strikethrough=True, tasklist=True, autolink=True, footnotes=True, alerts=True)
    yield from of_html(comrak.markdown_to_html(text, extensions, render_options=comrak.RenderOptions(unsafe_=True)), address)


def _redirects(site: Path, counts: Counter[str]) -> Iterator[str]:
    for name, line_of in {"_redirects": r"/\S* /\S* 30[12]", "redirects.map": r'"/[^"\s]*" /[^;\s]*;'}.items():
        for line in filter(None, (site / name).read_text(encoding="utf-8").split("\n")):
            counts[name] += 1
            if not re.fullmatch(line_of, line) or re.match(r"\S+ /[/\\]", line):
                yield f"{name}: {line:.200}"
