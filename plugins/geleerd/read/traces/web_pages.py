"""What a page of HTML tells beside what it shows: remarks in its source, and what its head says of its maker."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_TRACES
from geleerd.read.traces.programs import is_of_program

_OPENING = re.compile(
    r"<!--|<!(?!doctype\s|\[CDATA\[|\[endif\]>)|<\?(?!xml\s)|</(?=[\s\d!?])|<(?:meta|link|base)(?=[\s/])|<xml\b|<(?!o:p\b|v:|w:)[a-z]{1,9}:(?=[a-z])",
    re.IGNORECASE,
)
_OF_HEAD = re.compile(r"<(?:meta|link|base)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>", re.IGNORECASE)
_HEAD = frozenset({"<meta", "<link", "<base"})
_ATTRIBUTE = re.compile(r"([a-zA-Z-]{1,30})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SHOWN_WORDS = """
viewport description keywords robots googlebot bingbot theme-color color-scheme format-detection referrer application-name charset title
content-type content-language x-ua-compatible refresh content-security-policy google-site-verification msvalidate.01 rating language
handheldfriendly mobileoptimized apple-mobile-web-app-title apple-mobile-web-app-capable mobile-web-app-capable cache-control pragma expires
twitter:card twitter:title twitter:description twitter:image twitter:site
"""
_SHOWN = frozenset(_SHOWN_WORDS.split())
_SHOWN_BEGINNINGS = ("og:", "msapplication-")
"""What search engines, telephones and other sites show of a page."""

_AUTHORS = frozenset({"author", "creator", "dc.creator", "dcterms.creator", "article:author", "twitter:creator", "designer", "owner"})
_PROGRAMS = frozenset({"generator", "progid"})
_IN_FOLDER = re.compile(r"\bfile:/|^\s*(?:[a-z]:[\\/]|\\\\\w)", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z]{1,9}(?::[A-Za-z]{0,30})?")
_CONDITION = re.compile(
    r"\s*(?:\[if (?:(?:mso|ie|lte?|gte?|vml|true|false|support[a-z]{1,30}+)|[!()&| .\d]){1,20}+\]><!)?(?:<!\[endif\])?\s*", re.IGNORECASE
)


class Mark(NamedTuple):
    """A piece of a page that no reader sees: what it tells, and where it stands in the bytes."""

    trace: Trace
    begin: int
    end: int


def web_page_traces(data: bytes) -> Iterator[Trace]:
    """What the remarks and the head of a page tell."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Trace("unreadable")
    for mark in _marks(data):
        yield mark.trace


def plain_web_page(data: bytes) -> bytes:
    """The page without those pieces."""
    kept, position = [], 0
    for _, begin, end in _marks(data):
        kept.append(data[position:begin])
        position = end
    return b"".join((*kept, data[position:]))


def _marks(data: bytes) -> Iterator[Mark]:
    text, position, elements = data.decode("latin-1"), 0, 0  # one letter a byte, so that places in the text are places in the file
    while found := _OPENING.search(text, position):
        elements += _is_element(found)
        if elements > MOST_TRACES:  # for the end of each we look through all that is left
            raise ValueError(elements)
        meta = _OF_HEAD.match(text, found.start()) if found[0].casefold() in _HEAD else None
        position = meta.end() if meta else _end(text, found)
        trace = _of_head(_utf8(meta[1])) if meta else _beside(text, found, position)
        if trace:
            yield Mark(trace, found.start(), position)


def _utf8(text: str) -> str:
    return text.encode("latin-1").decode("utf-8", "replace")


def _is_element(found: re.Match[str]) -> bool:
    """Whether this is an element of another program."""
    return found[0][1:2].isalpha() and found[0].casefold() not in _HEAD


def _end(text: str, found: re.Match[str]) -> int:
    """Where a remark ends, or an element of another program with all that it holds."""
    if _is_element(found):
        name = _NAME.match(text, found.start() + 1)
        close = f"</{name[0]}>" if name else ">"
        end = text.find(close, found.end())
        return end + len(close) if end >= 0 else text.find(">", found.end()) + 1 or len(text)
    close = "-->" if found[0] == "<!--" else ">"
    end = text.find(close, found.end())
    return len(text) if end < 0 else end + len(close)


def _beside(text: str, found: re.Match[str], end: int) -> Trace | None:
    """What a remark says, or an element of another program."""
    if _is_element(found) or found[0].casefold() in _HEAD:
        return Trace("property", where="HTML")
    return _remark(_utf8(text[found.end() : end]))


def _remark(said: str) -> Trace | None:
    said = said.removesuffix(">").removesuffix("--").strip()
    return None if _CONDITION.fullmatch(said) or is_of_program(said) else Trace("comment", said, "HTML")


def _of_head(attributes: str) -> Trace | None:
    """What one line of a head says; None for what others show of the page, and for programs."""
    found = {key.casefold(): unescape(one or two or three).strip() for key, one, two, three in _ATTRIBUTE.findall(attributes)}
    name = next((found[key].casefold() for key in ("name", "property", "http-equiv", "itemprop") if key in found), "charset")
    text = found.get("content", "")
    if any(_IN_FOLDER.search(value) for value in found.values()):
        return Trace("path", where="HTML")
    if found.get("href", "").casefold().startswith("mailto:") or (text and name.rpartition(":")[2] in _AUTHORS):
        return Trace("author", text or found["href"], "HTML author")
    if not text or name in _SHOWN or name.startswith(_SHOWN_BEGINNINGS) or (name in _PROGRAMS and is_of_program(text)):
        return None
    return Trace("property", text, f"HTML {name}" if name in _PROGRAMS else "HTML meta")
