"""`geleerd check --base`: what stood online keeps leading somewhere, told from a real git repository and proved by a built site."""

import json
import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from forge import harmless

from geleerd import Asset, Page, build, catalogue
from geleerd.adapters.commands.checking.check import check
from geleerd.adapters.commands.checking.pull_request_comment import as_comment
from geleerd.adapters.commands.checking.reports import as_github, as_json, text_line
from geleerd.model.strings import Address
from geleerd.model.urls import file_of
from tests.workbench.building import Write, built, put, run, settings
from tests.workbench.revisions import commit, git
from tests.workbench.sitecheck import broken_links

Files = dict[str, str | None]


def item(item_id="k7m2xq", kind="tip", title="Bel even vooraf", extra=""):
    return (
        f"---\nid: {item_id}\ntype: {kind}\ntitle: {title}\nsummary: Wie vooraf belt, komt met minder verrassingen aan.\n"
        f"date: 2026-11-22\nthemes: [borging]\nsources: [{{title: eigen ervaring}}]\n{extra}---\n"
    )


def work_format(extra=""):
    facts = (
        "goal: Elkaar leren kennen.\nphase: meet\nduration: {min: 10}\ngroup_size: {min: 2}\nsetting: [online]\nsteps: [{title: Begin}]\n"
    )
    return item("k9m2xq", "work-format", "Rondje namen", facts + extra)


def page(title, extra="", text="Tekst."):
    return f"---\ntitle: {title}\n{extra}---\n{text}\n"


def theme(name, extra=""):
    return f"---\nname: {name}\ndefinition: Wat {name} is.\n{extra}---\n"


def network(name, extra=""):
    return f"---\nname: {name}\n{extra}---\n"


TIP = "lessons/bel-vooraf.md"
TOMBSTONE = "---\nid: k7m2xq\ntype: tip\ndate: 2026-11-22\nstatus: withdrawn\n---\n"
GLOSSARY = "- term: borgen\n  meaning: Zorgen dat iets blijft.\n"


@dataclass(frozen=True)
class Journey:
    """What somebody changes, what the check says of it, how they mend it, and where the old addresses lead after that."""

    before: Files
    change: Files
    said: tuple[str, ...] = ()
    mend: Files = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)


JOURNEYS = {
    "renaming a file": Journey(
        before={TIP: item()},
        change={TIP: None, "lessons/bel-altijd.md": item()},
        said=("lessons/bel-altijd.md:2: vanished-address: …\naliases: [/tips/bel-vooraf/]",),
        mend={"lessons/bel-altijd.md": item(extra="aliases: [/tips/bel-vooraf/]\n")},
        leads={"tips/bel-vooraf/": "tips/bel-altijd/", "l/k7m2xq/": "tips/bel-altijd/"},
    ),
    "changing a title": Journey(
        before={TIP: item()}, change={TIP: item(title="Bel liever vooraf")}, leads={"l/k7m2xq/": "tips/bel-vooraf/"}
    ),
    "moving between folders": Journey(
        before={TIP: item()}, change={TIP: None, "lessons/oost/2026/bel-vooraf.md": item()}, leads={"l/k7m2xq/": "tips/bel-vooraf/"}
    ),
    "changing the type of an item": Journey(
        before={TIP: item()},
        change={TIP: item(kind="learning-question", extra="state: open\n")},
        said=("lessons/bel-vooraf.md:2: vanished-address: …\naliases: [/tips/bel-vooraf/]",),
        mend={TIP: item(kind="learning-question", extra="state: open\naliases: [/tips/bel-vooraf/]\n")},
        leads={"tips/bel-vooraf/": "leervragen/bel-vooraf/", "l/k7m2xq/": "leervragen/bel-vooraf/"},
    ),
    "renaming a work format with cards": Journey(
        before={"lessons/rondje.md": work_format()},
        change={"lessons/rondje.md": None, "lessons/namen.md": work_format()},
        said=("lessons/namen.md:2: vanished-address: …\naliases: [/werkvormen/rondje/]",),
        mend={"lessons/namen.md": work_format("aliases: [/werkvormen/rondje/]\n")},
        leads={"werkvormen/rondje/": "werkvormen/namen/", "werkvormen/rondje/kaarten/": "werkvormen/namen/kaarten/"},
    ),
    "withdrawing the only work format": Journey(
        before={"lessons/rondje.md": work_format()},
        change={"lessons/rondje.md": "---\nid: k9m2xq\ntype: work-format\ndate: 2026-11-22\nstatus: withdrawn\n---\n"},
        leads={
            "werkvormen/rondje/": "l/k9m2xq/",
            "werkvormen/rondje/kaarten/": "l/k9m2xq/",
            "themas/borging/kaarten/": "themas/borging/",
            "momenten/kennismaken/kaarten/": "momenten/kennismaken/",
        },
    ),
    "withdrawing an item": Journey(
        before={TIP: item(extra="aliases: [/oud/]\n")},
        change={TIP: "---\nid: k7m2xq\ntype: tip\ndate: 2026-11-22\nstatus: withdrawn\n---\n"},
        said=("lessons/bel-vooraf.md:2: vanished-address: …\naliases: [/oud/]",),
        mend={TIP: "---\nid: k7m2xq\ntype: tip\ndate: 2026-11-22\nstatus: withdrawn\naliases: [/oud/]\n---\n"},
        leads={"tips/bel-vooraf/": "l/k7m2xq/", "oud/": "l/k7m2xq/"},
    ),
    "withdrawing an item and moving it away": Journey(
        before={TIP: item()},
        change={TIP: None, "lessons/weg/bel.md": "---\nid: k7m2xq\ntype: tip\ndate: 2026-11-22\nstatus: withdrawn\n---\n"},
        said=("lessons/weg/bel.md:2: vanished-address: …\naliases: [/tips/bel-vooraf/]",),
        mend={"lessons/weg/bel.md": "---\nid: k7m2xq\ntype: tip\ndate: 2026-11-22\nstatus: withdrawn\naliases: [/tips/bel-vooraf/]\n---\n"},
        leads={"tips/bel-vooraf/": "l/k7m2xq/", "tips/bel/": "l/k7m2xq/"},
    ),
    "deleting an item": Journey(
        before={TIP: item()},
        change={TIP: None},
        said=("lessons/bel-vooraf.md:1: vanished-id: Bijdrage k7m2xq … in het bestand lessons/bel-vooraf.md:\n" + TOMBSTONE.rstrip(),),
        mend={TIP: TOMBSTONE},
        leads={"tips/bel-vooraf/": "l/k7m2xq/"},
    ),
    "joining an item with another": Journey(
        before={TIP: item()},
        change={TIP: None, "lessons/bel-altijd.md": item("k8m2xq", extra="aliases: [/l/k7m2xq/]\n")},
        said=("lessons/bel-vooraf.md:1: vanished-page: … content/tips/index.md, …\n---\naliases: [/tips/bel-vooraf/]\n---",),
        mend={"lessons/bel-altijd.md": item("k8m2xq", extra="aliases: [/l/k7m2xq/, /tips/bel-vooraf/]\n")},
        leads={"l/k7m2xq/": "tips/bel-altijd/", "tips/bel-vooraf/": "tips/bel-altijd/"},
    ),
    "giving an item a new id": Journey(
        before={TIP: item()},
        change={TIP: item("k8m2xq")},
        said=("lessons/bel-vooraf.md:2: changed-id: … id: k7m2xq",),
        mend={TIP: item()},
        leads={"l/k7m2xq/": "tips/bel-vooraf/"},
    ),
    "moving a theme to another name": Journey(
        before={"content/themas/vinden.md": theme("Vinden")},
        change={"content/themas/vinden.md": None, "content/themas/zoeken.md": theme("Vinden")},
        said=("content/themas/zoeken.md:2: vanished-address: …\naliases: [/themas/vinden/]",),
        mend={"content/themas/zoeken.md": theme("Vinden", "aliases: [/themas/vinden/]\n")},
        leads={"themas/vinden/": "themas/zoeken/", "themas/vinden/kaarten/": "themas/zoeken/"},
    ),
    "making a success factor of a theme": Journey(
        before={"content/themas/rust.md": theme("Rust")},
        change={"content/themas/rust.md": None, "content/succesfactoren/rust.md": network("Rust")},
        said=("content/succesfactoren/rust.md:2: vanished-address: …\naliases: [/themas/rust/]",),
        mend={"content/succesfactoren/rust.md": network("Rust", "aliases: [/themas/rust/]\n")},
        leads={"themas/rust/": "succesfactoren/rust/"},
    ),
    "splitting a network in two": Journey(
        before={"content/netwerken/zuid.md": network("Zuid")},
        change={
            "content/netwerken/zuid.md": None,
            "content/netwerken/zuid-a.md": network("Zuid A"),
            "content/netwerken/zuid-b.md": network("Zuid B"),
        },
        said=("content/netwerken/zuid.md:1: vanished-page: … content/netwerken/index.md, …\n---\naliases: [/netwerken/zuid/]\n---",),
        mend={"content/netwerken/zuid-a.md": network("Zuid A", "aliases: [/netwerken/zuid/]\n")},
        leads={"netwerken/zuid/": "netwerken/zuid-a/"},
    ),
    "splitting a network in two that follow it": Journey(
        before={"content/netwerken/zuid.md": network("Zuid")},
        change={
            "content/netwerken/zuid.md": network("Zuid", "status: superseded\nfollowed_by: [zuid-a, zuid-b]\n"),
            "content/netwerken/zuid-a.md": network("Zuid A"),
            "content/netwerken/zuid-b.md": network("Zuid B"),
        },
    ),
    "making a draft of a programme": Journey(
        before={"content/programmas/nieuw.md": network("Nieuw")},
        change={"content/programmas/nieuw.md": network("Nieuw", "status: draft\n")},
        said=("content/programmas/nieuw.md:1: vanished-page: …\naliases: [/programmas/nieuw/]…",),
        mend={"content/programmas/nieuw.md": network("Nieuw", "status: withdrawn\n")},
    ),
    "merging tags": Journey(
        before={TIP: item(extra="tags: [verankeren]\n"), "lessons/b.md": item("k8m2xq", extra="tags: [borgen]\n")},
        change={TIP: item(extra="tags: [borgen]\n")},
        said=(
            "content/begrippen.yml:1: vanished-tag: … “verankeren”. … content/trefwoorden/index.md, …\naliases: [/trefwoorden/verankeren/]…",
        ),
        mend={"content/begrippen.yml": GLOSSARY + "  synonyms: [verankeren]\n"},
        leads={"trefwoorden/verankeren/": "trefwoorden/borgen/"},
    ),
    "dropping a tag": Journey(
        before={TIP: item(extra="tags: [verankeren]\n"), "content/trefwoorden/index.md": page("Trefwoorden")},
        change={TIP: item()},
        said=("content/begrippen.yml:1: vanished-tag: … content/trefwoorden/index.md, …\naliases: [/trefwoorden/verankeren/]",),
        mend={"content/trefwoorden/index.md": page("Trefwoorden", "aliases: [/trefwoorden/verankeren/]\n")},
        leads={"trefwoorden/verankeren/": "trefwoorden/"},
    ),
    "changing the year of an item": Journey(
        before={TIP: item().replace("date: 2026", "date: 2019")},
        change={TIP: item()},
        said=(
            "content/jaren/index.md:1: vanished-list: …\n---\naliases: [/jaren/2019/]\n---",
            "content/nieuwsbrief/index.md:1: vanished-list: …\n---\naliases: [/nieuwsbrief/2019-11/]\n---",
        ),
        mend={
            "content/jaren/index.md": "---\naliases: [/jaren/2019/]\n---\n",
            "content/nieuwsbrief/index.md": "---\naliases: [/nieuwsbrief/2019-11/]\n---\n",
        },
        leads={"jaren/2019/": "jaren/", "nieuwsbrief/2019-11/": "nieuwsbrief/"},
    ),
    "deleting a page of the staff": Journey(
        before={"content/over/wie.md": page("Wie wij zijn")},
        change={"content/over/wie.md": None},
        said=("content/over/wie.md:1: vanished-page: … content/over/index.md, …\naliases: [/over/wie/]",),
        mend={"content/over/index.md": page("Over ons", "aliases: [/over/wie/]\n")},
        leads={"over/wie/": "over/"},
    ),
    "moving a page of the staff": Journey(
        before={"content/over/wie.md": page("Wie wij zijn")},
        change={"content/over/wie.md": None, "content/wij.md": page("Wie wij zijn", text="Andere tekst.")},
        said=("content/wij.md:2: vanished-address: …\naliases: [/over/wie/]",),
        mend={"content/wij.md": page("Wie wij zijn", "aliases: [/over/wie/]\n")},
        leads={"over/wie/": "wij/"},
    ),
    "a draft that is thrown away": Journey(before={TIP: item(extra="status: draft\n")}, change={TIP: None}),
}


def vanished(root: Path, base: str = "HEAD", paths: tuple[Path, ...] = ()) -> list[str]:
    """What the check says of what is gone, each with its lines."""
    found = (problem for problem in check(paths, root, base).problems if problem.code.startswith(("vanished-", "changed-")))
    return [text_line(problem, catalogue("nl")) for problem in found]


def pattern(said: str) -> str:
    return "(?s)" + ".*".join(map(re.escape, said.split("…"))) + "$"


def target_of(html: str, address: str) -> str:
    """The address to which a redirect leads, if it says so in its refresh, and in a link that a person can follow."""
    (refresh,) = re.findall(r'<meta http-equiv="refresh" content="0; url=([^"]*)">', html)
    (canonical,) = re.findall(r'<link rel="canonical" href="https://geleerd.example/([^"]*)">', html)
    assert re.findall(r'<a href="([^"]*)">[^<]+</a>', html) == [refresh]
    up = address.count("/")
    assert refresh == ("../" * up + canonical or "./")
    return canonical


@pytest.mark.parametrize("journey", JOURNEYS.values(), ids=JOURNEYS)
def test_a_journey_from_the_error_to_the_redirect(write: Write, journey):
    root = write({})
    put(root, {"content/begrippen.yml": GLOSSARY, **journey.before})
    commit(root)
    put(root, journey.change)
    said = vanished(root)
    assert len(said) == len(journey.said), said
    assert [line for line, expected in zip(said, journey.said, strict=True) if not re.match(pattern(expected), line)] == [], said

    put(root, journey.mend)
    assert vanished(root) == []
    assert not check([], root).failed
    files = {}
    site = build(settings(root))
    for artefact in site.artefacts:
        path = file_of(artefact.address) if isinstance(artefact, Page) else artefact.path
        assert path not in files
        files[path] = artefact
    for address, target in journey.leads.items():
        assert target_of(files[file_of(Address(address))].content, address) == target
        # The staff's pages are MkDocs' to write; the next test sees them on disk.
        assert target in site.reading.library.by_path.values() or isinstance(files[file_of(Address(target))], Page)


def test_what_the_check_prints_is_the_whole_file_that_withdraws_an_item(write: Write):
    """Deleted, with an address of its own that it had before; deleted, its place taken by another; and made a draft again."""
    root = write(
        {
            TIP: item(extra="aliases: [/oud/, /ouder.html]\n"),
            "lessons/b.md": item("k8m2xq"),
            "lessons/c.md": item("k9m2xq"),
            "lessons/d.md": work_format().replace("k9m2xq", "m2m2xq"),
        }
    )
    commit(root)
    put(root, {TIP: None, "lessons/b.md": None, "lessons/c.md": None, "lessons/oost/b.md": item("k9m2xq", extra="aliases: [/tips/c/]\n")})
    put(root, {"lessons/d.md": None, "lessons/e.md": work_format("status: draft\n").replace("k9m2xq", "m2m2xq")})
    before = [problem for problem in check([], root, "HEAD").problems if problem.code.startswith("vanished")]
    assert {problem.code for problem in before} == {"vanished-id"}
    assert [problem.place.file for problem in before] == ["lessons/b-k8m2xq.md", TIP, "lessons/e.md"]
    for row in json.loads(as_json(before, catalogue("nl"))):
        put(root, {row["file"]: row["message"].partition("\n")[2]})
    assert check([], root, "HEAD").problems == ()


def test_the_lines_to_copy_stay_lines_in_every_format(write: Write):
    root = write({TIP: item()})
    commit(root)
    put(root, {TIP: None})
    (problem,) = (problem for problem in check([], root, "HEAD").problems if problem.code == "vanished-id")
    (row,) = json.loads(as_json([problem], catalogue("nl")))
    assert row["message"].endswith(f"lessons/bel-vooraf.md:\n{TOMBSTONE.rstrip()}")
    assert as_github([problem], catalogue("nl")).endswith("%0A" + TOMBSTONE.rstrip().replace("\n", "%0A"))
    assert harmless(as_comment([problem], catalogue("nl")))
    assert as_comment([problem], catalogue("nl")).endswith(
        " (vanished-id)\n\n      ---\n      id: k7m2xq\n      type: tip\n      date: 2026-11-22\n      status: withdrawn\n      ---"
    )


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"></svg>'


def with_drawing(extra=""):
    return item(extra=f"attachments: [{{title: Kaart, file: kaart.svg}}]\n{extra}") + "![Een telefoon](beeld/telefoon.svg)\n"


def test_files_move_along_with_the_page_that_they_belong_to(write: Write):
    root = write({"lessons/oost/bel.md": with_drawing(), "lessons/oost/kaart.svg": DRAWING, "lessons/oost/beeld/telefoon.svg": DRAWING})
    commit(root)
    put(root, {"lessons/oost/bel.md": None, "lessons/oost/bel-altijd.md": with_drawing()})
    assert [line.split(": ")[:2] for line in vanished(root)] == [["lessons/oost/bel-altijd.md:2", "vanished-address"]]
    put(root, {"lessons/oost/bel-altijd.md": with_drawing("aliases: [/tips/bel/]\n")})
    assert vanished(root) == []
    paths = {artefact.path for artefact in build(settings(root)).artefacts if isinstance(artefact, Asset)}
    assert paths == {f"tips/{page}/{name}" for page in ("bel", "bel-altijd") for name in ("kaart.svg", "beeld/telefoon.svg")}


def test_a_file_stays_where_it_was_when_the_staff_keep_it_there(write: Write):
    root = write(
        {"lessons/oost/bel.md": with_drawing(), "lessons/oost/kaart.svg": DRAWING, "lessons/oost/beeld/telefoon.svg": DRAWING}
        | {"content/over/plaat.svg": DRAWING}
    )
    commit(root)
    put(root, {"lessons/oost/bel.md": item(), "lessons/oost/kaart.svg": None, "content/over/plaat.svg": None})
    said = vanished(root)
    assert [line.split(": ")[1] for line in said] == ["vanished-file"] * 3
    for line in said:
        put(root, {re.search(r"content/\S+\.svg", line[line.index(" onder ") :])[0]: DRAWING})
    assert vanished(root) == []


@pytest.mark.parametrize(("pattern", "count"), [("", 1), ("exclude_docs: |\n  bron/\n", 0), ("exclude_docs: [een lijst]\n", 1)])
def test_what_the_site_leaves_out_may_go(write: Write, pattern, count):
    root = write({"content/bron/plaat.psd": DRAWING})
    put(root, {"mkdocs.yml": (root / "mkdocs.yml").read_text().replace("exclude_docs:", "oud:") + pattern})
    commit(root)
    put(root, {"content/bron/plaat.psd": None})
    assert len(vanished(root)) == count


def test_what_the_site_begins_to_leave_out_has_vanished(write: Write):
    root = write({"content/extra/index.md": page("Extra"), "content/extra/plaat.svg": DRAWING})
    commit(root)
    put(root, {"mkdocs.yml": (root / "mkdocs.yml").read_text().replace("exclude_docs:", "oud:") + "exclude_docs: |\n  extra/\n"})
    assert [line.split(": ")[:2] for line in vanished(root)] == [
        ["content/extra/index.md:1", "vanished-page"],
        ["content/extra/plaat.svg:1", "vanished-file"],
    ]


@pytest.mark.parametrize(
    ("frame", "fields"),
    [
        ({"content/netwerken/oost.md": network("Oost")}, "networks: [oost]\n"),
        ({"content/themas/blijven.md": theme("Blijven")}, "themes: [blijven]\n"),
        ({}, ""),
    ],
)
def test_the_first_work_format_of_a_page_takes_nothing_away(write: Write, frame, fields):
    """The cards of a page take the place of the address that led to the page as long as it had none."""
    root = write(frame)
    commit(root)
    text = work_format().replace("themes: [borging]\n", "") if fields.startswith("themes") else work_format()
    put(root, {"lessons/rondje.md": text.replace("---\n", f"---\n{fields}", 1)})
    assert vanished(root) == []


def test_a_list_that_comes_back_takes_the_place_of_its_alias(write: Write):
    root = write({TIP: item(extra="tags: [bellen]\n")})
    commit(root)
    put(root, {TIP: item(), "content/trefwoorden/index.md": page("Trefwoorden", "aliases: [/trefwoorden/bellen/]\n")})
    assert vanished(root) == []
    put(root, {TIP: item(extra="tags: [bellen]\n")})
    assert check([], root, "HEAD").problems == ()


def test_files_of_which_the_same_is_said_already_are_passed_over(write: Write):
    """Of a file that is gone but still asked for; of an item that is broken; and what would not have passed the check was never there."""
    kaart = {"lessons/bel.md": with_drawing(), "lessons/kaart.svg": DRAWING, "lessons/beeld/telefoon.svg": "geen tekening"}
    root = write({**kaart, "lessons/b.md": with_drawing().replace("k7m2xq", "k8m2xq")})
    commit(root)
    put(root, {"lessons/kaart.svg": None, "lessons/beeld/telefoon.svg": None, "lessons/b.md": "---\nid: k8m2xq\ntype: nee\n---\n"})
    codes = {problem.code for problem in check([], root, "HEAD").problems}
    assert {"unknown-type", "missing-file", "broken-link"} <= codes
    assert not codes & {"vanished-file", "vanished-id", "vanished-address"}
    put(
        root,
        {"lessons/kaart.svg": DRAWING, "lessons/bel.md": with_drawing().partition("![")[0], "lessons/b.md": TOMBSTONE.replace("k7", "k8")},
    )
    assert check([], root, "HEAD").problems == ()


def test_the_redirects_stand_in_the_built_site(write: Write):
    """A whole site, with staff's pages as MkDocs builds them."""
    root = write({})
    put(
        root,
        {
            TIP: item(extra="aliases: [/oud/, /oud.html]\n"),
            "content/over/wie.md": page("Wie", "aliases: [/wie/wij/zijn/, /caf%C3%A9/]\n"),
            "content/jaren/index.md": "---\naliases: [/jaren/2019/]\n---\n",
            "content/nieuwsbrief/index.md": "---\naliases: [/nieuwsbrief/2019-11/]\n---\n",
            "content/tips/bel-vooraf/kaart.svg": DRAWING,
        },
    )
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    for address, target in {
        "oud/": "tips/bel-vooraf/",
        "oud.html": "tips/bel-vooraf/",
        "wie/wij/zijn/": "over/wie/",
        "café/": "over/wie/",
        "nieuwsbrief/2019-11/": "nieuwsbrief/",
        "jaren/2019/": "jaren/",
    }.items():
        assert target_of((root / "site" / file_of(Address(address))).read_text(encoding="utf-8"), address) == target
    assert "/oud/ /tips/bel-vooraf/ 301\n" in (root / "site/_redirects").read_text()
    assert '"/oud/" /tips/bel-vooraf/;\n' in (root / "site/redirects.map").read_text()
    assert (root / "site/tips/bel-vooraf/kaart.svg").read_text() == DRAWING
    assert [link for link in broken_links(root / "site", "/") if link.startswith(("oud", "wie", "caf", "l/"))] == []


def geleerd(folder, *words):
    return run(["geleerd.adapters.commands.cli", *words], folder)


def test_everything_that_vanished_is_told_whatever_path_is_asked_for(write: Write):
    root = write({TIP: item()})
    commit(root)
    put(root, {TIP: None, "lessons/y.md": "---\nid: nee\ntype: tip\n---\n"})
    result = geleerd(root, "check", "content", "--base", "HEAD", "--format", "github")
    assert result.returncode == 1
    assert [line.split(",")[0] for line in result.stdout.splitlines()] == [f"::error file={TIP}"]


@pytest.mark.parametrize("ref", ["-x", "--upload-pack=touch x", "nee", "HEAD:content", "", "HEAD^{tree}", "main..main"])
def test_a_revision_that_is_none_is_a_wrong_call(write: Write, ref):
    root = write({})
    commit(root)
    result = geleerd(root, "check", f"--base={ref}")
    assert result.returncode == 2
    assert f"De versie {ref} bestaat niet" in result.stderr
    assert not (root / "x").exists()


def test_without_a_repository_the_sentence_says_so(write: Write, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = geleerd(write({}), "check", "--base", "HEAD")
    assert result.returncode == 2
    assert "git-repository" in result.stderr


def test_without_git_the_sentence_says_so(write: Write, monkeypatch):
    root = write({})
    commit(root)
    monkeypatch.setenv("PATH", str(root))
    result = geleerd(root, "check", "--base", "HEAD")
    assert result.returncode == 2
    assert "alleen met git" in result.stderr


def test_a_shallow_copy_asks_for_its_history(write: Write, tmp_path_factory):
    root = write({})
    commit(root)
    git(root, "tag", "eerste")
    commit(root)
    copy = tmp_path_factory.mktemp("kopie") / "k"
    git(root, "clone", "--quiet", "--depth", "1", "--no-tags", root.as_uri(), str(copy))
    result = geleerd(copy, "check", "--base", "eerste")
    assert result.returncode == 2
    assert "git fetch --unshallow" in result.stderr


def test_following_what_a_shallow_copy_of_one_branch_says_is_enough(write: Write, tmp_path_factory):
    """Also where the base is there, but not what it shares with the work: what others added would seem to be gone."""
    root = write({})
    commit(root)
    git(root, "branch", "mijn-werk")
    put(root, {TIP: item()})
    commit(root)
    copy = tmp_path_factory.mktemp("kopie") / "k"
    git(root, "clone", "--quiet", "--depth", "1", "--branch", "mijn-werk", root.as_uri(), str(copy))
    unknown = geleerd(copy, "check", "--base", "origin/main")
    git(copy, "fetch", "--quiet", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    unrelated = geleerd(copy, "check", "--base", "origin/main")
    assert (unknown.returncode, unrelated.returncode) == (2, 2)
    assert unknown.stderr == unrelated.stderr
    (command,) = re.findall(r"`git (fetch [^`]*)`", unknown.stderr)
    git(copy, *shlex.split(command))
    assert geleerd(copy, "check", "--base", "origin/main").returncode == 0


def test_a_base_without_settings_is_read_with_those_of_today(write: Write):
    root = write({TIP: item()})
    config = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").unlink()
    commit(root)
    put(root, {"mkdocs.yml": config, TIP: None})
    assert [line.split(": ")[:2] for line in vanished(root)] == [[f"{TIP}:1", "vanished-id"]]


@pytest.mark.parametrize("config", ["docs_dir: [\n", "INHERIT: nergens.yml\n", "plugins: [{geleerd: {language: tlh}}]\n"])
def test_a_base_with_broken_settings_is_read_with_those_of_today(write: Write, config):
    root = write({TIP: item()})
    good = (root / "mkdocs.yml").read_text()
    put(root, {"mkdocs.yml": config})
    commit(root)
    put(root, {"mkdocs.yml": good, TIP: None})
    assert [line.split(": ")[:2] for line in vanished(root)] == [[f"{TIP}:1", "vanished-id"]]


def test_a_base_is_read_with_its_own_settings(write: Write):
    """The folders got other names since: nothing has moved on the site."""
    root = write({TIP: item(), "content/over/wie.md": page("Wie")})
    commit(root)
    (root / "content").rename(root / "pagina-s")
    (root / "lessons").rename(root / "bijdragen")
    config = (root / "mkdocs.yml").read_text()
    put(
        root,
        {
            "mkdocs.yml": config.replace("docs_dir: content", "docs_dir: pagina-s").replace(
                "[geleerd]", "[{geleerd: {lessons_dir: bijdragen}}]"
            )
        },
    )
    assert vanished(root) == []
    put(root, {"pagina-s/over/wie.md": None})
    assert [line.split(": ")[:2] for line in vanished(root)] == [["content/over/wie.md:1", "vanished-page"]]


def test_a_knowledge_base_in_a_folder_of_its_repository(write: Write, tmp_path):
    root = tmp_path / "diep" / "hier"
    write({TIP: item()})
    (tmp_path / "diep").mkdir()
    root.mkdir()
    for name in ("content", "lessons", "mkdocs.yml"):
        (tmp_path / name).rename(root / name)
    commit(tmp_path)
    put(root, {TIP: None})
    assert [line.split(": ")[:2] for line in vanished(root)] == [[f"{TIP}:1", "vanished-id"]]


def test_a_knowledge_base_that_moved_inside_its_repository(write: Write, tmp_path):
    write({TIP: item()})
    commit(tmp_path)
    root = tmp_path / "kennis" / "bank"
    root.mkdir(parents=True)
    for name in ("content", "lessons", "mkdocs.yml"):
        (tmp_path / name).rename(root / name)
    assert vanished(root) == []
    put(root, {TIP: None})
    assert [line.split(": ")[:2] for line in vanished(root)] == [[f"{TIP}:1", "vanished-id"]]


def test_what_others_added_since_has_not_vanished(write: Write):
    root = write({})
    commit(root)
    git(root, "branch", "mijn-werk")
    put(root, {TIP: item()})
    commit(root)
    git(root, "switch", "--quiet", "mijn-werk")
    assert not (root / TIP).exists()
    assert vanished(root, "main") == []


def test_no_attribute_of_the_repository_hides_what_was_published(write: Write):
    root = write({TIP: item(), ".gitattributes": "lessons/** export-ignore\n* text eol=crlf\n"})
    commit(root)
    put(root, {TIP: None})
    assert len(vanished(root)) == 1


def test_links_in_the_base_are_no_files(write: Write, tmp_path_factory):
    """Git keeps what a link leads to as its text; this one leads to a name that reads as an item."""
    outside = tmp_path_factory.mktemp("buiten") / "geheim.md"
    outside.write_text(item("k8m2xq"))
    root = write({})
    (root / TIP).symlink_to(item())
    (root / "lessons/geheim.md").symlink_to(outside)
    commit(root)
    (root / TIP).unlink()
    (root / "lessons/geheim.md").unlink()
    assert vanished(root) == []


def test_a_copy_without_the_contents_of_the_base_asks_for_them(write: Write):
    root = write({TIP: item()})
    commit(root)
    blob = git(root, "rev-parse", f"HEAD:{TIP}").strip()
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    result = geleerd(root, "check", "--base", "HEAD")
    assert result.returncode == 2
    assert "ontbreekt" in result.stderr


def test_the_working_tree_stays_as_it_is(write: Write):
    root = write({TIP: item()})
    commit(root)
    put(root, {TIP: item(title="Nog niet bewaard")})
    before = git(root, "status", "--porcelain=v2", "--branch")
    check([], root, "HEAD")
    assert git(root, "status", "--porcelain=v2", "--branch") == before
    assert git(root, "worktree", "list").count("\n") == 1
