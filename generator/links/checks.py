"""Problems of a text: what leads nowhere, what Markdown does not read as its writer meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Origin, quoted, warning
from generator.links.address_problems import check_address
from generator.links.addresses import Addresses
from generator.links.footnotes import footnote_problems
from generator.links.policy import PagePolicy
from generator.links.unread import unread_markup
from generator.links.wikilinks import check_wikilink, read_target
from generator.names.reading import Scanned
from generator.names.resolve import Mention
from generator.notes.index import Index
from generator.notes.model import Note
from generator.notes.references import check_citation
from generator.schema.values import CITATION_FORM, parse_citations
from generator.text.commonmark import definitions
from generator.text.markdown import one_line
from generator.text.plain import counted, words_of
from generator.text.tree import (
    Blocks,
    Citation,
    FootnoteMark,
    Heading,
    Image,
    Inline,
    Line,
    Link,
    Row,
    Wikilink,
    inlines_of,
    lines_of,
    parts_of,
)

_CITATION = re.compile(r"\[@(?P<source>[a-z0-9-]++)[^\[\]]*\]")


def text_problems(
    scanned: Scanned, policy: PagePolicy, index: Index, addresses: Addresses
) -> Iterator[Diagnostic]:
    """Yield everything that is wrong in a text."""
    checker = _Checker(scanned, index, addresses)
    yield from _ambiguous_names(scanned, policy)
    yield from unread_markup(scanned, index)
    for line in lines_of(scanned.passage.reading.all_blocks):
        yield from checker.check_line(line)
    yield from checker.check_definitions()
    yield from footnote_problems(scanned.passage)
    yield from checker.check_rows(scanned.passage.reading.all_blocks)


@dataclass(frozen=True, slots=True)
class _Checker:
    """Checks what the inlines of one text lead to."""

    scanned: Scanned
    index: Index
    addresses: Addresses

    def check_line(self, line: Line) -> Iterator[Diagnostic]:
        """Report what is wrong in a line of text."""
        is_heading = isinstance(line, Heading)
        if isinstance(line, Heading):
            yield from self._check_heading(line)
        for inline in inlines_of(line.inlines):
            if is_heading and isinstance(inline, Citation | FootnoteMark):
                yield self._in_heading(inline)
            else:
                yield from self._check(inline)

    def _check(self, inline: Inline) -> Iterator[Diagnostic]:
        origin = self._origin(inline)
        match inline:
            case Citation():
                yield from self._check_citation(inline, origin)
            case Wikilink() if not self.addresses.picture(inline):
                document = self.scanned.document
                own = document if isinstance(document, Note) else None
                target = read_target(inline, self.index)
                yield from check_wikilink(target, self.index, own, origin)
            case Link() if not self._is_defined(inline):
                yield from self._check_address(inline.address, origin)
            case Image():
                yield from self._check_address(inline.address, origin, is_image=True)
            case _:
                pass

    def _is_defined(self, link: Link) -> bool:
        """Say whether the address of a link is in a definition, where it is checked."""
        source = self.scanned.passage.reading.source
        return source[link.end - 1 : link.end] == "]"

    def _check_address(
        self, address: str, origin: Origin, *, is_image: bool = False
    ) -> Iterator[Diagnostic]:
        found = self.addresses.read(address, self.scanned.document)
        yield from check_address(
            address, found, self.addresses, origin, is_image=is_image
        )

    def _check_citation(
        self, citation: Citation, origin: Origin
    ) -> Iterator[Diagnostic]:
        """Report a citation that cannot be read, or that names no source or paragraph."""
        citations = parse_citations(citation.inside)
        if citations is None or citation.inside.startswith(" "):
            written = quoted(f"[{citation.inside}]")
            message = f"{written} is not a citation"
            yield Diagnostic(origin, "bad-citation", message, CITATION_FORM)
            return
        for cited in citations:
            problem = check_citation(self.index, cited)
            if problem:
                yield Diagnostic(origin, *problem)

    def _in_heading(self, inline: Inline) -> Diagnostic:
        message = "a heading cannot cite a source or have a footnote"
        hint = "Put it behind a sentence of the section."
        return Diagnostic(self._origin(inline), "bad-citation", message, hint)

    def _check_heading(self, heading: Heading) -> Iterator[Diagnostic]:
        """Report a heading without words, and a second title."""
        title = words_of(heading.inlines)
        origin = self._origin(heading)
        if not title:
            message = "the heading has no words"
            hint = "Write the title of the section behind its #, or delete the line."
            yield warning(origin, "empty-heading", message, hint)
        elif heading.level == 1:
            message = f"{quoted(title)} is a second title: a page has one heading with a single #"
            hint = "Write ## before the title of a section."
            yield warning(origin, "second-title", message, hint)

    def check_definitions(self) -> Iterator[Diagnostic]:
        """Report each address of a reference definition that leads nowhere."""
        passage = self.scanned.passage
        if "]:" not in passage.text:
            return
        source = passage.reading.source
        for definition in definitions(source):
            origin = passage.origin(definition.start)
            cited = _CITATION.match(source, definition.start)
            if cited and cited["source"] in self.index.sources:
                message = (
                    f"this definition makes {quoted(cited[0])} a link, not a citation"
                )
                hint = "Delete it, or give the link another name."
                yield Diagnostic(origin, "bad-citation", message, hint)
            yield from self._check_address(definition.address, origin)

    def check_rows(self, blocks: Blocks) -> Iterator[Diagnostic]:
        """Report cells beyond the columns of a table, which are not shown."""
        for block in blocks:
            if not isinstance(block, Row):
                yield from self.check_rows(parts_of(block))
                continue
            last = block.cells[-1]
            source = self.scanned.passage.reading.source
            beyond = source[last.end : block.end].strip("| \t\n")
            _, opening, inside = source[block.start : last.end].rpartition("[[")
            is_cut_wikilink = opening and "]]" not in inside  # which is reported itself
            if beyond and not is_cut_wikilink:
                count = counted(len(block.cells), "column")
                message = f"the row has more cells than the table, which has {count}"
                hint = "Write \\| for a bar within a cell, also in code and wikilinks."
                origin = self.scanned.passage.origin(last.end)
                yield warning(origin, "lost-cell", message, hint)

    def _origin(self, node: Inline | Heading) -> Origin:
        return self.scanned.passage.origin(node.start)


def _ambiguous_names(scanned: Scanned, policy: PagePolicy) -> Iterator[Diagnostic]:
    """Report each name that may mean several notes, once."""
    first_mentions: dict[str, Mention] = {}
    for mention in scanned.mentions:
        if len(mention.candidates) > 1:
            name = scanned.shown.text[mention.start : mention.end]
            first_mentions.setdefault(name, mention)
    for name, mention in first_mentions.items():
        if policy.is_unlinked_name(name):
            continue
        ids = ", ".join(mention.candidates)
        message = f"{quoted(name)} may mean several notes, so it is not linked"
        hint = (
            f"It may mean {ids}: write [[id|{one_line(name)}]], or the full name first."
        )
        origin = scanned.passage.origin_of_word(mention.start)
        yield warning(origin, "ambiguous-name", message, hint)
