"""The former names of entries, from their aliases, so that somebody who still uses an old name hears the new one."""

from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from geleerd.locale.catalogue import catalogues
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.documents import Frame, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.urls import PERMALINKS

FormerNames = Mapping[str, Mapping[str, str]]
"""The present slug or id by the old one, for every target of a reference: a frame type, or `item`."""


def former_names(frame: Frame, items: Iterable[ItemEntry], declarations: Declarations = DECLARATIONS) -> FormerNames:
    """The former names of all targets of references."""
    found = {
        kind: _former(((e.slug, e.fields.aliases) for e in entries.values()), _words(kind, declarations)) for kind, entries in frame.items()
    }
    return Frozen({**found, "item": _former(((item.fields.id, item.fields.aliases) for item in items), {PERMALINKS})})


def _words(kind: str, declarations: Declarations) -> set[str]:
    """The words for a type in addresses, in all languages: the site may have had another language when an alias was written."""
    return {words.word(kind) for words in catalogues(declarations)}


def _former(entries: Iterable[tuple[str, tuple[str, ...]]], words: set[str]) -> Mapping[str, str]:
    parts = ((name, unquote(alias).removesuffix("index.html").strip("/").split("/")) for name, aliases in entries for alias in aliases)
    return Frozen({old[1]: name for name, old in parts if len(old) == 2 and old[0] in words})
