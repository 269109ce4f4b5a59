"""Cuts compounds into two parts, which must both be common words. A common word is never cut, whatever words it contains."""

from collections.abc import Mapping
from functools import lru_cache

from geleerd.find.frequencies import zipf
from geleerd.find.tokens import folded

LINKING: Mapping[str, tuple[str, ...]] = {"nl": ("s", "en", "e")}
"""The letters that a language puts between the parts of a compound; English writes its compounds apart."""

_FREQUENT = 4.0
"""A word with at least this Zipf frequency is never cut."""

_STRONG = 3.3
"""One part of a compound is a word of at least this Zipf frequency ..."""

_WEAK = 2.6
"""... and the other of at least this one."""

_DOUBT = 0.5
"""The penalty for a part that is itself a compound and in no list."""

_SHORTEST_PART = 4
_SHORTEST = 2 * _SHORTEST_PART


def cut(word: str, code: str, stop: frozenset[str]) -> tuple[str, str]:
    """The two parts of a compound: its head with the linking letters, and its last part. For any other word, the head is empty."""
    return ("", word) if zipf(word, code) >= _FREQUENT else _best(word, code, stop)[1:]


def without_linking(head: str, code: str) -> str:
    """The head as a separate word: `kwaliteits` becomes `kwaliteit`."""
    bare = [head[: -len(letters)] for letters in LINKING[code] if head.endswith(letters) and len(head) > len(letters) + 2]
    return max([head, *bare], key=lambda word: (zipf(word, code), word))


@lru_cache(maxsize=100_000)
def _best(word: str, code: str, stop: frozenset[str]) -> tuple[float, str, str]:
    """The best cut and its strength: the cut in which the rarer part is most common."""
    if len(word) < _SHORTEST or code not in LINKING or _is_verb_with_particle(word, code, stop):
        return 0.0, "", word
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    score, at = max((_score(word[:at], word[at:], code, stop), at) for at in cuts)
    return (score, word[:at], word[at:]) if score >= _WEAK else (0.0, "", word)


def _score(head: str, last: str, code: str, stop: frozenset[str]) -> float:
    left = without_linking(head, code)
    if len(left) < _SHORTEST_PART or folded(left) in stop or folded(last) in stop:
        return 0.0
    weak, strong = sorted((_strength(left, code, stop), _strength(last, code, stop)))
    return weak if strong >= _STRONG else 0.0


def _strength(part: str, code: str, stop: frozenset[str]) -> float:
    """How certain it is that a part is a word: its own frequency, or that of its parts when it is a compound itself."""
    return max(zipf(part, code), _best(part, code, stop)[0] - _DOUBT)


def _is_verb_with_particle(word: str, code: str, stop: frozenset[str]) -> bool:
    """Whether a word is a verb with a particle: `meelopen` (`mee` and `lopen`) has a meaning of its own and is no compound."""
    return any(word[:at] in stop and zipf(word[at:], code) >= _STRONG for at in range(2, 7))
