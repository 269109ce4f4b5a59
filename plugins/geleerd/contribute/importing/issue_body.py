"""Reads the answers in an issue that somebody made with one of the issue forms."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from geleerd.contribute.questions import Question
from geleerd.locale.catalogue import catalogues
from geleerd.model.declarations.registry import DECLARATIONS, Declarations

_HEADING = re.compile(r"### +(\S.*)")
_NO_ANSWER = "_No response_"
"""The text of GitHub and Forgejo below the heading of an empty field."""

Section = tuple[str, str]
"""A heading and the text below it."""


def sections_in(body: str) -> tuple[str, tuple[Section, ...]]:
    """The text above the first heading, and the answers by heading; an empty answer is an empty text."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if heading := _HEADING.fullmatch(line):
            found.append((heading[1].strip(), []))
        else:
            found[-1][1].append(line)
    texts = [(label, "\n".join(lines).strip()) for label, lines in found]
    return texts[0][1], tuple((label, "" if text == _NO_ANSWER else text) for label, text in texts[1:])


def key_of(label: str, fields: Mapping[str, Iterable[Question]]) -> str | None:
    """The key of the field that a heading names in any language."""
    wanted = label.casefold().rstrip(" :*")
    return next((key for key, field in fields.items() if any(one.label.casefold() == wanted for one in field)), None)


def type_named(words: Iterable[str], declarations: Declarations = DECLARATIONS) -> str | None:
    """The type that one of the words names: by its key, or by its name in any language."""
    names = {name.casefold(): key for key in declarations.item_types for name in (key, *_names(key, declarations))}
    return next((names[word.strip().casefold()] for word in words if word.strip().casefold() in names), None)


def type_of(sections: Iterable[Section], forms: Mapping[str, Mapping[str, Iterable[Question]]]) -> str | None:
    """The type whose form has these headings; None when no form, or more than one, fits."""
    labels = [label for label, _ in sections]
    found = {kind: {key for label in labels if (key := key_of(label, fields))} for kind, fields in forms.items()}
    most = max(len(keys) for keys in found.values())
    likely = [kind for kind, keys in found.items() if keys and len(keys) == most]
    fitting = likely if len(likely) == 1 else [kind for kind in likely if len(found[kind]) == len(forms[kind])]
    return fitting[0] if len(fitting) == 1 else None


def is_filled_in(sections: Sequence[Section], forms: Mapping[str, Mapping[str, Iterable[Question]]]) -> bool:
    """Whether the text is that of an issue form: at least two, and half of its headings, are questions of one form."""
    most = max(sum(key_of(label, fields) is not None for label, _ in sections) for fields in forms.values())
    return most >= 2 and len(sections) <= 2 * most


def _names(key: str, declarations: Declarations) -> Iterator[str]:
    return (words.type_name(key) for words in catalogues(declarations))
