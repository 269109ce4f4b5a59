"""`geleerd archive`: the site as a copy that opens from disk, without a server and without a network."""

import tempfile
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from geleerd.adapters.project import CONFIG, Project
from geleerd.locale.catalogue import catalogue
from geleerd.relate.addresses import Addresses
from geleerd.render.archive import LEFT_OUT, Archive

README = "README.txt"


def archive(project: Project, target: Path, day: date) -> int:
    """Build the site, write the copy to a folder that is new or empty, and count its pages.

    Raises `FileExistsError` when the folder holds anything already, and what MkDocs raises when the site cannot be built.
    """
    if target.exists() and any(target.iterdir()):
        raise FileExistsError(target)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        _build(project.folders.root, site)
        return _write(site, target, project, day)


def _build(root: Path, site: Path) -> None:
    """What `mkdocs build --site-dir` does."""
    config = load_config(str(root / CONFIG), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _write(site: Path, target: Path, project: Project, day: date) -> int:
    words = catalogue(project.language)
    sources = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    sources = {name: path for name, path in sources.items() if not LEFT_OUT.fullmatch(name)}
    facts = {"date": words.date(day), "url": project.site_url or project.site_name}
    copy = Archive(
        frozenset(sources), project.site_url, words.say("archive-note", **facts), project.desk, Addresses(words, project.folders.content)
    )
    for name, source in sources.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_content(name, source, copy, site))
    readme = words.say("archive-readme", name=project.site_name, desk=project.desk or facts["url"], **facts)
    (target / README).write_text(readme, encoding="utf-8", newline="\r\n")
    return sum(name.endswith(".html") for name in sources)


def _content(name: str, source: Path, copy: Archive, site: Path) -> bytes:
    if source.suffix == ".html":
        return copy.page(name, source.read_text(encoding="utf-8")).encode()
    if source.suffix == ".css":
        return copy.style(name, source.read_text(encoding="utf-8"), lambda path: (site / path).read_bytes()).encode()
    return source.read_bytes()
