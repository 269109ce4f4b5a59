"""What the parser of YAML complains of, and what it takes as text though somebody meant it as a sign."""

from collections.abc import Sequence

import yaml

from geleerd.model.problem_codes import Code

ADVICE = (
    ("mapping values are not allowed", Code.YAML_COLON),
    ("tab character", Code.YAML_TAB),
    ("end of stream", Code.YAML_QUOTE),
    ("document indicator", Code.YAML_QUOTE),
    ("escape c", Code.YAML_ESCAPE),
    ("hexdecimal number", Code.YAML_ESCAPE),  # libyaml's spelling
    ("did not find expected ',' or", Code.YAML_BRACKETS),
    ("did not find expected node content", Code.YAML_BRACKETS),
    ("cannot start any token", Code.YAML_CHARACTER),
    ("expected alphabetic or numeric character", Code.YAML_CHARACTER),
    ("did not find expected key", Code.YAML_INDENT),
    ("did not find expected '-' indicator", Code.YAML_INDENT),
    ("could not find expected ':'", Code.YAML_INDENT),
    ("did not find expected whitespace", Code.YAML_CHARACTER),
    ("block sequence entries are not allowed", Code.YAML_CHARACTER),
    ("while scanning a block scalar", Code.YAML_CHARACTER),
    ("while scanning a directive", Code.YAML_CHARACTER),
    ("tag", Code.YAML_CHARACTER),
)
"""The words of the parser, and the code that they stand for."""


def complaint(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[Code, int]:
    """The code for an error of the parser, and the line that it is about, counted from 0."""
    said = " ".join(str(part) for part in (error.problem, error.context) if part)
    code = next((code for sign, code in ADVICE if sign in said), Code.YAML_SYNTAX)
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    if code == Code.YAML_CHARACTER and line < len(lines) and "\t" in lines[line]:
        code = Code.YAML_TAB
    if code in {Code.YAML_QUOTE, Code.YAML_BRACKETS} and error.context_mark:
        line = error.context_mark.line
    return code, min(line, max(len(lines) - 1, 0))


def is_in_curly_quotes(text: str) -> bool:
    """Whether one pair of typographic quotes stands around a whole text."""
    inside = text[1:-1]
    return len(text) > 2 and text[0] in "“„«‘" and text[-1] in "”“»’" and not any(sign in inside for sign in "“”„«»")
