"""Whether what is said to rest on a source can rest on it."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.schema.nodes import FieldPath
from generator.schema.notes import Claim
from generator.schema.statements import walk
from generator.schema.values import Citation

WEAK = frozenset(["low", "unusable"])
"""Reliability of sources on which nothing should rest alone."""


def support(note: Note) -> Iterator[tuple[FieldPath, Citation]]:
    """Yield every citation that is given as evidence for something in a note's fields."""
    for path, citation in walk(note.fields, Citation):
        if "against" not in path:
            yield path, citation


def check_support(index: Index) -> Iterator[Diagnostic]:
    """Report what is said to rest on a paragraph that cannot carry it."""
    for note in index.notes.values():
        for path, citation in support(note):
            source = index.sources.get(citation.source)
            why = " and ".join(unusable(source, citation.paragraph)) if source else ""
            if why:
                message = f"{citation.source}#{citation.paragraph} cannot support this: it {why}"
                hint = "Cite another source; against a claim it may be cited."
                yield Diagnostic(note.origin(path), "unusable-paragraph", message, hint)


def check_stated(index: Index) -> Iterator[Diagnostic]:
    """Report each status that is stated instead of worked out, and does not say why."""
    for note in index.notes.values():
        for position, item in enumerate(getattr(note.fields, "status", ())):
            if not item.why:
                message = "'why' is required beside a status that is not worked out"
                hint = "Write 'status: {value: …, why: …}'."
                place = note.origin(("status", position, "why"))
                yield Diagnostic(place, "missing-field", message, hint)


def unusable(source: Source, paragraph: str) -> list[str]:
    """Say why a paragraph of a source is no evidence."""
    of = source.fields
    marks = {
        "says the opposite of what happened": of.paragraphs.reversed,
        "is beyond repair": of.paragraphs.lost,
        "is not part of the article": of.boilerplate,
    }
    return [
        why for why, list_ in marks.items() if paragraph in {f"p{n}" for n in list_}
    ]


def is_low_only(claim: Claim, index: Index) -> bool:
    """Say whether all that speaks for a claim is of low reliability, or worse."""
    sources = [index.sources.get(citation.source) for citation in claim.for_]
    return bool(sources) and all(
        source is not None and source.fields.reliability in WEAK for source in sources
    )
