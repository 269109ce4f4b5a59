"""What a text in a PDF says: a program's words, somebody's name, or nothing that can be read."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from geleerd.model.documents import Trace
from geleerd.read.traces.documents.pdf.rules import WORDS
from geleerd.read.traces.names import is_plain, tells_somebody
from geleerd.read.traces.paths import is_local_path
from geleerd.read.traces.programs import KNOWN_WORDS

_PIECES = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])")
"""The words of a name such as `DefaultRGB` or `Text_box1`."""

_OF_PROGRAM = re.compile(r"^pgf@|^FormXob\.(?=[0-9a-f]{32}$)|(?<![0-9a-f])[0-9a-f]{32}$")
"""How LaTeX and ReportLab begin the names of what they draw, and a key behind it."""

_LETTERS = re.compile(r"[^\W\d_]+")
_PERSONAL_FOLDER = re.compile(r"/personal/\w|-my\.sharepoint|/users/\w|/home/\w", re.IGNORECASE)
_TO_SOMEBODY = {"mailto", "tel", "sms"}
_OF_EVERY_LIST: Final = ("resources", "colours", "fields", "layers", "sections")
_READABLE = bytes(range(32, 127)) + b"\r\n\t"
_LONGEST_LABEL = 200
_LONGEST_UNKNOWN = 3
"""Letters of a name that no list needs to know."""


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text that somebody can read."""
    written = data.replace(b"\0", b"")
    return len(written) < 4 or len(written.translate(None, _READABLE)) > 0.1 * len(written)


def knows(text: str, *lists: str) -> bool:
    """Whether every word of a text stands in one of these lists, is that of a program, or is one of the language that nobody is called."""
    if all(len(word) == 1 or _is_listed(word.casefold(), lists) for word in _PIECES.findall(text)):
        return not tells_somebody(text)
    return len(text) <= _LONGEST_LABEL and is_plain(text)


def _is_listed(word: str, lists: tuple[str, ...]) -> bool:
    return word in KNOWN_WORDS or any(word in WORDS[name] for name in lists)


def is_short(text: str) -> bool:
    """Whether a name is one that programs make: a few letters, with numbers."""
    text = _OF_PROGRAM.sub("", text)
    return any(all(map(_is_known_or_short, words.findall(text))) for words in (_LETTERS, _PIECES))


def _is_known_or_short(word: str) -> bool:
    return len(word) <= _LONGEST_UNKNOWN or word.casefold() in WORDS["resources"]


def names_somebody(text: str) -> bool:
    """Whether a text that nobody sees may have the name of a person in it, an address or a path."""
    text = _OF_PROGRAM.sub("", text)
    return tells_somebody(text) and not all(_is_listed(word.casefold(), _OF_EVERY_LIST) for word in _PIECES.findall(text) if len(word) > 1)


def address_traces(address: str) -> Iterator[Trace]:
    """What the address of a link tells: a place on the web, nothing; nor whom its reader may mail or call. A folder or a password, that."""
    parts = urlsplit(address.strip())
    if is_local_path(address) or parts.scheme == "file" or address.strip().startswith("../") or _PERSONAL_FOLDER.search(unquote(address)):
        yield Trace("path", where="PDF")
    elif parts.scheme in {"http", "https"}:
        if "@" in parts.netloc:
            yield Trace("property", where="PDF URI")
    elif parts.scheme not in _TO_SOMEBODY and (parts.scheme or "@" in address):
        yield Trace("property", unquote(parts.path or address), "PDF URI")
