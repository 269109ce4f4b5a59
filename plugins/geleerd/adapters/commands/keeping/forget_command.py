"""`geleerd forget`."""

from pathlib import Path

import click

from geleerd.adapters.commands.keeping.forget_list import ForgetList
from geleerd.adapters.commands.keeping.forgetting import lives_of
from geleerd.adapters.commands.keeping.git_history import is_whole, place_in
from geleerd.adapters.commands.printable import printable
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.adapters.outside.git import GitError
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.configuration import CONFIG, read_configuration
from geleerd.adapters.settings.load import settings_around
from geleerd.locale.catalogue import catalogue
from geleerd.model.strings import ItemId, is_item_id


@click.command(name="forget", cls=SpokenCommand)
@click.argument("item_id", metavar="ID")
def forget_command(item_id: str) -> None:
    """Prints every place that has the words of a contribution."""
    settings = settings_around(Path.cwd())
    words = catalogue(settings.language, settings.declarations)
    wanted = item_id.strip().lower()
    if not is_item_id(wanted):
        raise RefusalError(words.console("forget-no-id", id=printable(item_id)[:80]))
    root = settings.root
    site = root / str(read_configuration(root / CONFIG).get("site_dir") or "site")
    git = _git(root)
    lives = lives_of(ItemId(wanted), root, (settings.lessons_dir, settings.content_dir), site, with_history=git != "none")
    for line in ForgetList(ItemId(wanted), lives, git, words).lines():
        click.echo(line)


def _git(root: Path) -> str:
    """How far git knows the history of the knowledge base."""
    try:
        place_in(root)
    except GitError:
        return "none"
    return "whole" if is_whole(root) else "shallow"
