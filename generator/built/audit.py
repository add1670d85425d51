"""Audit a built site, from any engine: dead links, requests to other hosts, code that may run.

The audit works offline and in one pass. It reads pages as a browser would request them, with
addresses below a base path, as on GitHub Pages.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from urllib.parse import urlsplit

from generator.built.address_faults import AddressChecks, Fault
from generator.built.addresses import FinishedSite, joined
from generator.built.policy import weakness
from generator.built.styles import style_addresses
from generator.built.webpage import MarkupPosition, WebPage, read_page
from generator.codes import AuditCode
from generator.diagnostics import Diagnostic, Origin, quoted, warning

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
MAX_PAGE_BYTES = 1_000_000
"""Bytes of a page with the styles and scripts it loads, before compression."""
_SITEMAP = "sitemap.xml"
_ADDRESS_OF_PAGE = re.compile(r"<loc>([^<]*)</loc>")

_Check = Callable[[str, str], Fault | None]
"""Checks an address, given the address that relative ones start from."""


@dataclass(frozen=True, slots=True)
class _Document:
    """A page, style sheet or sitemap."""

    path: str
    text: str
    start: str
    """The whole address that its relative ones start from."""

    def origin(self, offset: int) -> Origin:
        line = self.text.count("\n", 0, offset)
        line_start = self.text.rfind("\n", 0, offset)
        return Origin(self.path, line + 1, offset - line_start)


@dataclass(frozen=True, slots=True)
class _Page(_Document):
    content: WebPage


def audit(
    files: Mapping[str, bytes], base: str = "", *, is_served: bool = True
) -> list[Diagnostic]:
    """Return every fault of a site, given its files by their paths.

    ``base`` is the path it is published below, such as ``/project/``; else that of its canonical
    addresses. Without a server, the address of a folder shows no page.
    """
    contents: dict[str, WebPage] = {}
    for path in files:
        if path.endswith(".html"):
            text = _decoded(files[path])
            contents[path] = read_page(text)
    host, own_base = _home(contents)
    site = FinishedSite(files, host, base or own_base, is_served)
    pages = [_page(site, path, content) for path, content in contents.items()]
    checks = AddressChecks(site, _ids(contents), cache(site.file_at))
    found = {
        *_faults_of_pages(checks, pages),
        *_faults_of_styles(checks),
        *_faults_of_sitemap(checks),
        *_orphans(checks, pages),
    }
    return sorted(found)


def _decoded(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _home(contents: Mapping[str, WebPage]) -> tuple[str, str]:
    """Return the host and the base path that the home page names as its own."""
    home = contents.get("index.html")
    if home is None:
        return "", "/"
    try:
        address = urlsplit(home.canonical)
    except ValueError:  # such as http://[
        return "", "/"
    return address.netloc, address.path or "/"


def _ids(contents: Mapping[str, WebPage]) -> dict[str, frozenset[str]]:
    """Return the ids that links can name, by page."""
    ids: dict[str, frozenset[str]] = {}
    for path, content in contents.items():
        own = [position.value for position in content.ids]
        ids[path] = frozenset(own)
    return ids


def _document(site: FinishedSite, path: str) -> _Document:
    text = _decoded(site.files[path])
    return _Document(path, text, site.url_of(path))


def _page(site: FinishedSite, path: str, content: WebPage) -> _Page:
    text = _decoded(site.files[path])
    start = site.url_of(path)
    if content.base is not None:
        start = joined(start, content.base)
    return _Page(path, text, start, content)


def _faults_of_pages(
    checks: AddressChecks, pages: Iterable[_Page]
) -> Iterator[Diagnostic]:
    for page in pages:
        content = page.content
        yield from _faults_of_markup(page)
        yield from _faults_of_addresses(page, content.links, checks.link)
        yield from _faults_of_addresses(page, content.loads, checks.load)
        yield from _faults_of_addresses(page, content.previews, checks.preview)
        yield from _faults_of_addresses(page, _inline_addresses(page), checks.load)
        yield from _faults_of_weight(checks, page)


def _faults_of_markup(page: _Page) -> Iterator[Diagnostic]:
    """Yield the faults of a page that do not depend on other files."""
    content = page.content
    for id_ in _repeated(content.ids):
        origin = page.origin(id_.offset)
        message = f"the id {quoted(id_.value)} is used twice"
        yield Diagnostic(origin, "duplicate-id-in-page", message)
    for running in content.running:
        origin = page.origin(running.offset)
        message = f"{quoted(running.value)} is an inline script or style"
        yield Diagnostic(origin, "inline-handler", message)
    problem = weakness(content.policies)
    if problem:
        origin = page.origin(0)
        yield Diagnostic(origin, "weak-policy", problem)


def _repeated(ids: Iterable[MarkupPosition]) -> Iterator[MarkupPosition]:
    """Yield the second element of each id."""
    count: Counter[str] = Counter()
    for position in ids:
        id_ = position.value
        count[id_] += 1
        if count[id_] == 2:  # noqa: PLR2004 - the second is one too many
            yield position


def _faults_of_addresses(
    document: _Document, addresses: Iterable[MarkupPosition], check: _Check
) -> Iterator[Diagnostic]:
    """Yield the faults of a document's addresses, each address checked once."""
    faults: dict[str, Fault | None] = {}
    for position in addresses:
        address = position.value
        if address not in faults:
            faults[address] = check(document.start, address)
        fault = faults[address]
        if fault:
            origin = document.origin(position.offset)
            yield Diagnostic(origin, fault.code, fault.message, fault.hint)


def _inline_addresses(page: _Page) -> Iterator[MarkupPosition]:
    """Yield what the page's own <style> elements make a browser fetch."""
    for style in page.content.styles:
        start = page.text.find(style.value, style.offset)
        for address in style_addresses(style.value):
            yield MarkupPosition(address.value, start + address.offset)


def _faults_of_weight(checks: AddressChecks, page: _Page) -> Iterator[Diagnostic]:
    """Warn of a page that is too heavy with everything it loads."""
    files = checks.site.files
    weight = len(files[page.path])
    loaded = {position.value for position in page.content.loads}
    for address in loaded:
        path = checks.file_at(page.start, address)
        if path:
            content = files.get(path, b"")
            weight += len(content)
    if weight <= MAX_PAGE_BYTES:
        return
    message = (
        f"the page and what it loads have {weight} bytes; the limit is {MAX_PAGE_BYTES}"
    )
    yield warning(page.origin(0), "too-heavy", message)


def _faults_of_styles(checks: AddressChecks) -> Iterator[Diagnostic]:
    for path in checks.site.files:
        if path.endswith(".css"):
            sheet = _document(checks.site, path)
            addresses = style_addresses(sheet.text)
            yield from _faults_of_addresses(sheet, addresses, checks.load)


def _faults_of_sitemap(checks: AddressChecks) -> Iterator[Diagnostic]:
    if _SITEMAP not in checks.site.files:
        return
    sitemap = _document(checks.site, _SITEMAP)
    addresses: list[MarkupPosition] = []
    for found in _ADDRESS_OF_PAGE.finditer(sitemap.text):
        address = unescape(found[1].strip())
        addresses.append(MarkupPosition(address, found.start()))
    yield from _faults_of_addresses(sitemap, addresses, checks.link)


def _orphans(checks: AddressChecks, pages: Sequence[_Page]) -> Iterator[Diagnostic]:
    """Warn of pages that no other page links to; nothing links to a former address."""
    linked: set[str | None] = {"index.html", "404.html"}
    for page in pages:
        addresses = {position.value for position in page.content.links}
        targets = {checks.file_at(page.start, address) for address in addresses}
        targets.discard(page.path)
        linked |= targets
    for page in pages:
        if page.path not in linked and not page.content.is_redirect:
            origin = Origin(page.path)
            yield warning(origin, "orphan-page", "no other page links to it")
