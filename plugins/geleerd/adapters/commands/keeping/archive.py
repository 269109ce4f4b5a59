"""`geleerd archive`: the site as a copy that opens from disk, without a server and without a network."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import chain, count
from pathlib import Path

import click

from geleerd.adapters.building.build import write_site
from geleerd.adapters.building.days import days_from_git
from geleerd.adapters.output.kind import real_place
from geleerd.adapters.output.output_error import OutputError
from geleerd.adapters.output.staging import must_be_free, write_new_folder
from geleerd.adapters.output.whose import sources_of, touched_folder
from geleerd.adapters.outside.progress import with_bar
from geleerd.adapters.settings.configuration import CONFIG, read_configuration
from geleerd.adapters.settings.frame import not_taking_part, site_folder
from geleerd.locale.catalogue import catalogue
from geleerd.model.settings import Settings
from geleerd.relate.places.addresses import Addresses
from geleerd.relate.places.fixed import needs_a_server
from geleerd.written.archive import Archive


def archive(settings: Settings, target: Path) -> int:
    """Build the site, write the copy to a new or empty folder, and return its number of pages.

    MkDocs builds it when something takes part that only MkDocs knows. Raises `OutputError` when the folder belongs to the knowledge base
    or cannot be written, `FileExistsError` when it is not empty, and the errors of MkDocs when it cannot build the site.
    """
    written = read_configuration(settings.root / CONFIG)
    if touched_folder(real_place(target), settings.root, [site_folder(written, settings), *sources_of(settings)]):
        raise OutputError("archive-inside", path=target)
    must_be_free(target)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        if not_taking_part(written):
            _by_host(settings, site)
        else:
            site.mkdir()
            write_site(site, replace(settings, changed=days_from_git(settings.folders, catalogue(settings.language), _aside)), written)
        write_new_folder(target, partial(copy_site, site, settings))
    return sum(1 for _ in target.rglob("*.html"))


def _by_host(settings: Settings, site: Path) -> None:
    from geleerd.adapters.mkdocs.build import Build  # noqa: PLC0415  # most sites need no host, and one may not be installed whole

    Build(settings.root / CONFIG).write(site)


def _aside(sentence: str) -> None:
    click.echo(sentence, err=True)


def copy_site(site: Path, settings: Settings, target: Path) -> None:
    """Write the copy of a built site."""
    words = catalogue(settings.language)
    sources = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    sources = {name: path for name, path in sources.items() if not needs_a_server(name)}
    facts = {"date": words.date(settings.today), "url": settings.site_url or settings.site_name}
    copy = Archive(
        frozenset(sources), settings.site_url, words.say("archive-note", **facts), settings.desk, Addresses(words, settings.content_dir)
    )
    for name, source in with_bar(sources.items(), words.console("progress-copy"), len(sources)):
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_content(name, source, copy, site))
    readme = words.say("archive-readme", name=settings.site_name, desk=settings.desk or facts["url"], **facts)
    (target / _free_name(sources)).write_text(readme, encoding="utf-8", newline="\r\n")


def _content(name: str, source: Path, copy: Archive, site: Path) -> bytes:
    if source.suffix not in {".html", ".css"}:
        return source.read_bytes()
    text = source.read_text(encoding="utf-8", errors="surrogateescape")  # the staff may have an old page in another encoding than UTF-8
    edited = copy.page(name, text) if source.suffix == ".html" else copy.style(name, text, lambda path: (site / path).read_bytes())
    return edited.encode(errors="surrogateescape")


def _free_name(taken: Iterable[str]) -> str:
    """The name of the page about the copy: unlike that of any file of the site, whatever its case."""
    names = {name.partition("/")[0].lower() for name in taken}
    return next(name for name in chain(["README.txt"], (f"README-{number}.txt" for number in count(2))) if name.lower() not in names)
