"""Small sites in memory, and their pages as Python-Markdown renders them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import jinja2
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.diagnostics import Diagnostic, Severity
from generator.facts.site import Site
from generator.pages.base.context import PageContext
from generator.pages.base.prose import prose
from generator.pages.render import render
from generator.pages.templates import environment

EXTENSIONS = ["toc", "tables", "fenced_code", "def_list", "md_in_html"]
"""What mkdocs.yml names, and what MkDocs adds by itself."""
CONFIGS = {"tables": {"use_align_attribute": True}}
ENVIRONMENT = environment(
    jinja2.FileSystemLoader(Path(__file__).parent.parent / "theme/pages")
)


TAGS = frozenset(
    """a blockquote br code dd details div dl dt em h1 h2 h3 h4 h5 h6 hr img li ol p pre span strong
    sup summary table tbody td th thead tr ul""".split()
)
ATTRIBUTES = frozenset(
    """align alt aria-label class data-from data-id data-kind data-paragraph data-search-exclude
    data-sort data-to data-who href id open src start title""".split()
)
DRAWN = frozenset(
    "figure figcaption ol li a span svg path circle rect text title div".split()
)
DRAWN_ATTRIBUTES = frozenset(
    """aria-hidden aria-label class cx cy d data-search-exclude height href r role tabindex viewBox
    width x y""".split()
)


@dataclass
class Element:
    tag: str
    attributes: Mapping[str, str]
    within: tuple[str, ...]
    """Tags of the elements around it, outermost first."""


@dataclass
class Html:
    """What stands in a piece of HTML."""

    elements: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    """Comments, and what browsers take for them."""

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def find(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]


LINK_TAG = re.compile(r"(</?)a(?=[\s/>])", re.IGNORECASE)
LINK = "written-link"
"""What links are called while they are read: where one begins, a browser ends the last."""


def read_html(text: str, hidden: str = "cite") -> Html:
    """Read HTML as a browser does within a body, without the text of elements of one class."""
    body = LINK_TAG.sub(rf"\1{LINK}", text)
    tree = LexborHTMLParser(f"<!doctype html><body>{body}")
    html = Html()
    for node in tree.root.traverse(include_text=True) if tree.root else ():
        around = list(_around(node))
        if node.is_text_node:
            if hidden not in [one.attributes.get("class") for one in around]:
                html.texts.append(node.text_content or "")
        elif node.is_comment_node:
            html.other.append(node.comment_content or "")
        elif node.attributes or node.tag not in {"html", "head", "body"}:
            given = {name: value or "" for name, value in node.attributes.items()}
            within = tuple(_tag(one) for one in reversed(around))
            html.elements.append(Element(_tag(node), given, within[2:]))
    return html


def _around(node: LexborNode) -> Iterator[LexborNode]:
    while (parent := node.parent) and parent.is_element_node:
        yield parent
        node = parent


def _tag(node: LexborNode) -> str:
    tag = node.tag or ""
    return "a" if tag == LINK else tag


def to_html(markdown: str) -> Html:
    """Render Markdown as MkDocs does."""
    return read_html(
        Markdown(extensions=EXTENSIONS, extension_configs=CONFIGS).convert(markdown)
    )


def site_of(files: Mapping[str, str]) -> tuple[Site, list[Diagnostic]]:
    """Return the site that some files make, and every problem of it."""
    loaded = load(TextFile(path, text) for path, text in sorted(files.items()))
    assembled = assemble(loaded)
    return assembled.site, sorted({*loaded.problems, *assembled.problems})


def errors(problems: list[Diagnostic]) -> list[Diagnostic]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def body_of(site: Site, id_: str) -> str:
    """Return the linked body of a note, as Markdown."""
    note = site.index.notes[id_]
    page = PageContext(site, f"{note.folder}/{id_}.md", note)
    return prose(page, note.body)


def pages_of(site: Site) -> dict[str, str]:
    """Return every page as Markdown without front matter, by its path."""
    pages = {page.path: page.content.decode() for page in render(site, ENVIRONMENT)}
    return {path: text.partition("\n---\n")[2] for path, text in pages.items()}


def found_in(html: Html) -> Iterator[object]:
    """Yield whatever is in a page that only a writer can have put there."""
    yield from html.other
    for element in html.elements:
        is_drawn = "figure" in (*element.within, element.tag)
        tags, allowed = (DRAWN, DRAWN_ATTRIBUTES) if is_drawn else (TAGS, ATTRIBUTES)
        if element.tag not in tags or not set(element.attributes) <= allowed:
            yield element
        address = element.attributes.get("href", element.attributes.get("src", ""))
        scheme = re.match(
            r"[a-z][a-z0-9+.-]*(?=:)", re.sub(r"[\x00-\x20]", "", address).lower()
        )
        if scheme and scheme[0] not in {"http", "https", "mailto"}:
            yield element
        if element.tag == "a" and "a" in element.within:
            yield element
