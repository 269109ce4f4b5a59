"""`python -m benchmarks.word_forms nl en`: makes the lists of the forms of words, which the package carries. For maintainers.

A test says when they must be made again: after another word list, another simplemma or another stemmer.
"""

import gzip
import sys
from pathlib import Path

from geleerd import catalogue
from geleerd.find.inflections import first_line, found_inflections
from geleerd.find.language import searched_language

FOLDER = Path(__file__).parent.parent / "plugins" / "geleerd" / "find" / "word_forms"


def main(codes: list[str]) -> None:
    """Write the lists of some languages."""
    for code in codes:
        (FOLDER / f"{code}.txt.gz").write_bytes(made(code))


def made(code: str) -> bytes:
    """The list of a language as it should be."""
    language = searched_language(catalogue(code))
    found = found_inflections(code, language.stemmer, language.plurals, language.families)
    lines = (f"{term} {forms}" for term, forms in found.items())
    return gzip.compress("\n".join((first_line(language.stemmer, language.plurals, language.families), *lines)).encode(), mtime=0)


if __name__ == "__main__":
    main(sys.argv[1:])
