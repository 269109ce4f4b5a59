"""A value in the shape that its field has: a list, fields with names, or one text."""

import re
from collections.abc import Mapping

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import FieldSpec, fields_of
from geleerd.model.problems import KeyPath
from geleerd.read.everyday.dates import date_meant
from geleerd.read.everyday.lengths import span_typed, step_meant
from geleerd.read.yaml_mending.lines import TextBlock, as_written, lines_at
from geleerd.validate.did_you_mean import key_meant, values_meant

_BULLET = re.compile(r"^[ \t]*(?:[-*+•·▪–—]|o(?= )|[0-9]{1,3}[.)])[ \t]+|^[ \t]*-(?=[^\W\d])")
_ADDRESS = re.compile(r"https?://\S+")
_FILE = re.compile(r"[^/\\]+\.[A-Za-z0-9]{2,5}")
_NAMED = re.compile(r"([\w-]+)(?: *[:=] *| +)(\S.*)")
_LIST_MARK = re.compile(r"^[-*+•·▪–—]\s*")


def lines_of_list(front: str, place: KeyPath) -> str:
    """The lines of a text of which each begins as an element does, though YAML took them for one text; empty for any other."""
    lines = lines_at(front, place)
    return "\n".join(lines) if len(lines) > 1 and all(map(_BULLET.match, lines)) else ""


def a_list(value: object, path: KeyPath, declaration: type[Declared]) -> list[object] | None:
    """The elements that a text, or a mapping that should have been one of them, means; None when that would be a guess."""
    spec = spec_at(path, declaration)
    if isinstance(value, Mapping):
        mapping = {_LIST_MARK.sub("", str(key)): part for key, part in value.items()}
        return [mapping] if spec and spec.part and set(mapping) <= {field.key for field in fields_of(spec.part)} else None
    value = _shed(value) if isinstance(value, str) else value
    if spec is None or not isinstance(value, str) or value.startswith(("[", "{")):
        return None
    lines = [_BULLET.sub("", line).strip() for line in value.split("\n") if line.strip()]
    if spec.part:
        parts = [_part(line, spec.part) for line in lines]
        return None if None in parts else list(parts)
    if spec.choices and (chosen := values_meant(value, spec.key, spec.choices)):
        return list(chosen)
    is_word = spec.target or spec.choices or spec.key == "tags"
    return [part.strip() for line in lines for part in (re.split(r"[,;]", line) if is_word else [line]) if part.strip()]


def named_fields(value: object, path: KeyPath, declaration: type[Declared]) -> Mapping[str, object] | None:
    """The named fields that a text means; None when that would be a guess."""
    spec = spec_at(path, declaration)
    if spec is None or spec.part is None:
        return None
    keys = {field.key for field in fields_of(spec.part)}
    if {"min", "max"} <= keys and "title" not in keys:  # a step is more than how long it takes
        return _span(value, is_time="unit" in keys)
    if isinstance(value, Mapping) and len(value) == 1:
        value = ": ".join(str(part) for pair in value.items() for part in pair)
    return _part(value, spec.part) if isinstance(value, str) else None


def fields_apart(value: object, path: KeyPath, declaration: type[Declared]) -> Mapping[str, object] | None:
    """The fields of which the names stand against the values, as in `{min:10, max 20}`; None when that would be a guess."""
    spec = spec_at(path, declaration)
    if spec is None or spec.part is None or not isinstance(value, Mapping):
        return None
    keys, fields = {field.key for field in fields_of(spec.part)}, dict[str, object]()
    for key, part in value.items():
        found = _NAMED.fullmatch(key) if part is None else None
        name = (found[1] if found[1] in keys else key_meant(found[1], spec.part)) if found else key
        if name not in keys or name in fields:
            return None
        fields[name] = found[2] if found else part
    return fields if fields != value else None


def one_text(value: object, front: str, place: KeyPath, path: KeyPath, declaration: type[Declared]) -> str | TextBlock | None:
    """One text for what YAML took for a list or for fields: the same signs in quotes, or the elements in one text."""
    if not value:
        return None
    spec = spec_at(path, declaration)
    source = as_written(front, place) or ""
    if source.startswith("{") and isinstance(value, Mapping) and all(part is None for part in value.values()):
        return ", ".join(map(str, value))
    if source.startswith("{") or (isinstance(value, Mapping) and len(value) == 1 and not isinstance(path[-1], str)):
        return source
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        return None
    if spec and spec.prose and isinstance(path[-1], str) and not source.startswith("["):
        return TextBlock(tuple(f"- {line}" for part in value for line in part.splitlines()))
    return ", ".join(value)


def spec_at(path: KeyPath, declaration: type[Declared]) -> FieldSpec | None:
    """What the declaration says of the field at a path, or around an element at that path."""
    spec = None
    for part in path:
        if isinstance(part, str):
            around = declaration if spec is None else spec.part
            spec = next((field for field in fields_of(around) if field.key == part), None) if around else None
            if spec is None:
                return None
    return spec


def _shed(text: str) -> str:
    """A text without the brackets around it, and without one at its end or begin that no other belongs to."""
    for opening, closing in ("[]", "()", "{}"):
        starts, ends = text.startswith(opening), text.endswith(closing)
        if starts and ends:
            return text[1:-1].strip()
        if (ends and opening not in text) or (starts and closing not in text):
            return text.strip(opening + closing).strip()
    return text


def _span(value: object, *, is_time: bool) -> Mapping[str, object] | None:
    """Both ends of the span in a text, or in a list of two numbers."""
    if isinstance(value, list) and len(value) == 2:
        typed = span_typed({"min": value[0], "max": value[1]}, is_time=is_time)
    else:
        typed = span_typed({"min": value}, is_time=is_time) if isinstance(value, str) else None
    if typed is None:
        return None
    single = span_typed({"max": value}, is_time=is_time) if isinstance(value, str) else typed
    unit = {} if typed.get("unit") == "minutes" else {"unit": typed["unit"]} if "unit" in typed else {}
    return {**{key: number for key, number in (*typed.items(), *(single or {}).items()) if key != "unit"}, **unit}


def _part(text: str, part: type[Declared]) -> Mapping[str, object] | None:
    """One element with named fields, from a line of text."""
    specs = {field.key: field for field in fields_of(part)}
    required = [key for key, field in specs.items() if part.model_fields[field.attribute].is_required()]
    if {"role", "organisation"} <= set(specs) and not required:
        return _author(text)
    if "minutes" in specs:
        title, minutes = step_meant(text)
        return {"title": title, **({"minutes": minutes} if minutes else {})}
    if len(required) > 1:
        return None
    first = required[0] if required else next(iter(specs))
    return {first: str(date_meant(text) or text) if first == "date" else text, **_where(text, specs)} if text else None


def _author(text: str) -> Mapping[str, object] | None:
    """The role and the organisation behind it. A name before the role is left out: it needs somebody's consent."""
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    place = next((number for number, part in enumerate(parts) if part[0].islower()), None)
    if place is None:
        return None
    organisation = ", ".join(parts[place + 1 :])
    return {"role": parts[place], **({"organisation": organisation} if organisation else {})}


def _where(text: str, specs: Mapping[str, FieldSpec]) -> Mapping[str, str]:
    """The web address or the file that a text names, if there is a field for it."""
    if "url" in specs and (address := _ADDRESS.search(text)):
        return {"url": address[0].rstrip(".,;)")}
    return {"file": text} if "file" in specs and _FILE.fullmatch(text) else {}
