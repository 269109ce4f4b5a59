"""The desk pastes what came by mail: it is read as the check would mend it, or the page says why not, and on which line of the mail."""

from pathlib import Path

import pytest
import yaml

from geleerd import DECLARATIONS
from geleerd.contribute.pasting import pasted_names
from geleerd.read.yaml_mending.reading import read_yaml
from tests.workbench.building import ROOT
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

CASES = yaml.load(Path(ROOT / "tests" / "validate" / "mending" / "cases.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
FRONT = sorted({case["write"] for case in CASES if case["code"].startswith("yaml-") and case.get("at") != "fence"})


@pytest.fixture(scope="module")
def desk(real_site, browser):
    with served(real_site) as origin:
        page = browser.new_page()
        page.goto(f"{origin}/bijdragen/redactie/")
        page.wait_for_selector("[data-open][data-ready]")
        yield page
        page.close()


def read(page, raw):
    return page.evaluate(
        """async ([raw, names]) => {
          const { read } = await import(new URL("../../assets/scripts/form/read.js", location.href));
          try { return read(raw, names); } catch (error) { return { code: error.code, line: error.line }; }
        }""",
        [raw, pasted_names(DECLARATIONS)],
    )


@pytest.mark.parametrize("written", FRONT)
def test_yaml_is_mended_as_by_the_check(desk, written):
    front = f"id: k7m2xq\ntype: tip\n{written}\nevidence: tried"
    value = read_yaml(front, "x.md").value
    assert value is not None
    assert read(desk, f"---\n{front}\n---\n").get("tree") == value


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("---\ntype: tip\ntitle: “Begin: klein”\n---\n", "Begin: klein"),
        ("Beste redactie,\n\n---\n\nHierbij.\n\n---\ntype: tip\ntitle: a\n---\n", "a"),
        ("—\ntype: tip\ntitle: a\n—\n", "a"),
        ("---=20\ntype: tip=20\ntitle: a=20\n---=20\n", "a"),
        ("---\ntype: tip\ntitle: =E2=80=9CBegin klein=E2=80=9D en ga zo=\n door\n---\n", "“Begin klein” en ga zo door"),
        ("---\nSoort: Tip\nTitel: a\n---\n", "a"),
        ("> ---\n> type: Tip\n> title: Rondje: begin\n> ---\n", "Rondje: begin"),
        ("---\ntype: tip\ntitle: Dit is een lange\ntitel\n---\n", "Dit is een lange titel"),
    ],
)
def test_what_a_mail_or_a_word_processor_did_is_taken_back(desk, raw, title):
    found = read(desk, raw)
    assert (found["tree"]["type"], found["tree"]["title"]) == ("tip", title)


def test_bullets_make_a_list(desk):
    raw = "---\ntype: tip\ntitle: a\nBronnen:\n  • titel: eigen ervaring\n---\nHet verhaal\n• blijft\n"
    found = read(desk, raw)
    assert found["tree"]["sources"] == [{"title": "eigen ervaring"}]
    assert found["body"] == "Het verhaal\n• blijft"


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        ("Hoi\n\n---\ntype: tip\ntitle: a\n", "front-matter-not-closed", 3),
        ("Hoi,\nhier is mijn tip.\n", "no-front-matter", 0),
        ("Hoi\n\n---\ntype: tip\ntype: les\n---\n", "duplicate-key", 5),
        ("Hoi\n---\ntype: tip\ntags: [{a: b, [c}]\n---\n", "yaml-brackets", 4),
    ],
)
def test_the_page_says_why_and_where_in_the_mail(desk, raw, code, line):
    assert read(desk, raw) == {"code": code, "line": line}
    desk.fill("#paste", raw)
    desk.click("[data-open-paste]")
    said = desk.wait_for_selector("[data-open-error]:not([hidden])").inner_text()
    assert (f"regel {line} van wat je plakte" in said) == (line > 0)
    assert "komt alles in het verhaal" in said
