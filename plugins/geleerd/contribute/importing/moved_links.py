"""A contribution with its links rewritten, and notes about those that lead nowhere."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from geleerd.commonmark.rewritten import linked, relinked, without_wiki_links
from geleerd.contribute.importing.targets import PageTargets
from geleerd.contribute.importing.templates import templates_in
from geleerd.model.documents import Document
from geleerd.model.frozen import Frozen
from geleerd.read.foreign.writings import Note, Writing


def moved(writing: Writing, targets: PageTargets) -> tuple[Writing, int]:
    """The contribution with all links in its texts leading to what they mean here, and how many were rewritten."""
    counted: list[int] = []

    def rewritten(value: object) -> object:
        if isinstance(value, str):
            text, count = relinked(value, targets)
            text, more = without_wiki_links(text, targets.wiki)
            counted.append(count + more)
            return text
        if isinstance(value, Mapping):
            return {key: rewritten(part) for key, part in value.items()}
        return [rewritten(part) for part in value] if isinstance(value, (list, tuple)) else value

    fields = Frozen({key: rewritten(value) for key, value in writing.fields.items()})
    body = str(rewritten(writing.body))
    return replace(writing, fields=fields, body=body), sum(counted)


def link_notes(document: Document, targets: PageTargets) -> Iterator[Note]:
    """Notes about links and files that could not come along, and about commands of other generators, each with its line in the draft."""
    found = linked(document.body.text)
    if found is None:
        yield Note("links-unseen")
        return
    lines = [(target, document.body.line + line - 1) for target, line in found.targets()]
    for target, note in targets.left.items():
        places: list[int | None] = [line for name, line in lines if name == target] or [None]
        yield from (replace(note, words=Frozen({**note.words, "line": line})) for line in places)
    for position, shown in templates_in(found.text):
        if not found.is_code(position):
            yield Note("template", Frozen({"shown": shown, "line": document.body.line + found.line(position) - 1}))
