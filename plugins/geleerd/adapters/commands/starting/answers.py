"""What an owner decides before there is a knowledge base: its name, language, address and so on."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from geleerd.model.frozen import Frozen
from geleerd.model.settings import DEFAULT_LANGUAGE

FORGES: Final = ("github", "gitlab", "forgejo", "netlify", "none")
"""Where the files will live: a forge, or a host that builds by itself. `none` writes no workflow."""

LICENCES: Final[Mapping[str, tuple[str, str]]] = Frozen(
    {
        "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed."),
        "CC-BY-SA-4.0": ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed."),
        "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed."),
    }
)
"""The licences of texts to choose from, by their SPDX identifier: their name, and their address but for the language at its end."""

FIRST_LICENCE: Final = "CC-BY-4.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The decisions; an empty text leaves what the starter says. `colours` is "blue" or a name in `starter/colours.toml`."""

    language: str = DEFAULT_LANGUAGE
    name: str = ""
    address: str = ""
    desk: str = ""
    repository: str = ""
    forge: str = "none"
    colours: str = "blue"
    licence: str = FIRST_LICENCE

    def configured(self, text: str, accents: Mapping[str, str]) -> str:
        """The text of `mkdocs.yml` with these answers on their lines; `accents` are the colours by palette, if they differ from ours."""
        for key, value in self._lines(accents):
            waiting = re.search(rf"^ *(?P<line>(?:# )?{key}: .*)$", text, re.MULTILINE)
            if waiting:
                text = f"{text[: waiting.start('line')]}{key}: {value}{text[waiting.end('line') :]}"
        return text.replace(LICENCES[FIRST_LICENCE][0], LICENCES[self.licence][0])

    def told(self, text: str) -> str:
        """A text of the starter with the licence, the mailbox and the name that were chosen in the place of its own."""
        ours, chosen = LICENCES[FIRST_LICENCE], LICENCES[self.licence]
        text = text.replace(ours[0], chosen[0]).replace(ours[1], chosen[1])
        text = re.sub(r"\b(?:redactie@kennisbank|desk@knowledge)\.example\b", lambda found: self.desk or found[0], text)
        if not self.name:
            return text
        text = re.sub(
            r"^title: (?:Onze kennisbank|Our knowledge base)$", lambda _: f"title: {_quoted(self.name)}", text, flags=re.MULTILINE
        )
        return re.sub(r"\b(?:Onze kennisbank|Our knowledge base)\b(?!\")", lambda _: _as_markdown(self.name), text)

    def _lines(self, accents: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        if self.name:
            yield "site_name", _quoted(self.name)
        if self.address:
            yield "site_url", f"!ENV [SITE_URL, {_quoted(self.address)}]"
        if self.desk:
            yield "desk", _quoted(self.desk)
        if self.repository:
            yield "repository", _quoted(self.repository)
        if self.forge in {"gitlab", "forgejo"}:
            yield "forge", self.forge
        yield from ((palette, f'{{accent: "{accent}"}}') for palette, accent in accents.items())


def _quoted(value: str) -> str:
    """A text as a value in YAML: a string of JSON is one, whatever is in it (YAML 1.2, 1.3)."""
    return json.dumps(value, ensure_ascii=False)


def _as_markdown(name: str) -> str:
    return re.sub(r"([\\`*_{}\[\]()#<>!|&])", r"\\\1", name)
