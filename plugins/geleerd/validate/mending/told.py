"""Problems with a document, each with the lines that mend it, if we know what was meant."""

from collections.abc import Mapping

from geleerd.model.declarations.declared import Declared
from geleerd.model.documents import Document
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Place, Problem
from geleerd.read.yaml_mending.lines import Mended
from geleerd.validate.mending.mistakes import Mistake, mended

NO_WORDS: Mapping[str, object] = Frozen()


def told(
    document: Document, path: KeyPath, code: Code, words: Mapping[str, object] = NO_WORDS, declaration: type[Declared] | None = None
) -> Problem:
    """The problem with the value at `path`, at its line, with the lines to put there instead.

    `declaration` is that of the whole document; without it, no line can depend on the kind of field. Where more than one line must change,
    `until` is the last of them.
    """
    place = document.place(path)
    words = {**words, **_type_of(document)} if "key" in words or "keys" in words else words
    found = mended(Mistake(document, path, code, Frozen(words), declaration))
    if found is None:
        return Problem(place, code, words)
    return Problem(Place(place.file, document.front.line + found.first), code, {**words, **_in_place_of(found, document.front.line)})


def _type_of(document: Document) -> dict[str, object]:
    """The type that a document says it has: fields have names of their own in some types."""
    written = (document.tree or {}).get("type")
    return {"type": written} if isinstance(written, str) and not document.front.root else {}


def _in_place_of(found: Mended, first_line: int) -> dict[str, object]:
    until = {"until": first_line + found.last} if found.last > found.first else {}
    return {"lines": found.lines, "line": first_line + found.first, **until}
