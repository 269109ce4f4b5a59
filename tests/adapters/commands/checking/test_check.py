"""What a check knows of the files that it was asked about, beside their problems."""

from geleerd.adapters.commands.checking.check import check
from tests.workbench.building import Write

ITEM = "---\nid: {id}\ntype: tip\ntitle: Bel even vooraf\nsummary: Wie vooraf belt, komt met minder verrassingen aan.\n{more}---\n"
ONLINE = "date: 2026-11-22\nthemes: [borging]\nsources: [{title: eigen ervaring}]\n"
THEME = "---\nname: Borging\ndefinition: Zorgen dat iets blijft.\n---\n"


def test_a_draft_is_a_draft_also_when_it_is_broken(write: Write):
    root = write(
        {
            "lessons/map/a.md": ITEM.format(id="k7m2xq", more="status: draft\n"),
            "lessons/map/b.md": ITEM.format(id="k8m2xq", more="status: draft\ndate: gisteren\n"),
            "lessons/map/c.md": ITEM.format(id="k9m2xq", more=ONLINE),
            "lessons/map/d.md": ITEM.format(id="nee", more=ONLINE),
        }
    )
    assert check([root / "lessons/map"], root).drafts == ("lessons/map/a.md", "lessons/map/b.md")
    assert check([root / "lessons/map"], root).others == 2
    assert check([root / "lessons/map/b.md"], root).others == 0


def test_what_is_no_draft_counts_whatever_it_is(write: Write):
    root = write(
        {
            "lessons/map/a.md": ITEM.format(id="k7m2xq", more="status: draft\n"),
            "content/themas/borging.md": THEME,
            "content/over.md": "# Over",
        }
    )
    for path in ("content/themas/borging.md", "content/over.md"):
        assert check([root / "lessons/map/a.md", root / path], root).others == 1


def test_a_link_that_is_asked_for_is_judged_and_not_followed(write: Write, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elders") / "x.md"
    elsewhere.write_text(ITEM.format(id="k7m2xq", more=ONLINE))
    root = write({})
    (root / "lessons/x.md").symlink_to(elsewhere)
    assert [(p.place.file, p.code) for p in check([root / "lessons/x.md"], root).problems] == [("lessons/x.md", "unreadable-file")]
    assert check([elsewhere], root).problems == ()


def test_a_file_is_found_by_a_name_that_cannot_be_printed(write: Write):
    root = write({"content/over/twee\u2028regels.txt": "x"})
    found = check([root / "content/over/twee\u2028regels.txt"], root).problems
    assert [(p.place.file, p.code) for p in found] == [(r"content/over/twee\u2028regels.txt", "name-character")]
    assert check([root / "content/over/index.md"], root).problems == ()


def test_a_file_is_found_in_a_folder_that_is_a_link(write: Write, tmp_path_factory):
    root, elsewhere = write({"lessons/map/a.md": ITEM.format(id="k7m2xq", more="status: draft\n")}), tmp_path_factory.mktemp("elders")
    (root / "lessons").rename(elsewhere / "lessons")
    (root / "lessons").symlink_to(elsewhere / "lessons")
    assert check([root / "lessons/map/a.md"], root).drafts == ("lessons/map/a.md",)
