"""What a text in a knowledge base says of itself, read as the check and the build read it: its id, its title and the files it shows."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import partial
from urllib.parse import unquote

from geleerd.commonmark.html import convert_body
from geleerd.model.documents import Document, File
from geleerd.model.frozen import Frozen
from geleerd.model.limits import LARGEST_TEXT
from geleerd.model.strings import ItemId, SourcePath
from geleerd.read.decode import decode
from geleerd.read.front_matter import read_page
from geleerd.written.site_links import links_of_page

SHORTEST_TITLE = 12
"""Characters of a title by which other texts are searched; a shorter one stands in texts that are about something else."""

_TITLE = re.compile(r"^title:[ \t]{0,9}[\"']?(.{12,300}?)[\"']?[ \t]{0,9}\r?$", re.MULTILINE)
_BESIDE = re.compile(
    r"\]\(<?([^()<>\s#?]{1,200})|^[ \t-]{0,20}\{?[ \t]{0,9}file:[ \t]{0,9}[\"']?([^\"',}\r\n]{1,200})|\bsrc=[\"']?([^\"'#?>\s]{1,200})"
    r"|^[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]{0,9}<?([^\s<>]{1,200})",
    re.MULTILINE,
)
"""Files in a text that nobody can read as it is meant, such as one with a broken front matter."""

_ALERTS: Mapping[str, str] = Frozen(dict.fromkeys(("note", "tip", "important", "warning", "caution"), ""))


def is_of_item(item_id: ItemId, path: str, data: bytes) -> bool:
    """Whether a text is that of an item, in whatever way YAML allows to write its id. An escape needs a closer look too."""
    name = item_id.encode()
    if re.search(rb"^id:[ \t]{0,9}[\"']?%b[\"']?[ \t]{0,9}\r?$" % name, data, re.MULTILINE):
        return True
    if not path.lower().endswith(".md") or not (name in data or b"\\" in data[: data.find(b"\n---", 4)]):
        return False
    document = _document(path, data)
    return document is not None and (document.tree or {}).get("id") == item_id


def title_of(path: str, data: bytes) -> bytes:
    """The title of a text; empty when it is too short to look for."""
    document = _document(path, data)
    written = (document.tree or {}).get("title") if document else None
    if isinstance(written, str):
        return written.strip().encode() if len(written.strip()) >= SHORTEST_TITLE else b""
    found = _TITLE.search(data.decode("utf-8", "replace"))
    return found[1].encode() if found else b""


def files_told(path: str, data: bytes) -> frozenset[str]:
    """The paths, from the root, of the files that a text shows or links to; with all else that its fields could name."""
    document = _document(path, data)
    if document is None or document.tree is None:
        said = [next(filter(None, groups)) for groups in _BESIDE.findall(data.decode("utf-8", "replace"))]
    else:
        fields = [*_texts(document.tree)]
        said = [*fields, *(target for text in (document.body.text, *fields) for target in _targets(text))]
    return frozenset(filter(None, map(partial(_from_root, path), said)))


def _document(path: str, data: bytes) -> Document | None:
    """A Markdown file as the build reads it; None for anything else, and for what is no text."""
    text = decode(data, path)[0] if path.lower().endswith(".md") and len(data) <= LARGEST_TEXT else None
    return None if text is None else read_page(File(SourcePath(path), len(data), text))[0]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, (list, tuple)):
        yield from (text for part in value for text in _texts(part))


def _targets(text: str) -> Iterator[str]:
    """Where the links and pictures of a text lead; what stands between double brackets counts as the name of a file."""
    if not any(sign in text for sign in "[<"):
        return
    converted = convert_body(text, _ALERTS, lambda name: name)
    if converted is None:
        yield from (next(filter(None, groups)) for groups in _BESIDE.findall(text))
        return
    yield from (link.target for link in converted.links)
    yield from (link.address for piece in converted.pieces for link in links_of_page(piece.html).links)


def _from_root(path: str, written: str) -> str:
    """The path that a text means; empty for an address elsewhere, and for another text."""
    name = unquote(re.split("[#?]", written.strip(), maxsplit=1)[0])
    if not name or "\n" in name or "://" in name or name.startswith("/") or name.lower().endswith(".md"):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
