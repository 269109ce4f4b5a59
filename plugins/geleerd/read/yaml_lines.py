"""The lines of the values in a YAML text, found when somebody asks: most texts have no problem, and then nobody does."""

from collections.abc import Iterator, Mapping

from geleerd.model.problems import KeyPath
from geleerd.read.yaml_tree import YamlTree


class LinesLater(Mapping[KeyPath, int]):
    """The line of every value and key in a YAML text that starts on some line of its file. It equals the same lines in any mapping."""

    def __init__(self, text: str, first_line: int) -> None:
        self._made_from = text, first_line
        self._lines: Mapping[KeyPath, int] | None = None

    def __getitem__(self, path: KeyPath) -> int:
        return self._found()[path] if path else self._made_from[1]

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(self._found())

    def __len__(self) -> int:
        return len(self._found())

    def __reduce__(self) -> tuple[type["LinesLater"], tuple[str, int]]:
        """Pickle the text, which is smaller."""
        return LinesLater, self._made_from

    def _found(self) -> Mapping[KeyPath, int]:
        if self._lines is None:
            text, first_line = self._made_from
            self._lines = YamlTree(text, "", first_line).lines
        return self._lines
