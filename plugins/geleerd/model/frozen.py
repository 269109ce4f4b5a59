"""A mapping that is a value."""

from typing import NoReturn, TypeVar

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


class Frozen(dict[KeyT, ValueT]):
    """A mapping that nobody can change. It keeps its order, equals mappings with the same content, pickles, and hashes when its values do.

    It is a `dict` because the stages look values up hundreds of thousands of times: a class around one takes two to four times as long.
    """

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("nobody can change a frozen mapping")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]  # a dict says that it has none
        """The hash; equal for mappings with the same content, in any order."""
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type["Frozen[KeyT, ValueT]"], tuple[dict[KeyT, ValueT]]]:
        """Pickle the content whole, since nobody can fill an empty `Frozen`."""
        return Frozen, (dict(self),)
