"""Problems, offers and explanations as the messages of the protocol; columns are counted in the units of the editor, mostly UTF-16."""

from collections.abc import Iterator, Sequence

from lsprotocol import types
from pygls.workspace import PositionCodec

from geleerd.contribute.editing.offers import Offer, Offers
from geleerd.locale.catalogue import Catalogue
from geleerd.model.problem_codes import Severity
from geleerd.model.problems import Problem

_SEVERITIES = {Severity.ERROR: types.DiagnosticSeverity.Error, Severity.HINT: types.DiagnosticSeverity.Information}
_LONGEST_TITLE = 80


class EditorLines:
    """The lines of a text, with columns in the units of an editor."""

    def __init__(self, lines: Sequence[str], codec: PositionCodec) -> None:
        self.lines = lines
        self._codec = codec

    def column(self, position: types.Position) -> int:
        """How many characters stand before a position in its line."""
        line, units = self.lines[position.line] if position.line < len(self.lines) else "", 0
        for column, character in enumerate(line):
            if units >= position.character:
                return column
            units += self._codec.client_num_units(character)
        return len(line)

    def range(self, number: int, begin: int, end: int) -> types.Range:
        """From one column to another of a line, both counted in characters."""
        line = self.lines[number] if number < len(self.lines) else ""
        units = self._codec.client_num_units
        return types.Range(types.Position(number, units(line[:begin])), types.Position(number, units(line[:end])))

    def whole(self, first: int, last: int) -> types.Range:
        """From the beginning of a line to the end of the same or another one."""
        last = min(last, len(self.lines) - 1)
        return types.Range(types.Position(first, 0), self.range(last, 0, len(self.lines[last])).end)


def diagnostic(problem: Problem, lines: EditorLines, words: Catalogue) -> types.Diagnostic:
    """A problem below the words of its line."""
    number = min(problem.place.line, len(lines.lines)) - 1
    line = lines.lines[number]
    return types.Diagnostic(
        range=lines.range(number, len(line) - len(line.lstrip()), len(line.rstrip())),
        message=words.problem(problem),
        severity=_SEVERITIES[problem.severity],
        code=problem.code.value,
        source="geleerd",
    )


def mending(problem: Problem, lines: EditorLines, words: Catalogue, uri: str, shown: types.Diagnostic) -> Iterator[types.CodeAction]:
    """The quick fix of a problem that hands over the mended lines; nothing for any other."""
    if not problem.lines:
        return
    first = problem.place.line
    last = problem.parameters.get("until", first)
    new = types.TextEdit(lines.whole(first - 1, (last if isinstance(last, int) else first) - 1), "\n".join(problem.lines))
    title = " ".join(" ".join(problem.lines).split())
    title = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
    yield types.CodeAction(
        title=words.console("editor-mend", lines=title),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[shown],
        is_preferred=True,
        edit=types.WorkspaceEdit(changes={uri: [new]}),
    )


def completions(offers: Offers, lines: EditorLines, position: types.Position, column: int) -> types.CompletionList:
    """All that is offered, each in the place of what was typed."""
    place = lines.range(position.line, offers.spot.begin, column)
    items = [_completion(offer, place, number) for number, offer in enumerate(offers.found)]
    return types.CompletionList(is_incomplete=offers.is_cut, items=items)


def _completion(offer: Offer, place: types.Range, number: int) -> types.CompletionItem:
    label = offer.text.partition(":")[0] if offer.is_key else offer.text
    return types.CompletionItem(
        label=label,
        label_details=types.CompletionItemLabelDetails(description=offer.name),
        detail=offer.name,
        documentation=offer.note or None,
        kind=types.CompletionItemKind.Field if offer.is_key else types.CompletionItemKind.Value,
        filter_text=f"{label} {offer.name}",
        sort_text=f"{number:04}",
        text_edit=types.TextEdit(place, offer.text),
        insert_text_mode=types.InsertTextMode.AsIs,
    )
