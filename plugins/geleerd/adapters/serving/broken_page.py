"""The page in the place of one that cannot be made: what is wrong with its file or with a template, and how to mend it."""

from collections.abc import Iterable

from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from geleerd.adapters.outside.mishap import sentence_of
from geleerd.guard import StageError
from geleerd.locale.catalogue import Catalogue
from geleerd.model.problems import Problem

_PAGE = Markup(
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<link rel="icon" href="data:,"><title>{title}</title><style>'
    ":root {{ color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif }} "
    "body {{ max-inline-size: 42rem; margin: 2rem auto; padding-inline: 1rem }} h1 {{ line-height: 1.25 }} "
    "li {{ margin-block: 1.5rem }} p {{ white-space: pre-line; overflow-wrap: anywhere }}"
    "</style></head><body><main><h1>{title}</h1><p>{advice}</p><ul>{problems}</ul></main></body></html>\n"
)
_PROBLEM = Markup("<li><p><code>{place}</code> ({code})</p><p>{sentence}</p></li>")


def broken_page(problems: Iterable[Problem], words: Catalogue) -> str:
    """A page with problems, each with its place, code and sentence."""
    return _page(Markup().join(_PROBLEM.format(place=one.place, code=one.code, sentence=words.problem(one)) for one in problems), words)


def failed_page(error: Exception, words: Catalogue) -> str:
    """A page that says why no template could make it."""
    return _page(Markup("<li>{}</li>").format(reason_of(error, words)), words)


def reason_of(error: Exception, words: Catalogue) -> str:
    """What went wrong: the place in a template where it is one of the owner's, otherwise a sentence."""
    cause = error.__cause__ if isinstance(error, StageError) and error.__cause__ else error
    if isinstance(cause, TemplateSyntaxError):
        return f"{cause.filename or cause.name}:{cause.lineno}: {cause.message}"
    return str(sentence_of(error, words))


def _page(problems: Markup, words: Catalogue) -> str:
    return _PAGE.format(language=words.language, title=words.console("serve-broken"), advice=words.console("serve-mend"), problems=problems)
