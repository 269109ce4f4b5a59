"""From the errors of pydantic to problems with a place."""

import posixpath
import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code, code_of
from geleerd.model.problems import KeyPath, Problem
from geleerd.read.yaml_mending.colons import named_apart
from geleerd.read.yaml_mending.lines import shown
from geleerd.validate.did_you_mean import key_meant, value_meant
from geleerd.validate.mending.shapes import fields_apart
from geleerd.validate.mending.told import told

Parameters = dict[str, object]


def complaints(error: ValidationError, declaration: type[Declared], document: Document) -> list[Problem]:
    """A problem for every error, in the words of the declaration, at the line of the value.

    One mistake is one problem: a misspelt key is not missing as well, and a text that a comment swallowed is not empty as well.
    """
    errors = [details for details in error.errors(include_url=False) if not _is_swallowed(details, document)]
    glued = {path for details in errors if (path := _names_against_values(details, declaration, document))}
    errors = [details for details in errors if not any(tuple(details["loc"][: len(path)]) == path for path in glued)]
    texts = {tuple(details["loc"][:-1]): details for details in errors if _is_text(details, declaration, document)}
    found = [
        (_as_written(tuple(details["loc"]), document), _problem(details, declaration, document))
        for details in errors
        if tuple(details["loc"][:-1]) not in texts
    ]
    meant = {
        (*path[:-1], problem.parameters.get("suggestion"))
        for path, problem in found
        if problem.code in {Code.UNKNOWN_KEY, Code.MISSING_COLON}
    }
    told_once = [problem for path, problem in found if problem.code is not Code.MISSING_KEY or path not in meant]
    apart = [told(document, path, Code.MISSING_COLON, {"key": spelt(path)}, declaration) for path in sorted(glued, key=str)]
    return [*told_once, *apart, *(_text_with_colon(path, details, declaration, document) for path, details in texts.items())]


def _as_written(path: KeyPath, document: Document) -> KeyPath:
    """The path as far as the document has it: what is written in short, as one text, has no keys in it."""
    depths = (depth for depth in range(1, len(path)) if isinstance(document.value_at(path[:depth]), str))
    return path[: next(depths, len(path))]


def _is_text(details: ErrorDetails, declaration: type[Declared], document: Document) -> bool:
    """Whether an element was meant as a text, of which YAML took the words before a colon for a key: `- Praat rond: 10 min`."""
    *around, key = details["loc"] or ("",)
    if details["type"] != "extra_forbidden" or not around or not isinstance(around[-1], int) or not isinstance(details["input"], str):
        return False
    value = document.value_at(tuple(around))
    return isinstance(value, Mapping) and len(value) == 1 and not key_meant(str(key), _inner(declaration, tuple(around)))


def _names_against_values(details: ErrorDetails, declaration: type[Declared], document: Document) -> KeyPath:
    """The path of fields whose names stand against their values, as in `{min:10, max 20}`; empty for any other error."""
    around = tuple(details["loc"][:-1])
    is_name = details["type"] == "extra_forbidden" and details["input"] is None
    return around if is_name and fields_apart(document.value_at(around), around, declaration) else ()


def _text_with_colon(path: KeyPath, details: ErrorDetails, declaration: type[Declared], document: Document) -> Problem:
    words = {"key": spelt(path), "value": f"{details['loc'][-1]}: {details['input']}"[:80]}
    return told(document, path, Code.EXPECTED_KEYS, words, declaration)


def _is_swallowed(details: ErrorDetails, document: Document) -> bool:
    """Whether a value is empty or too short because a `#` swallowed the rest, which the reader of YAML has told already."""
    line = document.place(tuple(details["loc"])).line
    lacks = details["input"] is None or details["type"] == "string_too_short"
    return lacks and any(number == line and re.match(r"#+\w", aside) for number, aside in document.asides)


def _problem(details: ErrorDetails, declaration: type[Declared], document: Document) -> Problem:
    path = _as_written(tuple(details["loc"]), document)
    whole = (*document.front.root, *path)
    if details["input"] is None and whole and isinstance(whole[-1], int):
        list_name = spelt(whole[:-1]) or posixpath.basename(document.path)
        return told(document, path, Code.EMPTY_ELEMENT, {"key": list_name}, declaration)
    code, parameters = _translated(details, declaration, path)
    return told(document, path, code, {"key": spelt(path), **parameters}, declaration)


def spelt(path: KeyPath) -> str:
    """A key path as a person writes it: `steps[2].minutes`, counting from 1."""
    text = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def _translated(details: ErrorDetails, declaration: type[Declared], path: KeyPath) -> tuple[Code, Parameters]:
    kind = details["type"]
    context: Mapping[str, Any] = details.get("ctx", {})
    if own := code_of(kind):
        is_text = own is Code.REPEATED_VALUE or isinstance(details["input"], str)
        return own, dict(context) if is_text else {**context, "value": shown(details["input"])}
    if kind == "extra_forbidden" and _lacks_space(str(path[-1]), _inner(declaration, path[:-1])):
        return Code.YAML_SPACE, {}
    if kind == "extra_forbidden" and len(path) == 1 and isinstance(details["input"], str) and all(found := named_apart(str(path[0]))):
        return Code.MISSING_COLON, {"suggestion": found[0]}
    if kind == "extra_forbidden":
        return Code.UNKNOWN_KEY, {"key": spelt(path), "suggestion": key_meant(str(path[-1]), _inner(declaration, path[:-1]))}
    code, pick = _KINDS[kind]
    parameters = pick(context, details["input"])
    if code == Code.BAD_CHOICE:
        key = next(str(part) for part in reversed(path) if isinstance(part, str))
        parameters["suggestion"] = value_meant(str(details["input"]), key, str(parameters["choices"]).split(", "))
    return code, parameters


def _lacks_space(key: str, declaration: type[Declared]) -> bool:
    """Whether a key is one of ours with text right behind its colon, as in `title:Begin: klein`."""
    name, colon, text = key.partition(":")
    return bool(colon and text) and name in keys_of(declaration)


def _inner(declaration: type[Declared], path: KeyPath) -> type[Declared]:
    """The declaration that holds the value at `path`."""
    for part in path:
        if isinstance(part, str):
            info = next((i for name, i in declaration.model_fields.items() if (i.alias or name) == part), None)
            declaration = _declaration_in(info.annotation) if info else declaration
    return declaration


def _declaration_in(annotation: object) -> type[Declared]:
    if isinstance(annotation, type) and issubclass(annotation, Declared):
        return annotation
    return next((found for part in get_args(annotation) if (found := _declaration_in(part)) is not Declared), Declared)


def _choice(context: Mapping[str, Any], value: object) -> Parameters:
    choices = re.findall(r"'([^']*)'", str(context["expected"]))
    return {"value": shown(value), "choices": ", ".join(choices)}


def _limit(name: str) -> Callable[[Mapping[str, Any], object], Parameters]:
    def pick(context: Mapping[str, Any], value: object) -> Parameters:
        return {"limit": context[name], "length": len(value) if isinstance(value, (str, list)) else 0}

    return pick


def _value(_: Mapping[str, Any], value: object) -> Parameters:
    return {"value": shown(value)}


def _nothing(_: Mapping[str, Any], __: object) -> Parameters:
    return {}


_KINDS: Mapping[str, tuple[Code, Callable[[Mapping[str, Any], object], Parameters]]] = {
    "missing": (Code.MISSING_KEY, _nothing),
    "string_type": (Code.EXPECTED_TEXT, _nothing),
    "string_too_short": (Code.TOO_SHORT, _limit("min_length")),
    "string_too_long": (Code.TOO_LONG, _limit("max_length")),
    "too_long": (Code.TOO_MANY, _limit("max_length")),
    "tuple_type": (Code.EXPECTED_LIST, _value),
    "model_type": (Code.EXPECTED_KEYS, _value),
    "dict_type": (Code.EXPECTED_KEYS, _value),
    "literal_error": (Code.BAD_CHOICE, _choice),
    "int_parsing": (Code.EXPECTED_NUMBER, _value),
    "int_type": (Code.EXPECTED_NUMBER, _value),
    "int_from_float": (Code.EXPECTED_NUMBER, _value),
    "int_parsing_size": (Code.EXPECTED_NUMBER, _value),
    "greater_than_equal": (Code.NUMBER_TOO_SMALL, _limit("ge")),
    "less_than_equal": (Code.EXPECTED_NUMBER, _value),
    "bool_parsing": (Code.EXPECTED_YES_NO, _value),
    "bool_type": (Code.EXPECTED_YES_NO, _value),
}
