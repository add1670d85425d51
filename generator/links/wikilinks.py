"""What a wikilink names: a note, perhaps a section of it, and the text to show."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import (
    Diagnostic,
    Origin,
    did_you_mean,
    quoted,
    warning,
)
from generator.notes.index import Index, known_names
from generator.notes.model import Note
from generator.text.normal import fold
from generator.text.spans import Token, headings, slug


@dataclass(frozen=True, slots=True)
class Wikilink:
    """``[[name]]``, ``[[name|shown]]`` or ``[[name#section|shown]]``."""

    name: str
    section: str
    shown: str

    def note(self, index: Index) -> Note | None:
        """Return the note that it leads to, if there is one."""
        if not self.name:
            return None
        return index.resolve(self.name)


def read_wikilink(token: Token) -> Wikilink:
    """Read the parts of a wikilink."""
    match = token.match
    assert match  # noqa: S101 - only text has no match
    target = " ".join(match["target"].split())
    name, _, section = target.partition("#")
    shown = match["shown"] or name or section
    return Wikilink(
        name=name,
        section=section,
        shown=shown.replace("<", "&lt;"),
    )


def check_wikilink(
    wikilink: Wikilink, index: Index, origin: Origin
) -> Iterator[Diagnostic]:
    """Report a wikilink that leads to no note, or to no section of its note."""
    note = wikilink.note(index)
    if note is None:
        yield _unknown_note(wikilink.name, index, origin)
    elif wikilink.section:
        yield from _unknown_section(note, wikilink.section, origin)


def _unknown_note(name: str, index: Index, origin: Origin) -> Diagnostic:
    """Say why a wikilink's name leads to no note."""
    said = quoted(name)
    found = index.candidates(name)
    if found:
        ids = ", ".join(note.id for note in found)
        message = f"{said} is a name of several notes"
        hint = f"Write the id that is meant: {ids}."
        return Diagnostic(origin, "ambiguous-name", message, hint)
    if index.is_draft(name):
        message = f"{said} is a draft, so it has no page"
        hint = "It is shown without a link."
        return warning(origin, "draft-reference", message, hint)
    message = f"no note is called {said}"
    known = known_names(index)
    hint = did_you_mean(name, known, fold) or "Create the note, or remove the brackets."
    return Diagnostic(origin, "unknown-note", message, hint)


def _unknown_section(note: Note, section: str, origin: Origin) -> Iterator[Diagnostic]:
    """Report a section that a note does not have."""
    known = headings(note.body)
    anchor = slug(section)
    anchors = map(slug, known)
    if anchor not in anchors:
        message = f"{quoted(note.title)} has no section {quoted(section)}"
        hint = did_you_mean(section, known)
        yield Diagnostic(origin, "unknown-section", message, hint)
