"""The HTML of a finished page: what MkDocs would make of its Markdown, made by our own reader."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import TypeAlias, TypedDict
from urllib.parse import unquote

from generator.publishing.highlighting import highlighted
from generator.text.commonmark import renderer

_HEADING = re.compile(
    r'<h(?P<level>[1-6]) id="(?P<anchor>[^"]*)">'
    r"(?P<words>[^<\n]*(?:<(?!/?h[1-6])[^<\n]*)*)</h(?P=level)>"
)
_TAG = re.compile(r"<[^<>]*>")
_OPEN_TAG = re.compile(r"<[a-z][a-z0-9]* [^<>]*>")
"""A tag with attributes. In words, code and attributes, its signs are entities."""
_ATTRIBUTE = re.compile(r' (?P<name>[\w:-]+)(?:="(?P<value>[^"]*)")?')
_CHANGED = (" href=", " src=", " style=", " markdown")
"""What is in every tag that has an attribute to change, and in few others."""
_ALIGNMENTS: Mapping[str, str] = {
    f"text-align: {side}": f' align="{side}"' for side in ("left", "center", "right")
}
_FILE = re.compile(r"(?P<path>[^#:?]*[^#:?/.]\.\w+)(?P<place>[#?].*)?")
"""The address of a file beside the page's own; those of our own HTML end with a slash."""
_PERMALINK_TITLE = "Link to this section"
_NEXT_CELL = re.compile(r"(?<=</t[dh]>)(?=<t[dh])")
"""Between two cells; without a space there, programs would read their words as one."""
UrlOf: TypeAlias = Callable[[str], str]


class Heading(TypedDict):
    """A heading of a page, as Python-Markdown's tables of contents have it."""

    level: int
    id: str
    name: str
    """Its words, as HTML."""


@dataclass(frozen=True, slots=True)
class PageHtml:
    """The HTML of a page, and its headings in order."""

    html: str
    headings: list[Heading]


def page_html(markdown: str, url_of: UrlOf) -> PageHtml:
    """Return the HTML of a page.

    Args:
        markdown: The page without its front matter.
        url_of: Returns the address of a file, given its path from the page's own.
    """

    def with_attributes(tag: re.Match[str]) -> str:
        if not any(name in tag[0] for name in _CHANGED):
            return tag[0]
        return _ATTRIBUTE.sub(lambda found: _attribute(found, url_of), tag[0])

    html = _OPEN_TAG.sub(with_attributes, _render(markdown))
    html = _NEXT_CELL.sub("\n", html)
    headings = list(_headings(html))
    return PageHtml(_HEADING.sub(_with_permalink, html), headings)


def _attribute(found: re.Match[str], url_of: UrlOf) -> str:
    """Return an attribute as MkDocs prints it: files by their addresses, and no styles."""
    name, value = found["name"], found["value"]
    match name:
        case "markdown":
            return ""
        case "style":
            return _ALIGNMENTS.get(value, found[0])
        case "href" | "src":
            return f' {name}="{_address(value, url_of)}"'
        case _:
            return found[0]


def _address(address: str, url_of: UrlOf) -> str:
    """Return the address of a file as pages link to it, and any other as it is."""
    file = _FILE.fullmatch(address)
    if file is None:
        return address
    url = url_of(unquote(unescape(file["path"])))
    return escape(url) + (file["place"] or "")


def _headings(html: str) -> Iterator[Heading]:
    for match in _HEADING.finditer(html):
        title = _TAG.sub("", match["words"])
        yield Heading(level=int(match["level"]), id=match["anchor"], name=title)


def _with_permalink(match: re.Match[str]) -> str:
    level, anchor, words = match["level"], match["anchor"], match["words"]
    permalink = (
        f'<a class="headerlink" href="#{anchor}" title="{_PERMALINK_TITLE}">#</a>'
    )
    return f'<h{level} id="{anchor}">{words}{permalink}</h{level}>'


_render = renderer(highlighted)
