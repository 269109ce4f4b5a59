"""`python -m benchmarks.word_lists nl en`: makes the lists of how common words are, which the package carries. For maintainers.

It takes `pip install wordfreq==3.1.1` beside the package: they are its best lists, by Robyn Speer (CC BY-SA 4.0). That package is no longer
updated, and brings those of forty languages in 58 MB. The same version of it gives the same bytes.
"""

import gzip
import math
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import wordfreq  # type: ignore[import-not-found,unused-ignore]  # for maintainers alone

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "plugins" / "geleerd" / "locale" / "word_lists"


def main(codes: list[str]) -> None:
    """Write the lists of some languages."""
    for code in codes:
        (FOLDER / f"{code}.txt.gz").write_bytes(packed(wordfreq.get_frequency_dict(code, "best")))


def packed(shares: Mapping[str, float]) -> bytes:
    """The list of words of which each has a share of all words: a power of ten in hundredths, as wordfreq rounds it."""
    lines: dict[int, list[str]] = defaultdict(list)
    for word, share in shares.items():
        lines[round(-100 * math.log10(share))].append(word)
    text = "".join(" ".join(lines[line]) + "\n" for line in range(max(lines) + 1))
    return gzip.compress(text.encode(), mtime=0)


if __name__ == "__main__":
    main(sys.argv[1:])
