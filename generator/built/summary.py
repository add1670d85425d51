"""Summaries of pages: what an audit checks, small enough to keep for a site of any size.

A summary has no positions; a page with a fault is read again to find them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.built.html import element, tags
from generator.built.policy import weakness
from generator.built.webpage import MarkupPosition, WebPage, read_element

_HARMLESS = frozenset(
    """class colspan cx cy d dir for height hidden id lang points r role rowspan scope tabindex
    title transform viewbox viewBox width x x1 x2 xmlns y y1 y2""".split()
)
"""Attributes that neither lead anywhere nor run anything, on any element."""
_HARMLESS_FAMILIES = ("aria-", "data-")
_OF_LINKS = ("href", "rel")


@dataclass(frozen=True, slots=True)
class PageSummary:
    """The addresses and ids of a page, each once."""

    links: tuple[str, ...] = ()
    """Addresses that can be followed."""
    loads: tuple[str, ...] = ()
    """Addresses that a browser asks for unprompted."""
    previews: tuple[str, ...] = ()
    """Pictures that other sites show beside the page's address."""
    ids: tuple[str, ...] = ()
    canonical: str = ""
    base: str | None = None
    is_redirect: bool = False
    is_suspect: bool = False
    """Whether the page itself may have a fault, apart from its links."""


def summarize(text: str) -> PageSummary:
    """Return the summary of a page; it misses no fault that ``read_page`` would show."""
    page = WebPage()
    links: list[str] = []
    ids: list[str] = []
    for tag, attributes, node in tags(text):
        names = tuple(attributes)
        href = attributes.get("href")
        if tag == "a" and href and _only_leads(href) and _are_harmless_on_a(names):
            links.append(href)
        elif not _are_harmless(names):
            read_element(page, element(node))
            continue
        if attributes.get("id"):
            ids.append(attributes["id"] or "")
    links += _values(page.links)
    ids += _values(page.ids)
    return PageSummary(
        links=_unique(links),
        loads=_unique(_values(page.loads)),
        previews=_unique(_values(page.previews)),
        ids=_unique(ids),
        canonical=page.canonical,
        base=page.base,
        is_redirect=page.is_redirect,
        is_suspect=_has_repeated(ids) or _is_suspect(page, text),
    )


def _only_leads(href: str) -> bool:
    """Say whether following an address runs nothing; a colon may begin what would."""
    return ":" not in href or href.startswith(("https://", "http://", "mailto:"))


@lru_cache(maxsize=4096)
def _are_harmless_on_a(names: tuple[str, ...]) -> bool:
    others = [name for name in names if name not in _OF_LINKS]
    return _are_harmless(tuple(others))


@lru_cache(maxsize=4096)  # a site has the same few combinations on every page
def _are_harmless(names: tuple[str, ...]) -> bool:
    return all(
        name in _HARMLESS or name.startswith(_HARMLESS_FAMILIES) for name in names
    )


def _values(positions: Iterable[MarkupPosition]) -> list[str]:
    return [position.value for position in positions]


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _has_repeated(ids: list[str]) -> bool:
    return len(set(ids)) < len(ids)


def _is_suspect(page: WebPage, text: str) -> bool:
    """Say whether a page runs, styles or allows something in place."""
    has_style = "<style" in text.lower()
    return bool(page.running or has_style or weakness(page.policies))
