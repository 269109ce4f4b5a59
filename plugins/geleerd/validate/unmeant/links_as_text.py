"""What was meant as a link but is none: `[text] (address)`, and an address with a title between curly quotes."""

import re
from collections.abc import Iterator

from geleerd.commonmark.prose import prose_lines
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem

_APART = re.compile(r"\[([^\[\]\n]{1,200})\][ \t]{1,3}\(((?:https?://|www\.|mailto:)[^\s()]+|[\w./%-]{1,200}\.[a-z]{2,4})\)")
_CURLY = re.compile(r"\[([^\[\]\n]{1,200})\]\((\S{1,300})[ \t]+[“”„‟‘’«][^()\n]{0,200}[“”‘’»]\)")


def links_as_text(document: Document) -> Iterator[Problem]:
    """A hint for every line with links that stand there as they were typed, with the line as it should be."""
    written = document.body.text.split("\n")
    for number, text in prose_lines(document.body.text):
        found = [*_APART.finditer(text), *_CURLY.finditer(text)]
        line = written[number]
        for each in found:
            line = line.replace(each[0], f"[{each[1]}]({each[2]})", 1)
        if line != written[number]:
            words = {"text": found[0][0][:80], "lines": (line,)}
            yield Problem(Place(document.path, document.body.line + number), Code.LINK_AS_TEXT, words)
