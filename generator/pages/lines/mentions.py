"""What other pages say about this one: they mention it, cite it, or name it in a field."""

from collections import defaultdict
from itertools import groupby

from generator.facts.backlinks import Backlink
from generator.facts.citations import Citing
from generator.links.excerpts import Excerpt, Words, text_of
from generator.notes.model import KINDS, Event, Kind, Note
from generator.pages.base.citations import pilcrow
from generator.pages.base.context import PageContext
from generator.text.markdown import Markdown, escape_within


def backlinks(page: PageContext) -> list[tuple[str, list[Backlink]]]:
    """Return the notes that mention this one, by kind in the order of :data:`KINDS`."""
    if page.document is None:
        return []
    by_kind: defaultdict[Kind, list[Backlink]] = defaultdict(list)
    backlinks = page.site.connections.backlinks
    for backlink in backlinks.get(page.document.id, ()):
        note = page.note(backlink.note)
        by_kind[note.kind].append(backlink)
    found = []
    for kind in KINDS.values():
        of_kind = by_kind[kind]
        if of_kind:
            found.append((kind.plural, of_kind))
    return found


def citing(page: PageContext) -> tuple[Citing, ...]:
    """Return the paragraphs and fields that cite this source."""
    if page.document is None:
        return ()
    by_source = page.site.connections.citing
    return by_source.get(page.document.id, ())


def inverses(page: PageContext) -> list[tuple[str, list[Note]]]:
    """Return the notes whose fields name this one, except events: the timeline has those."""
    if page.document is None:
        return []
    found = []
    inverses = page.site.connections.inverses
    by_label = inverses.get(page.document.id, {})
    for label, ids in by_label.items():
        notes = map(page.note, ids)
        shown = [note for note in notes if not isinstance(note, Event)]
        if shown:
            found.append((label, shown))
    return found


def where(page: PageContext, place: Backlink | Citing) -> Markdown:
    """Return the line of a paragraph or field that mentions a note or cites a source."""
    note = page.note(place.note)
    link = page.link(note)
    if place.excerpt is None:
        return Markdown(f"{link}, in its fact box")
    detail = _detail(place)
    excerpt = _excerpt(page, place.excerpt)
    return Markdown(f"{link}{detail}: {excerpt}")


def _detail(place: Backlink | Citing) -> str:
    """Return how often a note is mentioned, or which paragraph is cited."""
    match place:
        case Backlink(count=1):
            return ""
        case Backlink():
            return f" ({place.count} times)"
        case Citing(paragraph=""):
            return ""
        case Citing():
            return f", {pilcrow(place.paragraph)}"


def _excerpt(page: PageContext, excerpt: Excerpt) -> str:
    """Return a paragraph in plain words, with the names of this note in bold."""
    own_id = ""
    if isinstance(page.document, Note):
        own_id = page.document.id

    def is_own(words: Words) -> bool:
        return bool(own_id) and words.note == own_id

    shown = []
    for is_name, words in groupby(excerpt, is_own):
        text = escape_within(text_of(words))
        if is_name:
            text = f"<strong>{text}</strong>"
        shown.append(text)
    return "".join(shown)
