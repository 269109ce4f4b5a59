"""The files that are open in an editor: after every pause somebody sees what is wrong in them."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from geleerd.adapters.editing.as_messages import EditorLines, diagnostic
from geleerd.adapters.editing.workplace import TextsAtWork, Workplace, lines_of
from geleerd.adapters.outside.mishap import to_programmers
from geleerd.adapters.settings.load import settings_around
from geleerd.model.problems import Problem
from geleerd.model.strings import SourcePath

_PAUSE = 0.25
"""Seconds without a key before a text is looked at."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that is open: where it belongs, and its text as it stands in the editor."""

    place: Workplace
    path: SourcePath
    text: str
    version: int | None

    def lines(self, server: LanguageServer) -> EditorLines:
        """Its lines, with columns as the editor counts them."""
        return EditorLines(lines_of(self.text), server.workspace.position_codec)


class OpenFiles:
    """The open files of all knowledge bases, by their URI; files that are in none are passed over."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._places: dict[Path, Workplace] = {}
        self._paths: dict[str, tuple[Workplace, SourcePath]] = {}
        self._told: dict[str, tuple[str, tuple[Problem, ...]]] = {}
        self._changed = asyncio.Event()
        self._following: asyncio.Task[None] | None = None
        self._took = 0.0

    def file(self, uri: str) -> OpenFile | None:
        """An open file; None for one that no check reads."""
        if uri not in self._paths:
            return None
        place, path = self._paths[uri]
        document = self._server.workspace.get_text_document(uri)
        return OpenFile(place, path, document.source, document.version)

    def opened(self, uri: str) -> None:
        """Somebody opened a file."""
        if found := self._found(uri):
            self._paths[uri] = found
            self.changed()

    def changed(self) -> None:
        """Somebody typed something."""
        self._changed.set()
        if self._following is None:
            self._following = asyncio.get_running_loop().create_task(self._follow())

    def saved(self) -> None:
        """Files changed on disk."""
        for place in self._places.values():
            try:
                place.saved()
            except click.ClickException as error:  # what was read before holds until somebody mends the settings
                self._say(error.format_message())
        self.changed()

    def closed(self, uri: str) -> None:
        """Somebody closed a file, with or without saving it."""
        if self._paths.pop(uri, None):
            self._told.pop(uri, None)
            self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
            self.changed()

    def _found(self, uri: str) -> tuple[Workplace, SourcePath] | None:
        name = to_fs_path(uri)
        if not uri.startswith("file:") or name is None:
            return None
        try:
            root = settings_around(Path(name).parent).root
            place = self._places.get(root) or self._places.setdefault(root, Workplace(root))
        except (click.ClickException, OSError) as error:
            to_programmers.debug("%s: %s", uri, error)
            return None
        path = place.path_of(Path(name))
        return (place, path) if path else None

    async def _follow(self) -> None:
        while True:
            await self._changed.wait()
            while not await self._is_quiet(_PAUSE):
                pass
            await self._publish()
            if not await self._is_quiet(self._took):
                continue
            for place in {place for place, _ in self._paths.values()}:
                await self._look(place)
            await self._publish()

    async def _is_quiet(self, seconds: float) -> bool:
        """Whether nobody typed anything for some time. The longer a look at all files takes, the longer it waits for its turn."""
        self._changed.clear()
        await asyncio.sleep(seconds)
        return not self._changed.is_set()

    async def _look(self, place: Workplace) -> None:
        began = time.monotonic()
        try:
            await asyncio.get_running_loop().run_in_executor(None, place.look, self._texts(place))
        except Exception as error:  # noqa: BLE001  # whatever it is, somebody goes on writing, and the next change may mend it
            self._say(f"{type(error).__name__}: {error}")
        self._took = time.monotonic() - began

    def _texts(self, place: Workplace) -> TextsAtWork:
        return {file.path: file.text for _, file in self._files() if file.place is place}

    def _files(self) -> Iterator[tuple[str, OpenFile]]:
        return ((uri, file) for uri in self._paths if (file := self.file(uri)))

    async def _publish(self) -> None:
        for uri, file in tuple(self._files()):
            try:
                found = await asyncio.get_running_loop().run_in_executor(None, file.place.problems, file.path, file.text)
            except Exception as error:  # noqa: BLE001  # as above
                self._say(f"{type(error).__name__}: {error}")
                continue
            if uri not in self._paths:  # closed meanwhile
                continue
            lines = file.lines(self._server)
            self._told[uri] = file.text, found
            shown = [diagnostic(problem, lines, file.place.words) for problem in found]
            self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, file.version))

    def told(self, uri: str, text: str) -> tuple[Problem, ...]:
        """The problems that were last told of a file; none when its text has changed since then."""
        looked_at, problems = self._told.get(uri, ("", ()))
        return problems if looked_at == text else ()

    def _say(self, sentence: str) -> None:
        self._server.window_log_message(types.LogMessageParams(types.MessageType.Error, sentence))
