"""Examples of Markdown with the HTML that they should become, and what the site makes of a text."""

import re

import yaml

from geleerd import catalogue
from geleerd.commonmark.html import convert_body, convert_field
from geleerd.texts.bodies import words_of
from geleerd.texts.safe_html import safe_html
from tests.workbench.building import ROOT
from tests.workbench.html_trees import Element, tree

FOLDER = ROOT / "tests" / "commonmark"
CASES = yaml.safe_load((FOLDER / "cases.yml").read_text(encoding="utf-8"))
DIALECT = yaml.safe_load((FOLDER / "dialect.yml").read_text(encoding="utf-8"))
TITLES = dict(words_of(catalogue("nl")).alerts)


def kept(html: str) -> str:
    """The harmless part of a text's HTML, with its links; images only have a description."""
    return safe_html(html, lambda tag, written: "" if tag == "img" else written).html


def expected(html: str) -> Element:
    """What a specification says, on a page that has a title of its own already."""
    return tree(kept(re.sub(r"(</?)h1\b", r"\1h2", html)))


def on_the_site(markdown: str, *, is_field: bool = False) -> Element:
    """What the site shows of a text."""
    converted = convert_field(markdown, TITLES) if is_field else convert_body(markdown, TITLES, lambda name: None)
    assert converted is not None
    return tree(re.sub(r'<a id="~\d+"></a>', "", kept(converted.html)))
