"""What cannot be done is refused with a sentence, and nothing changes."""

import pytest
from click.testing import CliRunner

from geleerd.adapters.commands.cli import main
from tests.adapters.commands.changing.test_changing import files_in
from tests.workbench.building import Write

DRAFT = "---\nid: k7m2xq\ntype: tip\nstatus: draft\ntitle: Nog niet af\n---\n"
GONE = "---\nid: k8m2xq\ntype: tip\ndate: 2026-11-21\nstatus: withdrawn\n---\n"
FLOW = "---\n{id: k9m2xq, type: tip, title: Bel even vooraf, summary: Wie vooraf belt komt goed aan., date: 2026-11-21, themes: [borging], sources: [{title: eigen ervaring}]}\n---\n"

REFUSED = {
    "withdraw k0m2xq": "“k0m2xq” is hier niet te vinden. ",
    "withdraw themas/borging": "content/themas/borging.md:2: “themas/borging” is geen bijdrage. ",
    "withdraw k7m2xq": "lessons/concept.md:2: dit is een concept ",
    "withdraw k8m2xq": "lessons/weg.md:2: deze bijdrage is al ingetrokken. ",
    "rename themas/borgen blijven": "“themas/borgen” is hier niet te vinden. … Bedoelde je themas/borging?",
    "rename themas/borging werving": "content/themas/werving.md bestaat al. ",
    "rename themas/borging borging": "Het heet al borging. ",
    "rename themas/borging Blijvend-Maken": "“Blijvend-Maken” kan geen adres zijn. … Bedoelde je blijvend-maken?",
    "rename themas/borging ../../weg": "kan geen adres zijn",
    "rename themas/borging pagina": "kan geen adres zijn",
    "rename themas/borging \x1b[31mrood": "kan geen adres zijn",
    "merge themas/borging themas/borging": "dit is twee keer hetzelfde",
    "merge themas/borging netwerken/oost": "dit is een ander soort dan content/themas/borging.md",
    "merge a1b2c3 d4e5f6": "“a1b2c3” is een bijdrage. ",
    "move a1b2c3 lessons": "deze bijdrage staat al in lessons.",
    "move a1b2c3 lessons/Mijn-Map": "kan geen map voor bijdragen zijn. … Bedoelde je lessons/mijn-map?",
    "move a1b2c3 ../elders": "kan geen map voor bijdragen zijn",
    "move a1b2c3 /elders": "kan geen map voor bijdragen zijn",
    "move a1b2c3 andere": "lessons/andere/begin-klein.md bestaat al",
    "review --by morgen themas/borging": "“morgen” is geen datum. ",
    "review --by 2020-01 themas/borging": "2020-01 is al voorbij. ",
    "review --by 2027 k8m2xq": "In deze keuze zit niets ",
    "review --by 2027 /zoeken/?q=bel": "staat iets wat hier niet kan: q.",
    "review --by 2027 k9m2xq": "lessons/flow.md:2: deze regel is zo geschreven ",
}


@pytest.mark.parametrize("words", REFUSED)
def test_it_is_refused(words, write: Write, monkeypatch):
    files = {"lessons/concept.md": DRAFT, "lessons/weg.md": GONE, "lessons/flow.md": FLOW}
    root = write({**files, "lessons/andere/begin-klein.md": DRAFT.replace("k7", "m7")})
    before = files_in(root)
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, words.split(" "), catch_exceptions=False)
    assert done.exit_code == 2
    for part in REFUSED[words].split("…"):
        assert part.strip() in done.output
    assert "\x1b" not in done.output
    assert files_in(root) == before


def test_an_old_name_leads_to_the_new_one(write: Write, monkeypatch):
    root = write({"content/netwerken/verweg.md": "---\nname: Z\naliases: [/netwerken/zuid/]\n---\n"})
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["rename", "netwerken/zuid", "x"])
    assert "Bedoelde je netwerken/verweg?" in done.output
