"""Texts that a regular expression may take long over, made from its own pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, product

from tests.regexes.pieces import (
    Assertion,
    Character,
    Choice,
    Group,
    Piece,
    Pieces,
    Reference,
    Repeat,
    pieces_of,
)

MANY = 10
"""What may be there less often is not repeated."""
_MAX_SAMPLES = 12
_MAX_ENTRANCES = 3
_MAX_PAIRS = 24
_LETTER = "a"
"""What every text may begin with, so that nothing matches at the beginning."""
_UNLIKELY = "\0"
"""What every text may end with, since few expressions match it."""
_TAILS = ("", "\n\0", "!", "a", " ", "\n")
"""Other ends, of which one is likely to keep an expression from matching."""


@dataclass(frozen=True, slots=True)
class Attack:
    """A text of any length: a unit again and again, after what leads to it, before a tail."""

    prefix: str
    unit: str
    tail: str

    def text(self, length: int) -> str:
        """Return a text of about this many characters."""
        times = max(1, length // len(self.unit))
        return self.prefix + self.unit * times + self.tail

    def __str__(self) -> str:
        return f"{self.prefix!r} + {self.unit!r} * n + {self.tail!r}"


def attacks(pattern: str, flags: int) -> Iterator[Attack]:
    """Yield texts against an expression; none if nothing in it may be repeated without end."""
    compiled = re.compile(pattern, flags)
    pieces = pieces_of(pattern, flags)
    seen: set[Attack] = set()
    for repeat in _Walk().repeats(pieces, ("",)):
        for prefix, unit in repeat.repetitions():
            for tail in _tails(compiled, prefix + unit * 3):
                attack = Attack(prefix, unit, tail)
                if attack not in seen:
                    seen.add(attack)
                    yield attack


@dataclass(frozen=True, slots=True)
class _Repeated:
    """A part of an expression that may match many times."""

    entrances: tuple[str, ...]
    """Texts that lead to it."""
    bodies: tuple[str, ...]
    """Texts that it matches once."""

    def repetitions(self) -> Iterator[tuple[str, str]]:
        """Yield each unit to repeat, behind nothing and behind each entrance."""
        pairs = (one + other for one, other in product(self.bodies, repeat=2))
        begun = (way + body for way in self.entrances for body in ("", *self.bodies))
        units = [*self.bodies, *islice(pairs, _MAX_PAIRS), *islice(begun, _MAX_PAIRS)]
        for unit in dict.fromkeys(filter(None, units)):
            for prefix in dict.fromkeys(("", *self.entrances, _LETTER)):
                yield prefix, unit


def _tails(compiled: re.Pattern[str], text: str) -> Iterator[str]:
    """Yield ends for a text: an unlikely one, and those that keep each method from matching."""
    chosen = {_UNLIKELY: None}
    for method in (compiled.search, compiled.match, compiled.fullmatch):
        unmatched = (tail for tail in _TAILS if not method(text + tail))
        chosen |= dict.fromkeys(islice(unmatched, 1))
    yield from chosen


@dataclass(frozen=True, slots=True)
class _Walk:
    """Goes through the pieces of an expression, and remembers what its groups match."""

    groups: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def repeats(
        self, pieces: Pieces, entrances: tuple[str, ...]
    ) -> Iterator[_Repeated]:
        """Yield each part that may match many times, wherever it is."""
        for piece in pieces:
            for body in _bodies(piece):
                yield from self.repeats(body, entrances)
            samples = self.samples_of(piece)
            if isinstance(piece, Repeat) and piece.most >= MANY:
                yield _Repeated(entrances[:_MAX_ENTRANCES], self.samples(piece.body))
            entrances = _joined(entrances, samples)

    def samples(self, pieces: Pieces) -> tuple[str, ...]:
        """Return some texts that a sequence matches."""
        found: tuple[str, ...] = ("",)
        for piece in pieces:
            found = _joined(found, self.samples_of(piece))
        return found

    def samples_of(self, piece: Piece) -> tuple[str, ...]:
        """Return some texts that a piece matches, of each alternative if possible."""
        match piece:
            case Character(possible):
                return possible
            case Choice(alternatives):
                return _in_turn([self.samples(one) for one in alternatives])
            case Repeat(least, _, body):
                return tuple(one * least for one in self.samples(body))
            case Group(number, body):
                found = self.samples(body)
                if number is not None:
                    self.groups[number] = found
                return found
            case Reference(number):
                return self.groups.get(number, ("",))
            case Assertion(body, is_behind):
                return ("", *self.samples(body)) if is_behind else ("",)


def _bodies(piece: Piece) -> tuple[Pieces, ...]:
    """Return what is within a piece."""
    match piece:
        case Choice(alternatives):
            return alternatives
        case Repeat(body=body) | Group(body=body) | Assertion(body=body):
            return (body,)
        case _:
            return ()


def _joined(before: Iterable[str], after: Iterable[str]) -> tuple[str, ...]:
    """Join texts with what may follow them; each begins and each end occurs if there is room."""
    pairs = sorted(
        product(enumerate(before), enumerate(after)),
        key=lambda pair: (pair[0][0] + pair[1][0], pair[0][0]),
    )
    joined = dict.fromkeys(first + second for (_, first), (_, second) in pairs)
    return tuple(islice(joined, _MAX_SAMPLES))


def _in_turn(lists: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the first text of each list, then the second of each, and so on."""
    longest = max(map(len, lists), default=0)
    found: dict[str, None] = {}
    for index in range(longest):
        found |= dict.fromkeys(one[index] for one in lists if index < len(one))
    return tuple(islice(found, _MAX_SAMPLES))
