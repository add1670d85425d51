"""A built page as a browser reads it: what it links to, what it loads, what of it runs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

Place = tuple[str, int]
"""An attribute's value, and the offset of its tag."""
LOADING = {
    ("a", "ping"),
    ("audio", "src"),
    ("button", "formaction"),
    ("embed", "src"),
    ("form", "action"),
    ("iframe", "src"),
    ("image", "href"),
    ("image", "xlink:href"),
    ("img", "src"),
    ("input", "formaction"),
    ("input", "src"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("track", "src"),
    ("use", "href"),
    ("use", "xlink:href"),
    ("video", "poster"),
    ("video", "src"),
}
"""Attributes for which a browser fetches or sends something, beside following a link."""
FETCHED = frozenset(
    """apple-touch-icon dns-prefetch icon manifest modulepreload preconnect prefetch preload
    stylesheet""".split()
)
"""Relations of a <link> that fetch something."""
_RUNNING = ("javascript:", "vbscript:", "data:")
_SHOWN = {"og:image", "og:image:url", "og:image:secure_url", "twitter:image"}
_IGNORED = re.compile(r"[\x00-\x20]")
"""What a browser leaves out of an address before it looks for the scheme."""
_REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"']+)", re.IGNORECASE)


@dataclass(slots=True)
class WebPage:
    """What stands in one page."""

    links: list[Place] = field(default_factory=list)
    """Addresses that can be followed."""
    loads: list[Place] = field(default_factory=list)
    """Addresses that a browser asks for by itself."""
    ids: list[Place] = field(default_factory=list)
    running: list[Place] = field(default_factory=list)
    """Attributes that run or style something where they stand."""
    shown: list[Place] = field(default_factory=list)
    """Pictures that other sites show beside its address."""
    policy: str = ""
    canonical: str = ""


def read_page(text: str) -> WebPage:
    """Read the tags of a page; what stands in scripts, styles and comments is none."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.page = WebPage()
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag means; of two attributes of a name the first counts."""
        line, column = self.getpos()
        at = self.starts[line - 1] + column
        given = {name: value or "" for name, value in reversed(attrs)}
        page = self.page
        page.ids += [(given["id"], at)] if given.get("id") else []
        page.loads += [
            (value, at) for name, value in given.items() if (tag, name) in LOADING
        ]
        candidates = (part.split() for part in given.get("srcset", "").split(","))
        page.loads += [(words[0], at) for words in candidates if words]
        page.running += [
            (name, at) for name in given if name.startswith("on") or name == "style"
        ]
        page.running += [
            (value, at) for value in given.values() if _is_running(tag, value)
        ]
        if note := _NOTES.get(tag):
            note(page, given, at)


def _is_running(tag: str, value: str) -> bool:
    """Say whether a value is an address that runs something; an image's data does not."""
    bare = _IGNORED.sub("", value).lower()
    return bare.startswith(_RUNNING[:2] if tag == "img" else _RUNNING)


def _of_anchor(page: WebPage, given: Mapping[str, str], at: int) -> None:
    page.ids += (
        [(given["name"], at)]
        if given.get("name", given.get("id")) != given.get("id")
        else []
    )
    if "href" in given:
        page.links.append((given["href"], at))


def _of_link(page: WebPage, given: Mapping[str, str], at: int) -> None:
    relations = set(given.get("rel", "").lower().split())
    if FETCHED & relations:
        page.loads.append((given.get("href", ""), at))
    if "canonical" in relations:
        page.canonical = given.get("href", "")


def _of_meta(page: WebPage, given: Mapping[str, str], at: int) -> None:
    content = given.get("content", "")
    if given.get("property", given.get("name", "")) in _SHOWN:
        page.shown.append((content, at))
    match given.get("http-equiv", "").lower():
        case "content-security-policy":
            page.policy = content
        case "refresh" if found := _REFRESH.search(content):
            page.loads.append((found[1], at))


_NOTES = {"a": _of_anchor, "area": _of_anchor, "link": _of_link, "meta": _of_meta}
