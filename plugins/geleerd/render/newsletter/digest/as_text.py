"""A digest as plain text, in lines that every mail program shows whole."""

from collections.abc import Iterator
from textwrap import wrap

from geleerd.locale.catalogue import Catalogue
from geleerd.render.newsletter.digest.contents import Digest, sections_of

WIDTH = 72
"""Characters in a line (RFC 3676 advises at most 78); only a link may be longer, since a broken link leads nowhere."""


def digest_text(digest: Digest, catalogue: Catalogue) -> str:
    """The whole digest. No line begins with a contributor's text, since mail programs give a meaning to some beginnings."""
    return "\n".join(_lines(digest, catalogue)) + "\n"


def _lines(digest: Digest, catalogue: Catalogue) -> Iterator[str]:
    yield from _wrapped(digest.title)
    yield from _wrapped(digest.period)
    if not digest.lines:
        yield from ("", *_wrapped(digest.nothing))
    for section in sections_of(digest.lines, digest.types, catalogue):
        yield from ("", section.name, "-" * len(section.name))
        for line in section.lines:
            yield from ("", *_wrapped(line.title, "- ", "  "), *_wrapped(line.summary, "  ", "  "), f"  {line.href}")
    if digest.rest:
        yield from ("", catalogue.say("digest-all", count=digest.count), digest.all_href)
    yield from ("", *_wrapped(catalogue.say("digest-home", site=digest.site_name)), digest.home)


def _wrapped(text: str, first: str = "", others: str = "") -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
