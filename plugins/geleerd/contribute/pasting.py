"""What the desk's page for pasted texts knows: the names of fields and types in the words of the forms, and why a text cannot be read."""

from collections.abc import Iterator, Mapping

from geleerd.locale.catalogue import Catalogue, catalogues
from geleerd.model.declarations.field_specs import fields_of, keys_of
from geleerd.model.declarations.registry import Declarations
from geleerd.model.problem_codes import Code

_CAUSES = (
    *(Code.FRONT_MATTER_NOT_CLOSED, Code.FRONT_MATTER_NOT_KEYS, Code.DUPLICATE_KEY, Code.YAML_SYNTAX, Code.YAML_TAB, Code.YAML_INDENT),
    *(Code.YAML_QUOTE, Code.YAML_ESCAPE, Code.YAML_BRACKETS, Code.YAML_ALIAS, Code.YAML_TAG),
)


def causes(words: Catalogue) -> Mapping[str, str]:
    """Why a pasted text cannot be read, by the code of the problem."""
    return {code: words.entries["problems"][code] for code in _CAUSES}


def pasted_names(declarations: Declarations) -> Mapping[str, object]:
    """The keys and types by their names in lower case, in every language, and the keys that there are."""
    everywhere = catalogues(declarations)
    known = {key for declared in declarations.types.values() for key in _keys(declared)}
    return {
        "keys": {name.lower(): key for words in reversed(everywhere) for name, key in _labels(words) if key in known},
        "known": sorted(known),
        "types": {name.lower(): key for words in reversed(everywhere) for key in declarations.item_types for name in words.names_of(key)},
    }


def _keys(declared: type) -> Iterator[str]:
    for spec in fields_of(declared):
        yield spec.key
        yield from keys_of(spec.part) if spec.part else ()


def _labels(words: Catalogue) -> Iterator[tuple[str, str]]:
    """The names of fields; those that are the same everywhere win from those of one type."""
    for key, name in words.entries["parts"].items():
        if isinstance(name, str):
            yield name, key
    fields = words.entries["fields"]
    for own in fields.values():
        yield from ((name, key) for key, name in own.items() if "label" not in own)
    yield from ((field["label"], key) for key, field in fields.items() if "label" in field)
