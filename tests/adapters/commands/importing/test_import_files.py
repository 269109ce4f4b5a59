"""`geleerd import` and `geleerd issue-forms` as people and workflows use them."""

import io
import json
import re

import pytest
import yaml
from openpyxl import Workbook

from geleerd.contribute.importing.field_mapping import field_mapping
from tests.workbench.building import ROOT, Write, run

CASES = ROOT / "tests/contribute/importing/cases"
COMMAND = ["geleerd.adapters.commands.cli"]


def geleerd(folder, *words, **environment):
    return run([*COMMAND, *words], folder, **environment)


def copied(root, *names):
    for name in names:
        (root / name).write_bytes((CASES / name).read_bytes())


def without_id(text):
    return re.sub(r"^id: [a-z][0-9a-z]{5}$", "id: abc234", text, flags=re.MULTILINE)


def test_an_event_becomes_a_draft_that_the_check_accepts(write: Write):
    root = write({})
    copied(root, "issue-failure.json")
    result = geleerd(root, "import", "--event", "issue-failure.json", "--to", "lessons/ingezonden")
    assert (result.returncode, result.stderr) == (0, "")
    draft = root / "lessons/ingezonden/folder-hielp-niet.md"
    assert without_id(draft.read_text()) == (CASES / "issue-failure.md").read_text()
    assert result.stdout.splitlines()[0] == "lessons/ingezonden/folder-hielp-niet.md: geschreven als concept (Briljante mislukking)."
    assert result.stdout.splitlines()[1] == "  Iets anders: hoort bij geen veld van deze soort. Het staat onder “Niet overgenomen”."
    assert result.stdout.splitlines()[-1] == (
        "  Dit is een concept. Voor publicatie ontbreekt nog: “Samenvatting” (summary), “Wat eruit kwam” (result)."
    )
    checked = geleerd(root, "check", "lessons/ingezonden")
    assert checked.returncode == 0, checked.stdout


BODY = "<!-- zo vul je dit in -->\n\n### Titel\n\nBegin eens\n\n### Waarom het werkt\n\n<!-- in gewone woorden -->\n\nWie iets doet, hoort er meteen bij.\n"
SENDER = {"id": 7, "username": "inzender", "login": "inzender", "email": "inzender@post.example"}
ON_GITLAB = {"iid": 12, "title": "Begin eens", "description": BODY, "state": "opened"}
AT = "https://forge.example/groep/kennis/-/issues/12"
ISSUES = {
    "gitlab-event": {
        "object_kind": "issue",
        "user": SENDER,
        "object_attributes": {"id": 301, "author_id": 7, "url": AT, **ON_GITLAB},
        "labels": [{"id": 206, "title": "Tip", "color": "#ffffff"}],
        "assignees": [SENDER],
    },
    "gitlab-api": {"id": 301, "web_url": AT, "labels": ["Tip"], "author": SENDER, **ON_GITLAB},
    "forgejo-event": {
        "action": "label_updated",
        "number": 12,
        "issue": {"number": 12, "title": "Begin eens", "body": BODY, "html_url": AT, "labels": [{"name": "Tip"}], "user": SENDER},
        "sender": SENDER,
    },
    "forgejo-api": {"number": 12, "title": "Begin eens", "body": BODY, "html_url": AT, "labels": [{"name": "Tip"}], "user": SENDER},
}
"""One issue, in the forms in which GitLab and Forgejo (and GitHub, as Forgejo) tell it: an event, and an answer of the API."""


def test_an_issue_is_the_same_draft_whatever_forge_tells_it(write: Write):
    root = write({f"{name}.json": json.dumps(issue) for name, issue in ISSUES.items()})
    first, *others = ISSUES
    assert geleerd(root, "import", "--event", f"{first}.json").returncode == 0
    draft = (root / "lessons/begin-eens.md").read_text()
    assert 'summary: "Wie iets doet, hoort er meteen bij."' in draft
    assert [word for word in ("inzender", "<!--", "zo vul je", "gewone woorden") if word in draft] == []
    again = geleerd(root, "import", "--event", *(f"{name}.json" for name in others))
    assert again.returncode == 0, again.stderr
    assert len(list((root / "lessons").glob("begin-eens*"))) == 1  # the same address is the same issue


def test_files_with_a_mapping_become_drafts_among_the_lessons(write: Write):
    root = write({})
    copied(root, "jekyll.txt", "jekyll-mapping.yml", "hugo.txt")
    result = geleerd(root, "import", "jekyll.txt", "hugo.txt", "--mapping", "jekyll-mapping.yml")
    assert (result.returncode, result.stderr) == (0, "")
    assert without_id((root / "lessons/stille-start.md").read_text()) == (CASES / "jekyll.md").read_text()
    assert (root / "lessons/stille-start-2.md").exists()
    assert geleerd(root, "check").returncode == 0


def test_nothing_is_overwritten_and_no_address_is_taken_twice(write: Write):
    root = write(
        {
            "lessons/map/begin-klein.md": "kapot",
            "x.md": "---\ntype: tip\ntitle: Begin klein\n---\n",
            "y.md": "---\ntype: tip\ntitle: Pagina\n---\n",
            "z.md": "---\ntype: tip\ntitle: Begin klein\n---\nAnders.\n",
        }
    )
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    result = geleerd(root, "import", "x.md", "x.md", "z.md", "y.md", "--to", "lessons/nieuw")
    assert result.returncode == 0
    assert sorted(path.name for path in (root / "lessons/nieuw").glob("*.md")) == ["begin-klein-2.md", "begin-klein-3.md", "pagina-2.md"]
    assert {path: path.read_bytes() for path in before} == before


def test_a_file_of_which_nothing_can_be_made_ends_with_two_and_the_others_are_written(write: Write):
    root = write(
        {
            "a.md": b"\xff\xfe",
            "b.md": "---\ntitle: Zonder soort\n---\n",
            "c.md": "---\ntype: tip\ntitle: Begin eens\n---\n",
            "d.md": "---\na: b\n  c: d\n---\n",
        }
    )
    result = geleerd(root, "import", "a.md", "b.md", "c.md", "d.md", "weg.md")
    assert result.returncode == 2
    assert (root / "lessons/begin-eens.md").exists()
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["a.md", "b.md", "d.md", "weg.md"]
    assert "--mapping" in result.stderr
    assert "d.md: niets geschreven. regel 3: " in result.stderr


@pytest.mark.parametrize("folder", ["../buiten", "content", ".", "lessons/../content/x", "lessons-oud"])
def test_drafts_go_nowhere_but_among_the_lessons(write: Write, folder):
    root = write({"kennis/x.md": "---\ntype: tip\ntitle: Begin eens\n---\n"})
    before = sorted(root.parent.rglob("*"))
    result = geleerd(root, "import", "kennis/x.md", "--to", folder)
    assert result.returncode == 2
    assert f"{folder} ligt niet in lessons, de map van de bijdragen" in result.stderr
    assert sorted(root.parent.rglob("*")) == before


def test_a_symbolic_link_is_named_and_not_followed(write: Write):
    root = write({"geheim.txt": "---\ntype: tip\ntitle: Geheim\n---\n", "oud/a.md": "---\ntype: tip\ntitle: Begin eens\n---\n"})
    for link in ("link.md", "link.csv", "oud/b.md"):
        (root / link).symlink_to(root / "geheim.txt")
    result = geleerd(root, "import", "link.md", "link.csv", "oud")
    assert result.returncode == 2
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == ["link.md", "link.csv", "b.md"]
    assert result.stderr.count("niets geschreven. Dit is een verwijzing naar een ander bestand (symlink)") == 3
    assert not (root / "lessons/geheim.md").exists()


def test_what_was_imported_into_another_folder_is_said_with_its_place(write: Write):
    root = write({"x.md": "---\ntype: tip\ntitle: Begin eens\n---\n"})
    geleerd(root, "import", "x.md", "--to", "lessons/een")
    result = geleerd(root, "import", "x.md", "--to", "lessons/twee")
    assert result.stdout.splitlines() == [
        "lessons/een/begin-eens.md: hier staat x.md al, van een eerdere keer inlezen. Er komt geen tweede concept.",
        "Samen: 0 geschreven, 1 al eerder ingelezen.",
    ]
    assert geleerd(root, "import", "x.md", "--to", "lessons/een").stdout.splitlines() == ["Samen: 0 geschreven, 1 al eerder ingelezen."]


@pytest.mark.parametrize("name", ["x.xlsx", "x.ods", "x.md", "x.json"])
def test_what_cannot_be_read_is_said_without_the_words_of_the_program(write: Write, name):
    data = {"x.md": b"+++\na = 1\nb =\n+++\n", "x.json": b"geen json"}.get(name, b"PK\x03\x04 kapot")
    result = geleerd(write({name: data}), "import", *(["--event"] if name == "x.json" else []), name)
    assert result.returncode == 2
    assert "niets geschreven. De" in result.stderr or "niets geschreven. Dit" in result.stderr
    assert not re.search(r"Error|Invalid|Expecting|zip|\(", result.stderr)
    assert ("Kijk bij regel 3" in result.stderr) == (name == "x.md")


def test_a_mapping_that_is_wrong_says_where(write: Write):
    root = write({"m.yml": "type: tip\nfields: {titel: x}\n", "c.md": "---\ntype: tip\n---\nx"})
    result = geleerd(root, "import", "c.md", "--mapping", "m.yml")
    assert result.returncode == 2
    assert "m.yml:2: unknown-key" in result.stderr
    assert geleerd(root, "import", "c.md", "--mapping", "weg.yml").returncode == 2


def test_personal_data_is_named_and_the_draft_is_there(write: Write):
    root = write({"x.md": "---\ntype: tip\ntitle: Bel even\n---\nBel 06 12345678."})
    result = geleerd(root, "import", "x.md")
    assert result.returncode == 0
    assert (root / "lessons/bel-even.md").exists()
    assert re.search(r"^  regel 9: Hier staat een telefoonnummer", result.stdout, re.MULTILINE)
    assert "06 12345678" not in result.stdout


def test_a_row_of_a_table_is_named_by_its_number(write: Write):
    root = write({"lijst.csv": "title,type\nBegin eens,tip\nZonder soort,\n"})
    result = geleerd(root, "import", "lijst.csv")
    assert result.returncode == 2
    assert result.stderr.startswith("lijst.csv:3: niets geschreven.")


def test_what_is_true_of_many_is_said_once_and_counted(write: Write):
    rows = "".join(f"Begin eens {word},tip,x\n" for word in ("klein", "vroeg", "samen"))
    root = write({"lijst.csv": f"title,type,rollen\n{rows}"})
    result = geleerd(root, "import", "lijst.csv")
    sentence = "rollen: hoort bij geen veld van deze soort. Het staat onder “Niet overgenomen”."
    assert result.stdout.count(sentence) == 2
    assert f"3 × {sentence}" in result.stdout.splitlines()
    assert result.stdout.splitlines()[-1] == "Samen: 3 geschreven."


def test_places_of_what_stands_in_many_files_are_listed(write: Write):
    files = {f"{number}.md": f"---\ntype: tip\ntitle: Begin eens {number}\n---\nBel 06 12345678.\n" for number in range(25)}
    root = write(files)
    result = geleerd(root, "import", *files)
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("25 × Hier staat een telefoonnummer")]
    assert "(lessons/begin-eens-0.md:9, lessons/begin-eens-1.md:9, " in line
    assert line.endswith(" en nog 5)")


def test_a_workbook_is_a_table(write: Write):
    book = Workbook()
    book.active.append(["Onze lessen"])
    book.active.append(["Les", "Soort"])
    book.active.append(["Begin eens klein", "Tip"])
    data = io.BytesIO()
    book.save(data)
    root = write({"lijst.xlsx": data.getvalue(), "m.yml": "fields: {title: Les, type: Soort}\n"})
    result = geleerd(root, "import", "lijst.xlsx", "--mapping", "m.yml")
    assert (result.returncode, result.stderr) == (0, "")
    assert "  De kop van de tabel staat op rij 2. Wat erboven staat, is niet overgenomen." in result.stdout.splitlines()
    assert (root / "lessons/begin-eens-klein.md").exists()


@pytest.mark.parametrize(("encoding", "said"), [("utf-16", "UTF-16"), ("cp1252", "Windows-1252"), ("utf-8", ""), ("utf-8-sig", "")])
def test_a_table_is_read_as_excel_writes_it(write: Write, encoding, said):
    root = write({"lijst.csv": "title;type;insight\r\nCoördinatie € 5;lesson;“Eén” – twee\r\n".encode(encoding)})
    result = geleerd(root, "import", "lijst.csv")
    assert (result.returncode, result.stderr) == (0, "")
    assert ("lijst.csv is gelezen als" in result.stdout, f"gelezen als {said}," in result.stdout) == (bool(said), bool(said))
    (draft,) = (root / "lessons").glob("coordinatie-*.md")
    assert "“Eén” – twee" in draft.read_text(encoding="utf-8")


@pytest.mark.parametrize("data", [b"title\x00;\xff", b"title;type\n\x81;tip", b"\xff\xfet\x00i", b"\xff\xfe\x00\xd8"])
def test_a_table_in_no_encoding_of_excel_is_refused(write: Write, data):
    result = geleerd(write({"lijst.csv": data}), "import", "lijst.csv")
    assert result.returncode == 2
    assert result.stderr.startswith("lijst.csv: niets geschreven. ")


def test_a_table_without_a_column_that_fits_names_those_it_has(write: Write):
    root = write({"lijst.csv": "Les;Wat\na;b\n"})
    result = geleerd(root, "import", "lijst.csv")
    assert result.returncode == 2
    assert (
        "Gezien: Les, Wat. Zeg in het bestand van --mapping wat ze zijn, bijvoorbeeld: fields: {title: Naam van de kolom}" in result.stderr
    )


def test_what_strangers_wrote_cannot_speak_to_a_terminal_or_a_workflow(write: Write):
    body = "### Titel\n\nBegin eens\n\n### \x1b[31m\x85::error::kwaad\n\n::warning::x\n\n### Thema's\n\n\u2028::error::nog eens"
    root = write({"e.json": json.dumps({"issue": {"body": body, "title": "x", "number": 1, "labels": [{"name": "tip"}]}})})
    result = geleerd(root, "import", "--event", "e.json")
    assert result.returncode == 0, result.stderr
    assert "\x1b" not in result.stdout
    assert not any(line.lstrip().startswith("::") for line in result.stdout.splitlines())


def test_the_day_is_that_of_the_clock(write: Write):
    root = write({"x.md": "---\ntype: tip\ntitle: Begin eens\n---\n"})
    geleerd(root, "import", "x.md", SOURCE_DATE_EPOCH="0")
    assert "date: 1970-01-01" in (root / "lessons/begin-eens.md").read_text()


def test_issue_forms_are_written_and_written_again(write: Write):
    root = write({})
    result = geleerd(root, "issue-forms")
    folder = root / ".github/ISSUE_TEMPLATE"
    assert result.returncode == 0, result.stderr
    assert len(list(folder.iterdir())) == 7
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert geleerd(root, "issue-forms").returncode == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert geleerd(root, "issue-forms", "elders").returncode == 0
    assert (root / "elders/config.yml").exists()


def test_gitlab_gets_templates_that_an_import_reads(write: Write):
    root = write({"mkdocs.yml": (ROOT / "tests/knowledge_base/mkdocs.yml").read_text().replace("[geleerd]", "[geleerd: {forge: gitlab}]")})
    for _ in range(2):  # it may write over its own
        assert geleerd(root, "issue-forms").returncode == 0
    templates = {path.stem: path.read_text() for path in (root / ".gitlab/issue_templates").iterdir()}
    assert len(templates) == 6
    for number, (name, text) in enumerate(templates.items(), 1):
        assert "openbaar" in text
        issue = {"iid": number, "title": f"Een verhaal {number}", "description": text, "labels": [], "web_url": f"{AT}{number}"}
        (root / "issue.json").write_text(json.dumps(issue))
        done = geleerd(root, "import", "--event", "issue.json")
        assert f"geschreven als concept ({name})" in done.stdout, done.stdout + done.stderr
        assert "openbaar" not in (root / f"lessons/een-verhaal-{number}.md").read_text()


def test_issue_forms_leave_the_work_of_others_alone(write: Write):
    root = write({".github/ISSUE_TEMPLATE/tip.yml": "name: eigen werk\n"})
    result = geleerd(root, "issue-forms")
    assert result.returncode == 2
    assert "tip.yml" in result.stderr
    assert [path.name for path in (root / ".github/ISSUE_TEMPLATE").iterdir()] == ["tip.yml"]


@pytest.mark.parametrize("answer", ["Vraag het eens", 'Met: "tekens" #1'])
def test_what_somebody_fills_in_comes_back_as_a_draft(write: Write, answer):
    root = write({})
    geleerd(root, "issue-forms")
    form = yaml.safe_load((root / ".github/ISSUE_TEMPLATE/lesson.yml").read_text())
    body = "\n\n".join(f"### {element['attributes']['label']}\n\n{filled(element, answer)}" for element in form["body"][1:])
    (root / "body.md").write_text(body)
    result = geleerd(root, "import", "body.md", "--to", "lessons/nieuw")
    assert result.returncode == 0, result.stderr
    assert "overgenomen" not in result.stdout
    (draft,) = (root / "lessons/nieuw").glob("*.md")
    tree = yaml.safe_load(draft.read_text().split("---\n")[1])
    assert tree["insight"] == answer
    assert tree["themes"] == ["borging", "werving"]
    assert geleerd(root, "check").returncode == 0


@pytest.mark.parametrize("name", ["oude-site", "lessen"])
def test_the_mappings_in_the_readme_are_valid(name):
    text = (ROOT / "docs/en/staff.md").read_text(encoding="utf-8").split(f"# {name}.yml")[1].split("```")[0]
    mapping, problems = field_mapping(text, "mapping.yml")
    assert problems == ()
    assert mapping.type
    assert mapping.fields


def filled(element, answer):
    """An answer as a forge puts it below the heading."""
    options = element["attributes"].get("options")
    if options:
        return ", ".join(options if element["attributes"].get("multiple") else options[:1])
    return "Een samenvatting die lang genoeg is." if element["id"] == "summary" else answer


def test_a_mailbox_is_named_once_and_one_of_the_owner_never(write: Write):
    mail = "---\ntype: tip\ntitle: Mail eens\n---\nMail [jan@a.example](mailto:jan@a.example).\n"
    root = write({"m.md": mail})
    said = geleerd(root, "import", "m.md").stdout
    assert said.count("Hier staat een mailadres van een persoon") == 1
    (root / "mkdocs.yml").write_text("site_name: Proef\ndocs_dir: content\nplugins: [{geleerd: {own_mailboxes: [a.example]}}]\n")
    assert "mailadres" not in geleerd(root, "import", "m.md").stdout
    assert "personal-email" not in geleerd(root, "check").stdout
