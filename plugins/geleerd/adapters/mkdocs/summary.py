"""One line about a build."""

from geleerd.locale.catalogue import Catalogue
from geleerd.pipeline import Reading


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


def _count(words: Catalogue, key: str, count: int) -> str:
    return words.console("count-of", count=count, name=words.type_name(key, plural=count != 1).lower())
