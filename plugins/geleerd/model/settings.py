"""The input of a build beside the files: the owner's options, and what the host knows."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.elsewhere.other_bases import Kept, OtherBase
from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath

ForgeKind = Literal["github", "gitlab", "forgejo"]

DEFAULT_LANGUAGE = "nl"
"""The language of a site whose owner chooses none, and of the starter for a new knowledge base."""


SCHEMA: Final = 2
"""The form of files that this version writes. 1: that of the first release; 2: a source stands in the list of sources."""


class SchemaVersion:
    """Marks an option that tells the form of the files: none that this version does not know."""


class SiteLanguage:
    """Marks an option that names a language: one that has a catalogue."""


class SiteAddress:
    """Marks an option that is the address of a whole site."""


class SubscriptionPlace:
    """Marks an option that says where people subscribe: a web or mail address. Reading the option turns it into a link."""


class Mailboxes:
    """Marks an option that lists mail addresses, and domains for all addresses in them. Reading the option writes them in lower case."""


class PolicySources:
    """Marks an option that says what else pages may load and run: lists of sources by directive (Content Security Policy Level 3)."""


class WordsToFill:
    """Marks an option with words by name, each of one line, for pages to say."""


class OtherBases:
    """Marks an option that lists knowledge bases elsewhere, each with a name and where its records are."""


class OwnLook:
    """Marks an option with colours, letters, a logo and menus. Reading the option checks that every text stands out on every ground."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The owner's own logo, by the path of its file on the site, and of another for the dark palette where that needs one.

    With an `alt` it stands for the name of the site and says so; without, it stands beside that name.
    Its size in pixels is known once the file has been found.
    """

    file: str
    dark: str = ""
    alt: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A link of the menu or of the footer: its words, and an address of the site, of the web or of a mailbox."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Look:
    """Colours by the names of their tokens, as `#rrggbb`, in the light and the dark palette, and the families of letters, as CSS has them.

    Whatever is not here is as in the package. `menu` and `footer` are those of every page.
    """

    light: Mapping[str, str] = Frozen()
    dark: Mapping[str, str] = Frozen()
    font: str = ""
    logo: Logo | None = None
    menu: tuple[MenuEntry, ...] = ()
    footer: tuple[MenuEntry, ...] = ()


OUR_LOOK = Look()
"""The look of the package."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a knowledge base lies: its root on disk, and the paths of its two folders from there, with forward slashes."""

    root: Path
    lessons: str = "lessons"
    content: str = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options that an owner sets for the plugin `geleerd` in `mkdocs.yml`. Options are declared here and nowhere else."""

    schema: Annotated[int, SchemaVersion] = 1
    """The form of the files: `geleerd upgrade` writes what it made of them. A version that knows only older forms refuses to build."""

    lessons_dir: str = "lessons"
    """The folder with items, from the folder of `mkdocs.yml`."""

    desk: str = ""
    """The desk's mailbox, to which readers and contributors write. Without it, pages offer no mail."""

    repository: str = ""
    """The page of the repository at the forge, where people propose a change. Without it, only the desk's mailbox is offered."""

    forge: ForgeKind = "github"
    """The kind of that forge."""

    branch: str = "main"
    """The branch to which people propose a change."""

    newsletter: Annotated[str, SubscriptionPlace] = ""
    """Where people subscribe to the newsletter: a web or mail address. Without it, no page offers a subscription."""

    own_mailboxes: Annotated[tuple[str, ...], Mailboxes] = ()
    """Addresses of the owner that belong to no person, and domains with only such addresses: the check takes them for no personal data."""

    policy: Annotated[Mapping[str, tuple[str, ...]], PolicySources] = Frozen()
    """What pages may load and run beside what the strict policy allows, for what an owner adds to them."""

    look: Annotated[Look, OwnLook] = OUR_LOOK
    """The colours, letters, logo and menus of the site, where they differ from those of the package."""

    federate: Annotated[tuple[OtherBase, ...], OtherBases] = ()
    """Knowledge bases elsewhere whose items stand among ours, as cards that lead there. `geleerd federate` fetches them; no build does."""

    fill: Annotated[Mapping[str, str], WordsToFill] = Frozen()
    """What the staff's own pages say where they name it as `{{ name }}`, by name; an empty text is still to be filled in."""

    cards: bool = True
    """Whether every item gets a picture that others show beside a link to it."""

    first_url: Annotated[str, SiteAddress] = ""
    """The site's first address, if it moved to another domain: programs then know the entries of feeds and calendars that they have."""

    executor: str = ""
    """What gives the `concurrent.futures.Executor` that makes pages, as `module:name`. Without it, processes of this computer do."""

    language: Annotated[str, SiteLanguage] = DEFAULT_LANGUAGE
    """The language of the interface, of problems and of the words in addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Options):
    """The options of a knowledge base, and all else that its site depends on: no stage reads a clock, git or the host's own settings."""

    root: Path
    """The folder of `mkdocs.yml`."""

    content_dir: str = "content"
    """The folder with the frame entries and the staff pages, from there."""

    today: datetime.date
    """The day of the build."""

    site_name: str = "Geleerd"

    site_url: str = ""
    """The URL of the site; empty when the owner set none."""

    overrides: tuple[Path, ...] = ()
    """The owner's own folders with templates, which win over the product's."""

    changed: Mapping[SourcePath, datetime.date] = Frozen()
    """The day on which each file last changed, for the files whose day is known."""

    elsewhere: tuple[Kept, ...] = ()
    """What there is of the knowledge bases elsewhere, in the order of the owner."""

    declarations: Declarations = DECLARATIONS
    """The types of item and of frame entry of the knowledge base."""

    @property
    def folders(self) -> Folders:
        """The folders of its files."""
        return Folders(self.root, self.lessons_dir, self.content_dir)

    @property
    def words_to_fill(self) -> Mapping[str, str]:
        """The words by the names that a page of the staff may write between braces; an empty text for what the owner has still to say."""
        return Frozen({"desk": self.desk, "site_name": self.site_name, "site_url": self.site_url, **self.fill})

    @property
    def nobodys_mailboxes(self) -> tuple[str, ...]:
        """The mailboxes that belong to no person: those of the owner, and that of the desk, which every page may name."""
        return (*self.own_mailboxes, self.desk) if self.desk else self.own_mailboxes

    @property
    def identity(self) -> str:
        """The address that identifies the entries of feeds and calendars. It stays the same when the site moves (RFC 4287, 4.2.6)."""
        return self.first_url or self.site_url
