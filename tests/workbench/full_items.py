"""One item of each type and one frame entry of each with every field filled, with a word in each that occurs nowhere else."""

COMMON = """\
id: {id}
type: {type}
title: De titel van {type} voluit
summary: De samenvatting van {type} in gewone woorden.
date: 2026-11-22
happened: 2022-09
networks: [vol]
themes: [borging]
tags: [trefwoord-{type}]
questions: [Hoe zit het met {type}?]
for: [projectleiders]
about: [ouderen-thuis]
region: Regio van {type}
authors: [{{role: procesbegeleider, organisation: Organisatie van {type}}}]
value: [immediate, transformative]
success_factors: [sfeer]
applied_by: [{{who: Gemeente bij {type}, date: 2024, result: Resultaat elders bij {type}}}]
attachments: [{{title: Kaart bij {type}, url: "https://kaart.example/{type}"}}]
relations: [{{type: supports, id: a1b2c3, note: Reden bij {type}.}}]
sources: [{{title: Bron van {type}, url: "https://bron.example/{type}", date: 2023}}]
built_on: [a1b2c3]
quotes: [{{text: Woorden uit {type}, role: Rol in {type}, source: vol}}]
editorial: [region]
reviewed: [{{text: 06-12345678, reason: Openbaar nummer}}]
license: CC0-1.0
review_by: 2020-01-01
language: fy
"""
EVIDENCE = "evidence: repeated\n"
OWN = {
    "lesson": EVIDENCE
    + """\
insight: Het inzicht.
recommendation: De aanbeveling.
driving_event: De aanleiding.
context: {setting: De plek, scale: De omvang}
conditions: [Eerste voorwaarde]
fails_when: [Eerste uitzondering]
""",
    "tip": EVIDENCE + "when: Het goede moment.\n",
    "brilliant-failure": """\
intention: De bedoeling.
approach: De aanpak.
result: Het resultaat.
lessons: [Eerste les]
patterns: [lege-plek-aan-tafel, vol]
struck: [{pattern: vol, step: result}]
unexpected: De verrassing.
by_catch: De bijvangst.
next_time: De volgende keer.
""",
    "work-format": EVIDENCE
    + """\
goal: Het doel.
phase: observe-reflect
duration: {min: 10, max: 20, estimated: true}
group_size: {min: 4, max: 12}
setting: [in-person, online]
steps: [{title: Eerste stap, minutes: 12, instruction: De uitleg., grouping: pairs}]
space: De ruimte.
materials: [Een touw]
invitation: De openingsvraag?
pitfalls: [De valkuil]
variations: [De variatie]
accessibility: Voor iedereen.
drawing: ideeenbus
""",
    "example": EVIDENCE + "approach: De aanpak.\nresult: Het resultaat.\ndriving_event: De aanleiding.\ntransferable: Overdraagbaar.\n",
    "learning-question": EVIDENCE
    + """\
state: in-progress
goal: Het doel.
obstacle: De drempel.
answer: Het voorlopige antwoord.
so_far: [{id: a1b2c3, note: De tussenstand.}]
actions: [{what: De actie, role: De rol, due: 2027, state: bezig}, {what: De andere actie, done: 2026-10}]
history: [{date: 2025-03, state: open, wording: De oude vraag?, answers: [a1b2c3]}]
""",
}
IDS = {
    "lesson": "ka1111",
    "tip": "ka2222",
    "brilliant-failure": "ka3333",
    "work-format": "ka4444",
    "example": "ka5555",
    "learning-question": "ka6666",
}
BODY = "## Kopje\n\nDe tekst van het verhaal.\n"


def item_files() -> dict[str, str]:
    return {f"lessons/vol-{key}.md": f"---\n{COMMON.format(id=IDS[key], type=key)}{own}---\n{BODY}" for key, own in OWN.items()}


FRAME = {
    "content/netwerken/vol.md": """\
name: Netwerk vol
kind: partnership
parent: oost
count: 3
programmes: [samen-leren]
partners: [Partner A]
facilitators: [Begeleider B]
members: [{name: Lid C, kind: soort, region: streek, url: "https://lid.example/"}]
members_total: {value: "21", source: Bron T}
start: 2023-10-09
end: 2025
region: De regio
frequency: elke drie maanden
setting: [online]
focus: [education]
facts: [{label: Het feit, value: "8", as_of: 2022-09, source: Bron F}]
meetings: [{id: start, start: 2023-10-09 13:30, end: 2023-10-09 16:00, title: De start, place: Zaal 1, setting: hybrid, agenda: Kennismaken, tasks: [Koffie zetten], discussed: [ka6666]}]
join: {open: true, how: Bel ons., url: "https://mee.example/"}
quotes: [{text: Woorden van het netwerk, role: Rol in het netwerk}]
contact: Het secretariaat
owner: De programmasecretaris
followed_by: [noord]
sources: [{title: Bron van het netwerk}]
""",
    "content/programmas/vol.md": """\
name: Programma vol
funder: De betaler
start: 2018
end: 2023
purpose: Het doel van het programma.
followed_by: [samen-leren]
sources: [{title: Bron van het programma}]
""",
    "content/themas/vol.md": """\
name: Thema vol
definition: De definitie.
goal: Het doel van het thema
scheme: bouwstenen
parent: borging
start_here: [a1b2c3]
drawing: anker
followed_by: [werving]
sources: [{title: Bron van het thema}]
""",
    "content/succesfactoren/vol.md": """\
name: Factor vol
category: factor
group: De groep
order: 3
how: [Een manier]
recognise: [Een signaal]
strengthens: [{slug: sfeer, source: Bron S}, {slug: kring, source: vol}]
weakens: [{slug: sfeer, source: Bron Z}]
affects: [{slug: sfeer, source: Bron W}]
followed_by: [sfeer]
sources: [{title: Bron van de factor}]
""",
    "content/faalpatronen/vol.md": """\
name: Patroon vol
meaning: De betekenis.
strikes: approach
signals: [Een signaal]
remedies: [Een remedie]
drawing: olifant
followed_by: [lege-plek-aan-tafel]
sources: [{title: Bron van het patroon}]
""",
    "content/wegwijzers/vol.md": """\
name: Wegwijzer vol
date: 2026-01-02
for: [projectleiders]
steps: [{text: De eerste stap., id: a1b2c3}, {text: De tweede stap., address: /l/a1b2c3/}]
followed_by: [later]
sources: [{title: Bron van de wegwijzer}]
""",
}
FRAME["content/succesfactoren/kring.md"] = "name: Factor in een kring\nstrengthens: [{slug: vol, source: Bron K}]\n"
FRAME["content/wegwijzers/later.md"] = "name: Wegwijzer van later\nsteps: [{text: De eerste stap.}]\n"
LISTED = {
    "content/bronnen.yml": """\
- id: vol
  title: Bron voluit
  maker: De maker
  url: https://bron.example/vol
  date: 2022-05
  kind: article
  licence: CC-BY-4.0
  not_public: ja
  followed_by: [later]
  sources: [{title: Bron van de bron}]
- id: later
  title: Bron van later
  not_public: ja
""",
}


def frame_files() -> dict[str, str]:
    return {**LISTED, **{path: f"---\n{text}---\nTekst over het geheel.\n" for path, text in FRAME.items()}}
