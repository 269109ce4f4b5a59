"""Where fuzzing begins: what the tests know, for each target."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.workbench.drawings import CALLS_OUT, OF_PROGRAMS, RUNS
from tests.workbench.telling_files import SILENT, TELLING

KINDS = ("jpg", "png", "webp", "svg", "pdf", "docx", "xlsx", "pptx", "odt", "txt", "gif", "")
"""The extension under which a file is tried: its first byte chooses."""

CASES = Path(__file__).parent.parent.parent / "tests" / "validate" / "cases"


def _texts() -> list[bytes]:
    cases = (yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["files"] for path in sorted(CASES.glob("*.yml")))
    return [text.encode() for files in cases for text in files.values() if isinstance(text, str)]


def _files() -> list[bytes]:
    files = (*((name, data) for name, data, _ in TELLING.values()), *SILENT.values())
    return [bytes([KINDS.index(kind) if (kind := name.rpartition(".")[2]) in KINDS else len(KINDS) - 1]) + data for name, data in files]


SEEDS: Mapping[str, list[bytes]] = {
    "front_matter": _texts(),
    "body": [text.rpartition(b"\n---\n")[2] for text in _texts()],
    "metadata": _files(),
    "drawing": [text.encode() for text in (*CALLS_OUT.values(), *RUNS.values(), *OF_PROGRAMS.values())],
    "clean": _files(),
}
