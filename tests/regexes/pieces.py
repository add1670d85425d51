"""The pieces of a regular expression: what each may match, and how often."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

_PARSER = importlib.import_module("re._parser")
_COMPILER = importlib.import_module("re._compiler")
_USUAL = " \n\taA0_-.!é中"
"""Characters of each category, besides those that an expression names."""
_MAX_CHARACTERS = 12
_OF_CHARACTERS = {"any", "in", "literal", "not_literal"}


@dataclass(frozen=True, slots=True)
class Character:
    """One of several characters."""

    possible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several alternatives."""

    alternatives: tuple[Pieces, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """What may be there several times."""

    least: int
    most: int
    body: Pieces


@dataclass(frozen=True, slots=True)
class Group:
    """What a later piece may refer to; groups without a number cannot be referred to."""

    number: int | None
    body: Pieces


@dataclass(frozen=True, slots=True)
class Reference:
    """What a group has matched, again."""

    number: int


@dataclass(frozen=True, slots=True)
class Assertion:
    """What must be around, or must not; it takes no text."""

    body: Pieces
    is_behind: bool
    """Whether it must be there, before what follows."""


Piece: TypeAlias = Character | Choice | Repeat | Group | Reference | Assertion
Pieces: TypeAlias = tuple[Piece, ...]
_Parsed: TypeAlias = Iterable[tuple[object, object]]
"""Operations and their arguments, as the parser of `re` returns them: `(LITERAL, 97)`."""


def pieces_of(pattern: str, flags: int) -> Pieces:
    """Take a regular expression to pieces."""
    parsed = _PARSER.parse(pattern, flags)
    own = dict.fromkeys(_named_characters(parsed))
    reader = _Reader(parsed.state.flags, (*own, *_USUAL))
    return reader.pieces(parsed)


def _named_characters(parsed: object) -> Iterator[str]:
    """Yield each character that an expression names, and the ends of its ranges."""
    parts = getattr(parsed, "data", parsed)
    match parts:
        case (operation, int(code)) if str(operation) in {"LITERAL", "NOT_LITERAL"}:
            yield chr(code)
        case (operation, (int(first), int(last))) if str(operation) == "RANGE":
            yield from (chr(first), chr(last))
        case list() | tuple():
            for part in parts:
                yield from _named_characters(part)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what the parser of `re` returns; a method for each operation."""

    flags: int
    alphabet: tuple[str, ...]

    def pieces(self, parsed: _Parsed) -> Pieces:
        return tuple(self.piece(item) for item in parsed)

    def piece(self, item: tuple[object, object]) -> Piece:
        operation = str(item[0]).lower()
        if operation in _OF_CHARACTERS:
            return Character(self.characters(item))
        read: Callable[[object], Piece] = getattr(self, f"read_{operation}")
        return read(item[1])

    def read_at(self, _: object) -> Piece:
        return Group(None, ())

    def read_assert(self, given: tuple[int, _Parsed]) -> Piece:
        direction, body = given
        return Assertion(self.pieces(body), is_behind=direction < 0)

    def read_assert_not(self, given: tuple[int, _Parsed]) -> Piece:
        _, body = given
        return Assertion(self.pieces(body), is_behind=False)

    def read_max_repeat(self, given: tuple[int, int, _Parsed]) -> Piece:
        least, most, body = given
        return Repeat(least, most, self.pieces(body))

    read_min_repeat = read_max_repeat
    read_possessive_repeat = read_max_repeat

    def read_branch(self, given: tuple[None, Iterable[_Parsed]]) -> Piece:
        _, alternatives = given
        return Choice(tuple(map(self.pieces, alternatives)))

    def read_subpattern(self, given: tuple[int | None, int, int, _Parsed]) -> Piece:
        number, added, removed, body = given
        within = _Reader((self.flags | added) & ~removed, self.alphabet)
        return Group(number, within.pieces(body))

    def read_atomic_group(self, given: _Parsed) -> Piece:
        return Group(None, self.pieces(given))

    def read_groupref(self, number: int) -> Piece:
        return Reference(number)

    def read_groupref_exists(self, given: tuple[int, _Parsed, _Parsed | None]) -> Piece:
        _, if_there, otherwise = given
        return Choice((self.pieces(if_there), self.pieces(otherwise or ())))

    def characters(self, item: tuple[object, object]) -> tuple[str, ...]:
        """Return some characters that an operation matches."""
        one = _PARSER.SubPattern(_PARSER.State(), [item])
        one.state.flags = self.flags
        pattern: re.Pattern[str] = _COMPILER.compile(one, self.flags)
        matched = filter(pattern.fullmatch, self.alphabet)
        return tuple(dict.fromkeys(matched))[:_MAX_CHARACTERS]
