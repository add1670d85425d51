"""Audit a built site, from any engine: dead links, requests to other hosts, code that may run.

The audit works offline and in one pass. It reads pages as a browser would request them, with
addresses below a base path, as on GitHub Pages.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from urllib.parse import urlsplit

from generator.built.address_faults import AddressChecks
from generator.built.addresses import FinishedSite, joined
from generator.built.page_faults import (
    MAX_PAGE_BYTES,
    Check,
    Document,
    Page,
    faults_of_addresses,
    faults_of_page,
    weight_of,
)
from generator.built.styles import style_addresses
from generator.built.summary import PageSummary, summarize
from generator.built.webpage import MarkupPosition, read_page
from generator.codes import AuditCode
from generator.diagnostics import Diagnostic, Origin, warning

FAULTS: Mapping[AuditCode, str] = {
    "dead-link": "A link does not lead to a file of the site.",
    "dead-anchor": "A link names an id that its target does not have.",
    "duplicate-id-in-page": "Two elements of a page have the same id.",
    "missing-asset": "A style, script or image is missing.",
    "wrong-case": "An address differs from its file only in letter case.",
    "outside-base": "An address leaves the path under which the site is published.",
    "foreign-host": "Something is loaded from another host.",
    "inline-handler": "An attribute runs a script or sets a style inline.",
    "weak-policy": "A page has no Content-Security-Policy, or one that allows anything to run.",
    "too-heavy": "A page is too heavy for readers on phones.",
    "orphan-page": "No other page links to a page.",
}
"""What each code of an audit means; the codes are stable."""
_SITEMAP = "sitemap.xml"
_ADDRESS_OF_PAGE = re.compile(r"<loc>([^<]*)</loc>")

Read = Callable[[str], bytes]
"""Returns the content of a file of the site."""


def audit(
    files: Mapping[str, bytes], base: str = "", *, is_served: bool = True
) -> list[Diagnostic]:
    """Return every fault of a site, given its files by their paths.

    ``base`` is the path it is published below, such as ``/project/``; else that of its canonical
    addresses. Without a server, the address of a folder shows no page.
    """
    sizes = {path: len(content) for path, content in files.items()}
    summaries: dict[str, PageSummary] = {}
    for path, content in files.items():
        if path.endswith(".html"):
            summaries[path] = summarize(_decoded(content))
    read = files.__getitem__
    return audit_summaries(sizes, summaries, read, base, is_served=is_served)


def audit_summaries(
    sizes: Mapping[str, int],
    summaries: Mapping[str, PageSummary],
    read: Read,
    base: str = "",
    *,
    is_served: bool = True,
) -> list[Diagnostic]:
    """Return every fault of a site whose pages were summarized, perhaps as they were built.

    Args:
        sizes: The bytes of each file, by its path.
        summaries: The summary of each page, by its path.
        read: Returns a file's content. Only style sheets, the sitemap and pages with a fault are
            read.
        base: As for ``audit``.
        is_served: As for ``audit``.
    """
    host, own_base = _home(summaries)
    site = FinishedSite(sizes, host, base or own_base, is_served)
    checks = AddressChecks(site, _ids(summaries), cache(site.file_at), _by_lower(sizes))
    pages = _Pages(checks, summaries, read)
    found = {
        *pages.faults(),
        *_faults_of_styles(checks, read),
        *_faults_of_sitemap(checks, read),
        *pages.orphans(),
    }
    return sorted(found)


def _decoded(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _home(summaries: Mapping[str, PageSummary]) -> tuple[str, str]:
    """Return the host and the base path that the home page names as its own."""
    home = summaries.get("index.html")
    if home is None:
        return "", "/"
    try:
        address = urlsplit(home.canonical)
    except ValueError:  # such as http://[
        return "", "/"
    return address.netloc, address.path or "/"


def _ids(summaries: Mapping[str, PageSummary]) -> dict[str, frozenset[str]]:
    """Return the ids that links can name, by page."""
    return {path: frozenset(summary.ids) for path, summary in summaries.items()}


def _by_lower(sizes: Mapping[str, int]) -> dict[str, str]:
    """Return the first file of each path, by the path in lower case."""
    names: dict[str, str] = {}
    for path in sizes:
        names.setdefault(path.lower(), path)
    return names


@dataclass(frozen=True, slots=True)
class _Pages:
    """The pages of a site: each is looked at in its summary, and read again if it has a fault."""

    checks: AddressChecks
    summaries: Mapping[str, PageSummary]
    read: Read

    def faults(self) -> Iterator[Diagnostic]:
        """Yield the faults of every page, orphans aside."""
        for path, summary in self.summaries.items():
            if summary.is_suspect or self._has_fault(path, summary):
                page = self._page(path)
                yield from faults_of_page(self.checks, page)

    def _has_fault(self, path: str, summary: PageSummary) -> bool:
        """Say whether an address of a page leads nowhere, or the page is too heavy."""
        start = _Start(self.checks.site, path, summary.base)
        checks: list[tuple[tuple[str, ...], Check]] = [
            (summary.links, self.checks.link),
            (summary.loads, self.checks.load),
            (summary.previews, self.checks.preview),
        ]
        for addresses, check in checks:
            for address in addresses:
                if check(start.of(address), address):
                    return True
        return weight_of(self.checks, path, start.url, summary.loads) > MAX_PAGE_BYTES

    def _page(self, path: str) -> Page:
        text = _decoded(self.read(path))
        content = read_page(text)
        start = _Start(self.checks.site, path, content.base)
        return Page(path, text, start.url, content)

    def orphans(self) -> Iterator[Diagnostic]:
        """Warn of pages that no other page links to; nothing links to a former address."""
        linked: set[str | None] = {"index.html", "404.html"}
        for path, summary in self.summaries.items():
            start = _Start(self.checks.site, path, summary.base)
            for address in summary.links:
                target = self.checks.file_at(start.of(address), address)
                if target != path:
                    linked.add(target)
        for path, summary in self.summaries.items():
            if path not in linked and not summary.is_redirect:
                origin = Origin(path)
                yield warning(origin, "orphan-page", "no other page links to it")


class _Start:
    """Where the relative addresses of a page start from."""

    __slots__ = ("_from_above", "url")

    def __init__(self, site: FinishedSite, path: str, base: str | None) -> None:
        """Find the whole address."""
        self.url = site.url_of(path)
        self._from_above = self.url
        folder, _, _ = path.rpartition("/")
        above, is_below, _ = folder.rpartition("/")
        if base is not None:
            self.url = joined(self.url, base)
            self._from_above = self.url
        elif is_below:
            self._from_above = site.url_of(f"{above}/_/index.html")

    def of(self, address: str) -> str:
        """Return where an address starts from; the pages of a folder share what goes up."""
        return self._from_above if address.startswith("../") else self.url


def _faults_of_styles(checks: AddressChecks, read: Read) -> Iterator[Diagnostic]:
    for path in checks.site.sizes:
        if path.endswith(".css"):
            sheet = _document(checks.site, path, read)
            addresses = style_addresses(sheet.text)
            yield from faults_of_addresses(sheet, addresses, checks.load)


def _faults_of_sitemap(checks: AddressChecks, read: Read) -> Iterator[Diagnostic]:
    if _SITEMAP not in checks.site.sizes:
        return
    sitemap = _document(checks.site, _SITEMAP, read)
    addresses: list[MarkupPosition] = []
    for found in _ADDRESS_OF_PAGE.finditer(sitemap.text):
        address = unescape(found[1].strip())
        addresses.append(MarkupPosition(address, found.start()))
    yield from faults_of_addresses(sitemap, addresses, checks.link)


def _document(site: FinishedSite, path: str, read: Read) -> Document:
    text = _decoded(read(path))
    return Document(path, text, site.url_of(path))
