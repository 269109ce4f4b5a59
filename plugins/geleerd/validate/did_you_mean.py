"""Suggestions for a misspelt word: the nearest known word."""

import heapq
import posixpath
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache

from geleerd.locale.catalogue import Catalogue, catalogues
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.read.everyday.likeness import bare, likeness, likeness_of_words

NEAR_ENOUGH = 70.0
"""Similarity (0–100) below which a suggestion would puzzle rather than help; found by trying the golden cases."""


_LOOKED_AT = 20
"""The words that are most alike by their signs: only these are compared by their words, which takes longer."""

_APART = 8.0
"""How much nearer than any other choice one must be before we say that it was meant."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that the writer most likely meant; empty when no word is near.

    Spaces, case and underscores make no difference.
    """
    # Likeness of words also rewards those that merely contain each other; that of signs keeps `id` from matching all with an i and a d.
    alike = [(likeness(word.lower(), one.lower()), one) for one in known if _may_be_near(word, one)]
    near = heapq.nlargest(_LOOKED_AT, (pair for pair in alike if pair[0] >= NEAR_ENOUGH - 20))
    return _nearest_by(likeness_of_words, word, sorted(one for _, one in near))


def _may_be_near(word: str, other: str) -> bool:
    """Whether two texts are not too different in length."""
    return 3 * len(word) >= len(other) and 3 * len(other) >= len(word)


def name_meant(name: str, known: Iterable[str]) -> str:
    """As `nearest`, for names of pages. They must be nearer: a name that merely contains another is often the name of something else."""
    return _nearest_by(lambda one, other: likeness(bare(one), bare(other)), name, sorted(known))


def _nearest_by(alike: Callable[[str, str], float], word: str, known: Iterable[str]) -> str:
    likest = max(((alike(word, one), -place, one) for place, one in enumerate(known)), default=(0.0, 0, ""))
    return likest[2] if likest[0] >= NEAR_ENOUGH else ""


def path_meant(path: str, known: Iterable[str], declarations: Declarations = DECLARATIONS) -> str:
    """The known file that the writer most likely meant: with a near name and the same extension. The folder decides between namesakes.

    A network and a programme with the same name are two things, so a file in a frame folder is looked for in that folder alone.
    """
    name, kind = _name_and_kind(path)
    named: dict[str, list[str]] = {}
    for other in known:
        its_name, its_kind = _name_and_kind(other)
        if kind in {"", its_kind} and _frame_folder(path, declarations) in {"", _frame_folder(other, declarations)}:
            named.setdefault(its_name, []).append(other)
    return max(sorted(named.get(name_meant(name, named), ())), key=lambda other: likeness(path, other), default="")


def _name_and_kind(path: str) -> tuple[str, str]:
    """The name of a file (for an `index.md`, that of its folder), and its extension."""
    folder, name = posixpath.split(path)
    stem, kind = posixpath.splitext(name)
    return (posixpath.basename(folder) if name == "index.md" else stem), kind


def _frame_folder(path: str, declarations: Declarations) -> str:
    folder = posixpath.basename(posixpath.dirname(path))
    return folder if folder in declarations.folders else ""


def key_meant(word: str, declaration: type[Declared]) -> str:
    """The key of a declaration that the writer meant; they may have used its label in any language of the catalogue."""
    keys = keys_of(declaration)
    labels = {name.casefold(): key for words in catalogues() for key in keys for name in _labels(key, declaration, words)}
    return _by_meaning(word, keys, labels)


def _labels(key: str, declaration: type[Declared], words: Catalogue) -> Iterator[str]:
    """The names of a field: in forms, and inside another field."""
    if isinstance(words.entries["fields"].get(key), Mapping) and "label" in words.entries["fields"][key]:
        yield words.label(key)
    inside = words.entries["parts"].get(declaration.__name__.lower())
    own = inside.get(key) if isinstance(inside, Mapping) else None
    yield from (name for name in (own, words.entries["parts"].get(key)) if isinstance(name, str))


def type_meant(word: str, declarations: Declarations = DECLARATIONS) -> str:
    """The type of item that the writer meant; they may have used its name in any language of the catalogue."""
    names = {name.casefold(): key for words in catalogues(declarations) for key in declarations.item_types for name in words.names_of(key)}
    return _by_meaning(word, tuple(declarations.item_types), names)


def value_meant(word: str, key: str, choices: Collection[str]) -> str:
    """The value of a field that the writer meant; they may have used the words that readers see, or others for it.

    Empty when no value is near, and when two are.
    """
    said, named = _bare(word), _named(key, choices)
    if said in named:
        return named[said]
    told: dict[str, float] = {"": 0.0}
    for text, value in named.items():
        told[value] = max(told.get(value, 0.0), likeness(text, said))
    first, second = sorted(told, key=lambda value: told[value], reverse=True)[:2]
    return first if told[first] >= NEAR_ENOUGH and told[first] - told[second] >= _APART else ""


def values_meant(text: str, key: str, choices: Collection[str]) -> tuple[str, ...]:
    """The values of a field in a text that names one or more of them; none when a part of it names no value."""
    whole = _named(key, choices).get(_bare(text))
    found = [whole or value_meant(part, key, choices) for part in _between_words().split(text) if part.strip()]
    return tuple(dict.fromkeys(found)) if all(found) else ()


def _named(key: str, choices: Collection[str]) -> Mapping[str, str]:
    """The values of a field by everything that people may call them."""
    meanings = (pair for words in catalogues() for pair in words.meanings(key))
    return {**{_bare(value): value for value in choices}, **{_bare(text): value for text, value in meanings if value in choices}}


@cache
def _between_words() -> re.Pattern[str]:
    """What stands between the words of an enumeration."""
    ands = {re.escape(word) for words in catalogues() for word in words.everyday.get("and", ())}
    return re.compile(rf"[,;/&+\n]|\s(?:{'|'.join(sorted(ands))})\s", re.IGNORECASE)


def _bare(text: str) -> str:
    """A text in lower case, without accents and without spaces around it."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.strip().casefold()) if not unicodedata.combining(char))


def _by_meaning(word: str, known: Iterable[str], meanings: Mapping[str, str]) -> str:
    return meanings.get(word.strip().casefold()) or nearest(word, known) or meanings.get(nearest(word.casefold(), meanings), "")
