"""The list of all names: whose name each is, and of what kind."""

from generator.notes.model import Note
from generator.pages.base.context import PageContext
from generator.pages.base.grouping import by_name
from generator.text.markdown import Markdown, escape


def names(page: PageContext) -> list[tuple[str, list[Markdown]]]:
    """Return the line of every name, by its first letter."""
    found = []
    notes = page.site.index.notes.values()
    for letter, pairs in by_name(notes):
        lines = [_line(page, name, note) for name, note in pairs]
        found.append((letter, lines))
    return found


def _line(page: PageContext, name: str, note: Note) -> Markdown:
    link = page.link(note, name)
    kind = f'<span class="kind">{note.kind.singular}</span>'
    if name == note.title:
        return Markdown(f"{link} {kind}")
    title = escape(note.title)
    return Markdown(f"{link} → {title} {kind}")
