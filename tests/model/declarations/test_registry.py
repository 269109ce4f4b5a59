"""Every type, field and choice of the declarations has its words, and every type its template."""

from typing import Literal, get_args

import pytest

from geleerd import DECLARATIONS, catalogue
from geleerd.locale.catalogue import LANGUAGES
from geleerd.model.declarations import part_types as parts
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import fields_of
from geleerd.render.parts.templates import theme_folder

TYPES = DECLARATIONS.types
PARTS = [value for value in vars(parts).values() if isinstance(value, type) and issubclass(value, Declared) and value is not Declared]


def literals(annotation: object) -> set[str]:
    if getattr(annotation, "__origin__", None) is Literal:
        return set(get_args(annotation))
    return {value for part in get_args(annotation) for value in literals(part)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", TYPES)
def test_every_type_and_field_has_words(language, key):
    words = catalogue(language)
    assert all([words.type_name(key), words.type_name(key, plural=True), words.type_description(key), words.word(key)])
    assert all(words.label(spec.key, key) and words.help(spec.key) for spec in fields_of(TYPES[key]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_a_choice_has_words(language):
    words = catalogue(language)
    for declaration in (*TYPES.values(), *PARTS):
        for name, info in declaration.model_fields.items():
            if name != "type":
                assert all(words.value(name, value) for value in literals(info.annotation)), name
    assert all(
        words.value("relation", value) and words.value("back", value) for value in literals(parts.Relation.model_fields["type"].annotation)
    )


@pytest.mark.parametrize("key", TYPES)
def test_every_type_has_a_template(key):
    assert (theme_folder() / "pages" / f"{key}.html").is_file()
