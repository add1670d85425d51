"""Read built pages as a browser would: what they link to, load and can be linked to."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

LOADING = {
    ("audio", "src"),
    ("embed", "src"),
    ("iframe", "src"),
    ("image", "href"),
    ("img", "src"),
    ("img", "srcset"),
    ("input", "src"),
    ("link", "href"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("source", "srcset"),
    ("track", "src"),
    ("use", "href"),
    ("video", "poster"),
    ("video", "src"),
}
"""Attributes that make a browser fetch something without being asked."""
ONLY_NAMED = {"canonical", "alternate", "next", "prev", "edit"}
"""Relations of a <link> that name an address and fetch nothing."""


@dataclass
class HtmlPage:
    """What stands in one page."""

    title: str = ""
    headings: int = 0
    text: str = ""
    article: str = ""
    """The text within the article element."""
    links: list[str] = field(default_factory=list)
    article_links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    styles: str = ""
    ids: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = HtmlPage()
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.page.ids |= {given[name] for name in ("id", "name") if name in given}
        self.page.styles += given.get("style", "")
        self.page.headings += tag == "h1"
        if tag in {"title", "style", "script", "article", "svg"}:
            self.inside.append(tag)
        if tag == "a" and "href" in given:
            self.page.links.append(given["href"])
            if "article" in self.inside:
                self.page.article_links.append(given["href"])
        if not set(given.get("rel", "").split()) & ONLY_NAMED:
            self.page.loads += [
                value for name, value in given.items() if (tag, name) in LOADING
            ]
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.page.loads.append(given["content"].partition("url=")[2])

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        now = self.inside[-1] if self.inside else ""
        if now == "title":
            self.page.title += data
        elif now == "style":
            self.page.styles += data
        elif now not in {"script", "svg"}:
            self.page.text += data
            if "article" in self.inside:
                self.page.article += data


def read_html(text: str) -> HtmlPage:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.page


def read_site(site: Path) -> dict[str, HtmlPage]:
    """Return every page of a site, by the path of its file."""
    return {
        path.relative_to(site).as_posix(): read_html(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def is_elsewhere(address: str) -> bool:
    """Say whether an address names a host or a scheme, but data within the page itself."""
    parts = urlsplit(address.strip())
    return bool(parts.scheme or parts.netloc) and parts.scheme != "data"


def target(page: str, address: str, base: str) -> tuple[str, str] | None:
    """Return the file and the anchor a link within the site leads to, or None if it leads out."""
    here = urljoin(base, page.removesuffix("index.html"))
    whole, anchor = urldefrag(urljoin(here, address))
    if not whole.startswith(base):
        return None
    path = unquote(urlsplit(whole).path.removeprefix(urlsplit(base).path))
    return (f"{path}index.html" if not path or path.endswith("/") else path), unquote(
        anchor
    )
