"""The line of `mkdocs.yml` that tells the schema of the files. Nothing else of that file changes: it is the owner's own."""

import re

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_BLOCK = re.compile(r"(\s*(?:- +)?)geleerd:\s*(?:#.*)?$")
_BARE = re.compile(r"(\s*- +)([\"']?)geleerd\2(?=\s*(?:#.*)?$)")
_EMPTY = re.compile(r"(\s*(?:- +)?)geleerd: *\{ *\}")
_FLOW = re.compile(r"(\s*(?:- +)?geleerd: *\{)(?! *\})")
_AMONG = re.compile(r"(plugins: *\[[^\]#]*?)\bgeleerd\b(?! *:(?! *\{schema))")
_SCHEMA = re.compile(r"(\bschema: *)\d+\b")
_INSIDE = 2
"""Spaces before the first option of a plugin, more than before its name."""


def with_schema(text: str, schema: int) -> str | None:
    """The text of the settings with the schema among the options of our plugin; None where its place could not be found."""
    lines = _LINE.findall(text)
    for number, line in enumerate(lines):
        if block := _BLOCK.match(line):
            return "".join([*lines[: number + 1], *_options(lines, number + 1, len(block[1]), schema)])
        if filled := _filled(line, schema):
            return "".join([*lines[:number], filled, *lines[number + 1 :]])
    return None


def _filled(line: str, schema: int) -> str | None:
    """The line, if it holds our plugin with all of its options, with the schema among them."""
    alone = rf"\1geleerd: {{schema: {schema}}}"
    for form, told in ((_FLOW, rf"\1schema: {schema}, "), (_EMPTY, alone), (_BARE, alone), (_AMONG, alone)):
        if form.match(line):
            return _SCHEMA.sub(rf"\g<1>{schema}", line) if _SCHEMA.search(line) else form.sub(told, line, count=1)
    return None


def _options(lines: list[str], first: int, outside: int, schema: int) -> list[str]:
    """The lines behind that of the plugin: with the schema put right among its options, or before the first of them."""
    after = lines[first:]
    indents = [len(line) - len(line.lstrip()) if line.strip() and not line.lstrip().startswith("#") else None for line in after]
    inside = next((indent for indent in indents if indent is not None), 0)
    if inside <= outside:
        inside = outside + _INSIDE
    for number, (line, indent) in enumerate(zip(after, indents, strict=True)):
        if indent is not None and indent <= outside:
            break
        if indent == inside and _SCHEMA.match(line.lstrip()):
            return [*after[:number], _SCHEMA.sub(rf"\g<1>{schema}", line, count=1), *after[number + 1 :]]
    end = "\r\n" if lines[first - 1].endswith("\r\n") else "\n"
    return [*([] if lines[first - 1].endswith(("\r", "\n")) else [end]), f"{' ' * inside}schema: {schema}{end}", *after]
