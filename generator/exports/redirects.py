"""Former addresses of pages, which lead to the present ones."""

from collections.abc import Iterator, Mapping
from html import escape

from generator.diagnostics import Diagnostic, did_you_mean, quoted
from generator.facts.site import Site, published_path
from generator.notes.index import Index
from generator.notes.model import KINDS, Note, Source

FOLDERS = (*KINDS, Source.folder)
"""The folders of all pages that notes and sources have."""


def check_redirects(index: Index) -> Iterator[Diagnostic]:
    """Report each former address that is a page today, or that two notes claim."""
    pages: dict[str, Note | Source] = {}
    for note in documents(index):
        pages[published_path(note.id, note.folder)] = note
    claimed: dict[str, Note | Source] = {}
    for note in documents(index):
        for position, former in enumerate(note.fields.redirect_from):
            path = published_path(former, note.folder)
            page = pages.get(path)
            first = claimed.setdefault(path, note)
            problem = _problem(path, note, page, first)
            if problem:
                message, hint = problem
                origin = note.origin(("redirect_from", position))
                yield Diagnostic(origin, "bad-redirect", message, hint)


def _problem(
    path: str, note: Note | Source, page: Note | Source | None, first: Note | Source
) -> tuple[str, str] | None:
    """Return message and hint if a former address is unknown, in use, or claimed before."""
    folder, _, _ = path.partition("/")
    if folder not in FOLDERS:
        message = f"redirect_from: there are no pages in {quoted(folder)}"
        nearest = did_you_mean(folder, FOLDERS)
        return message, nearest or f"Pages are in {', '.join(FOLDERS)}."
    if page:
        message = f"redirect_from: {quoted(path)} is the page of {page.path}"
        return message, "Remove it."
    if first is not note:
        message = f"redirect_from: {quoted(path)} already leads to {first.path}"
        return message, "Remove it from one of them."
    return None


def documents(index: Index) -> Iterator[Note | Source]:
    """Yield every note and source that has a page."""
    yield from index.notes.values()
    yield from index.sources.values()


def redirects(site: Site) -> Mapping[str, Note | Source]:
    """Map each former address of a page to the note or source that is meant."""
    found: dict[str, Note | Source] = {}
    for note in documents(site.index):
        for former in note.fields.redirect_from:
            found[published_path(former, note.folder)] = note
    return found


def redirect_pages(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of a page for each former address; it redirects without a script."""
    for former, note in redirects(site).items():
        page = _redirect(site, former, note)
        yield f"{former}index.html", page


def _redirect(site: Site, former: str, note: Note | Source) -> str:
    path = published_path(note.id, note.folder)
    to_root = "../" * former.count("/")
    target = escape(to_root + path)
    title = escape(note.title)
    canonical = ""
    home = site.settings.site.address
    if home:
        address = escape(home + path)
        canonical = f'<link rel="canonical" href="{address}">\n'
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        f"<title>{title}</title>\n{canonical}"
        '<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n</head>\n<body>\n'
        f'<p>This page has moved: <a href="{target}">{title}</a></p>\n</body>\n</html>\n'
    )
