"""Whether cited sources can support what cites them."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.notes.index import Index
from generator.notes.model import Note, Source, Treaty
from generator.schema.nodes import FieldPath
from generator.schema.notes import Claim
from generator.schema.statements import walk
from generator.schema.values import Citation

WEAK = frozenset(["low", "unusable"])
"""The reliability of sources on which nothing should rest alone."""


def support(note: Note) -> Iterator[tuple[FieldPath, Citation]]:
    """Yield every citation that is given as evidence for something in a note's fields."""
    for path, citation in walk(note.fields, Citation):
        if "against" not in path:
            yield path, citation


def check_support(note: Note, index: Index) -> Iterator[Diagnostic]:
    """Report each citation of a paragraph that cannot be evidence."""
    hint = "Cite another source. It may still be cited against a claim."
    for path, citation in support(note):
        id_, paragraph = citation.source, citation.paragraph
        source = index.sources.get(id_)
        if source is None:
            continue
        reasons = unusable(source, paragraph)
        if reasons:
            why = " and ".join(reasons)
            message = f"{id_}#{paragraph} cannot support this: it {why}"
            origin = note.origin(path)
            yield Diagnostic(origin, "unusable-paragraph", message, hint)


def check_stated(index: Index) -> Iterator[Diagnostic]:
    """Report each status of a treaty that is stated, not computed, and does not say why."""
    message = "a status that is not computed needs a 'why'"
    hint = "Write 'status: {value: …, why: …}'."
    for treaty in index.of_kind(Treaty):
        for position, status in enumerate(treaty.fields.status):
            if not status.why:
                origin = treaty.origin(("status", position, "why"))
                yield Diagnostic(origin, "missing-field", message, hint)


def unusable(source: Source, paragraph: str) -> list[str]:
    """Say why a paragraph of a source is not evidence, if it is not."""
    fields = source.fields
    reasons = {
        "says the opposite of what happened": fields.paragraphs.reversed,
        "cannot be read reliably": fields.paragraphs.lost,
        "is not part of the article": fields.boilerplate,
    }
    found = []
    for reason, numbers in reasons.items():
        paragraphs = {f"p{number}" for number in numbers}
        if paragraph in paragraphs:
            found.append(reason)
    return found


def is_low_only(claim: Claim, index: Index) -> bool:
    """Say whether every source for a claim is weak."""
    for citation in claim.for_:
        source = index.sources.get(citation.source)
        if source is None:
            return False
        if source.fields.reliability not in WEAK:
            return False
    return bool(claim.for_)
