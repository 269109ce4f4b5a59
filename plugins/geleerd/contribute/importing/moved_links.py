"""A contribution with its links rewritten, and notes about those that lead nowhere."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from geleerd.commonmark.rewritten import linked, relinked, without_wiki_links
from geleerd.contribute.importing.targets import PageTargets
from geleerd.contribute.importing.templates import at_root, templates_in
from geleerd.model.documents import Document
from geleerd.model.frozen import Frozen
from geleerd.read.foreign.writings import Note, Writing


def moved(writing: Writing, targets: PageTargets) -> tuple[Writing, int]:
    """The contribution with all links in its texts leading to what they mean here, and how many were rewritten."""
    counted: Counter[str] = Counter()

    def of_text(text: str) -> str:
        text, links = relinked(at_root(text), targets)
        text, names = without_wiki_links(text, targets.wiki)
        counted["links"] += links + names
        return text

    def of_field(value: object) -> object:
        if isinstance(value, str):
            file = targets.file(value)
            counted["links"] += file is not None
            return of_text(value) if file is None else file
        if isinstance(value, Mapping):
            return {key: of_field(part) for key, part in value.items()}
        return [of_field(part) for part in value] if isinstance(value, (list, tuple)) else value

    fields = Frozen({key: of_field(value) for key, value in writing.fields.items()})
    return replace(writing, fields=fields, body=of_text(writing.body)), counted["links"]


def link_notes(document: Document, targets: PageTargets) -> Iterator[Note]:
    """Notes about links and files that could not come along, and about commands of other generators, each with its line in the draft."""
    found = linked(document.body.text)
    if found is None:
        yield Note("links-unseen")
        return
    above = document.body.line - 1
    written: dict[str, list[int | None]] = defaultdict(list)
    for target, line in found.targets():
        written[target].append(above + line)
    for target, note in targets.left.items():
        lines = written.get(target) or [_line_of(target, document)]
        yield from (replace(note, words=Frozen({**note.words, "line": line})) for line in lines)
    for position, shown in templates_in(found.text):
        if not found.is_code(position):
            yield Note("template", Frozen({"shown": shown, "line": above + found.line(position)}))


def _line_of(target: str, document: Document) -> int | None:
    """The line of a target that makes no link in the body; None when it stands in a field."""
    place = document.body.text.find(target)
    return document.body.line + document.body.text.count("\n", 0, place) if place >= 0 else None
