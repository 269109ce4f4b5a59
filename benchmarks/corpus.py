"""A knowledge base of any size in realistic Dutch: the same words for both generators, always the same for the same size."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geleerd import ID_LENGTH, item_id_from

NETWORKS, THEMES, FACTORS, PATTERNS, PROGRAMMES = 30, 20, 13, 16, 6
TYPES = ("lesson", "lesson", "lesson", "tip", "tip", "brilliant-failure", "work-format", "example", "learning-question")

WHO = (
    "de projectleider",
    "een wijkverpleegkundige",
    "de gemeente",
    "een ervaringsdeskundige",
    "het team",
    "de procesbegeleider",
    "een docent",
    "de mantelzorger",
)
DOES = (
    "vraagt",
    "bespreekt",
    "noteert",
    "deelt",
    "onderzoekt",
    "probeert",
    "evalueert",
    "verandert",
    "ontdekt",
    "benoemt",
)
WHAT = (
    "de casusbespreking",
    "een nieuwe werkwijze",
    "het gezamenlijke doel",
    "de taakverdeling",
    "een moeilijke vraag",
    "de uitkomsten",
    "het cliëntperspectief",
    "de samenwerking",
    "een leervraag",
    "de opbrengsten",
    "het jaarplan",
    "de kennisuitwisseling",
    "de financiering",
    "het vervolg",
)
WHEN = (
    "tijdens de bijeenkomst",
    "na afloop",
    "in een klein groepje",
    "met de hele groep",
    "samen met bewoners",
    "elke drie maanden",
    "voordat het project begint",
    "in gesprek met het bestuur",
)
WHY = (
    "zodat iedereen weet waar het om gaat",
    "want zonder vertrouwen komt niemand verder",
    "omdat de praktijk anders is dan het plan",
    "en dat levert nieuwe inzichten op",
    "waardoor de drempel lager wordt",
    "al kost dat meer tijd dan gedacht",
)
PARTS = (("wijk", "zorg", "kennis", "team", "jaar", "buurt", "leer", "werk"), ("plan", "gesprek", "netwerk", "aanpak", "vraag", "groep"))
TAGS = [f"{first}{second}" for first in PARTS[0] for second in PARTS[1]]


@dataclass(frozen=True, slots=True)
class Draft:
    """One item before it is written down: its front matter, its texts by heading, and its tags."""

    number: int
    type: str
    item_id: str
    title: str
    summary: str
    networks: tuple[str, ...]
    themes: tuple[str, ...]
    tags: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]
    body: str
    links: tuple[int, ...]


def drafts(count: int) -> Iterator[Draft]:
    """The items of a corpus; each links to two others."""
    for number in range(count):
        chance = random.Random(number)  # noqa: S311  # a corpus must be the same every time
        kind = TYPES[number % len(TYPES)]
        yield Draft(
            number=number,
            type=kind,
            item_id=item_id_from(tuple(number // 32**place for place in reversed(range(ID_LENGTH)))),
            title=f"{_sentence(chance)[:70].rstrip(' ,')} {number}",
            summary=_sentence(chance)[:280],
            networks=tuple(f"netwerk-{n}" for n in sorted(chance.sample(range(NETWORKS), 2))),
            themes=tuple(f"thema-{n}" for n in sorted(chance.sample(range(THEMES), 3))),
            tags=tuple(sorted(chance.sample(TAGS, chance.randint(0, 5)))),
            texts=tuple((key, _paragraph(chance, 2)) for key in _TEXTS[kind]),
            body="\n\n".join(_paragraph(chance, 5) for _ in range(3)),
            links=(chance.randrange(count), chance.randrange(count)),
        )


_TEXTS = {
    "lesson": ("insight", "recommendation", "driving_event"),
    "tip": ("when",),
    "brilliant-failure": ("intention", "approach", "result", "next_time"),
    "work-format": ("goal", "invitation", "accessibility"),
    "example": ("approach", "result", "transferable"),
    "learning-question": ("goal", "obstacle"),
}
_FIXED = {
    "brilliant-failure": "lessons: [Vraag het eerst., Begin klein.]\npatterns: [patroon-1]\n",
    "work-format": (
        "phase: meet\nduration: {min: 20, max: 40}\ngroup_size: {min: 4, max: 20}\nsetting: [online]\n"
        "steps:\n  - {title: Begin, minutes: 10, instruction: Vertel waar het om gaat.}\n  - {title: Vervolg, minutes: 20}\n"
    ),
    "learning-question": "state: open\n",
}


def _sentence(chance: random.Random) -> str:
    text = f"{chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHAT)} {chance.choice(WHEN)}, {chance.choice(WHY)}"
    return text[0].upper() + text[1:]


def _paragraph(chance: random.Random, sentences: int) -> str:
    return " ".join(f"{_sentence(chance)}." for _ in range(sentences))


def write_geleerd(folder: Path, count: int) -> None:
    """The corpus as a knowledge base of this product."""
    _write(folder / "mkdocs.yml", _config("  - geleerd"))
    for kind, name, fields, total in (
        ("netwerken", "netwerk", "programmes: [programma-1]\n", NETWORKS),
        ("themas", "thema", "definition: Waar dit over gaat.\n", THEMES),
        ("succesfactoren", "factor", "", FACTORS),
        ("faalpatronen", "patroon", "meaning: Wat er misgaat.\n", PATTERNS),
        ("programmas", "programma", "", PROGRAMMES),
    ):
        for number in range(total):
            _write(folder / f"content/{kind}/{name}-{number}.md", f"---\nname: {name.capitalize()} {number}\n{fields}---\n")
    _write(folder / "content/index.md", "---\ntitle: Proef\n---\nWelkom.\n")
    _write(folder / "content/begrippen.yml", "- term: leervraag\n  meaning: Wat je wilt weten.\n")
    for draft in drafts(count):
        _write(folder / f"lessons/{draft.number % 20}/item-{draft.number}.md", _as_item(draft))


def _as_item(draft: Draft) -> str:
    texts = "".join(f"{key}: >-\n  {text}\n" for key, text in draft.texts)
    links = " ".join(f"[verder](../{n % 20}/item-{n}.md)" for n in draft.links)
    return (
        f"---\nid: {draft.item_id}\ntype: {draft.type}\ntitle: >-\n  {draft.title}\nsummary: >-\n  {draft.summary}\n"
        f"date: {2020 + draft.number % 7}-0{1 + draft.number % 9}-1{draft.number % 10}\nnetworks: [{', '.join(draft.networks)}]\n"
        f"themes: [{', '.join(draft.themes)}]\ntags: [{', '.join(draft.tags)}]\nsuccess_factors: [factor-{draft.number % FACTORS}]\n"
        f"{texts}{_FIXED.get(draft.type, '')}sources:\n  - {{title: eigen ervaring}}\n---\n\n{draft.body}\n\n{links}\n"
    )


def write_stock(folder: Path, count: int) -> None:
    """The same words as pages of stock Material for MkDocs: search and tags on, pages out of the navigation."""
    _write(
        folder / "mkdocs.yml",
        _config("  - search:\n      lang: nl\n  - tags") + "nav: [index.md, trefwoorden.md]\nnot_in_nav: /lessen/**\n",
    )
    _write(folder / "content/index.md", "# Proef\n\nWelkom.\n")
    _write(folder / "content/trefwoorden.md", "# Trefwoorden\n\n<!-- material/tags -->\n")
    for draft in drafts(count):
        texts = "".join(f"## {key}\n\n{text}\n\n" for key, text in draft.texts)
        links = " ".join(f"[verder](item-{n}.md)" for n in draft.links)
        tags = [*draft.tags, *draft.networks, *draft.themes]
        page = f"---\ntags: [{', '.join(tags)}]\n---\n# {draft.title}\n\n{draft.summary}\n\n{texts}{draft.body}\n\n{links}\n"
        _write(folder / f"content/lessen/item-{draft.number}.md", page)


def _config(plugins: str) -> str:
    return (
        "site_name: Proef\nsite_url: https://proef.example/\ndocs_dir: content\ntheme: {name: material, language: nl, font: false}\n"
        f"markdown_extensions: [admonition, footnotes, tables, toc, pymdownx.superfences]\nplugins:\n{plugins}\n"
        "exclude_docs: |\n  begrippen.yml\n"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
