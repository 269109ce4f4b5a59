"""Carries out a plan, or shows it: what changes is proved before the first file is written."""

from collections.abc import Callable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

import click

from geleerd.adapters.commands.changing.changed_files import ChangedFile, changed_files, put_all
from geleerd.adapters.commands.changing.proved import new_errors
from geleerd.adapters.commands.checking.all_files import read_all
from geleerd.adapters.commands.checking.reports import as_text
from geleerd.adapters.commands.printable import printable
from geleerd.adapters.outside.git import GitError, git
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.configuration import CONFIG
from geleerd.adapters.settings.load import settings_around, with_folders
from geleerd.contribute.changing.changes import NotPossibleError, Plan, Remark
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.settings import Settings
from geleerd.relate.library import Library

Planning = Callable[[Library, Settings], Plan]


def carry_out(planned: Planning, *, dry_run: bool) -> None:
    """Make the plan for the knowledge base here and carry it out; or show it. Raises `RefusalError` when it cannot be done."""
    settings = with_folders(settings_around(Path.cwd()))
    words = catalogue(settings.language)
    before = read_all(settings)
    try:
        plan = planned(before.library, settings)
    except NotPossibleError as error:
        raise RefusalError("\n".join(_told(error.remarks, words))) from None
    changed = changed_files(plan.changes, settings.root, dict(before.library.collection.files))
    if problems := new_errors(settings, before, changed):
        raise RefusalError(f"{words.console('change-errors')}\n{as_text(problems, words)}")
    if dry_run:
        click.echo("".join(line for file in changed for line in difference(file)), nl=False)
    else:
        _write(settings.root, changed, words)
    for line in (*_told(plan.remarks, words), *_named_in_settings(settings.root, changed, words)):
        click.echo(line)
    click.echo(words.console("change-would" if dry_run else "change-done", count=len(changed)))


def _write(root: Path, changed: Sequence[ChangedFile], words: Catalogue) -> None:
    if _is_unsaved(root):
        click.echo(words.console("change-unsaved"), err=True)
    put_all(root, changed)
    for file in changed:
        click.echo(_line(file))


def _line(file: ChangedFile) -> str:
    """What becomes of a file, as git says it in short."""
    if file.to is None:
        return f"D {printable(file.path)}"
    if file.stays:
        return f"A {printable(file.to)}"
    return f"M {printable(file.path)}" if file.to == file.path else f"R {printable(file.path)} -> {printable(file.to)}"


def difference(file: ChangedFile) -> Iterator[str]:
    """The difference that a change makes, as `git diff` and `patch` have it, but for bytes that are no text."""
    yield f"{_line(file)}\n"
    if file.before == file.after or file.stays or (file.to is None and b"\0" in file.before):
        return
    before, after = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (file.before, file.after or b""))
    new = f"b/{file.to}" if file.to else "/dev/null"
    for line in unified_diff(before, after, f"a/{file.path}", new):
        yield printable(line.rstrip("\r\n")) + "\n"


def _told(remarks: Sequence[Remark], words: Catalogue) -> Iterator[str]:
    for remark in remarks:
        said = {key: printable(value) if isinstance(value, str) else value for key, value in remark.words.items()}
        meant = f" {words.console('change-meant', **said)}" if said.get("suggestion") else ""
        yield f"{f'{remark.place}: ' if remark.place else ''}{words.console(remark.key, **said)}{meant}"


def _named_in_settings(root: Path, changed: Sequence[ChangedFile], words: Catalogue) -> Iterator[str]:
    """The lines of the settings that name a file which has moved: in a menu, say."""
    gone = {file.path: file.to for file in changed if file.to != file.path and not file.stays}
    for number, line in enumerate((root / CONFIG).read_text(encoding="utf-8", errors="replace").split("\n"), 1):
        for path, to in gone.items():
            if path.partition("/")[2] in line:
                yield words.console("change-settings", line=number, path=path, to=to or "")


def _is_unsaved(root: Path) -> bool:
    """Whether something stands there that git has not committed yet."""
    try:
        return bool(git(root, "status", "--porcelain", "--", ".").strip())
    except GitError:
        return False
