"""Staff pages: their links and headings, in the Markdown of the host."""

from geleerd import Code, catalogue
from geleerd.model.documents import Body, Document
from geleerd.model.strings import Address, SourcePath
from geleerd.relate.places.addresses import Addresses
from geleerd.texts.bodies import TextWriter, words_of
from geleerd.texts.body_links import LinkTable
from geleerd.texts.staff_pages import StaffPages

TABLE = LinkTable({}, {}, frozenset(), {}, frozenset(), {}, Addresses(catalogue("nl"), "content"))
PAGES = StaffPages(TextWriter(TABLE, words_of(catalogue("nl"))))


def body(text):
    return PAGES.body(Document(SourcePath("content/over.md"), {}, {}, Body(text, 4)), Address("over/"))


def test_links_inside_the_host_s_own_marks_are_found_with_their_line():
    found = body('# Over\n\n!!! note "Let op"\n    Zie [weg](weg.md).\n\n=== "Een"\n    en [nog een](weg.md)\n')
    assert [(problem.code, problem.place.line) for problem in found.problems] == [(Code.BROKEN_LINK, 7), (Code.BROKEN_LINK, 10)]


def test_headings_are_known_as_the_host_names_them():
    assert {"hoe-het-werkt", "eigen"} <= body("## Hoe het wérkt\n\n## Iets {#eigen}\n").anchors


def test_what_costs_the_parser_too_much_is_refused():
    assert [problem.code for problem in body("[" * 3_001).problems] == [Code.BODY_TOO_COMPLEX]
    assert [problem.code for problem in body("1. - " * 500 + "a").problems] == [Code.BODY_TOO_COMPLEX]
    assert [problem.code for problem in body("[x](weg.md)").problems] == [Code.BROKEN_LINK]


def test_where_a_link_without_an_address_leads_is_the_choice_of_the_staff():
    assert body('[x]() <a href="#">boven</a>').problems == ()


def test_links_that_no_reader_can_follow_are_named_once():
    found = body('Zie [x](C:\\Users\\jan\\x.pdf).\n\nEn [z](htp://x.nl).\n\nEn <a href="javascript:x">y</a>.\n')
    assert [problem.code for problem in found.problems] == [Code.UNSAFE_LINK, Code.OWN_DISK, Code.UNSAFE_LINK]
    assert [problem.place.line for problem in found.problems][1:] == [4, 6]
