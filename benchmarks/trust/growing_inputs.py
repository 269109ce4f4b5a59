"""Inputs of every kind, each a knowledge base's files at a size: ten times the size is ten times as much of the same."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import yaml
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.workbench.full_items import FRAME, frame_files, item_files

Files = Mapping[str, str | bytes]

WIDE, LONG = 1_900, 14_000
"""Characters of one line and of one text at the first size: ten times as many are just allowed."""

HEAD = """\
---
id: gr0001
type: tip
title: Een tip die groeit
summary: Een samenvatting die lang genoeg is om te mogen.
date: 2026-11-22
themes: [borging]
sources: [{title: Bron}]
"""

PIECES = {
    "words": "woord ",
    "sentences": "Een zin. ",
    "letters": "a",
    "digits": "7",
    "base64": "QmFzZTY0",
    "compound": "verzorgingshuis",
    "capitals": "AB ",
    "passive": "wordt gedaan ",
    "half a passive": "wordt ",
    "accents": "é",
    "combining": "e\u0301",
    "emoji": "😀",
    "rtl": "\u05d0 ",
    "no-break": "\u00a0",
    "tabs": "\t",
    "spaces": "  ",
    "brackets": "[",
    "closing": "]",
    "links": "[a](b) ",
    "open links": "[a](",
    "images": "![a](b.png) ",
    "references": "[a][b] ",
    "footnotes": "[^1] ",
    "wiki": "[[a]] ",
    "open wiki": "[[",
    "bare": "https://a.nl/b ",
    "www": "www.a.nl ",
    "mail": "a@b.nl ",
    "at": "a@",
    "html": "<b>a</b>",
    "open html": "<b>",
    "anchors": '<a href="x">',
    "lower": "<",
    "comments": "<!-- a -->",
    "open comment": "<!--",
    "cdata": "<![CDATA[",
    "question": "<?a",
    "declaration": "<!A ",
    "entities": "&amp;",
    "numbers of signs": "&#x41;",
    "ampersand": "&",
    "stars": "*",
    "emphasis": "*a* ",
    "open emphasis": "*a ",
    "strong": "**a** ",
    "underscores": "_a",
    "tildes": "~~a~~ ",
    "code": "`a` ",
    "ticks": "`",
    "quotes": '"',
    "backslash": "\\",
    "percents": "%% a %%",
    "open percents": "%%",
    "dollars": "$a$ ",
    "pipes": "|",
    "colons": ": ",
    "braces": "{{ a }} ",
    "attributes": "{ .a }",
    "dates": "1/1/",
    "numbers": "06 ",
    "phone": "06-12345678 ",
    "iban": "NL12 ",
    "citizens": "123456782 ",
    "born": "geboren op ",
    "a day and spaces": "1-1-2000  ",
    "dots": ".",
    "marks": "TODO ",
    "xx": "XX ",
    "hashes": "#",
    "colours": ":::",
    "icons": ":material-a: ",
}
"""What one line may hold over and over."""

LINES = {
    "lists": "- a\n",
    "numbered": "1. a\n",
    "tasks": "- [ ] a\n",
    "quotations": "> a\n\n",
    "headings": "## a\n\n",
    "paragraphs": "a\n\n",
    "rules": "---\n\n",
    "fences": "```\n",
    "closed fences": "```\na\n```\n",
    "tildes": "~~~\n",
    "table": "|a|b|\n",
    "tables": "|a|\n|-|\n|a|\n\n",
    "definitions": "[a]: b\n",
    "notes": "[^a]: b\n",
    "alerts": "> [!NOTE]\n> a\n\n",
    "boxes": "!!! note\n    a\n",
    "containers": "::: tip\n",
    "html blocks": "<div>\n\n",
    "details": "<details>\n<summary>a</summary>\n\n",
    "indented": "    a\n",
    "equals": "a\n=\n",
    "hard breaks": "a  \n",
    "tabs": '=== "a"\n',
    "stairs": "  - a\n",
}
"""What a text may hold line after line."""


@dataclass(frozen=True, slots=True)
class Growing:
    """A kind of input, and its files at a number of times the first size."""

    name: str
    files: Callable[[int], Files]


FRAME_FILES = {path: text for path, text in frame_files().items() if path.endswith(".md")}


def growing() -> Iterator[Growing]:
    """All kinds."""
    for name, piece in PIECES.items():
        yield Growing(f"one line: {name}", lambda times, piece=piece: body(repeated(piece, WIDE * times)))
        yield Growing(f"text: {name}", lambda times, piece=piece: body((repeated(piece, 1_400) + "\n") * (10 * times)))
    for name, piece in LINES.items():
        yield Growing(f"lines: {name}", lambda times, piece=piece: body(repeated(piece, LONG * times)))
    for path, text in {**item_files(), **FRAME_FILES}.items():
        for name in ("words", "brackets", "half a passive", "emphasis", "a day and spaces", "open html", "capitals"):
            yield Growing(
                f"fields of {path}: {name}", lambda times, path=path, text=text, name=name: grown(path, text, PIECES[name], times)
            )
    yield from _others()


def body(text: str) -> Files:
    """A file with a text below sound fields."""
    return {"lessons/groei.md": f"{HEAD}---\n{text}\n"}


def repeated(piece: str, length: int) -> str:
    """A piece over and over, up to some length."""
    return piece * (length // len(piece))


def grown(path: str, text: str, piece: str, times: int) -> Files:
    """A file in which all texts hold a piece over and over, and all lists have more elements."""
    _, front, below = text.split("---\n", 2)
    fields = yaml.load(front, yaml.CSafeLoader)  # a safe loader, which reads a question mark before a bracket
    fields = {key: value if key in {"id", "type"} else _grown(value, piece, times) for key, value in fields.items()}
    return {path: f"---\n{yaml.safe_dump(fields, allow_unicode=True)}---\n{below}"}


def _grown(value: object, piece: str, times: int) -> object:
    if isinstance(value, str) and " " in value:
        return repeated(piece, 30 * times).strip() + value
    if isinstance(value, list) and value and not isinstance(value[0], str):
        return [_grown(part, piece, times) for part in value]
    if isinstance(value, list) and value and " " in value[0]:
        return [f"{value[0]} {number} {repeated(piece, 30)}" for number in range(times)]
    if isinstance(value, dict):
        return {key: _grown(part, piece, times) for key, part in value.items()}
    return value


def _others() -> Iterator[Growing]:
    yield Growing("tags", lambda times: _front(f"tags: {[f'trefwoord {n} {n * 7919}' for n in range(3 * times)]}\n"))
    yield Growing("points of one text", lambda times: _front("when: |\n" + "  - een punt [a](b)\n" * (20 * times)))
    yield Growing("sources", lambda times: _front("tags:\n" + "".join(f"  - bron{n}\n" for n in range(3 * times))))
    yield Growing("one long field", lambda times: _front(f"when: {repeated('woord ', 390 * times)}\n"))
    yield Growing("unknown keys", lambda times: _front("".join(f"sleutel{n}: a\n" for n in range(100 * times))))
    yield Growing("comments in front", lambda times: _front("# een opmerking #los [\n" * (100 * times)))
    yield Growing("broken front", lambda times: _front("when: [" + "a: b, " * (100 * times) + "\n"))
    yield Growing("colons and spaces", lambda times: _front("when:" + " " * (1_500 * times) + "\n: \n"))
    yield Growing("items", lambda times: {f"lessons/groei-{n}.md": _item(n) for n in range(20 * times)})
    yield Growing("name of a file", lambda times: {f"lessons/{'a-' * (9 * times)}z.md": f"{HEAD}---\nTekst.\n"})
    yield Growing(
        "many sources",
        lambda times: {"content/bronnen.yml": "".join(f"- {{id: bron-{n}, title: Bron {n}}}\n" for n in range(60 * times))},
    )
    yield Growing(
        "glossary",
        lambda times: {"content/begrippen.yml": "".join(f"- {{term: begrip {n}, meaning: Uitleg {n}.}}\n" for n in range(60 * times))},
    )
    yield Growing(
        "one long term",
        lambda times: {"content/begrippen.yml": f"- {{term: begrip, synonyms: {[f'woord {n}' for n in range(20 * times)]}}}\n"},
    )
    yield Growing("meetings", _meetings)
    yield Growing("staff page", lambda times: {"content/over/groei.md": "# Kop\n\n" + "Tekst [a](index.md) *b*.\n" * (300 * times)})
    yield Growing("notes", lambda times: {"lessons/_notities/a.md": "Bel 06 12 34 of mail.\n" * (2_000 * times)})
    for name, piece in {
        "siblings": "<g/>",
        "texts": "<text>a</text>",
        "titles": "<title>a</title>",
        "comments": "<!--a-->",
        "styles": "<style>a{b:c}</style>",
    }.items():
        yield Growing(f"svg: {name}", lambda times, piece=piece: _picture("svg", _svg(piece * (2_000 * times))))
    yield Growing("svg: depth", lambda times: _picture("svg", _svg("<g>" * (6 * times) + "</g>" * (6 * times))))
    yield Growing("svg: too deep", lambda times: _picture("svg", _svg("<g>" * (1_500 * times))))
    yield Growing("svg: path", lambda times: _picture("svg", _svg(f'<path d="{"M1 1" * (10_000 * times)}"/>')))
    yield Growing("png: chunks", lambda times: _picture("png", _png(100 * times)))
    yield Growing("png: pixels", lambda times: _picture("png", _pixels(300 * times)))
    yield Growing("docx: parts", lambda times: _picture("docx", _zip(300 * times), attached=True))
    yield Growing("pdf: pages", lambda times: _picture("pdf", _pdf(40 * times), attached=True))


def _front(more: str) -> Files:
    return {"lessons/groei.md": f"{HEAD}{more}---\nTekst.\n"}


def _item(number: int) -> str:
    return HEAD.replace("gr0001", f"g{number:05}") + f"tags: [trefwoord {number % 30}]\n---\nEen tekst over {number} en meer woorden.\n"


def _meetings(times: int) -> Files:
    path = "content/netwerken/vol.md"
    meetings = "".join(f"  - {{id: m{n}, start: 2026-01-01 10:00, title: Bijeenkomst {n}, agenda: Praten}}\n" for n in range(20 * times))
    return {path: f"---\n{FRAME[path].partition('meetings:')[0]}meetings:\n{meetings}---\nTekst.\n"}


def _picture(kind: str, data: bytes, *, attached: bool = False) -> Files:
    head = HEAD + (f"attachments: [{{title: Bijlage, file: groei.{kind}}}]\n" if attached else "")
    return {"lessons/groei.md": f"{head}---\n{'' if attached else f'![Beeld](groei.{kind})'}\n", f"lessons/groei.{kind}": data}


def _svg(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode()


def _png(chunks: int) -> bytes:
    info, data = PngInfo(), io.BytesIO()
    for number in range(chunks):
        info.add_text(f"Software {number}", "a")
    Image.new("L", (8, 8)).save(data, "PNG", pnginfo=info)
    return data.getvalue()


def _pixels(side: int) -> bytes:
    data = io.BytesIO()
    Image.new("L", (side, 300)).save(data, "PNG")
    return data.getvalue()


def _zip(parts: int) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for number in range(parts):
            archive.writestr(f"word/deel{number}.xml", "<a/>")
    return data.getvalue()


def _pdf(pages: int) -> bytes:
    data, page = io.BytesIO(), Image.new("L", (8, 8))
    page.save(data, "PDF", save_all=True, append_images=[page] * (pages - 1))
    return data.getvalue()
