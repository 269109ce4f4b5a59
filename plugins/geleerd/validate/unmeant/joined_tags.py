"""Tags that hold several words for the search, because somebody wrote them as they do elsewhere: `#samen, leren`."""

import json
import re
from collections.abc import Iterator

from geleerd.model.declarations.item_types import Item
from geleerd.model.documents import Entry
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem

_BETWEEN = re.compile(r"[,;]|(?:^|\s)#")
_PLAIN = re.compile(r"[^\W\d_][\w -]*")


def joined_tags(entry: Entry[Item]) -> Iterator[Problem]:
    """A hint for every tag that seems to hold several, or that begins with a `#`, with the lines that have each apart."""
    key = entry.document.place(("tags",))
    apart = [tuple(_tags_in(tag)) for tag in entry.fields.tags]
    for number, (tag, parts) in enumerate(zip(entry.fields.tags, apart, strict=True)):
        if _BETWEEN.search(tag):
            place = entry.document.place(("tags", number))
            whole = f"tags: [{', '.join(part for parts in apart for part in parts)}]"
            lines = (whole,) if place == key else tuple(f"  - {part}" for part in parts)
            yield Problem(place, Code.JOINED_TAGS, {"value": tag, "lines": lines})


def _tags_in(tag: str) -> Iterator[str]:
    """Each of the tags in a tag, as a file has it."""
    for part in (part.strip("# ") for part in _BETWEEN.split(tag)):
        if part:
            yield part if _PLAIN.fullmatch(part) else json.dumps(part, ensure_ascii=False)
