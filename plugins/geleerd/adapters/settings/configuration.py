"""Reads `mkdocs.yml`: YAML, with MkDocs' own additions."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from geleerd.adapters.outside.mishap import RefusalError
from geleerd.locale.catalogue import LANGUAGES, Catalogue, catalogue
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.settings import DEFAULT_LANGUAGE
from geleerd.read.conflict_marks import conflict_marks

CONFIG = "mkdocs.yml"


class _Loader(yaml.SafeLoader):
    """Reads YAML with `!ENV`. It ignores values with a Python tag: nothing here needs them, and a stranger may have written them."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def read_configuration(path: Path) -> Mapping[str, Any]:
    """The values of a file, merged over those of the file that it inherits from. Raises `click.UsageError` for an unreadable file."""
    text = path.read_bytes()
    words = catalogue(language_told(text))
    _refuse_conflict(path, text.decode("utf-8", errors="replace"), words)
    try:
        written = yaml.load(text, Loader=_Loader)  # noqa: S506  # it is a safe loader
    except yaml.YAMLError as error:
        mark, reason = getattr(error, "problem_mark", None), getattr(error, "problem", None)
        place = Place(path.name, mark.line + 1) if mark else path.name
        raise RefusalError(words.console("config-yaml", place=place, reason=reason or error)) from None
    if written is None:
        return {}
    if not isinstance(written, dict):
        raise RefusalError(words.console("config-mapping", place=path.name))
    if "INHERIT" not in written:
        return written
    return _merged(_inherited(path, str(written.pop("INHERIT")), words), written)


def language_told(text: bytes) -> str:
    """The language that a file seems to ask for, whatever is wrong with it; where it says none, the default."""
    told = re.search(rb"""\blanguage: *["']?([a-z-]+)""", text)
    language = told[1].decode() if told else ""
    return language if language in LANGUAGES else DEFAULT_LANGUAGE


def place_of_option(path: Path, *keys: str) -> str:
    """The name of a file with the line of a value in it, found along keys and names in lists; the name alone where that is nowhere."""
    line, node = 0, yaml.compose(path.read_bytes(), Loader=_Loader)
    for key in keys:
        pairs = [pair for part in _mappings_in(node) for pair in part.value]
        line, node = next(((name.start_mark.line + 1, value) for name, value in pairs if name.value == key), (0, None))
    return f"{path.name}:{line}" if line else path.name


def _mappings_in(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    for part in node.value if isinstance(node, yaml.SequenceNode) else (node,):
        if isinstance(part, yaml.MappingNode):
            yield part


def _refuse_conflict(path: Path, text: str, words: Catalogue) -> None:
    if line := next(conflict_marks(text), None):
        conflict = Problem(Place(path.name, line), Code.CONFLICT_MARK)
        raise RefusalError(f"{conflict.place}: {words.problem(conflict)}")


def _inherited(path: Path, written: str, words: Catalogue) -> Mapping[str, Any]:
    parent = Path(os.path.normpath(path.parent / written))
    if not parent.exists():
        raise RefusalError(words.console("config-parent", place=path.name, name=written, path=parent))
    return read_configuration(parent)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> Mapping[str, Any]:
    """Both mappings merged, with the mappings inside them; for other values, `above` wins."""
    both = {key: _merged(below[key], above[key]) for key in above if isinstance(below.get(key), dict) and isinstance(above[key], dict)}
    return {**below, **above, **both}
