"""The page in the place of one that cannot be made: what is wrong with its file, and how to mend it."""

from collections.abc import Iterable

from markupsafe import Markup

from geleerd.locale.catalogue import Catalogue
from geleerd.model.problems import Problem

_PAGE = Markup(
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<link rel="icon" href="data:,"><title>{title}</title></head><body><h1>{title}</h1><p>{advice}</p><ul>{problems}</ul></body></html>\n'
)
_PROBLEM = Markup("<li><p><code>{place}</code> ({code})</p><p>{sentence}</p></li>")


def broken_page(problems: Iterable[Problem], words: Catalogue) -> str:
    """A page with problems, each with its place, code and sentence."""
    lines = Markup().join(_PROBLEM.format(place=one.place, code=one.code, sentence=words.problem(one)) for one in problems)
    return _PAGE.format(language=words.language, title=words.console("serve-broken"), advice=words.console("serve-mend"), problems=lines)
