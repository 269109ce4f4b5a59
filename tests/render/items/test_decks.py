"""Cards to print: which work formats stand on which deck."""

import re

from geleerd import Page, build
from geleerd.render.items.decks import PER_DECK
from tests.workbench.building import settings

FORMAT = """\
---
id: {id}
type: work-format
title: Werkvorm nummer {number}
summary: Een werkvorm om mee te oefenen, in gewone woorden.
date: 2026-11-22
themes: [borging]
sources: [{{title: Eigen ervaring}}]
goal: Oefenen met elkaar.
phase: meet
duration: {{min: 10, max: 20}}
group_size: {{min: 2, max: 8}}
setting: [online]
steps: [{{title: Beginnen, minutes: 5}}, {{title: Afronden, minutes: 10}}]
---
"""
ALPHABET = "abcdefghjkmnpqrstvwxyz"


def formats(count: int) -> dict[str, str]:
    return {
        f"lessons/vorm-{number}.md": FORMAT.format(id=f"a1b2{ALPHABET[number // 22]}{ALPHABET[number % 22]}", number=number)
        for number in range(count)
    }


def decks(site) -> dict[str, str]:
    return {a.address: a.content for a in site.artefacts if isinstance(a, Page) and "/kaarten/" in a.address}


def titles(html: str) -> list[str]:
    return re.findall(r"<h2>(.*?)</h2>", html)


def test_a_format_has_a_card_and_its_theme_and_moment_a_deck(write):
    found = decks(build(settings(write(formats(2)))))
    assert titles(found["werkvormen/vorm-0/kaarten/"]) == ["Werkvorm nummer 0"]
    assert sorted(titles(found["themas/borging/kaarten/"])) == ["Werkvorm nummer 0", "Werkvorm nummer 1"]
    assert sorted(titles(found["momenten/kennismaken/kaarten/"])) == ["Werkvorm nummer 0", "Werkvorm nummer 1"]
    assert "momenten/afsluiten/kaarten/" not in found
    assert "0:05" in found["werkvormen/vorm-0/kaarten/"]


def test_a_deck_is_cut_into_pages(write):
    found = decks(build(settings(write(formats(PER_DECK + 3)))))
    assert len(titles(found["themas/borging/kaarten/"])) == PER_DECK
    assert len(titles(found["themas/borging/kaarten/pagina/2/"])) == 3
