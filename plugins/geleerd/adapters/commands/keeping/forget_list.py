"""`geleerd forget`: what must be done, in its order, so that somebody at the desk can tick it off."""

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geleerd.adapters.commands.keeping.forgetting import Lives
from geleerd.adapters.commands.printable import printable
from geleerd.locale.catalogue import Catalogue
from geleerd.model.strings import ItemId

MOST_NAMED = 20
"""Places of a kind that are named one by one."""


@dataclass(frozen=True, slots=True)
class ForgetList:
    """The list for one item. `git` is how far its history is known: `whole`, `shallow` or `none`."""

    item_id: ItemId
    lives: Lives
    git: str
    words: Catalogue

    def lines(self) -> Iterator[str]:
        """The lines of the list."""
        if not self.lives.is_known:
            yield self._say("nowhere")
            if self.git != "whole":
                yield self._say(f"git-{self.git}")
            return
        yield self._say("title")
        for number, step in enumerate(filter(None, map(tuple, self._steps())), 1):
            first, *rest = step
            yield f"\n[ ] {number}. {first}"
            yield from (f"       {line}" for line in rest)

    def _steps(self) -> Iterator[Iterator[str]]:
        lives = self.lives
        yield self._step("files", lives.files)
        yield self._step("attachments", lives.attachments)
        yield self._step("mentions", lives.mentions)
        yield self._step("site", lives.online)
        yield self._step("kept", tuple(f"rm -r {shlex.quote(path)}" for path in lives.kept))
        yield self._history()
        yield self._step("past-mentions", lives.past_mentions)
        yield self._step("beside-commits", lives.beside_commits)
        yield iter((self._say("forge"), *self._rows("forge-rows")))
        yield iter((self._say("outside"), *self._rows("outside-rows"), f"https://web.archive.org/web/*/{self.item_id}*"))
        yield iter((self._say("again"), f"geleerd forget {self.item_id}"))

    def _history(self) -> Iterator[str]:
        lives = self.lives
        if self.git != "whole":
            yield self._say(f"git-{self.git}")
        if lives.past:
            yield self._say("history", count=len(lives.commits), last=lives.commits[0][:10], first=lives.commits[-1][:10])
            yield from self._named(lives.past)
            yield self._say("names")
            yield from self._named(lives.names)
            yield self._say("commands")
            yield from ("git clone --mirror ADRES schoon.git && cd schoon.git", _filter(lives.past), "git push --force --mirror ADRES")
            yield from self._rows("everybody-rows")

    def _step(self, key: str, places: Sequence[str]) -> Iterator[str]:
        if places:
            yield self._say(key)
            yield from self._named(places)

    def _named(self, places: Sequence[str]) -> Iterator[str]:
        yield from (f"- {printable(place)}" for place in places[:MOST_NAMED])
        if len(places) > MOST_NAMED:
            yield self._say("more", count=len(places) - MOST_NAMED)

    def _rows(self, key: str) -> Iterator[str]:
        yield from (f"- {row}" for row in self._say(key).split("\n") if row)

    def _say(self, key: str, **words: object) -> str:
        return self.words.console(f"forget-{key}", **{"id": self.item_id, **words})


def _filter(paths: Sequence[str]) -> str:
    """The command that takes files out of every commit. Names that a shell reads in another way are quoted."""
    return " ".join(["git filter-repo --invert-paths", *(f"--path {shlex.quote(printable(path))}" for path in paths)])
