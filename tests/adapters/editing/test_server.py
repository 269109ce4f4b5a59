"""The language server as an editor meets it: a process that speaks over its pipes."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

SECONDS = 60
"""After so many an answer has failed, however busy the machine is."""

BROKEN = """---
id: k00001
type: tip
title: 👍🏽 Een tip met een hart
sumary: Een kleine proef kost weinig en leert je veel.
date: 2026-11-20
themes: [borgin]
sources: [{title: eigen ervaring}]
---
"""
MENDED = BROKEN.replace("sumary", "summary").replace("borgin]", "borging]")


@dataclass
class Editor:
    """An editor with one server, and what the server last said of each file."""

    client: LanguageClient
    root: Path
    told: dict[str, types.PublishDiagnosticsParams] = field(default_factory=dict)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    versions: dict[str, int] = field(default_factory=dict)

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def write(self, name: str, text: str) -> None:
        """Type a text into a file, without saving it."""
        uri = self.uri(name)
        self.versions[name] = self.versions.get(name, 0) + 1
        if self.versions[name] == 1:
            document = types.TextDocumentItem(uri, "markdown", 1, text)
            self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        else:
            document = types.VersionedTextDocumentIdentifier(self.versions[name], uri)
            change = types.TextDocumentContentChangeWholeDocument(text)
            self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def codes(self, name: str, wanted: list[str]) -> list[types.Diagnostic]:
        """What the server says of the text as it stands, once it has these codes."""

        async def until() -> list[types.Diagnostic]:
            while True:
                told = self.told.get(self.uri(name))
                if told and told.version == self.versions[name] and [one.code for one in told.diagnostics] == wanted:
                    return list(told.diagnostics)
                self.news.clear()
                await self.news.wait()

        try:
            return await asyncio.wait_for(until(), SECONDS)
        except TimeoutError:
            pytest.fail(f"{name}: {self.told.get(self.uri(name))}")

    def at(self, name: str, line: int, character: int) -> dict[str, object]:
        return {"text_document": types.TextDocumentIdentifier(self.uri(name)), "position": types.Position(line, character)}

    async def offered(self, name: str, line: int, character: int) -> list[types.CompletionItem]:
        found = await self.client.text_document_completion_async(types.CompletionParams(**self.at(name, line, character)))
        return list(found.items) if found else []

    async def hover(self, name: str, line: int, character: int) -> str:
        found = await self.client.text_document_hover_async(types.HoverParams(**self.at(name, line, character)))
        return found.contents.value if found else ""

    async def mended(self, name: str, problem: types.Diagnostic, text: str) -> str:
        """The text after the quick fix of a problem."""
        document = types.TextDocumentIdentifier(self.uri(name))
        context = types.CodeActionContext(diagnostics=[problem])
        [action] = await self.client.text_document_code_action_async(types.CodeActionParams(document, problem.range, context))
        assert action.title
        [edit] = action.edit.changes[self.uri(name)]
        lines = text.split("\n")
        assert (edit.range.start.character, edit.range.end.character) == (0, units(lines[edit.range.end.line]))
        return "\n".join([*lines[: edit.range.start.line], edit.new_text, *lines[edit.range.end.line + 1 :]])


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def edited(root: Path, journey: Callable[[Editor], Awaitable[None]]) -> None:
    """Start a server, go through a journey, and see it end well."""

    async def go() -> None:
        client = LanguageClient("test", "1")
        editor = Editor(client, root)

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(told: types.PublishDiagnosticsParams) -> None:
            editor.told[told.uri] = told
            editor.news.set()

        @client.feature(types.WINDOW_LOG_MESSAGE)
        def said(_: types.LogMessageParams) -> None:
            pass

        await client.start_io(sys.executable, "-m", "geleerd.adapters.commands.cli", "language-server", cwd=root)
        await client.initialize_async(types.InitializeParams(types.ClientCapabilities(), root_uri=root.as_uri()))
        client.initialized(types.InitializedParams())
        await asyncio.wait_for(journey(editor), 4 * SECONDS)
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()
        assert client._server.returncode == 0

    with ThreadPoolExecutor(1) as aside:  # in this thread a browser of another test may have a loop that runs
        aside.submit(lambda: asyncio.run(go())).result()


def test_from_a_mistake_to_a_clean_file_in_which_what_others_save_counts(write):
    name = "lessons/nieuw.md"
    root = write({})
    second = MENDED.replace("k00001", "k00002").replace("sources:", "relations:\n  - {type: applies, id: k00003, note: Zo.}\nsources:")

    async def journey(editor: Editor) -> None:
        editor.write(name, BROKEN)
        misspelt, unknown = await editor.codes(name, ["unknown-key", "unknown-reference"])
        assert "summary" in misspelt.message
        assert (misspelt.severity, misspelt.source) == (types.DiagnosticSeverity.Error, "geleerd")
        assert misspelt.range.start.line == 4
        assert "Taal" not in await editor.hover(name, 0, 0)
        assert await editor.hover(name, 2, 1) != ""
        assert "`themes`" in await editor.hover(name, 6, 2)
        assert {"summary", "tags"} <= {item.label for item in await editor.offered(name, 4, 0)} | {"summary"}
        [theme] = [item for item in await editor.offered(name, 6, 10) if item.label == "borging"]
        assert theme.text_edit.new_text == "borging"
        assert theme.text_edit.range == types.Range(types.Position(6, 9), types.Position(6, 10))
        text = await editor.mended(name, misspelt, BROKEN)
        text = await editor.mended(name, unknown, text)
        assert text == MENDED
        editor.write(name, text)
        await editor.codes(name, [])
        assert await editor.offered(name, 3, units("title: 👍🏽 Een")) == []

        for other in ("README.md", "elders/iets.md", "lessons/beeld.png"):
            editor.write(other, BROKEN)
            assert await editor.hover(other, 2, 1) == ""
            assert await editor.offered(other, 2, 0) == []
        editor.write("lessons/tweede.md", second)
        [dead] = await editor.codes("lessons/tweede.md", ["unknown-reference"])
        assert dead.range.start.line == 8
        (root / "lessons/derde.md").write_text(MENDED.replace("k00001", "k00003"), encoding="utf-8")
        saved = types.TextDocumentIdentifier(editor.uri("lessons/derde.md"))
        editor.client.text_document_did_save(types.DidSaveTextDocumentParams(saved))
        await editor.codes("lessons/tweede.md", [])
        assert set(editor.told) == {editor.uri(name), editor.uri("lessons/tweede.md")}
        closed = types.TextDocumentIdentifier(editor.uri("lessons/tweede.md"))
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(closed))
        assert await editor.hover("lessons/tweede.md", 2, 1) == ""

    edited(root, journey)


def test_nothing_that_somebody_types_stops_it(write):
    name = "lessons/nieuw.md"
    texts = [
        "",
        "---",
        "---\n",
        "---\ntitle: [\n",
        "---\n{{{{\n---\n",
        "---\nid: k00001\ntype: tip\n- x\n\t: [}\n---\n",
        MENDED.replace("\n", "\r\n"),
        MENDED.replace("\n", "\r"),
        MENDED + "\x00\x0b\x0c\u2028\x85",
        MENDED + "\ud83d",
        "---\ntitle: " + "a" * 1_000_000 + "\n---\n",
        "x" * 19_000 + "\n" * 20_000,
        "---\n" + "a: &b [*b]\n" * 3000 + "---\n",
    ]

    async def journey(editor: Editor) -> None:
        for text in texts:
            editor.write(name, text)
            await asyncio.gather(editor.hover(name, 1, 3), editor.offered(name, 1, 3), editor.offered(name, 10**6, 10**6))
        editor.write(name, MENDED)
        await editor.codes(name, [])
        editor.write(name, BROKEN.replace("\n", "\r\n"))
        await editor.codes(name, ["windows-line-endings", "unknown-key", "unknown-reference"])

    edited(write({}), journey)
