"""A digest as Markdown that means the same in every dialect."""

import re
from collections.abc import Iterator

from geleerd.locale.catalogue import Catalogue
from geleerd.render.newsletter.digest.contents import Digest, sections_of

_MARKS = re.compile(r"[\\`*_{}\[\]]")
"""The characters that a backslash makes literal in all dialects (CommonMark, and the first Markdown)."""

_OTHERS = str.maketrans({char: f"&#{ord(char)};" for char in "<>|~^$="} | {"&": "&amp;"})
"""The characters that are marks in some dialects alone. Other dialects would show a backslash before them; none shows an entity."""

_BEGINNING = re.compile(r"^(?:[#+\-:]|\d+(?=[.)]))")
"""The marks that work only at the beginning of a line: of a heading, a list, a definition."""


def digest_markdown(digest: Digest, catalogue: Catalogue) -> str:
    """The whole digest, with a heading of its own and one for every type."""
    return "\n".join(_lines(digest, catalogue)) + "\n"


def _lines(digest: Digest, catalogue: Catalogue) -> Iterator[str]:
    yield from (f"# {literal(digest.title)}", "", literal(digest.period))
    if not digest.lines:
        yield from ("", literal(digest.nothing))
    for section in sections_of(digest.lines, digest.types, catalogue):
        yield from ("", f"## {literal(section.name)}")
        for line in section.lines:
            yield from ("", f"**[{literal(line.title)}]({line.href})**", "", literal(line.summary))
    if digest.rest:
        yield from ("", f"[{literal(catalogue.say('digest-all', count=digest.count))}]({digest.all_href})")
    yield from ("", f"[{literal(catalogue.say('digest-home', site=digest.site_name))}]({digest.home})")


def literal(text: str) -> str:
    """A text on one line, with every mark made literal."""
    return _BEGINNING.sub(_at_beginning, _MARKS.sub(r"\\\g<0>", text.translate(_OTHERS)))


def _at_beginning(mark: re.Match[str]) -> str:
    return f"{mark[0][:-1]}&#{ord(mark[0][-1])};"
