"""Words that stood in for a text, and that somebody left: of `geleerd new`, of a template elsewhere, or of the writer."""

import re
from collections.abc import Iterator
from functools import cache

from geleerd.commonmark.outline import outline_of
from geleerd.locale.catalogue import catalogues
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Place, Problem
from geleerd.validate.document_texts import scalars_of
from geleerd.validate.habits.habit import Habit
from geleerd.validate.habits.in_front import in_front

_SIGNS = "TODO|TBD|FIXME"
"""What writers put where they mean to go on; this module looks for it in the texts of others."""

_LEFT = re.compile(rf"(?:{_SIGNS})(?:[\s:.].*)?|(?i:{_SIGNS})(?:\s?:.*)?|[xX]{{3,}}|\?{{3,}}|[Ll]orem ipsum\b.*", re.DOTALL)
_AROUND = "[](){}<>*_ "
_DOTS = re.compile(r"\.{3,}|…+")
_SOME_NUMBER = re.compile(r"(?<![\w-])X{2,}\s[a-z]+")
"""`XX mensen`: the number was still to come."""

_ABBREVIATION = re.compile(rf"\b(?:{_SIGNS}|X{{2,}})\b")


def placeholders(document: Document) -> Iterator[Problem]:
    """A problem for every field, and every line of a text, that only stands in for it or holds such words. A draft may have them."""
    if (document.tree or {}).get("status") == "draft":
        return
    for place, text in (*_field_texts(document), *_body_texts(document)):
        for found in placeholders_in(text.strip()):
            yield Problem(place, Code.PLACEHOLDER, {"value": found[:80]})


def placeholders_in(text: str) -> tuple[str, ...]:
    """What stands in a line for another text: the whole line, or parts of it; nothing in a line without such words."""
    return (text,) if _is_placeholder(text) else (*_in_brackets().findall(text), *_SOME_NUMBER.findall(text))


def _is_placeholder(text: str) -> bool:
    words = text.strip(_AROUND)
    is_left = _LEFT.fullmatch(words) or _DOTS.fullmatch(text) or _of_templates().fullmatch(words.rstrip(".…"))
    return bool(is_left) or text.startswith(_first_sentences())


def without_placeholders(text: str) -> str:
    """A text without the words that stand in for others: nobody has to explain those."""
    return _ABBREVIATION.sub(" ", _in_brackets().sub(" ", text))


def _field_texts(document: Document) -> Iterator[tuple[Place, str]]:
    """The texts of the front matter, those of several lines by line."""
    for key, value in (document.tree or {}).items():
        for path, text in scalars_of((key,), value):
            if "\n" in text.strip():
                yield from _lines_of_field(document, path, text)
            else:
                yield document.place(path), text


def _lines_of_field(document: Document, path: KeyPath, text: str) -> Iterator[tuple[Place, str]]:
    for each in outline_of(text).lines:
        place, _ = in_front(document, path, text, Habit(Code.PLACEHOLDER, each.line, each.line))
        yield place, each.text


def _body_texts(document: Document) -> Iterator[tuple[Place, str]]:
    """The lines of a body; three dots count only where they are all of it, since a story may hold them."""
    lines = outline_of(document.body.text).lines
    for each in lines:
        if len(lines) == 1 or not _DOTS.fullmatch(each.text.strip()):
            yield Place(document.path, document.body.line + each.line), each.text


@cache
def _first_sentences() -> tuple[str, ...]:
    """How the body of a new file begins, in every language."""
    return tuple(words.console("template-body").partition(". ")[0] for words in catalogues())


@cache
def _of_templates() -> re.Pattern[str]:
    """Whole lines of templates, in every language."""
    return re.compile("|".join(line for words in catalogues() for line in words.left.get("lines", ())), re.IGNORECASE)


@cache
def _in_brackets() -> re.Pattern[str]:
    """What templates have between brackets: `[TITEL]`, `[naam van de organisatie]`, `[vul in]`; not `[naam]`, which may hide who spoke."""
    forms = []
    for words in catalogues():
        subjects, asks = "|".join(words.left.get("subjects", ())), "|".join(words.left.get("asks", ()))
        forms += [subjects.upper(), rf"(?i:{subjects}) {words.left.get('of', 'of')} [^\[\]]{{1,60}}", rf"(?i:{asks})\b[^\[\]]{{0,60}}"]
    return re.compile(rf"\[(?:{'|'.join(forms)})\]")
