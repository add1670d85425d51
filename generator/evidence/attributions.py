"""Every run of words that notes and records attribute to a source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Origin, Position
from generator.notes.model import Note, Source
from generator.notes.passages import Passage, passages
from generator.quotes.words import Quotation, find_quotations
from generator.schema.statements import Statement, walk
from generator.schema.treaties import Article
from generator.schema.values import Citation, parse_citations
from generator.text.markdown import one_line
from generator.text.shown import Shown

_OPENING_MARKS = ('"', "“", "&")
"""What a quotation begins with, or an entity for it."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words, and the sources that are cited for them."""

    path: str
    """File that quotes."""
    origin: Origin
    text: str
    citations: tuple[Citation, ...]
    passage: Passage | None = None
    """The text that quotes, if it can show how to read a misprint."""
    offset: int = 0
    """Offset of the quotation in the words of that text."""

    def source_end(self, length: int) -> int:
        """Return where some letters of the quotation end in the source of the text."""
        if self.passage is None:
            return length
        return self.passage.shown.source_end(self.offset + length)


def find_attributions(document: Note | Source) -> Iterator[Attribution]:
    """Yield every run of words that a document attributes to a source."""
    if isinstance(document, Source):
        yield from _misprints(document)
    else:
        yield from _quotations(document)
        yield from _exact_words(document)


def _misprints(source: Source) -> Iterator[Attribution]:
    """Yield the words that a record says its own source prints."""
    for position, correction in enumerate(source.fields.corrections):
        if correction.printed:
            path = ("corrections", position, "printed")
            citation = Citation(source.id, f"p{correction.p}")
            yield Attribution(
                path=source.path,
                origin=source.origin(path),
                text=correction.printed,
                citations=(citation,),
            )


def _quotations(note: Note) -> Iterator[Attribution]:
    """Yield the words in quotation marks, if they or their claim cite a source."""
    cited_by_claim = _cited_by_claim(note)
    for passage in passages(note):
        if not any(mark in passage.text for mark in _OPENING_MARKS):
            continue  # most texts quote nothing, and need not be read for it
        of_claim = cited_by_claim.get(passage.text.at, ())
        for quotation in find_quotations(passage.shown.text):
            citations = _citations(quotation, passage.shown, of_claim)
            if citations:
                yield _attribution(passage, quotation, citations)


def _attribution(
    passage: Passage, quotation: Quotation, citations: tuple[Citation, ...]
) -> Attribution:
    """Return the words of a quotation; code in it is words as well, but has no misprints."""
    origin = passage.origin_of_word(quotation.start)
    words = passage.shown.plain(quotation.start, quotation.end)
    if words != one_line(quotation.text):
        return Attribution(passage.path, origin, words, citations)
    return Attribution(
        path=passage.path,
        origin=origin,
        text=quotation.text,
        citations=citations,
        passage=passage,
        offset=quotation.start,
    )


def _cited_by_claim(note: Note) -> Mapping[Position | None, tuple[Citation, ...]]:
    """Map each text of a claim to the sources that the claim cites."""
    cited = {}
    for claim in note.fields.claims:
        citations = (*claim.for_, *claim.against)
        cited[claim.says.at] = citations
        cited[claim.why.at] = citations
    return cited


def _citations(
    quotation: Quotation, shown: Shown, of_claim: tuple[Citation, ...]
) -> tuple[Citation, ...]:
    """Return what the citation after a quotation cites; without one, what its claim cites."""
    if quotation.citation is None:
        return of_claim
    cited = dict(shown.citations)[quotation.citation]
    return parse_citations(cited.inside) or ()


def _exact_words(note: Note) -> Iterator[Attribution]:
    """Yield what fields give as a source's own words."""
    for path, article in walk(note.fields, Article):
        if article.exact and article.sources:
            origin = note.origin((*path, "exact"))
            yield Attribution(note.path, origin, article.exact, article.sources)
    for path, said in walk(note.fields, Statement):
        if said.printed and said.sources:
            origin = note.origin((*path, "printed"))
            yield Attribution(note.path, origin, said.printed, said.sources)
