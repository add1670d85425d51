"""The register of names: which notes have each, and in which forms it is looked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from generator.names.introduced import with_initials, without_initials
from generator.names.matcher import Holders
from generator.text.normal import normal

_Bearers: TypeAlias = defaultdict[str, set[str]]
"""Ids of the notes that have each name."""


class Register:
    """Gathers the names of notes."""

    def __init__(self) -> None:
        self._full: _Bearers = defaultdict(set)
        self._short: _Bearers = defaultdict(set)
        self._foreign: set[str] = set()

    def add(
        self,
        note: str,
        full: Iterable[str],
        short: Iterable[str] = (),
        *,
        is_person: bool = False,
    ) -> None:
        """Register the full and short names of a note."""
        for name in full:
            for form in _forms(normal(name), is_person=is_person):
                self._full[form].add(note)
        for name in short:
            self._short[normal(name)].add(note)

    def add_foreign(self, name: str) -> None:
        """Register a name that belongs to no note, so that no part of it is a mention."""
        self._foreign.add(normal(name))

    def holders(self) -> Mapping[str, Holders]:
        """Map each name, in order, to the notes that have it."""
        names = {*self._full, *self._short, *self._foreign}
        names.discard("")
        holders = {}
        for name in sorted(names):
            full = self._full.get(name, ())
            short = self._short.get(name, ())
            holders[name] = Holders(
                full=tuple(sorted(full)),
                short=tuple(sorted(short)),
            )
        return holders


def _forms(name: str, *, is_person: bool) -> Iterator[str]:
    """Yield the forms of a full name; a person's middle names may be shortened or left out."""
    yield name
    if is_person:
        yield without_initials(name)
        yield with_initials(name)
