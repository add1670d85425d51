"""A mapping that notes what it is asked for, and which answers another mapping would change."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import TypeAlias, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Read: TypeAlias = tuple[str, Hashable]
"""The name of a mapping, and the key that was asked for, whether or not it was there."""
Reads: TypeAlias = frozenset[Read]
EVERY_KEY = "*"
"""Stands for all keys of a mapping: it was iterated over, or its length was asked for."""


class Watched(Mapping[K, V]):
    """Looks values up in another mapping, and notes each key that is asked for."""

    __slots__ = ("_mapping", "_name", "_reads")

    def __init__(self, name: str, mapping: Mapping[K, V], reads: set[Read]) -> None:
        """Note what is asked of a mapping, under its name."""
        self._name = name
        self._mapping = mapping
        self._reads = reads

    def __getitem__(self, key: K) -> V:
        """Return a value."""
        self._reads.add((self._name, key))
        return self._mapping[key]

    def __iter__(self) -> Iterator[K]:
        """Yield every key."""
        self._reads.add((self._name, EVERY_KEY))
        return iter(self._mapping)

    def __len__(self) -> int:
        """Return the number of keys."""
        self._reads.add((self._name, EVERY_KEY))
        return len(self._mapping)


def itself(value: object) -> object:
    """Return a value: all of it may be seen."""
    return value


def changed_reads(
    name: str,
    before: Mapping[K, V],
    after: Mapping[K, V],
    seen: Callable[[V], object] = itself,
) -> Reads:
    """Return the reads of a mapping that would find something else than before.

    Args:
        name: The name under which the mapping is watched.
        before: The mapping as it was.
        after: The mapping as it is.
        seen: Returns what may be seen of a value.
    """
    changed: set[Read] = {(name, key) for key in before if key not in after}
    for key, value in after.items():
        if key not in before:
            changed.add((name, key))
            continue
        old = before[key]
        if old is not value and seen(old) != seen(value):
            changed.add((name, key))
    if changed:
        changed.add((name, EVERY_KEY))
    return frozenset(changed)
