"""What validation keeps when something is wrong."""

from hypothesis import given
from hypothesis import strategies as st

from geleerd import Code, reading_of
from geleerd.model.documents import File
from geleerd.model.strings import SourcePath
from geleerd.read.front_matter import read_document
from geleerd.validate.entries import item_entry
from tests.workbench.building import settings

TIP = "---\nid: k7m2xq\ntype: tip\ntitle: Zet het op de agenda\nsummary: Dan praat iedereen er vanzelf over.\ndate: 2026-11-22\n"


def test_an_item_with_a_dead_reference_stays_without_it(write):
    root = write({"lessons/x.md": TIP + "networks: [oost, zuid]\nthemes: [borging]\nsources: [{title: eigen ervaring}]\n---\n"})
    item = reading_of(settings(root)).library.by_id["k7m2xq"]
    assert item.fields.networks == ("oost",)


def test_an_item_with_an_invalid_field_is_left_out(write):
    root = write({"lessons/x.md": TIP + "themes: borging\n---\n"})
    assert "k7m2xq" not in reading_of(settings(root)).library.by_id


def test_a_frame_entry_with_a_broken_field_keeps_its_name_and_its_good_fields(write):
    root = write({"content/themas/doen.md": "---\nname: Gewoon doen\ndefinition: Niet praten.\nscheme: muren\n---\n"})
    fields = reading_of(settings(root)).library.collection.frame["theme"]["doen"].fields
    assert (fields.name, fields.definition, fields.scheme) == ("Gewoon doen", "Niet praten.", None)


@given(st.text(max_size=400))
def test_no_front_matter_ever_makes_the_check_fall_over(text):
    document, problems = read_document(File(SourcePath("lessons/x.md"), len(text), f"---\n{text}\n---\n"))
    entry, more = item_entry(document)
    assert entry is not None or problems or more
    assert {problem.code for problem in (*problems, *more)} <= set(Code)
