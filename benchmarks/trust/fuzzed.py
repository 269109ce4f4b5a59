"""`python -m benchmarks.trust.fuzzed <target> <folder…> <option…>`: try a target with ever other bytes until it breaks."""

import re
import sys
from collections.abc import Callable, Mapping

import atheris

from benchmarks.trust.seeds import KINDS

with atheris.instrument_imports(include=["geleerd", "pypdf", "tinycss2", "defusedxml", "zipfile", "xml", "PIL"]):
    from geleerd import catalogue
    from geleerd.contribute.cleaning.cleaned import cleaned
    from geleerd.contribute.cleaning.reasons import CannotCleanError
    from geleerd.model.documents import Body, Document, File
    from geleerd.model.strings import Address, SourcePath
    from geleerd.read.decode import decode
    from geleerd.read.drawings.drawing import drawing_of
    from geleerd.read.front_matter import read_document
    from geleerd.read.traces.files import traces
    from geleerd.relate.places.addresses import Addresses
    from geleerd.texts.bodies import TextWriter, words_of
    from geleerd.texts.body_links import LinkTable
    from geleerd.validate.examine import Examiner

DUTCH = catalogue("nl")
PATH = SourcePath("lessons/x.md")
WRITER = TextWriter(LinkTable({}, {}, frozenset(), {}, frozenset(), {}, Addresses(DUTCH, "content")), words_of(DUTCH))
NAMESPACES = re.compile(rb' xmlns(?::xlink)?="http://www\.w3\.org/(?:2000/svg|1999/xlink|1999/xhtml)"')
FORBIDDEN = re.compile(rb"url\(\s*['\"]?(?:\w+:)?//|image-set|@import|<script|\son\w+=", re.IGNORECASE)
HTML = re.compile(
    r"<(?!/?(?:[a-z]+[1-6]?)\b)|<(?:script|style|iframe|object|svg|form|base|meta|link)\b|<[^>]*\s(?:on\w+|style)=", re.IGNORECASE
)


def front_matter(data: bytes) -> None:
    """Every problem of a file has its sentence."""
    text, problems = decode(data, PATH)
    if text is not None:
        document, wrong = read_document(File(PATH, len(data), text))
        examined = Examiner().item(document)
        for problem in (*problems, *wrong, *examined.problems, *examined.personal, *examined.hints):
            DUTCH.problem(problem)


def body(data: bytes) -> None:
    """No text becomes an element that it may not be."""
    text, _ = decode(data.decode("utf-8", "ignore").replace("\0", "").encode(), PATH)
    written = WRITER.body(Document(PATH, {}, {}, Body(text or "")), Address("tips/x/")).html
    if found := HTML.search(written):
        raise AssertionError(found[0])


def metadata(data: bytes) -> None:
    """Whatever a file holds, it is told."""
    for trace in traces(data[1:], _name(data)):
        DUTCH.facts(f"{trace.kind} {trace.where}".strip())


def drawing(data: bytes) -> None:
    """A drawing calls nobody, runs nothing, and stays the same when it is cleaned again."""
    if made := drawing_of(data):
        if found := FORBIDDEN.search(NAMESPACES.sub(b"", re.sub(rb">[^<]*<", b"><", made.data))):
            raise AssertionError(found[0])
        again = drawing_of(made.data)
        if again is None or again.data != made.data or again.calls_out or again.runs:
            raise AssertionError(made.data)


def clean(data: bytes) -> None:
    """A copy tells nothing."""
    try:
        copy = cleaned(data[1:], _name(data))
    except CannotCleanError:
        return
    if copy and cleaned(copy.data, f"a.{copy.kind}"):
        raise AssertionError(copy.lost)


def _name(data: bytes) -> str:
    return f"a.{KINDS[data[0] % len(KINDS)]}" if data else "a"


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "front_matter": front_matter,
    "body": body,
    "metadata": metadata,
    "drawing": drawing,
    "clean": clean,
}

if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
    atheris.Fuzz()
