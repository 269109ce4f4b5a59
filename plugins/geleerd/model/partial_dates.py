"""Dates as precise as their source: a day, a month or a year."""

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Self

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month (`day` is 0) or a year (`month` and `day` are 0). A less precise date sorts before a more precise one."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """The date written as `2023-10-09`, `2023-10` or `2023`.

        Raises `ValueError` when the text has another form or the day does not exist.
        """
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part or 0) for part in match.groups())
        datetime.date(year, month if match[2] else 1, day if match[3] else 1)
        return cls(year, month, day)

    @classmethod
    def of(cls, day: datetime.date) -> Self:
        """The same day as a partial date."""
        return cls(day.year, day.month, day.day)

    @property
    def first_day(self) -> datetime.date:
        """The first day that the date can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The last day that the date can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """The date in the notation of ISO 8601, with no more precision than it has."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)
