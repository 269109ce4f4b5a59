"""A museum with words, fields and types of its own, in one file and without a program of its own: `museum/content/model.yml`."""

import json
import pickle
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from geleerd.adapters.commands.starting.answers import Answers
from geleerd.adapters.commands.starting.new_knowledge_base import new_knowledge_base
from geleerd.adapters.kept.job_keys import JobKeys
from geleerd.adapters.settings.load import settings_at
from geleerd.contribute.snippets import snippets_text
from geleerd.locale.catalogue import catalogue
from geleerd.making.frame import PageFrame
from geleerd.model.artefacts import Page, TextFile
from geleerd.model.declarations.own_model import NO_MODEL, OwnModel
from geleerd.model.declarations.own_types import own_declarations
from geleerd.model.declarations.registry import DECLARATIONS
from geleerd.model.frozen import Frozen
from geleerd.model.problems import has_errors
from geleerd.pipeline import Site, build
from geleerd.relate.places.staff_files import staff_files

MUSEUM = Path(__file__).parent / "museum"


@pytest.fixture(scope="module")
def museum(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("museum") / "kb"
    new_knowledge_base(root, Answers(name="Museum leert", address="https://museum.nl/"))
    shutil.copytree(MUSEUM, root, dirs_exist_ok=True)
    return root


@pytest.fixture(scope="module")
def site(museum) -> Site:
    return build(settings_at(museum))


def page(site: Site, address: str) -> str:
    return next(p.content for p in site.artefacts if isinstance(p, Page) and p.address == address)


def file(site: Site, path: str) -> str:
    return str(next(f.content for f in site.artefacts if isinstance(f, TextFile) and f.path == path))


def test_it_has_no_errors(site):
    assert not has_errors(site.reading.problems)


def test_the_declarations_are_no_file_of_the_site(site):
    folders = site.settings.folders
    assert [path for path in staff_files(site.reading.library.collection, folders) if path.endswith("model.yml")] == []


def test_a_page_without_a_template_shows_every_field(site):
    shown = page(site, "objectverhalen/schaaf/")
    for words in ("Objectverhaal", "Het verhaal", "<strong>Zo</strong> leerden", "Materiaal", "Hout", "1890", "Onbekend"):
        assert words in shown
    assert 'href="../../collecties/gereedschap/"' in shown
    assert "Uit werkplaatsen in de stad." in page(site, "collecties/gereedschap/")
    assert "De schaaf die drie meesters had" in page(site, "collecties/gereedschap/")


def test_a_type_that_was_there_shows_the_fields_that_it_gains_and_its_new_name(site):
    shown = page(site, "lessen/zaal/")
    for words in ("Inzicht", "Zaal 3", "Gezinnen", "Voor welke collega"):
        assert words in shown
    assert "Aankomen" in page(site, "momenten/")


def test_forms_and_the_reference_ask_them(site):
    form = page(site, "bijdragen/nieuw/objectverhalen/")
    assert all(words in form for words in ("Het verhaal", "Materiaal", "Hout"))
    assert "Zaal" in page(site, "bijdragen/nieuw/lessen/")
    assert "Herkomst" in page(site, "bijdragen/redactie/collecties/")
    assert "Wie het maakte." in page(site, "bijdragen/velden/")


def test_the_search_narrows_by_them(site):
    search = page(site, "zoeken/")
    assert all(part in search for part in ('name="material" value="wood"', 'name="audience" value="families"', ">Hout<"))
    facets = next(document.facets for document in site.documents if document.address == "objectverhalen/schaaf/")
    assert (facets["material"], facets["collections"]) == (("wood",), ("gereedschap",))


def test_feeds_data_and_schemas_have_them(site):
    assert "De schaaf" in file(site, "objectverhalen/feed.xml")
    assert json.loads(file(site, "api/v1/items/k7m2xq.json"))["front_matter"]["material"] == "wood"
    assert json.loads(file(site, "api/v1/collection-entries.json"))[0]["slug"] == "gereedschap"
    assert json.loads(file(site, "api/v1/schema/object-story.json"))["properties"]["material"]["enum"][:2] == ["wood", "metal"]


def test_editors_and_the_command_for_a_new_file_know_them(museum):
    chosen = settings_at(museum)
    words = catalogue("nl", chosen.declarations)
    assert "Objectverhaal" in json.loads(snippets_text(words, chosen.declarations))


def test_another_process_has_the_same_types(museum):
    chosen = settings_at(museum)
    again = pickle.loads(pickle.dumps(chosen))  # noqa: S301  # our own
    assert again.declarations == chosen.declarations
    assert again.declarations.item_types["object-story"] is chosen.declarations.item_types["object-story"]


def test_another_word_gives_other_keys_to_what_is_kept(museum):
    def key(one: str) -> str:
        declared = own_declarations(OwnModel.model_validate({"words": {"types": {"tip": {"one": one, "other": "Raad"}}}}))
        return JobKeys(replace(settings_at(museum), declarations=declared), PageFrame(Frozen())).key(TextFile("a.txt", "a"))

    assert len({key("Raad"), key("Raadje")}) == 2


def test_nothing_declared_is_what_the_package_has():
    assert own_declarations(NO_MODEL) is DECLARATIONS
