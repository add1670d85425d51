"""The register of names: which notes have each, and in which forms it is looked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from generator.names.introduced import with_initials, without_initials
from generator.names.matcher import Holders
from generator.text.normal import comparable, normal

_Bearers: TypeAlias = defaultdict[str, set[str]]
"""Ids of the notes that have each name."""


class Register:
    """Gathers the names of notes."""

    def __init__(self) -> None:
        self._full: _Bearers = defaultdict(set)
        self._short: _Bearers = defaultdict(set)
        self._spellings: dict[str, str] = {}
        """The first spelling of each name, by the form in which names are compared."""

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
                spelling = self._spelling(form)
                self._full[spelling].add(note)
        for name in short:
            spelling = self._spelling(name)
            self._short[spelling].add(note)

    def add_foreign(self, name: str) -> None:
        """Register a name that belongs to no note, so that no part of it is a mention."""
        self._spelling(name)

    def _spelling(self, name: str) -> str:
        """Return how a name was first spelt, so that Łódź and Lodz are one name."""
        written = normal(name)
        return self._spellings.setdefault(comparable(written), written)

    def holders(self) -> Mapping[str, Holders]:
        """Map each name, in order, to the notes that have it."""
        names = [name for form, name in self._spellings.items() if form]
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
