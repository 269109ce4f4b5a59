"""Reports of problems for people, forges, editors and other programs."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from geleerd import __version__
from geleerd.adapters.commands.checking.pull_request_comment import as_comment
from geleerd.locale.catalogue import Catalogue
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Severity
from geleerd.model.problems import Problem

Report = Callable[[Sequence[Problem], Catalogue], str]


def as_text(problems: Sequence[Problem], words: Catalogue) -> str:
    """One line for each problem, `file:line: code: sentence`, with a mark for hints."""
    return "\n".join(text_line(problem, words) for problem in problems)


def text_line(problem: Problem, words: Catalogue) -> str:
    """One problem, as a line in the terminal."""
    mark = "" if problem.severity is Severity.ERROR else f"{words.severity(problem)}: "
    return f"{problem.place}: {problem.code}: {mark}{words.problem(problem)}"


def as_json(problems: Sequence[Problem], words: Catalogue) -> str:
    """A list of objects with file, line, code, severity and message.

    `lines` are those to put there, in the place of all lines to `until`, if that is more than one.
    """
    rows = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "code": problem.code,
            "severity": problem.severity.value,
            "message": words.problem(problem),
            **({"until": problem.parameters["until"]} if "until" in problem.parameters else {}),
            **({"lines": list(problem.lines)} if problem.lines else {}),
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem], words: Catalogue) -> str:
    """Workflow commands that put each problem on its line in a pull request (docs.github.com, "Workflow commands")."""
    return "\n".join(_github_line(problem, words) for problem in problems)


def _github_line(problem: Problem, words: Catalogue) -> str:
    level = "error" if problem.severity is Severity.ERROR else "notice"
    file = _escaped(problem.place.file).replace(",", "%2C").replace(":", "%3A")
    return f"::{level} file={file},line={problem.place.line},title={problem.code}::{_escaped(words.problem(problem))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_sarif(problems: Sequence[Problem], words: Catalogue) -> str:
    """SARIF 2.1.0 (OASIS), for tools that gather findings."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "geleerd", "version": __version__, "rules": [{"id": code} for code in codes]}
    run = {"tool": {"driver": driver}, "results": [_sarif_result(problem, words) for problem in problems]}
    return json.dumps({"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [run]}, ensure_ascii=False)


def _sarif_result(problem: Problem, words: Catalogue) -> Mapping[str, object]:
    location = {"artifactLocation": {"uri": problem.place.file}, "region": {"startLine": problem.place.line}}
    return {
        "ruleId": problem.code,
        "level": "error" if problem.severity is Severity.ERROR else "note",
        "message": {"text": words.problem(problem)},
        "locations": [{"physicalLocation": location}],
    }


def as_gitlab(problems: Sequence[Problem], words: Catalogue) -> str:
    """A report that GitLab shows in a merge request (docs.gitlab.com, "Code Quality report format").

    A fingerprint stays the same when lines above it come or go; two alike in one file differ by their number.
    """
    seen: Counter[str] = Counter()
    rows = []
    for problem in problems:
        said = words.problem(problem)
        same = f"{problem.place.file} {problem.code} {said}"
        seen[same] += 1
        rows.append(
            {
                "description": said,
                "check_name": problem.code,
                "fingerprint": hashlib.sha256(f"{same} {seen[same]}".encode("utf-8", "surrogateescape")).hexdigest(),
                "severity": "major" if problem.severity is Severity.ERROR else "info",
                "location": {"path": problem.place.file, "lines": {"begin": problem.place.line}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


REPORTS: Mapping[str, Report] = Frozen(
    {"text": as_text, "json": as_json, "github": as_github, "gitlab": as_gitlab, "sarif": as_sarif, "comment": as_comment}
)
"""The formats of `geleerd check`."""
