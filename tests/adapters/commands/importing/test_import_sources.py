"""Pages of other systems: their titles, names and days, and what hangs together with them."""

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from PIL import Image

from tests.workbench.building import Write, run

MAPPING = {"m.yml": "type: lesson\nfields: {happened: date}\nignore: [hide, layout]\n"}


def imported(root: Path, *words: str):
    result = run(["geleerd.adapters.commands.cli", "import", *words, "--mapping", "m.yml", "--to", "lessons/oud"], root)
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()


def tree_of(path: Path):
    return yaml.safe_load(path.read_text().split("---\n")[1])


def body_of(path: Path):
    return path.read_text().split("---\n", 2)[2].strip()


def names(folder: Path):
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def picture(shade: int) -> bytes:
    data = BytesIO()
    Image.new("L", (2, 2), shade).save(data, "PNG")
    return data.getvalue()


def document() -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "text", "title", "body"),
    [
        ("x.md", "# Begin met een kleine stap\n\nZo.", "Begin met een kleine stap", "Zo."),
        ("x.md", "---\ntags: [a]\n---\n# Begin met een kleine stap\n\nZo.", "Begin met een kleine stap", "Zo."),
        ("x.md", "---\ntitle: Een titel\n---\n# Andere kop\n\nZo.", "Een titel", "# Andere kop\n\nZo."),
        ("x.md", "---\ntitle: Een titel\n---\n# een TITEL\n\nZo.", "Een titel", "Zo."),
        ("x.md", "---\ntitle: Een titel\n---\n# {{ page.title }}\n\nZo.", "Een titel", "Zo."),
        ("begin-klein.md", f"# {'lang ' * 30}\n\nZo.", "Begin klein", f"# {'lang ' * 30}\n\nZo."),
        ("wijkteam/index.md", "Zo.", "Wijkteam", "Zo."),
        ("wijkteam/README.md", "Zo.", "Wijkteam", "Zo."),
        ("02_eerste-stap.html.md.erb", "Zo.", "Eerste stap", "Zo."),
        ("stap-2-begin.md", "Zo.", "Stap 2 begin", "Zo."),
    ],
)
def test_a_page_gets_its_title_from_its_heading_or_else_its_name(write: Write, name, text, title, body):
    root = write({**MAPPING, f"site/{name}": text})
    imported(root, f"site/{name}")
    (draft,) = (root / "lessons/oud").glob("*.md")
    assert (tree_of(draft)["title"], body_of(draft).rstrip()) == (title, body.rstrip())


def test_a_page_without_a_title_that_fits_has_none(write: Write):
    root = write({**MAPPING, "site/ma.md": "Zo."})
    assert imported(root, "site/ma.md")[-1].startswith("  Dit is een concept. Voor publicatie ontbreekt nog: “Titel” (title), ")
    assert names(root / "lessons/oud") == ["ma.md"]


def test_headings_of_a_page_are_no_answers_to_a_form(write: Write):
    text = "# Een gewone pagina\n\nVooraf.\n\n### Doel\n\nEen doel.\n\n### Iets anders\n\nAnders.\n\n### Nog iets\n\nMeer."
    root = write({**MAPPING, "site/x.md": text})
    imported(root, "site/x.md")
    assert body_of(root / "lessons/oud/een-gewone-pagina.md") == text.partition("\n\n")[2]


@pytest.mark.parametrize(
    ("front", "day"), [("", "2019-05-06"), ("---\ntitle: Begin vroeg\n---\n", "2019-05-06"), ("---\ndate: 2020-01-02\n---\n", "2020-01-02")]
)
def test_the_day_in_a_name_is_its_date(write: Write, front, day):
    root = write({**MAPPING, "site/_posts/2019-05-06-begin-vroeg.md": f"{front}Zo."})
    imported(root, "site/_posts/2019-05-06-begin-vroeg.md")
    tree = tree_of(root / "lessons/oud/begin-vroeg.md")
    assert (tree["title"], str(tree["happened"]), str(tree["date"])) == ("Begin vroeg", day, "2026-11-22")


def test_of_two_pages_with_one_title_the_folder_tells_which(write: Write):
    files = {f"site/{folder}/{name}": "# Introductie\n" for folder, name in (("zorg", "a.md"), ("wonen", "a.md"), ("wonen", "b.md"))}
    root = write({**MAPPING, **files})
    imported(root, "site")
    assert names(root / "lessons/oud") == ["introductie.md", "wonen-introductie.md", "zorg-introductie.md"]


def test_no_draft_and_no_copy_has_a_name_that_some_system_cannot_hold(write: Write):
    root = write({**MAPPING, "site/a/con.md": "# Con\n\n![Een plaat](aux.png)\n", "site/a/aux.png": picture(1)})
    imported(root, "site")
    assert names(root / "lessons/oud") == ["a-aux.png", "a-con.md"]


def test_a_folder_is_read_whole_but_for_what_is_hidden(write: Write):
    files = (
        "site/a/begin.md",
        "site/midden.markdown",
        "site/eind.html.md.erb",
        "site/.github/x.md",
        "site/notitie.txt",
        "site/.verborgen.md",
    )
    root = write({**MAPPING, **dict.fromkeys(files, "Een tekst.")})
    imported(root, "site")
    assert names(root / "lessons/oud") == ["begin.md", "eind.md", "midden.md"]


SITE = {
    **MAPPING,
    "site/docs/01-eerste.md": (
        "# Eerste maatregel\n\nZie [de tweede](sub/02-tweede.md#een-kop), ![een plaat](plaat.png) en [het formulier][f].\n"
        '\n<a href="../docs/sub/">de map</a> en <img src="/img/plaat.png" alt="x"> en [[tweede maatregel|die]].\n\n[f]: ../stuk.docx\n'
    ),
    "site/docs/sub/02-tweede.md": "---\ntitle: Tweede maatregel\n---\nTerug naar [de eerste](../01-eerste.md#eerste-maatregel).\n\n## Een kop\n\nKlaar.\n",
    "site/docs/sub/index.md": "# De map zelf\n\n[twee](./02-tweede/) [weg](weg.md) [prent](../../img/prent.tiff) ![buiten](../../../geheim.png)\n",
    "site/docs/plaat.png": picture(1),
    "site/img/plaat.png": picture(2),
    "site/img/prent.tiff": b"II*\0",
    "site/stuk.docx": document(),
    "site/.git/HEAD": "ref: refs/heads/main\n",
    "geheim.png": picture(3),
}  # fmt: skip


def test_links_between_the_files_of_one_run_lead_to_the_new_files(write: Write):
    root = write(SITE)
    said = imported(root, "site/docs")
    folder = root / "lessons/oud"
    assert body_of(folder / "eerste-maatregel.md") == (
        "Zie [de tweede](tweede-maatregel.md#een-kop), ![een plaat](plaat.png) en [het formulier][f].\n"
        '\n<a href="de-map-zelf.md">de map</a> en <img src="img-plaat.png" alt="x"> en [die](tweede-maatregel.md).\n\n[f]: stuk.docx'
    )
    assert body_of(folder / "tweede-maatregel.md") == "Terug naar [de eerste](eerste-maatregel.md).\n\n## Een kop\n\nKlaar."
    assert (folder / "plaat.png").read_bytes() == picture(1)
    assert (folder / "img-plaat.png").read_bytes() == picture(2)
    assert said[-1] == "Samen: 3 geschreven, 8 links aangepast, 3 bestanden meegekomen, 3 links niet aangepast."


def test_check_names_the_links_that_import_could_not_rewrite_and_no_others(write: Write):
    root = write(SITE)
    imported(root, "site/docs")
    said = run(["geleerd.adapters.commands.cli", "check", "lessons/oud"], root).stdout
    dead = re.findall(r"(\S+): (?:broken-link|link-outside): De link naar (\S+)", said)
    assert sorted(dead) == [
        ("lessons/oud/de-map-zelf.md:9", target) for target in ("../../../geheim.png", "../../img/prent.tiff", "weg.md")
    ]
    assert "3 fouten en 3 adviezen" in said


def test_what_could_not_come_along_is_named_with_its_line_in_the_draft(write: Write):
    said = imported(write(SITE), "site/docs")
    told = [line for line in said if line.startswith("  regel 9: ")]
    assert [line.split(": ")[1] for line in told][:1] == ["de link “weg.md” leidt naar iets dat je niet inleest. Hij is niet aangepast"]
    assert any("prent.tiff komt niet mee. Bestanden zoals" in line for line in told)
    assert any("geheim.png komt niet mee: het ligt buiten de map site. Zet het zelf naast dit concept" in line for line in told)


@pytest.mark.parametrize("target", ["file:///etc/passwd", r"C:\x.png", "file:x.pdf"])
def test_a_link_into_somebodys_own_disk_is_named_in_a_text_and_in_a_field(write: Write, target):
    page = f"---\nattachments: [{{file: 'D:\\stuk.pdf', title: Een}}]\n---\n# De eerste\n\n![b]({target})\n"
    said = imported(write({**MAPPING, "site/a.md": page}), "site")
    for left in (target, r"D:\stuk.pdf"):
        assert any(f"de link “{left}” leidt naar een schijf van iemand zelf" in line for line in said)
    assert said[-1].endswith(", 2 links niet aangepast.")


def test_a_picture_beside_the_given_folder_comes_along_in_the_way_that_the_sentence_says(write: Write):
    root = write({**MAPPING, "src/map/twee.md": "# De tweede\n\n![p](../img/foto.png)\n", "src/img/foto.png": picture(1)})
    said = imported(root, "src/map/twee.md")
    assert any("haal het concept weg en lees de map erboven in" in line for line in said)
    (root / "lessons/oud/de-tweede.md").unlink()
    imported(root, "src")
    assert body_of(root / "lessons/oud/de-tweede.md") == "![p](foto.png)"


def test_commands_of_other_generators_are_named_with_their_line(write: Write):
    text = (
        '# Bundel bericht\n\n{{< ref "a.md" >}} en {{ jaar }}\n\n{% include x %}\n\n<%= y %>\n\n`{{ code }}` en\n\n```\n{% code %}\n```\n'
    )
    said = imported(write({**MAPPING, "site/x.md": text}), "site/x.md")
    lines = [line.strip() for line in said if "opdracht van het vorige systeem" in line]
    assert [line.partition(" is een")[0] for line in lines] == [
        "regel 9: {{< … >}}",
        "regel 9: {{ … }}",
        "regel 11: {% … %}",
        "regel 13: <% … %>",
    ]


def test_a_picture_that_many_pages_show_comes_along_once(write: Write):
    pages = {f"site/{folder}/x.md": f"# Pagina in {folder}\n\n![p](../Een Plaat.PNG)\n" for folder in "abc"}
    root = write(
        {**MAPPING, **{name: text.replace("Een Plaat", "Een%20Plaat") for name, text in pages.items()}, "site/Een Plaat.PNG": picture(1)}
    )
    imported(root, "site")
    assert names(root / "lessons/oud") == ["een-plaat.png", "pagina-in-a.md", "pagina-in-b.md", "pagina-in-c.md"]


def test_a_link_in_a_field_is_a_link_too(write: Write):
    files = {"site/a.md": "---\ninsight: Zie [b](b.md).\n---\n# De eerste\n", "site/b.md": "# De tweede\n"}
    root = write({**MAPPING, **files})
    imported(root, "site")
    assert tree_of(root / "lessons/oud/de-eerste.md")["insight"] == "Zie [b](de-tweede.md)."


def test_links_by_an_address_of_the_former_site_find_the_page(write: Write):
    files = {
        "site/_x/a.md": "---\npermalink: /ontdek/eerste/\n---\n# De eerste\n\n[b]({{ site.baseurl }}/2019/05/06/b.html) <a href='{{site.url}}/weg'>x</a>\n",
        "site/_posts/2019-05-06-b.md": "# De tweede\n\n[a]({{site.baseurl}}/ontdek/eerste#x)\n",
    }
    root = write({**MAPPING, **files})
    said = imported(root, "site")
    assert body_of(root / "lessons/oud/de-tweede.md") == "[a](de-eerste.md#x)"
    assert body_of(root / "lessons/oud/de-eerste.md").startswith("[b](de-tweede.md) <a href='/weg'>x</a>")
    assert any("de link “/weg” leidt naar iets" in line for line in said)
    (root / "site/_posts/later.md").write_text("# De derde\n\n[a](/ontdek/eerste/)\n")
    imported(root, "site")
    assert body_of(root / "lessons/oud/de-derde.md") == "[a](de-eerste.md)"


def test_a_picture_in_a_field_or_between_double_brackets_comes_along_from_anywhere(write: Write):
    page = "---\nattachments: [{file: /img/kop.png, title: De kop}, ../img/na.png]\n---\n# De eerste\n\n![[schema.png]] [[weg]]\n"
    root = write(
        {
            **MAPPING,
            "site/a/x.md": page,
            "site/b.md": "Zo.",
            "site/img/kop.png": picture(1),
            "site/img/na.png": picture(3),
            "site/bijlagen/schema.png": picture(2),
        }
    )
    said = imported(root, "site")
    assert tree_of(root / "lessons/oud/de-eerste.md")["attachments"] == [
        {"title": "De kop", "file": "kop.png"},
        {"title": "na.png", "file": "na.png"},
    ]
    assert body_of(root / "lessons/oud/de-eerste.md") == "![schema.png](schema.png) [[weg]]"
    assert {"kop.png", "na.png", "schema.png"} < set(names(root / "lessons/oud"))
    assert any(re.match(r"  regel \d+: de link “\[\[weg\]\]” leidt naar iets", line) for line in said)


def test_the_links_of_an_issue_lead_to_no_file_of_this_machine(write: Write):
    event = {"issue": {"number": 1, "title": "Een titel", "body": "![p](plaat.png)", "labels": [{"name": "tip"}]}}
    root = write({"e.json": json.dumps(event), "plaat.png": picture(1)})
    run(["geleerd.adapters.commands.cli", "import", "--event", "e.json", "--to", "lessons/ingezonden"], root)
    assert [path.name for path in (root / "lessons/ingezonden").iterdir()] == ["een-titel.md"]
