"""Reads the look that an owner wants, and refuses what somebody could not read or see.

What it needs to judge colours and pictures is loaded where it is needed, since a check of one file loads no templates.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.file_kinds import IMAGES, ending
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Logo, Look, MenuEntry

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_FAMILIES = re.compile(r"(?:[\w \"',-]*)")
_KEYS = {"light", "dark", "font", "logo", "menu", "footer"}
_HREF = re.compile(r"(?:https?://[^\s/]\S*|mailto:\S+@\S+|(?!\S*:|/)\S*)", re.IGNORECASE)
"""An address of the web, a mailbox, or a path on the site."""
_LONGEST_NAME = 40
_LARGEST_LOGO = 60_000
"""Bytes: every first visit to any page loads it."""


def look_from(value: object, language: str) -> Look:
    """The look that an owner wrote. Raises `ValueError` with the sentence that says what is wrong."""
    words = catalogue(language)
    if isinstance(value, Look):
        return value
    if not isinstance(value, Mapping) or not value.keys() <= _KEYS:
        raise ValueError(words.console("look-form"))
    font = str(value.get("font") or "")
    if not _FAMILIES.fullmatch(font):
        raise ValueError(words.console("look-font", value=font[:80]))
    look = Look(
        _colours(value.get("light"), words),
        _colours(value.get("dark"), words),
        font,
        _logo(value.get("logo"), words),
        _menu("menu", value.get("menu"), words),
        _menu("footer", value.get("footer"), words),
    )
    _refuse_weak(look, words)
    return look


def _refuse_weak(look: Look, words: Catalogue) -> None:
    from geleerd.render.look.own_look import weak_colours  # noqa: PLC0415  # needs templates, which a check of a file never loads

    if weak := next(weak_colours(look), None):
        colours = {"palette": words.console(f"look-{weak.palette}"), "name": weak.name, "ground": weak.ground, "better": weak.better}
        raise ValueError(words.console("look-weak", **colours, ratio=f"{weak.ratio:.1f}", least=f"{weak.least:.1f}"))


def _colours(value: object, words: Catalogue) -> Mapping[str, str]:
    from geleerd.render.look.own_look import COLOURS  # noqa: PLC0415  # as above

    if not isinstance(value or {}, Mapping):
        raise ValueError(words.console("look-form"))  # noqa: TRY004  # as all that an option is refused for
    colours = dict(value) if isinstance(value, Mapping) else {}
    for name, colour in colours.items():
        if name not in COLOURS:
            raise ValueError(words.console("look-name", value=str(name)[:80], choices=", ".join(COLOURS)))
        if not _COLOUR.fullmatch(str(colour)):
            raise ValueError(words.console("look-colour", name=name, value=str(colour)[:80]))
    return Frozen({name: str(colour).lower() for name, colour in colours.items()})


def _logo(value: object, words: Catalogue) -> Logo | None:
    if not value:
        return None
    written = {"file": value} if isinstance(value, str) else value
    if not isinstance(written, Mapping) or not written.get("file") or not written.keys() <= {"file", "dark", "alt"}:
        raise ValueError(words.console("look-logo-form"))
    file, dark, alt = (str(written.get(key) or "") for key in ("file", "dark", "alt"))
    logo = Logo(file, dark, alt)
    for file in filter(None, (logo.file, logo.dark)):
        if ending(file) not in IMAGES or not re.fullmatch(r"[\w-][\w./-]*", file) or ".." in file:
            raise ValueError(words.console("look-logo-file", value=file[:80], kinds=", ".join(IMAGES)))
    return logo


def _menu(key: str, value: object, words: Catalogue) -> tuple[MenuEntry, ...]:
    if value is None:
        return ()
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise ValueError(words.console("look-menu", key=key, value=str(value)[:80]))  # noqa: TRY004  # as all that an option is refused for
    return tuple(_entry(key, entry, words) for entry in value)


def _entry(key: str, written: object, words: Catalogue) -> MenuEntry:
    if not isinstance(written, Mapping) or written.keys() != {"name", "href"} or not str(written["name"] or "").strip():
        raise ValueError(words.console("look-menu", key=key, value=str(written)[:80]))
    entry = MenuEntry(str(written["name"]).strip(), str(written["href"] or ""))
    if len(entry.name) > _LONGEST_NAME:
        raise ValueError(words.console("look-menu-long", value=entry.name, most=_LONGEST_NAME))
    if not _HREF.fullmatch(entry.href):
        raise ValueError(words.console("look-menu-href", name=entry.name, value=entry.href[:200]))
    return entry


def with_logo_of(look: Look, folders: Sequence[Path], words: Catalogue) -> Look:
    """The look with the size of its logo, of which the files lie in one of the folders, each the root of the site.

    Raises `ValueError` for a file that is not there or that not everybody could see.
    """
    if look.logo is None:
        return look
    width, height = _measured(look.logo.file, ("light",) if look.logo.dark else ("light", "dark"), look, folders, words)
    if look.logo.dark:
        _measured(look.logo.dark, ("dark",), look, folders, words)
    return replace(look, logo=replace(look.logo, width=width, height=height))


def _measured(file: str, palettes: Sequence[str], look: Look, folders: Sequence[Path], words: Catalogue) -> tuple[int, int]:
    from geleerd.render.look.contrast import SHAPE  # noqa: PLC0415  # needs templates and pictures, which a check of a file never loads
    from geleerd.render.look.own_logo import logo_image  # noqa: PLC0415  # as above
    from geleerd.render.look.own_look import paper_of  # noqa: PLC0415  # as above

    path = next((folder / file for folder in folders if (folder / file).is_file()), None)
    if path is None:
        raise ValueError(words.console("look-logo-missing", file=file, folders=", ".join(folder.name for folder in folders)))
    if path.stat().st_size > _LARGEST_LOGO:
        raise ValueError(words.console("look-logo-large", file=file, most=_LARGEST_LOGO // 1000))
    image = logo_image(path.read_bytes())
    if image is None:
        raise ValueError(words.console("look-logo-unreadable", file=file))
    for palette in palettes:
        if (ratio := image.stands_out(paper_of(look, palette))) < SHAPE:
            told = words.console(f"look-{palette}")
            raise ValueError(words.console("look-logo-weak", file=file, palette=told, ratio=f"{ratio:.1f}", least=f"{SHAPE:.1f}"))
    return image.width, image.height
