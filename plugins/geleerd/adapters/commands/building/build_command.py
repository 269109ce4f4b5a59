"""`geleerd build`."""

from pathlib import Path

import click

from geleerd.adapters.commands.spoken import SpokenCommand, SpokenPath
from geleerd.adapters.kept.last_build import options_told, told_when_unchanged


@click.command(name="build", cls=SpokenCommand)
@click.option("--strict", is_flag=True)
@click.option("--site-dir", metavar="FOLDER", type=SpokenPath(file_okay=False))
def build_command(*, strict: bool, site_dir: Path | None) -> None:
    """Builds the site without MkDocs."""
    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents) if (folder / "mkdocs.yml").is_file()), here)
    told = told_when_unchanged(root, options_told(site_dir, strict=strict))
    if told is not None:
        for line in told[:-1]:
            click.echo(line, err=True)
        click.echo(told[-1])
        return
    from geleerd.adapters.building.command import build_site  # noqa: PLC0415  # loading it takes longer than to see that nothing changed

    build_site(here, site_dir, strict=strict)
