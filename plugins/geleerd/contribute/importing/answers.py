"""What somebody answered elsewhere, sorted by field of ours with the help of a mapping."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geleerd.contribute.importing.field_mapping import BODY, NOT_THEIRS, FieldMapping
from geleerd.contribute.importing.left_over import plain_lines

_NOTHING: tuple[object, ...] = (None, "", [])


@dataclass(frozen=True, slots=True)
class Given:
    """A value that somebody wrote, the name that they gave it, and the field of ours that it is for."""

    name: str
    written: object
    key: str | None = None


@dataclass(frozen=True, slots=True)
class SortedFields:
    """The fields of one contribution, sorted: the story that some of them tell together, and the answers."""

    story: str
    answers: tuple[Given, ...]


def sorted_fields(fields: Mapping[str, object], mapping: FieldMapping, ours: Iterable[str]) -> SortedFields:
    """The fields of a contribution, with the words that the mapping translates. `ours` are the fields that its type has."""
    used = {name for names in mapping.fields.values() for name in names}
    same = {key: (key,) for key in ours if key in fields and key not in used | NOT_THEIRS}
    sources = {**same, **{key: names for key, names in mapping.fields.items() if key in {*ours, BODY}}}
    answers = [answer for key, names in sources.items() for answer in _answers(key, names, fields, mapping.parts.get(key))]
    taken = {name for names in sources.values() for name in names}
    left = [Given(name, value) for name, value in fields.items() if name not in taken]
    story = "\n\n".join(plain_lines(answer.written) for answer in answers if answer.key == BODY)
    return SortedFields(story, (*(answer for answer in answers if answer.key != BODY), *left))


def translated(name: str, value: object, mapping: FieldMapping) -> object:
    """The value of a field of theirs in our words; a word that the mapping drops becomes empty."""
    words = mapping.values.get(name, {})
    if isinstance(value, list):
        return [said for part in value if (said := translated(name, part, mapping)) not in (None, "")]
    return words.get(value.strip(), value) if isinstance(value, str) else value


def defaults(mapping: FieldMapping, filled: Iterable[str | None]) -> Iterator[Given]:
    """What the mapping says of the fields that stay empty."""
    return (Given(key, value, key) for key, value in mapping.defaults.items() if key not in set(filled))


def _answers(key: str, names: Sequence[str], fields: Mapping[str, object], parts: Mapping[str, str] | None) -> Iterator[Given]:
    """The answer for one field of ours, and what rows hold beside the parts that the mapping names."""
    written = {name: fields[name] for name in names if fields.get(name) not in _NOTHING}
    if not written:
        return
    name, value = ", ".join(written), _together(tuple(written.values()))
    if parts and isinstance(value, list):
        rest = [beside for row in value if isinstance(row, Mapping) and (beside := _without(row, set(parts.values())))]
        yield Given(name, [_row(row, parts) if isinstance(row, Mapping) else row for row in value], key)
        yield from [Given(name, rest)] if rest else []
    else:
        yield Given(name, value, key)


def _row(theirs: Mapping[str, object], parts: Mapping[str, str]) -> Mapping[str, object]:
    """A row with our names for its parts, in the order of the mapping."""
    return {ours: theirs[name] for ours, name in parts.items() if theirs.get(name) not in _NOTHING}


def _without(row: Mapping[str, object], names: set[str]) -> Mapping[str, object]:
    return {name: value for name, value in row.items() if name not in names and value not in _NOTHING}


def _together(values: Sequence[object]) -> object:
    """Several fields as one: a list when any of them is one, else paragraphs."""
    if len(values) == 1:
        return values[0]
    if any(isinstance(value, list) for value in values):
        return [part for value in values for part in (value if isinstance(value, list) else [value])]
    return "\n\n".join(plain_lines(value) for value in values)
