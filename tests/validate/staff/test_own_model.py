"""What is wrong in `content/model.yml` is told at its line, and the rest works."""

import pytest

from geleerd.model.declarations.own_model import NO_MODEL
from geleerd.model.settings import Folders
from geleerd.read.word_lists import read_own_model
from geleerd.validate.staff.own_model import own_model

GOOD = "types:\n  object: { one: Object, other: Objecten, what: Een ding., address: objecten }\n"


def found(tmp_path, text):
    (tmp_path / "content").mkdir(exist_ok=True)
    (tmp_path / "content/model.yml").write_text(text, encoding="utf-8")
    document, in_file = read_own_model(Folders(tmp_path))
    model, problems = own_model(document)
    return model, [(problem.place.line, problem.code.value) for problem in (*in_file, *problems)]


def test_without_a_file_nothing_is_declared(tmp_path):
    assert own_model(read_own_model(Folders(tmp_path))[0]) == (NO_MODEL, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("types: [object]\n", (1, "expected-keys")),
        ("- types\n", (1, "word-list-form")),
        ("soorten: {}\n", (1, "unknown-key")),
        ("types:\n  tip: { one: A, other: B, what: C., address: a }\n", (2, "model-known-key")),
        ("types:\n  Object: { one: A, other: B, what: C., address: a }\n", (2, "bad-key")),
        ("types:\n  ding: { one: A, other: B, what: C., address: tips }\n", (2, "model-known-address")),
        ("types:\n  ding: { one: A, other: B, what: C., address: l }\n", (2, "model-known-address")),
        ("frame:\n  ding: { one: A, other: B, what: C., address: api }\n", (2, "model-known-address")),
        ("types:\n  ding: { one: A, other: B, what: C. }\n", (2, "missing-key")),
        ("types:\n  ding: { one: A, other: B, what: C., address: a, colour: rood }\n", (2, "bad-colour")),
        ("fields:\n  tipp:\n    x: { label: X }\n", (2, "unknown-key")),
        ("fields:\n  tip:\n    title: { label: X }\n", (3, "model-known-key")),
        ("fields:\n  tip:\n    x: { label: X, kind: choice }\n", (3, "model-no-choices")),
        ("fields:\n  tip:\n    x: { label: X, kind: entries, to: dingen }\n", (3, "model-no-target")),
        ("fields:\n  tip:\n    x: { label: X, facet: ja }\n", (3, "model-no-facet")),
        ("fields:\n  tip:\n    x: { label: X, kind: getal }\n", (3, "bad-choice")),
        ("words:\n  phases: { meeting: X }\n", (2, "unknown-key")),
        ("words:\n  labels:\n    titel: X\n", (3, "unknown-key")),
    ],
)
def test_a_mistake_is_told_at_its_line_and_left_out_alone(tmp_path, text, expected):
    model, told = found(tmp_path, text)
    assert told == [expected]
    assert model == NO_MODEL or not {*model.types, *model.frame, *(key for fields in model.fields.values() for key in fields)}
    if not text.startswith(("types", "-")):
        model, told = found(tmp_path, text + GOOD)
        assert ([*model.types], told) == (["object"], [expected])


def test_many_mistakes_are_told_at_once(tmp_path):
    text = "fields:\n  tip:\n    Titel: { label: X }\n    maat: { kind: choice, label: Maat }\n    kleur: { kind: choice, label: Kleur, choices: { rood: Rood } }\n"
    model, told = found(tmp_path, text)
    assert told == [(3, "bad-key"), (4, "model-no-choices")]
    assert [*model.fields["tip"]] == ["kleur"]
