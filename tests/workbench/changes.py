"""Changes that people make to a knowledge base, each by its name; a number decides which file and what word."""

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

Change = Callable[[Path, random.Random], None]


def change(root: Path, name: str, number: int) -> None:
    """Make a change of this name; the same number makes the same one."""
    CHANGES[name](root, random.Random(number))  # noqa: S311  # a change must be the same every time


def _items(root: Path) -> list[Path]:
    return sorted((root / "lessons").rglob("*.md"))


def _body(root: Path, chance: random.Random) -> None:
    item = chance.choice(_items(root))
    item.write_text(item.read_text() + f"\nNog een zin over leernetwerk {chance.randrange(99)}, met [een link](https://elders.example/).\n")


def _link(root: Path, chance: random.Random) -> None:
    item, other = chance.sample(_items(root), 2)
    way = os.path.relpath(other, item.parent)
    item.write_text(
        f"{item.read_text()}\n## Kop {chance.randrange(9)}\n\nZie [een ander]({way}) en [een kop]({way}#kop-{chance.randrange(9)}).\n"
    )


def _frame_body(root: Path, chance: random.Random) -> None:
    entry = chance.choice(sorted((root / "content").glob("*/*.md")))
    entry.write_text(f"{entry.read_text()}\nNog een alinea {chance.randrange(99)}.\n")


def _themes(root: Path, chance: random.Random) -> None:
    item = chance.choice(_items(root))
    slugs = sorted(theme.stem for theme in (root / "content/themas").glob("*.md"))
    item.write_text(re.sub(r"^themes: .*$", f"themes: [{chance.choice(slugs)}]", item.read_text(), count=1, flags=re.MULTILINE))


def _file_of_an_item(root: Path, chance: random.Random) -> None:
    """A file of the same size: it shows in nothing but its bytes."""
    item = chance.choice(_items(root))
    name = f"{item.stem}.csv"
    item.with_name(name).write_text(f"a,b\n{chance.randrange(9)},{chance.randrange(9)}\n")
    if f"]({name})" not in item.read_text():
        item.write_text(f"{item.read_text()}\n[De cijfers]({name}).\n")


def _field(key: str, value: str) -> Change:
    def work(root: Path, chance: random.Random) -> None:
        item = chance.choice(_items(root))
        item.write_text(re.sub(rf"^{key}: .*$", f"{key}: {value} {chance.randrange(99)}", item.read_text(), count=1, flags=re.MULTILINE))

    return work


def _rename(root: Path, chance: random.Random) -> None:
    item = chance.choice(_items(root))
    item.rename(item.with_name(f"anders-{chance.randrange(999)}.md"))


def _delete(root: Path, chance: random.Random) -> None:
    chance.choice(_items(root)).unlink()


def _new(root: Path, chance: random.Random) -> None:
    number = chance.randrange(1000)
    (root / f"lessons/nieuw-{number}.md").write_text(
        f"---\nid: n{number:03}xx\ntype: tip\ntitle: Nieuwe tip {number}\nsummary: Kort gezegd {number}.\ndate: 2026-01-02\n"
        f"themes: [borging]\ntags: [tag{number % 3}]\nsources: [{{title: bron}}]\n---\nTekst van de tip.\n"
    )


def _draft(root: Path, chance: random.Random) -> None:
    item = chance.choice(_items(root))
    item.write_text(item.read_text().replace("\ntype:", "\nstatus: draft\ntype:", 1))


def _broken(root: Path, chance: random.Random) -> None:
    item = chance.choice(_items(root))
    item.write_text(item.read_text().replace("title:", "titel:", 1))


def _frame_name(root: Path, chance: random.Random) -> None:
    entry = chance.choice(sorted((root / "content").glob("*/*.md")))
    entry.write_text(re.sub(r"^name: .*$", f"name: Andere naam {chance.randrange(99)}", entry.read_text(), count=1, flags=re.MULTILINE))


def _staff_page(root: Path, chance: random.Random) -> None:
    (root / "content/index.md").write_text(f"---\ntitle: Begin {chance.randrange(99)}\n---\nWelkom {chance.randrange(99)}.\n")


def _glossary(root: Path, chance: random.Random) -> None:
    terms = root / "content/begrippen.yml"
    terms.write_text(terms.read_text() + f"- term: woord{chance.randrange(99)}\n  meaning: Wat het is.\n")


def _setting(key: str, value: str) -> Change:
    def work(root: Path, chance: random.Random) -> None:
        config = root / "mkdocs.yml"
        lines = [line for line in config.read_text().splitlines() if not line.startswith(f"{key}:")]
        config.write_text("\n".join([*lines, f"{key}: {value}{chance.randrange(9)}", ""]))

    return work


def _option(root: Path, chance: random.Random) -> None:
    config = root / "mkdocs.yml"
    written = re.sub(
        r"^plugins: .*$",
        f"plugins: [geleerd: {{desk: redactie{chance.randrange(9)}@proef.example}}]",
        config.read_text(),
        flags=re.MULTILINE,
    )
    config.write_text(written)


def _template(root: Path, chance: random.Random) -> None:
    config = root / "mkdocs.yml"
    if "custom_dir" not in config.read_text():
        config.write_text(config.read_text().replace("name: material,", "name: material, custom_dir: eigen,"))
    (root / "eigen/partials").mkdir(parents=True, exist_ok=True)
    name = chance.choice(["card.html", "site-footer.html", "breadcrumbs.html"])
    (root / "eigen/partials" / name).write_text(f"<p>Eigen {chance.randrange(99)}</p>\n")


def _file(root: Path, chance: random.Random) -> None:
    (root / "content/bijlage.txt").write_text(f"Regel {chance.randrange(99)}\n")


CHANGES: dict[str, Change] = {
    "body": _body,
    "link": _link,
    "frame body": _frame_body,
    "themes": _themes,
    "file of an item": _file_of_an_item,
    "title": _field("title", "Andere titel"),
    "summary": _field("summary", "Andere samenvatting"),
    "rename": _rename,
    "delete": _delete,
    "new": _new,
    "draft": _draft,
    "broken": _broken,
    "frame name": _frame_name,
    "staff page": _staff_page,
    "glossary": _glossary,
    "site name": _setting("site_name", "Proef"),
    "copyright": _setting("copyright", "Wij"),
    "option": _option,
    "template": _template,
    "file": _file,
}
