"""An item for generators that know no types and fields: the same words, as Markdown with headings and lists."""

import re
from collections.abc import Callable, Iterator

import yaml

from benchmarks.corpus.corpus import Item

SITE_NAME, SITE_URL = "Proef", "https://proef.example/"
_LINK = re.compile(r"\(item:(\d+)\)")


def linked(body: str, address: Callable[[int], str]) -> str:
    """A body with the addresses of the items that it links to."""
    return _LINK.sub(lambda link: f"({address(int(link[1]))})", body)


def plain(item: Item, address: Callable[[int], str]) -> str:
    """The summary of an item, its fields by heading, and its body, in Markdown without the title."""
    told = (f"## {key}\n\n{_told(value)}\n" for key, value in item.fields.items() if key not in {"id", "aliases"})
    return "\n".join([f"{item.summary}\n", *told, linked(item.body, address)])


def _told(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(f"- {_in_line(each)}" for each in value)
    return _in_line(value)


def _in_line(value: object) -> str:
    return ", ".join(f"{key}: {_in_line(each)}" for key, each in value.items()) if isinstance(value, dict) else str(value)


def front_matter(fields: object) -> str:
    """Front matter in YAML between its lines."""
    return f"---\n{in_yaml(fields)}---\n"


def in_yaml(value: object) -> str:
    """A value as people write YAML: in blocks."""
    return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)


def beside(item: Item, folder: str) -> Iterator[tuple[str, bytes]]:
    """The files beside an item, in a folder."""
    for name, content in item.files.items():
        yield f"{folder}/{name}", content
