"""`geleerd new`."""

from pathlib import Path

import click

from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.adapters.commands.type_key import TypeKey
from geleerd.adapters.outside.clock import today
from geleerd.adapters.outside.item_ids import new_item_id
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.load import settings_around
from geleerd.contribute.blank_item import template_file
from geleerd.locale.catalogue import catalogue, reserved_slugs
from geleerd.model.strings import is_slug, slug_from
from geleerd.read.gate.names import is_portable


@click.command(name="new", cls=SpokenCommand)
@click.argument("type_key", metavar="TYPE", type=TypeKey(lambda declarations: declarations.item_types))
@click.argument("title", metavar="TITLE")
@click.option("--folder", metavar="FOLDER", default="")
@click.option("--slug", metavar="NAME", default="")
@click.option("--all", "whole", is_flag=True)
def new_command(type_key: str, title: str, folder: str, slug: str, *, whole: bool) -> None:
    """Writes the file of a new draft."""
    settings = settings_around(Path.cwd())
    words = catalogue(settings.language, settings.declarations)
    name = slug or slug_from(title)
    if not is_slug(name) or len(name) > 100 or name in reserved_slugs() or not is_portable(f"{name}.md"):
        raise RefusalError(words.console("new-no-slug"))
    lessons = settings.root / settings.lessons_dir
    path = lessons / folder / f"{name}.md"
    if not path.resolve().is_relative_to(lessons.resolve()):
        raise RefusalError(words.console("no-such-path", path=folder))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            declaration = settings.declarations.item_types[type_key]
            file.write(template_file(declaration, title, new_item_id(), today(), words, whole=whole))
    except FileExistsError:
        raise RefusalError(words.console("new-exists", path=path)) from None
    shown = path.relative_to(settings.root).as_posix()
    click.echo(words.console("new-written", path=shown))
    click.echo(words.console("new-next", path=shown))
