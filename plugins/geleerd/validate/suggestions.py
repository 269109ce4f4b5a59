""""Did you mean …?": the known word nearest to a misspelt one."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

NEAR_ENOUGH = 70.0
"""Similarity (0–100) below which a suggestion would puzzle rather than help; found by trying the golden cases."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that the writer most likely meant, or an empty text when none is near.

    Spaces, case and underscores do not count against a word.
    """
    candidates = sorted(known)
    match = process.extractOne(word, candidates, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=NEAR_ENOUGH)
    # WRatio also rewards words that merely contain each other; a plain ratio keeps `id` from matching everything with an i and a d.
    if match and fuzz.ratio(word.lower(), match[0].lower()) >= NEAR_ENOUGH - 20:
        return str(match[0])
    return ""
