"""The front matter of pages, for the site's engine, search and browsers."""

from generator.notes.model import Note, Source, Topic
from generator.pages.base.context import PageContext
from generator.structured_data.described import DescribedPage
from generator.structured_data.jsonld import describe
from generator.text.markdown import escape_html
from generator.text.plain import shortened

Meta = dict[str, object]

MAX_DESCRIPTION = 200
MAX_TAB = 70
"""Letters of a page's name that search results show."""


def of_document(page: PageContext, document: Note | Source) -> Meta:
    """Return the front matter of the page of a note or source."""
    meta: Meta = {
        "title": escape_html(document.title),
        "source": document.path,
        "kind": _kind(document),
    }
    changes = page.site.as_of.history.get(document.path)
    if changes:
        meta["updated"] = changes[0].day.isoformat()
        meta["published"] = changes[-1].day.isoformat()
    boost = _search_boost(document)
    if boost != 1:
        meta["search"] = {"boost": boost}
    if isinstance(document, Note):
        meta["tags"] = _names(document)
    summary = _summary(document)
    if summary:
        meta["description"] = escape_html(description(summary))
    return meta


def _kind(document: Note | Source) -> str:
    if isinstance(document, Note):
        return document.kind.singular
    return "source"


def _search_boost(document: Note | Source) -> float:
    if isinstance(document, Note):
        return document.kind.search_boost
    return document.search_boost


def _names(note: Note) -> list[str]:
    """Return the names of a note; search ranks a match of these above all else."""
    names = (*note.names, *note.fields.short)
    return [escape_html(name) for name in names]


def _summary(document: Note | Source) -> str:
    summary = document.fields.summary
    if not summary and isinstance(document, Topic):
        return document.fields.answer
    return summary


def description(text: str) -> str:
    """Shorten prose to a sentence or so for search engines."""
    return shortened(text, MAX_DESCRIPTION)


def of_finished_page(page: PageContext) -> Meta:
    """Return the front matter that every page has once it is known what the page cites."""
    meta: Meta = {}
    structured_data = describe(_described(page))
    if structured_data:
        meta["jsonld"] = structured_data
    if page.card:
        meta["card"] = page.card.path
        meta["card_alt"] = escape_html(page.card.alt)
    tab = _tab(page)
    if tab:
        meta["tab"] = escape_html(tab)
    return meta


def _described(page: PageContext) -> DescribedPage:
    return DescribedPage(
        site=page.site,
        path=page.path,
        document=page.document,
        card=page.card,
        cited=page.citations.sources(),
    )


def _tab(page: PageContext) -> str:
    """Return the name in the browser's tab, or an empty text if the theme's own will do.

    The theme names the page and the site.
    """
    site = page.site.settings.site
    if page.path == "index.md" and site.name:
        if not site.description:
            return _fitting(site.name)
        return _fitting(f"{site.name}: {site.description}")
    if page.document is None:
        return ""
    title = page.document.title
    both = f"{title} - {site.name}"
    if len(both) <= MAX_TAB:
        return ""
    return _fitting(title)


def _fitting(text: str) -> str:
    if len(text) <= MAX_TAB:
        return text
    return shortened(text, MAX_TAB - len(" …"))
