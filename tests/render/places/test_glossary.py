"""The glossary: by letter, with a bar of letters, on more pages when it is long."""

import re
from urllib.parse import urljoin

import pytest

from geleerd import Page, build
from geleerd.relate.places.terms import TERMS_PER_PAGE
from tests.workbench.building import settings

LETTERS = "abcdefghijklmnop"


def pages(root) -> dict[str, str]:
    return {a.address: a.content for a in build(settings(root)).artefacts if isinstance(a, Page)}


def terms(count: int) -> dict[str, str]:
    lines = (f"- {{term: {LETTERS[n % len(LETTERS)]}oord {n:04}, meaning: Wat het is.}}\n" for n in range(count))
    return {"content/begrippen.yml": "".join(lines)}


def glossary_of(built: dict[str, str]) -> dict[str, str]:
    return {address: html for address, html in built.items() if re.fullmatch(r"begrippen/(pagina/\d+/)?", address)}


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (1, 1), (TERMS_PER_PAGE, 1), (TERMS_PER_PAGE + 1, 2), (3 * TERMS_PER_PAGE, 3)])
def test_every_term_stands_on_one_page_and_no_page_has_too_many(write, count, expected):
    found = glossary_of(pages(write(terms(count))))
    assert len(found) == expected
    anchors = [anchor for html in found.values() for anchor in re.findall(r'<dt id="([^"]+)"', html)]
    assert len(anchors) == len(set(anchors)) == count
    assert all(html.count("<dt ") <= TERMS_PER_PAGE for html in found.values())


def test_the_bar_leads_from_every_page_to_the_first_term_of_every_letter(write):
    found = glossary_of(pages(write(terms(3 * TERMS_PER_PAGE))))
    for address, html in found.items():
        bar = re.search(r'<nav class="letters".*?</nav>', html, re.DOTALL)
        links = re.findall(r'<a href="([^"#]*)#(letter_[a-z])">([A-Z])</a>', bar[0])
        assert [name for *_, name in links] == list(LETTERS.upper())
        for href, anchor, name in links:
            page = urljoin(f"/{address}", href).removeprefix("/")
            assert f'<h2 id="{anchor}">{name}</h2>' in found[page]
            earlier = [html for other, html in found.items() if other < page]
            assert not any(f'id="{anchor}"' in html for html in earlier)


def test_a_glossary_of_one_letter_needs_no_bar(write):
    assert "letters" not in pages(write({}))["begrippen/"]


def test_a_term_in_a_text_leads_to_the_page_on_which_it_stands(write):
    item = "---\nid: t00001\ntype: tip\ntitle: Een titel hier\nsummary: Een samenvatting die lang genoeg is.\ndate: 2025-01-01\nthemes: [borging]\nsources: [{title: eigen ervaring}]\n---\nEen aoord 0000 en een poord 0255.\n"
    built = pages(write({**terms(256), "lessons/t.md": item}))
    (story,) = (html for address, html in built.items() if address.startswith("tips/t"))
    links = dict(re.findall(r'<a class="term" href="([^"]+)"[^>]*>([^<]+)<', story))
    assert links == {"../../begrippen/#aoord-0000": "aoord 0000", "../../begrippen/pagina/3/#poord-0255": "poord 0255"}
