"""The list of items that a knowledge base publishes (`api/v1/items.json`) as values: only what its schema allows, and only text."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urljoin

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from geleerd.model.characters import HIDDEN, TURNING, without_unseen
from geleerd.model.elsewhere.other_bases import ForeignItem
from geleerd.model.frozen import Frozen
from geleerd.model.limits import MOST_FOREIGN_ITEMS
from geleerd.model.strings import ID_PATTERN, SLUG_PATTERN

_LONGEST_TITLE, _LONGEST_SUMMARY, _LONGEST_NAME, _LONGEST_ADDRESS, _MOST_NAMED, _MOST_NETWORKS = 300, 1_000, 200, 1_000, 100, 5

_Address = Annotated[str, StringConstraints(min_length=1, max_length=_LONGEST_ADDRESS)]
_Name = Annotated[str, StringConstraints(min_length=1, max_length=_LONGEST_NAME)]
_Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG_PATTERN}$", max_length=200)]
_WEB = re.compile(r"https?://[^\s\\<>\"']+")
"""Without signs that end it in a page; that all its signs show is asked beside it (`_is_web`)."""


class RefusedListError(Exception):
    """A list of which nothing can be taken over; `why` is a word for what is wrong with it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _Line(BaseModel):
    """What is read of an item in the list; all else is passed over, as the standard asks of readers."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", defer_build=True)

    id: Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$")]
    type: _Slug
    title: Annotated[str, StringConstraints(min_length=1, max_length=_LONGEST_TITLE)]
    summary: Annotated[str, StringConstraints(min_length=1, max_length=_LONGEST_SUMMARY)]
    date: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    url: _Address
    language: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=35)]
    license: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    themes: Annotated[list[_Slug], Field(max_length=_MOST_NAMED)] = []
    cites: Annotated[list[_Address], Field(max_length=_MOST_NAMED)] = []
    networks: Annotated[list[_Name], Field(max_length=_MOST_NAMED)] = []


class _Network(BaseModel):
    """What is read of a network in the list of networks."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", defer_build=True)

    slug: _Slug
    name: _Name


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items that can be taken over, by id, and how many cannot."""

    items: tuple[ForeignItem, ...]
    refused: int


def read_json(data: bytes) -> object:
    """What a JSON text holds. Raises `RefusedListError` for anything else."""
    try:
        found: object = json.loads(data)
    except (ValueError, RecursionError):
        raise RefusedListError("html" if data.lstrip()[:1] == b"<" else "no-json") from None
    return found


def network_names(lines: object) -> Mapping[str, str]:
    """The names of the networks in their list, by slug. What is wrong in it has no name: an item can do without."""
    found = (_network(line) for line in lines[:MOST_FOREIGN_ITEMS]) if isinstance(lines, list) else ()
    return Frozen({network.slug: _text(network.name) for network in found if network})


def item_list(lines: object, site: str, networks: Mapping[str, str] | None = None) -> ItemList:
    """The items in a list of lines, for the site on which they must all lie. Raises `RefusedListError`.

    `networks` are the names of networks by the slugs in the lines; without it, the lines have the names.
    """
    if not isinstance(lines, list):
        raise RefusedListError("no-list")
    if len(lines) > MOST_FOREIGN_ITEMS:
        raise RefusedListError("too-many")
    found = [item for line in lines if (item := _item(line, site, networks))]
    if lines and not found:
        raise RefusedListError("no-items")
    if _occur_twice(item.id for item in found) or _occur_twice(item.url for item in found):
        raise RefusedListError("one-id")
    return ItemList(tuple(sorted(found, key=lambda item: item.id)), len(lines) - len(found))


def changed_ids(before: Iterable[ForeignItem], now: Iterable[ForeignItem]) -> bool:
    """Whether an address now has another id than before: ids never change, so one of the two lists is wrong."""
    known = {item.url: item.id for item in before}
    return any(known.get(item.url, item.id) != item.id for item in now)


def _item(line: object, site: str, networks: Mapping[str, str] | None) -> ForeignItem | None:
    try:
        read = _Line.model_validate(line)
        url = urljoin(site, read.url)
    except (ValidationError, ValueError):
        return None
    title, summary = _text(read.title), _text(read.summary)
    if not (title and summary and _is_below(url, site) and _is_day(read.date)):
        return None
    cites = tuple(dict.fromkeys(address for address in read.cites if _is_web(address)))
    told = (_text(name) if networks is None else networks.get(name) for name in read.networks)
    return ForeignItem(
        id=read.id,
        type=read.type,
        title=title,
        summary=summary,
        date=read.date or "",
        url=url,
        language=read.language,
        license=_text(read.license),
        themes=tuple(read.themes),
        cites=cites,
        networks=tuple(dict.fromkeys(filter(None, told)))[:_MOST_NETWORKS],
    )


def _network(line: object) -> _Network | None:
    try:
        return _Network.model_validate(line)
    except ValidationError:
        return None


def _is_below(url: str, site: str) -> bool:
    """Whether an address lies on a site, however a browser reads it."""
    return url.startswith(site) and _is_web(url) and "%2e" not in url.lower() and "/../" not in f"{url}/"


def _is_web(address: str) -> bool:
    """Whether a text is an address that any file can hold: a control, say, would end a feed."""
    return address.isprintable() and _WEB.fullmatch(address) is not None


def _is_day(written: str | None) -> bool:
    try:
        return not written or bool(date.fromisoformat(written))
    except ValueError:
        return False


def _text(written: str) -> str:
    """A text of one line, without what no reader sees."""
    return " ".join(HIDDEN.sub("", TURNING.sub("", without_unseen(written))).split())


def _occur_twice(values: Iterable[str]) -> bool:
    return any(count > 1 for count in Counter(values).values())
