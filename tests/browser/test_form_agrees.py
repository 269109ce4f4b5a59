"""The form and `geleerd check` agree: on the bytes of a file, on what is wrong with it, and in the sentences that say so."""

import dataclasses
import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from geleerd import DECLARATIONS, Code, Problem, Severity, catalogue, reading_of
from geleerd.contribute.forge import Forge
from geleerd.contribute.form_views import in_short
from geleerd.contribute.importing.conversions import converted
from geleerd.contribute.item_file import item_file
from geleerd.contribute.question_groups import choices_of
from geleerd.contribute.questions import Question, questions_of
from geleerd.model.documents import File, Front
from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath, slug_from
from geleerd.read.everyday.words import for_scripts
from geleerd.read.front_matter import read_document
from geleerd.validate.entries import OF_A_TOMBSTONE, frame_entry, item_entry
from geleerd.validate.item_rules import NEEDS, WITHOUT_WORDS
from geleerd.validate.privacy.mail_addresses import is_own
from geleerd.validate.privacy.personal_data import PATTERNS, personal_data
from geleerd.validate.privacy.texts import UNREAD, private
from tests.workbench.building import ROOT, settings
from tests.workbench.labelled_lines import CORPORA, read
from tests.workbench.trying import examples
from tests.workbench.visiting import served
from tests.workbench.written_files import CASES, FIELDS, TEXTS

pytestmark = pytest.mark.browser

WORDS = catalogue("nl")
TYPES = DECLARATIONS.types
DESK = "bijdragen/redactie/"


@pytest.fixture(scope="module")
def choices():
    return choices_of(reading_of(settings(ROOT)).library)


def script(page, module: str, call: str, *values: object):
    """Calls a function of one of the form's modules."""
    return page.evaluate(
        f"async (values) => {{ const m = await import(new URL('../assets/scripts/form/{module}.js', location.href)); return {call}; }}",
        list(values),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_recorded_file_has_the_same_bytes(page, case):
    assert script(page, "front-matter", "m.write(values[0], values[1])", case["fields"], case["body"]) == case["text"]


@examples(150)
@given(FIELDS, TEXTS)
def test_every_file_has_the_same_bytes(page, fields, body):
    fields, body = json.loads(json.dumps([fields, body], ensure_ascii=True))
    if any(abs(number) >= 2**53 for number in numbers(fields)):
        return
    encoded = json.dumps([fields, body])
    written = page.evaluate(
        """async (text) => {
          const { write } = await import(new URL("../assets/scripts/form/front-matter.js", location.href));
          return write(...JSON.parse(text));
        }""",
        encoded,
    )
    assert written == item_file(fields, body)


def numbers(value):
    if isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from numbers(part)
    elif isinstance(value, int):
        yield value


# Values that a kind of field takes, and values that it does not.
TRIED = {
    "line": ["Een gewone regel", "x" * 300, "é😀" * 150, "x" * 301],
    "text": ["Een zin.", "Twee\n\nalinea's: met `tekens`", "x" * 4000, "x" * 4001],
    "tag": ["rust", "x" * 60, "x" * 61, "!?", "日本", "😀", "€", "C++"],
    "date": ["2022", "2022-09", "2022-09-14", "2022-13", "2023-02-29", "2024-02-29", "14-9-2022", "vorig jaar", "22"],
    "day": ["2026-11-22", "2026-02-30", "2026-11", "morgen"],
    "moment": [
        "2026-11-22",
        "2026-11-22 13:30",
        "2026-11-22T13:30:59",
        "2026-11-22T13:30",
        "2026-11-22 24:10",
        "2026-11-31 10:00",
        "straks",
    ],
    "id": ["k7m2xq", "oliebol", "1abcde", "k7m2x", "k7m2xq0"],
    "url": [
        "https://voorbeeld.nl/a?b=c",
        "http://voorbeeld.nl",
        "voorbeeld.nl",
        "javascript:alert(1)",
        "https://voor beeld.nl",
        "https://",
        "mailto:a@b.nl",
    ],
    "path": ["/lessen/oud/", "/lessen/oud", "lessen/oud/", "/lessen/../oud/", "/%2e%2e/x/", "/a%00b/", "https://x.nl/", "/a b/"],
    "license": ["CC-BY-4.0", "CC BY 4.0", "MIT", "GPL-3.0+", "-MIT"],
    "language": ["nl", "en-GB", "Nederlands!", "n", "nl_NL"],
    "number": [1, 15, 0, 1_000_000, 1_000_001, "veel", "1,5"],
    "flag": [True],
}


def tried(question: Question):
    """Values for one field, good and bad."""
    if question.kind == "group":
        filled = {part.key: next(iter(tried(part)), "k7m2xq") for part in question.parts if part.required or not part.many}
        values = [filled]
        for part in question.parts:
            values += [{**filled, part.key: value} for value in tried(part)]
            values += [{key: value for key, value in filled.items() if key != part.key}]
    elif question.target == "item":
        values = []
    elif question.choices:
        values = [choice.value for choice in question.choices[:3]] + (["onzin"] if question.kind == "choice" else [])
    else:
        values = TRIED[question.kind]
    if not question.many:
        yield from values
        return
    yield from ([value] for value in values)
    good = next(iter(values), None)
    if good is not None and question.kind != "group":
        yield [good, good]
        yield (
            [f"{good} {number}" for number in range((question.entries or 3) + 1)]
            if not question.choices
            else [c.value for c in question.choices]
        )


GOOD = {
    "id": "k7m2xq",
    "title": "Een goede titel",
    "name": "Een naam",
    "summary": "Een samenvatting van genoeg tekens.",
    "date": "2026-11-22",
    "status": "draft",
}


def trees(inputs):
    """Contributions that differ in one field, and a few that differ in more."""
    known = {question.key for question in inputs}
    base = {key: value for key, value in GOOD.items() if key in known}
    yield base
    for question in inputs:
        for value in tried(question):
            yield {**base, question.key: value}
        yield {key: value for key, value in base.items() if key != question.key}
    for status in ("published", "superseded", "withdrawn", "draft"):
        yield {**base, "status": status}
        yield from ({**base, "status": status, question.key: value} for question in inputs for value in list(tried(question))[:2])
        yield {**base, "status": status, "reason": "Daarom.", "withdrawn_on": "2026"} if "reason" in known else base
    yield {key: base[key] for key in base if key in {"id", "status"}}
    if "meetings" in known:
        for start, end in [
            ("2026-11-22T13:30", "2026-11-22 15:00"),
            ("2026-11-22 15:00", "2026-11-22T13:30"),
            ("2026-11-22", "2026-11-21 10:00"),
            ("2027-03-28 02:30", "2027-03-28T02:59"),
            ("2027-03-27 02:30", "2027-03-28 03:00"),
        ]:
            yield {**base, "meetings": [{"id": "a", "start": start, "end": end}]}
        for ids in (("a", "b"), ("dag 1", "Dag-1"), ("é", "e", "é"), ("!", "!"), ("встреча-1", "собрание-1")):
            yield {**base, "meetings": [{"id": one, "start": "2026-03-12"} for one in ids]}
    if {"steps", "duration"} <= set(known):
        for least, most, minutes in [(10, 20, [5, 6]), (10, 20, [5, 50]), (30, 20, [5]), (60, 90, [5, 5]), (None, 5, [6, None])]:
            steps = [{"title": "Stap", **({"minutes": m} if m else {})} for m in minutes]
            yield {**base, "steps": steps, "duration": {key: value for key, value in (("min", least), ("max", most)) if value}}
            yield {**base, "steps": steps, "duration": {"max": most, "unit": "hours"}}


FOUND = """async ([told, trees]) => {
  const [{ factsOn }, { problems }] = await Promise.all(["facts", "check"].map((name) => import(new URL(`../assets/scripts/form/${name}.js`, location.href))));
  const facts = factsOn({ querySelector: () => ({ textContent: JSON.stringify(told) }) });
  return trees.map((tree) => problems(tree, "", facts));
}"""
"""What a form finds wrong, from what its page tells."""


@pytest.mark.parametrize("kind", TYPES)
def test_the_form_finds_what_the_check_finds(page, choices, kind):
    inputs = questions_of(TYPES[kind], kind, choices, WORDS)
    facts = {
        "is": "item" if kind in DECLARATIONS.item_types else "frame",
        "type": kind,
        "desk": True,
        **in_short(inputs),
        "apart": sorted(WITHOUT_WORDS),
        "personal": dict(PATTERNS),
        "unread": sorted(UNREAD),
        "needs": {code: sorted(keys) for code, keys in NEEDS.items()},
        "tombstone": sorted(OF_A_TOMBSTONE),
    }
    cases = list(trees(inputs))
    assert len(cases) > 60
    found = page.evaluate(FOUND, [facts, cases])
    for tree, of_form in zip(cases, found, strict=True):
        assert signs(of_form) == of_check(kind, tree), tree


def signs(of_form):
    return sorted(
        (spelt(told_at(problem["code"], problem["path"])), problem["code"], sentence(problem["code"], problem["words"]))
        for problem in of_form
    )


def spelt(path):
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)


def sentence(code, words):
    """The sentence without the lines that only a file has."""
    return WORDS.problem(Problem(None, code, {**words, "suggestion": "", "lines": (), "type": ""}))


def of_check(kind, tree):
    text = item_file({"type": kind, **tree} if kind in DECLARATIONS.item_types else tree)
    document, problems = read_document(File(SourcePath("lessons/proef.md"), len(text), text))
    assert problems == (), text
    places = Places()
    document = dataclasses.replace(document, lines=places, front=Front())
    if kind in DECLARATIONS.item_types:
        _, found = item_entry(document)
    else:
        _, found = frame_entry(document, TYPES[kind].FOLDER)
    return sorted(
        (spelt(told_at(problem.code, places.paths[problem.place.line])), problem.code, sentence(problem.code, dict(problem.parameters)))
        for problem in (*found, *private(document))
        if problem.severity is Severity.ERROR
    )


def told_at(code, path):
    """The path of a problem. A field that is missing has no line: both sides may tell it at its question or at the top."""
    return () if code in {Code.MISSING_FIELD, Code.MISSING_KEY} and len(path) == 1 else path


class Places(dict):
    """Gives every path a line of its own, so that a problem's place says its path."""

    def __init__(self):
        self.paths = [(), ()]

    def __contains__(self, path):
        return True

    def get(self, path, default=None):
        if not path:
            return 1
        self.paths.append(path)
        return len(self.paths) - 1

    __getitem__ = get


@pytest.mark.parametrize("name", CORPORA)
def test_the_form_sees_personal_data_nearly_as_well_as_the_check(page, name):
    lines = CORPORA[name][0]
    found = script(
        page,
        "personal",
        "values[0].map(line => m.personalData({}, line, { personal: values[1], unread: [] }).map(p => p.code))",
        [text for text, _ in lines],
        dict(PATTERNS),
    )
    right = sum(len(set(kinds) & expected) for kinds, (_, expected) in zip(found, lines, strict=True))
    assert right / sum(len(set(kinds)) for kinds in found) >= 0.98
    assert right / sum(len(expected) for _, expected in lines) >= 0.97


def test_the_form_knows_the_mailboxes_that_the_check_knows(page):
    names = [name for listed in yaml.load(read("mailboxes.yml"), yaml.CSafeLoader).values() for name in listed.split()]
    addresses = [f"{name}@voorbeeld.nl" for name in names] + [
        "jan@museum.example",
        "jan@noord.museum.example",
        "Wim@a.example",
        "jan.wim@a.example",
    ]
    own = ("museum.example", "wim@a.example")
    found = script(
        page,
        "personal",
        "values[0].filter(line => m.personalData({}, line, { personal: { ...values[1], own: values[2] }, unread: [] }).length)",
        addresses,
        dict(PATTERNS),
        own,
    )
    assert found == [address for address in addresses if [*personal_data(address)] and not is_own(address, own)]


def test_an_owner_chooses_the_forge(page):
    for kind, start, has_text in [
        ("github", "/new/main?filename=", True),
        ("gitlab", "/-/new/main?file_name=", False),
        ("forgejo", "/_new/main?filename=", True),
    ]:
        forge = Forge(kind, "https://forge.example/groep/kennisbank/", "main")
        facts = {"name": forge.name, "new": forge.new, "edit": forge.edit, "path": forge.path_parameter, "text": forge.text_parameter}
        answer = script(page, "hand-in", "m.newFile(values[0], 'lessons/ingezonden/é.md', '---\\na: b&c=d\\n---\\n')", facts)
        assert answer["address"].startswith(f"https://forge.example/groep/kennisbank{start}lessons%2Fingezonden%2F%C3%A9.md")
        assert answer["isWhole"] is has_text
        assert ("value=---%0Aa%3A%20b%26c%3Dd" in answer["address"]) is has_text


@pytest.mark.parametrize(
    "raw",
    [
        "> ---\n> type: tip\n> title: a\n> ---\n>\n> tekst",
        "Hoi!\n\n  ---\n  type: tip\n  title: a\n  ---\n\n  tekst",
        "\ufeff---\r\ntype: tip\r\ntitle: a\r\n---\r\n\r\ntekst\r\n",
        "---\ntype:\u00a0tip\ntitle: a\n---\n\ntekst",
        "> > ---\n> > type: tip\n> > title: a\n> > ---\n> >\n> > tekst",
    ],
)
def test_what_a_mail_did_to_a_text_is_taken_back(page, raw):
    assert script(page, "read", "m.read(values[0])", raw) == {
        "tree": {"type": "tip", "title": "a"},
        "body": "tekst",
        "left": "",
    }


def test_a_name_in_the_address_is_a_slug_or_nothing(page):
    titles = [
        "Begin klein!",
        "Café één à la carte",
        "Straße",
        "日本語",
        "😀",
        "x" * 200,
        "een " * 60,
        "---",
        "Oma's idee",
        "DSV’s",
        "Ærø & Łódź",
        "50% minder, 2x zo snel",
        "Bijeen\u00adkomst el\u200bkaar",
    ]
    slugs = script(page, "slug", "values[0].map(m.slugFrom)", titles)
    latin = [title for title in titles if title not in {"日本語", "😀"}]
    assert [slug for slug, title in zip(slugs, titles, strict=True) if title in latin] == [slug_from(title) for title in latin]
    assert slugs[3:5] == ["", ""]


STEPS = [
    "10 min Schrijf op",
    "15 minuten: Bespreek",
    "5 min. Pauze",
    "1 minuut stilte",
    "3 minpunten noemen",
    "2 minder mensen",
    "20 min",
    "Hang op",
]


def test_minutes_in_front_of_a_step_are_understood_as_in_an_import(page):
    """The form and `geleerd import` read a line of steps alike."""
    found = page.evaluate(
        """async ([rows, words]) => {
          const [{ collect }, { everyday }] = await Promise.all(["fields", "everyday"].map((name) => import(new URL(`../assets/scripts/form/${name}.js`, location.href))));
          const box = document.createElement("div");
          box.innerHTML = '<div data-key="steps" data-control="steps"><textarea data-value></textarea></div>';
          box.querySelector("textarea").value = rows.join("\\n");
          return collect(box, everyday(words)).steps;
        }""",
        [STEPS, for_scripts()],
    )
    steps = next(
        question
        for question in questions_of(DECLARATIONS.item_types["work-format"], "work-format", Frozen(), WORDS)
        if question.key == "steps"
    )
    assert found == converted("\n".join(STEPS), (steps,))
    assert {"title": "1 minuut stilte"} in found or {"title": "stilte", "minutes": 1} in found
    assert {"title": "3 minpunten noemen"} in found


SHAPES = st.recursive(
    st.sampled_from(["tekst", "2022", "true", "", "een: twee", "k7m2xq"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["title", "url", "wie", "min", "role"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@examples(60)
@given(
    st.dictionaries(
        st.sampled_from(["title", "sources", "authors", "conditions", "context", "tags", "themes", "evidence", "onbekend"]),
        SHAPES,
        max_size=4,
    )
)
def test_nothing_that_a_form_cannot_show_gets_lost(desk_form, tree):
    """Every text of a pasted file stands in the questions or in the body."""
    desk_form.evaluate(
        "tree => { localStorage.clear(); sessionStorage.clear(); sessionStorage.setItem('geleerd:/:open', JSON.stringify({ type: 'lesson', tree, body: 'het verhaal' })); location.reload(); }",
        tree,
    )
    desk_form.locator("[data-form][data-ready]").wait_for()
    shown = desk_form.evaluate(
        """() => [...document.querySelectorAll("[data-asks] input, [data-asks] textarea, [data-asks] select")]
          .filter((field) => field.type !== "checkbox" || field.checked).map((field) => field.value).join("\\n")"""
    )
    missing = [text for text in leaves(tree) if text not in shown and json.dumps(text, ensure_ascii=False)[1:-1] not in shown]
    assert missing == []


def leaves(value):
    if isinstance(value, dict):
        for part in value.values():
            yield from leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part)
    elif value.strip():
        yield value


@pytest.fixture(scope="module")
def desk_form(real_site, browser):
    with served(real_site) as origin:
        page = browser.new_page()
        page.goto(f"{origin}/bijdragen/redactie/lessen/")
        yield page
        page.close()
