import pytest

from geleerd import DECLARATIONS, catalogue
from geleerd.locale.catalogue import LANGUAGES
from geleerd.locale.field_names import field_name
from geleerd.model.declarations.field_specs import fields_of


@pytest.mark.parametrize(
    ("key", "type_key", "name"),
    [
        ("summary", "", "“Samenvatting”"),
        ("summary", "tip", "“Waarom het werkt”"),
        ("summary", "summary", "“Samenvatting”"),
        ("summary", "id", "“Samenvatting”"),
        ("duration.min", "work-format", "“Hoe lang: Minstens”"),
        ("steps[2].title", "", "“Zo doe je het: Wat je doet”"),
        ("sources[1].title", "", "“Bronnen: Titel”"),
        ("onzin", "", "onzin"),
        ("onzin.min", "", "onzin.min"),
        ("example", "", "example"),
    ],
)
def test_a_field_has_the_name_that_the_form_gives_it(key, type_key, name):
    assert field_name(key, catalogue("nl").entries, type_key) == name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_and_every_part_has_a_name(language):
    entries = catalogue(language).entries
    keys = {spec.key for declared in DECLARATIONS.types.values() for spec in fields_of(declared)}
    inside = {
        f"{spec.key}[1].{part.key}"
        for declared in DECLARATIONS.types.values()
        for spec in fields_of(declared)
        if spec.part
        for part in fields_of(spec.part)
    }
    assert {
        key for key in keys | inside if field_name(key, entries) == key or (key in inside and ": " not in field_name(key, entries))
    } == set()
