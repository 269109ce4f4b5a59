"""Sources that items spell out move to the list of sources, and every other line stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import reading_of
from geleerd.contribute.upgrading.listed_sources import with_listed_sources
from tests.workbench.building import settings
from tests.workbench.trying import examples

HEAD = "---\nid: {id}\ntype: tip # een tip\ntitle: Titel van {id}\nsummary: Een samenvatting die lang genoeg is.\ndate: 2026-11-22\nthemes: [borging]\n"
ONE = """sources: # waar het vandaan komt
  # het verslag
  - title: Verslag van de dag
    url: https://verslag.example/
    date: 2023-05
  - title: Eigen ervaring
# het einde
editorial: [summary]
---
Tekst.
"""


def after(write, files):
    root = write(files)
    found = {}
    for file in with_listed_sources(reading_of(settings(root)).library):
        path = root / file.path
        found[file.path] = file.text_after(path.read_bytes().decode() if path.exists() else "")
        path.write_bytes(found[file.path].encode())
    return root, found


def test_a_source_becomes_an_id_and_the_rest_of_the_file_stays(write):
    head = HEAD.format(id="k1aaaa")
    root, found = after(write, {"lessons/a.md": f"{head}{ONE}"})
    old = "  - title: Verslag van de dag\n    url: https://verslag.example/\n    date: 2023-05\n"
    assert found["lessons/a.md"] == f"{head}{ONE}".replace(old, "  - verslag-van-de-dag\n")
    assert found["content/bronnen.yml"].endswith(
        '- id: verslag-van-de-dag\n  title: Verslag van de dag\n  url: "https://verslag.example/"\n  date: 2023-05\n'
    )
    assert with_listed_sources(reading_of(settings(root)).library) == ()


def test_one_source_gets_one_id_with_the_most_precise_date_and_joins_the_list(write):
    listed = "# onze bronnen\n- {id: folder, title: De folder, not_public: ja}\n"
    files = {
        "content/bronnen.yml": listed,
        "lessons/a.md": HEAD.format(id="k1aaaa")
        + "sources: [{title: Verslag, url: 'https://v.example', date: 2023}, {title: de folder}]\n---\n",
        "lessons/b.md": HEAD.format(id="k2aaaa") + "sources: [{title: Het verslag, url: 'https://v.example/', date: 2023-05-01}]\n---\n",
    }
    root, found = after(write, files)
    assert "sources: [verslag, folder]\n" in found["lessons/a.md"]
    assert "sources: [verslag]\n" in found["lessons/b.md"]
    assert found["content/bronnen.yml"].startswith(listed)
    assert found["content/bronnen.yml"].count("- id: verslag\n") == 1
    assert "  date: 2023-05-01\n" in found["content/bronnen.yml"]
    assert [problem.code for problem in reading_of(settings(root)).problems if problem.severity.value == "error"] == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_at_the_beginning_stay(write, end, mark):
    head = HEAD.format(id="k1aaaa")
    before = mark + f"{head}{ONE}".replace("\n", end)
    listed = f"- id: folder{end}  title: De folder{end}  not_public: ja"
    root = write({"content/bronnen.yml": "", "lessons/a.md": ""})
    (root / "lessons/a.md").write_bytes(before.encode())
    (root / "content/bronnen.yml").write_bytes(listed.encode())
    _, found = after(lambda _: root, {})
    old = "  - title: Verslag van de dag\n    url: https://verslag.example/\n    date: 2023-05\n".replace("\n", end)
    assert found["lessons/a.md"] == before.replace(old, f"  - verslag-van-de-dag{end}")
    assert found["content/bronnen.yml"].startswith(f"{listed}{end}- id: verslag-van-de-dag{end}")
    assert next(iter(found)) == "content/bronnen.yml"


@pytest.mark.parametrize(
    "source",
    [
        "  - title: Verslag # van ons\n    url: https://verslag.example/\n",
        "  - title: Verslag\n    # van ons\n    url: https://verslag.example/\n",
        "  - title: Verslag\n    url: https://verslag.example/ # van ons\n",
        "  - {title: Verslag, # van ons\n     url: 'https://verslag.example/#deel'}\n",
    ],
)
def test_a_source_with_a_comment_in_it_stays_and_is_named(write, source):
    text = HEAD.format(id="k1aaaa") + f"sources:\n{source}  - {{title: 'Folder # 3'}} # de tweede\n---\n"
    root = write({"lessons/a.md": text})
    one = next(file for file in with_listed_sources(reading_of(settings(root)).library) if file.path == "lessons/a.md")
    assert one.left == (9,)
    assert one.text_after(text) == text.replace("{title: 'Folder # 3'} # de tweede", "folder-3 # de tweede")


TITLES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=80).filter(lambda text: text.strip() == text)


@examples(30)
@given(titles=st.lists(TITLES, min_size=1, max_size=4))
def test_whatever_a_source_is_called_nothing_breaks_and_one_time_is_enough(write_once, titles):
    quoted = ", ".join('{title: "' + title.replace("\\", "\\\\").replace('"', '\\"') + '"}' for title in titles)
    root, _ = after(write_once, {"lessons/a.md": f"{HEAD.format(id='k1aaaa')}sources: [{quoted}]\n---\n"})
    reading = reading_of(settings(root))
    assert [problem.code for problem in reading.problems if problem.code in {"unknown-reference", "bad-slug", "repeated-value"}] == []
    assert with_listed_sources(reading.library) == ()
