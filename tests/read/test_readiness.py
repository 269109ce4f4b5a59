"""Which pages of the staff are ready to go online, by what their front matter says."""

import pytest

from geleerd.model.documents import File
from geleerd.model.strings import SourcePath
from geleerd.read.front_matter import read_page
from geleerd.read.readiness import is_ready, unsure_of


def page_with(line: str):
    return read_page(File(SourcePath("content/over/x.md"), 1, f"---\n{line}\n---\nTekst.\n"))[0]


@pytest.mark.parametrize("line", ["title: Concept", "status: published", "status:", "draft: false", "published: true", "state: draft"])
def test_a_page_that_says_nothing_else_is_ready(line):
    assert is_ready(page_with(line))


@pytest.mark.parametrize("text", ["---\nstatus: draft\n{{{: [\n---\nTekst.\n", "---\nstatus: draft\nTekst.\n", None])
def test_a_page_that_nobody_can_read_is_not_ready(text):
    assert not is_ready(read_page(File(SourcePath("content/over/x.md"), 1, text))[0])


def test_a_draft_is_not_ready_and_right():
    page = page_with("status: Draft")
    assert (is_ready(page), list(unsure_of([page]))) == (False, [])


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("Status: draft", "status: draft"),
        ("STATUS: published", "status: published"),
        ("statuss: draft", "status: draft"),
        ("status: concept", "status: draft"),
        ("draft: true", "status: draft"),
        ("Concept: ja", "status: draft"),
        ("published: no", "status: draft"),
    ],
)
def test_what_may_mean_a_draft_is_named_with_the_line_that_says_it(line, mended):
    page = page_with(line)
    assert not is_ready(page)
    assert [problem.parameters["lines"] for problem in unsure_of([page])] == [(mended,)]
