"""The tables of `docs/standard.md`, from the declarations: `python -m tests.workbench.standard` writes them into the document again.

It writes the records of the example beside it, too.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin, get_type_hints

from geleerd import DECLARATIONS, Settings, TextFile, build
from geleerd.contribute.schema import described, schema_path
from geleerd.locale.catalogue import catalogue
from geleerd.model.declarations import kinds, part_types
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import FieldSpec, fields_of, keys_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import GLOSSARY
from geleerd.reading import Reading, reading_of
from geleerd.render.programs.api_records import API
from geleerd.render.programs.record_schemas import SCHEMAS_FOLDER, schemas
from tests.workbench.building import ROOT, TODAY

STANDARD = ROOT / "docs/standard.md"
EXAMPLE = ROOT / "docs/standard"
"""A knowledge base of a few files, with the records that it publishes."""

PUBLISHED = ("items.json", "items/a7km2p.json", "items/d5ep6v.json", "themes.json", "terms.json")
"""The records in the example, below `api/v1/`."""

WORDS = catalogue("en")
_ENGLISH = DECLARATIONS.with_folders({key: WORDS.word(key) for key in (*DECLARATIONS.frame_types, GLOSSARY)})
_SETTINGS = Settings(root=EXAMPLE, today=TODAY, site_name="River", site_url="https://river.example/", language="en", declarations=_ENGLISH)
_MADE = re.compile(r"(<!-- made: ([a-z]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_tables(text: str) -> str:
    """The document with every table as the declarations have it now."""
    return _MADE.sub(lambda found: f"{found[1]}\n{_TABLES[found[2]]()}\n{found[3]}", text)


def reading_of_example() -> Reading:
    """What the program reads of the example: its library, and any problems."""
    return reading_of(_SETTINGS)


def records() -> Mapping[str, str]:
    """The records of the example, laid out for people, by their paths."""
    made = {made.path: made.content for made in build(_SETTINGS).artefacts if isinstance(made, TextFile)}
    paths = [f"{API}{name}" for name in PUBLISHED]
    return {path: json.dumps(json.loads(made[path]), ensure_ascii=False, indent=2) + "\n" for path in paths}


def _fields() -> str:
    return "\n".join(
        [
            *_of_type("Every item", Item, set()),
            *(
                line
                for key, declared in DECLARATIONS.item_types.items()
                for line in _of_type(f"`{key}`", declared, set(keys_of(Item)), key)
            ),
            *_of_type("Every entry of the frame", FrameEntry, set()),
            *(
                line
                for key, declared in DECLARATIONS.frame_types.items()
                for line in _of_type(f"`{key}`", declared, set(keys_of(FrameEntry)) - _REDECLARED, key)
            ),
        ]
    )


_REDECLARED = {"title"}
"""Keys that every type may have, of which one says more."""


def _of_type(title: str, declared: type[Declared], shared: set[str], key: str = "") -> Iterator[str]:
    named = f"{title}: {WORDS.type_name(key)}. {WORDS.type_description(key)}" if key else title
    yield from (f"#### {named.rstrip('.')}\n", "| key | holds | meaning |\n|---|---|---|")
    for spec in fields_of(declared):
        if spec.key not in shared:
            yield f"| `{spec.key}`{' *' if spec.to_publish or spec.key == 'id' else ''} | {_holds(spec, declared)} | {WORDS.help(spec.key, key or 'lesson')} |"
    yield ""


def _holds(spec: FieldSpec, declared: type[Declared]) -> str:
    hint = get_type_hints(declared, include_extras=True)[spec.attribute]
    if spec.choices:
        kind = "one of " + " ".join(f"`{choice}`" for choice in spec.choices)
    elif spec.part:
        kind = f"[{spec.part.__name__}](#parts)"
    elif spec.target:
        kind = "id of an item" if spec.target == "item" else f"slug of `{spec.target}`"
    else:
        kind = next(said for inner in _inside(hint) for of, said in _KINDS if _is(inner, of))
    is_list = tuple in map(get_origin, _inside(hint))
    return f"list: {kind}" if is_list and not kind.startswith("list") else kind


def _is(hint: Any, kind: Any) -> bool:
    """Whether an annotation is of a kind, whatever marks stand behind it."""
    of = get_args(kind)
    return hint is kind if kind is str else bool(get_args(hint)[: len(of)] == of)


def _inside(hint: object) -> Iterator[Any]:
    """An annotation and all that it holds."""
    yield hint
    for part in get_args(hint) if not isinstance(hint, str) else ():
        yield from _inside(part)


_KINDS = (
    (kinds.Text, "Markdown"),
    (kinds.Line, "text"),
    (kinds.Title, "text"),
    (kinds.Summary, "text"),
    (kinds.AnyDate, "date, month or year"),
    (kinds.Day, "date"),
    (kinds.Moment, "date, with or without a time"),
    (kinds.Identifier, "id"),
    (kinds.Url, "web address"),
    (kinds.SitePath, "path on the site"),
    (kinds.SitePage, "path on the site"),
    (kinds.License, "SPDX"),
    (kinds.LanguageTag, "BCP 47"),
    (kinds.Count, "number"),
    (kinds.Flag, "yes or no"),
    (kinds.Tag, "text"),
    (str, "text"),
)
"""What a kind of field holds, in words."""


def _parts() -> str:
    used = sorted(
        (part for part in vars(part_types).values() if isinstance(part, type) and issubclass(part, Declared) and part is not Declared),
        key=lambda part: part.__name__,
    )
    rows = [f"| {part.__name__} | {' '.join(map(_key, fields_of(part)))} | {_said(part)} |" for part in used]
    return "\n".join(["| part | keys | meaning |", "|---|---|---|", *rows]) + "\n"


def _key(spec: FieldSpec) -> str:
    return f"`{spec.key}`" + (f" ({', '.join(spec.choices)})" if spec.choices else "")


def _said(part: type[Declared]) -> str:
    return " ".join((part.__doc__ or "").partition("\n\n")[0].split())


def _records() -> str:
    rows = []
    keys: dict[str, str] = {}
    for name, schema in schemas(DECLARATIONS).items():
        inner = schema["items"] if schema.get("type") == "array" else schema
        keys |= {key: one.get("description", "") or keys.get(key, "") for key, one in inner["properties"].items()}
        told = " ".join(f"`{key}`" for key in inner["properties"])
        rows.append(f"| `{'items/<id>' if name == 'item' else name}.json` | `/{SCHEMAS_FOLDER}{name}.json` | {told} |")
    meanings = [f"| `{key}` | {said} |" for key, said in keys.items() if said]
    return "\n".join(["| file | schema | keys |", "|---|---|---|", *rows, "", "| key | meaning |", "|---|---|", *meanings]) + "\n"


def _files() -> str:
    return " ".join(f"`/{schema_path(name)}`" for name in described()) + "\n"


_TABLES = {"fields": _fields, "parts": _parts, "records": _records, "files": _files}

if __name__ == "__main__":
    STANDARD.write_text(with_tables(STANDARD.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for path, text in records().items():
        (EXAMPLE / path).parent.mkdir(parents=True, exist_ok=True)
        (EXAMPLE / path).write_text(text, encoding="utf-8", newline="\n")
