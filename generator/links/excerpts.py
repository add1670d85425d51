"""What each paragraph of a linked text mentions and cites, and its words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.links.linked import Cite, LinkedTexts, Mention
from generator.schema.values import Citation
from generator.text.plain import words_of, words_within
from generator.text.tree import Inline, Line, Phrase, inlines_of, units_of

BETWEEN_CELLS = " · "
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a paragraph, and the note that they mention, if they do."""

    text: str
    note: str = ""


Excerpt: TypeAlias = tuple[Words, ...]
_CITED = Words("\ufff9")
"""Stands for a citation."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading, item or row that mentions notes or cites sources."""

    mentions: tuple[str, ...]
    """The ids of the notes it mentions, once for each mention."""
    citations: tuple[Citation, ...]
    excerpt: Excerpt
    """The paragraph in plain words."""


def text_of(words: Iterable[Words]) -> str:
    """Return the words of an excerpt, or of a part of it."""
    return "".join(part.text for part in words)


def paragraphs(texts: LinkedTexts) -> Iterator[Paragraph]:
    """Yield each paragraph of some texts that mentions or cites anything."""
    for linked in texts.values():
        for lines in units_of(linked.all_blocks):
            found = _paragraph(lines)
            if found:
                yield found


def _paragraph(lines: Sequence[Line]) -> Paragraph | None:
    """Return a paragraph, unless it mentions and cites nothing."""
    mentions: list[str] = []
    citations: list[Citation] = []
    for line in lines:
        for inline in inlines_of(line.inlines):
            if isinstance(inline, Mention):
                mentions.append(inline.note)
            elif isinstance(inline, Cite):
                citations += inline.citations
    if not mentions and not citations:
        return None
    return Paragraph(
        mentions=tuple(mentions),
        citations=tuple(citations),
        excerpt=excerpt_of(lines),
    )


def excerpt_of(lines: Sequence[Line]) -> Excerpt:
    """Return the words of lines; those of a table's row are separated by dots."""
    words: list[Words] = []
    for line in lines:
        of_line = list(_words(line.inlines))
        if not any(part.text.strip() for part in of_line):
            continue
        if words:
            words.append(Words(BETWEEN_CELLS))
        words += of_line
    return _one_line(words)


def _words(inlines: Iterable[Inline]) -> Iterator[Words]:
    for inline in inlines:
        match inline:
            case Mention():
                yield Words(words_of(inline.children), inline.note)
            case Cite():
                yield _CITED
            case Phrase():
                yield from _words(inline.children)
            case _:
                yield Words(words_within(inline))


def _one_line(words: Iterable[Words]) -> Excerpt:
    """Return words with one space where there are several, and none before a citation."""
    found: list[Words] = []
    plain = ""  # what follows the last mention
    for part in words:
        if part is _CITED:
            plain = plain.rstrip()
        elif part.note:
            found += (_between(found, plain), part)
            plain = ""
        else:
            plain += part.text
    found.append(_between(found, plain.rstrip()))
    return tuple(part for part in found if part.text)


def _between(before: Sequence[Words], plain: str) -> Words:
    """Return the words behind others with one space where there are several."""
    text = _SPACES.sub(" ", plain)
    return Words(text) if before else Words(text.lstrip())
