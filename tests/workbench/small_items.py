"""Items with no more than a test needs: a tip, one that was withdrawn, one that was superseded, a failure and a learning question."""

TOMBSTONE = "---\nid: k7m2xq\ntype: tip\ntitle: Een geheim\ndate: 2026-11-22\nstatus: withdrawn\nwithdrawn_on: 2026-10\nreason: Op verzoek.\naliases: [/oud/]\n---\nNiets.\n"

SUPERSEDED = """---
id: k7m2xq
type: tip
title: De oude tip
summary: Zo deden wij het vroeger altijd.
date: 2026-11-22
themes: [borging]
sources: [{title: eigen ervaring}]
status: superseded
superseded_by: a1b2c3
aliases: [/oud/, /tips/heel-oud.html]
---
"""


def tip(item_id: str, extra: str = "", day: int = 22) -> str:
    return (
        f"---\nid: {item_id}\ntype: tip\ntitle: Titel van {item_id}\nsummary: Een samenvatting die lang genoeg is.\n"
        f"date: 2026-11-{day}\nthemes: [borging]\nsources: [{{title: eigen ervaring}}]\n{extra}---\n"
    )


def question(item_id: str, **fields: str) -> str:
    """A learning question of the network West; each field is YAML."""
    told = {
        "title": "Hoe houden we het vol?",
        "summary": "Een vraag van een groep die doorgaat.",
        "date": "2026-11-20",
        "networks": "[west]",
        "themes": "[borging]",
        "state": "open",
        "sources": "[{title: eigen ervaring}]",
        **fields,
    }
    return f"---\nid: {item_id}\ntype: learning-question\n" + "".join(f"{key}: {told[key]}\n" for key in told) + "---\n"


def failure(patterns: str) -> str:
    """A brilliant failure with these patterns, a list in YAML."""
    return f"""---
id: q1w2e3
type: brilliant-failure
title: Het liep anders
summary: Een poging die anders liep dan bedoeld.
date: 2026-11-22
themes: [borging]
sources: [{{title: Eigen ervaring}}]
intention: Wij wilden iets.
approach: Wij deden iets.
result: Er kwam niets uit.
lessons: [Vraag het eerst]
patterns: {patterns}
---
"""
