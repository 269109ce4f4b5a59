"""Documents and images that were online before and no longer are: others may link to them, and a file cannot redirect."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from geleerd.model.documents import File, ItemEntry
from geleerd.model.file_kinds import ending
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem, has_errors
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import file_of
from geleerd.relate.library import Library
from geleerd.relate.moves.companions import Companions
from geleerd.texts.bodies import TextWriter, words_of
from geleerd.texts.files import checked_asset
from geleerd.texts.texts import SafeTexts, attached_to, link_table
from geleerd.validate.privacy.files import private_files

_OF_PAGES = {"css", "js", "map", "md", "mjs", "ttf", "woff", "woff2", "yaml", "yml"}
"""The kinds of files that pages are made from: nobody links to them."""


LookInto = Callable[[SourcePath], File]
"""Returns a file of an earlier revision with its contents. We ask only for files that matter: there may be many, in a git pack."""


def vanished_files(before: Library, after: Library, texts: SafeTexts, look_into: LookInto) -> Iterator[Problem]:
    """A problem for every place that had a file `before` and has none `after`.

    `texts` are those of `after`; `look_into` returns the files of `before`. A lost file gets no problem of its own when another problem
    covers it or somebody took it offline on purpose: its item is gone, withdrawn or broken, its item still asks for it, or the page at its
    old address is gone.
    """
    online = {asset.path for asset in texts.assets} | _of_the_staff(after).keys()
    for path, source in _of_the_staff(before).items():
        if path not in online:
            yield _problem([path], Place(source), after)
    alive = frozenset(map(file_of, after.places.lasting()))
    shown = _Shown(before, look_into)
    for old, new in _changed(before, after):
        for source, place, paths in shown.places(old):
            stays = after.by_path[new.path] + place in online
            if not stays and _asks_for(new, place):
                continue
            # An address without a page gets its own problem: the alias that mends it brings back the files of the page too.
            pages = {path: file_of(Address(path.removesuffix(place))) for path in paths if path not in online}
            gone = [path for path, page in pages.items() if page in alive or not stays]
            if gone and shown.was_online(old, source):
                yield _problem(gone, new.document.place(("attachments",)), after)


def _problem(paths: Sequence[str], place: Place, after: Library) -> Problem:
    files = ", ".join(f"{after.addresses.content}/{path}" for path in paths)
    return Problem(place, Code.VANISHED_FILE, {"value": ", ".join(f"/{path}" for path in paths), "file": files})


def _of_the_staff(library: Library) -> Mapping[str, SourcePath]:
    """The files of the staff by their place on the site, which is their path in the folder."""
    folder = f"{library.addresses.content}/"
    paths = (path for path in library.collection.files if path.startswith(folder) and ending(path) not in _OF_PAGES)
    return {path.removeprefix(folder): path for path in paths}


def _changed(before: Library, after: Library) -> Iterator[tuple[ItemEntry, ItemEntry]]:
    """The items, old and new, whose text or path changed. The checks of an unchanged item already report every file that it misses."""
    for old in before.collection.items:
        new = after.by_id.get(old.fields.id)
        if new and new.fields.status != "withdrawn" and old.fields.status != "withdrawn" and not _is_same(old, before, new, after):
            yield old, new


def _is_same(old: ItemEntry, before: Library, new: ItemEntry, after: Library) -> bool:
    return old.path == new.path and before.collection.files[old.path].text == after.collection.files[new.path].text


class _Shown:
    """The files that an item showed, and whether they passed the checks. It reads contents only when they matter."""

    def __init__(self, library: Library, look_into: LookInto) -> None:
        self._library = library
        self._look_into = look_into
        self._writer = TextWriter(link_table(library), words_of(library.catalogue))
        self._companions = Companions(library)

    def places(self, item: ItemEntry) -> Iterator[tuple[SourcePath, str, tuple[str, ...]]]:
        """Every file of an item, with its place below the item's page, and its places on the site."""
        page = self._library.by_path[item.path]
        body, _ = self._writer.entry(item, page)
        for source, place in attached_to(item, body, self._library)[0].items():
            yield source, place, tuple(self._companions.of(page, place))

    def was_online(self, item: ItemEntry, source: SourcePath) -> bool:
        """Whether the build put a file on the site: its kind and size are allowed, and it tells nothing about people."""
        file = self._look_into(source)
        if has_errors(private_files({source: file}, self._library.collection.reviewed)):
            return False
        return checked_asset("", file, item.document.place())[0] is not None


def _asks_for(item: ItemEntry, place: str) -> bool:
    named = {attachment.file for attachment in item.fields.attachments} | ({item.fields.image.file} if item.fields.image else set())
    return place in named or place in item.body.text
