"""Pairs grouped by their first half."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

V = TypeVar("V")


def grouped(pairs: Iterable[tuple[str, V]]) -> Mapping[str, tuple[V, ...]]:
    """Map each key to its values, in the order of the pairs."""
    found: dict[str, list[V]] = {}
    for key, value in pairs:
        values = found.setdefault(key, [])
        values.append(value)
    return {key: tuple(values) for key, values in found.items()}


def grouped_ids(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Map each key to its different ids; keys and ids are sorted."""
    distinct = sorted(set(pairs))
    return grouped(distinct)
