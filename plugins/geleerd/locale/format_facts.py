"""What a work format takes, in words."""

from collections.abc import Iterator

from geleerd.locale.catalogue import Catalogue
from geleerd.model.declarations.item_types import WorkFormat
from geleerd.model.declarations.part_types import Duration, GroupSize


def facts_in_words(fields: WorkFormat, words: Catalogue) -> str:
    """How long it takes, for how many people it is, where, and at which moment: `15 tot 35 minuten · 3 tot 20 mensen · online`."""
    return " · ".join(_facts(fields, words))


def _facts(fields: WorkFormat, words: Catalogue) -> Iterator[str]:
    if fields.duration and (time := _time(fields.duration, words)):
        yield time
    if fields.group_size and (people := _people(fields.group_size, words)):
        yield people
    if fields.setting:
        yield ", ".join(words.value("setting", place) for place in fields.setting)
    if fields.phase:
        yield words.value("phase", fields.phase)


def _time(duration: Duration, words: Catalogue) -> str:
    numbers = _span(duration.min, duration.max, words)
    unit = words.value("unit", duration.unit, duration.max or duration.min or 2)
    return f"{numbers} {unit}" if numbers else unit if duration.unit == "ongoing" else ""


def _people(size: GroupSize, words: Catalogue) -> str:
    if size.min and size.max:
        numbers = _span(size.min, size.max, words)
    elif size.max:
        numbers = words.say("at-most", count=size.max)
    else:
        numbers = words.say("at-least", count=size.min) if size.min else ""
    return f"{numbers} {words.say('people')}" if numbers else ""


def _span(least: int | None, most: int | None, words: Catalogue) -> str:
    if least and most and least != most:
        return words.say("from-to", start=least, end=most)
    return str(least or most or "")
