"""What a knowledge base is built with, beside its files: what the owner sets, and what the host knows."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath

ForgeKind = Literal["github", "gitlab", "forgejo"]

SiteLanguage = Literal["nl", "en"]
"""The languages with a complete catalogue."""


class SiteAddress:
    """Marks an option that is the address of a whole site."""


class SubscriptionPlace:
    """Marks an option that says where people subscribe: an address of the web or of a mailbox, as a link once it is read."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a knowledge base lies: its root on disk, and its two folders from there, with forward slashes."""

    root: Path
    lessons: str = "lessons"
    content: str = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What an owner sets for the plugin `geleerd` in `mkdocs.yml`. An option is made here and nowhere else."""

    lessons_dir: str = "lessons"
    """The folder with items, from the folder of `mkdocs.yml`."""

    desk: str = ""
    """The desk's mailbox: where readers and contributors write to. Without it, pages offer no mail."""

    repository: str = ""
    """The page of the repository at the forge, where people propose a change. Without it, only the desk's mailbox is offered."""

    forge: ForgeKind = "github"
    """What kind of forge that is."""

    branch: str = "main"
    """The branch that a change is proposed to."""

    newsletter: Annotated[str, SubscriptionPlace] = ""
    """Where people subscribe to the newsletter: an address of the web or of a mailbox. Without it, no page offers to."""

    cards: bool = True
    """Whether every item gets a picture that others show beside a link to it."""

    first_url: Annotated[str, SiteAddress] = ""
    """Where the site stood first, if it moved to another domain: feeds and calendars go on knowing what people have from them already."""

    language: SiteLanguage = "nl"
    """The language of the interface, of problems and of the words in addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Options):
    """The options of a knowledge base, and what else its site depends on: nothing below reads a clock, git or the host's own settings."""

    root: Path
    """The folder of `mkdocs.yml`."""

    content_dir: str = "content"
    """The folder with the frame and the staff's own pages, from there."""

    today: datetime.date
    """The day of the build."""

    site_name: str = "Geleerd"

    site_url: str = ""
    """Where the site stands; empty when nobody knows yet."""

    overrides: tuple[Path, ...] = ()
    """The owner's own folders with templates, which win over the product's."""

    changed: Mapping[SourcePath, datetime.date] = Frozen()
    """The day on which each file last changed, where that is known."""

    declarations: Declarations = DECLARATIONS
    """The types of item and of frame entry that it has."""

    @property
    def folders(self) -> Folders:
        """Where its files lie."""
        return Folders(self.root, self.lessons_dir, self.content_dir)

    @property
    def identity(self) -> str:
        """The address under which others know the entries of feeds and calendars. It stays when the site moves (RFC 4287, 4.2.6)."""
        return self.first_url or self.site_url
