"""What vanished from the site since an earlier revision: `geleerd check --base`."""

from pathlib import Path

from geleerd.adapters.commands.checking.left_out import left_out
from geleerd.adapters.commands.checking.revision import earlier
from geleerd.model.problems import Problem
from geleerd.model.settings import Settings
from geleerd.reading import Reading, library_of
from geleerd.relate.library import Library, without_files
from geleerd.relate.moves.vanished import vanished
from geleerd.texts.vanished_files import vanished_files


def vanished_since(base: str, settings: Settings, now: Reading) -> tuple[Problem, ...]:
    """A problem for every page and file that the site had then and lacks now. Raises `RevisionError` when there is no such revision."""
    after = _shown(now.library, settings.root)
    with earlier(settings, base) as former:
        before = _shown(library_of(former.settings), former.settings.root)
        return (*vanished(before, after), *vanished_files(before, after, now.texts, former.look_into))


def _shown(library: Library, root: Path) -> Library:
    """The library without the staff's pages and files that MkDocs leaves out of the site."""
    folder, is_left_out = f"{library.addresses.content}/", left_out(root)
    gone = {path for path in library.collection.files if path.startswith(folder) and is_left_out(path.removeprefix(folder))}
    return without_files(library, gone)
