"""Other knowledge bases: which ones an owner names, and what was learned there, as it was when somebody fetched it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from geleerd.model.frozen import Frozen
from geleerd.model.strings import Slug, SourcePath, slug_from

FETCHED: Final = "federated"
"""The folder beside `mkdocs.yml` with one file of each knowledge base elsewhere. `geleerd federate` writes it, and a build reads it."""

API_ROOT: Final = "api/v1/"
"""Where a knowledge base publishes its records, from the root of its site."""


@dataclass(frozen=True, slots=True)
class OtherBase:
    """A knowledge base elsewhere: its name, where its records come from, and the address of its site, below which all its items lie.

    `origin` is the web address of its records, or a file or folder. `themes` are the slugs of our themes by those of its own, where they
    differ.
    """

    name: str
    origin: str
    site: str
    themes: Mapping[str, str] = Frozen()

    @property
    def slug(self) -> Slug:
        """The word for it in names of files and in addresses of searches."""
        return slug_from(self.name)

    @property
    def path(self) -> SourcePath:
        """The file with what was fetched from it."""
        return SourcePath(f"{FETCHED}/{self.slug}.json")


@dataclass(frozen=True, slots=True)
class ForeignItem:
    """What a knowledge base elsewhere says of one of its items: plain text, and an address on its own site.

    `cites` are the web addresses of its sources: the permalink of an item of ours says that the same was learned there. `networks` are the
    names of the networks that learned it.
    """

    id: str
    type: str
    title: str
    summary: str
    date: str
    url: str
    language: str
    license: str
    themes: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was learned at a knowledge base elsewhere on the day on which it was fetched.

    `failing_since` is the day since which fetching fails: what there is stays, and is as old as `fetched` says.
    """

    base: OtherBase
    fetched: datetime.date
    items: tuple[ForeignItem, ...]
    failing_since: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What there is of a knowledge base elsewhere: a snapshot, nothing yet, or a file that nobody can read (`is_broken`)."""

    base: OtherBase
    snapshot: Snapshot | None = None
    is_broken: bool = False
