"""Where the two folders of a knowledge base may lie."""

from pathlib import Path

import pytest

from geleerd import catalogue
from geleerd.adapters.settings.folders import below, folders_refusal
from geleerd.model.settings import Folders


def said(root: Path, lessons: str, content: str) -> str:
    return folders_refusal(Folders(root, below(root, lessons), below(root, content)), catalogue("nl")) or ""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "kennisbank"
    for folder in ("lessons/map", "content", ".git", ".klad/x", "../inhoud"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "bestand").write_text("")
    links = {"uit": "../inhoud", "hier": ".", "boven": "..", "git": ".git", "dood": "nergens", "zelf": "zelf", "les": "lessons/map"}
    for name, target in links.items():
        (root / name).symlink_to(target)
    return root


@pytest.mark.parametrize("content", ["content", "./content/", "content/diep/../", "bestaat-nog-niet", "uit"])
def test_a_folder_in_the_root_is_right_and_a_link_to_one_elsewhere(root, content):
    assert said(root, "lessons", content) == ""
    assert said(root, "lessons", str(root / content)) == ""


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("../inhoud", "De map ../inhoud (docs_dir in mkdocs.yml) ligt niet in de map van mkdocs.yml."),
        ("..", "De map .. (docs_dir in mkdocs.yml) ligt niet in de map van mkdocs.yml."),
        (".", ". (docs_dir in mkdocs.yml) is de map van mkdocs.yml zelf of een map daarboven"),
        ("hier", "hier (docs_dir in mkdocs.yml) is de map van mkdocs.yml zelf"),
        ("boven", "boven (docs_dir in mkdocs.yml) is de map van mkdocs.yml zelf"),
        ("git", "of een verborgen map daarin"),
        (".klad/x", "of een verborgen map daarin"),
        ("dood", "dood (docs_dir in mkdocs.yml) is geen map, of een koppeling die nergens heen leidt"),
        ("zelf", "is geen map"),
        ("bestand", "is geen map"),
        ("lessons", "(lessons) en de map met pagina's (lessons) zijn dezelfde map"),
        ("lessons/map", "of de ene ligt in de andere"),
        ("les", "of de ene ligt in de andere"),
        ("Lessons", "(lessons) en de map met pagina's (Lessons) zijn dezelfde map"),
        ("con", "De map con (docs_dir in mkdocs.yml) kan zo niet heten. "),
        ("inhoud.", "De map inhoud. (docs_dir in mkdocs.yml) kan zo niet heten. "),
        ("diep/aux/x", "De map diep/aux/x (docs_dir in mkdocs.yml) kan zo niet heten. "),
        ("cafe\u0301", "(docs_dir in mkdocs.yml) kan zo niet heten. "),
        ("a\0b", "De map a\\x00b (docs_dir in mkdocs.yml) kan zo niet heten. In deze naam staat U+0000"),
    ],
)
def test_another_place_is_refused_in_a_sentence(root, content, sentence):
    assert sentence in said(root, "lessons", content)


def test_the_folder_of_contributions_has_the_same_rules(root):
    assert "../inhoud (lessons_dir in mkdocs.yml)" in said(root, "../inhoud", "content")
    assert "of de ene ligt in de andere" in said(root, "content/lessons", "content")
    assert "De map con (lessons_dir in mkdocs.yml) kan zo niet heten." in said(root, "con", "content")
