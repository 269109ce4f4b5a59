"""Contributions in the formats of other systems: Markdown with another front matter, and the events of a forge."""

import codecs
import datetime
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from geleerd.model.documents import File, Tree
from geleerd.model.frozen import Frozen
from geleerd.model.limits import DEEPEST_YAML, LARGEST_TEXT, LONGEST_YAML
from geleerd.model.problem_codes import Code, Severity
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath
from geleerd.read.decode import decode
from geleerd.read.front_matter import read_page

_TOML_FENCE = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)

_DEEP_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]{0,9}\.[ \t]{0,9}){60}""")
"""A key with more parts than anybody writes; the TOML reader looks at all of them again for each."""

_CODECS = Frozen({"UTF-16": "utf-16", "Windows-1252": "cp1252"})
_LINE = re.compile(r"\bat line ([0-9]+)")
"""Where the TOML reader says that a mistake is; it counts from the fence, and says it in its sentence alone."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note for whoever imports: a sentence of the console (`import-<key>`) with its words, and the problem that caused it."""

    key: str
    words: Frozen[str, object] = Frozen()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    """One contribution from elsewhere. `name` says which one it is; the keys of `fields` are the names in the other system.

    `notes` say what the reader had to choose or leave out. Of a whole page (`is_page`), the first heading is the title; `title` stands in
    for it when there is none. `address` is that of an issue, which stays the same however often its text is edited.
    """

    name: str
    title: str = ""
    fields: Tree = Frozen()
    body: str = ""
    labels: tuple[str, ...] = ()
    is_page: bool = False
    notes: tuple[Note, ...] = ()
    address: str = ""


class UnreadableError(Exception):
    """A file cannot be imported. `reason` is a problem, or else the key of a sentence, which `detail` fills in."""

    def __init__(self, reason: Problem | str, detail: str = "") -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.detail = detail


def text_of(data: bytes, name: str) -> str:
    """The text of a file. Raises `UnreadableError` for a file that is no text, or is larger than a contribution can be."""
    if len(data) > LARGEST_TEXT:
        raise UnreadableError("too-large", str(LARGEST_TEXT // 1000))
    text, problems = decode(data, name)
    if text is None:
        raise UnreadableError(problems[0])
    return text


def table_text(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """The text of a table, also as Excel writes it: UTF-16, or Windows-1252, which a note then says. Raises `UnreadableError`."""
    encoding = _of_excel(data)
    if not encoding:
        return text_of(data, name), ()
    try:
        text = data.decode(_CODECS[encoding])
    except UnicodeDecodeError:
        return text_of(data, name), ()
    return text_of(text.encode(), name), (Note("decoded", Frozen({"name": name, "encoding": encoding})),)


def _of_excel(data: bytes) -> str:
    """The name of the encoding; empty for UTF-8, and for what is no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "" if b"\0" in data else "Windows-1252"
    return ""


def read_writing(text: str, name: str) -> Writing:
    """The contribution in a Markdown file. Its front matter is YAML, TOML (`+++`) or absent. Raises `UnreadableError` for other text."""
    if (fence := _TOML_FENCE.search(text)) and not text[: fence.start()].strip():
        return _with_toml(text, name)
    document, problems = read_page(File(SourcePath(name), len(text), text))
    wrong = [problem for problem in problems if problem.severity is Severity.ERROR and problem.code != Code.DUPLICATE_KEY]
    if wrong or (problems and document.tree is None):
        raise UnreadableError((wrong or problems)[0])
    return Writing(name, fields=document.tree or Frozen(), body=document.body.text, notes=tuple(map(_noted, problems)))


def _noted(problem: Problem) -> Note:
    """What the front matter of the source has that gets lost in reading it."""
    line = problem.place.line
    if problem.code == Code.DUPLICATE_KEY:
        return Note("doubled", Frozen({"name": problem.parameters["key"], "at": line}))
    return Note("in-source", Frozen({"at": line}), problem)


def _with_toml(text: str, name: str) -> Writing:
    above, front, *rest = _TOML_FENCE.split(text, maxsplit=2)
    if len(front) > LONGEST_YAML:
        raise UnreadableError(Problem(Place(name, above.count("\n") + 1), Code.YAML_TOO_LARGE, {"limit": LONGEST_YAML // 1024}))
    if _DEEP_KEY.search(front):
        raise UnreadableError("toml")
    try:
        fields = {key: _as_text(value) for key, value in tomllib.loads(front).items()}
    except (ValueError, RecursionError) as error:
        line = _LINE.search(str(error))
        raise UnreadableError("toml-line", str(above.count("\n") + int(line[1]))) if line else UnreadableError("toml") from None
    if not rest:
        raise UnreadableError("toml")
    return Writing(name, fields=fields, body=rest[0])


def _as_text(value: object, depth: int = 0) -> object:
    """A value with all its scalars as text, like the values from the YAML reader."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    if depth < DEEPEST_YAML and isinstance(value, Mapping):
        return {key: _as_text(part, depth + 1) for key, part in value.items()}
    if depth < DEEPEST_YAML and isinstance(value, list):
        return [_as_text(part, depth + 1) for part in value]
    return str(value)


def read_event(text: str) -> Writing:
    """The issue in an event that a forge sends, or as its API gives it. Nothing about its sender is read, and no hidden remark.

    Raises `UnreadableError` for anything else.
    """
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableError("event") from None
    issue = _issue_in(told) if isinstance(told, dict) else None
    body = (issue.get("body") or issue.get("description") or "") if issue else None
    if issue is None or not isinstance(body, str):
        raise UnreadableError("event")
    labels = issue.get("labels") or told.get("labels")
    names = [_label(label) for label in labels] if isinstance(labels, list) else []
    return Writing(
        name=_said(issue, "number") or _said(issue, "iid"),
        title=_said(issue, "title"),
        body=_without_remarks(body),
        labels=tuple(name for name in names if isinstance(name, str)),
        address=_said(issue, "html_url") or _said(issue, "web_url") or (_said(issue, "url") if "iid" in issue else ""),
    )


def _without_remarks(text: str) -> str:
    """A text without what is never shown: the help in a template of GitLab, say. What has no end is no remark, and then no later one is."""
    shown, at = [], 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin + len("<!--"))) >= 0:
        shown.append(text[at:begin])
        at = end + len("-->")
    return "".join((*shown, text[at:]))


def _issue_in(told: Mapping[str, object]) -> Mapping[str, object] | None:
    """The issue: in an event of GitHub and Forgejo, in one of GitLab, or by itself, as all three give it to whoever asks for it."""
    inside = told.get("object_attributes") if told.get("object_kind") == "issue" else told.get("issue")
    if isinstance(inside, dict):
        return inside
    return told if "title" in told and ("number" in told or "iid" in told) else None


def _label(label: object) -> object:
    """The name of a label: GitHub and Forgejo call it so, GitLab calls it a title in events and gives it alone otherwise."""
    return label.get("name") or label.get("title") if isinstance(label, dict) else label


def _said(issue: Mapping[str, object], key: str) -> str:
    """A text or number of an issue; empty for anything else, which may be as deep as it likes."""
    value = issue.get(key)
    return str(value) if isinstance(value, (str, int)) else ""
