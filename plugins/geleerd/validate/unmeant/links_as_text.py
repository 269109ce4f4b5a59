"""What was meant as a link but is none: `[text] (address)`, `(text)[address]`, or a footnote without its other half."""

import re
from collections.abc import Iterator

from geleerd.commonmark.footnotes import lone_footnotes, repeated_footnotes
from geleerd.commonmark.outline import outline_of
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem

_TEXT = r"\[(?P<text>[^\[\]\n]{1,200})\]"
_WEB = r"(?:https?://|www\.|mailto:)"
_CURLY = "“”„‟‘’«»"
_FORMS = (
    re.compile(rf"{_TEXT}[ \t]{{1,3}}\((?P<to>{_WEB}[^\s()]+|[\w./%-]{{1,200}}\.[a-z]{{2,4}})\)"),  # a space between the two
    re.compile(rf"{_TEXT}\((?P<to>\S{{1,300}})[ \t]+[{_CURLY}][^()\n]{{0,200}}[{_CURLY}]\)"),  # a title in curly quotes
    re.compile(rf"{_TEXT}\((?P<to>[^()\n<>\"{_CURLY}]{{1,300}}\.[A-Za-z0-9]{{2,5}})\)"),  # a name with spaces
    re.compile(rf"\((?P<text>[^()\n]{{1,200}})\)\[(?P<to>{_WEB}[^\s\[\]]+)\]"),  # brackets in each other's place
    re.compile(rf"{_TEXT}\((?P<to>https?://[^\s()]+)$"),  # no bracket at the end
)


def links_as_text(document: Document) -> Iterator[Problem]:
    """A hint for every line with links that stand there as they were typed, with the line as it should be."""
    written = document.body.text.split("\n")
    for seen in outline_of(document.body.text).lines:
        found = [link for form in _FORMS for link in form.finditer(seen.text)]
        line = written[seen.line]
        for link in found:
            line = line.replace(link[0], _as_link(link), 1)
        if line != written[seen.line]:
            words = {"text": found[0][0][:80], "lines": (line,)}
            yield Problem(Place(document.path, document.body.line + seen.line), Code.LINK_AS_TEXT, words)


def _as_link(link: re.Match[str]) -> str:
    target = re.sub(rf"({_WEB}) +", r"\1", link["to"].strip())
    return f"[{link['text']}]({f'<{target}>' if ' ' in target else target})"


def footnotes_alone(document: Document) -> Iterator[Problem]:
    """A problem for every note without a reference, which no page shows, and every reference without a note."""
    for number, name in lone_footnotes(document.body.text):
        yield Problem(Place(document.path, document.body.line + number), Code.LONE_FOOTNOTE, {"name": name[:80]})
    for number, name in repeated_footnotes(document.body.text):
        yield Problem(Place(document.path, document.body.line + number), Code.REPEATED_FOOTNOTE, {"name": name[:80]})
