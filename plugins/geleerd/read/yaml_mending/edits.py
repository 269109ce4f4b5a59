"""Changes one key or one element of a front matter, by its lines: order, quotes, comments and every other line stay as they were."""

import re
from collections.abc import Sequence

from geleerd.model.problems import KeyPath
from geleerd.read.yaml_mending.lines import with_values, written
from geleerd.read.yaml_mending.places import Piece, Places, places_in


def with_value(text: str, path: KeyPath, value: object) -> str | None:
    """The text with another value at this path; None when it has no place there."""
    mended = with_values(text, {path: value})
    return _put(text.split("\n"), mended.first, mended.last + 1, mended.lines) if mended else None


def with_target(text: str, path: KeyPath, old: str, new: str) -> str | None:
    """The text with another target for its links in the value at this path, as it is written; None when it has no place there."""
    place = places_in(text).values.get(path)
    if place is None:
        return None
    lines = text.split("\n")
    (first, start), (last, stop) = place.begin, place.end
    target = re.compile(rf"(?<=[(<\s:]){re.escape(old)}(?=[)>\s]|$)")
    inside = "\n".join(lines[first : last + 1])
    cut = len(inside) - (len(lines[last]) - stop if last < len(lines) else 0)
    return "\n".join([*lines[:first], inside[:start] + target.sub(lambda _: new, inside[start:cut]) + inside[cut:], *lines[last + 1 :]])


def with_new_key(text: str, key: str, value: object, before: Sequence[str], root: KeyPath = (), lines: tuple[str, ...] = ()) -> str | None:
    """The text with a key more, behind the last of the keys `before` that it has; None for a text whose keys have no lines of their own.

    `lines` are those of the value, as it is written elsewhere.
    """
    places = places_in(text)
    own = {path[-1]: path for path in places.keys if path[:-1] == root}
    if not own or _is_flow(places, root):
        return None
    after = next((own[name] for name in reversed(before) if name in own), next(iter(own.values())))
    indent = " " * places.keys[next(iter(own.values()))].begin[1]
    line = _last_line(places, after) + 1
    new = (f"{key}:", *(f"  {one}" for one in lines)) if lines else (f"{key}: {written(value)}",)
    return _put(text.split("\n"), line, line, [f"{indent}{one}".rstrip() for one in new])


def with_element(text: str, path: KeyPath, element: object, lines: tuple[str, ...] = ()) -> str | None:
    """The text with an element more at the end of the list at this path; `lines` are those of the element, as it is written elsewhere."""
    places = places_in(text)
    place, elements = places.values.get(path), _elements(places, path)
    if place is None or not elements:
        return None
    now = text.split("\n")
    if not place.is_open:
        line, column = places.values[*path, elements[-1]].end
        return _put(now, line, line + 1, (f"{now[line][:column]}, {written(element)}{now[line][column:]}",))
    dash = _dash(now, places.values[*path, elements[0]])
    if dash is None:
        return None
    line = _last_line(places, (*path, elements[-1])) + 1
    return _put(now, line, line, [f"{' ' * dash[1]}{one}".rstrip() for one in lines or (f"- {written(element)}",)])


def element_lines(text: str, path: KeyPath) -> tuple[str, ...]:
    """The lines of an element of a list, with its dash at the margin; none for one that stands between brackets."""
    places = places_in(text)
    place, around = places.values.get(path), places.values.get(path[:-1])
    lines = text.split("\n")
    dash = _dash(lines, place) if place and around and around.is_open else None
    if dash is None:
        return ()
    first, column = dash
    return tuple(line[column:] if not line[:column].strip() else line for line in lines[first : _last_line(places, path) + 1])


def without(text: str, path: KeyPath) -> str | None:
    """The text without the key or the element at this path. A list that would be empty goes away with its key."""
    places = places_in(text)
    if path not in places.values:
        return None
    if isinstance(path[-1], int):
        if len(_elements(places, path[:-1])) == 1 and len(path) > 1:
            return without(text, path[:-1])
        return _without_element(text, path, places)
    return None if _is_flow(places, path[:-1]) else _without_lines(text, places.keys[path].begin, _last_line(places, path))


def _without_element(text: str, path: KeyPath, places: Places) -> str | None:
    lines, place = text.split("\n"), places.values[path]
    if places.values[path[:-1]].is_open:
        dash = _dash(lines, place)
        return _without_lines(text, dash, _last_line(places, path)) if dash else None
    others, own = _elements(places, path[:-1]), path[-1]
    at = others.index(int(own))
    if at + 1 < len(others):
        return _cut(lines, place.begin, places.values[*path[:-1], others[at + 1]].begin)
    return _cut(lines, places.values[*path[:-1], others[at - 1]].end, place.end)


def _without_lines(text: str, begin: tuple[int, int], last: int) -> str | None:
    """The text without these lines; None when something else begins on the first of them, such as the list that an element is in."""
    lines = text.split("\n")
    return None if lines[begin[0]][: begin[1]].strip() else _put(lines, begin[0], last + 1, ())


def _cut(lines: list[str], begin: tuple[int, int], end: tuple[int, int]) -> str:
    joined = lines[begin[0]][: begin[1]] + lines[end[0]][end[1] :]
    return _put(lines, begin[0], end[0] + 1, (joined,))


def _put(lines: Sequence[str], first: int, stop: int, new: Sequence[str]) -> str:
    return "\n".join([*lines[:first], *new, *lines[stop:]])


def _elements(places: Places, path: KeyPath) -> list[int]:
    depth = len(path)
    return [one for key in places.values if len(key) == depth + 1 and key[:depth] == path and isinstance(one := key[-1], int)]


def _last_line(places: Places, path: KeyPath) -> int:
    """The last line of a value and of all that stands in it."""
    return max(piece.end[0] for key, piece in places.values.items() if key[: len(path)] == path)


def _is_flow(places: Places, path: KeyPath) -> bool:
    return any(not places.values[path[:depth]].is_open for depth in range(len(path) + 1) if path[:depth] in places.values)


def _dash(lines: Sequence[str], place: Piece) -> tuple[int, int] | None:
    """Where the dash before an element stands."""
    line, column = place.begin
    for number in range(line, max(-1, line - 3), -1):
        before = lines[number][: column if number == line else len(lines[number])] if number < len(lines) else ""
        if before.strip() and not before.lstrip().startswith("#"):
            return (number, len(before.rstrip()) - 1) if before.rstrip().endswith("-") else None
    return None
