"""What a build advises its owner, as information: what is still as it was in a new knowledge base."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from geleerd.locale.catalogue import Catalogue
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
    if files := [item.path for item in library.collection.items if _is_of_starter(item.document.tree, words)]:
        more = ["…"] if len(files) > _MOST_NAMED else []
        yield words.console("advice-examples", files=", ".join([*files[:_MOST_NAMED], *more]))


def _is_of_starter(tree: object, words: Catalogue) -> bool:
    sources = tree.get("sources") if isinstance(tree, dict) else None
    told = words.console("init-source")
    return isinstance(sources, list) and any(isinstance(source, dict) and source.get("title") == told for source in sources)
