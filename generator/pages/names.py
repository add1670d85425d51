"""The lines of the list of all names: what each is short for, and of what kind."""

from generator.notes.model import Note
from generator.pages.context import Writer
from generator.pages.grouping import by_name
from generator.text.markdown import Markdown, escape


def names(page: Writer) -> list[tuple[str, list[Markdown]]]:
    """Return every name by its first letter: a link, whose name it is, and of what kind that is."""
    return [
        (letter, [_line(page, name, note) for name, note in here])
        for letter, here in by_name(page.site.index.notes.values())
    ]


def _line(page: Writer, name: str, note: Note) -> Markdown:
    of = "" if name == note.title else f" → {escape(note.title)}"
    kind = f'<span class="kind">{note.kind.singular}</span>'
    return Markdown(f"{page.link(note, name)}{of} {kind}")
