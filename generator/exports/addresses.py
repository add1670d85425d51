"""Every address of the site, for robots and for the next build."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Origin, did_you_mean, quoted
from generator.exports.redirects import FOLDERS, documents, redirects
from generator.facts.site import Site, published_path
from generator.known_words import KnownWords

ROBOTS, ADDRESSES = "robots.txt", "addresses.txt"
"""The list has one address in a line, relative to the site's root."""


def addresses(site: Site, pages: Iterable[str]) -> str:
    """Return the list of every address of the site: pages, and where pages were before."""
    found = set(redirects(site))
    found.update(map(_address, pages))
    found.discard("")  # the home page
    lines = [f"{path}\n" for path in sorted(found)]
    return "".join(lines)


def _address(page: str) -> str:
    """Return the address of a page's file in docs_dir."""
    path = page.removesuffix("index.md").removesuffix(".md")
    folder = path.rstrip("/")
    return f"{folder}/" if folder else ""


def robots(site: Site) -> str:
    """Return what robots may read: everything, and the sitemap if the site's address is known."""
    everything = "User-agent: *\nAllow: /\n"
    home = site.settings.site.address
    if not home:
        return everything
    return f"{everything}\nSitemap: {home}sitemap.xml\n"


def check_published(
    site: Site, published: Iterable[str], name: str
) -> Iterator[Diagnostic]:
    """Report each address of a published list, at its line, that the site no longer has."""
    known = set(redirects(site))
    for document in documents(site.index):
        known.add(published_path(document.id, document.folder))
    origins = {}
    for number, line in enumerate(published, start=1):
        path = line.strip()
        if path not in known and _is_of_document(path):
            origins[Origin(name, number)] = path
    if origins:
        pages = KnownWords.of(path.rstrip("/") for path in known)
        for origin, path in origins.items():
            yield _vanished(origin, path, pages)


def _is_of_document(path: str) -> bool:
    """Return whether an address is that of a note or source, and not of a list or file."""
    folder, _, rest = path.partition("/")
    name = rest.strip("/")
    return folder in FOLDERS and bool(name)


def _vanished(origin: Origin, path: str, pages: KnownWords) -> Diagnostic:
    former = path.rstrip("/")
    nearest = did_you_mean(former, pages)
    advice = f"Add 'redirect_from: {former}' to the note that replaces it."
    message = f"{quoted(path)} was published and no longer exists"
    hint = f"{advice} {nearest}".strip()
    return Diagnostic(origin, "vanished-page", message, hint)
