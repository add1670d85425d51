"""What the template of one page calls: links from where it stands, prose, citations, lists."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator.cards.layout import Card
from generator.facts.backlinks import Backlink
from generator.facts.citations import Citing
from generator.facts.entries import Entry
from generator.facts.page_addresses import browser_address, link_address
from generator.facts.site import Site, page_path
from generator.links.segments import MENTION, Cite, Link, Linked, Segment
from generator.notes.model import KINDS, Note, Source
from generator.pages.grouping import sort_title
from generator.schema.statements import Statement, current
from generator.schema.values import Citation, Prose, Reference
from generator.text.markdown import Markdown, escape, one_line

N = TypeVar("N", bound=Note)

_BRACKET = re.compile(r"[\[\]]")
_MENTION = re.compile(
    f"{MENTION[0]}([^{MENTION[1]}]*){MENTION[1]}([^{MENTION[2]}]*){MENTION[2]}"
)
BODY = Markdown("\0body\0")
"""Stands for the body of a page until the page is finished; no file of the writers holds a NUL."""
DIFFER = Markdown(' <span class="differ">(sources differ)</span>')
"""Stands behind values on which sources do not agree, for all to see."""
LATEST = 6
"""So many events are shown on the home page."""


@dataclass(slots=True)
class Writer:
    """What a template of one page calls: links from here, citations numbered in reading order."""

    site: Site
    path: str
    document: Note | Source | None = None
    card: Card | None = None
    """The picture beside the address of the page, where it is posted."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Number of each source cited so far."""
    text: str = ""
    """The body, linked."""
    cited: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Paragraphs cited of each source, one for each mark in the text."""
    whole: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Paragraphs of each source that the page as a whole rests on."""

    def to(self, path: str) -> Markdown:
        """Return the relative address of another page."""
        return Markdown(link_address(path, self.path))

    def address(self, path: str) -> str:
        """Return the relative address of another page as browsers see it, for raw HTML."""
        return browser_address(path, self.path)

    def link(self, document: Note | Source, text: str = "") -> Markdown:
        """Return a link to a note or source."""
        return Markdown(
            f"[{escape(text or document.title)}]({self.to(page_path(document))})"
        )

    def note(self, id_: str) -> Note:
        """Return a note by its id."""
        return self.site.index.notes[id_]

    def name(self, reference: Reference) -> Markdown:
        """Return a link on what a field names, or the plain text where there is no such page."""
        note = self.site.index.resolve(reference, reference.folders)
        if note is None or note is self.document:
            return escape(note.title if note else reference)
        is_id = reference == note.id
        return self.link(note, note.title if is_id else str(reference))

    def prose(self, text: Prose, of: Note | Source | None = None) -> Markdown:
        """Return prose of this document, or another, with its links and citations."""
        document = of or self.document
        if not text or document is None:
            return escape(text)
        linked = self.site.prose[document.path].get(text.at, Linked())
        return self.segments(
            segment for block in linked.blocks for segment in block.segments
        )

    def body(self) -> Markdown:
        """Return the mark that stands for the body, whose blank lines are not a template's."""
        self.text = self.prose(self.document.body) if self.document else Markdown()
        return BODY

    def segments(self, segments: Iterable[Segment]) -> Markdown:
        """Return linked prose as Markdown of this page; numbers of references follow their word."""
        parts: list[str] = []
        for segment in segments:
            if isinstance(segment, Cite) and parts:
                parts[-1] = parts[-1].rstrip()
            parts.append(self._segment(segment))
        return Markdown("".join(parts))

    def _segment(self, segment: Segment) -> str:
        match segment:
            case Link(is_link=True):
                note = self.site.index.notes[segment.target]
                anchor = f"#{segment.anchor}" if segment.anchor else ""
                words = _BRACKET.sub(r"\\\g<0>", one_line(segment.text))
                return f"[{words}]({self.to(page_path(note))}{anchor})"
            case Link():
                return segment.text
            case Cite():
                return self.cite(segment.citations)
            case _:
                return segment

    def cite(self, citations: Sequence[Citation]) -> Markdown:
        """Return the numbers of some citations, each a link to its reference."""
        return Markdown("".join(self._number(citation) for citation in citations))

    def rest_on(self, citations: Sequence[Citation]) -> None:
        """Give references to what the page as a whole rests on, without a mark in the text."""
        for citation in citations:
            if citation.source in self.site.index.sources:
                self.numbers.setdefault(citation.source, len(self.numbers) + 1)
                self.whole[citation.source].append(citation.paragraph)

    def _number(self, citation: Citation) -> str:
        source = self.site.index.sources.get(citation.source)
        if source is None:
            return ""
        number = self.numbers.setdefault(source.id, len(self.numbers) + 1)
        self.cited[source.id].append(citation.paragraph)
        place = f"cite-{number}-{len(self.cited[source.id])}"
        pin = f" ¶{citation.paragraph[1:]}" if citation.paragraph else ""
        return f'<sup class="cite" id="{place}">[{number}{pin}](#ref-{number})</sup>'

    def excerpt(self, place: Backlink | Citing) -> Markdown:
        """Return a paragraph of another page in plain words, this note's name in it in bold."""
        if place.excerpt is None:
            return Markdown()
        own_id = self.document.id if isinstance(self.document, Note) else ""
        return Markdown(
            _MENTION.sub(
                lambda found: f"**{found[2]}**" if found[1] == own_id else found[2],
                place.excerpt,
            )
        )

    def values(self, statements: tuple[Statement[Any], ...]) -> Markdown:
        """Return the value of a field with its sources; where they differ, every value, and why."""
        if not statements:
            return Markdown()
        agreeing: dict[str, list[Statement[Any]]] = {}
        for item in current(statements):
            agreeing.setdefault(self._value(item.value), []).append(item)
        shown = [self._stated(value, items) for value, items in agreeing.items()]
        return Markdown("; or ".join(shown) + DIFFER * (len(shown) > 1))

    def _stated(self, value: str, statements: Sequence[Statement[Any]]) -> str:
        """Return one value, what it rests on, how a source prints it, and why it stands."""
        sources = dict.fromkeys(cited for item in statements for cited in item.sources)
        printed = [
            f'printed "{escape(item.printed)}"' for item in statements if item.printed
        ]
        notes = "; ".join(
            printed + [self.prose(item.why) for item in statements if item.why]
        )
        return f"{value}{self.cite(list(sources))}{f' ({notes})' if notes else ''}"

    def listed(self, statements: tuple[Statement[Any], ...]) -> Markdown:
        """Return every value of a field that holds several."""
        stands = current(statements) if statements else ()
        return Markdown(
            ", ".join(f"{self._value(i.value)}{self.cite(i.sources)}" for i in stands)
        )

    def _value(self, value: object) -> str:
        if isinstance(value, Reference):
            return self.name(value)
        return escape(getattr(value, "label", str(value)))

    def references(self) -> list[tuple[int, Source, list[str]]]:
        """Return what the page has cited so far: number, source, paragraphs."""
        sources = self.site.index.sources
        return [
            (number, sources[id_], [*self.cited[id_], *self.whole[id_]])
            for id_, number in self.numbers.items()
        ]

    def links(self, ids: Sequence[str]) -> Markdown:
        """Return links to several notes."""
        return Markdown(", ".join(self.link(self.note(id_)) for id_ in ids))

    def names(self, references: Sequence[Reference]) -> Markdown:
        """Return several names, linked where they have pages."""
        return Markdown(", ".join(map(self.name, references)))

    def source_link(self, id_: str) -> Markdown:
        """Return a link to a source, if there is one of that id."""
        source = self.site.index.sources.get(id_)
        return self.link(source) if source else Markdown()

    def paragraph(self, number: int) -> Markdown:
        """Return a link to a paragraph of this source."""
        return Markdown(f"[¶{number}](#p{number})")

    def inverses(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return what other notes' fields say of this one; events stand in its timeline."""
        own = (
            self.site.connections.inverses.get(self.document.id, {})
            if self.document
            else {}
        )
        shown = (
            (label, tuple(id_ for id_ in ids if self.note(id_).folder != "events"))
            for label, ids in own.items()
        )
        return [(label, ids) for label, ids in shown if ids]

    def backlinks(self) -> list[tuple[str, list[Backlink]]]:
        """Return the paragraphs that mention this note, by kind in the order readers meet them."""
        own = (
            self.site.connections.backlinks.get(self.document.id, ())
            if self.document
            else ()
        )
        return [
            (kind.plural, here)
            for kind in KINDS.values()
            if (here := [item for item in own if self.note(item.note).kind is kind])
        ]

    def citing(self) -> tuple[Citing, ...]:
        """Return the places that cite this source."""
        return (
            self.site.connections.citing.get(self.document.id, ())
            if self.document
            else ()
        )

    def of_kind(self, kind: type[N]) -> list[N]:
        """Return every note of a kind, in order of title."""
        notes = self.site.index.of_kind(kind)
        return sorted(notes, key=lambda note: sort_title(note.title))

    def latest(self) -> tuple[Entry, ...]:
        """Return the last events of the timeline, newest first."""
        events = tuple(entry for entry in self.site.timelines.entries if not entry.what)
        return events[: -LATEST - 1 : -1]
