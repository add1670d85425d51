"""Link one text: names become links, wikilinks are resolved, citations lead to their sources."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.links.addresses import Addresses
from generator.links.allowance import LinkAllowance
from generator.links.checks import text_problems
from generator.links.linked import Cite, Linked, Mention, Sic
from generator.links.policy import PagePolicy
from generator.links.resolver import Resolver
from generator.names.reading import Scanned
from generator.names.resolve import Mention as Name
from generator.notes.index import Index
from generator.schema.values import parse_citations
from generator.text.anchors import sections_of
from generator.text.plain import words_of
from generator.text.tree import (
    Block,
    Blocks,
    Citation,
    FootnoteMark,
    Heading,
    Image,
    Inline,
    Inlines,
    Link,
    Wikilink,
    edited,
    is_words,
    part_of,
    with_children,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a text is cut: at a name that it mentions, or after what it quotes with a misprint."""

    start: int
    """Offset in the source."""
    end: int
    found: Name | str
    """The name, or how to read the misprint."""


def link_text(
    scanned: Scanned,
    policy: PagePolicy,
    index: Index,
    addresses: Addresses,
    readings: Mapping[int, str],
) -> Linked:
    """Link one text, block by block, and report what is wrong in it."""
    reading = scanned.passage.reading
    allowance = LinkAllowance(policy)
    linker = _TextLinker(
        resolver=Resolver(scanned.document, index, addresses, allowance),
        allowance=allowance,
        marks=deque(_marks(scanned, readings)),
    )
    anchors = {
        section.heading.start: section.anchor for section in sections_of(reading)
    }
    problems = text_problems(scanned, policy, index, addresses)
    return Linked(
        blocks=linker.blocks(reading.blocks),
        footnotes=linker.blocks(reading.footnotes),
        anchors=anchors,
        problems=tuple(problems),
    )


def _marks(scanned: Scanned, readings: Mapping[int, str]) -> list[Mark]:
    """Return where a text is cut, in order; at one place, a misprint is explained first."""
    shown = scanned.shown
    marks = [Mark(offset, offset, reading) for offset, reading in readings.items()]
    for mention in scanned.mentions:
        if mention.note:
            start = shown.source(mention.start)
            end = shown.source_end(mention.end)
            marks.append(Mark(start, end, mention))
    return sorted(marks, key=lambda mark: (mark.start, mark.end))


@dataclass(frozen=True, slots=True)
class _TextLinker:
    """Links the blocks of one text, in their order."""

    resolver: Resolver
    allowance: LinkAllowance
    marks: deque[Mark]
    """The marks that are still to come."""

    def blocks(self, blocks: Iterable[Block]) -> Blocks:
        """Link blocks; each heading begins a section."""
        linked: list[Block] = []
        for block in blocks:
            if isinstance(block, Heading):
                self.allowance.begin_section()
                linked += edited((block,), self._heading)
            else:
                linked += edited((block,), self._inlines)
        return tuple(linked)

    def _heading(self, inlines: Inlines) -> Inlines:
        """Link the words of a heading: it has the writer's links only, and cites nothing."""
        linked: list[Inline] = []
        for inline in inlines:
            match inline:
                case Wikilink():
                    linked += self.resolver.words(inline)
                case Citation() | FootnoteMark():
                    pass
                case _:
                    linked.append(with_children(inline, self._heading))
        return self._inlines(tuple(linked))

    def _inlines(self, inlines: Inlines) -> Inlines:
        linked: list[Inline] = []
        for words, group in groupby(inlines, is_words):
            if words:
                linked += self._marked(tuple(group))
                continue
            for inline in group:
                linked += self._inline(inline)
        return tuple(linked)

    def _marked(self, words: Inlines) -> Iterator[Inline]:
        """Yield words, and the names and misprints marked in them."""
        position = words[0].start
        end = words[-1].end
        while self.marks and self.marks[0].end <= end:
            mark = self.marks.popleft()
            yield from part_of(words, position, mark.start)
            if isinstance(mark.found, str):
                yield Sic(text=mark.found, start=mark.start, end=mark.end)
                position = max(position, mark.start)
                continue
            children = part_of(words, mark.start, mark.end)
            if children:
                yield self._mention(mark.found, children)
            position = max(position, mark.end)
        yield from part_of(words, position, end)

    def _mention(self, name: Name, words: Inlines) -> Mention:
        """Return a mention, as a link if its note and the policy of the page allow it."""
        note = name.note
        is_link = self.allowance.use(note, words_of(words))
        start, end = words[0].start, words[-1].end
        return Mention(note=note, children=words, is_link=is_link, start=start, end=end)

    def _inline(self, inline: Inline) -> Iterator[Inline]:
        match inline:
            case Link():
                yield from self.resolver.link(inline)
            case Image():
                yield from self.resolver.image(inline)
            case Wikilink():
                yield from self.resolver.wikilink(inline)
            case Citation():
                citations = parse_citations(inline.inside)
                if citations:
                    yield Cite(citations=citations, start=inline.start, end=inline.end)
            case _:
                yield with_children(inline, self._inlines)
