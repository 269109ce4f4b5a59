"""Turns artefacts into the files and pages of MkDocs."""

import posixpath
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import mkdocs
from markupsafe import Markup, escape
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from geleerd.adapters.kept.drawings import CACHE, forget_others
from geleerd.adapters.kept.folder import kept_folder
from geleerd.making.maker import HtmlFile
from geleerd.model.artefacts import Asset, Drawing, Heading, Page, TextFile
from geleerd.model.declarations.registry import Declarations
from geleerd.model.documents import Document
from geleerd.model.settings import Folders
from geleerd.model.strings import Address
from geleerd.model.urls import file_of
from geleerd.pipeline import Site
from geleerd.render.heads.open_graph import Shared, share_tags
from geleerd.render.parts.templates import theme_folder
from geleerd.render.pictures.which import SharePicture
from geleerd.render.theme_files import as_served

_MKDOCS = Path(mkdocs.__file__).parent
_MATERIAL = Path(found.origin).parent if (found := find_spec("material")) and found.origin else None
"""The folder of Material for MkDocs, which a knowledge base of the theme `null` does without."""

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class ArtefactPage(MkDocsPage):
    """A page that is already rendered. MkDocs puts its own frame around it; other plugins see its Markdown and front matter."""

    def __init__(self, artefact: Page, file: File, config: "MkDocsConfig") -> None:
        # MkDocs and the theme print titles and descriptions unescaped, and `striptags` undoes a plain escape: `Markup` survives both.
        super().__init__(escape(artefact.title), file, config)
        self._artefact = artefact
        if self.edit_url:
            parts = urlsplit(self.edit_url)
            self.edit_url = parts._replace(path=posixpath.normpath(parts.path)).geturl()

    def read_source(self, config: "MkDocsConfig") -> None:
        """Use the body and front matter that were read already: MkDocs would parse the body for metadata a second time."""
        self.markdown = self._artefact.markdown
        self.meta = {
            **self._artefact.front_matter,
            **({"robots": "noindex"} if self._artefact.hidden else {}),
            **({"feeds": self._artefact.feeds} if self._artefact.feeds else {}),
            "title": escape(self._artefact.title),
            "description": escape(self._artefact.description),
            "template": "main.html",
            "head": self._artefact.head,
            "geleerd": True,
        }

    def render(self, config: "MkDocsConfig", files: Files) -> None:
        """Use the rendered article and its headings."""
        self.content = self._artefact.content
        self.toc = TableOfContents([_anchor_link(heading) for heading in self._artefact.headings])
        self.present_anchor_ids = set()
        self.links_to_anchors = {}


def source_uri(address: Address) -> str:
    """The path that MkDocs has for a page that does not come from `docs_dir`."""
    return file_of(address).removesuffix(".html") + ".md"


def add_artefacts(site: Site, files: Files, config: "MkDocsConfig", folders: Folders) -> None:
    """Add all artefacts to the files of a build; a page replaces the file in `docs_dir` that it was made from."""
    for artefact in site.artefacts:
        if isinstance(artefact, Page):
            _add_page(artefact, files, config, folders)
        elif isinstance(artefact, HtmlFile):
            _add_document(artefact, files, config, folders)
        elif isinstance(artefact, Drawing):
            _replace(files, _generated(_within(artefact.path), config, content=site.drawn[artefact.path]))
        else:
            _replace(files, _static_file(artefact, config, folders.root))
    forget_others((artefact for artefact in site.artefacts if isinstance(artefact, Drawing)), kept_folder(folders.root, CACHE))


def share_tags_of(site: Site, picture: SharePicture | None, title: object, description: object, url: str | None) -> Markup:
    """The elements of a staff page for sites that show a shared link, for its frame. They are escaped here, since MkDocs does not do so."""
    shared = Shared(str(title), str(description or ""), url or "", picture=picture)
    return share_tags(shared, site.reading.library, site.settings)


def remove_unused_theme_files(files: Files) -> None:
    """Remove Material's files, which no page uses and which hold addresses of third parties, the parts of our stylesheet, and the drawings.

    This also removes MkDocs' template `sitemap.xml`: the product writes its own, if the site has an address.
    """
    for file in [file for file in files if _is_unused(file)]:
        files.remove(file)


def lighten_theme_files(files: Files) -> None:
    """Serve the scripts of our theme without what only we read in them."""
    for file in files:
        if file.src_uri.endswith(".js") and _is_of(theme_folder(), file):
            file.content_bytes = as_served(Path(str(file.abs_src_path)))


def _is_unused(file: File) -> bool:
    if _is_of(theme_folder(), file):
        return file.src_uri.startswith(("styles/", "drawings/"))
    if file.src_uri == "sitemap.xml":
        return _is_of(_MKDOCS, file)
    return _is_of(_MATERIAL, file)


def _is_of(folder: Path | None, file: File) -> bool:
    return folder is not None and file.src_dir is not None and Path(file.src_dir).is_relative_to(folder)


def _add_page(artefact: Page, files: Files, config: "MkDocsConfig", folders: Folders) -> None:
    source = artefact.source
    is_theirs = source is not None and source.startswith(f"{folders.content}/")
    path = posixpath.relpath(source, folders.content) if source and is_theirs else source_uri(artefact.address)
    file = File(
        path,
        config.docs_dir,
        config.site_dir,
        config.use_directory_urls,
        dest_uri=file_of(artefact.address),
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    if source:
        file.abs_src_path = str(folders.root / source)
        file.edit_uri = posixpath.relpath(source, folders.content)  # from `docs_dir`, wherever the file lies in the repository
    else:
        file.abs_src_path = None
        file._content = ""  # noqa: SLF001  # MkDocs keeps generated content there; `File.generated` cannot set `dest_uri`
        file.generated_by = "geleerd"
        file.edit_uri = None
    _replace(files, file)
    ArtefactPage(artefact, file, config)


def _add_document(made: HtmlFile, files: Files, config: "MkDocsConfig", folders: Folders) -> None:
    """Add a whole document; it takes the place of the file in `docs_dir` that it was made from."""
    if made.source and (source := files.get_file_from_path(posixpath.relpath(made.source, folders.content))):
        files.remove(source)
    _replace(files, _generated(_within(made.path), config, content=made.content))


def _within(path: str) -> str:
    """The path, if it stays inside the site; raises `ValueError` otherwise. This guards the site again, after the check of aliases."""
    if posixpath.isabs(path) or posixpath.normpath(path) != path:
        raise ValueError(path)
    return path


def _static_file(artefact: TextFile | Asset, config: "MkDocsConfig", root: Path) -> File:
    if isinstance(artefact, Asset) and artefact.content is None:
        return _generated(_within(artefact.path), config, abs_src_path=str(root / artefact.source))
    return _generated(_within(artefact.path), config, content=artefact.content or b"")


def hide_unshown(files: Files, declarations: Declarations) -> None:
    """Remove files in a frame folder that are no shown entries, such as drafts: MkDocs would make pages of them by itself."""
    for file in [file for file in files if file.is_documentation_page() and not isinstance(file.page, ArtefactPage)]:
        if file.src_uri.split("/")[0] in declarations.folders:
            files.remove(file)


def mend_pages(pages: Iterable[Document], files: Files, content: str) -> None:
    """Give MkDocs only the body of a page with a broken front matter, and an empty text for a page that cannot be read."""
    for page in pages:
        file = files.get_file_from_path(posixpath.relpath(page.path, content))
        if file and (page.tree is None or page.front.is_guessed):
            files.remove(file)
            if page.body.text.strip():
                file.content_string = f"\n{page.body.text}"
                files.append(file)


def _generated(path: str, config: "MkDocsConfig", **content: object) -> File:
    # MkDocs makes a page of every source with the name of a Markdown file, so a file that must stay text gets a source with another name.
    source = f"{path}.txt" if path.endswith(".md") else path
    file: File = File.generated(config, source, inclusion=InclusionLevel.NOT_IN_NAV, **content)  # type: ignore[call-overload]  # one of its two forms
    file.dest_uri = path
    return file


def _replace(files: Files, file: File) -> None:
    if existing := files.get_file_from_path(file.src_uri):
        files.remove(existing)
    files.append(file)


def _anchor_link(heading: Heading) -> AnchorLink:
    link = AnchorLink(str(escape(heading.title)), heading.anchor, heading.level)
    link.children = [_anchor_link(child) for child in heading.children]
    return link
