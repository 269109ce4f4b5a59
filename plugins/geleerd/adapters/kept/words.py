"""Keeps what is known of the words of a site, so that only new words are looked up: the dictionaries take more than a second to load."""

import hashlib
import json
import unicodedata
from contextlib import suppress
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from geleerd.adapters.kept.folder import keep, kept_folder
from geleerd.find.inflections import inflections_file
from geleerd.find.known_words import KnownWord, KnownWords
from geleerd.locale.catalogue import Catalogue
from geleerd.locale.frequencies import word_list
from geleerd.model.frozen import Frozen

WORDS_FOLDER = Path(".cache", "geleerd", "words")

_DECIDE = ("simplemma", "PyStemmer")
"""The packages that decide what is known of a word."""


def known_words(root: Path, words: Catalogue) -> KnownWords:
    """What an earlier build below a folder knew of its words, in the language of a catalogue; nothing if it did not keep it whole."""
    if (folder := kept_folder(root, WORDS_FOLDER)) is None:
        return Frozen()
    with suppress(OSError):
        digest, _, content = (folder / key_of_words(words)).read_bytes().partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() == digest:
            return Frozen({word: _word(*told) for word, told in json.loads(content).items()})
    return Frozen()


def keep_words(known: KnownWords, root: Path, words: Catalogue) -> None:
    """Keep what a build knew of its words in place of what was kept before."""
    if (folder := kept_folder(root, WORDS_FOLDER)) is None:
        return
    told = {word: (one.term, one.parts, [" ".join(forms) for forms in one.forms]) for word, one in known.items()}
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    key = key_of_words(words)
    with suppress(OSError):  # such as a folder that cannot be written to
        keep(hashlib.sha256(content).hexdigest().encode() + b"\n" + content, folder / key)
        for file in folder.glob("[0-9a-f]*"):
            if file.name != key:
                file.unlink(missing_ok=True)


def _word(term: str, parts: list[str], forms: list[str]) -> KnownWord:
    return KnownWord(term, tuple(parts), tuple(tuple(found.split()) for found in forms))


def key_of_words(words: Catalogue) -> str:
    """A name for all that decides what is known of a word: the language, the packages, and our own programs."""
    ours = sorted((file.name, file.read_text(encoding="utf-8")) for file in files("geleerd.find").iterdir() if file.name.endswith(".py"))
    limits = files("geleerd.model").joinpath("limits.py").read_text(encoding="utf-8")
    lists = [
        hashlib.sha256(file.read_bytes()).hexdigest()
        for file in (word_list(words.language), inflections_file(words.language))
        if file.is_file()
    ]
    language = (words.language, words.stemmer, sorted(words.stop_words), sorted(words.linking), words.plurals, lists)
    decided = (language, [version(package) for package in _DECIDE], unicodedata.unidata_version, ours, limits)
    return hashlib.sha256(json.dumps(decided).encode()).hexdigest()
