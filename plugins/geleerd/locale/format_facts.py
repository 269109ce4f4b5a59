"""What a work format takes, in words."""

from collections.abc import Iterator, Sequence
from typing import get_args

from geleerd.locale.catalogue import Catalogue
from geleerd.model.declarations.item_types import WorkFormat
from geleerd.model.declarations.part_types import Duration, GroupSize, Setting


def facts_in_words(fields: WorkFormat, words: Catalogue) -> str:
    """How long it takes, for how many people it is, where, and at which moment: `15 tot 35 minuten · 3 tot 20 mensen · online`."""
    return " · ".join(_facts(fields, words))


def settings_in_words(settings: Sequence[str], words: Catalogue) -> str:
    """Where it can be done, as people say it: `op locatie`, `op locatie of online`."""
    ordered = [setting for setting in get_args(Setting) if setting in settings]
    return words.value("setting", ordered[0]) if len(ordered) == 1 else words.say(f"setting-{'-'.join(ordered)}")


def _facts(fields: WorkFormat, words: Catalogue) -> Iterator[str]:
    if fields.duration and (time := _time(fields.duration, words)):
        yield time
    if fields.group_size and (people := _people(fields.group_size, words)):
        yield people
    if fields.setting:
        yield settings_in_words(fields.setting, words)
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
