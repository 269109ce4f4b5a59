"""A check loads what it needs and nothing else: somebody waits for it at every save and every commit."""

import subprocess
import sys

from tests.workbench.building import Write

LOADS = """
import sys
from geleerd.adapters.commands.cli import main
try:
    main(sys.argv[1:])
finally:
    print(*sys.modules)
"""
"""Runs a command and prints which modules it loaded."""

OF_OTHERS = {
    "mkdocs",
    "material",
    "jinja2",
    "pypdf",
    "icalendar",
    "geleerd.locale.frequencies",
    "simplemma",
    "PIL",
    "pathspec",
    "feedgenerator",
}
OF_SITES = {f"geleerd.{room}" for room in ("pipeline", "render", "making", "find", "contribute", "adapters.building", "adapters.mkdocs")}
OF_BASE = {"geleerd.adapters.commands.checking.revision", "geleerd.adapters.commands.checking.left_out", "geleerd.texts.vanished_files"}
OF_FILES = {"geleerd.read.contents", "geleerd.read.traces.files"}


def loaded(root, *words):
    command = [sys.executable, "-c", LOADS, "check", *words]
    return set(subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stdout.splitlines()[-1].split())


def test_a_check_loads_nothing_that_makes_pages_reads_git_or_looks_into_files(write: Write):
    modules = loaded(write({}))
    assert "geleerd.validate.collection" in modules
    assert modules & (OF_OTHERS | OF_SITES | OF_BASE | OF_FILES) == set()


def test_a_check_of_what_was_checked_before_loads_no_stage(write: Write):
    root = write({})
    loaded(root)
    modules = loaded(root, "lessons")
    assert "geleerd.adapters.kept.last_check" in modules
    assert (
        modules & {"geleerd.reading", "geleerd.validate", "geleerd.relate", "geleerd.texts", "geleerd.commonmark", "markdown_it"} == set()
    )


def test_a_picture_needs_the_reader_of_pictures_alone(write: Write):
    modules = loaded(write({"lessons/begin-klein/plein.png": b"\x89PNG"}))
    assert modules >= OF_FILES
    assert modules & {"pypdf", "geleerd.read.traces.documents.office", *OF_SITES, *OF_BASE} == set()
