"""How a copy of a drawing differs from the drawing that readers get."""

import re
from collections.abc import Callable, Mapping

from geleerd.model.frozen import Frozen

_WORD = re.compile(r"[\w-]+")


class Copying:
    """How a copy of a drawing differs from what readers get of the drawing itself.

    `leaves_out` says of a title, a hidden text or an attribute that readers could do with, by its name and its text, that it goes too.
    `names` are names of parts, each with the name that it gets. Each picture inside becomes what `picture` makes of it.
    """

    def __init__(
        self,
        leaves_out: Callable[[str, str], bool] = lambda _name, _text: False,
        names: Mapping[str, str] = Frozen(),
        picture: Callable[[bytes], bytes] = bytes,
    ) -> None:
        self.leaves_out, self.names, self.picture = leaves_out, names, picture

    def renamed(self, text: str) -> str:
        """A text that holds names of parts, with those that they get."""
        return _WORD.sub(lambda word: self.names.get(word[0], word[0]), text) if self.names else text
