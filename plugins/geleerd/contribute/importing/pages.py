"""What the place of a file elsewhere says: which page it is, what it is called, and the day in its name."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

_ENDINGS = (".erb", ".html", ".htm", ".md", ".markdown", ".mdx")
"""What generators put behind the name of a page, also one after another, as in `vraag.html.md.erb`."""

_OF_FOLDER = frozenset({"index", "_index", "readme"})
"""Names of files that stand for their folder."""

_ADDRESS_FIELDS = ("permalink", "url", "redirect_from", "aliases")
"""Fields in which generators let a page say its own address, and former ones."""

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)")
_BETWEEN_WORDS = re.compile(r"[\s_-]+")
_NUMBERED = re.compile(r"\A\d{1,3}[.)_\s-]+(?=\D)")


def page_at(path: str) -> str:
    """The page that a file, or an address without its host, stands for: without endings, and the folder for its index."""
    folder, name = posixpath.split(path.rstrip("/"))
    stem = _stem(name)
    return (folder or "/" if folder or path.startswith("/") else ".") if stem.casefold() in _OF_FOLDER else posixpath.join(folder, stem)


@dataclass(frozen=True, slots=True)
class PageName:
    """The name of a page: that of its file without the day before it, or of its folder; with the day, if there is one."""

    name: str
    day: str = ""
    folder: str = ""

    @classmethod
    def of(cls, path: str, root: str) -> Self:
        """The name that a path gives; `folder` is empty for what lies in the root of the collection itself."""
        page = page_at(path)
        folder, name = posixpath.split(page)
        dated = _DATED.fullmatch(name)
        return cls(dated[2] if dated else name, dated[1] if dated else "", "" if root in (folder, page) else posixpath.basename(folder))

    @property
    def title(self) -> str:
        """The name as a title: words with spaces between them, without a number before them."""
        words = _BETWEEN_WORDS.sub(" ", _NUMBERED.sub("", self.name)).strip()
        return words[:1].upper() + words[1:]


def addresses_of(fields: Mapping[str, object], called: PageName) -> tuple[str, ...]:
    """The addresses that a page had on its former site, as far as it says: those of Jekyll and Hugo, and that of a dated post."""
    said = [value for key in _ADDRESS_FIELDS for value in _listed(fields.get(key))]
    dated = [f"/{called.day.replace('-', '/')}/{called.name}"] if called.day else []
    return tuple(dict.fromkeys(page_at(value) for value in (*said, *dated) if isinstance(value, str) and value.startswith("/")))


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, (list, tuple)) else (value,)


def _stem(name: str) -> str:
    while (ending := next((ending for ending in _ENDINGS if name.casefold().endswith(ending)), None)) and name.casefold() != ending:
        name = name[: -len(ending)]
    return name
