"""Where each source is cited, and which sources each note cites."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.facts.grouped import grouped_ids
from generator.links.excerpts import Excerpt, Paragraph
from generator.notes.model import Note
from generator.schema.statements import walk
from generator.schema.values import Citation


@dataclass(frozen=True, slots=True)
class Citing:
    """A note that cites a source, in a paragraph or in a field."""

    note: str
    paragraph: str
    """The paragraph of the source, or empty for the whole source."""
    excerpt: Excerpt | None = None
    """The citing paragraph in plain words, or None if a field cites the source."""


def rests_on(citing: Mapping[str, tuple[Citing, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Map each note to the sources it cites, in order of their ids."""
    pairs: list[tuple[str, str]] = []
    for source, places in citing.items():
        pairs += [(place.note, source) for place in places]
    return grouped_ids(pairs)


def cited_by(
    note: Note, paragraphs: Iterable[Paragraph]
) -> Iterator[tuple[str, Citing]]:
    """Yield each source a note cites; fields yield only what the prose does not cite, once."""
    seen: set[str] = set()
    for paragraph in paragraphs:
        for citation in paragraph.citations:
            source = citation.source
            seen.add(source)
            place = Citing(
                note=note.id,
                paragraph=citation.paragraph,
                excerpt=paragraph.excerpt,
            )
            yield source, place
    for _, citation in walk(note.fields, Citation):
        source = citation.source
        if source not in seen:
            seen.add(source)
            place = Citing(
                note=note.id,
                paragraph=citation.paragraph,
            )
            yield source, place
