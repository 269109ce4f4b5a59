"""Makes issue forms of the forge, one for every type of item, so that people with an account there can contribute without a file.

The forms follow GitHub's form schema (docs.github.com, "Syntax for GitHub's form schema"), which Forgejo reads too.
"""

import re
from collections.abc import Iterator, Mapping

from geleerd.contribute.item_file import block
from geleerd.contribute.question_groups import choices_of
from geleerd.contribute.questions import Question, questions_of
from geleerd.locale.catalogue import Catalogue
from geleerd.model.declarations.field_specs import fields_of, keys_of
from geleerd.model.declarations.item_types import Item
from geleerd.model.settings import Settings
from geleerd.relate.library import Library

MOST_OPTIONS = 100
"""Most choices in one menu; with more, people write the names themselves."""

_SHARED = frozenset(keys_of(Item))
_NOT_AN_OPTION = re.compile(r"none|[0-9]{4}-[0-9]{2}-[0-9]{2}", re.IGNORECASE)
"""Names that cannot be an option as they are: `None` is the forge's own word for no choice, and YAML does not read a date as text."""


def issue_forms(library: Library, settings: Settings) -> Mapping[str, str]:
    """The files by name: a form for each type, and the page on which people choose one."""
    words = library.catalogue
    forms = {
        f"{key}.yml": _file(_form(key, declaration, library, settings), words)
        for key, declaration in library.declarations.item_types.items()
    }
    return {**forms, "config.yml": _file(_chooser(library, settings), words)}


def issue_templates(library: Library, settings: Settings) -> Mapping[str, str]:
    """The files by name for a forge without forms, GitLab: a text for each type with a heading for every question, and the help as remarks.

    An import takes such a text for the answers of a form.
    """
    words = library.catalogue
    return {
        f"{' '.join(words.type_name(key).split())}.md": _template(key, declaration, library, settings)
        for key, declaration in library.declarations.item_types.items()
    }


def is_generated(text: str) -> bool:
    """Whether this module made a file, so that it may be replaced."""
    return text.removeprefix("<!-- ").removeprefix("# ").startswith("geleerd issue-forms: ")


def in_issue_form(question: Question) -> bool:
    """Whether an issue form asks for a field: one that publication needs, the networks, or a type's own field that fits in one answer."""
    if question.desk:
        return False
    if question.key in _SHARED:
        return question.to_publish or question.target == "network"
    return question.to_publish or question.kind != "group"


def _file(fields: Mapping[str, object], words: Catalogue) -> str:
    return "\n".join([f"# geleerd issue-forms: {words.issue('generated')}", *block(fields), ""])


def _form(type_key: str, declaration: type[Item], library: Library, settings: Settings) -> Mapping[str, object]:
    words = library.catalogue
    needed = _needed(declaration)
    name = words.type_name(type_key)
    return {
        "name": words.issue("name", name=name),
        "description": words.type_description(type_key),
        "labels": [name],
        "body": [
            {"type": "markdown", "attributes": {"value": _notice(library, settings)}},
            *(_element(question, words, required=question.key == needed) for question in _asked(type_key, declaration, library)),
        ],
    }


def _asked(type_key: str, declaration: type[Item], library: Library) -> list[Question]:
    """The questions of a form, in their order."""
    questions = questions_of(declaration, type_key, choices_of(library), library.catalogue)
    return sorted((question for question in questions if in_issue_form(question)), key=_place)


def _template(type_key: str, declaration: type[Item], library: Library, settings: Settings) -> str:
    words = library.catalogue
    parts = [_remark(f"geleerd issue-forms: {words.issue('generated')}"), _remark(_notice(library, settings))]
    for question in _asked(type_key, declaration, library):
        options = list(_options(question)) if len(question.choices) <= MOST_OPTIONS else []
        help_lines = [_description(question, words, is_menu=False), *(f"- {option}" for option in options)]
        parts += [f"### {question.label}", _remark("\n".join(help_lines))]
    return "\n\n".join(parts) + "\n"


def _remark(text: str) -> str:
    """A text that is seen only by whoever writes in the template; it cannot end before its end."""
    return f"<!-- {text.replace('-->', '→').replace('<!--', '')} -->"


def _place(question: Question) -> int:
    """The place of a question: first the name, then the story, then the entries that it belongs to."""
    return 0 if question.key == "title" else 1 if question.key not in _SHARED else 2


def _needed(declaration: type[Item]) -> str:
    """The one text that a draft must have."""
    return next((spec.key for spec in fields_of(declaration) if spec.core and spec.to_publish), "title")


def _notice(library: Library, settings: Settings) -> str:
    """The notice that everybody can read an issue, and what to do instead."""
    words = library.catalogue
    sentences = [words.issue("public")]
    if settings.site_url:
        sentences.append(words.issue("instead-form", url=_form_url(library, settings)))
    if settings.desk:
        sentences.append(words.issue("instead-mail", desk=settings.desk))
    return "\n\n".join([" ".join(sentences), words.issue("few")])


def _element(question: Question, words: Catalogue, *, required: bool) -> Mapping[str, object]:
    options = tuple(_options(question)) if len(question.choices) <= MOST_OPTIONS else ()
    element = "dropdown" if options else "textarea" if question.many or question.kind == "text" else "input"
    attributes = {
        "label": question.label,
        "description": _description(question, words, is_menu=bool(options)),
        "multiple": True if options and question.many else None,
        "options": options,
        "placeholder": "" if options else question.example,
    }
    return {"type": element, "id": question.key, "attributes": attributes, "validations": {"required": True} if required else None}


def _description(question: Question, words: Catalogue, *, is_menu: bool) -> str:
    """The help on what to write, and how to write a list or several values in one field."""
    if question.kind == "group":
        return words.issue(question.key)
    return f"{question.ask} {words.issue('per-line')}" if question.many and not is_menu else question.ask


def _options(question: Question) -> Iterator[str]:
    """The names to choose from, all different: a name that is not unique, or cannot be an option, is followed by its key."""
    choices = sorted(question.choices, key=lambda choice: choice.name.casefold()) if question.target else question.choices
    names = [" ".join(choice.name.split()) for choice in choices]
    for name, choice in zip(names, choices, strict=True):
        same = [other for other in names if other.casefold() == name.casefold()]
        yield f"{name} ({choice.value})" if len(same) > 1 or _NOT_AN_OPTION.fullmatch(name) else name


def _chooser(library: Library, settings: Settings) -> Mapping[str, object]:
    """The page to choose a form, with other ways to contribute. Mail links do not work everywhere, so the text holds the mail address."""
    words = library.catalogue
    links = []
    if settings.site_url:
        about = words.issue("form-about")
        links.append({"name": words.issue("form-name"), "url": _form_url(library, settings), "about": about})
    if settings.site_url and settings.desk:
        url = settings.site_url.rstrip("/") + "/" + library.addresses.place("contribute")
        links.append({"name": words.issue("mail-name"), "url": url, "about": words.issue("mail-about", desk=settings.desk)})
    return {"blank_issues_enabled": True, "contact_links": links}


def _form_url(library: Library, settings: Settings) -> str:
    return settings.site_url.rstrip("/") + "/" + library.addresses.form("new")
