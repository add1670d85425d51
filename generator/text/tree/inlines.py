"""Inlines: what the lines of a text consist of."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Style: TypeAlias = Literal["em", "strong", "del"]
"""How words are set off, by the HTML element that does it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A stretch of a text."""

    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline(Node):
    """A part of a line of text; other packages define further kinds."""


Inlines: TypeAlias = tuple[Inline, ...]
Edit: TypeAlias = Callable[[Inlines], Inlines]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Inline):
    """Words as readers see them: entities are characters, escapes are gone."""

    text: str

    @property
    def is_literal(self) -> bool:
        """Whether it is written as it is shown, so that it can be cut at any character."""
        return len(self.text) == self.end - self.start

    def part(self, start: int, end: int) -> "Text":
        """Return the part between two offsets in its words."""
        if self.is_literal:
            first = self.start + start
            return Text(text=self.text[start:end], start=first, end=first + end - start)
        return replace(self, text=self.text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Inline):
    """Code within a line."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break(Inline):
    """The end of a line; readers see only a hard one."""

    is_hard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Inline):
    """An inline that consists of others."""

    children: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Styled(Phrase):
    """Words that are emphasised or struck out."""

    style: Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Phrase):
    """A link that the writer made, in any of Markdown's forms."""

    address: str
    title: str = ""
    is_bare: bool = False
    """Whether its words are the address itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Phrase):
    """A picture; its words describe it."""

    address: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wikilink(Phrase):
    """``[[target]]`` or ``[[target|words]]``; with ``!`` before it, an embed."""

    target: str
    is_embed: bool = False

    @property
    def words(self) -> str:
        """The words of one that has only a target: the name of the note, or the section."""
        note, _, section = self.target.partition("#")
        _, _, name = note.rpartition("/")
        return name or section


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Inline):
    """``[@source]``, or what was meant to be one."""

    inside: str
    """The text between the brackets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteMark(Inline):
    """``[^label]``, which leads to a footnote."""

    label: str


def is_words(inline: Inline) -> bool:
    """Say whether an inline is plain words, or the end of a line within them."""
    match inline:
        case Text():
            return True
        case Break():
            return not inline.is_hard
        case _:
            return False


def part_of(words: Inlines, start: int, end: int) -> Inlines:
    """Return what is between two places in plain words."""
    parts: list[Inline] = []
    for word in words:
        first, last = max(start, word.start), min(end, word.end)
        if isinstance(word, Text) and word.is_literal:
            if first < last:
                parts.append(word.part(first - word.start, last - word.start))
        elif start <= word.start < end:
            parts.append(word)
    return tuple(parts)
