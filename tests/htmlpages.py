"""Read built pages as a browser would: what they link to, load and can be linked to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

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


def read_html(text: str) -> HtmlPage:
    tree = LexborHTMLParser(text)
    articles = tree.css("article")
    page = HtmlPage(
        title="".join(title.text() for title in tree.css("head > title")),
        headings=len(tree.css("h1")),
        links=_values(tree.css("a[href]"), "href"),
        article_links=_values(tree.css("article a[href]"), "href"),
        styles="".join(style.text() for style in tree.css("style")),
    )
    for node in tree.css("*"):
        _read_attributes(page, node)
    for unread in tree.css("title, style, script, svg"):
        unread.decompose()
    page.text = tree.root.text() if tree.root else ""
    page.article = "".join(article.text() for article in articles)
    return page


def _values(nodes: list[LexborNode], attribute: str) -> list[str]:
    return [node.attributes[attribute] or "" for node in nodes]


def _read_attributes(page: HtmlPage, node: LexborNode) -> None:
    given = {name: value or "" for name, value in node.attributes.items()}
    page.ids |= {given[name] for name in ("id", "name") if name in given}
    page.styles += given.get("style", "")
    if not set(given.get("rel", "").split()) & ONLY_NAMED:
        page.loads += [
            value for name, value in given.items() if (node.tag, name) in LOADING
        ]
    if node.tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
        page.loads.append(given["content"].partition("url=")[2])


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
