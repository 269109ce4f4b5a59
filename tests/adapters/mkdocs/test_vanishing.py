"""Files that vanish or change while a check or a build reads them: a sentence with their name, never a trace."""

from pathlib import Path

import pytest

from tests.workbench.building import built, run, warm

FILES = {"lessons/begin-klein.md", "content/over/index.md", "content/begrippen.yml"}


@pytest.fixture(scope="module", autouse=True)
def loaded():
    """What the commands load once, before anything vanishes."""
    warm()


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_that_is_gone_between_the_list_and_the_reading_is_named(monkeypatch, write, name):
    from geleerd.read import folders  # noqa: PLC0415  # what commands load is loaded by `warm`

    read = folders.read_bytes

    def gone(root: Path, path: str) -> bytes:
        if path == name:
            (root / path).unlink(missing_ok=True)
        return read(root, path)

    monkeypatch.setattr(folders, "read_bytes", gone)
    checked, made = run(["geleerd.adapters.commands.cli", "check"], write({})), built(write({}))
    assert f"{name}:1: unreadable-file: " in checked.stdout
    assert f"{name}:1: unreadable-file: " in made.stderr
    assert "Traceback" not in checked.stderr + made.stderr


def test_a_file_that_is_gone_when_the_host_copies_it_ends_the_build_in_a_sentence(monkeypatch, write):
    from mkdocs.structure import files  # noqa: PLC0415  # as above

    copy = files.File.copy_file

    def gone(self, dirty=False):
        if self.src_uri.endswith("plein.txt"):
            Path(self.abs_src_path).unlink()
        copy(self, dirty)

    monkeypatch.setattr(files.File, "copy_file", gone)
    root = write({"content/over/plein.txt": "Tekst."})
    result = built(root)
    assert result.returncode == 1
    assert "Lezen of schrijven lukte niet: " in result.stderr
    assert "plein.txt" in result.stderr
    assert "Traceback" not in result.stderr
