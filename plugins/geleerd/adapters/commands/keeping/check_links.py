"""`geleerd links`: finds the links of a built site that lead nowhere, inside the site and, when asked, on other sites."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geleerd import __version__
from geleerd.adapters.commands.printable import printable
from geleerd.adapters.outside.web.visitor import STATES, UNANSWERED, UNASKED, Answer, Visitor
from geleerd.adapters.outside.web.visits import Remembered, read_memory, still_valid, write_memory
from geleerd.locale.catalogue import Catalogue
from geleerd.written.site_links import WrittenSite


@dataclass(frozen=True, slots=True)
class Round:
    """How to ask other sites: the file with earlier answers, for how many days these count, and the most addresses to ask."""

    day: date
    cache: Path | None = None
    days: int = 14
    limit: int = 500


@dataclass(frozen=True, slots=True)
class LinksOutcome:
    """The answers for the addresses on other sites; `waiting` are those over the limit, which were not asked.

    `silence`: not one of the asked sites answered, so the network may be down.
    """

    answers: Mapping[str, Answer]
    waiting: int
    silence: bool


def inward_lines(site: WrittenSite, words: Catalogue) -> tuple[str, ...]:
    """A line for every broken link inside the site: page, line, address, and a sentence that says what is wrong and what to do."""
    return tuple(
        words.console(
            "links-broken",
            page=found.page,
            line=found.link.line,
            address=printable(found.link.address),
            why=words.console(f"links-{found.why}"),
        )
        for found in site.broken_links()
    )


def ask_others(site: WrittenSite, asking: Round) -> LinksOutcome:
    """Ask other sites for the addresses that pages link to. When it stops early, it keeps the answers until then.

    Raises `ValueError` when the cache cannot be understood and `OSError` when it cannot be written, both before anybody is asked.
    """
    wanted = site.outward()
    memory = read_memory(asking.cache) if asking.cache else {}
    memory = {address: found for address, found in memory.items() if address in wanted}
    known = still_valid(memory, asking.day, asking.days)
    unknown = sorted(set(wanted) - set(known), key=lambda address: (address in memory, address))
    visitor = Visitor(f"geleerd/{__version__}" + (f" (+{site.site_url})" if site.site_url else ""))
    answers: dict[str, Answer] = {}
    with _kept(memory, asking.cache):
        for address, answer in visitor.visit(unknown[: asking.limit]):
            answers[address] = answer
            memory[address] = Remembered(answer, asking.day)
    statuses = {answer.status for answer in answers.values()}
    silence = bool(statuses & UNANSWERED) and statuses <= UNANSWERED | UNASKED
    answers |= {address: found.answer for address, found in known.items()}
    return LinksOutcome({address: answers[address] for address in sorted(answers)}, max(0, len(unknown) - asking.limit), silence)


@contextmanager
def _kept(memory: Mapping[str, Remembered], cache: Path | None) -> Iterator[None]:
    """Write the answers at the end, and once at the beginning, to find out early that the file cannot be written."""
    if cache:
        write_memory(cache, memory)
    try:
        yield
    finally:
        if cache:
            write_memory(cache, memory)


def outward_lines(site: WrittenSite, outcome: LinksOutcome, words: Catalogue) -> Iterator[str]:
    """The lines about addresses on other sites: first those that are gone, then those that moved or gave no answer, then a count."""
    pages = site.outward()
    for state in STATES:
        found = {address: answer for address, answer in outcome.answers.items() if answer.state == state}
        if found:
            yield words.console(f"links-{state}", count=len(found))
        for address, answer in found.items() if state != "ok" else ():
            yield words.console(
                "links-outward", address=printable(address), status=_status(answer, words), pages=_pages(pages[address], words)
            )
            if answer.moved_to:
                yield words.console("links-moved-to", address=printable(answer.moved_to))
    if outcome.silence:
        yield words.console("links-silence")
    if outcome.waiting:
        yield words.console("links-waiting", count=outcome.waiting)


def _status(answer: Answer, words: Catalogue) -> str:
    return answer.status if answer.status.isdigit() else words.console(f"links-status-{answer.status}")


def _pages(pages: tuple[str, ...], words: Catalogue) -> str:
    first, *others = pages
    return first if not others else words.console("links-pages", page=first, count=len(others))
