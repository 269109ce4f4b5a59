"""`geleerd upgrade` writes what changed, once, and says so."""

import shutil
from pathlib import Path

from tests.workbench.building import Write, run
from tests.workbench.small_items import tip

FIRST = Path(__file__).parent / "first_release"
"""A knowledge base as `geleerd init` of the first release made it."""

COMMAND = ["geleerd.adapters.commands.cli", "upgrade"]


def test_it_says_what_it_would_do_does_it_and_then_has_nothing_to_do(write: Write):
    root = write({"lessons/a.md": tip("k1aaaa").replace("title: eigen ervaring", "title: Verslag")})
    before = (root / "lessons/a.md").read_text()
    told = run([*COMMAND, "--dry-run"], root)
    assert told.returncode == 0
    assert (root / "lessons/a.md").read_text() == before
    done = run(COMMAND, root)
    assert done.returncode == 0
    assert told.stdout.splitlines()[:-1] == done.stdout.splitlines()[:-1] != []
    assert run(["geleerd.adapters.commands.cli", "check"], root).returncode == 0
    assert "plugins: [geleerd: {schema: 2}]" in (root / "mkdocs.yml").read_text()
    assert run(COMMAND, root).stdout == "Alles is al bij de tijd.\n"


def test_it_names_the_line_of_a_source_that_it_leaves(write: Write):
    root = write({"lessons/a.md": tip("k1aaaa").replace("[{title: eigen ervaring}]", "\n  - title: Verslag # van ons")})
    before = (root / "lessons/a.md").read_bytes()
    told = run(COMMAND, root).stdout.splitlines()
    line = 1 + before.decode().split("\n").index(next(line for line in before.decode().split("\n") if "van ons" in line))
    assert told == [
        f"lessons/a.md:{line}: hier staat een opmerking bij een bron; die bron blijft zoals hij is. Verplaats hem zelf.",
        "mkdocs.yml: schema wordt 2.",
        "Eén bestand bijgewerkt. Kijk het na met git diff.",
    ]
    assert (root / "lessons/a.md").read_bytes() == before


def test_a_knowledge_base_of_the_first_release_loses_nothing(tmp_path):
    root = tmp_path / "kennisbank"
    shutil.copytree(FIRST, root)
    before = {path.relative_to(root): path.read_text(encoding="utf-8") for path in root.rglob("*.*") if path.is_file()}
    done = run(COMMAND, root)
    assert done.returncode == 0, done.stderr
    for path, text in before.items():
        now = (root / path).read_text(encoding="utf-8")
        gone = set(text.splitlines()) - set(now.splitlines())
        assert all("title:" in line or line.strip().startswith(("sources:", "- {")) for line in gone), (path, gone)
    assert "title" in (root / "content/bronnen.yml").read_text(encoding="utf-8")
    built = run(["geleerd.adapters.commands.cli", "build", "--strict"], root)
    assert built.returncode == 0, built.stderr
    assert (root / "site/tips/voorbeeld-van-een-tip/index.html").is_file()
    assert run(COMMAND, root).stdout == "Alles is al bij de tijd.\n"
