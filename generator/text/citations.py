"""Find in the words of a line what Markdown leaves to us: citations, and addresses as they are."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import TypeAlias

from generator.text.commonmark import HIDDEN
from generator.text.tree import (
    Break,
    Citation,
    Image,
    Inline,
    Inlines,
    Link,
    Text,
    Wikilink,
    inlines_of,
    is_words,
    with_children,
)

_FOUND = re.compile(
    rf"""
    (?P<hidden> {HIDDEN}+ )
    | \[(?P<inside> [ ]?-?@ [^\[\]]* )\]
    | (?<![\w/@.:-]) (?P<address> (?:https?://|www\.) (?=\w) [^\s<>"“”«»\[\]|{HIDDEN}]+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_ADDRESS = "?!.,:;*_~'’…"
"""Signs at the end of an address that belong to the sentence around it."""
_WWW = "www."
_UNREADABLE = "\ue001"
"""Stands for a character that is escaped, and so means nothing."""
_Word: TypeAlias = Text | Break


def with_citations(inlines: Inlines, source: str) -> Inlines:
    """Return the inlines of a line of a source, with its citations and addresses found."""
    if not inlines or not _may_cite(source[inlines[0].start : inlines[-1].end]):
        return inlines
    found: list[Inline] = []
    for are_words, group in groupby(inlines, is_words):
        if are_words:
            run = _Run(list(group), source)
            found += run.found()
            continue
        for inline in group:
            read = with_children(inline, lambda words: with_citations(words, source))
            found += _flat(read)
    return tuple(found)


def _may_cite(source: str) -> bool:
    """Say whether a text has any of the signs of what is looked for."""
    is_address = "://" in source or _WWW in source.lower()
    return is_address or "@" in source or HIDDEN in source


class _Run:
    """Words of a source that follow each other directly."""

    def __init__(self, inlines: Sequence[Inline], source: str) -> None:
        self.source = source
        words = [word for word in inlines if isinstance(word, _Word)]
        self.words = list(filter(_text_of, words))
        lengths = [len(_text_of(word)) for word in self.words]
        self.offsets = list(accumulate(lengths, initial=0))

    def found(self) -> Iterator[Inline]:
        """Yield the words, and between them citations and addresses."""
        text = "".join(self._readable())
        position = 0
        for match in _FOUND.finditer(text):
            start, end = match.span()
            yield from self._part(position, start)
            if match["hidden"]:
                pass
            elif match["address"]:
                end = start + _length(match["address"])
                yield _bare_link(self._part(start, end))
            else:
                yield _citation(match["inside"], self._part(start, end))
            position = end
        yield from self._part(position, len(text))

    def _readable(self) -> Iterator[str]:
        """Yield the words, except for what is escaped or an entity."""
        end = None
        for word in self.words:
            text = _text_of(word)
            is_escaped = self.source[word.start - 1 : word.start] == "\\"
            if isinstance(word, Text) and not word.is_literal and text != "&":
                text = _UNREADABLE * len(text)
            elif is_escaped and word.start != end:
                text = _UNREADABLE + text[1:]
            yield text
            end = word.end

    def _part(self, start: int, end: int) -> list[Inline]:
        """Return what is between two offsets."""
        parts: list[Inline] = []
        number = bisect_right(self.offsets, start) - 1
        while start < end:
            offset, following = self.offsets[number : number + 2]
            last = min(end, following)
            parts.append(_cut(self.words[number], start - offset, last - offset))
            start = last
            number += 1
        return parts


def _text_of(word: _Word) -> str:
    if isinstance(word, Text):
        return word.text
    return "\n"


def _cut(word: _Word, start: int, end: int) -> _Word:
    if isinstance(word, Text):
        return word.part(start, end)
    return word


def _length(found: str) -> int:
    """Return the length of an address without the punctuation of the sentence around it."""
    unopened = found.count(")") - found.count("(")
    length = len(found)
    while length:
        last = found[length - 1]
        if last == ")" and unopened > 0:
            unopened -= 1
        elif last not in _AFTER_ADDRESS:
            break
        length -= 1
    return length


def _bare_link(parts: Sequence[Inline]) -> Link:
    """Return a link whose words are its address."""
    words = "".join(part.text for part in parts if isinstance(part, Text))
    address = words
    if words.lower().startswith("www."):
        address = f"http://{words}"
    start, end = parts[0].start, parts[-1].end
    return Link(
        address=address, children=tuple(parts), is_bare=True, start=start, end=end
    )


def _citation(inside: str, parts: Sequence[Inline]) -> Citation:
    start, end = parts[0].start, parts[-1].end
    cited = inside.replace("\n", " ").replace(HIDDEN, "")
    return Citation(inside=cited, start=start, end=end)


def _flat(inline: Inline) -> Iterator[Inline]:
    """Yield a link without links in its words, and after it what its words cite."""
    if not isinstance(inline, Link | Wikilink | Image):
        yield inline
        return
    yield with_children(inline, _without_links)
    for child in inlines_of(inline.children):
        if isinstance(child, Citation):
            yield child


def _without_links(inlines: Inlines) -> Inlines:
    """Return inlines without citations, and with the words of links in place of these."""
    words: list[Inline] = []
    for inline in inlines:
        plain = with_children(inline, _without_links)
        match plain:
            case Citation():
                pass
            case Link() | Wikilink(children=(_, *_)):
                words += plain.children
            case _:
                words.append(plain)
    return tuple(words)
