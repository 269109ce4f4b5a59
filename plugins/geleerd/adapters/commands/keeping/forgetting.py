"""Every place where the words of an item live, now and in the history of the files."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from geleerd.adapters.commands.keeping.git_history import TEXTS, Version, holding, place_in, versions, versions_read
from geleerd.adapters.outside.site_files import files_below, is_real_file
from geleerd.model.strings import ItemId

_TITLE = re.compile(rb"^title:[ \t]{0,9}[\"']?(.{12,300}?)[\"']?[ \t]{0,9}$", re.MULTILINE)
_BESIDE = re.compile(
    rb"\]\(<?([^()<>\s#?]{1,200})|^[ \t-]{0,20}\{?[ \t]{0,9}file:[ \t]{0,9}[\"']?([^\"',}\n]{1,200})|\bsrc=[\"']([^\"'#?]{1,200})",
    re.MULTILINE,
)
_LARGEST = 20_000_000
"""Bytes of the largest file that is searched."""


@dataclass(frozen=True, slots=True)
class Lives:
    """Where the words of an item live. Paths are those of the knowledge base; those of the history, of its repository."""

    files: tuple[str, ...]
    attachments: tuple[str, ...]
    mentions: tuple[str, ...]
    online: tuple[str, ...]
    kept: tuple[str, ...]
    past: tuple[str, ...] = ()
    past_mentions: tuple[str, ...] = ()
    commits: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether anything is left of it."""
        return bool(self.files or self.mentions or self.online or self.past or self.past_mentions)


@dataclass(frozen=True, slots=True)
class _Signs:
    """By what an item is known: the line with its id, its permalink and id in other texts, the names of its files, and its titles."""

    own: re.Pattern[bytes]
    others: re.Pattern[bytes]


def lives_of(item_id: ItemId, root: Path, folders: Iterable[str], site: Path, *, with_history: bool) -> Lives:
    """Where an item lives. Raises `GitError` when its history is asked for and git keeps none."""
    now = dict(_texts(root, folders))
    past = versions(root) if with_history else ()
    words = versions_read(root, past) if with_history else {}
    own = re.compile(rb"^id:[ \t]{0,9}[\"']?%b[\"']?[ \t]{0,9}\r?$" % item_id.encode(), re.MULTILINE)
    holders = [version for version in past if own.search(words.get(version.blob, b""))]
    files = tuple(path for path, text in now.items() if own.search(text))
    texts = [*(now[path] for path in files), *(words[version.blob] for version in holders)]
    signs = _signs(item_id, own, (*files, *(version.path for version in holders)), texts)
    mentions = tuple(place for path, text in now.items() if path not in files for place in _mentioned(path, text, signs))
    attachments = _attachments(files, now, root)
    lives = Lives(files, attachments, mentions, _online(site, root, signs, item_id), _kept(root))
    return _with_history(lives, root, past, words, signs) if with_history else lives


def _with_history(lives: Lives, root: Path, past: tuple[Version, ...], words: Mapping[str, bytes], signs: _Signs) -> Lives:
    of_item = {version.path for version in past if signs.own.search(words.get(version.blob, b""))}
    shown = {beside for version in past if version.path in of_item for beside in _beside(version.path, words.get(version.blob, b""))}
    others = {beside for version in past if version.path not in of_item for beside in _beside(version.path, words.get(version.blob, b""))}
    prefix = place_in(root)
    gone = {
        version.path for version in past if version.path in shown - others or version.path in {prefix + path for path in lives.attachments}
    }
    written = [version for version in past if version.path in of_item | gone]
    mentioned = {version.path for version in past if version.path not in of_item and signs.others.search(words.get(version.blob, b""))}
    commits = tuple(dict.fromkeys(version.commit for version in written))
    return Lives(
        lives.files,
        lives.attachments,
        lives.mentions,
        lives.online,
        lives.kept,
        tuple(sorted(of_item | gone)),
        tuple(sorted(mentioned)),
        commits,
        holding(root, commits),
    )


def _texts(root: Path, folders: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The texts of the knowledge base by path: those in its folders, and those that lie beside them."""
    beside = ((path.name, path) for path in sorted(root.iterdir()) if is_real_file(path))
    below = ((f"{folder}/{name}", path) for folder in folders for name, path in files_below(root / folder))
    for name, path in (*beside, *below):
        if name.lower().endswith(TEXTS) and path.stat().st_size < _LARGEST:
            yield name, path.read_bytes()


def _signs(item_id: ItemId, own: re.Pattern[bytes], paths: Iterable[str], texts: Iterable[bytes]) -> _Signs:
    titles = {found[1] for text in texts for found in [_TITLE.search(text)] if found}
    names = {posixpath.basename(path).encode("utf-8", "surrogateescape") for path in paths}
    known = [
        rb"/l/%b\b" % item_id.encode(),
        rb"(?:^|[:\[,-])[ \t]{0,9}[\"']?%b[\"']?[ \t]{0,9}(?:\r?$|[,\]}#])" % item_id.encode(),
        *(rb"(?<![\w-])%b" % re.escape(name) for name in sorted(names)),
        *(re.escape(title) for title in sorted(titles)),
    ]
    return _Signs(own, re.compile(b"|".join(known), re.MULTILINE))


def _mentioned(path: str, text: bytes, signs: _Signs) -> Iterator[str]:
    for number, line in enumerate(text.split(b"\n"), 1):
        if signs.others.search(line):
            yield f"{path}:{number}"


def _beside(path: str, text: bytes) -> set[str]:
    """The paths of the files that a text shows or links to, from the root."""
    found = (next(filter(None, groups)).decode("utf-8", "replace").strip() for groups in _BESIDE.findall(text))
    names = (name for name in found if "://" not in name and not name.startswith("/") and not name.lower().endswith(".md"))
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) for name in names}


def _attachments(files: tuple[str, ...], now: Mapping[str, bytes], root: Path) -> tuple[str, ...]:
    """The files that these texts show and no other text does."""
    shown = {beside for path in files for beside in _beside(path, now[path])}
    others = {beside for path, text in now.items() if path not in files for beside in _beside(path, text)}
    return tuple(sorted(path for path in shown - others if not path.startswith("..") and (root / path).is_file()))


def _online(site: Path, root: Path, signs: _Signs, item_id: ItemId) -> tuple[str, ...]:
    """The files of the built site that hold the item."""
    found = ((name, path) for name, path in files_below(site) if path.stat().st_size < _LARGEST)
    mine = (path for name, path in found if item_id in {*name.split("/"), path.stem} or signs.others.search(path.read_bytes()))
    return tuple(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix() for path in mine)


def _kept(root: Path) -> tuple[str, ...]:
    """The folder with what builds keep."""
    cache = ".cache/geleerd"
    return (cache,) if (root / cache).is_dir() else ()
