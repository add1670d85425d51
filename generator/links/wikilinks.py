"""What a wikilink names: a note, perhaps a section of it, or a section of the same page."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from generator.diagnostics import (
    Diagnostic,
    Origin,
    did_you_mean,
    quoted,
    warning,
)
from generator.links.address_problems import PICTURES
from generator.links.addresses import is_picture
from generator.links.sections import find_anchor, unknown_section
from generator.notes.index import Index
from generator.notes.model import KINDS, Note
from generator.text.tree import Wikilink

_EXTENSION = ".md"
_MAX_SIGNS = 8
"""Number signs of a wikilink that may begin a section."""


@dataclass(frozen=True, slots=True)
class Target:
    """What the text between the brackets names."""

    name: str
    """The name or id of a note; empty for the page itself."""
    folder: str = ""
    """The folder of the note, if the writer named it."""
    section: str = ""

    def note(self, index: Index, own: Note | None) -> Note | None:
        """Return the note that it leads to, if there is one."""
        if not self.name:
            return own
        note = index.resolve(self.name)
        if note and self.folder in KINDS and note.folder != self.folder:
            return None
        return note


def read_target(wikilink: Wikilink, index: Index) -> Target:
    """Read ``name``, ``folder/name``, ``name#section`` or ``#section``.

    A name may have a number sign or a slash in it; of nested sections, the last is meant.
    """
    text = unescape(wikilink.target).strip()
    for name in _beginnings(text):
        if index.candidates(name):
            return Target(name.strip(), section=_section(text, name))
    path, _, _ = text.partition("#")
    folders, _, name = path.strip("/ ").rpartition("/")
    _, _, folder = folders.rpartition("/")
    section = _section(text, path)
    return Target(name.removesuffix(_EXTENSION), folder, section)


def _beginnings(text: str) -> Iterator[str]:
    """Yield a text, and what is before each of its last number signs."""
    yield text
    for _ in range(_MAX_SIGNS):
        text, sign, _ = text.rpartition("#")
        if not sign:
            return
        yield text


def _section(text: str, name: str) -> str:
    """Return the last of the sections behind a name."""
    sections = text[len(name) :]
    _, _, section = sections.rpartition("#")
    return section.strip()


def words_of_target(target: Target) -> str:
    """Return the words of a wikilink without a bar."""
    return target.name or target.section


def check_wikilink(
    target: Target, index: Index, own: Note | None, origin: Origin
) -> Iterator[Diagnostic]:
    """Report a wikilink that leads to no note, or to no section of its note."""
    note = target.note(index, own)
    if target == Target(""):
        message = "the wikilink names no note and no section"
        hint = "Write [[name]], or \\[ to show a bracket."
        yield Diagnostic(origin, "bad-link", message, hint)
    elif note is None:
        yield _unknown_note(target, index, origin)
    elif target.section and find_anchor(note, target.section) is None:
        yield unknown_section(note, target.section, origin)


def _unknown_note(target: Target, index: Index, origin: Origin) -> Diagnostic:
    """Say why a wikilink's name leads to no note."""
    name = target.name
    said = quoted(name)
    found = index.candidates(name)
    if not name:
        message = "a wikilink to a section must be in the text of a note"
        hint = "Write the name of the note before the #."
        return Diagnostic(origin, "unknown-note", message, hint)
    if len(found) > 1:
        ids = ", ".join(note.id for note in found)
        message = f"{said} is a name of several notes"
        hint = f"Write the id that is meant: {ids}."
        return Diagnostic(origin, "ambiguous-name", message, hint)
    if found:
        message = f"{said} is not in the folder {quoted(target.folder)}"
        hint = f"Write [[{found[0].folder}/{found[0].id}]]."
        return Diagnostic(origin, "unknown-note", message, hint)
    if index.is_draft(name):
        message = f"{said} is a draft, so it has no page"
        hint = "It is shown without a link."
        return warning(origin, "draft-reference", message, hint)
    message = f"no note is called {said}"
    return Diagnostic(origin, "unknown-note", message, _instead(name, index))


def _instead(name: str, index: Index) -> str:
    """Say what a writer may have meant by a name that no note has."""
    if name in index.sources:
        return f"Sources are cited: [@{name}]."
    if is_picture(name):
        return PICTURES
    hint = did_you_mean(name, index.known_names)
    return hint or "Create the note, or remove the brackets."
