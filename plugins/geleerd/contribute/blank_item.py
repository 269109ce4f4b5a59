"""A new item as a file to fill in: the fields that are asked first, or every field of its type, each with its help."""

import datetime
import json
import textwrap
from collections.abc import Iterator

from geleerd.locale.catalogue import Catalogue
from geleerd.model.declarations.field_specs import FieldSpec, fields_of, keys_of
from geleerd.model.declarations.item_types import Item
from geleerd.model.strings import ItemId

_WIDTH = 110
_OFTEN = ("happened", "networks", "tags", "authors")
_GIVEN = ("id", "type", "title", "date", "status")


def template_file(
    declaration: type[Item], title: str, item_id: ItemId, day: datetime.date, words: Catalogue, *, whole: bool = False
) -> str:
    """The text of a new item file, a valid draft. Fields that publication needs are open; the others are comments (`#`).

    The `whole` of it has every field; otherwise it has those that tell the story and say where it comes from, and how to get the others.
    """
    needed = ", ".join(spec.key for spec in fields_of(declaration) if spec.to_publish)
    lines = [
        "---",
        *_comment(words.console("template-hint", keys=needed)),
        f"id: {item_id}",
        f"type: {declaration.KEY}",
        f"title: {json.dumps(title, ensure_ascii=False)}",
        f"date: {day.isoformat()}",
        "status: draft",
        "",
    ]
    specs = [spec for spec in fields_of(declaration) if spec.key not in _GIVEN and (whole or _is_asked_first(spec))]
    for spec in sorted(specs, key=lambda spec: not spec.to_publish):
        lines += _field(spec, declaration, words)
    if not whole:
        lines += [*_comment(words.console("template-more")), ""]
    return "\n".join([*lines, "---", "", words.console("template-body"), ""])


def _is_asked_first(spec: FieldSpec) -> bool:
    return spec.to_publish or spec.key in _OFTEN or spec.key not in keys_of(Item)


def _field(spec: FieldSpec, declaration: type[Item], words: Catalogue) -> Iterator[str]:
    label, told = words.label(spec.key, declaration.KEY), words.help(spec.key, declaration.KEY)
    note = f" ({words.console('required')})" if spec.to_publish else ""
    yield from _comment(f"{label}{note}" if told == label else f"{label}{note}: {told}")
    mark = "" if spec.to_publish else "# "
    yield from (f"{mark}{line}" for line in _empty(spec, declaration))
    yield ""


def _empty(spec: FieldSpec, declaration: type[Item]) -> tuple[str, ...]:
    """The key with an empty value of the right shape."""
    annotation = declaration.model_fields[spec.attribute].annotation
    is_list = "tuple" in str(annotation)
    if spec.part is None:
        return (f"{spec.key}: []",) if is_list else (f"{spec.key}:",)
    keys = keys_of(spec.part)
    if is_list and spec.to_publish:
        return (f"{spec.key}:", f"#  - {keys[0]}:", *(f"#    {key}:" for key in keys[1:]))
    if is_list:
        return (f"{spec.key}:", f"  - {keys[0]}:", *(f"    {key}:" for key in keys[1:]))
    return (f"{spec.key}:", *(f"  {key}:" for key in keys))


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)]
