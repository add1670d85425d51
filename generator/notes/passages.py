"""The texts of a document in which names are linked, and their places in the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Origin, Position
from generator.notes.model import Note, Source
from generator.schema.statements import walk
from generator.schema.values import Prose
from generator.text.spans import line_and_column, scan

_START = Position(1, 1)


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a document, and its place in the file."""

    text: Prose
    path: str
    """Path of the file."""
    is_body: bool = False
    """Whether places within it are known: a field's text may be folded by YAML."""

    def origin(self, offset: int) -> Origin:
        """Return the place of an offset in the file, as far as it is known."""
        line, column = self.text.at or _START
        if self.is_body:
            lines, column = line_and_column(self.text, offset)
            line += lines
        return Origin(self.path, line, column)

    @property
    def wikilinks(self) -> Iterator[str]:
        """Yield what its wikilinks name, as the writer typed it."""
        for token in scan(self.text):
            if token.kind == "wikilink" and token.match:
                words = token.match["target"].split()
                target = " ".join(words)
                name, _, _ = target.partition("#")
                yield name


def body_passage(note: Note) -> Passage:
    """Return the body of a note, in which the place of every letter is known."""
    return Passage(note.body, note.path, is_body=True)


def passages(document: Note | Source) -> Iterator[Passage]:
    """Yield every text of a document in which names are linked: its body first, then its fields."""
    if isinstance(document, Source):
        for paragraph in document.paragraphs.values():
            yield Passage(paragraph, document.path)
    else:
        yield body_passage(document)
    for _, text in walk(document.fields, Prose):
        if text:
            yield Passage(text, document.path)
