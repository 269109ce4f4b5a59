"""The texts in the story of an item."""

from collections.abc import Iterator, Mapping

from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import Link
from geleerd.render.items.struck_patterns import StruckPattern
from geleerd.render.parts.field_views import FieldView
from geleerd.texts.field_texts import ShownText


def texts_of(shown: object) -> Iterator[str]:
    """Every text in a value for a template, at any depth, without the addresses of links."""
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, Link):
        yield from (shown.name, shown.note or "")
    elif isinstance(shown, ShownText):
        yield shown.block
    elif isinstance(shown, StruckPattern):
        yield from (shown.unlike, *texts_of(shown.pattern))
    elif isinstance(shown, FieldView):
        yield from (shown.label, *texts_of(shown.value))
    else:
        parts = shown.values() if isinstance(shown, Mapping) else shown if isinstance(shown, tuple) else ()
        for part in parts:
            yield from texts_of(part)


def words_in_stories(catalogue: Catalogue) -> tuple[str, ...]:
    """The words that the templates themselves add to a story, outside headings and small print."""
    minutes = (catalogue.value("unit", "minutes", count) for count in (1, 2))
    asked = (catalogue.say(key) for key in ("asked-alike", "asked-join", "asked-join-do", "learning-agenda", "line-answers"))
    return (
        *asked,
        catalogue.say("struck-here", usual=""),
        catalogue.say("no-answers"),
        catalogue.part("due").lower(),
        catalogue.part("done").lower(),
        catalogue.part("scale"),
        *minutes,
    )
