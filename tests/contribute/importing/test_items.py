"""What was written elsewhere becomes a valid draft, and not a word of it gets lost."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import DECLARATIONS, Code, Severity, reading_of
from geleerd.contribute.importing.conversions import converted
from geleerd.contribute.importing.field_mapping import FieldMapping, field_mapping
from geleerd.contribute.importing.issue_body import sections_in, type_named
from geleerd.contribute.importing.items import Importer
from geleerd.contribute.issue_forms import in_issue_form
from geleerd.contribute.item_file import clean
from geleerd.model.documents import File
from geleerd.model.strings import ItemId, SourcePath
from geleerd.read.foreign.tables import read_table
from geleerd.read.foreign.writings import UnreadableError, Writing, read_event, read_writing
from geleerd.read.front_matter import read_document
from tests.workbench.building import SMALL, TODAY, settings
from tests.workbench.trying import examples

CASES = Path(__file__).parent / "cases"
LIBRARY = reading_of(settings(SMALL)).library
ID = ItemId("abc234")
PERSONAL = {"citizen-number", "phone-number", "personal-email", "birth-date", "iban"}


NO_MAPPING = FieldMapping()
WITHOUT_MAPPING = Importer(LIBRARY, NO_MAPPING, TODAY)


def importer(mapping=NO_MAPPING):
    return WITHOUT_MAPPING if mapping is NO_MAPPING else Importer(LIBRARY, mapping, TODAY)


def case(name):
    return (CASES / name).read_text(encoding="utf-8")


def mapped(text):
    mapping, problems = field_mapping(text, "mapping.yml")
    assert problems == ()
    return mapping


def errors(text):
    """What `geleerd check` would say of the fields of the draft in the knowledge base; its body is as somebody wrote it."""
    below = document(text).body.line
    problems = reading_of(settings(SMALL), (File(SourcePath("lessons/ingezonden/x.md"), len(text), text),)).problems
    return {problem.code for problem in problems if problem.severity is Severity.ERROR and (problem.place.line or 0) < below} - PERSONAL


def document(text):
    return read_document(File(SourcePath("x.md"), len(text), text))[0]


@pytest.mark.parametrize(
    ("writing", "mapping", "expected"),
    [
        (lambda: read_event(case("issue-failure.json")), "", "issue-failure.md"),
        (lambda: read_writing(case("issue-work-format.txt"), "x"), "", "issue-work-format.md"),
        (lambda: read_writing(case("jekyll.txt"), "x"), "jekyll-mapping.yml", "jekyll.md"),
        (lambda: read_writing(case("hugo.txt"), "x"), "", "hugo.md"),
    ],
    ids=["issue of a failure", "issue of a work format", "Jekyll", "Hugo"],
)
def test_every_case_gives_this_draft(writing, mapping, expected):
    draft = importer(mapped(case(mapping)) if mapping else FieldMapping()).draft(writing(), ID)
    assert draft.text == case(expected)
    assert errors(draft.text) == set()


def test_what_does_not_fit_is_reported_by_name_with_what_is_wrong():
    draft = importer().draft(read_event(case("issue-failure.json")), ID)
    notes = [(note.key, note.words.get("name"), note.problem and note.problem.code) for note in draft.notes]
    assert notes == [
        ("left", "Iets anders", None),
        ("invalid", "Faalpatronen", "unknown-reference"),
        ("invalid", "Samenvatting", "too-short"),
        ("invalid", "Thema's", "unknown-reference"),
        ("noted", None, Code.STILL_MISSING),
    ]
    assert draft.notes[-1].problem.parameters["keys"] == "summary, result"


def test_nothing_about_the_sender_goes_into_the_file():
    writing = read_event(case("issue-failure.json"))
    draft = importer().draft(writing, ID)
    assert "zie-mij-niet" not in draft.text + repr(writing)
    assert "41" not in draft.text


def test_labels_may_be_of_either_language():
    draft = importer().draft(Writing("1", body="### The lesson\n\nIets.\n\n### Themes\n\nborging"), ID)
    assert (draft.type, document(draft.text).tree["insight"], document(draft.text).tree["themes"]) == ("lesson", "Iets.", ["borging"])


@pytest.mark.parametrize("name", ["tip", "Tip", "Geleerde les", "work format", "LEARNING-QUESTION"])
def test_a_label_names_the_type(name):
    assert type_named(["bug", name]) in DECLARATIONS.item_types


def test_a_type_that_cannot_be_told_is_said():
    with pytest.raises(UnreadableError, match="no-type"):
        importer().draft(Writing("1", body="Zomaar een tekst."), ID)
    assert importer(FieldMapping(type="tip")).draft(Writing("1", body="Zomaar een tekst."), ID).type == "tip"


def test_an_issue_without_words_makes_no_draft():
    with pytest.raises(UnreadableError, match="empty"):
        importer().draft(Writing("1", body="### Titel\n\n_No response_", labels=("tip",)), ID)


def test_the_title_of_an_issue_stands_in_for_the_field():
    assert importer().draft(Writing("7", title="Begin nu eens klein", labels=("tip",)), ID).slug == "begin-nu-eens-klein"


def test_the_same_label_twice_loses_neither():
    body = "### Titel\n\nEerste titel\n\n### Titel\n\nTweede titel\n\n### Wanneer\n\nAltijd."
    draft = importer().draft(Writing("1", body=body, labels=("tip",)), ID)
    assert document(draft.text).tree["title"] == "Eerste titel"
    assert "- Titel: Tweede titel" in draft.text


def test_a_name_never_becomes_the_role_of_an_author():
    draft = importer().draft(Writing("x", fields={"type": "tip", "title": "Een titel", "authors": ["jansen"]}), ID)
    assert "authors" not in document(draft.text).tree
    assert [note.words.get("name") for note in draft.notes if note.key == "invalid"] == ["authors"]


def test_a_key_cannot_bring_lines_of_its_own():
    fields = {"type": "lesson", "title": "Een titel", "context": {"scale: x\nstatus": "published"}}
    draft = importer().draft(Writing("x", fields=fields), ID)
    assert document(draft.text).tree["status"] == "draft"
    assert [note.problem.code for note in draft.notes if note.problem] == ["expected-text", "still-missing"]


def test_a_text_without_the_headings_of_a_form_stays_as_it_is():
    body = "Voor.\n\n### Eigen kop\n\n- a\n- b"
    draft = importer().draft(Writing("1", body=body, labels=("tip",)), ID)
    assert document(draft.text).body.text.strip() == body


def test_boxes_that_are_not_ticked_say_nothing():
    body = "### Op locatie of online\n\n- [X] op locatie\n- [ ] online\n\n### Doel\n\nx"
    draft = importer().draft(Writing("1", body=body, labels=("work-format",)), ID)
    assert document(draft.text).tree["setting"] == ["in-person"]


def test_a_table_gives_a_draft_for_every_row():
    table = 'Wat;Waarom;Soort;Thema\nBegin nu klein;Dan lukt het;Tip;Borging\n;;;\nTweede; zin. "x";Geleerde les;X\n'
    mapping = mapped("fields: {type: Soort, title: Wat, themes: Thema, body: Waarom}\nvalues: {Thema: {X: werving}}")
    rows = read_table(table, "lijst", importer(mapping).columns)
    drafts = [importer(mapping).draft(row, ID) for row in rows]
    assert [(d.type, d.slug, document(d.text).tree["themes"], document(d.text).body.text.strip()) for d in drafts] == [
        ("tip", "begin-nu-klein", ["borging"], "Dan lukt het"),
        ("lesson", "tweede", ["werving"], 'zin. "x"'),
    ]
    assert rows[1].name == "lijst:4"


@pytest.mark.parametrize(
    ("reader", "text", "reason"),
    [
        (read_event, "geen json", "event"),
        (read_event, "[]", "event"),
        (read_event, '{"issue": {"body": 3}}', "event"),
        (read_event, "[" * 100_000, "event"),
        (lambda text: read_writing(text, "x"), "+++\na = [\n+++\n", "toml"),
        (lambda text: read_writing(text, "x"), "+++\na = 1\n", "toml"),
        (lambda text: read_writing(text, "x"), f"+++\na = {'[' * 5000}\n+++\n", "toml"),
        (lambda text: read_writing(text, "x"), f"+++\n{'a.' * 2000}b=1\n+++\n", "toml"),
        (lambda text: read_writing(text, "x"), f"+++\n[{'a . ' * 2000}b]\n+++\n", "toml"),
        (lambda text: read_writing(text, "x"), "+++\nx={" + '"a".' * 2000 + "b=1}\n+++\n", "toml"),
        (lambda text: read_writing(text, "x"), f"+++\n{'a.' * 200_000}b=1\n+++\n", "yaml-too-large"),
        (lambda text: read_writing(text, "x"), "+++\n" + "".join(f"a{i}=1\n" for i in range(60_000)) + "+++\n", "yaml-too-large"),
        (lambda text: read_writing(text, "x"), "---\na: *b\n---\n", "yaml-alias"),
        (lambda text: read_writing(text, "x"), "---\na: 1\na: 2\nb: *c\n---\n", "yaml-alias"),
    ],
)
def test_what_cannot_be_read_says_why(reader, text, reason):
    with pytest.raises(UnreadableError) as raised:
        reader(text)
    assert reason in (raised.value.reason, getattr(raised.value.reason, "code", ""))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a <!-- b --> c <!----> d", "a  c  d"),
        ("a <!-- b\n--> c --> d", "a  c --> d"),
        ("a <!--> b <!-- c", "a <!--> b <!-- c"),
        ("<!-- " * 100_000, "<!-- " * 100_000),  # whoever looks for the end of each is not done today
    ],
    ids=range(4),
)
def test_what_a_template_says_between_remarks_is_not_shown(written, shown):
    assert read_event(json.dumps({"issue": {"body": written}})).body == shown


def test_of_an_issue_only_texts_and_numbers_are_read():
    writing = read_event('{"issue": {"number": [[[1]]], "title": {"a": 1}, "html_url": 3, "body": "x"}}')
    assert (writing.name, writing.title, writing.address, writing.body) == ("", "", "3", "x")


def test_lists_in_lists_become_a_text_at_some_depth():
    assert "[[[" in str(read_writing(f"+++\na = {'[' * 200}{']' * 200}\n+++\n", "x").fields["a"])


def test_a_value_with_many_dots_is_no_deep_key():
    assert (
        read_writing("+++\na = 'x" + "." * 200 + "'\nb = '1.2.3.4.5.6.7.8.9.10.11'\n+++\nx", "x").fields["b"] == "1.2.3.4.5.6.7.8.9.10.11"
    )


def test_of_a_key_that_stands_there_twice_the_last_value_is_taken_with_a_word():
    writing = read_writing("---\ntitle: Een titel\nhide: [a]\nhide: [b]\ntitle: De titel\n---\n", "x")
    draft = importer(FieldMapping(type="tip", ignore=frozenset({"hide"}))).draft(writing, ID)
    assert document(draft.text).tree["title"] == "De titel"
    assert [(note.words["name"], note.words["at"]) for note in draft.notes if note.key == "doubled"] == [("hide", 4), ("title", 5)]


SOURCES = "type: tip\nfields: {sources: {from: resources, title: description, url: link}}"


def test_rows_that_nobody_mapped_say_how_to_map_them():
    fields = {"title": "Een titel", "sources": [{"link": "https://example.org/a/", "description": "Hoe"}]}
    draft = importer(FieldMapping(type="tip")).draft(Writing("x", fields=fields), ID)
    (words,) = [note.words for note in draft.notes if note.key == "rows"]
    assert (words["name"], words["key"], words["part"], words["parts"]) == ("sources", "sources", "link", "link, description")


def test_rows_of_theirs_become_rows_of_ours_and_the_rest_of_them_stays():
    row = {"link": "https://example.org/a/", "linkType": "web", "description": "Inchecken: hoe"}
    fields = {"title": "Een titel", "resources": [row, {"description": "Een boek"}, "Eigen ervaring"]}
    draft = importer(mapped(SOURCES)).draft(Writing("x", fields=fields), ID)
    assert document(draft.text).tree["sources"] == [
        {"title": "Inchecken: hoe", "url": "https://example.org/a/"},
        {"title": "Een boek"},
        {"title": "Eigen ervaring"},
    ]
    assert "- linkType: web" in draft.text
    assert errors(draft.text) == set()


def test_a_wrong_value_in_a_row_says_what_is_wrong_and_leaves_the_other_rows():
    rows = [{"link": "www.zorg.nl", "description": "Goed"}, {"link": "geen adres", "description": "Fout"}]
    draft = importer(mapped(SOURCES)).draft(Writing("x", fields={"title": "Een titel", "resources": rows}), ID)
    assert document(draft.text).tree["sources"] == [{"title": "Goed", "url": "https://www.zorg.nl"}]
    assert "geen adres" in draft.text
    ((key, problem),) = [(note.key, note.problem) for note in draft.notes if note.words.get("name") == "resources"]
    assert (key, problem.code) == ("invalid", "bad-url")


@pytest.mark.parametrize(
    "written", ["Begin: 5 min\nPraat: 10 min", [{"title": "Begin", "minutes": "5"}, {"title": "Praat", "minutes": "10"}]]
)
def test_a_plan_stays_beside_a_length_that_does_not_agree_with_it(written):
    fields = {"type": "work-format", "title": "Een titel", "duration": "1,5 uur", "steps": written}
    draft = importer().draft(Writing("x", fields=fields), ID)
    assert [step["minutes"] for step in document(draft.text).tree["steps"]] == ["5", "10"]
    assert [(note.words["name"], note.problem.code) for note in draft.notes if note.key == "invalid"] == [
        ("duration", "steps-exceed-duration")
    ]
    assert "- duration: 1,5 uur" in draft.text
    assert errors(draft.text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("typ: tip", "unknown-key"),
        ("type: tipje", "unknown-type"),
        ("type: tip\nfields: {insight: x}", "unknown-key"),
        ("fields: {id: x}", "unknown-key"),
        ("defaults: {status: published}", "unknown-key"),
        ("fields: [a]", "expected-keys"),
        ("values: {x: y}", "expected-keys"),
        ("fields: {title: {a: b}}", "expected-text"),
        ("fields: {sources: {from: x, titel: y}}", "unknown-key"),
        ("fields: {sources: {from: x, title: [y]}}", "expected-text"),
        ("fields: {title: {from: x, title: y}}", "unknown-key"),
        ("- a", "front-matter-not-keys"),
        ("a: [", "yaml-brackets"),
    ],
)
def test_a_mapping_that_is_wrong_is_refused(text, code):
    assert code in {problem.code for problem in field_mapping(text, "mapping.yml")[1]}
    assert Code(code)


def field(type_key, key):
    return importer()._fields[type_key][key]


@pytest.mark.parametrize(
    ("type_key", "key", "written", "value"),
    [
        ("work-format", "duration", "30 - 45 min", {"min": 30, "max": 45, "unit": "minutes"}),
        ("work-format", "duration", "2 uur", {"min": 2, "max": 2, "unit": "hours"}),
        ("work-format", "duration", "1 dag", {"min": 1, "max": 1, "unit": "days"}),
        ("work-format", "duration", "1 to 2 hours", {"min": 1, "max": 2, "unit": "hours"}),
        ("work-format", "duration", "doorlopend", {"unit": "ongoing"}),
        ("work-format", "duration", "20", {"min": 20, "max": 20}),
        ("work-format", "duration", "20 minuten per persoon", "20 minuten per persoon"),
        ("work-format", "group_size", "8+", {"min": 8}),
        ("work-format", "group_size", "2+ people", {"min": 2}),
        ("work-format", "group_size", "2+3", "2+3"),
        ("work-format", "duration", "1,5 uur", {"min": 90, "max": 90, "unit": "minutes"}),
        ("work-format", "duration", "half uur", {"min": 30, "max": 30, "unit": "minutes"}),
        ("work-format", "group_size", "4 people", {"min": 4, "max": 4}),
        ("work-format", "group_size", "4 teams", "4 teams"),
        ("work-format", "phase", "Kennismaken", "meet"),
        ("work-format", "phase", "anders", "anders"),
        ("work-format", "setting", ["online", "hybrid"], ["online", "hybrid"]),
        ("work-format", "materials", "* a, b\n\n• c", ["a, b", "c"]),
        ("work-format", "materials", ["twee\nregels"], ["twee\nregels"]),
        ("lesson", "themes", "Borging, borging, WERVING", ["borging", "werving"]),
        ("lesson", "themes", "borging; anders, werving", ["borging", "anders", "werving"]),
        ("lesson", "tags", "a; b, c", ["a", "b", "c"]),
        ("work-format", "materials", "Stiften - dikke\nStap 1) papier", ["Stiften - dikke", "Stap 1) papier"]),
        ("work-format", "steps", "Praat - samen met elkaar", [{"title": "Praat - samen met elkaar"}]),
        ("lesson", "themes", "Borging [x] werving", ["Borging [x] werving"]),
        ("lesson", "sources", [{"title": "x", "url": "www.zorg.nl"}], [{"title": "x", "url": "https://www.zorg.nl"}]),
        ("lesson", "sources", [{"title": "x", "url": "geen adres"}], [{"title": "x", "url": "geen adres"}]),
        ("lesson", "happened", "2020-01-02T03:04:05Z", "2020-01-02"),
        ("lesson", "happened", "gisteren", "gisteren"),
        ("lesson", "tags", "a, b\nc", ["a", "b", "c"]),
        ("lesson", "tags", "#leren, C#, #", ["leren", "C#"]),
        ("lesson", "tags", ["a", ["b", [None, "c"]]], ["a", "b", "c"]),
        ("lesson", "date", "1-10-2023", "2023-10-01"),
        ("lesson", "date", "oktober 2023", "oktober 2023"),
        ("lesson", "happened", "oktober 2023", "2023-10"),
        ("work-format", "duration", {"min": "half uur", "max": "1 uur"}, {"min": 30, "max": 60, "unit": "minutes"}),
        ("work-format", "duration", "13.30 uur", "13.30 uur"),
        (
            "work-format",
            "steps",
            "- 5' Stilte\n- Praat: een kwartier",
            [{"title": "Stilte", "minutes": 5}, {"title": "Praat", "minutes": 15}],
        ),
        ("work-format", "steps", [{"title": "Praat", "minutes": "10 min"}], [{"title": "Praat", "minutes": 10}]),
        ("lesson", "insight", ["a", "b"], "a\nb"),
        ("lesson", "title", ["Eén titel"], "Eén titel"),
        ("lesson", "sources", "https://voorbeeld.nl/a", [{"title": "https://voorbeeld.nl/a", "url": "https://voorbeeld.nl/a"}]),
        ("lesson", "sources", [{"title": "x"}], [{"title": "x"}]),
        ("lesson", "context", {"setting": "x"}, {"setting": "x"}),
        ("lesson", "authors", ["jansen"], ["jansen"]),
        ("lesson", "applied_by", ["Gemeente Noord"], [{"who": "Gemeente Noord"}]),
    ],
)
def test_words_become_values(type_key, key, written, value):
    assert converted(written, field(type_key, key)) == value


def test_a_name_with_commas_is_one_choice():
    assert converted("op locatie, deels op locatie, deels online", field("work-format", "setting")) == ["in-person", "hybrid"]


def test_answers_of_a_form_are_taken_apart():
    assert sections_in("voor\r\n### A\r\n\r\nx\r\ny\r\n\r\n### B\r\n\r\n_No response_\r\n### C") == (
        "voor",
        (("A", "x\ny"), ("B", ""), ("C", "")),
    )


LABELS = sorted({one.label for fields in importer()._fields.values() for field in fields.values() for one in field})
HOSTILE = st.text(st.one_of(st.characters(), st.sampled_from("\r\n\t \x00\x85\u2028\u0301-:#'\"|>[]{}*`,<é")), max_size=60)
ANSWERS = st.one_of(
    HOSTILE,
    st.sampled_from(
        [
            "_No response_",
            "None",
            "Borging, Werving",
            "---",
            "```",
            "- [X] online",
            "30 tot 10 minuten",
            "a" * 5000,
            "2026-11-22",
            "x\n" * 300,
        ]
    ),
)
BODIES = st.lists(st.tuples(st.one_of(st.sampled_from(LABELS), HOSTILE), ANSWERS), max_size=8).map(
    lambda pairs: "\n\n".join(f"### {label}\n\n{answer}" for label, answer in pairs)
)
TREES = st.dictionaries(
    st.one_of(st.sampled_from(sorted({key for fields in importer()._fields.values() for key in fields})), HOSTILE),
    st.recursive(
        st.one_of(st.none(), ANSWERS), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(HOSTILE, inner, max_size=3), max_leaves=6
    ),
    max_size=6,
)


def drafted(importing, writing, reasons):
    """The draft, or None for one of the reasons to make none."""
    reason, draft = "", None
    try:
        draft = importing.draft(writing, ID)
    except UnreadableError as error:
        reason = error.reason
    assert draft is not None or reason in reasons
    return draft


def told(text):
    return re.findall(r"\w+", text)


@examples(80)
@given(BODIES, HOSTILE, st.sampled_from(list(DECLARATIONS.item_types)))
def test_no_issue_makes_a_file_that_the_check_refuses(body, title, type_key):
    draft = drafted(importer(), Writing("1", title=title, body=body, labels=(type_key,)), {"empty"})
    if draft is None:
        return
    assert errors(draft.text) == set()
    assert document(draft.text).tree["status"] == "draft"


@examples(80)
@given(TREES, HOSTILE, st.sampled_from(list(DECLARATIONS.item_types)))
def test_no_front_matter_makes_a_file_that_the_check_refuses(fields, body, type_key):
    draft = drafted(importer(FieldMapping(type=type_key)), Writing("x", fields=fields, body=body), {"empty", "no-type"})
    assert draft is None or errors(draft.text) == set()


@examples(80)
@given(st.lists(st.tuples(st.sampled_from(LABELS), st.text(max_size=80)), max_size=6), st.sampled_from(list(DECLARATIONS.item_types)))
def test_not_a_word_of_a_text_gets_lost(pairs, type_key):
    known = importer()._forms[type_key]
    texts = {one.label for field in known.values() for one in field if one.kind in {"text", "line"} and not one.many and not one.target}
    pairs = [(label, clean(text).replace("\n", " ")) for label, text in pairs if label in texts]
    body = "\n\n".join(f"### {label}\n\n{text}" for label, text in pairs)
    draft = importer().draft(Writing("1", title="Een titel", body=body, labels=(type_key,)), ID)
    read_back = document(draft.text)
    kept = told(" ".join([str(value) for value in read_back.tree.values()] + [read_back.body.text]))
    assert [word for _, text in pairs if text not in {"None", "_No response_"} for word in told(text) if word not in kept] == []


def letters(text):
    return "".join(re.findall(r"[^\W_]", text))


def read(lines):
    """Lines as a file holds them: control characters and halves of characters do not come out of a file."""
    return clean("\n".join(lines))


@examples(80)
@given(
    st.lists(
        HOSTILE | st.sampled_from(["# Een *k*op", "# Een [kop](x.md)", "Een kop\n===", "```", "> # x", "{{ page.title }}"]), max_size=8
    ).map(read)
)
def test_no_line_of_a_page_gets_lost(body):
    draft = drafted(importer(FieldMapping(type="tip")), Writing("x", "Een naam", body=body, is_page=True), {"empty"})
    if draft is not None and "###" not in body:
        read_back = document(draft.text)
        kept = letters(" ".join([str(value) for value in read_back.tree.values()] + [read_back.body.text]))
        assert [line for line in body.split("\n") if not set(line) & set("&<\\{") and letters(line) not in kept] == []


def test_the_form_asks_only_what_a_contributor_knows():
    for fields in importer()._fields.values():
        assert not any(in_issue_form(field[0]) and field[0].desk for field in fields.values())
