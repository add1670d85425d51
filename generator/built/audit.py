"""Look a built site over, any engine's: what leads nowhere, what calls others, what may run.

Offline and in one pass: the pages are read as a browser would ask for them, with their addresses
below a base path, as on GitHub Pages.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from generator.built.html import Place, WebPage, read_page
from generator.diagnostics import Diagnostic, Origin, quoted, warning

FAULTS = {
    "dead-link": "A link leads to no file of the site.",
    "dead-anchor": "A link names an id that its page does not have.",
    "duplicate-id-in-page": "Two elements of a page have the same id.",
    "missing-asset": "A style, script or image is not there.",
    "wrong-case": "An address differs from its file in letter case alone.",
    "outside-base": "An address leads out of the path the site is published below.",
    "foreign-host": "Something is fetched from another host.",
    "inline-handler": "An attribute runs or styles something where it stands.",
    "weak-policy": "A page has no Content-Security-Policy, or one that lets anything run.",
    "too-heavy": "A page takes more bytes than readers on phones should pay for.",
    "orphan-page": "No other page leads to a page.",
}
"""What each code of an audit means; the codes are stable."""
HEAVIEST = 1_000_000
"""Bytes of a page with the styles and scripts it loads, before compression."""
_STYLE_ADDRESS = re.compile(
    r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", re.IGNORECASE
)
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ADDRESS_OF_PAGE = re.compile(r"<loc>\s*([^<]*?)\s*</loc>")
_STRICT = re.compile(r"'none'|'self'|'sha(?:256|384|512)-[\w+/=-]+'", re.IGNORECASE)
"""What may stand for scripts in a policy: nothing, the site's own, known texts."""


def audit(
    files: Mapping[str, bytes], base: str = "", *, is_served: bool = True
) -> list[Diagnostic]:
    """Return every fault of a site, given its files by their paths.

    ``base`` is the path it is published below, such as ``/project/``; else that of its canonical
    addresses. Without a server, the address of a folder shows no page.
    """
    texts = {
        path: files[path].decode("utf-8", "replace") for path in files if _is_page(path)
    }
    pages = {path: read_page(text) for path, text in texts.items()}
    host, own_base = _home(pages)
    site = _Site(files, pages, host, base or own_base, is_served)
    found = [
        fault for path in sorted(pages) for fault in _faults(site, path, texts[path])
    ]
    found += [
        fault
        for path in sorted(files)
        if path.endswith(".css")
        for fault in _of_style(site, path)
    ]
    return sorted({*found, *_of_sitemap(site), *_orphans(site)})


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _home(pages: Mapping[str, WebPage]) -> tuple[str, str]:
    """Return the host and the base path that the home page names as its own."""
    address = urlsplit(pages["index.html"].canonical if "index.html" in pages else "")
    return address.netloc, address.path or "/"


@dataclass(frozen=True, slots=True)
class _Site:
    files: Mapping[str, bytes]
    pages: Mapping[str, WebPage]
    host: str
    base: str
    is_served: bool

    def path_of(self, page: str, address: str) -> str | None:
        """Return which file an address asks for, or None if it leads out of the site's host.

        What leads out of the base path keeps its first slash.
        """
        try:
            there = urlsplit(urljoin(f"https://{self.host}{self.base}{page}", address))
        except ValueError:  # such as http://[
            return f"/{address}"
        if there.scheme not in {"http", "https"} or there.netloc != self.host:
            return None
        path = unquote(there.path)
        if not path.startswith(self.base):
            return (
                None if urlsplit(address).netloc else path
            )  # a host may hold other sites
        path = path.removeprefix(self.base)
        if not self.is_served:
            return path
        folder = f"{path}/index.html"  # which servers lead on to
        if path.endswith("/") or not path:
            return f"{path}index.html"
        return folder if path not in self.files and folder in self.files else path


def _faults(site: _Site, path: str, text: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with one page."""
    page = site.pages[path]

    def at(offset: int) -> Origin:
        line = text.count("\n", 0, offset)
        return Origin(path, line + 1, offset - text.rfind("\n", 0, offset))

    for id_, offset in _repeated(page.ids):
        yield Diagnostic(
            at(offset), "duplicate-id-in-page", f"the id {quoted(id_)} stands twice"
        )
    for name, offset in page.running:
        message = f"{quoted(name)} runs or styles something where it stands"
        yield Diagnostic(at(offset), "inline-handler", message)
    if problem := _weak(page.policy):
        yield Diagnostic(at(0), "weak-policy", problem)
    looked_over = (
        (page.links, _of_link),
        (page.loads, _of_load),
        (page.shown, _of_shown),
    )
    for places, look in looked_over:
        for address, offset in places:
            yield from look(site, path, address, at(offset))
    weight = len(site.files[path]) + sum(
        len(site.files.get(site.path_of(path, address) or "", b""))
        for address, _ in {*page.loads}
    )
    if weight > HEAVIEST:
        yield warning(
            at(0),
            "too-heavy",
            f"it takes {weight} bytes with what it loads, at most {HEAVIEST} are good",
        )


def _weak(policy: str) -> str:
    """Say why a policy does not keep scripts of others, or of the page, from running."""
    directives = [part.split() for part in policy.lower().split(";") if part.split()]
    rules = {
        names[0]: names[1:] for names in reversed(directives)
    }  # of two the first counts
    if not rules:
        return "it has no Content-Security-Policy"
    if "default-src" not in rules:
        return "its Content-Security-Policy names no default-src"
    for name in ("script-src", "style-src", "object-src"):
        allowed = rules.get(name, rules["default-src"])
        if loose := [source for source in allowed if not _STRICT.fullmatch(source)]:
            return f"its Content-Security-Policy lets {quoted(loose[0])} be {name}"
    return ""


def _repeated(ids: list[Place]) -> Iterator[Place]:
    """Yield each id that an element before had already, once, and where."""
    count: Counter[str] = Counter()
    for id_, offset in ids:
        count[id_] += 1
        if count[id_] == 2:  # noqa: PLR2004 - the second is one too many
            yield id_, offset


def _of_link(
    site: _Site, path: str, address: str, origin: Origin
) -> Iterator[Diagnostic]:
    """Report a link that leads nowhere in the site."""
    target = site.path_of(path, address)
    if target is None:
        return
    if problem := _missing(site, target, address, "dead-link"):
        yield Diagnostic(origin, *problem)
        return
    anchor = unquote(urlsplit(address).fragment).partition(":~:")[0]
    if (
        anchor.lower() in {"", "top"} or target not in site.pages
    ):  # every page has a top
        return
    if anchor not in {id_ for id_, _ in site.pages[target].ids}:
        yield Diagnostic(
            origin, "dead-anchor", f"{quoted(address)} names no id of {target}"
        )


def _of_load(
    site: _Site, path: str, address: str, origin: Origin
) -> Iterator[Diagnostic]:
    """Report what a browser would fetch from elsewhere, or in vain."""
    if address.startswith("data:") or not address:
        return
    target = site.path_of(path, address)
    if target is None:
        yield Diagnostic(
            origin, "foreign-host", f"{quoted(address)} is fetched from another host"
        )
    elif problem := _missing(site, target, address, "missing-asset"):
        yield Diagnostic(origin, *problem)


def _of_shown(
    site: _Site, path: str, address: str, origin: Origin
) -> Iterator[Diagnostic]:
    """Report a picture for other sites that is not there; no reader's browser asks for it."""
    target = site.path_of(path, address)
    if target and (problem := _missing(site, target, address, "missing-asset")):
        yield Diagnostic(origin, *problem)


def _missing(
    site: _Site, target: str, address: str, code: str
) -> tuple[str, str, str] | None:
    """Say why no file answers an address, or None if one does."""
    if target in site.files:
        return None
    if (
        not site.is_served
        and f"{target.rstrip('/')}/index.html".lstrip("/") in site.files
    ):
        return (
            code,
            f"{quoted(address)} leads to a list of files",
            "Write index.html behind it.",
        )
    if target.startswith("/"):
        return (
            "outside-base",
            f"{quoted(address)} leads out of {site.base}",
            "Write it relative.",
        )
    same = [name for name in site.files if name.lower() == target.lower()]
    if same:
        return (
            "wrong-case",
            f"{quoted(address)} is written otherwise than its file",
            f"It is {same[0]}.",
        )
    return code, f"{quoted(address)} leads to no file of the site", ""


def _of_style(site: _Site, path: str) -> Iterator[Diagnostic]:
    text = site.files[path].decode("utf-8", "replace")
    text = _STYLE_COMMENT.sub(lambda found: re.sub(r"\S", " ", found[0]), text)
    for found in _STYLE_ADDRESS.finditer(text):
        line = text.count("\n", 0, found.start())
        yield from _of_load(site, path, found[1] or found[2], Origin(path, line + 1))


def _of_sitemap(site: _Site) -> Iterator[Diagnostic]:
    text = site.files.get("sitemap.xml", b"").decode("utf-8", "replace")
    for found in _ADDRESS_OF_PAGE.finditer(text):
        origin = Origin("sitemap.xml", text.count("\n", 0, found.start()) + 1)
        yield from _of_link(site, "sitemap.xml", unescape(found[1]), origin)


def _orphans(site: _Site) -> Iterator[Diagnostic]:
    """Report pages that no other page links to."""
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for path, page in site.pages.items():
        for address, _ in page.links:
            linked[site.path_of(path, address) or ""].add(path)
    for path in sorted(site.pages):
        if path not in {"index.html", "404.html"} and not linked[path] - {path}:
            yield warning(Origin(path), "orphan-page", "no other page leads to it")
