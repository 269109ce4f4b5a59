"""The frame of a knowledge base: networks with meetings, themes, programmes and the other types, and its sources; as many at any size."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from benchmarks.corpus.fields import FAILURE_PATTERNS, SOURCE, SOURCES, SUCCESS_FACTORS, Fields, item_id
from benchmarks.corpus.sentences import begun, drawn_words, paragraph, points, sentence

NETWORKS, THEMES, PROGRAMMES, GUIDES, TERMS = 30, 20, 6, 5, 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the frame: its type, its slug, its name, its other fields, and its text."""

    type: str
    slug: str
    name: str
    fields: Fields
    body: str


def entries() -> tuple[Entry, ...]:
    """The entries of the frame, always the same."""
    chance = random.Random("frame")  # noqa: S311  # a corpus must be the same every time
    return tuple(
        chain(_networks(chance), _themes(chance), _programmes(chance), _factors(chance), _patterns(chance), _guides(chance), _sources())
    )


def terms() -> list[Fields]:
    """The entries of the glossary."""
    chance = random.Random("terms")  # noqa: S311  # as above
    words = sorted(set(drawn_words(chance, TERMS)))
    return [
        {"term": word, "meaning": sentence(chance), "synonyms": [f"{word}proces"], "abbreviation": f"{word[:3].upper()}{number}"}
        for number, word in enumerate(words)
    ]


def _name(chance: random.Random, word: str, number: int) -> str:
    return f"{word} {' en '.join(drawn_words(chance, 2))} {number}"


def _networks(chance: random.Random) -> Iterator[Entry]:
    for number in range(NETWORKS):
        fields = {
            "kind": "network" if number % 3 else "partnership",
            "parent": "netwerk-0" if number % 10 == 3 else None,
            "count": 3 if number % 10 == 5 else None,
            "programmes": [f"programma-{number % PROGRAMMES}"],
            "partners": ["De gemeente", "De welzijnsorganisatie"],
            "facilitators": ["Bureau Voorbeeld"],
            "members": [{"name": f"Lid {n}", "kind": "zorg", "region": "Twente", "url": "https://lid.example/"} for n in range(number % 8)],
            "members_total": {"value": "21", "source": "Verslag van de bijeenkomst"},
            "start": "2022-01",
            "end": "2028" if number % 2 else None,
            "region": "Twente",
            "frequency": "Elke drie maanden",
            "setting": ["online", "in-person"],
            "focus": ["cooperation", "sharing"],
            "facts": [{"label": "Leden", "value": "21", "as_of": "2024-09", "source": "Verslag van de bijeenkomst"}],
            "meetings": [
                _meeting(chance, f"{year}-0{1 + number % 9}-1{quarter}", number) for year in (2025, 2026, 2027) for quarter in range(2)
            ],
            "join": {"open": True, "how": sentence(chance), "url": "https://netwerk.example/"},
            "quotes": [{"text": sentence(chance)[:280], "role": "een deelnemer", "source": f"bron-{number}"}] if number % 4 == 0 else None,
            "contact": "secretariaat@netwerk.example" if number % 2 else "Het secretariaat",
            "owner": "De programmasecretaris",
            "sources": [SOURCE],
        }
        yield _entry("network", f"netwerk-{number}", _name(chance, "Netwerk", number), fields, paragraph(chance, 6))
    yield _gone("network", "netwerk")


def _meeting(chance: random.Random, day: str, network: int) -> Fields:
    return {
        "id": day,
        "start": f"{day} 13:30",
        "end": f"{day} 16:00",
        "title": f"Bijeenkomst over {drawn_words(chance, 1)[0]}",
        "place": "Buurthuis",
        "setting": "hybrid",
        "agenda": points(chance, 2),
        "tasks": ["Koffie zetten"],
        "discussed": [item_id(9 * (network % 2) + 8)],  # a learning question, of which small corpora have two
    }


def _themes(chance: random.Random) -> Iterator[Entry]:
    for number in range(THEMES):
        fields = {
            "definition": paragraph(chance, 2),
            "goal": "Samen verder komen",
            "scheme": "bouwstenen" if number % 2 else "inzichten",
            "parent": "thema-0" if number % 10 == 3 else None,
            "start_here": [item_id(number)],
            "drawing": "anker",
            "sources": [SOURCE],
        }
        yield _entry("theme", f"thema-{number}", _name(chance, "Thema", number), fields, paragraph(chance, 5))
    yield _gone("theme", "thema", definition="Weg.")


def _programmes(chance: random.Random) -> Iterator[Entry]:
    for number in range(PROGRAMMES):
        fields = {
            "funder": "Het fonds",
            "start": "2021",
            "end": "2029",
            "purpose": paragraph(chance, 2),
            "sources": [SOURCE],
        }
        yield _entry("programme", f"programma-{number}", _name(chance, "Programma", number), fields, paragraph(chance, 4))
    yield _gone("programme", "programma")


def _factors(chance: random.Random) -> Iterator[Entry]:
    for number in range(SUCCESS_FACTORS):
        fields = {
            "group": "Samenwerken",
            "order": number + 1,
            "how": points(chance, 3),
            "recognise": points(chance, 3),
            "strengthens": [{"slug": f"factor-{(number + 1) % SUCCESS_FACTORS}", "source": SOURCE["title"]}],
            "weakens": [{"slug": f"factor-{(number + 5) % SUCCESS_FACTORS}", "source": SOURCE["title"]}],
            "affects": [{"slug": f"factor-{(number + 3) % SUCCESS_FACTORS}", "source": SOURCE["title"]}],
            "category": "factor",
            "sources": [SOURCE],
        }
        yield _entry("success-factor", f"factor-{number}", _name(chance, "Factor", number), fields, paragraph(chance, 3))
    yield _gone("success-factor", "factor")


def _patterns(chance: random.Random) -> Iterator[Entry]:
    for number in range(FAILURE_PATTERNS):
        fields = {
            "meaning": paragraph(chance, 1),
            "strikes": ("intention", "approach", "result")[number % 3],
            "signals": points(chance, 3),
            "remedies": points(chance, 2),
            "drawing": ("olifant", "bananenschil", "canyon")[number % 3],
            "sources": [SOURCE],
        }
        yield _entry("failure-pattern", f"patroon-{number}", _name(chance, "Patroon", number), fields, paragraph(chance, 3))
    yield _gone("failure-pattern", "patroon", meaning="Weg.")


def _guides(chance: random.Random) -> Iterator[Entry]:
    for number in range(GUIDES):
        steps = [{"text": sentence(chance), "id": item_id(number)}, {"text": sentence(chance), "address": "/agenda/"}]
        fields = {"date": "2026-01-02", "for": ["projectleiders"], "order": number + 1, "steps": steps, "sources": [SOURCE]}
        yield _entry("guide", f"wegwijzer-{number}", _name(chance, "Wegwijzer", number), fields, paragraph(chance, 1))
    yield Entry("guide", "wegwijzer-oud", "Wegwijzer van vroeger", {"steps": [{"text": "Weg."}], **_taken_back("wegwijzer")}, "")


def _sources() -> Iterator[Entry]:
    for number in range(SOURCES):
        fields = {
            "id": f"bron-{number}",
            "maker": "Het kenniscentrum",
            "date": f"20{10 + number % 16}-05",
            "kind": ("article", "report", "research")[number % 3],
            "licence": "CC-BY-4.0",
            **({"url": f"https://bron.example/{number}"} if number % 5 else {"not_public": True, "sources": [dict(SOURCE)]}),
        }
        yield _entry("source", f"bron-{number}", f"Bron {number}", fields, "")
    yield Entry("source", "bron-oud", "Bron van vroeger", {"id": "bron-oud", "not_public": True, **_taken_back("bron")}, "")


def _gone(kind: str, word: str, **needed: str) -> Entry:
    """An entry that was taken back, with the one that came after it."""
    fields = {**needed, **_taken_back(word)}
    return Entry(kind, f"{word}-oud", f"{begun(word)} van vroeger", fields, "")


def _taken_back(word: str) -> Fields:
    return {"status": "withdrawn", "aliases": [f"/{word}-van-toen/"], "followed_by": [f"{word}-1"]}


def _entry(kind: str, slug: str, name: str, fields: Fields, body: str) -> Entry:
    return Entry(kind, slug, begun(name), {key: value for key, value in fields.items() if value is not None}, f"{body}\n")
