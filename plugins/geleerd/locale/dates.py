"""Dates in words, no more precise than they are."""

import datetime
from functools import lru_cache

from geleerd.model.partial_dates import PartialDate


@lru_cache(maxsize=20_000)
def in_words(date: PartialDate | datetime.date, language: str) -> str:
    """A day, month or year in a language, as Babel writes it."""
    from babel.dates import format_date  # noqa: PLC0415  # few commands print a date, and its import takes as long as they do

    if isinstance(date, PartialDate) and not date.day:
        return format_date(date.first_day, "LLLL y", locale=language) if date.month else str(date.year)
    return format_date(date.first_day if isinstance(date, PartialDate) else date, "d MMMM y", locale=language)
