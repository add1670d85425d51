"""References and citations of front matter: report each that names nothing or is ambiguous."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.codes import Code
from generator.diagnostics import Diagnostic, did_you_mean, quoted, warning
from generator.known_words import KnownWords
from generator.notes.index import Index, names_of_kinds
from generator.notes.model import KINDS, Document, Note, Source
from generator.schema.nodes import FieldPath
from generator.schema.statements import walk
from generator.schema.values import Citation, Folder, Reference

MAX_SHOWN_IDS = 3
"""Ids of paragraphs that a hint lists."""


class CitationProblem(NamedTuple):
    """What is wrong with a citation, wherever it is."""

    code: Code
    message: str
    hint: str


def check_citation(index: Index, citation: Citation) -> CitationProblem | None:
    """Return what is wrong with a citation, or None if it is valid."""
    source = index.sources.get(citation.source)
    if source is None:
        message = f"no source has the id {quoted(citation.source)}"
        hint = did_you_mean(citation.source, index.known_sources)
        if not hint:
            hint = "Sources are the files in seeds/."
        return CitationProblem("unknown-source", message, hint)
    paragraph = citation.paragraph
    if not paragraph or paragraph in source.paragraphs:
        return None
    if source.is_broken:
        return None
    message = f"{quoted(source.id)} has no paragraph {paragraph}"
    hint = _known_paragraphs(source)
    return CitationProblem("unknown-paragraph", message, hint)


def _known_paragraphs(source: Source) -> str:
    ids = list(source.paragraphs)
    if not ids:
        return "Its record has no paragraphs."
    first_ids = ", ".join(ids[:MAX_SHOWN_IDS])
    if len(ids) <= MAX_SHOWN_IDS:
        return f"It has {first_ids}."
    return f"It has {len(ids)} paragraphs: {first_ids}, …"


class ReferenceChecker:
    """Checks the front matter of notes and sources against one index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._known_names = cache(self._find_names)

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """Report each reference and citation that names nothing or is ambiguous."""
        fields = document.fields
        for path, reference in walk(fields, Reference):
            problem = self._check_reference(document, path, reference)
            if problem:
                yield problem
        for path, citation in walk(fields, Citation):
            yield from self._check_citation(document, path, citation)
        if isinstance(document, Source):
            yield from self._check_original(document)

    def _check_original(self, source: Source) -> Iterator[Diagnostic]:
        """Report an original that is not a source, or is the source itself."""
        original = source.fields.original
        path = ("original",)
        if original == source.id:
            message = "original: this is the source itself"
            hint = "Name the source this one copies, or remove the line."
            yield Diagnostic(source.origin(path), "self-reference", message, hint)
        elif original:
            yield from self._check_citation(source, path, Citation(original))

    def _check_citation(
        self, document: Document, path: FieldPath, citation: Citation
    ) -> Iterator[Diagnostic]:
        problem = check_citation(self.index, citation)
        if problem:
            origin = document.origin(path)
            yield Diagnostic(origin, *problem)

    def _check_reference(
        self, document: Document, path: FieldPath, reference: Reference
    ) -> Diagnostic | None:
        found = self.index.candidates(reference, reference.folders)
        if not found:
            return self._check_unknown(document, path, reference)
        if len(found) > 1:
            return _ambiguous(document, path, reference, found)
        if found[0] is document:
            message = f"{path[0]}: this is the note itself"
            origin = document.origin(path)
            return Diagnostic(origin, "self-reference", message, "Remove it.")
        return None

    def _check_unknown(
        self, document: Document, path: FieldPath, reference: Reference
    ) -> Diagnostic | None:
        """Report a reference to nothing; plain text is fine where a field takes it."""
        if self.index.is_draft(reference):
            message = f"{quoted(reference)} is a draft, so it has no page"
            hint = "It is shown without a link."
            return warning(document.origin(path), "draft-reference", message, hint)
        if not reference.must_exist:
            return None
        origin = document.origin(path)
        hint = did_you_mean(reference, self._known_names(reference.folders))
        other = self.index.resolve(reference)
        if other:
            message = _of_wrong_kind(reference, other)
            return Diagnostic(origin, "wrong-kind", message, hint)
        if not hint:
            hint = "Write its title or id, or create a note with that name first."
        message = f"{path[0]}: no note is called {quoted(reference)}"
        return Diagnostic(origin, "unknown-note", message, hint)

    def _find_names(self, folders: tuple[Folder, ...]) -> KnownWords:
        return names_of_kinds(self.index, folders)


def _ambiguous(
    document: Document, path: FieldPath, reference: Reference, found: list[Note]
) -> Diagnostic:
    ids = [note.id for note in found]
    shown = ", ".join(ids)
    origin = document.origin(path)
    message = f"{quoted(reference)} is a name of {len(ids)} notes"
    hint = f"Write the id that is meant: {shown}."
    return Diagnostic(origin, "ambiguous-name", message, hint)


def _of_wrong_kind(reference: Reference, other: Note) -> str:
    kinds = [KINDS[folder].singular for folder in reference.folders]
    wanted = _with_article(" or ".join(kinds))
    found = _with_article(other.kind.singular)
    return f"{quoted(reference)} is {found}, not {wanted}"


def _with_article(noun: str) -> str:
    if noun[0] in "aeiou":
        return f"an {noun}"
    return f"a {noun}"
