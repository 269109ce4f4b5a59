"""Knowledge bases in which everything there can be many of is there a number of times, and leans on one entry of each kind."""

from collections.abc import Iterator

MANY = "veel"
"""The slug of the entry of each kind, to which all others refer."""

ITEM = """\
id: {id}
type: {type}
title: Titel van {type} {n:05}
summary: Een samenvatting die lang genoeg is.
date: 2025-0{month}-11
networks: [veel, net-{n:05}]
themes: [veel, thema-{n:05}]
tags: [veel, trefwoord-{n:05}]
for: [groep-{n:05}]
about: [kring-{n:05}]
success_factors: [veel, factor-{n:05}]
authors: [{{role: procesbegeleider, organisation: Organisatie {n:05}}}]
region: Streek {n:05}
relations: [{{type: supports, id: a1b2c3}}]
attachments: [{{title: Kaart {n:05}, url: "https://kaart.example/{n:05}"}}]
sources: [veel, bron-{n:05}]
aliases: [/oud/{id}/]
"""
OWN = {
    "lesson": "insight: Het inzicht.\nrecommendation: De aanbeveling.\ndriving_event: De aanleiding.\nevidence: repeated\n",
    "tip": "evidence: repeated\n",
    "brilliant-failure": "intention: De bedoeling.\napproach: De aanpak.\nresult: Het resultaat.\nlessons: [Een les]\nnext_time: Anders.\npatterns: [veel, patroon-{n:05}]\n",
    "work-format": "goal: Het doel.\nphase: observe-reflect\nduration: {{min: 15, max: 15}}\ngroup_size: {{min: 4, max: 8}}\nsetting: [online]\nsteps: [{{title: Stap, instruction: Zo.}}]\n",
    "example": "approach: De aanpak.\nresult: Het resultaat.\n",
    "learning-question": "state: open\nquestions: [Hoe dan?]\n",
}
FRAME = {
    "netwerken": "name: Netwerk {n:05}\n{parent}programmes: [veel]\nsources: [veel]\nmeetings: [{{id: eens, start: 2024-10-09, title: Vroeger}}, {{id: straks, start: 2027-10-09, title: Later}}]\nquotes: [{{text: Gezegde {n:05}, role: Deelnemer}}]\n",
    "themas": "name: Thema {n:05}\ndefinition: De definitie.\n{parent}sources: [veel]\n",
    "programmas": "name: Programma {n:05}\npurpose: Het doel.\nsources: [veel]\n",
    "succesfactoren": "name: Factor {n:05}\ngroup: Groep\nstrengthens: [{{slug: veel}}]\nsources: [veel]\n",
    "faalpatronen": "name: Patroon {n:05}\nmeaning: De betekenis.\nstrikes: approach\nsources: [veel]\n",
    "wegwijzers": "name: Wegwijzer {n:05}\ndate: 2026-01-02\nsteps: [{{text: De stap., id: a1b2c3}}]\nsources: [veel]\n",
}
SLUGS = {
    "netwerken": "net",
    "themas": "thema",
    "programmas": "programma",
    "succesfactoren": "factor",
    "faalpatronen": "patroon",
    "wegwijzers": "wegwijzer",
}
SOURCE = "- id: {slug}\n  title: Bron {n:05}\n  maker: De maker\n  url: https://bron.example/{slug}\n  kind: article\n"
TERM = "- term: {letter}oord {n:05}\n  meaning: Wat het betekent.\n  synonyms: [synoniem {n:05}]\n"


def grown(count: int) -> dict[str, str]:
    """The files of a knowledge base with `count` of everything."""
    return {**dict(_items(count)), **dict(_frame(count)), **dict(_lists(count))}


def _items(count: int) -> Iterator[tuple[str, str]]:
    for number, (kind, own) in enumerate(OWN.items()):
        for n in range(count):
            text = (ITEM + own).format(id=f"k{n:04}{'abcdef'[number]}", type=kind, n=n, month=1 + n % 2)
            yield f"lessons/{kind}-{n:05}.md", f"---\n{text}---\nDe tekst.\n"


def _frame(count: int) -> Iterator[tuple[str, str]]:
    """Half of what has parents stands below the entry that all refer to, half at the top."""
    for folder, text in FRAME.items():
        for n in range(count):
            slug, below = f"{SLUGS[folder]}-{n:05}", "parent: veel\n" if n % 2 else ""
            yield f"content/{folder}/{slug}.md", f"---\n{text.format(n=n, parent=below)}---\n"
        yield (
            f"content/{folder}/{MANY}.md",
            f"---\n{text.format(n=count, parent='').replace('[veel]', '[]').replace('[{slug: veel}]', '[]')}---\n",
        )


def _lists(count: int) -> Iterator[tuple[str, str]]:
    numbers = range(count)
    yield "content/bronnen.yml", "".join(SOURCE.format(slug=s, n=n) for n, s in [(0, MANY), *((n, f"bron-{n:05}") for n in numbers)])
    yield "content/begrippen.yml", "".join(TERM.format(letter="abcdefghijklmnopqrstuvwxyz"[n % 26], n=n) for n in numbers)
    groups, circles = ("".join(f"  - {{ slug: {s}-{n:05}, name: {s} {n:05} }}\n" for n in numbers) for s in ("groep", "kring"))
    others = "  - { slug: projectleiders, name: Projectleiders }\n", "  - { slug: ouderen-thuis, name: Ouderen thuis }\n"
    yield "content/vocabulary.yml", f"for:\n{others[0]}{groups}about:\n{others[1]}{circles}"
