"""The list of files that MkDocs gets instead of its own walk."""

import logging
from collections.abc import Iterable
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, get_files

from geleerd import catalogue
from geleerd.adapters.mkdocs.listed_files import take_out_unlisted, with_drawings, with_listed
from tests.workbench.building import Write

NAMES = [
    "z.md",
    "index.md",
    "README.md",
    "a/b/c.txt",
    "a/README.md",
    "a/x.md",
    "b/README.md",
    "b/index.md",
    "uit/y.md",
    "klad/k.md",
    "los/l.md",
]
RULES = "exclude_docs: uit/\ndraft_docs: klad/\nnot_in_nav: los/\n"


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    for name in NAMES:
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Proef\n{RULES}")
    return load_config(str(tmp_path / "mkdocs.yml"))


def listed(config: MkDocsConfig, others: Iterable[File] = ()) -> Files:
    return with_listed(Files(others), [f"docs/{name}" for name in NAMES], "docs", config, catalogue("nl"))


def facts(files: Files) -> list[tuple[object, ...]]:
    return [(f.src_uri, f.dest_uri, f.url, f.inclusion, f.abs_src_path, f.src_dir, f.edit_uri) for f in files]


def test_the_list_is_what_mkdocs_finds_itself_among_real_files(config):
    assert facts(listed(config)) == facts(get_files(config))


def test_a_readme_beside_an_index_is_named(config, caplog):
    with caplog.at_level(logging.WARNING):
        listed(config)
    assert [record.getMessage().split(":")[0] for record in caplog.records] == [
        "README.md komt niet op de site",
        "b/README.md komt niet op de site",
    ]


def test_files_of_the_theme_and_of_others_stay_and_those_of_the_staff_win(config):
    others = [
        File("z.md", "/theme", config.site_dir, use_directory_urls=True),
        File("t.css", "/theme", config.site_dir, use_directory_urls=True),
    ]
    files = listed(config, others)
    assert [file.src_uri for file in files][-1] == "t.css"
    assert files.get_file_from_path("z.md").src_dir == config.docs_dir


def test_what_others_find_in_the_folder_of_the_staff_is_taken_out(config):
    files = listed(config)
    files.append(File(".git/config", config.docs_dir, config.site_dir, use_directory_urls=True))
    files.append(File("t.css", "/theme", config.site_dir, use_directory_urls=True))
    made = File("gemaakt.md", config.docs_dir, config.site_dir, use_directory_urls=True)
    made.generated_by = "other"
    files.append(made)
    take_out_unlisted(files, ["docs/z.md"], "docs", config)
    assert [file.src_uri for file in files] == ["z.md", "t.css", "gemaakt.md"]


def test_mkdocs_walks_over_nothing_and_gets_its_folder_back_with_the_list(write: Write):
    root = write({})
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_pre_build(config=config)
    assert list(get_files(config)) == []
    files = config.plugins.on_files(Files([]), config=config)
    with pytest.raises(PluginError):
        config.plugins["geleerd"].on_build_error(ValueError())
    assert config.docs_dir == str(root / "content")
    assert files.get_file_from_path("over/index.md").abs_src_path == str(root / "content/over/index.md")


def test_a_drawing_of_the_staff_is_published_as_it_was_written_anew(config):
    drawing, other = File("a/t.svg", "docs", "site", True), File("a/u.svg", "docs", "site", True)
    files = with_drawings(Files([drawing, other]), {"docs/a/t.svg": b"<svg/>", "docs/b/weg.svg": b"<svg/>"}, "docs")
    assert [file.content_bytes for file in files if file.abs_src_path is None] == [b"<svg/>"]
