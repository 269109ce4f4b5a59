"""What one file says by itself, whatever stands in the others."""

import pickle

from geleerd.model.documents import File
from geleerd.model.strings import SourcePath
from geleerd.read.front_matter import read_document
from geleerd.validate.examine import Examiner

EXAMINER = Examiner()
TIP = "id: k7m2xq\ntype: tip\ntitle: Bel vooraf\nsummary: Wie vooraf belt, staat niet voor een dichte deur.\ndate: 2026-11-22\nthemes: [nergens]\nsources: [{title: Zelf}]\n"


def document(front_matter, body="", path="lessons/bel-vooraf.md"):
    text = f"---\n{front_matter}---\n{body}"
    return read_document(File(SourcePath(path), len(text), text))[0]


def codes(problems):
    return [problem.code for problem in problems]


def test_an_item_is_whole_before_anybody_knows_what_it_refers_to_and_what_the_glossary_explains():
    examined = EXAMINER.item(document(TIP, "Zo doen wij dat in het IVO.\n"))
    assert examined.entry is not None
    assert examined.entry.fields.themes == ("nergens",)
    assert examined.problems == examined.personal == ()
    assert codes(examined.hints) == ["unexplained-abbreviation"]


def test_personal_data_stands_apart_from_what_is_wrong_with_fields():
    examined = EXAMINER.item(document(TIP + "reviewed: [{text: 06-12345678, reason: van de balie}]\n", "Bel 06-12345678 of 06-87654321.\n"))
    assert codes(examined.personal) == ["phone-number"]
    assert examined.problems == ()
    assert examined.reviewed == {"06-12345678"}


def test_no_hint_is_given_on_what_is_withdrawn():
    withdrawn = "id: k7m2xq\ntype: tip\ndate: 2026-11-22\nstatus: withdrawn\n"
    assert EXAMINER.item(document(withdrawn, "Zo doen wij dat in het IVO.\n")).hints == ()


def test_a_frame_entry_keeps_its_name_and_a_text_has_no_entry():
    theme = EXAMINER.frame_entry(document("definitie: Blijven doen.\n", path="content/themas/borging.md"), "themas")
    assert theme.entry is not None
    assert theme.entry.fields.name == "Borging"
    assert "unknown-key" in codes(theme.problems)
    note = EXAMINER.text(document("", "Bel 06-12345678.\n", "lessons/_notitie.md"))
    assert (note.entry, codes(note.personal)) == (None, ["phone-number"])


def test_the_same_file_examined_twice_or_kept_says_the_same():
    once, again = (EXAMINER.item(document(TIP, "Zo doen wij dat in het IVO.\n")) for _ in range(2))
    assert once == again == pickle.loads(pickle.dumps(once))  # noqa: S301  # our own bytes


def test_the_mailboxes_of_an_owner_are_no_personal_data():
    own = ("wobke@museum.example", "erfgoed.example")
    for mail, expected in {
        "Wobke@museum.example": [],
        "jan@erfgoed.example": [],
        "jan@noord.erfgoed.example": [],
        "jan@museum.example": ["personal-email"],
        "jan.wobke@museum.example": ["personal-email"],
        "jan@mijnerfgoed.example": ["personal-email"],
        "jan@erfgoed.example.org": ["personal-email"],
    }.items():
        assert codes(Examiner(own_mailboxes=own).item(document(TIP, f"Mail {mail} eens.\n")).personal) == expected, mail


def test_a_link_with_the_address_as_its_text_is_one_problem():
    assert codes(EXAMINER.item(document(TIP, "Mail [jan@a.example](mailto:jan@a.example).\n")).personal) == ["personal-email"]
