"""What other pages say about this one: they mention it, cite it, or name it in a field."""

import re
from collections import defaultdict

from generator.facts.backlinks import Backlink
from generator.facts.citations import Citing
from generator.links.segments import MENTION
from generator.notes.model import KINDS, Event, Note
from generator.pages.context import PageContext
from generator.text.markdown import Markdown

_MENTION = re.compile(
    f"{MENTION[0]}([^{MENTION[1]}]*){MENTION[1]}([^{MENTION[2]}]*){MENTION[2]}"
)


def backlinks(page: PageContext) -> list[tuple[str, list[Backlink]]]:
    """Return the paragraphs that mention this note, by kind in the order of :data:`KINDS`."""
    if page.document is None:
        return []
    by_folder: defaultdict[str, list[Backlink]] = defaultdict(list)
    for backlink in page.site.connections.backlinks.get(page.document.id, ()):
        by_folder[page.note(backlink.note).folder].append(backlink)
    return [
        (kind.plural, by_folder[folder])
        for folder, kind in KINDS.items()
        if folder in by_folder
    ]


def citing(page: PageContext) -> tuple[Citing, ...]:
    """Return the paragraphs and fields that cite this source."""
    if page.document is None:
        return ()
    return page.site.connections.citing.get(page.document.id, ())


def inverses(page: PageContext) -> list[tuple[str, list[Note]]]:
    """Return the notes whose fields name this one, except events: the timeline has those."""
    if page.document is None:
        return []
    found = []
    by_label = page.site.connections.inverses.get(page.document.id, {})
    for label, ids in by_label.items():
        notes = [page.note(id_) for id_ in ids]
        shown = [note for note in notes if not isinstance(note, Event)]
        if shown:
            found.append((label, shown))
    return found


def where(page: PageContext, place: Backlink | Citing) -> Markdown:
    """Return the line of a paragraph or field that mentions a note or cites a source."""
    link = page.link(page.note(place.note))
    if place.excerpt is None:
        return Markdown(f"{link}, in its facts")
    return Markdown(f"{link}{_detail(place)}: {_excerpt(page, place.excerpt)}")


def _detail(place: Backlink | Citing) -> str:
    """Return how often a note is mentioned, or which paragraph is cited."""
    if isinstance(place, Backlink):
        return f" ({place.count} times)" if place.count > 1 else ""
    return f", ¶{place.paragraph[1:]}" if place.paragraph else ""


def _excerpt(page: PageContext, text: str) -> str:
    """Return a paragraph in plain words, with the names of this note in bold."""

    def shown(mention: re.Match[str]) -> str:
        id_, words = mention.groups()
        return f"**{words}**" if id_ == own_id else words

    own_id = page.document.id if isinstance(page.document, Note) else ""
    return _MENTION.sub(shown, text)
