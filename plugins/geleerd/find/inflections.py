"""The forms of words that share a term. The package carries those of its languages, since to find them takes more than a second.

A file is text, packed: a line of JSON with what decides the terms, and for each term a line with it and its forms.
`benchmarks/word_forms.py` makes the files.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import Stemmer

from geleerd.find.lemmas import lemmas
from geleerd.find.tokens import folded
from geleerd.locale.frequencies import frequencies
from geleerd.model.frozen import Frozen

_RAREST = 10 ** (2.5 - 9)
"""A form with a smaller share is too rare to offer: most of these are typing errors in the corpus."""

Inflections = Mapping[str, str]
"""For each term the plain words that lead to it, in order, with spaces between them."""


@cache
def inflections(code: str, stemmer: str, plurals: tuple[str, ...], families: tuple[str, ...]) -> Inflections:
    """The forms of all terms of a language: those that the package carries, if its terms are found in the same way."""
    if (file := inflections_file(code)).is_file():
        head, *lines = gzip.decompress(file.read_bytes()).decode().splitlines()
        if head == first_line(stemmer, plurals, families):
            return dict(line.split(" ", 1) for line in lines)
    return found_inflections(code, stemmer, plurals, families)


def found_inflections(code: str, stemmer: str, plurals: tuple[str, ...], families: tuple[str, ...]) -> Inflections:
    """The forms of all terms of a language, from its common words."""
    found: dict[str, set[str]] = defaultdict(set)
    words = [word for word, share in frequencies(code).items() if share >= _RAREST and word.isalpha()]
    headwords = list(map(lemmas(code, plurals), words))
    stems = stemmer_of(stemmer).stemWords(headwords) if stemmer else headwords  # all at once, which is ten times as fast
    own = terms_of_families(families)
    for word, stem in zip(words, stems, strict=True):
        plain = folded(word)
        found[own.get(plain) or folded(stem)].add(plain)
    return {term: " ".join(sorted(forms)) for term, forms in sorted(found.items())}


def inflections_file(code: str) -> Traversable:
    """The file of a language; there need be none."""
    return resources.files("geleerd.find").joinpath("word_forms", f"{code}.txt.gz")


@cache
def stemmer_of(name: str) -> Stemmer.Stemmer:
    """Snowball's stemmer of that name."""
    return Stemmer.Stemmer(name, 0)  # its own memory of 10,000 words costs more than it saves


@cache
def terms_of_families(families: tuple[str, ...]) -> Mapping[str, str]:
    """The term of each plain word that is in a family: the first word of that."""
    return Frozen({word: family.split()[0] for family in families for word in family.split()})


def first_line(stemmer: str, plurals: tuple[str, ...], families: tuple[str, ...]) -> str:
    """The line of a file that says what decided its terms."""
    return json.dumps({"stemmer": stemmer, "plurals": plurals, "families": families})
