"""The lines of an explainer and of the home page: what is in it, who is who, where to begin."""

from generator.evidence import without_citations
from generator.markdown import Markdown, escape
from generator.model import KINDS, Note, Source
from generator.page import Writer
from generator.prose import headings, slug
from generator.segments import Link

_AFTER = {"claims": "Claims, weighed", "timeline": "Timeline"}
"""Sections that stand behind the body, where there is anything to show in them."""


def sections(page: Writer) -> Markdown:
    """Return links to the sections of an explainer, in their order."""
    note = page.document
    if not isinstance(note, Note):
        return Markdown()
    has = {"claims": note.fields.claims, "timeline": page.site.timelines.get(note.id)}
    titles = [*headings(note.body), *(title for key, title in _AFTER.items() if has[key])]
    return Markdown(" · ".join(f"[{escape(title)}](#{slug(title)})" for title in titles))


def mentioned(page: Writer, folder: str) -> list[Note]:
    """Return the notes of a kind that this page mentions, in order of their first mention."""
    if page.document is None:
        return []
    fields = page.document.fields
    prose = page.site.prose[page.document.path]
    texts = (str(getattr(fields, "answer", "")), page.document.body)
    found = dict.fromkeys(
        segment.target
        for text in texts
        if text in prose
        for block in prose[text].blocks
        for segment in block.segments
        if isinstance(segment, Link)
    )
    notes = (page.note(id_) for id_ in found)
    return [note for note in notes if note.folder == folder and note is not page.document]


def who(page: Writer, note: Note) -> Markdown:
    """Return the line of somebody or something that a reader may not know."""
    summary = escape(without_citations(note.fields.summary))
    return Markdown(f"{page.link(note)}{f'<br>{summary}' if summary else ''}")


def ways_in(page: Writer) -> list[Markdown]:
    """Return links to the lists of each kind and of the sources, with how many there are."""
    counts = {kind.folder: len(page.of_kind(kind.folder)) for kind in KINDS.values()}
    names = {kind.folder: kind.plural for kind in KINDS.values()}
    counts[Source.folder], names[Source.folder] = len(page.site.index.sources), "Sources"
    return [
        Markdown(f"**{count}** [{names[folder]}]({page.to(f'{folder}/index.md')})")
        for folder, count in counts.items()
        if count
    ]


def asked(page: Writer, note: Note) -> Markdown:
    """Return what an explainer answers, as a link; its title where it asks nothing."""
    return page.link(note, note.fields.question or note.title)
