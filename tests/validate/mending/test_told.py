"""Pasting what a message hands over makes the message go away: for every code that hands something over."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from geleerd import Code
from geleerd.model.documents import File
from geleerd.model.frozen import Frozen
from geleerd.model.problems import Problem
from geleerd.model.settings import Folders
from geleerd.model.strings import SourcePath
from geleerd.read.front_matter import read_document
from geleerd.read.sources import read_sources
from geleerd.read.word_lists import read_word_list
from geleerd.read.yaml_mending.syntax import MENDABLE
from geleerd.validate.collection import validate
from geleerd.validate.mending.mistakes import MENDERS
from tests.workbench.building import ROOT

CASES = yaml.load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
SOURCES, _ = read_sources(Folders(ROOT / "tests" / "knowledge_base", "lessons", "content"))
TODAY = datetime.date(2026, 11, 26)

GOOD = {
    "tip": """id: k7m2xq
type: tip
title: Zet het op de agenda
summary: Dan praat iedereen er vanzelf over.
date: 2026-11-22
themes: [borging]
sources: [{title: eigen ervaring}]
""",
    "work-format": """id: k7m2xq
type: work-format
title: Zet het op de agenda
summary: Dan praat iedereen er vanzelf over.
date: 2026-11-22
themes: [borging]
sources: [{title: eigen ervaring}]
goal: Iedereen praat mee.
phase: meet
duration: {min: 10, max: 60}
group_size: {min: 4}
setting: [online]
steps: [{title: Praat rond}]
""",
    "network": "name: Netwerk West\n",
    "vocabulary": "about: []\n",
}
PATHS = {"network": "content/netwerken/west.md", "vocabulary": "content/vocabulary.yml"}


def path_of(case: dict) -> SourcePath:
    folder = f"lessons/{case['folder']}" if "folder" in case else "lessons"
    return SourcePath(PATHS.get(case.get("in", "tip"), f"{folder}/{case.get('file', 'x.md')}"))


def file_of(case: dict) -> tuple[list[str], int]:
    """The lines of the file, and the number of the line that is wrong, counted from 0."""
    kind = case.get("in", "tip")
    lines = GOOD[kind].splitlines()
    written = case.get("write", "").split("\n")
    if case.get("at") == "fence":
        return [written[0], *lines, written[0]], 0
    key = case.get("instead-of") or written[0].strip().split(":")[0].strip()
    place = next((number for number, line in enumerate(lines) if line.startswith(f"{key}:")), len(lines))
    lines[place : place + 1] = written if written != [""] else []
    fenced = lines if kind == "vocabulary" else ["---", *lines, "---"]
    at = place + case.get("at", 1) - 1 if not case.get("instead-of") or case.get("at") is None else case["at"] - 1
    return fenced, at + (kind != "vocabulary")


def problems_of(path: SourcePath, lines: list[str]) -> tuple[Problem, ...]:
    text = "\n".join([*lines, ""])
    file = File(path, len(text), text)
    if path.endswith(".yml"):
        document, _, form = read_word_list(path, file)
        sources = replace(SOURCES, vocabulary=document)
    else:
        document, form = read_document(file)
        folder = path.split("/")[1]
        sources = (
            replace(SOURCES, frame=Frozen({**SOURCES.frame, folder: (*SOURCES.frame[folder], document)}))
            if path.startswith("content/")
            else replace(SOURCES, items=(*SOURCES.items, document))
        )
    found = (*form, *validate(sources, TODAY)[1])
    return tuple(problem for problem in found if problem.place.file == path and problem.code != Code.EMPTY_NETWORK)


@pytest.mark.parametrize("case", [case for case in CASES if "write" in case], ids=lambda case: f"{case['code']}: {case['write']!r}")
def test_pasting_the_lines_makes_the_message_go_away(case):
    path = path_of(case)
    lines, at = file_of(case)
    before = problems_of(path, lines)
    problem = next(problem for problem in before if problem.code == case["code"])
    if case.get("none"):
        assert problem.lines == ()
        return
    assert "\n".join(problem.lines) == case["right"]
    assert not case.get("alone") or before == (problem,)
    first = problem.place.line - 1
    assert "instead-of" in case or case.get("at") == "fence" or first == at
    last = int(str(problem.parameters.get("until", problem.place.line)))
    after = problems_of(path, [*lines[:first], *problem.lines, *lines[last:]])
    left = {problem.code for problem in after} - set(case.get("also", ())) - {Code.NOTHING_TO_DO, Code.STILL_MISSING}
    assert case["code"] not in left or case.get("at") == "fence"
    assert left <= {problem.code for problem in before}


@pytest.mark.parametrize("case", [case for case in CASES if "file" in case], ids=lambda case: case["file"])
def test_a_file_with_the_name_that_is_handed_over_has_no_problem(case):
    lines, _ = file_of({})
    (problem,) = problems_of(path_of(case), lines)
    assert (problem.code, problem.parameters["suggestion"]) == (case["code"], case["right"])
    assert problems_of(SourcePath(f"lessons/{case['right']}"), lines) == ()


def test_every_code_that_hands_lines_over_has_a_case():
    own = {Code.YAML_SPACE, Code.YAML_BULLET, Code.YAML_INVISIBLE_SPACE, Code.YAML_CURLY_QUOTES, Code.YAML_AFTER_QUOTE, Code.YAML_TWO_LINES}
    handing = {*MENDERS, *MENDABLE, *own, Code.SWALLOWED_TEXT, Code.COMMENT_BEHIND_TEXT, Code.FENCE_OF_DASHES, Code.BAD_FILE_NAME}
    assert handing - {Code.YAML_SYNTAX, Code.MISSING_FILE} == {case["code"] for case in CASES}
