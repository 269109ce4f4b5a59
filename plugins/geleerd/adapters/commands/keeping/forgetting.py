"""Every place where the words of an item live, now and in the history of the files."""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from geleerd.adapters.commands.keeping.git_history import TEXTS, Version, holding, place_in, said_beside, versions, versions_read
from geleerd.adapters.commands.keeping.told_files import files_told, is_of_item, title_of
from geleerd.adapters.outside.site_files import files_below, is_real_file
from geleerd.model.strings import ItemId

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
    beside_commits: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether anything is left of it."""
        return bool(self.files or self.mentions or self.online or self.past or self.past_mentions or self.beside_commits)


def lives_of(item_id: ItemId, root: Path, folders: Iterable[str], site: Path, *, with_history: bool) -> Lives:
    """Where an item lives. Raises `GitError` when its history is asked for and git keeps none."""
    now = dict(_texts(root, folders))
    past = versions(root) if with_history else ()
    words = versions_read(root, past) if with_history else {}
    holders = tuple(version for version in past if is_of_item(item_id, version.path, words.get(version.blob, b"")))
    files = tuple(path for path, text in now.items() if is_of_item(item_id, path, text))
    signs = _signs(item_id, [*((path, now[path]) for path in files), *((version.path, words[version.blob]) for version in holders)])
    mentions = tuple(place for path, text in now.items() if path not in files for place in _mentioned(path, text, signs))
    attachments = _attachments(files, now, root)
    lives = Lives(files, attachments, mentions, _online(site, root, signs, item_id), _kept(root))
    if not with_history:
        return lives
    return replace(_with_history(lives, root, past, words, holders, signs), beside_commits=_beside_commits(item_id, root, signs))


def _with_history(
    lives: Lives, root: Path, past: tuple[Version, ...], words: Mapping[str, bytes], holders: tuple[Version, ...], signs: re.Pattern[bytes]
) -> Lives:
    of_item = {version.path for version in holders}
    read = {version: words[version.blob] for version in past if version.blob in words}
    shown = {beside for version, text in read.items() if version.path in of_item for beside in files_told(version.path, text)}
    others = ((version.path, text) for version, text in read.items() if version.path not in of_item)
    prefix = place_in(root)
    unused = _shown_by_none(shown & {version.path for version in past}, others) | {prefix + path for path in lives.attachments}
    written = [version for version in past if version.path in of_item | unused]
    mentioned = {version.path for version, text in read.items() if version.path not in of_item and signs.search(text)}
    commits = tuple(dict.fromkeys(version.commit for version in written))
    return replace(
        lives,
        past=tuple(sorted({version.path for version in written})),
        past_mentions=tuple(sorted(mentioned)),
        commits=commits,
        names=holding(root, commits),
    )


def _beside_commits(item_id: ItemId, root: Path, signs: re.Pattern[bytes]) -> tuple[str, ...]:
    """The notes of git, and the messages of commits and tags, that name the item."""
    named = re.compile(rb"\b%b\b" % item_id.encode())
    return tuple(name for name, text in said_beside(root) if named.search(text) or signs.search(text))


def _texts(root: Path, folders: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The texts of the knowledge base by path: those in its folders, and those that lie beside them."""
    beside = ((path.name, path) for path in sorted(root.iterdir()) if is_real_file(path))
    below = ((f"{folder}/{name}", path) for folder in folders for name, path in files_below(root / folder))
    for name, path in (*beside, *below):
        if name.lower().endswith(TEXTS) and path.stat().st_size < _LARGEST:
            yield name, path.read_bytes()


def _signs(item_id: ItemId, texts: Iterable[tuple[str, bytes]]) -> re.Pattern[bytes]:
    """By what others know an item: its permalink, its id, the names of its files, and its titles."""
    told = dict.fromkeys(texts)
    titles = {title for path, text in told if (title := title_of(path, text))}
    names = {posixpath.basename(path).encode("utf-8", "surrogateescape") for path, _ in told}
    known = [
        rb"/l/%b\b" % item_id.encode(),
        rb"(?:^|[:\[,-])[ \t]{0,9}[\"']?%b[\"']?[ \t]{0,9}(?:\r?$|[,\]}#])" % item_id.encode(),
        *(rb"(?<![\w-])%b" % re.escape(name) for name in sorted(names)),
        *(re.escape(title) for title in sorted(titles)),
    ]
    return re.compile(b"|".join(known), re.MULTILINE)


def _mentioned(path: str, text: bytes, signs: re.Pattern[bytes]) -> Iterator[str]:
    for number, line in enumerate(text.split(b"\n"), 1):
        if signs.search(line):
            yield f"{path}:{number}"


def _attachments(files: tuple[str, ...], now: Mapping[str, bytes], root: Path) -> tuple[str, ...]:
    """The files that these texts show and no other text does."""
    shown = {path for file in files for path in files_told(file, now[file]) if not path.startswith("..") and (root / path).is_file()}
    return tuple(sorted(_shown_by_none(shown, ((path, text) for path, text in now.items() if path not in files))))


def _shown_by_none(shown: Set[str], others: Iterable[tuple[str, bytes]]) -> set[str]:
    """Of these files, those that none of the other texts shows. Only a text that has one of the names is read as it is meant."""
    left = set(shown)
    name = re.compile("|".join(re.escape(posixpath.basename(path)) for path in sorted(shown)) or "(?!)")
    for path, text in others:
        if name.search(_plain(text)):
            left -= files_told(path, text)
    return left


def _plain(text: bytes) -> str:
    """A text in which a name reads as it is, without the signs of Markdown, HTML and addresses for its letters."""
    return unicodedata.normalize("NFC", unquote(unescape(text.decode("utf-8", "replace"))).replace("\\", ""))


def _online(site: Path, root: Path, signs: re.Pattern[bytes], item_id: ItemId) -> tuple[str, ...]:
    """The files of the built site that hold the item."""
    found = ((name, path) for name, path in files_below(site) if path.stat().st_size < _LARGEST)
    mine = (path for name, path in found if item_id in {*name.split("/"), path.stem} or signs.search(path.read_bytes()))
    return tuple(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix() for path in mine)


def _kept(root: Path) -> tuple[str, ...]:
    """The folder with what builds keep."""
    cache = ".cache/geleerd"
    return (cache,) if (root / cache).is_dir() else ()
