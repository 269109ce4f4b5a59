"""The commands beside `mkdocs build`."""

import click

from geleerd import __version__
from geleerd.adapters.commands.imports import import_files, issue_forms_command
from geleerd.adapters.commands.owners import archive, init, links
from geleerd.adapters.commands.staff import digest, stale, stats
from geleerd.adapters.commands.writers import check, new, schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geleerd")
def main() -> None:
    """Geleerd: een kennisbank van leernetwerken. Bouw de site met `mkdocs build`; deze opdrachten helpen bij het schrijven."""


for _command in (check, new, schema, import_files, issue_forms_command, digest, stats, stale, init, archive, links):
    main.add_command(_command)


if __name__ == "__main__":
    main()
