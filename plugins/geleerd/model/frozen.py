"""A mapping that is a value, and one that notes what somebody asks it for."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import Any, NoReturn, TypeVar, cast

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


class Noted(Frozen[KeyT, ValueT]):
    """A mapping that notes for which keys somebody asked."""

    def __init__(self, values: Mapping[KeyT, ValueT]) -> None:
        super().__init__(values)
        self._asked: set[KeyT] = set()

    def taken(self) -> frozenset[KeyT]:
        """The keys that were asked for since somebody last took them; all of them when somebody looked through all."""
        asked, self._asked = self._asked, set()
        return frozenset(asked)

    def __getitem__(self, key: KeyT) -> ValueT:
        self._asked.add(key)
        return super().__getitem__(key)

    def get(self, key: KeyT, default: object = None) -> Any:  # noqa: ANN401  # as a dict has it
        """The value of a key."""
        self._asked.add(key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self._asked.add(cast("KeyT", key))
        return super().__contains__(key)

    def __iter__(self) -> Iterator[KeyT]:
        self._asked.update(super().__iter__())
        return super().__iter__()

    def items(self) -> ItemsView[KeyT, ValueT]:  # type: ignore[override]  # a view of all, as any mapping gives it
        """All keys, each with its value."""
        return ItemsView(self)

    def values(self) -> ValuesView[ValueT]:  # type: ignore[override]  # a view of all, as any mapping gives it
        """All values."""
        return ValuesView(self)
