"""Divides lists into pages, so that no page grows without bound."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from geleerd.model.strings import Address
from geleerd.model.urls import relative

PER_PAGE = 24
"""Items on one page of a list."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pager:
    """The position of a page in a list of pages, and the links to its neighbours; `numbers` are all pages to link to."""

    number: int
    total: int
    previous: str | None
    next: str | None
    numbers: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list: its entries, its number and its address."""

    entries: tuple[T, ...]
    number: int
    address: Address


def sheets(entries: Sequence[T], address: Callable[[int], Address], *, first: int = 1, per_page: int = PER_PAGE) -> tuple[Sheet[T], ...]:
    """The pages of a list, numbered from `first`; an empty list gives one page."""
    starts = range(0, max(len(entries), 1), per_page)
    return tuple(Sheet(tuple(entries[start : start + per_page]), first + n, address(first + n)) for n, start in enumerate(starts))


def weighed_sheets(
    entries: Sequence[T], address: Callable[[int], Address], weight: Callable[[T], int], per_page: int
) -> tuple[Sheet[T], ...]:
    """The pages of a list in which some entries take more lines than others: as many on each as have `per_page` lines together."""
    pages: list[list[T]] = [[]]
    lines = 0
    for entry in entries:
        lines += (here := weight(entry))
        if lines > per_page and pages[-1]:
            pages.append([])
            lines = here
        pages[-1].append(entry)
    return tuple(Sheet(tuple(page), number, address(number)) for number, page in enumerate(pages, start=1))


def pager(number: int, total: int, address: Callable[[int], Address]) -> Pager:
    """The links between the pages of a list. `total` is the number of the last page."""
    here = address(number)

    def link(page: int) -> str:
        return relative(here, address(page))

    near = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
    return Pager(
        number=number,
        total=total,
        previous=link(number - 1) if number > 1 else None,
        next=link(number + 1) if number < total else None,
        numbers=tuple((page, link(page)) for page in near),
    )
