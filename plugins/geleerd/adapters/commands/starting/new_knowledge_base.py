"""Writes a new knowledge base from the starter in the package, with what its owner decided."""

import json
import shutil
import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from geleerd.adapters.commands.starting.answers import Answers
from geleerd.adapters.commands.starting.pinned import pinned
from geleerd.adapters.output.staging import write_new_folder
from geleerd.adapters.settings.load import settings_at
from geleerd.contribute.schema import WORD_LISTS, lists_of_entries, schema_of, schema_text
from geleerd.contribute.snippets import snippets_text
from geleerd.locale.catalogue import catalogue

_STARTER = Path(str(resources.files("geleerd"))) / "starter"
_SAID = ("online-pull", "online-issue", "online-desk", "online-mail")
"""What a workflow says below a proposal, by the key that stands in its place."""

_TOLD = ("README.md", "LICENSE.md", "SECURITY.md", "content/index.md")


def starters() -> tuple[str, ...]:
    """The languages in which there is a starter: those that have a folder of files."""
    return tuple(sorted(folder.parent.name for folder in _STARTER.glob("*/mkdocs.yml")))


def colours() -> Mapping[str, Mapping[str, str]]:
    """The accents to choose from, by name and palette; the look of the package, "blue", has none."""
    return {"blue": {}, **tomllib.loads((_STARTER / "colours.toml").read_text(encoding="utf-8"))}


def new_knowledge_base(target: Path, answers: Answers) -> tuple[str, ...]:
    """Write the files to a new or empty folder, and return their paths.

    Raises `FileExistsError` when the folder is not empty, since nothing is ever overwritten, and `OutputError` when it cannot be written.
    """
    write_new_folder(target, lambda folder: _write(folder, answers))
    return tuple(sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()))


def _write(folder: Path, answers: Answers) -> None:
    for part in (_STARTER / "every", _STARTER / answers.language, _STARTER / "forges" / answers.forge):
        if part.is_dir():  # no workflow is no folder
            shutil.copytree(part, folder, dirs_exist_ok=True)
    configuration = folder / "mkdocs.yml"
    _rewrite(configuration, answers.configured(configuration.read_text(encoding="utf-8"), colours()[answers.colours]))
    for name in _TOLD:
        _rewrite(folder / name, answers.told((folder / name).read_text(encoding="utf-8")))
    for workflow in (*folder.glob(".*/workflows/publish.yml"), *folder.glob(".gitlab-ci.yml")):
        _rewrite(workflow, _with_sentences(workflow.read_text(encoding="utf-8"), answers.language))
    _rewrite(folder / "requirements.txt", "".join(f"{line}\n" for line in pinned("geleerd")))
    _write_editor_files(folder)


def _with_sentences(text: str, language: str) -> str:
    words = catalogue(language)
    for key in _SAID:
        text = text.replace(f'"{key}"', json.dumps(words.console(key, links="{links}"), ensure_ascii=False))
    return text


def _write_editor_files(folder: Path) -> None:
    settings = settings_at(folder)
    words = catalogue(settings.language)
    editor = folder / ".vscode"
    _rewrite(editor / "geleerd.code-snippets", snippets_text(words))
    for key in (*WORD_LISTS, *lists_of_entries(settings.declarations)):
        _rewrite(editor / f"{key}.schema.json", schema_text(schema_of(key, words, settings.site_url)))


def _rewrite(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
