"""Where the links of a file lead after files and addresses got other names."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath
from geleerd.relate.places.spelling import alias_address, alias_of
from geleerd.texts.body_links import file_meant
from geleerd.texts.wiki_links import name_key

_PARTS = re.compile(r"([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class NewNames:
    """Everything that has another name after an action.

    `files` are files by their old path, `names` slugs and ids by target and old name, `addresses` pages by their old address, `called` what
    stands between double brackets. Links to the `silent` files lose their anchor: nothing of their headings is left.
    """

    files: Mapping[SourcePath, SourcePath] = Frozen()
    names: Mapping[tuple[str, str], str] = Frozen()
    addresses: Mapping[Address, Address] = Frozen()
    called: Mapping[str, str] = Frozen()
    silent: frozenset[str] = frozenset()

    @property
    def signs(self) -> tuple[str, ...]:
        """Words of which a text must have one, in whatever case, to be about any of these."""
        stems = (posixpath.basename(path).removesuffix(".md") for path in (*self.files, *self.silent))
        found = (*stems, *(name for _, name in self.names), *self.called, *(page.strip("/") for page in self.addresses))
        return tuple(dict.fromkeys(word.casefold() for word in found if word))

    def address(self, written: str) -> str | None:
        """The path from the root of the site that an old one means now; None for one that stays."""
        page = alias_address(written)
        old = max((old for old in self.addresses if page.startswith(old)), key=len, default=None)
        return None if old is None else alias_of(Address(self.addresses[old] + page.removeprefix(old)))

    def wiki(self, written: str) -> str | None:
        """What stands between double brackets now; None for a name that stays."""
        name, sign, heading = written.partition("#")
        new = self.called.get(name_key(name))
        return f"{new}{sign}{heading}" if new else None


@dataclass(frozen=True, slots=True)
class TargetsFrom:
    """The targets of links in a file that stood at `old` and stands at `new`."""

    old: SourcePath
    new: SourcePath
    names: NewNames

    def __call__(self, target: str) -> str | None:
        """The new target of a link; None when it stays as it was written."""
        parts = _PARTS.fullmatch(target)
        if parts is None or not parts[1] or not _is_within(target):
            return None
        path, query, anchor = parts[1], parts[2] or "", parts[3] or ""
        if path.startswith("/"):
            return self._from_root(path, query, anchor)
        found = self.file(path)
        silent = anchor and file_meant(self.old, path) in self.names.silent
        return None if found is None and not silent else f"{found or path}{query}{'' if silent else anchor}"

    def file(self, path: str) -> str | None:
        """The new relative path of a file; None when it stays as it was written."""
        wanted = SourcePath(file_meant(self.old, path))
        moved = self.names.files.get(wanted, wanted)
        if moved == wanted and posixpath.dirname(self.old) == posixpath.dirname(self.new):
            return None
        new = posixpath.relpath(moved, posixpath.dirname(self.new))
        new = quote(new) + ("/" if path.endswith("/") else "")
        return None if new == path else new

    def _from_root(self, path: str, query: str, anchor: str) -> str | None:
        page = path.strip("/")
        if anchor and page in self.names.silent:
            return f"{self.names.address(path) or path}{query}"
        new, asked = self.names.address(path), _asked(query, self.names.names)
        return None if new is None and asked == query else f"{new or path}{asked}{anchor}"


def _asked(query: str, names: Mapping[tuple[str, str], str]) -> str:
    """The query of a search with the present names of what it asks for."""
    for (target, old), new in names.items():
        query = re.sub(rf"(?<=[?&]){re.escape(target)}={re.escape(old)}(?=&|$)", f"{target}={new}", query)
    return query


def _is_within(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return not (parts.scheme or parts.netloc)
