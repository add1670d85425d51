"""Find the faults of one page or file of a site, and where they are."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.built.address_faults import AddressChecks, Fault
from generator.built.policy import weakness
from generator.built.styles import style_addresses
from generator.built.webpage import MarkupPosition, WebPage
from generator.diagnostics import Diagnostic, Origin, quoted, warning

MAX_PAGE_BYTES = 1_000_000
"""Bytes of a page with the styles and scripts it loads, before compression."""
Check = Callable[[str, str], Fault | None]
"""Checks an address, given the address that relative ones start from."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page, style sheet or sitemap."""

    path: str
    text: str
    start: str
    """The whole address that its relative ones start from."""

    def origin(self, offset: int) -> Origin:
        """Return the line and column of an offset."""
        line = self.text.count("\n", 0, offset)
        line_start = self.text.rfind("\n", 0, offset)
        return Origin(self.path, line + 1, offset - line_start)


@dataclass(frozen=True, slots=True)
class Page(Document):
    """A page and what is in it, with positions."""

    content: WebPage


def faults_of_page(checks: AddressChecks, page: Page) -> Iterator[Diagnostic]:
    """Yield every fault of a page, each where it is."""
    content = page.content
    yield from _faults_of_markup(page)
    yield from faults_of_addresses(page, content.links, checks.link)
    yield from faults_of_addresses(page, content.loads, checks.load)
    yield from faults_of_addresses(page, content.previews, checks.preview)
    yield from faults_of_addresses(page, _inline_addresses(page), checks.load)
    yield from _faults_of_weight(checks, page)


def _faults_of_markup(page: Page) -> Iterator[Diagnostic]:
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


def faults_of_addresses(
    document: Document, addresses: Iterable[MarkupPosition], check: Check
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


def _inline_addresses(page: Page) -> Iterator[MarkupPosition]:
    """Yield what the page's own <style> elements make a browser fetch."""
    for style in page.content.styles:
        start = page.text.find(style.value, style.offset)
        for address in style_addresses(style.value):
            yield MarkupPosition(address.value, start + address.offset)


def _faults_of_weight(checks: AddressChecks, page: Page) -> Iterator[Diagnostic]:
    """Warn of a page that is too heavy with everything it loads."""
    loads = [position.value for position in page.content.loads]
    weight = weight_of(checks, page.path, page.start, loads)
    if weight <= MAX_PAGE_BYTES:
        return
    message = (
        f"the page and what it loads have {weight} bytes; the limit is {MAX_PAGE_BYTES}"
    )
    yield warning(page.origin(0), "too-heavy", message)


def weight_of(
    checks: AddressChecks, path: str, start: str, loads: Iterable[str]
) -> int:
    """Return the bytes of a page and of what it loads from the site."""
    sizes = checks.site.sizes
    weight = sizes[path]
    for address in set(loads):
        loaded = checks.file_at(start, address)
        if loaded:
            weight += sizes.get(loaded, 0)
    return weight
