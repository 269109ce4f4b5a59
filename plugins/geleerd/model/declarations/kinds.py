"""The kinds of field that a declaration uses: which values a kind accepts, and what they mean to the stages."""

import datetime
import re
from typing import Annotated
from urllib.parse import unquote, urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from geleerd.model.declarations.marks import InSchema, Markdown, Prose, Spelling
from geleerd.model.limits import LONGEST_FIELD, MOST_ENTRIES
from geleerd.model.partial_dates import PartialDate
from geleerd.model.problem_codes import Code
from geleerd.model.strings import ID_PATTERN, ItemId, slug_from
from geleerd.model.urls import sound_url


def _custom(code: str, **parameters: object) -> PydanticCustomError:
    # The message is never shown: the catalogue holds the sentences, in every language.
    return PydanticCustomError(code, "see the catalogue", parameters)


def _partial_date(value: object) -> object:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise _custom(Code.BAD_DATE, value=str(value)[:80])
    try:
        return PartialDate.parse(value)
    except ValueError:
        raise _custom(Code.BAD_DATE, value=str(value)) from None


def _day(value: object) -> object:
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value).strip())
    except ValueError:
        raise _custom(Code.BAD_DAY, value=str(value)) from None


_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::\d{2})?)?")


def _moment(value: object) -> object:
    match = _MOMENT.fullmatch(str(value).strip())
    if match is None or not _exists(match[0]):
        raise _custom(Code.BAD_MOMENT, value=str(value))
    return " ".join(part for part in match.groups() if part)


def _exists(moment: str) -> bool:
    try:
        datetime.datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        raise _custom(Code.BAD_URL, value=value) from None
    if parts.scheme not in {"http", "https"} or not parts.netloc or re.search(r"[\s<>\"\\]", value):
        raise _custom(Code.BAD_URL, value=value)
    return sound_url(value)


_SITE_PATH = re.compile(r"/(?:[\w.~%+-]+/)*(?:[\w.~%+-]+/?)?")


_QUERY = re.compile(r"[\w.~%+=&,:*-]+", re.ASCII)


def _is_segment(segment: str) -> bool:
    """Whether one segment of a path is a plain name once it is decoded."""
    return 0 < len(segment) <= 100 and segment not in {".", ".."} and not re.search(r'[\\\x00-\x1f\x7f<>"|?*:]', segment)


def _site_path(value: str) -> str:
    segments = unquote(value).strip("/").split("/")
    if not _SITE_PATH.fullmatch(value) or not all(_is_segment(segment) for segment in segments):
        raise _custom(Code.BAD_PATH, value=value)
    return value


def _site_page(value: str) -> str:
    path, asked, query = value.partition("?")
    if asked and not _QUERY.fullmatch(query):
        raise _custom(Code.BAD_PATH, value=value)
    return _site_path(path) + asked + query


def _tag(value: str) -> str:
    # A few rare letters have no Latin spelling, so a tag of those alone would have no address.
    if not slug_from(value):
        raise _custom(Code.BAD_TAG, value=value)
    return value


def _yes_no(value: object) -> object:
    return {"ja": True, "nee": False}.get(str(value).strip().lower(), value)


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    for number, value in enumerate(values):
        if value in values[:number]:
            raise _custom(Code.REPEATED_VALUE, value=value)
    return values


POINT_MARK = r"(?:[-*+]\s+|[•·–]\s*|\d{1,2}[.)]\s+)(?:\[[ xX]\]\s+)?"
"""What people write before a point of a list, as an expression, for scripts as well: `- `, `• `, `1. `."""

_GOES_ON = re.compile(rf"\n[ \t]{{2,}}(?=\S)(?!{POINT_MARK})")
"""The beginning of a line that goes on with the point above it: it is indented, and nothing stands before it."""


def as_points(value: object) -> object:
    """The points in a text with one on each line, or in a list, without what stands before them."""
    if isinstance(value, str):
        return [point for line in _GOES_ON.sub(" ", value).splitlines() if (point := _point(line))]
    return [_point(point) or point if isinstance(point, str) else point for point in value] if isinstance(value, list) else value


def _point(line: str) -> str:
    return re.sub(rf"^{POINT_MARK}", "", f"{line.strip()} ").strip()


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_FIELD), Prose(), Markdown()]
"""A text in Markdown, without headings and images; a blank line starts a paragraph."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
"""A short plain text: a name, a label, a place."""

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=90)]
Summary = Annotated[str, StringConstraints(strip_whitespace=True, min_length=20, max_length=300), Prose()]
Tag = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60),
    Spelling(Code.BAD_TAG, r"[\s\S]*[^\W_][\s\S]*"),
    AfterValidator(_tag),
    InSchema(r"[^\s!-/:-@\[-`{-~]", number=True),  # something other than spaces and signs
]

Texts = Annotated[tuple[Text, ...], Field(max_length=MOST_ENTRIES)]
"""A YAML list of texts."""

Points = Annotated[Texts, BeforeValidator(as_points, json_schema_input_type=str | Texts)]
"""A list of texts, or one text with a point on each line."""

Lines = Annotated[tuple[Line, ...], Field(max_length=MOST_ENTRIES)]
Slugs = Annotated[tuple[Line, ...], AfterValidator(_distinct), Field(max_length=MOST_ENTRIES), InSchema(unique=True)]
"""References to other entries. A later stage, which knows all entries, checks that they exist."""

Tags = Annotated[tuple[Tag, ...], AfterValidator(_distinct), Field(max_length=30), InSchema(unique=True)]

# How dates look. Whether a day exists (2023-02-30) is for the code.
_M, _D = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"

AnyDate = Annotated[
    PartialDate,
    BeforeValidator(_partial_date),
    WithJsonSchema({"type": ["string", "integer"], "pattern": rf"^\s*[0-9]{{4}}(-{_M}(-{_D})?)?\s*$", "minimum": 1000, "maximum": 9999}),
]
"""A day, a month or a year, quoted or not."""

Day = Annotated[
    datetime.date,
    BeforeValidator(_day),
    # Python reads every form of ISO 8601, such as 20261122 and 2026-W47-7.
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": rf"^\s*[0-9]{{4}}(-{_M}-{_D}|{_M}{_D}|-?W[0-9]{{2}}(-?[1-7])?)\s*$",
            "minimum": 10000101,
            "maximum": 99991231,
        }
    ),
]
"""A day: `2026-11-22`."""

Moment = Annotated[
    str,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "pattern": rf"^\s*[0-9]{{4}}-{_M}-{_D}([ T][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}})?)?\s*$"}),
]
"""A day with or without a time, as `2026-11-22` or `2026-11-22 13:30`."""

Identifier = Annotated[
    ItemId,
    StringConstraints(strip_whitespace=True),
    Spelling(Code.BAD_ID, ID_PATTERN),
    InSchema(rf"^\s*{ID_PATTERN}\s*$"),
]
Url = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=2000),
    AfterValidator(_url),
    InSchema(r"^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s<>\"\\/?#][^\s<>\"\\]*\s*$"),
]
"""A web address: http or https, nothing else ever becomes a link."""

SitePath = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=300),
    AfterValidator(_site_path),
    InSchema(r"^\s*/[^\s/?#\\][^\s?#\\]*\s*$"),
]
"""A path on this site that starts with a slash: `/lessen/oude-naam/`."""

SitePage = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=300),
    AfterValidator(_site_page),
    InSchema(r"^\s*/[^\s/?#\\][^\s?#\\]*(?:\?[A-Za-z0-9_.~%+=&,:*-]+)?\s*$"),
]
"""A path on this site, and what somebody asks there: `/werkvormen/?minutes=30`."""

SitePaths = Annotated[tuple[SitePath, ...], Field(max_length=MOST_ENTRIES)]

_LICENSE = r"[A-Za-z0-9]+(?:[.+-][A-Za-z0-9]+)*\+?"
License = Annotated[
    str, StringConstraints(strip_whitespace=True), Spelling(Code.BAD_LICENSE, _LICENSE), InSchema(rf"^\s*{_LICENSE}\s*$", number=True)
]

_LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
LanguageTag = Annotated[
    str, StringConstraints(strip_whitespace=True), Spelling(Code.BAD_LANGUAGE, _LANGUAGE), InSchema(rf"^\s*{_LANGUAGE}\s*$")
]

Count = Annotated[int, Field(ge=1, le=1_000_000)]
Flag = Annotated[bool, BeforeValidator(_yes_no)]
