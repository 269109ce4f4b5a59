"""What a site is made of, whatever program writes it to disk."""

from collections.abc import Mapping
from dataclasses import dataclass

from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.documents import Entry, ItemEntry, is_item
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in a body, and the headings under it."""

    title: str
    anchor: str
    level: int
    children: tuple["Heading", ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads somewhere; `note` says more where there is room."""

    name: str
    href: str
    note: str | None = None


Feeds = Mapping[Address, tuple[Link, ...]]
"""The links to the feeds of what is new, by the page that has them: the name of the format, the file, and its whole address."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site. `content` is the HTML of its article; the frame around it is the host's.

    `source` is the file that "improve this page" opens, `markdown` its body as written, `subject` the item or frame entry that the page
    is about; a withdrawn item is nobody's subject, since nothing is said of it any more. `hidden` pages are not for crawlers. `feeds` are
    the links to the feeds of what is new here. `head` holds extra elements for the head of the document, `breadcrumbs` the pages above it
    as it shows them. `front_matter` is plain data for other plugins of the host; nothing of the product reads it.
    """

    address: Address
    title: str
    description: str
    content: str
    source: SourcePath | None = None
    markdown: str = ""
    subject: ItemEntry | Entry[FrameEntry] | None = None
    hidden: bool = False
    feeds: tuple[Link, ...] = ()
    head: str = ""
    headings: tuple[Heading, ...] = ()
    breadcrumbs: tuple[Link, ...] = ()
    front_matter: Mapping[str, object] = Frozen()

    @property
    def item(self) -> ItemEntry | None:
        """The item that the page is about; None for another page."""
        return self.subject if self.subject and is_item(self.subject) else None


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of the site that is written whole, such as a redirect. `path` is from the root of the site."""

    path: str
    content: str | bytes


@dataclass(frozen=True, slots=True)
class Asset:
    """An image or document. `content` is None when the file can be copied as it is."""

    path: str
    source: SourcePath
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class ShareImage:
    """What the picture beside a link says; each text may be empty. `colour`, of its band and kind, is a token or as `#1d6042`."""

    colour: str
    kind: str
    title: str
    networks: str
    site: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that takes time to draw. `key` stands for what its file will hold: whoever kept it under that key need not draw it."""

    path: str
    key: str
    image: ShareImage


Artefact = Page | TextFile | Asset | Drawing
