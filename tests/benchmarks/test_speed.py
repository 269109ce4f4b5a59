"""What the benchmark makes of its figures, what it sees of processes, and that a go over all of it ends in a report."""

import os
import subprocess
import sys

import pytest
from defusedxml import ElementTree

from benchmarks.corpus.corpus import corpus_of
from benchmarks.generators import hugo, ours, properdocs, stock
from benchmarks.generators.generator import Generator
from benchmarks.speed.chart import chart
from benchmarks.speed.figures import Figures, Spread, State, Written, spread, written_in
from benchmarks.speed.memory import bytes_of, processes_of, watched
from benchmarks.speed.profiled import IMPORTS, profile_of, room_of
from benchmarks.speed.report import profile_section, report, shown, table
from benchmarks.speed.rounds import Stand, measure, stands_of
from benchmarks.speed.running import FailedError, Run, run
from benchmarks.speed.serving import serve

MEGABYTES = 40_000_000
FAMILY = f"""
import subprocess, sys
own = bytearray({MEGABYTES})
child = "own = bytearray({MEGABYTES}); print('ready', flush=True); input()"
subprocess.run([sys.executable, "-c", child])
"""


@pytest.fixture
def figures():
    found = Figures((ours.GENERATOR, stock.GENERATOR, hugo.GENERATOR))
    for size, seconds in ((1000, 4.0), (2000, 8.0)):
        found.runs[size, "ours", State.COLD] = [Run(seconds, seconds), Run(3 * seconds, seconds), Run(2 * seconds, 9)]
        found.runs[size, "ours", State.NOTHING] = [Run(0.5, 0.4)]
        found.runs[size, "stock", State.COLD] = [Run(seconds, 2)]
        for key in ("ours", "stock"):
            found.memory[size, key] = 3 * 2**20
            found.written[size, key] = Written(2911, 1500, 94_000_000)
    found.saves[121, "ours", State.BODY] = [0.4, 0.6, 0.5]
    found.missing["hugo"] = "`python` could not install it"
    return found


def test_the_report_tells_medians_ratios_growth_saves_and_who_is_missing(figures):
    text = report(figures, ["Gemaakt."], ["## Meer"])
    assert "| Geleerd (`mkdocs build`) | – | 8.00 (4.00–12.0) | 0.50 | – | – | – |" in text
    assert "| Geleerd (`mkdocs build`) ÷ Material for MkDocs | – | 2.00 | 0.12 | – | – | – |" in text
    assert "| Geleerd (`mkdocs build`) | 3 | 2,911 | 1,500 | 94.0 |" in text
    assert "| Geleerd (`mkdocs build`) | 1.00 |\n| Material for MkDocs | 1.00 |" in text
    assert "| Geleerd (`mkdocs build`) | 0.50 (0.40–0.60, 3) |" in text
    assert "| Hugo | hugo 0.168.0 | **not measured: `python` could not install it.**" in text
    assert text.endswith("## Meer\n")


def test_the_report_of_nothing_holds_no_empty_tables():
    assert report(Figures(()), ["Gemaakt."], [""]).count("\n## ") == 0


def test_the_chart_draws_every_median_that_is_known(figures):
    drawn = ElementTree.fromstring(chart(figures))
    words = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert [word for word in words if word in {"8.00", "16.00", "4.00", "0.50"}] == ["8.00", "0.50", "4.00", "16.00", "0.50", "8.00"]
    assert "Hugo" not in words


def test_values_have_a_spread():
    assert spread([3, 1, 2]) == Spread(2, 1, 3)
    assert spread([]) is None
    assert (shown(None), shown(Spread(1, 1, 1)), shown(Spread(112.4, 9.96, 130))) == ("–", "1.00", "112 (9.96–130)")
    assert list(table(["", "a"], [["x", "1"]])) == ["|  | a |", "|---|---:|", "| x | 1 |"]


def test_a_profile_is_shared_out_and_what_is_small_added_up():
    section = profile_section({1000: {"find": 6.0, "render": 3.9, "guard": 0.1}})
    assert section.splitlines()[-4:] == [
        "| find | 6.00 s, 60% |",
        "| render | 3.90 s, 39% |",
        "| all others | 0.10 s, 1% |",
        "| together | 10.0 s |",
    ]


@pytest.mark.parametrize(
    ("called", "room"),
    [
        ([("/lib/yaml/x.py", "load"), ("/p/read/front_matter.py", "parsed"), ("/p/pipeline.py", "build")], "read"),
        ([("/p/render/feeds/atom.py", "feed"), ("/p/render/site.py", "render")], "render/feeds"),
        ([("/p/theme/pages/tip.html", "root"), ("/p/render/x.py", "y")], "theme/pages"),
        ([("/p/pipeline.py", "build"), ("/lib/mkdocs/x.py", "run")], "pipeline"),
        ([("<frozen importlib._bootstrap>", "_load"), ("/p/find/x.py", "y")], IMPORTS),
        ([("/p/find/x.py", "<module>"), ("<frozen importlib._bootstrap>", "_load")], IMPORTS),
        ([("/lib/jinja2/x.py", "y"), ("/lib/mkdocs/x.py", "build"), ("/lib/mkdocs/__main__.py", "<module>")], "MkDocs"),
        ([("/lib/gc.py", "y")], "Python"),
    ],
)
def test_a_sample_belongs_to_the_innermost_room(called, room):
    assert room_of(called, "/p") == room


def test_the_memory_of_a_process_and_its_child_is_added_up():
    parent = subprocess.Popen([sys.executable, "-c", FAMILY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    with parent, watched(parent.pid) as peak:
        assert parent.stdout.readline() == b"ready\n"
        family = list(processes_of(parent.pid))
        assert len(family) == 2
        assert all(bytes_of(process) > MEGABYTES for process in family)
        while peak.bytes <= 2 * MEGABYTES:
            assert parent.poll() is None
        parent.communicate(b"\n")
    assert peak.bytes < 6 * MEGABYTES
    assert bytes_of(parent.pid) == 0


def test_a_run_counts_its_seconds_and_one_that_fails_says_so(tmp_path, capsys):
    folder = tmp_path / "site"
    folder.mkdir()
    busy = "import time; began = time.process_time()\nwhile time.process_time() < began + 0.2: pass"
    done = run(
        (sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"), folder, dict(os.environ)
    )
    assert done.cpu > 0.2
    with pytest.raises(FailedError):
        run((sys.executable, "-c", "print('Kapot'); raise SystemExit(3)"), folder, dict(os.environ))
    assert "Kapot" in capsys.readouterr().out


COPIES = """
import http.server, pathlib, shutil, sys
shutil.rmtree("site", ignore_errors=True)
shutil.copytree("content", "site")
pathlib.Path("kept/pictures").mkdir(parents=True, exist_ok=True)
if len(sys.argv) > 1:
    handler = lambda *given: http.server.SimpleHTTPRequestHandler(*given, directory="content")
    http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), handler).serve_forever()
"""
COPIER = Generator(
    key="stock",
    name="Kopie",
    makes="",
    files=lambda corpus: [("content/index.html", "<h1>"), *((f"content/{i.number}.html", f"{i.title} {i.body}") for i in corpus.items)],
    build=("python", "-c", COPIES),
    serve=("python", "-c", COPIES.replace("{", "{{").replace("}", "}}"), "{port}"),
    caches=("kept",),
    pictures="kept/pictures",
    address=lambda item: f"{item.number}.html",
)


def test_a_generator_goes_through_all_states_and_one_that_fails_is_named(tmp_path):
    broken = Generator("properdocs", "Stuk", "", lambda corpus: [("x", "")], ("python", "-c", "raise SystemExit(1)"), lambda item: "")
    figures = Figures((COPIER, broken))
    measure(figures, 60, 2, tmp_path, until=0)
    assert {state: len(figures.runs[60, "stock", state]) for state in State} == dict.fromkeys(State, 1)
    assert figures.written[60, "stock"][:2] == written_in(tmp_path / "stock/site")[:2] == (61, 61)
    assert figures.missing == {"properdocs": "`python -c` ended with 1"}


def test_forgetting_keeps_pictures_or_not(tmp_path):
    stand = Stand(COPIER, tmp_path / "stock", {})
    for file in ("site/a", "kept/a", "kept/pictures/a", "content/a"):
        (stand.folder / file).parent.mkdir(parents=True, exist_ok=True)
        (stand.folder / file).touch()
    stand.forget(pictures=False)
    assert sorted(path.name for path in stand.folder.rglob("*")) == ["a", "a", "content", "kept", "pictures"]
    stand.forget(pictures=True)
    assert sorted(path.name for path in stand.folder.rglob("*")) == ["a", "content"]


def test_a_save_is_waited_for_until_the_page_shows_it(tmp_path, monkeypatch):
    monkeypatch.setattr("benchmarks.speed.serving.REST", 0)
    figures = Figures((COPIER,))
    serve(figures, 60, 2, tmp_path, most_seconds=60)
    assert {what: len(waits) for what, waits in figures.saves.items()} == {(60, "stock", State.BODY): 2, (60, "stock", State.TITLE): 2}


@pytest.mark.long
def test_the_generators_of_this_environment_build_and_ours_can_be_profiled(tmp_path):
    figures = Figures((ours.GENERATOR, stock.GENERATOR, properdocs.GENERATOR))
    (mine, *others) = stands_of(figures, tmp_path, corpus_of(12))
    rooms = profile_of(mine)
    assert {"find", "theme/pages", "MkDocs", IMPORTS} <= set(rooms)
    for stand in others:
        run(stand.generator.build, stand.folder, stand.environment)
    assert all(written_in(stand.folder / "site").pages >= 12 for stand in (mine, *others))
