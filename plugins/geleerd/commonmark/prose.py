"""The words on each line of a text, as its readers see them: without code, HTML and the targets of links."""

from collections import defaultdict
from functools import lru_cache

from comrak import Code, HtmlInline, LineBreak, Text

from geleerd.commonmark.parsing import Dialect, nodes, parse

_GAPS = (Code, HtmlInline, LineBreak)


@lru_cache(maxsize=16)
def prose_lines(text: str) -> tuple[tuple[int, str], ...]:
    """The lines with words, each with its number, counted from 0; none of a text that nobody could read."""
    tree = parse(text, Dialect.BODY)
    lines: dict[int, list[str]] = defaultdict(list)
    for node in nodes(tree) if tree else ():
        value = node.node_value
        if isinstance(value, Text):
            lines[node.sourcepos.start.line - 1].append(value.value)
        elif isinstance(value, _GAPS):
            lines[node.sourcepos.start.line - 1].append(" ")
    return tuple((number, "".join(parts)) for number, parts in lines.items())
