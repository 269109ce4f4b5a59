"""Personal data in plain texts, tables, calendars and the source of web pages: an error for each, as in the texts of items."""

from collections.abc import Collection, Iterator, Mapping
from html import unescape

from geleerd.model.documents import File
from geleerd.model.file_kinds import ending
from geleerd.model.limits import LONGEST_LINE
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath
from geleerd.validate.privacy.files import allowed_beside
from geleerd.validate.privacy.mail_addresses import is_own
from geleerd.validate.privacy.personal_data import personal_data

_PAGES = frozenset({"htm", "html", "xhtml"})
_NUMBERED = "UID:"
"""How a line of a calendar begins that gives an event a number, which looks like a mail address."""

_OVERLAP = 200


def private_lines(
    files: Mapping[SourcePath, File], reviewed: Mapping[str, frozenset[str]], own_mailboxes: Collection[str] = ()
) -> Iterator[Problem]:
    """The problems of every line of such files. What is allowed beside a file may stand in it, and it may be allowed itself."""
    for path, file in files.items():
        text = file.contents.text if file.contents else ""
        allowed = allowed_beside(path, reviewed) if text else frozenset()
        if text and path not in allowed:
            yield from _problems(path, text, allowed, own_mailboxes)


def _problems(path: SourcePath, text: str, allowed: Collection[str], own_mailboxes: Collection[str]) -> Iterator[Problem]:
    kind = ending(path)
    for number, line in enumerate(text.splitlines(), start=1):
        if kind == "ics" and line.startswith(_NUMBERED):
            continue
        for code in dict.fromkeys(_codes(unescape(line) if kind in _PAGES else line, allowed, own_mailboxes)):
            yield Problem(Place(path, number), code)


def _codes(line: str, allowed: Collection[str], own_mailboxes: Collection[str]) -> Iterator[Code]:
    """What kinds of personal data a line holds. A line of a program is cut, since such lines have no end."""
    for start in range(0, len(line), LONGEST_LINE):
        for found in personal_data(line[start : start + LONGEST_LINE + _OVERLAP]):
            if not (found.text.strip() in allowed or (found.kind is Code.PERSONAL_EMAIL and is_own(found.text, own_mailboxes))):
                yield found.kind
