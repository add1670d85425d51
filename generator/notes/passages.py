"""The texts of a document in which names are linked, and where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Origin
from generator.notes.model import Note, Source
from generator.schema.statements import walk
from generator.schema.values import Prose
from generator.text.spans import line_and_column, scan


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a document, and where it stands in the file."""

    text: Prose
    path: str
    """File it stands in."""
    is_body: bool = False
    """Whether places within it can be told: a field's text may be folded by YAML."""

    def origin(self, offset: int) -> Origin:
        """Return where an offset lies in the file, as far as it can be told."""
        line, column = self.text.at or (1, 1)
        if not self.is_body:
            return Origin(self.path, line, column)
        further, column = line_and_column(self.text, offset)
        return Origin(self.path, line + further, column)

    @property
    def wikilinks(self) -> Iterator[str]:
        """Yield what its wikilinks name, as the writer typed it."""
        for token in scan(self.text):
            if token.kind == "wikilink" and token.match:
                yield " ".join(token.match["target"].split()).partition("#")[0]


def body_passage(document: Note) -> Passage:
    """Return the body of a note, in which the place of every letter is known."""
    return Passage(document.body, document.path, is_body=True)


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
