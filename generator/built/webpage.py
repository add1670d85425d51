"""What an audit asks of a built page: its links, loads, ids, policies, and what runs in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.built.html import Element, elements

LOADING: Mapping[str, tuple[str, ...]] = {
    "a": ("ping",),
    "area": ("ping",),
    "audio": ("src",),
    "body": ("background",),
    "button": ("formaction",),
    "embed": ("src",),
    "feImage": ("href", "xlink:href"),
    "form": ("action",),
    "frame": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("formaction", "src"),
    "object": ("data",),
    "script": ("src", "href", "xlink:href"),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("poster", "src"),
}
"""Attributes, by element, for which a browser fetches or sends something, links aside."""
FETCHED = frozenset(
    """apple-touch-icon dns-prefetch icon manifest modulepreload preconnect prefetch preload
    stylesheet""".split()
)
"""Relations of a <link> that fetch something."""
_ADDRESSES = frozenset(
    """action background data formaction from href ping poster src to values
    xlink:href""".split()
)
"""Attributes whose value is an address, or becomes one (SVG animates from, to and values)."""
_INLINE = frozenset({"srcdoc", "style"})
"""Attributes that contain a page or a style."""
_RUNNING_SCHEMES = ("javascript:", "vbscript:")
_MEDIA = frozenset({"audio", "image", "img", "source", "track", "video"})
"""Elements that only show or play what a data: address contains."""
_PREVIEWS = frozenset(
    {"og:image", "og:image:url", "og:image:secure_url", "twitter:image"}
)
_IGNORED = re.compile(r"[\x00-\x20]")
"""Characters that browsers drop from an address before they read its scheme."""
_REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"']+)", re.IGNORECASE)
_CANDIDATE = re.compile(r"[\s,]*(?P<address>\S+)")
_DESCRIPTORS = re.compile(r"(?:[^,(]|\([^)]*\)?)*")
"""The width or density after an address of a srcset."""


@dataclass(frozen=True, slots=True)
class MarkupPosition:
    """A value in a page, and the offset of its tag."""

    value: str
    offset: int


@dataclass(slots=True)
class WebPage:
    """What is in one page."""

    links: list[MarkupPosition] = field(default_factory=list)
    """Addresses that can be followed."""
    loads: list[MarkupPosition] = field(default_factory=list)
    """Addresses that a browser asks for unprompted."""
    ids: list[MarkupPosition] = field(default_factory=list)
    running: list[MarkupPosition] = field(default_factory=list)
    """Attributes that run or style something in place."""
    previews: list[MarkupPosition] = field(default_factory=list)
    """Pictures that other sites show beside the page's address."""
    styles: list[MarkupPosition] = field(default_factory=list)
    """The text of each <style>."""
    policies: list[str] = field(default_factory=list)
    """Each Content-Security-Policy; browsers enforce all of them."""
    canonical: str = ""
    is_redirect: bool = False
    """Whether it sends its readers on, as the page of a former address does."""
    base: str | None = None
    """The address that relative ones start from, if a <base> names it."""


def read_page(text: str) -> WebPage:
    """Read what an audit asks of a page."""
    page = WebPage()
    for element in elements(text):
        read_element(page, element)
    return page


def read_element(page: WebPage, element: Element) -> None:
    """Add what an audit asks of one element."""
    _read_element(page, element)
    if element.tag == "meta":
        _read_meta(page, element)


def _read_element(page: WebPage, element: Element) -> None:
    offset = element.offset
    for id_ in _ids(element):
        page.ids.append(MarkupPosition(id_, offset))
    for address in _loads(element):
        page.loads.append(MarkupPosition(address, offset))
    for attribute in _running(element):
        page.running.append(MarkupPosition(attribute, offset))
    target = element.attributes.get("href")
    match element.tag:
        case "a" | "area" if target is not None:
            page.links.append(MarkupPosition(target, offset))
        case "base" if page.base is None:
            page.base = target
        case "link" if "canonical" in _relations(element):
            page.canonical = target or ""
        case "style":
            page.styles.append(MarkupPosition(element.style, offset))


def _read_meta(page: WebPage, element: Element) -> None:
    given = element.attributes
    content = given.get("content", "")
    name = given.get("property", given.get("name"))
    if name in _PREVIEWS:
        position = MarkupPosition(content, element.offset)
        page.previews.append(position)
    pragma = given.get("http-equiv", "").lower()
    if pragma == "refresh":
        page.is_redirect = True
    is_in_head = element.parent == "head"  # elsewhere browsers ignore a policy
    if pragma == "content-security-policy" and is_in_head:
        page.policies.append(content)


def _ids(element: Element) -> Iterator[str]:
    given = element.attributes
    id_ = given.get("id", "")
    if id_:
        yield id_
    name = given.get("name", "")
    if element.tag == "a" and name not in {"", id_}:
        yield name


def _loads(element: Element) -> Iterator[str]:
    """Yield the addresses that a browser asks for on reading an element."""
    tag = element.tag
    given = element.attributes
    for attribute in LOADING.get(tag, ()):
        if attribute in given:
            yield given[attribute]
    for attribute in ("srcset", "imagesrcset"):
        if attribute in given:
            yield from _candidates(given[attribute])
    if tag == "link" and not FETCHED.isdisjoint(_relations(element)):
        yield given.get("href", "")
    if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
        content = given.get("content", "")
        refresh = _REFRESH.search(content)
        if refresh:
            yield refresh[1]


def _relations(element: Element) -> list[str]:
    relations = element.attributes.get("rel", "")
    return relations.lower().split()


def _candidates(srcset: str) -> Iterator[str]:
    """Yield the addresses of a srcset; a comma within an address does not end it."""
    end = 0
    while found := _CANDIDATE.match(srcset, end):
        end = found.end()
        address = found["address"]
        if address.endswith(","):
            yield address.rstrip(",")
            continue
        yield address
        descriptors = _DESCRIPTORS.match(srcset, end)
        if descriptors:
            end = descriptors.end()


def _running(element: Element) -> Iterator[str]:
    """Yield the attributes, by name or address, that run or style something in place."""
    tag = element.tag
    for name, value in element.attributes.items():
        is_handler = name.startswith("on")
        if is_handler or name in _INLINE:
            yield name
        elif name in _ADDRESSES and _runs(tag, value):
            yield value


def _runs(tag: str, address: str) -> bool:
    """Say whether an address runs something when a browser follows or loads it."""
    if ":" not in address:
        return False
    bare = _IGNORED.sub("", address).lower()
    if bare.startswith("data:"):
        return tag not in _MEDIA
    return bare.startswith(_RUNNING_SCHEMES)
