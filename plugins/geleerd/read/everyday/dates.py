"""Dates and moments as people write them: `9-10-2023`, `9 oktober 2023`, `oktober 2023`, `14-1-2027 13.30 uur`."""

import re

from geleerd.model.partial_dates import PartialDate
from geleerd.read.everyday.words import LONGEST_PHRASE, Word, date_words, phrases_in, telling

_DATE = r"Y|Y-nn?|Y[-.]n[-.]n|n[-.]?Y|n[-.]?n[-.]?Y|M[-.]?Y|n[-.]?M[-.]?Y|M\.?nY"
"""How dates look: `Y` a year of four digits, `n` another number, `M` the name of a month. In numbers the day comes before the month."""

_TIME = r"n[.:]n(?::n)?u?|nun?|n(?:[.:]n)?[ap]"
_SHAPE = re.compile(rf"({_DATE})(?:([-T])?({_TIME}))?")
_WITH_ZONE = re.compile(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})[ Tt][0-9]{2}:[0-9]{2}\S*(?: \S+)?\s*")
"""A moment as programs write it. Of its day nobody doubts; its time is that of some zone."""


def date_meant(text: str) -> PartialDate | None:
    """The day, month or year that somebody wrote, in any language of the catalogues; a time is left out. None for any other text."""
    of_a_program = _WITH_ZONE.fullmatch(text) if len(text) <= LONGEST_PHRASE else None
    found = _read(of_a_program[1] if of_a_program else text)
    return found[0] if found else None


def moment_meant(text: str) -> str | None:
    """The day, with its time if there is one, as files have it: `2027-01-14 13:30`. None for a text that names no day."""
    found = _read(text)
    if found is None or not found[0].day:
        return None
    return f"{found[0]} {found[1]}" if found[1] else str(found[0])


def _read(text: str) -> tuple[PartialDate, str] | None:
    if len(text) > LONGEST_PHRASE:
        return None
    words = telling(phrases_in(text.rstrip(". "), date_words()))
    shape = _SHAPE.fullmatch("".join(map(_sign, words)))
    if shape is None:
        return None
    values = [word for word in words if word.kind in "nM"]
    letters = re.sub(r"[^YnM]", "", shape[1])
    date = _date(letters, values[: len(letters)])
    time = _time(shape[3] or "", [int(word.value) for word in values[len(letters) :]])
    is_sound = date and (date.day or shape[2] != "-")  # a dash stands between a whole day and its time alone
    return (date, time) if date and is_sound and time is not None else None


def _sign(word: Word) -> str:
    """The letter of a word in the shape of a date."""
    if word.kind != "n":
        return word.kind
    return "Y" if len(word.text) == 4 else "n" if len(word.text) <= 2 else "?"


def _date(letters: str, words: list[Word]) -> PartialDate | None:
    """The date in these words: their letters say which is which. None for a day or month that does not exist."""
    parts = dict(zip(letters, words, strict=True)) if letters.count("n") < 2 else {}
    numbers = [int(word.value) for word in words]
    year = next(number for letter, number in zip(letters, numbers, strict=True) if letter == "Y")
    month: int | None
    day: int | None
    if letters in {"Ynn", "nnY"}:
        month, day = numbers[1], numbers[2 if letters == "Ynn" else 0]
    elif "M" in parts:
        month, day = int(parts["M"].value), int(parts["n"].value) if "n" in parts else None
    else:
        month, day = (int(parts["n"].value) if "n" in parts else None), None
    written = "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])
    try:
        return PartialDate.parse(written)
    except ValueError:
        return None


def _time(shape: str, numbers: list[int]) -> str | None:
    """The time as `13:30`; empty without one, None for a time that does not exist."""
    if not shape:
        return ""
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if shape[-1] in "ap":
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if shape[-1] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 and all(number < 60 for number in numbers[2:]) else None
