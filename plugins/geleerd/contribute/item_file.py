"""Writes an item as the text of a file. The form in the browser writes the same bytes.

Values are texts, whole numbers, truth values, lists and mappings; empty values are left out. `clean` cleans every text, and reading
the file always gives the cleaned text back.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import dropwhile

from geleerd.model.characters import without_unseen

_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KEY = re.compile(r"[a-z][a-z0-9_-]*")
_NOT_TEXT = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
"""Words that YAML 1.1 readers do not read as text."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n?")
_HIDDEN = "\u2028\u2029\ufeff"
_NO_BLOCK = re.compile(rf"\A |\x20$|[{_HIDDEN}]", re.MULTILINE)
_ESCAPED = re.compile(rf'([\\"\n{_HIDDEN}])([\u0300-\u036f]*)')
"""An accent after an escape is escaped too: reading composes characters (NFC) and would join it with the last letter of the escape."""


def item_file(fields: Mapping[str, object], body: str = "") -> str:
    """The text of a file with these fields, in this order, and this body.

    Keys are written unchanged. Raises `ValueError` for two things that no declaration has: a key that YAML could read differently,
    and a list in a list.
    """
    story = _story(body)
    return "\n".join(["---", *block(fields), "---", *(["", story] if story else []), ""])


def block(fields: Mapping[str, object]) -> Iterator[str]:
    """The lines of YAML for these fields."""
    for key, value in fields.items():
        if (kept := _kept(value)) is not None:
            yield from _entry(key, kept, "")


def clean(text: str) -> str:
    """A text in composed Unicode, without unseen characters and outer space, with a line feed at the end of each line."""
    return _readable(text).replace("\t", " ").strip(" \n")


def _readable(text: str) -> str:
    text = _LINE_END.sub("\n", _SURROGATE.sub("\ufffd", text))
    return unicodedata.normalize("NFC", without_unseen(text))


def _story(body: str) -> str:
    """The body without blank lines at its beginning and end. Tabs stay, since they have a meaning in Markdown."""
    lines = list(dropwhile(_is_blank, _readable(body).split("\n")))
    return "\n".join(reversed(list(dropwhile(_is_blank, reversed(lines)))))


def _is_blank(line: str) -> bool:
    return not line.strip(" \t")


def _kept(value: object) -> object:
    """The value with its texts cleaned, without empty values; None when nothing is left."""
    if isinstance(value, str):
        return clean(value) or None
    if isinstance(value, Mapping):
        return {key: kept for key, part in value.items() if (kept := _kept(part)) is not None} or None
    if isinstance(value, (list, tuple)):
        return [kept for part in value if (kept := _kept(part)) is not None] or None
    return value


def _entry(key: str, value: object, indent: str) -> Iterator[str]:
    if not _KEY.fullmatch(key):
        raise ValueError(f"{key!r} is not a key")
    if isinstance(value, dict):
        yield f"{indent}{key}:"
        for inner, part in value.items():
            yield from _entry(inner, part, f"{indent}  ")
    elif isinstance(value, list) and all(isinstance(part, str) and _is_plain(part) for part in value):
        yield f"{indent}{key}: [{', '.join(value)}]"
    elif isinstance(value, list):
        yield f"{indent}{key}:"
        for part in value:
            yield from _element(part, f"{indent}  ")
    else:
        yield from _scalar(f"{indent}{key}:", value, f"{indent}  ")


def _element(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, list):
        raise ValueError("a list in a list")  # noqa: TRY004  # the type is right, its place is wrong
    if not isinstance(value, dict):
        yield from _scalar(f"{indent}-", value, f"{indent}  ")
        return
    lines = [line for key, part in value.items() for line in _entry(key, part, f"{indent}  ")]
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _scalar(before: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, bool):
        yield f"{before} {str(value).lower()}"
    elif isinstance(value, int):
        yield f"{before} {value}"
    elif _is_plain(text := str(value)):
        yield f"{before} {text}"
    elif "\n" in text and not _NO_BLOCK.search(text):
        yield f"{before} |-"
        yield from (f"{indent}{line}" if line else "" for line in text.split("\n"))
    else:
        yield f'{before} "{_ESCAPED.sub(_escape, text)}"'


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and text not in _NOT_TEXT


def _escape(match: re.Match[str]) -> str:
    return "".join(_escaped(character) for character in match[0])


def _escaped(character: str) -> str:
    short = {"\\": "\\\\", '"': '\\"', "\n": "\\n"}.get(character)
    return short or f"\\u{ord(character):04x}"
