"""No word in a heading, a card's title, a label, a head of a table or a fact breaks without a hyphen, on the smallest screens."""

import pytest

from tests.browser.test_accessible import KINDS
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

WIDTHS = [320, 360]
BROKEN = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const broken = [];
  const range = document.createRange();
  // The hyphen that a browser shows at a soft one counts as the beginning of what comes after.
  const isHyphen = (box, text) => box.width < 0.5 * parseFloat(getComputedStyle(text.parentElement).fontSize);
  const lines = (text) => {
    const [first, ...others] = [...range.getClientRects()].filter((box) => box.width > 0.5);
    const boxes = text.data[range.startOffset - 1] === "\u00ad" && first && isHyphen(first, text) ? others : [first, ...others];
    return new Set(boxes.map((box) => box && Math.round(box.top))).size;
  };
  for (const element of document.querySelectorAll("h1, h2, h3, h4, .card__title, dt, th, label, legend, dd.fact")) {
    if (element.closest("[data-items]")) continue; // a script writes these, and the browser breaks them
    if (getComputedStyle(element.closest("thead") ?? element).clipPath !== "none") continue; // read aloud alone
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) {
      if (text.parentElement.closest(".visually-hidden, code, svg")) continue;
      const isAddress = (index) => /:\\/\\/|@|\\w[.]\\w/.test(text.data.slice(0, index).split(/\\s/).at(-1) + text.data.slice(index).split(/\\s/)[0]);
      for (const { 0: word, index } of text.data.matchAll(/[\\p{L}\\p{M}\\p{N}]+/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (lines(text) > 1 && !isAddress(index)) broken.push(`${element.localName}: ${word}`);
      }
    }
  }
  for (const label of document.querySelectorAll("dt, th[scope=col], .field__label, .card__type")) {
    if (getComputedStyle(label.closest("thead") ?? label).clipPath !== "none") continue;
    range.selectNodeContents(label);
    const height = parseFloat(getComputedStyle(label).lineHeight);
    if (label.closest("main") && range.getBoundingClientRect().height > 3.5 * height) broken.push(`more than three lines: ${label.innerText}`);
  }
  return broken;
}"""
"""The parts of words, between the places where a hyphen stands or may stand, that are on more than one line; and labels that are too long."""


def broken(visitor, site, paths):
    with served(site) as origin:
        for width in WIDTHS:
            watched = visitor(origin, viewport={"width": width, "height": 800})
            for path in paths:
                yield from (f"{width} /{path}: {found}" for found in watched.visit(path).evaluate(BROKEN))


def test_no_kind_of_page_breaks_a_word_without_a_hyphen(real_site, visitor):
    assert list(broken(visitor, real_site, KINDS.values())) == []


@pytest.mark.long
def test_no_page_breaks_a_word_without_a_hyphen(real_site, visitor):
    pages = [page for page in sorted(real_site.rglob("*.html")) if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8")]
    paths = [page.relative_to(real_site).as_posix().removesuffix("index.html") for page in pages]
    assert len(paths) > 500
    assert list(broken(visitor, real_site, paths)) == []


def test_who_copies_a_title_gets_it_without_soft_hyphens(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin, permissions=["clipboard-read", "clipboard-write"]).visit("werkvormen/posterpresentatie/")
        page.locator("h1").click(click_count=3)
        assert "\u00ad" in page.evaluate("getSelection().toString()")
        page.keyboard.press("ControlOrMeta+C")
        assert page.evaluate("navigator.clipboard.readText()").strip() == "Posterpresentatie"
