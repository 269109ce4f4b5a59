"""What a site is made of, whatever program writes it to disk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site. `content` is the HTML of its article; the frame around it is the host's.

    `source` is the file that "improve this page" opens, `markdown` its body as written, `head` extra elements for the head of
    the document, `meta` plain data for whoever looks at the page from outside, `breadcrumbs` the pages above it as it shows them.
    """

    address: Address
    title: str
    description: str
    content: str
    source: SourcePath | None = None
    markdown: str = ""
    head: str = ""
    headings: tuple[Heading, ...] = ()
    meta: Mapping[str, object] = Frozen()
    breadcrumbs: Sequence[Link] = ()


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
class Drawing:
    """A file that takes time to make. `key` stands for what it will hold, so that whoever kept it under that key need not `draw` it."""

    path: str
    key: str
    draw: Callable[[], bytes] = field(compare=False, repr=False)


Artefact = Page | TextFile | Asset | Drawing
