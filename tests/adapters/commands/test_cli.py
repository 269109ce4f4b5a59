"""The commands as people and programs use them."""

import json
import os
import re
import signal
import subprocess
import sys

import pytest

from geleerd import DECLARATIONS
from geleerd.adapters.commands.checking.reports import REPORTS
from tests.workbench.building import ROOT, Write, run

BROKEN = "---\nid: nee\ntype: tip\n---\n"
DRAFT = "---\nid: k7m2xq\ntype: tip\ntitle: Nog niet af\nstatus: draft\n---\n"
COMMAND = ["geleerd.adapters.commands.cli"]


def geleerd(folder, *words):
    return run([*COMMAND, *words], folder)


def test_check_is_silent_about_good_files_and_ends_well(write: Write):
    result = geleerd(write({}), "check")
    assert (result.returncode, result.stdout) == (
        0,
        "Alles klopt: 2 bijdragen en 7 netwerken, thema's en andere vaste pagina's nagekeken.\n",
    )


def test_check_ends_with_one_on_errors_and_zero_on_hints(write: Write):
    root = write({"lessons/x.md": DRAFT})
    assert geleerd(root, "check").returncode == 0
    (root / "lessons/y.md").write_text(BROKEN)
    assert geleerd(root, "check").returncode == 1


def test_a_refusal_is_its_sentence_alone(write: Write):
    result = geleerd(write({}), "check", "nergens")
    assert (result.returncode, result.stdout, result.stderr) == (2, "", "Het pad nergens bestaat niet.\n")


def test_check_of_a_path_speaks_of_that_path_only(write: Write):
    root = write({"lessons/x.md": BROKEN, "lessons/map/y.md": BROKEN})
    result = geleerd(root, "check", "lessons/map")
    assert set(re.findall(r"^(\S+):\d+: [a-z-]+: ", result.stdout, re.MULTILINE)) == {"lessons/map/y.md"}
    assert geleerd(root, "check", "lessons/begin-klein.md").returncode == 0
    assert geleerd(root / "lessons", "check", "x.md").returncode == 1


def test_check_of_files_elsewhere_reads_them_as_items_to_be_added(write: Write, tmp_path_factory):
    root = write({})
    elsewhere = tmp_path_factory.mktemp("elders")
    (elsewhere / "x.md").write_text(BROKEN)
    result = geleerd(root, "check", str(elsewhere))
    assert result.returncode == 1
    assert f"{elsewhere}/x.md:2: bad-id" in result.stdout


def test_check_without_colours_when_nobody_watches(write: Write):
    assert "\x1b" not in geleerd(write({"lessons/x.md": BROKEN}), "check").stdout


def test_check_of_a_path_that_is_not_there(write: Write):
    result = geleerd(write({}), "check", "lessons/weg.md")
    assert result.returncode == 2
    assert "lessons/weg.md" in result.stderr


@pytest.mark.parametrize("form", REPORTS)
def test_every_format_names_file_line_code_and_sentence(write: Write, form):
    result = geleerd(write({"lessons/x.md": BROKEN}), "check", "--format", form)
    assert result.returncode == 1
    for word in ("lessons/x.md", "2", "bad-id", "kan geen vaste code zijn"):
        assert word in result.stdout


def test_the_formats_for_programs_are_well_formed(write: Write):
    root = write({"lessons/x.md": BROKEN, "lessons/y%,:.md": BROKEN})
    rows = json.loads(geleerd(root, "check", "--format", "json").stdout)
    assert rows[0]["file"] == "lessons/x.md"
    assert rows[0]["severity"] == "error"
    sarif = json.loads(geleerd(root, "check", "--format", "sarif").stdout)
    assert sarif["runs"][0]["results"][0]["ruleId"] == "bad-id"
    github = geleerd(root, "check", "--format", "github").stdout
    finding, *_ = [row for row in json.loads(geleerd(root, "check", "--format", "gitlab").stdout) if row["check_name"] == "bad-id"]
    assert (finding["severity"], len(finding["fingerprint"]), finding["location"]["lines"]["begin"] > 0) == ("major", 64, True)
    assert github.startswith("::error file=lessons/x.md,line=2,title=bad-id::")
    assert "file=lessons/y%25%2C%3A.md,line=" in github


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_new_makes_a_valid_draft_that_says_what_is_missing(write: Write, key):
    root = write({})
    result = geleerd(root, "new", key, 'Een "titel": met tekens', "--folder", "map")
    assert result.returncode == 0, result.stderr
    path = root / "lessons/map/een-titel-met-tekens.md"
    assert re.search(r"^id: [a-z][0-9a-z]{5}$", path.read_text(), re.MULTILINE)
    checked = geleerd(root, "check", "lessons/map")
    assert checked.returncode == 0
    assert "still-missing" in checked.stdout


def test_new_never_overwrites_and_stays_in_its_folder(write: Write):
    root = write({})
    before = (root / "lessons/begin-klein.md").read_text()
    assert geleerd(root, "new", "tip", "Begin klein").returncode == 2
    assert (root / "lessons/begin-klein.md").read_text() == before
    assert geleerd(root, "new", "tip", "Begin opnieuw", "--folder", "../..").returncode == 2
    assert geleerd(root, "new", "tip", "🙂").returncode == 2
    assert geleerd(root, "new", "tip", "Con!").returncode == 2
    assert geleerd(root, "new", "tip", "🙂", "--slug", "lachen").returncode == 0


def test_help_explains(write: Write):
    root = write({})
    assert "Bijvoorbeeld: geleerd new tip" in geleerd(root, "new", "--help").stdout
    assert "eindigt met 1" in geleerd(root, "check", "--help").stdout


def test_the_real_content_has_no_errors():
    result = geleerd(ROOT, "check")
    assert result.returncode == 0, result.stdout


LOADS = "import sys; from geleerd.adapters.commands.cli import main; main(sys.argv[1:], standalone_mode=False); print(*sys.modules)"
"""Runs a command and prints which modules it loaded."""

HEAVY = {
    "mkdocs",
    "babel",
    "markdown",
    "jinja2",
    "nh3",
    "geleerd.locale.frequencies",
    "simplemma",
    "PIL",
    "phonenumbers",
    "pypdf",
    "icalendar",
}


@pytest.mark.parametrize(
    ("words", "unneeded"),
    [
        (["--version"], {*HEAVY, "pydantic", "yaml", "geleerd.model.declarations", "geleerd.locale"}),
        (["new", "tip", "Begin klein"], {*HEAVY, "geleerd.pipeline", "geleerd.validate", "geleerd.relate", "geleerd.render"}),
    ],
    ids=["version", "new"],
)
def test_a_command_loads_only_what_it_needs(tmp_path, words, unneeded):
    (tmp_path / "mkdocs.yml").write_text("plugins: [geleerd]\n")
    result = subprocess.run([sys.executable, "-c", LOADS, *words], cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = set(result.stdout.splitlines()[-1].split())
    assert "geleerd.adapters.commands.cli" in loaded
    assert loaded & unneeded == set()


CALLS = [
    ["check"],
    ["check", "."],
    ["stats"],
    ["stale"],
    ["new", "tip", "Begin klein"],
    ["digest", "--since", "2026-01-01"],
    ["import", "x.md"],
    ["issue-forms"],
    ["archive", "uit"],
]


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
@pytest.mark.parametrize("config", [None, "site_name: Iets anders\nplugins: [search, tags: {}]\n"], ids=["empty", "another-site"])
def test_where_no_knowledge_base_is_a_command_says_so_and_writes_nothing(tmp_path, words, config):
    if config:
        (tmp_path / "mkdocs.yml").write_text(config)
    before = sorted(tmp_path.iterdir())
    result = geleerd(tmp_path, *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert f"Hier is geen kennisbank: in {tmp_path} " in result.stderr
    assert "geleerd init" in result.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_the_path_says_which_knowledge_base(write: Write, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elders")
    root = write({"lessons/x.md": BROKEN})
    for words in (["check", str(root)], ["check", str(root / "lessons")], ["check", str(root / "lessons/x.md")]):
        result = geleerd(elsewhere, *words)
        assert (result.returncode, "lessons/x.md:2: bad-id" in result.stdout) == (1, True)
    (elsewhere / "y.md").write_text("---\ntype: tip\ntitle: Begin eens klein\n---\n")
    assert geleerd(elsewhere, "import", "y.md", "--to", str(root / "lessons/nieuw")).returncode == 0
    assert (root / "lessons/nieuw/begin-eens-klein.md").exists()


def test_paths_in_two_knowledge_bases_are_refused_in_one_sentence(write: Write, tmp_path_factory):
    root, other = write({}), tmp_path_factory.mktemp("andere")
    (other / "mkdocs.yml").write_text("plugins: {geleerd: }\n")
    result = geleerd(root, "check", "lessons", str(other))
    assert (result.returncode, result.stdout) == (2, "")
    assert f"Deze paden horen bij twee kennisbanken: {root} en {other}." in result.stderr


def test_a_person_who_stops_a_command_sees_no_traceback(write: Write):
    root = write({"lessons/lang.md": "x"})
    stopped = "import signal, geleerd.reading as p; signal.signal(signal.SIGINT, signal.default_int_handler); p.reading_of = lambda *_: signal.raise_signal(signal.SIGINT); "
    program = stopped + "from geleerd.adapters.commands.cli import main; main(['check'])"
    result = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (128 + signal.SIGINT, "", "")


def test_a_shell_completes_commands_options_and_choices(write: Write):
    root = write({})

    def completed(line: str) -> list[str]:
        asked = {"_GELEERD_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
        program = "from geleerd.adapters.commands.cli import main; main(prog_name='geleerd')"
        env = {**os.environ, **asked}
        done = subprocess.run([sys.executable, "-c", program], cwd=root, env=env, capture_output=True, text=True, check=False)
        return [row.partition(",")[2] for row in done.stdout.splitlines()]

    assert completed("geleerd ch") == ["check"]
    assert completed("geleerd check --f") == ["--format"]
    assert completed("geleerd new ti") == ["tip"]
    assert "sarif" in completed("geleerd check --format ")
