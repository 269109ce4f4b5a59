"""The fields of items, beside those that every item has: each field of every type is in use, as often as people fill it in."""

import random
from collections.abc import Mapping
from typing import Final

from benchmarks.corpus.sentences import WHO, begun, drawn_words, paragraph, points, sentence
from geleerd import ID_LENGTH, item_id_from

Fields = Mapping[str, object]
"""Front matter: what YAML can hold, by key."""

SUCCESS_FACTORS, FAILURE_PATTERNS, SOURCES = 13, 16, 40
ROLES, GROUPS = ("projectleiders", "begeleiders", "docenten"), ("inwoners", "mantelzorgers", "ouderen-thuis")
STATES = ("open", "in-progress", "answered", "let-go")
_EVIDENCE = ("unreported", "idea", "tried", "repeated", "confirmed-elsewhere")
_VALUES = ("immediate", "potential", "applied", "realised", "transformative")
_RELATIONS = ("applies", "supports", "contradicts", "follows-up", "answers")
_PHASES = ("meet", "observe-reflect", "plan-action", "close", "between-meetings")
_GROUPINGS = ("plenary", "individual", "pairs", "small-groups")
SOURCE: Final = {"title": "Verslag van de bijeenkomst", "url": "https://bron.example/verslag", "date": "2023-05"}


def item_id(number: int) -> str:
    """The identifier of an item."""
    return item_id_from(tuple(number // 32**place for place in reversed(range(ID_LENGTH))))


def common_fields(chance: random.Random, number: int, kind: str, count: int) -> Fields:
    """The fields that items of every type have, some in every item and some in one of five, of ten or of forty."""
    often, seldom, rarely = number % 5 == 0, number % 10 == 4, number % 40 == 13
    filled = {
        "happened": f"{2018 + number % 8}" if often else None,
        "questions": [f"{begun(who)} heeft een vraag over {drawn_words(chance, 1)[0]}?" for who in chance.sample(WHO, 3)],
        "for": [chance.choice(ROLES)],
        "about": [chance.choice(GROUPS)] if number % 2 else None,
        "region": "Achterhoek" if seldom else None,
        "authors": [_author(number)],
        "evidence": _EVIDENCE[number % 5] if kind != "brilliant-failure" else None,
        "value": [_VALUES[number % 5]] if often else None,
        "success_factors": [f"factor-{number % SUCCESS_FACTORS}"],
        "applied_by": [{"who": "Een buurgemeente", "date": "2024", "result": sentence(chance)}] if seldom else None,
        "attachments": _attachments(number),
        "image": _image(number),
        "relations": [
            {"type": _RELATIONS[number % 5], "id": item_id(_another(chance.randrange(count), number, count)), "note": sentence(chance)}
        ]
        if often
        else None,
        "sources": _sources(number),
        "built_on": [item_id(number - 1)] if rarely else None,
        "quotes": [_quote(number)] if seldom else None,
        "editorial": ["questions"],
        "reviewed": [{"text": "06-12345678", "reason": "Openbaar nummer van het project"}] if rarely else None,
        "license": "CC0-1.0" if seldom else None,
        "review_by": f"{2027 + number % 3}" if seldom else None,
        "aliases": [f"/oud/item-{number}/"] if often else None,
        "language": "fy" if rarely else None,
    }
    return {key: value for key, value in {**filled, **_status(number)}.items() if value is not None}


def _another(drawn: int, number: int, count: int) -> int:
    """The number that was drawn, or the next when it is the item's own: no item refers to itself."""
    return (drawn + 1) % count if drawn == number else drawn


def _sources(number: int) -> list[object]:
    listed = {"source": f"bron-{number % SOURCES}", "where": "p. 2"} if number % 3 == 0 else f"bron-{number % SOURCES}"
    return [SOURCE, {"title": "Eigen ervaring"}] if number % 2 else [listed]


def _quote(number: int) -> Fields:
    return {"text": "Zo hadden we het nog nooit bekeken.", "role": "procesbegeleider", "source": f"bron-{number % SOURCES}"}


def _author(number: int) -> Fields:
    named = {"name": "Anna Voorbeeld", "consent": "2024-03"} if number % 20 == 7 else {}
    return {"role": "procesbegeleider", "organisation": f"Organisatie {number % 40}", **named}


def _attachments(number: int) -> list[Fields] | None:
    if number % 20 == 6:
        return [{"title": "Werkblad", "file": f"werkblad-{number}.pdf"}]
    return [{"title": "Kaart", "url": "https://kaart.example/"}] if number % 20 == 16 else None


def _image(number: int) -> Fields | None:
    return (
        {"file": f"foto-{number}.png", "alt": "Een groep aan tafel", "credit": "Fotobureau", "consent": "2025"}
        if number % 20 == 11
        else None
    )


def _status(number: int) -> Fields:
    """Of every fifty items, one has a better one in its place, and one was taken back."""
    if number % 50 == 48:
        return {"status": "superseded", "superseded_by": item_id(number - 48)}
    return {"status": "withdrawn", "withdrawn_on": "2025-06", "reason": "Op verzoek van de inzender."} if number % 50 == 49 else {}


def own_fields(chance: random.Random, number: int, kind: str) -> Fields:
    """The fields of one type alone."""
    return _OWN[kind](chance, number)


def _lesson(chance: random.Random, number: int) -> Fields:
    seldom = {
        "context": {"setting": sentence(chance), "scale": "Drie wijken"},
        "conditions": points(chance, 2),
        "fails_when": points(chance, 1),
    }
    advice = paragraph(chance, 2)
    several = [{"text": advice}, {"for": "Werk je alleen?", "text": "Vraag één collega om mee te denken."}]
    always = {
        "insight": paragraph(chance, 2),
        "recommendation": several if number % 4 == 0 else advice,
        "driving_event": paragraph(chance, 2),
    }
    return {**always, **(seldom if number % 3 == 0 else {})}


def _tip(chance: random.Random, _: int) -> Fields:
    return {"when": paragraph(chance, 2)}


def _failure(chance: random.Random, number: int) -> Fields:
    return {
        **{key: paragraph(chance, 2) for key in ("intention", "approach", "result", "unexpected")},
        "lessons": points(chance, 2),
        **{key: paragraph(chance, 1) for key in ("by_catch", "next_time")},
        "patterns": [f"patroon-{number % FAILURE_PATTERNS}"],
        "struck": [{"pattern": f"patroon-{number % FAILURE_PATTERNS}", "step": ("intention", "approach", "result")[number % 3]}],
    }


def _format(chance: random.Random, number: int) -> Fields:
    minutes = 10 + 5 * (number % 4)
    steps = [
        {
            "title": begun(word),
            "minutes": minutes,
            "min": minutes,
            "max": minutes + 5,
            "instruction": sentence(chance),
            "grouping": _GROUPINGS[place],
        }
        for place, word in enumerate(drawn_words(chance, 4))
    ]
    return {
        "goal": sentence(chance),
        "phase": _PHASES[number // 9 % 5],
        "duration": {"min": 4 * minutes, "max": 4 * minutes + 20, "unit": "minutes", "estimated": True},
        "group_size": {"min": 4, "max": 20, "estimated": True},
        "setting": ["online", "in-person"],
        "space": "Een zaal zonder tafels.",
        "drawing": "casusbespreking",
        "materials": ["Papier en stiften", "Een klok"],
        "steps": steps,
        **{key: sentence(chance) for key in ("invitation", "accessibility")},
        **{key: points(chance, 2) for key in ("pitfalls", "variations")},
    }


def _example(chance: random.Random, _: int) -> Fields:
    return {key: paragraph(chance, 2) for key in ("driving_event", "approach", "result", "transferable")}


def _question(chance: random.Random, number: int) -> Fields:
    return {
        "state": STATES[number // 9 % 4],
        "goal": paragraph(chance, 1),
        "obstacle": paragraph(chance, 2),
        "answer": "Een deel van het antwoord is er: begin klein en vertel wat je doet.",
        "so_far": [{"id": item_id(number - 1), "note": "Daar begon het klein."}],
        "actions": [
            {"what": sentence(chance), "role": "procesbegeleider", "due": "2027-03", "state": "bezig"},
            {"what": sentence(chance), "done": "2026-02"},
        ],
        "history": [{"date": "2025-03", "state": "open", "wording": sentence(chance), "answers": [item_id(number - 1)]}],
    }


_OWN = {
    "lesson": _lesson,
    "tip": _tip,
    "brilliant-failure": _failure,
    "work-format": _format,
    "example": _example,
    "learning-question": _question,
}
