"""Where pages were before, and where they are now: nobody's bookmark leads to nothing."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from generator.diagnostics import Diagnostic, Origin, did_you_mean, quoted
from generator.facts.site import Site, published_path
from generator.notes.index import Index
from generator.notes.model import KINDS, Note, Source

ROBOTS, ADDRESSES = "robots.txt", "addresses.txt"
"""The list of every address of the site, one to a line, relative to its root."""


_FOLDERS = (*KINDS, Source.folder)


def check_redirects(index: Index) -> Iterator[Diagnostic]:
    """Report each former address that is a page today, or that two notes claim."""
    taken = {published_path(note.id, note.folder): note for note in _documents(index)}
    claimed: dict[str, Note | Source] = {}
    for note in _documents(index):
        for position, former in enumerate(note.fields.redirect_from):
            path = published_path(former, note.folder)
            origin = note.origin(("redirect_from", position))
            first = claimed.setdefault(path, note)
            if folder := _unknown_folder(path):
                message = f"redirect_from: there are no pages in {quoted(folder)}"
                hint = (
                    did_you_mean(folder, _FOLDERS)
                    or f"Pages are in {', '.join(_FOLDERS)}."
                )
                yield Diagnostic(origin, "bad-redirect", message, hint)
            elif path in taken:
                message = (
                    f"redirect_from: {quoted(path)} is the page of {taken[path].path}"
                )
                yield Diagnostic(origin, "bad-redirect", message, "Take it out.")
            elif first is not note:
                message = f"redirect_from: {quoted(path)} leads to {first.path} already"
                yield Diagnostic(
                    origin, "bad-redirect", message, "Take it out of one of them."
                )


def _unknown_folder(path: str) -> str:
    folder = path.split("/", maxsplit=1)[0]
    return "" if folder in _FOLDERS else folder


def _documents(index: Index) -> Iterator[Note | Source]:
    yield from index.notes.values()
    yield from index.sources.values()


def redirects(site: Site) -> Mapping[str, Note | Source]:
    """Map each former address of a page to the note or source that is meant."""
    return {
        published_path(former, note.folder): note
        for note in _documents(site.index)
        for former in note.fields.redirect_from
    }


def redirect_pages(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of a page for each former address, which leads on without a script."""
    for path, note in redirects(site).items():
        yield f"{path}index.html", _redirect(site, path, note)


def _redirect(site: Site, path: str, note: Note | Source) -> str:
    now = published_path(note.id, note.folder)
    to = escape("../" * path.count("/") + now)
    home = site.settings.site.address
    canonical = f'<link rel="canonical" href="{escape(home + now)}">\n' if home else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        f"<title>{escape(note.title)}</title>\n{canonical}"
        f'<meta name="robots" content="noindex">\n<meta http-equiv="refresh" content="0; url={to}">'
        "\n</head>\n<body>\n"
        f'<p>This page has moved: <a href="{to}">{escape(note.title)}</a></p>\n</body>\n</html>\n'
    )


def addresses(site: Site, pages: Iterable[str]) -> str:
    """Return the list of every address of the site: pages, and where pages were before."""
    shown = {path.removesuffix("index.md").removesuffix(".md") for path in pages}
    found = {f"{path.rstrip('/')}/" if path else path for path in shown} | set(
        redirects(site)
    )
    return "".join(f"{path}\n" for path in sorted(found) if path)


def robots(site: Site) -> str:
    """Return what robots are told: all is open, and where the sitemap is, if that is known."""
    home = site.settings.site.address
    sitemap = f"\nSitemap: {home}sitemap.xml\n" if home else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def check_published(
    site: Site, published: Iterable[str], name: str
) -> Iterator[Diagnostic]:
    """Report each address of a published list that the site would have no more.

    A line that is empty is passed over. The place of a problem is the line of the list.
    """
    pages = (
        published_path(document.id, document.folder)
        for document in _documents(site.index)
    )
    known = {*pages, *redirects(site)}
    for number, line in enumerate(published, start=1):
        path = line.strip()
        folder, _, rest = path.partition("/")
        if folder in _FOLDERS and rest.strip("/") and path not in known:
            yield _vanished(Origin(name, number), path, known)


def _vanished(origin: Origin, path: str, known: Iterable[str]) -> Diagnostic:
    old = path.rstrip("/")
    nearest = did_you_mean(old, (item.rstrip("/") for item in known))
    hint = f"Put 'redirect_from: {old}' into the note that takes its place. {nearest}".strip()
    message = f"{quoted(path)} was published, and no page is there any more"
    return Diagnostic(origin, "vanished-page", message, hint)
