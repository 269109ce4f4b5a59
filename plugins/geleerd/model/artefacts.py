"""The artefacts that a site is made of, whatever program writes them to disk, and what those are made from that templates show."""

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
    """A link and the words that show it; `note` says more where there is room."""

    name: str
    href: str
    note: str | None = None


Feeds = Mapping[Address, tuple[Link, ...]]
"""The links to the feeds of what is new, by the page that has them: the name of the format, the file, and its whole address."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A template and all that it shows, by the names that the template has for it."""

    template: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site. `shown` is its article, `content` the HTML of that once it is made; the frame around it is the host's.

    `markdown_at` are the paths where the article also stands as Markdown.
    `source` is the file that "improve this page" opens, `markdown` its body as written, `subject` the item or frame entry that the page
    is about; a withdrawn item is the subject of no page, since its page tells nothing about it any more. Crawlers skip `hidden` pages.
    `feeds` are the links to the feeds of what is new on this page. `head` holds extra elements for the head of the document,
    `breadcrumbs` the pages above this one, as the page shows them. `front_matter` is plain data for other plugins of the host; the
    product itself never reads it.
    """

    address: Address
    title: str
    description: str
    shown: Shown
    source: SourcePath | None = None
    markdown: str = ""
    subject: ItemEntry | Entry[FrameEntry] | None = None
    hidden: bool = False
    feeds: tuple[Link, ...] = ()
    head: str = ""
    headings: tuple[Heading, ...] = ()
    breadcrumbs: tuple[Link, ...] = ()
    front_matter: Mapping[str, object] = Frozen()
    markdown_at: tuple[str, ...] = ()
    content: str = ""

    @property
    def item(self) -> ItemEntry | None:
        """The item that the page is about; None for another page."""
        return self.subject if self.subject and is_item(self.subject) else None


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text file of the site, complete, such as a redirect. `path` starts at the root of the site."""

    path: str
    content: str | bytes


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A text file of the site that a template shows, such as a redirect."""

    path: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class Asset:
    """An image or document. `content` is None when the file can be copied as it is."""

    path: str
    source: SourcePath
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class ShareImage:
    """The words of the picture beside a shared link; each may be empty. `colour` colours its band and kind: a token, or `#1d6042`.

    `detail` is a sentence below the title. `drawing` is the name of a drawing of the package, or of the icon of a type.
    """

    colour: str
    kind: str
    title: str
    networks: str
    site: str
    detail: str = ""
    drawing: str = ""


@dataclass(frozen=True, slots=True)
class ScaledPhotograph:
    """A photograph in so many columns: its file, and a digest of the bytes of that file."""

    source: SourcePath
    digest: str
    width: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that takes time to draw, for the page of the file `source`. Drawings with one `key` are the same: one is enough."""

    path: str
    key: str
    image: ShareImage | ScaledPhotograph
    source: SourcePath | None = None


Artefact = Page | TextFile | Asset | Drawing
