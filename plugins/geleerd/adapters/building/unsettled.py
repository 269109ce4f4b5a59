"""What a build advises its owner, as information: what is still as it was in a new knowledge base."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from geleerd.locale.catalogue import Catalogue
from geleerd.model.declarations.frame_types import SourceEntry
from geleerd.model.settings import Settings
from geleerd.relate.library import Library

_MOST_NAMED = 3


def unsettled(library: Library, settings: Settings, words: Catalogue) -> Iterator[str]:
    """A sentence on an address that is an example, one on a desk without a mailbox, and one on examples that are online."""
    host = urlsplit(settings.site_url).hostname or ""
    if host.endswith(".example") or host in {"example.com", "example.org", "example.net"}:  # reserved by RFC 2606
        yield words.console("advice-address", value=settings.site_url)
    if not settings.desk:
        yield words.console("advice-desk")
    starter = words.console("init-source")
    names = {slug: entry.fields.shown_name for slug, entry in library.collection.frame[SourceEntry.KEY].items()}
    if files := [item.path for item in library.collection.items if starter in _sources_in(item.document.tree, names)]:
        more = ["…"] if len(files) > _MOST_NAMED else []
        yield words.console("advice-examples", files=", ".join([*files[:_MOST_NAMED], *more]))


def _sources_in(tree: object, names: Mapping[str, str]) -> Iterator[object]:
    """The names of the sources that a file gives: by their code, or spelled out."""
    sources = tree.get("sources") if isinstance(tree, dict) else None
    for source in sources if isinstance(sources, list) else ():
        yield source.get("title") if isinstance(source, dict) else names.get(str(source))
