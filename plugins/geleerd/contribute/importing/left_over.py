"""What fits no field, as Markdown below the story: nothing that somebody wrote gets lost."""

from collections.abc import Iterator, Mapping, Sequence

from geleerd.contribute.item_file import clean


def with_left_over(story: str, left: Sequence[tuple[str, object]], heading: str) -> str:
    """The story and, under the heading below it, all names and values that did not fit in the fields."""
    lines = [line for name, value in left for line in _entry(clean(name), value, "")]
    return "\n".join([story.rstrip(), "", f"## {heading}", "", *lines]) if lines else story


def plain_lines(value: object) -> str:
    """A value as text: a list or mapping as a list in Markdown."""
    return value if isinstance(value, str) else "\n".join(_listed(value, ""))


def _entry(name: str, value: object, indent: str) -> Iterator[str]:
    """An entry of a list in Markdown, with its further lines indented below it."""
    mark = f"{indent}- {' '.join(name.split())}:" if name else f"{indent}-"
    if not isinstance(value, str) or "\n" in clean(value):
        yield mark
        if isinstance(value, str):
            yield ""
        yield from _listed(value, f"{indent}    ")
    else:
        yield f"{mark} {clean(value)}"


def _listed(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _entry(str(key), part, indent)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _entry("", part, indent)
    else:
        yield from (f"{indent}{line}" if line else "" for line in clean(str(value or "")).split("\n"))
