"""What `geleerd import` tells of each contribution, and of all of them together at the end."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from geleerd.adapters.commands.importing.import_files import Imported
from geleerd.locale.catalogue import Catalogue
from geleerd.model.problems import Problem
from geleerd.read.foreign.writings import Note, UnreadableError

_MOST_PLACES = 20
"""Places that one line of the end names; a template may stand on every page of a collection."""


_TOTALS = ("written", "known", "failed", "links", "copied", "left")
"""What the last line counts, in its order."""


class ImportReport:
    """Tells each thing at the first contribution that it is true of, and counts it at the end when it is true of others."""

    def __init__(self, root: Path, words: Catalogue) -> None:
        self._root = root
        self._words = words
        self._places: dict[str, list[str]] = defaultdict(list)
        self._counts: Counter[str] = Counter()

    def about(self, imported: Imported) -> Iterator[str]:
        """The lines about one contribution: first its place, then the things that a person should look at."""
        if imported.path is None:
            self._counts["failed"] += 1
            yield one_line(self._words.console("import-not-read", file=imported.name, why=why_not(imported.reason, self._words)))
            return
        self._counts.update(links=imported.links, left=imported.left, **{"known" if imported.is_known else "written": 1})
        path = self._shown(imported.path)
        if not imported.is_known:
            yield self._words.console("import-written", path=path, type=self._words.type_name(imported.type))
        elif imported.is_elsewhere:
            yield one_line(self._words.console("import-elsewhere", path=path, name=imported.name))
        elif imported.notes:
            yield f"{path}:"
        for note in dict.fromkeys(imported.notes):
            yield from self._told(note, path)

    def together(self, copied: int) -> Iterator[str]:
        """What was true of several contributions, with how often, and the totals, with that of the files that came along."""
        for sentence, places in self._places.items():
            if len(places) > 1:
                yield self._words.console("import-times", count=len(places), sentence=sentence) + self._listed(places)
        counts = Counter({**self._counts, "copied": copied})
        if sum(counts.values()) > 1 or counts["known"]:
            parts = [f"{counts[key]} {self._words.console(f'import-total-{key}')}" for key in _TOTALS if counts[key] or key == "written"]
            yield self._words.console("import-total", parts=", ".join(parts))

    def _told(self, note: Note, path: str) -> Iterator[str]:
        why = self._words.problem(note.problem) if note.problem else ""
        sentence = one_line(self._words.console(f"import-{note.key}", **note.words, why=why, heading=self._words.console("import-heading")))
        line = note.words.get("line")
        self._places[sentence].append(f"{path}:{line}" if line else "")
        if len(self._places[sentence]) == 1:
            yield f"  {self._words.console('import-line', line=line)}{sentence}" if line else f"  {sentence}"

    def _listed(self, places: list[str]) -> str:
        named = [place for place in places if place]
        more = self._words.console("import-places-more", count=len(named) - _MOST_PLACES) if len(named) > _MOST_PLACES else ""
        return f" ({', '.join(named[:_MOST_PLACES])}{more})" if named else ""

    def _shown(self, path: Path) -> str:
        whole = path.resolve()
        return (whole.relative_to(self._root) if whole.is_relative_to(self._root) else path).as_posix()


def why_not(reason: UnreadableError | None, words: Catalogue) -> str:
    """The reason why a file could not be imported, with the line, if there is one."""
    if reason is None:
        return ""
    if isinstance(reason.reason, Problem):
        return words.console("import-at-line", line=reason.reason.place.line, why=words.problem(reason.reason))
    return words.console(f"import-{reason.reason}", detail=reason.detail)


def one_line(text: str) -> str:
    """A sentence that stays on its line, since anybody may have written the text that it quotes."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
