"""Small sites in memory, and their pages as MkDocs shows them, with our hook and without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import jinja2
from markdown import Markdown
from mkdocs.utils.yaml import yaml_load
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.diagnostics import Diagnostic, Severity
from generator.facts.site import Site
from generator.pages.base.context import PageContext
from generator.pages.base.prose import body
from generator.pages.render import render
from generator.pages.templates import environment
from generator.publishing.page_html import page_html

ROOT = Path(__file__).parent.parent
ENVIRONMENT = environment(jinja2.FileSystemLoader(ROOT / "theme/pages"))


TAGS = frozenset(
    """a blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr img li ol p pre span
    strong sup summary table tbody td th thead tr ul""".split()
)
ATTRIBUTES = frozenset(
    """align alt aria-label class data-from data-id data-kind data-paragraph data-search-exclude
    data-sort data-to data-who href id open src start title""".split()
)
TASK_ATTRIBUTES = frozenset("aria-label checked disabled type".split())
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
PERMALINK = "headerlink"
"""The class of the link behind a heading, which leads to it."""
LINK = "written-link"
"""What links are called while they are read: where one begins, a browser ends the last."""


def read_html(text: str, hidden: str = "cite") -> Html:
    """Read HTML as a browser does within a body, without the text of elements of one class.

    The links that lead to headings have none either.
    """
    body = LINK_TAG.sub(rf"\1{LINK}", text)
    tree = LexborHTMLParser(f"<!doctype html><body>{body}")
    html = Html()
    for node in tree.root.traverse(include_text=True) if tree.root else ():
        around = list(_around(node))
        if node.is_text_node:
            classes = {one.attributes.get("class") for one in around}
            if classes.isdisjoint({hidden, PERMALINK}):
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


@cache
def python_markdown() -> Markdown:
    """Return Python-Markdown with the extensions that mkdocs.yml names, and MkDocs's own."""
    config = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    names: list[str] = ["toc", "tables", "fenced_code"]
    configs: dict[str, dict[str, object]] = {}
    for extension in config["markdown_extensions"]:
        if isinstance(extension, dict):
            configs |= extension
            names += extension
        else:
            names.append(extension)
    return Markdown(extensions=[*dict.fromkeys(names)], extension_configs=configs)


def to_html(markdown: str) -> Html:
    """Render Markdown as MkDocs does without our hook."""
    return read_html(python_markdown().reset().convert(markdown))


def to_html_by_hook(markdown: str) -> Html:
    """Render Markdown as MkDocs does with our hook."""
    return read_html(page_html(markdown, str).html)


PICTURE = "assets/map.png"
"""A picture that every small site has."""


def site_of(files: Mapping[str, str]) -> tuple[Site, list[Diagnostic]]:
    """Return the site that some files make, and every problem of it."""
    loaded = load(TextFile(path, text) for path, text in sorted(files.items()))
    assembled = assemble(loaded, assets=frozenset({PICTURE}))
    return assembled.site, sorted({*loaded.problems, *assembled.problems})


def errors(problems: list[Diagnostic]) -> list[Diagnostic]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def body_of(site: Site, id_: str) -> str:
    """Return the linked body of a note, as Markdown."""
    note = site.index.notes[id_]
    page = PageContext(site, f"{note.folder}/{id_}.md", note)
    return body(page, note)


def pages_of(site: Site) -> dict[str, str]:
    """Return every page as Markdown without front matter, by its path."""
    pages = {page.path: page.content.decode() for page in render(site, ENVIRONMENT)}
    return {path: text.partition("\n---\n")[2] for path, text in pages.items()}


def is_task(element: Element) -> bool:
    """Say whether an element shows, and does no more, that a task is done or not."""
    is_safe = set(element.attributes) <= TASK_ATTRIBUTES
    return (
        element.tag == "input" and is_safe and element.attributes["type"] == "checkbox"
    )


def found_in(html: Html) -> Iterator[object]:
    """Yield whatever is in a page that only a writer can have put there."""
    yield from html.other
    for element in html.elements:
        is_drawn = "figure" in (*element.within, element.tag)
        tags, allowed = (DRAWN, DRAWN_ATTRIBUTES) if is_drawn else (TAGS, ATTRIBUTES)
        if is_task(element):
            continue
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
