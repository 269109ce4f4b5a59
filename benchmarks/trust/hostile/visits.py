"""Pages of the site in a real browser, without its policy, so that what could run does: opened, touched, searched, filled in."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, Request
from playwright.sync_api import Error as BrowserError

from tests.workbench.visiting import Watched, served

HERE = Path(__file__).parent
HOOKS, TOUCHED = ((HERE / f"{name}.js").read_text(encoding="utf-8") for name in ("hooks", "touched"))
TOLD = "() => ({ hits: window.__hits, polluted: Object.keys(Object.prototype), x: {}.x ?? null })"
READY = "[data-ready]"

NEWSLETTERS = ("?from={}", "?from=2020-01-01&{}={}", "?theme={}", "?{}", "?until={}", "#{}")
MAILS = ("{}", "---\ntype: tip\ntitle: {}\n---\n{}", "---\ntype: {}\n{}: x\n---\n", "> ---\n> type: tip\n> summary: '{}'\n> ---\n{}")


class Visit:
    """A browser that opens pages one after the other; what happened that should not have is kept in `faults`."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.context = browser.new_context(bypass_csp=True)
        self.context.add_init_script(HOOKS)
        self.watched = Watched(self.context.new_page(), origin)
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self.page: Page = self.watched.page
        self.page.on("popup", lambda popup: self.faults.append(f"a window: {popup.url:.200}"))
        self.page.on("request", self._counted)

    def _counted(self, _: Request) -> None:
        self.counts["requests"] += 1

    def open(self, kind: str, path: str, ready: str = "") -> None:
        """Open a page; with `ready`, until it shows that."""
        try:
            self.watched.visit(path)
            if ready:
                self.page.locator(ready).first.wait_for(state="attached", timeout=15_000)
        except BrowserError as error:
            self.faults.append(f"{path:.150}: {error.message:.150}")
        self.counts[kind] += 1

    def look(self, about: str) -> None:
        """Take down what ran, what was asked and what went wrong since the last look."""
        told = self.page.evaluate(TOLD)
        errors = [error for error in self.watched.errors if "404" not in error]
        seen = [
            *told["hits"],
            *self.watched.foreign,
            *self.watched.dialogs,
            *errors,
            *told["polluted"],
            *([told["x"]] if told["x"] else []),
        ]
        self.faults += [f"{about:.150}: {what!s:.250}" for what in seen]
        for log in (self.watched.foreign, self.watched.dialogs, self.watched.errors):
            log.clear()


def visit(site: Path, browser: Browser, texts: Sequence[str], share: int) -> tuple[Counter[str], list[str]]:
    """What was opened, by kind, and what happened that should not have."""
    with served(site) as origin:
        visit = Visit(browser, origin)
        for path in _some([page for page in sorted(site.rglob("index.html")) if not _leads_on(page)], 320 // share):
            visit.open("pages", f"{path.parent.relative_to(site).as_posix()}/")
            visit.counts["elements touched"] += visit.page.evaluate(TOUCHED)
            visit.look(str(path.relative_to(site)))
        _search(visit, _some(texts, 150 // share))
        _forms(visit, _some(texts, 120 // share))
        _desk(visit, _some(texts, 200 // share))
        visit.context.close()
    return visit.counts, visit.faults


def _leads_on(page: Path) -> bool:
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


def _some(all_of: Sequence[str] | list[Path], count: int) -> list:
    return list(all_of[:: max(1, len(all_of) // count)])


def _search(visit: Visit, texts: Sequence[str]) -> None:
    for text in texts:
        visit.open("searches", f"zoeken/?q={quote(text)}&theme={quote(text)}&{quote(text)}=x#{quote(text)}", READY)
        visit.look(f"search {text}")
    for number, text in enumerate(texts[:24]):
        visit.open("newsletters", f"nieuwsbrief/{NEWSLETTERS[number % len(NEWSLETTERS)].replace('{}', quote(text))}", READY)
        visit.look(f"newsletter {text}")
    for text in texts[:24]:
        visit.open("lost addresses", f"{quote(text, safe='')}/")
        visit.open("answers to an item", f"bijdragen/ook-gedaan/?l={quote(text)}", READY)
        visit.look(f"lost {text}")


def _forms(visit: Visit, texts: Sequence[str]) -> None:
    """Drafts as somebody else may have left them, in every kind of form, each put back and previewed."""
    fields = ("title", "summary", "when", "insight", "intention", "goal", "region")
    for kind, path in (
        ("tip", "tips"),
        ("lesson", "lessen"),
        ("work-format", "werkvormen"),
        ("brilliant-failure", "briljante-mislukkingen"),
    ):
        drafts = {
            f"geleerd:/:draft:new/{kind}:h{number}": json.dumps(
                {"id": f"h{number}", "tree": _tree(fields, text), "body": text, "at": number}
            )
            for number, text in enumerate(texts)
        }
        visit.page.evaluate("drafts => { localStorage.clear(); for (const key in drafts) localStorage.setItem(key, drafts[key]); }", drafts)
        visit.open("forms", f"bijdragen/nieuw/{path}/", READY)
        visit.counts["drafts"] += len(drafts)
        for button in visit.page.locator("[data-earlier] button").all():
            button.dispatch_event("click")
            visit.page.locator("[data-preview]").dispatch_event("click")
            visit.page.wait_for_timeout(120)
            visit.counts["drafts put back"] += 1
        visit.look(f"form {kind}")


def _tree(fields: Sequence[str], text: str) -> dict[str, object]:
    return {**dict.fromkeys(fields, text), "tags": [text], "sources": [{"title": text, "url": text}], text[:40]: text}


def _desk(visit: Visit, texts: Sequence[str]) -> None:
    """Mails as they may come in, and links."""
    for number, text in enumerate(texts):
        for kind, box, said in (("paste", "[data-paste]", MAILS[number % len(MAILS)].replace("{}", text)), ("link", "[data-link]", text)):
            if not visit.page.url.endswith("/redactie/"):
                visit.open("desks", "bijdragen/redactie/", "[data-open][data-ready]")
            visit.page.locator(box).fill(said)
            visit.page.locator(f"[data-open-{kind}]").dispatch_event("click")
            visit.page.locator("[data-open-error]:not([hidden]), [data-form][data-ready]").first.wait_for(timeout=15_000)
            visit.counts[f"opened by {kind}"] += 1
            visit.look(f"{kind} {text}")


def printed(counts: Counter[str]) -> Iterator[str]:
    """The counts as a line of words."""
    yield from (f"{count} {kind}" for kind, count in sorted(counts.items()))
