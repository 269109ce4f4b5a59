"""`geleerd links`: no link of a written site leads nowhere, and other sites are asked politely."""

import json
import re
import signal
import subprocess
import sys
import time

import pytest

from tests.workbench.building import Write, built, run

COMMAND = ["geleerd.adapters.commands.cli", "links"]
PAGE = '<!doctype html><html><body><h1 id="kop">x</h1>{}</body></html>'


def site_of(tmp_path, **pages: str):
    for name, html in {"index": "", **pages}.items():
        (tmp_path / f"{name}.html").write_text(PAGE.format(html), encoding="utf-8")
    return tmp_path


def broken(folder, *options: str) -> list[str]:
    result = run([*COMMAND, str(folder), *options], folder)
    lines = result.stdout.splitlines()
    assert result.returncode == (1 if lines[:-1] else 0), result.stderr
    return lines[:-1]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#kop">x</a> <a href="#">x</a> <a href="#top">x</a> <a href="">x</a> <a href="?q=1">x</a>',
        '<a href="./">x</a> <a href="index.html#kop">x</a> <a href="/">x</a> <a href="map/">x</a> <a href="map#plek">x</a>',
        '<a href="mailto:desk@example.nl">x</a> <a href="tel:112">x</a> <a href="https://elders.example/weg#x">x</a> <a href="//elders.example">x</a>',
        '<a href="a%20b.txt">x</a> <a href="#k%C3%B3p">x</a> <i id="kóp"></i> <a href="#kop:~:text=x">x</a>',
        '<img src="foto.png" srcset="foto.png 1x, foto.png 2x">',
        "<!-- <a href='weg/'>x</a> --> <script>'<a href=\"weg/\">'</script>",
        '<link rel="schema.DC" href="weg/">',
    ],
)
def test_links_that_lead_somewhere_are_no_findings(tmp_path, html):
    for name in ("a b.txt", "foto.png"):
        (tmp_path / name).write_text("")
    (tmp_path / "map").mkdir()
    (tmp_path / "map/index.html").write_text('<p id="plek">')
    (tmp_path / "index.html").write_text(PAGE.format(html), encoding="utf-8")
    assert broken(tmp_path) == []


@pytest.mark.parametrize(
    ("html", "address", "why"),
    [
        ('<a href="weg/">x</a>', "weg/", "hier staat niets"),
        ('<a href="index.html/">x</a>', "index.html/", "hier staat niets"),
        ('<a href="#weg">x</a>', "#weg", "geen plek met deze naam"),
        ('<a href="./#weg">x</a>', "./#weg", "geen plek met deze naam"),
        ('<img src="weg.png">', "weg.png", "hier staat niets"),
        ('<img src="index.html" srcset="index.html 1x, weg2.png 2x">', "weg2.png", "hier staat niets"),
        ('<script src="weg.js"></script>', "weg.js", "hier staat niets"),
        ('<link rel="stylesheet" href="weg.css">', "weg.css", "hier staat niets"),
        ('<form action="weg/"></form>', "weg/", "hier staat niets"),
        ('<video poster="weg.jpg"></video>', "weg.jpg", "hier staat niets"),
        ('<svg><use xlink:href="weg.svg#x"/></svg>', "weg.svg", "hier staat niets"),
        ('<meta http-equiv="refresh" content="0; url=../weg/">', "../weg/", "hier staat niets"),
        ('<a href="/../../etc/passwd">x</a>', "/../../etc/passwd", "hier staat niets"),
        ('<a href="http://[">x</a>', "http://[", "geen adres"),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_page_and_line(tmp_path, html, address, why):
    lines = broken(site_of(tmp_path, pagina=f"\n\n{html}"))
    assert len(lines) == 1
    assert lines[0].startswith(f"pagina.html:3: {address}")
    assert why in lines[0]


def test_a_stylesheet_that_misses_its_typeface_is_named(tmp_path):
    site_of(tmp_path)
    (tmp_path / "stijl.css").write_text("\n@font-face { src: url('letters/weg.ttf') }")
    assert broken(tmp_path)[0].startswith("stijl.css:2: letters/weg.ttf: hier staat niets")


def test_the_address_of_the_site_itself_is_inside(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_url: https://voorbeeld.example/kennis/\n")
    site = tmp_path / "site"
    site.mkdir()
    good = '<a href="https://voorbeeld.example/kennis/#kop">x</a> <a href="/kennis/">x</a> <a href="https://voorbeeld.example/">x</a>'
    bad = '<a href="https://voorbeeld.example/kennis/weg/">x</a><a href="/los/">x</a><meta property="og:image" content="https://voorbeeld.example/kennis/weg.png">'
    site_of(site, goed=good, slecht=bad)
    result = run([*COMMAND, "site"], tmp_path)
    assert [re.sub(r": (hier|dit).*", "", line) for line in result.stdout.splitlines()[:-1]] == [
        "slecht.html:1: https://voorbeeld.example/kennis/weg/",
        "slecht.html:1: /los/",
        "slecht.html:1: https://voorbeeld.example/kennis/weg.png",
    ]


def test_what_the_build_itself_does_not_see_is_found(write: Write):
    config = "extra:\n  menu: [{name: Weg, href: weg-menu/}]\n  footer: [{name: Weg, href: weg-voet/}]\n"
    root = write({"content/over/los.md": "# Los\n\nEen pagina van het team.\n"})
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + config)
    assert built(root).returncode == 0
    lines = [line for line in broken(root / "site") if line.startswith("over/los/")]
    assert {line.split(": ")[1] for line in lines} >= {"../../weg-menu/", "../../weg-voet/"}


def test_a_built_site_has_no_broken_links(small_build):
    result = run([*COMMAND, "site"], small_build.root)
    assert result.returncode == 0, result.stdout
    assert result.stdout.startswith("Alle links binnen de site kloppen;")


def test_the_report_names_what_is_gone_and_where_what_moved_went(others, tmp_path):
    origin, handler = others
    (tmp_path / "mkdocs.yml").write_text("site_url: https://voorbeeld.example/\n")
    site = tmp_path / "site"
    site.mkdir()
    names = ["goed", "weg", "verhuisd"]
    site_of(site, een="".join(f'<a href="{origin}/{name}#x">x</a>' for name in names), twee=f'<a href="{origin}/weg">x</a>')
    options = ["--external", "--cache", "antwoorden.json"]
    result = run([*COMMAND, "site", *options], tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[1:] == [
        "Eén adres elders bestaat niet meer:",
        f"  {origin}/weg (404), op een.html en nog een pagina",
        "Eén adres elders is voorgoed verhuisd:",
        f"  {origin}/verhuisd (200), op een.html",
        f"    staat nu op {origin}/goed",
        "Eén adres elders werkt.",
    ]
    assert re.fullmatch(r"geleerd/\S+ \(\+https://voorbeeld\.example/\)", handler.asked[0][2])
    remembered = json.loads((tmp_path / "antwoorden.json").read_text())
    assert remembered[f"{origin}/weg"] == {"day": "2026-11-22", "moved_to": "", "state": "gone", "status": "404"}
    asked = len(handler.asked)
    again = run([*COMMAND, "site", *options], tmp_path)
    assert again.stdout == result.stdout
    assert len(handler.asked) == asked
    run([*COMMAND, "site", *options, "--days", "0"], tmp_path)
    assert len(handler.asked) > asked


def test_the_number_of_questions_is_bounded_and_the_rest_comes_next_time(others, tmp_path):
    origin, handler = others
    (tmp_path / "site").mkdir()
    site_of(tmp_path / "site", een="".join(f'<a href="{origin}/{number}">x</a>' for number in range(3)))
    options = ["--external", "--cache", "antwoorden.json", "--limit", "2"]
    first = run([*COMMAND, "site", *options], tmp_path)
    assert first.stdout.splitlines()[-1] == "Eén adres is nog niet gevraagd; dat komt een volgende keer."
    assert len(handler.asked) == 2
    second = run([*COMMAND, "site", *options], tmp_path)
    assert second.stdout.splitlines()[-1] == "3 adressen elders werken."
    assert len(handler.asked) == 3


def test_a_file_that_holds_something_else_is_no_memory(tmp_path):
    (tmp_path / "x.json").write_text("[1]")
    result = run([*COMMAND, str(site_of(tmp_path)), "--external", "--cache", "x.json"], tmp_path)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert "x.json" in result.stderr


def test_a_cache_has_its_folder_made_and_keeps_what_it_cannot_write(others, tmp_path):
    origin, handler = others
    (tmp_path / "site").mkdir()
    site_of(tmp_path / "site", een=f'<a href="{origin}/goed">x</a>')
    options = [*COMMAND, "site", "--external", "--cache"]
    assert run([*options, "nieuwe/map/x.json"], tmp_path).returncode == 0
    assert [path.name for path in (tmp_path / "nieuwe/map").iterdir()] == ["x.json"]
    handler.asked.clear()
    result = run([*options, "site/een.html/x.json"], tmp_path)
    assert result.returncode == 2
    assert "x.json kan hier niet geschreven worden" in result.stderr
    assert "Traceback" not in result.stderr
    assert handler.asked == []


@pytest.mark.long
def test_who_stops_halfway_keeps_the_answers(others, tmp_path):
    """Not in a copy of this process, which ignores an interrupt when the tests run in the background."""
    origin, handler = others
    (tmp_path / "site").mkdir()
    site_of(tmp_path / "site", een=f'<a href="{origin}/goed">x</a><a href="{origin}/traag">x</a>')
    program = f"""
import signal
from geleerd.adapters.outside.web import public_network, visitor
from geleerd.adapters.commands.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
visitor.PAUSE, public_network.is_public = 0, lambda address: True
main({["links", "site", "--external", "--cache", "x.json"]!r})
"""
    command = subprocess.Popen([sys.executable, "-c", program], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        until(lambda: any(path == "/traag" for _, path, _ in handler.asked))
        command.send_signal(signal.SIGINT)
        _, told = command.communicate(timeout=10)
    finally:
        command.kill()
    assert "Traceback" not in told
    assert list(json.loads((tmp_path / "x.json").read_text())) == [f"{origin}/goed"]


def until(holds) -> None:
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < 20
        time.sleep(0.02)


def test_when_nobody_answers_the_network_may_be_down(others, tmp_path):
    origin, _ = others
    said = "Niemand gaf antwoord. Misschien heb je nu geen internet"
    (tmp_path / "site").mkdir()
    site_of(tmp_path / "site", een='<a href="http://127.0.0.1:9/">x</a><a href="http://127.0.0.1:1/">x</a><a href="http:///">x</a>')
    result = run([*COMMAND, "site", "--external"], tmp_path)
    assert result.returncode == 0
    assert said in result.stdout
    site_of(tmp_path / "site", twee=f'<a href="{origin}/weg">x</a>')
    assert said not in run([*COMMAND, "site", "--external"], tmp_path).stdout
    assert said not in run([*COMMAND, "site", "--external", "--limit", "0"], tmp_path).stdout


def test_without_being_asked_to_nothing_is_asked_of_others(others, tmp_path):
    origin, handler = others
    assert broken(site_of(tmp_path, een=f'<a href="{origin}/weg">x</a>')) == []
    assert handler.asked == []


def test_a_folder_without_a_page_is_a_wrong_call(tmp_path):
    (tmp_path / "stijl.css").write_text("a { color: red }")
    result = run([*COMMAND, "."], tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Hier zijn geen pagina's: in . staat geen gebouwde site." in result.stderr
