"""What a field or a choice means, for whoever points at it."""

import re
from collections.abc import Iterator, Sequence

from geleerd.contribute.editing.fields_at import FieldAt, KnownFields
from geleerd.contribute.editing.spot import spot_at, type_written
from geleerd.locale.catalogue import Catalogue
from geleerd.model.strings import SourcePath

_WORD = re.compile(r"[\w-]+")


def explained(known: KnownFields, words: Catalogue, path: SourcePath, lines: Sequence[str], number: int, column: int) -> str | None:
    """What stands at a column of a line means, as Markdown; None where there is nothing to say."""
    line = lines[number] if number < len(lines) else ""
    word = next((found for found in _WORD.finditer(line) if found.start() <= column <= found.end()), None)
    spot = spot_at(lines, number, word.end() if word else column)
    if spot is None:
        return None
    type_key = type_written(lines)
    if field := known.typed(path, type_key, spot):
        return "\n\n".join(_of_field(field, words))
    if field := known.around(path, type_key, spot):
        return "\n\n".join((*_of_choice(field, spot.typed), *_of_field(field, words)))
    return None


def _of_choice(field: FieldAt, value: str) -> Iterator[str]:
    for option in field.options:
        if option.value == value:
            yield f"**{_inline(option.name)}**: `{value}`"
            if option.note:
                yield _inline(option.note)


def _of_field(field: FieldAt, words: Catalogue) -> Iterator[str]:
    needed = f" ({words.say('required')})" if field.is_needed else ""
    yield f"**{field.label}**: `{field.key}`{needed}"
    yield field.help
    if field.is_enumerated:
        yield "\n".join(f"- `{option.value}`: {_inline(option.name)}" for option in field.options)


def _inline(text: str) -> str:
    """A text on one line in which no sign of Markdown does anything: names come from files of the knowledge base."""
    return re.sub(r"([\\`*_{}\[\]<>()#+!|~&])", r"\\\1", " ".join(text.split()))
