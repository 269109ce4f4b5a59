"""What a build says at its end: one line about it, and a sentence for everything that browsers will refuse."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from geleerd.adapters.outside.site_policy import WrittenPolicy
from geleerd.locale.catalogue import Catalogue
from geleerd.reading import Reading
from geleerd.written.policy.directives import SELF
from geleerd.written.policy.hosts import LONGEST_HEADER, MOST_RULES
from geleerd.written.policy.pages import Refusal, once
from geleerd.written.redirect_limits import REDIRECT_LIMITS, passed_by, redirects_in

_REDIRECTS = "_redirects"


def summary(reading: Reading, words: Catalogue, seconds: float) -> str:
    """Items by type, networks, themes, problems and seconds, in one line."""
    shelves = reading.library.shelves
    items = ", ".join(_count(words, key, len(shelves[key][""].items)) for key in reading.library.declarations.item_types)
    problems = len(reading.problems)
    return words.console(
        "build-summary",
        items=items,
        networks=_count(words, "network", len(shelves["network"])),
        themes=_count(words, "theme", len(shelves["theme"])),
        problems=words.console("problems", count=problems) if problems else words.console("no-problems"),
        seconds=f"{seconds:.1f}",
    )


def redirects_sentences(site: Path, words: Catalogue) -> Iterator[str]:
    """A sentence for every host that reads fewer redirects. Nothing of ours is lost: every old address is a page that leads on as well."""
    file = site / _REDIRECTS
    found = redirects_in(file.read_text(encoding="utf-8", errors="replace") if file.is_file() else "")
    for host in passed_by(found):
        most = REDIRECT_LIMITS[host]
        yield words.console(
            "redirects-too-many",
            host=host,
            most=most.count,
            found=found.count,
            longest=most.longest,
            length=found.longest,
            kilobytes=most.size // 1024,
            size=-(-found.size // 1024),
        )


def _count(words: Catalogue, key: str, count: int) -> str:
    return words.console("count-of", count=count, name=words.type_name(key, plural=count != 1).lower())


def policy_sentences(written: WrittenPolicy, words: Catalogue) -> Iterator[str]:
    """A sentence for every kind of thing that browsers will refuse, and one for a `_headers` that not every host reads."""
    for refusal, pages in once(written.refused):
        facts = {"page": refusal.page, "line": refusal.line, "what": refusal.what[:200], "directive": refusal.directive}
        more = words.console("policy-pages", count=pages)
        if refusal.is_attribute:
            yield words.console("policy-attribute", **facts, pages=more)
        else:
            yield words.console("policy-address", **facts, source=_source(refusal), pages=more)
    if written.rules > MOST_RULES or written.longest > LONGEST_HEADER:
        yield words.console("policy-too-long", most=MOST_RULES, rules=written.rules, longest=LONGEST_HEADER, found=written.longest)


def _source(refusal: Refusal) -> str:
    """The source that would allow an address, as `mkdocs.yml` has it."""
    there = urlsplit(refusal.what)
    if there.netloc:
        return f"{there.scheme or 'https'}://{there.netloc}"
    return f"'{there.scheme}:'" if there.scheme else f'"{SELF}"'
