"""However long a text or an address is, a page reads no more of it than it can: counted, not timed."""

import dataclasses

import pytest

from geleerd import DECLARATIONS, catalogue, reading_of
from geleerd.contribute.question_groups import choices_of
from geleerd.contribute.questions import questions_of
from geleerd.model.limits import LONGEST_BODY, LONGEST_LINE
from geleerd.validate.item_rules import NEEDS, WITHOUT_WORDS
from geleerd.validate.privacy.personal_data import PATTERNS
from geleerd.validate.privacy.texts import UNREAD
from tests.workbench.building import ROOT, settings

pytestmark = pytest.mark.browser

LONG = ["x" * 100_000, "06 " * 33_000, "1-1-2000" + " " * 100_000 + "(", "a@" * 50_000, "NL" + "1 " * 50_000, "- 10 min " * 11_000]

LOOKED_AT = """async ([facts, texts]) => {
  const { problems } = await import(new URL("../assets/scripts/form/check.js", location.href));
  const { exec } = RegExp.prototype;
  let most = 0;
  RegExp.prototype.exec = function (text) { most = Math.max(most, String(text).length); return exec.call(this, text); };
  const valueOf = (input, text) => input.kind === "group" ? Object.fromEntries(input.parts.map((part) => [part.key, valueOf(part, text)])) : input.many ? [text] : text;
  try {
    return texts.map((text) => {
      const tree = Object.fromEntries(facts.inputs.map((input) => [input.key, input.many && input.kind === "group" ? [valueOf({ ...input, many: false }, text)] : valueOf(input, text)]));
      most = 0;
      return { codes: problems({ ...tree, status: "draft" }, text, { ...facts, apart: [] }).filter(({ path }) => path[0] === "body").map(({ code }) => code), most };
    });
  } finally { RegExp.prototype.exec = exec; }
}"""


def test_no_expression_of_the_form_reads_further_than_a_line_may_go(page):
    words = catalogue("nl")
    inputs = [
        dataclasses.asdict(question)
        for question in questions_of(DECLARATIONS.types["tip"], "tip", choices_of(reading_of(settings(ROOT)).library), words)
    ]
    facts = {
        "is": "item",
        "type": "tip",
        "desk": False,
        "apart": sorted(WITHOUT_WORDS),
        "personal": dict(PATTERNS),
        "unread": sorted(UNREAD),
        "inputs": inputs,
        "needs": {code: sorted(keys) for code, keys in NEEDS.items()},
        "tombstone": [],
        "longest": {"line": LONGEST_LINE, "body": LONGEST_BODY},
    }
    for found in page.evaluate(LOOKED_AT, [facts, LONG]):
        assert "line-too-long" in found["codes"]
        assert found["most"] <= LONGEST_LINE
    [whole] = page.evaluate(LOOKED_AT, [facts, ["woorden\n" * 20_000]])
    assert "body-too-complex" in whole["codes"]


def test_an_address_with_four_hundred_choices_makes_a_few_notes_and_asks_little(page):
    call = """async () => {
      const search = await import(new URL("../assets/scripts/search/address.js", location.href));
      const newsletter = await import(new URL("../assets/scripts/newsletter/address.js", location.href));
      const many = Array.from({ length: 400 }, (_, n) => `theme=x${n}&tag=y${n}&__proto__=${n}&from=${"9".repeat(900)}`).join("&");
      const known = { theme: new Set(["borging"]), tag: null };
      const state = search.read(`?q=${"z".repeat(50_000)}&theme=borging&${many}`, known);
      const staff = newsletter.read(`?${many}`, { theme: known.theme }, {});
      return { unknown: state.unknown.length, tags: state.facets.tag.size, themes: [...state.facets.theme], q: state.q.length,
        letters: staff.unknown.length, undated: String(staff.undated).length };
    }"""
    assert page.evaluate(call) == {"unknown": 5, "tags": 20, "themes": ["borging"], "q": 1000, "letters": 5, "undated": 80}


SAME = """async (texts) => {
  const m = await import(new URL("../assets/scripts/form/normal.js", location.href));
  return texts.map((text) => [m.text(text), m.line(text), m.body(text)]);
}"""


def test_the_ends_of_a_text_are_cleaned_as_before(page):
    found = page.evaluate(
        SAME, ["  a \n\n b\t \n", "\n \t\n  a\n\tb  \n \n", " \n ", "", " \t ", "\u00a0a\u00a0\n\u00a0b", "a\r\n\r\nb\r\n"]
    )
    assert found == [
        ["a \n\n b", "a b", "  a \n\n b\t "],
        ["a\n b", "a b", "  a\n\tb  "],
        ["", "", ""],
        ["", "", ""],
        ["", "", ""],
        ["a\u00a0\n\u00a0b", "a b", "\u00a0a\u00a0\n\u00a0b"],
        ["a\n\nb", "a b", "a\n\nb"],
    ]
