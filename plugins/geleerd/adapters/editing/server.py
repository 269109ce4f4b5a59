"""The server: what an editor asks, and where the answer comes from."""

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from geleerd import __version__
from geleerd.adapters.editing.as_messages import completions, diagnostic, mending
from geleerd.adapters.editing.open_files import OpenFiles
from geleerd.contribute.editing.explained import explained
from geleerd.contribute.editing.offers import offers_at


def language_server() -> LanguageServer:
    """A server for one editor. It takes whole texts: how Python ends lines differs from how editors do, and parts would go astray."""
    server = LanguageServer("geleerd", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    files = OpenFiles(server)
    _follow_files(server, files)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "[", ",", "{"]))
    def complete(asked: types.CompletionParams) -> types.CompletionList | None:
        file = files.file(asked.text_document.uri)
        if file is None or file.place.fields is None:
            return None
        lines = file.lines(server)
        column = lines.column(asked.position)
        offers = offers_at(file.place.fields, file.path, lines.lines, asked.position.line, column)
        return completions(offers, lines, asked.position, column) if offers else None

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(asked: types.HoverParams) -> types.Hover | None:
        file = files.file(asked.text_document.uri)
        if file is None or file.place.fields is None:
            return None
        lines = file.lines(server)
        column = lines.column(asked.position)
        said = explained(file.place.fields, file.place.words, file.path, lines.lines, asked.position.line, column)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said)) if said else None

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]))
    def act(asked: types.CodeActionParams) -> list[types.CodeAction]:
        file = files.file(asked.text_document.uri)
        if file is None:
            return []
        lines, first, last = file.lines(server), asked.range.start.line, asked.range.end.line
        here = (problem for problem in files.told(asked.text_document.uri, file.text) if first <= problem.place.line - 1 <= last)
        words = file.place.words
        found = (mending(problem, lines, words, asked.text_document.uri, diagnostic(problem, lines, words)) for problem in here)
        return [action for actions in found for action in actions]

    return server


def _follow_files(server: LanguageServer, files: OpenFiles) -> None:
    """Tell the open files what happens in the editor."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(told: types.DidOpenTextDocumentParams) -> None:
        files.opened(told.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(_: types.DidChangeTextDocumentParams) -> None:
        files.changed()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(_: types.DidSaveTextDocumentParams) -> None:
        files.saved()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def changed_on_disk(_: types.DidChangeWatchedFilesParams) -> None:
        files.saved()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(told: types.DidCloseTextDocumentParams) -> None:
        files.closed(told.text_document.uri)
