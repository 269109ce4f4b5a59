"""`geleerd schema`."""

from pathlib import Path

import click

from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.adapters.commands.type_key import TypeKey
from geleerd.adapters.settings.load import find_settings
from geleerd.contribute.schema import described, schema_of, schema_text
from geleerd.contribute.snippets import snippets_text
from geleerd.locale.catalogue import catalogue


@click.command(name="schema", cls=SpokenCommand)
@click.argument("type_key", metavar="[TYPE]", required=False, type=TypeKey(described))
@click.option("--snippets", is_flag=True)
def schema_command(type_key: str | None, *, snippets: bool) -> None:
    """Prints JSON schemas, or snippets for an editor."""
    settings = find_settings(Path.cwd())
    declarations = settings.declarations
    words = catalogue(settings.language, declarations)
    if snippets:
        text = snippets_text(words, declarations)
    elif type_key:
        text = schema_text(schema_of(type_key, words, settings.site_url, declarations))
    else:
        text = schema_text({key: schema_of(key, words, settings.site_url, declarations) for key in described(declarations)})
    click.echo(text, nl=False)
