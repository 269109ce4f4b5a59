"""What the stages hand on are values: they travel to another process and back, compare by what they hold, and hide nothing that acts."""

import dataclasses
import datetime
import enum
import re
from dataclasses import replace
from pathlib import Path

import pytest

from geleerd.model.declarations.declared import Declared
from geleerd.model.frozen import Frozen
from tests.workbench.building import settings, written
from tests.workbench.full_items import frame_files, item_files
from tests.workbench.instances import dataclasses_of_the_core, declarations_of_the_core, inside, name_of, recorded, sent_back
from tests.workbench.other_bases import EAST, foreign, kept
from tests.workbench.small_items import tip

IN_A_WRITTEN_SITE = "about a site that stands on disk"
IN_A_DOCUMENT = "about a document that is looked into"
WITHOUT_INSTANCE = {
    "guard.Failure": "made when something goes wrong with a file that passed the check",
    "model.declarations.frame_types.FrameEntry": "what its types share",
    "model.declarations.item_types.Item": "what its types share",
    "model.declarations.staff_pages.StaffPage": "read for its aliases, and handed to nobody",
    "model.settings.Options": "what the settings begin with",
    **dict.fromkeys(
        (f"model.declarations.own_model.{name}" for name in ("OwnName", "OwnField", "OwnType", "Naming", "OwnFrameType")),
        "what an owner declares; it travels as JSON",
    ),
    "model.declarations.own_types.OwnDeclarations": "of an owner who declares something; its own test sends it to another process and back",
    "relate.networks.ties.Likeness": "made where networks share enough to be alike",
    "render.shelves.networks_in_view.AlikeView": "made where networks share enough to be alike",
    "read.elsewhere.item_lists.ItemList": "made when a list of others is read, which no build does",
    "model.settings.Logo": "of an owner who has one",
    "model.settings.MenuEntry": "of an owner who writes menus",
    "render.look.own_logo.LogoImage": "made when a logo is looked at",
    "render.pictures.lettering.FittedText": "made when a picture is drawn",
    "render.pictures.lettering._Glyph": "made when a picture is drawn",
    "render.pictures.sketching._Pen": "made when a picture is drawn",
    "render.look.own_look.WeakColour": "made for a colour that is refused",
    "render.newsletter.months.Part": "made for a month of more items than one newsletter holds",
    "model.declarations.meeting_steps.MeetingStep": "made for a format that is a whole meeting, and handed on as plain values",
    **dict.fromkeys(
        (
            *("read.traces.office.document.DocumentPart", "read.traces.office.parts.facts.DocumentFacts"),
            *("read.traces.office.parts.attributes.ElementAttributes", "read.traces.office.parts.attributes.Verdict"),
            *("read.traces.office.parts.hiding.Hiding", "read.traces.office.parts.hiding.Styles"),
            *("read.traces.office.parts.sieve._Element", "read.traces.office.parts.texts.FieldCode"),
        ),
        IN_A_DOCUMENT,
    ),
    **dict.fromkeys(
        (*(f"sheets.sheet.{name}" for name in ("PaperSheet", "SheetBoxes", "SheetTable", "SheetText")), "sheets.odt.OdtTable"),
        "made for a sheet to take along, which no build makes",
    ),
    "written.archive.Archive": IN_A_WRITTEN_SITE,
    "written.archive._Dropping": IN_A_WRITTEN_SITE,
    "written.build_record.BuildRecord": IN_A_WRITTEN_SITE,
    "written.policy.hosts.OwnRule": IN_A_WRITTEN_SITE,
    "written.policy.needs.Load": IN_A_WRITTEN_SITE,
    "written.policy.pages.Refusal": IN_A_WRITTEN_SITE,
    "written.policy.rules.HeaderRule": IN_A_WRITTEN_SITE,
    "written.site_links.BrokenLink": IN_A_WRITTEN_SITE,
    "written.site_links.PageLinks": IN_A_WRITTEN_SITE,
    "written.site_links.WrittenLink": IN_A_WRITTEN_SITE,
    "written.site_links.WrittenSite": IN_A_WRITTEN_SITE,
    "written.targets.Target": IN_A_WRITTEN_SITE,
}
"""The classes of which neither a build nor the commands for a digest and a draft make an instance."""

NOT_FROZEN = {
    "read.traces.office.parts.facts.DocumentFacts": "gathers what parts know of each other while one document is read",
    "read.traces.office.parts.hiding.Hiding": "follows one reading of a part",
    "read.traces.office.parts.hiding.Styles": "gathers styles while one document is read",
    "read.traces.office.parts.sieve._Element": "gathers what stands in it while a part is read, inside one reading",
    "read.traces.office.parts.texts.FieldCode": "gathers the pieces of a field, inside one reading",
    "read.drawings.drawn._Element": "gathers what stands in it while a drawing is read, inside one reading",
    "render.programs.html_tree.Element": "a tree that grows while a page is read, inside one function",
    "written.archive._Dropping": "counts what is left out of a page while it is read, inside one function",
}

ACTING = dict.fromkeys(
    ("render.feeds.formats.FeedFormat.entry", "render.feeds.formats.FeedFormat.write"),
    "a table of the program itself; the function is known by its name",
)
"""The fields that hold a function."""

SCALARS = (str, int, float, bytes, type(None), datetime.date, Path, enum.Enum, re.Pattern, type)
COLLECTIONS = (tuple, frozenset, Frozen, dict, list, set)

AS_IN_THE_FILE = {
    "locale.catalogue.Catalogue.entries",
    "model.artefacts.Page.front_matter",
    "model.documents.Document.tree",
    "read.sources.Sources.terms",
    "read.yaml_mending.reading.YamlReading.value",
}
"""The fields that hold the lists and keys of a file as its parser gives them; nothing is ever put into them."""
WORKERS = {"read.drawings.drawn._Element", "relate.related._Finder", "render.programs.html_tree.Element"}
"""The classes that gather something inside one function, and hand themselves to nobody."""

WORK_FORMAT = """goal: Elkaar leren kennen.
phase: meet
duration: {min: 15}
group_size: {min: 4}
setting: [online]
steps: [{title: Eerst, minutes: 5, instruction: Praat.}, {title: Dan, minutes: 10, instruction: Luister.}]
"""
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082"
)
EXTRA = {
    "lessons/kaart.png": DOT,
    "lessons/kapot.docx": b"PK\x03\x04",
    "lessons/links.md": tip("k7m2xr") + "Zie [weg](weg.md), ==[kapot](kapot.docx)==, [[ergens]] en ![kaart](kaart.png).\n",
    "lessons/vorm.md": tip("k7m2xv", WORK_FORMAT).replace("type: tip", "type: work-format"),
    "lessons/mis.md": tip("k7m2xw", "happened: 9-10-2023\nwhen:\n  - vroeg\n  - laat\nregion: Drenthe: Assen\n"),
    "lessons/prive.md": tip("k7m2xs") + "Bel 06&#45;12345678.\n",
    "lessons/oud.md": tip("k7m2xt", "image: {file: kaart.png, alt: Een kaart, credit: Bureau Oost, consent: 2025}\n").replace(
        "2026-11-22", "2026-09-02"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    root = written(tmp_path_factory.mktemp("kennisbank"), {**item_files(), **frame_files(), **EXTRA})
    elsewhere = (kept([foreign(0, cites=("https://geleerd.example/l/a1b2c3/",))]),)
    return replace(
        settings(root),
        federate=(EAST,),
        elsewhere=elsewhere,
        repository="https://forge.example/wij/kennis",
        changed=Frozen({"lessons/oud.md": datetime.date(2026, 10, 1)}),
    )


@pytest.fixture(scope="module")
def site_and_made(asked):
    return recorded(asked)


@pytest.fixture(scope="module")
def made(site_and_made):
    return {kind: values for kind, values in site_and_made[1].items() if values}


@pytest.fixture(scope="module")
def back(asked, made):
    return sent_back(made, asked)


def test_every_class_has_an_instance_or_a_reason(made):
    without = {name_of(kind) for kind in (*dataclasses_of_the_core(), *declarations_of_the_core()) if kind not in made}
    assert without == set(WITHOUT_INSTANCE)


def test_every_value_comes_back_from_another_process_as_it_was(made, back):
    assert {name_of(kind) for kind, values in made.items() if back[0][kind] != values} == set()


def test_every_value_that_can_be_a_key_is_the_same_key_when_it_comes_back(made, back):
    assert {name_of(kind) for kind, values in made.items() if _keys(back[0][kind]) != _keys(values)} == set()


def _keys(values):
    try:
        return set(values)
    except TypeError:  # something in them has no hash, as a list of a front matter
        return None


def test_another_process_builds_the_same_site(site_and_made, back):
    assert back[1] == site_and_made[0]


def test_every_class_is_frozen():
    assert {name_of(kind) for kind in dataclasses_of_the_core() if not kind.__dataclass_params__.frozen} == set(NOT_FROZEN)
    assert {name_of(kind) for kind in declarations_of_the_core() if not kind.model_config["frozen"]} == set()


def test_no_field_holds_what_acts(made):
    acting = {field: type(value) for field, value in inside([list(made.values())]) if not _is_a_value(value)}
    assert set(acting) == set(ACTING), acting


def _is_a_value(value: object) -> bool:
    return isinstance(value, (*SCALARS, *COLLECTIONS, Declared)) or dataclasses.is_dataclass(value)


def test_nobody_can_change_what_the_stages_hand_on(made):
    found = {field: type(value) for field, value in inside(tuple(map(tuple, made.values()))) if type(value) in {dict, list, set}}
    assert {field for field in found if field.rpartition(".")[0] not in WORKERS} == AS_IN_THE_FILE


def test_every_view_has_a_hash(made):
    views = {kind: values for kind, values in made.items() if kind.__name__.endswith("View")}
    assert {kind.__name__ for kind in views} >= {"ItemView", "FrameView", "FormView", "DeckView", "FieldView"}
    assert {name_of(kind) for kind, values in views.items() if _keys(values) is None} == set()
