"""Render what is known to Markdown pages; nothing a writer wrote is taken for markup but prose.

Every text that a template prints is escaped for Markdown, unless it is :class:`Markdown` already.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType, SimpleNamespace

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment, modifies_known_mutable

from generator.artifacts import OutputFile
from generator.cards.content import card_of
from generator.cards.layout import Card
from generator.facts.site import Site, page_path
from generator.notes.model import KINDS, Kind, Note, Source, Topic
from generator.pages import (
    changes,
    components,
    editors,
    names,
    relations,
    sources,
    timelines,
    topics,
    treaties,
)
from generator.pages.context import BODY, Writer
from generator.pages.grouping import (
    LONG,
    by_letter,
    by_type,
    first_and_rest,
    type_words,
)
from generator.schema.statements import current
from generator.structured_data.described import DescribedPage
from generator.structured_data.jsonld import describe
from generator.text.markdown import escape, escape_html, front_matter
from generator.text.plain import shortened, without_citations

NO_CARDS: Mapping[str, Card] = {}
ABOUT = {
    "worklist": "Worklist",
    "quotations": "Quotations",
    "ties": "Ties",
    "corrections": "Corrections",
    "names": "Names A to Z",
    "data": "Data and feeds",
}
"""Pages about the site itself, by their template, and what they are called."""
DESCRIPTION_LENGTH = 200
TAB_LENGTH = 70
"""What search results show of a page's name; they cut a longer one where they like."""
BOOST = {
    "topics": 2.5,
    "actors": 2.5,
    "treaties": 1.5,
    "terms": 1.5,
    "places": 2,
    "sources": 0.5,
}
"""How much search prefers pages of a kind: who is it before who wrote of it."""
_LINES = (
    components,
    sources,
    timelines,
    treaties,
    relations,
    changes,
    names,
    topics,
    editors,
)
_OWN_LISTS = frozenset(("topics", "events", "treaties"))
"""Kinds whose list has a template of its own."""
_MUTABLE = frozenset((dict, defaultdict, deque, list, set))
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


def _finalize(value: object) -> object:
    """Escape whatever a template prints, unless it is Markdown or what a macro made of it."""
    return value if hasattr(value, "__html__") else escape(str(value))


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a rule that is as strict and quicker: nothing that begins with _."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Say whether a template may see an attribute."""
        del value
        if attr.startswith("_"):
            return False
        return type(obj) not in _MUTABLE or not modifies_known_mutable(obj, attr)


def _public(*modules: ModuleType) -> SimpleNamespace:
    """Return the functions of modules, and nothing that leads out of them."""
    found = {
        name: value
        for module in modules
        for name, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__
        and not name.startswith("_")
    }
    return SimpleNamespace(**found)


def environment(loader: jinja2.BaseLoader) -> jinja2.Environment:
    """Return the one Jinja environment: sandboxed, escaping, an unknown name an error."""
    env = _Sandbox(
        loader=loader,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=True,  # so that macros return Markup, which `finalize` leaves alone
    )
    env.globals |= {
        "LONG": LONG,
        "by_letter": by_letter,
        "by_type": by_type,
        "first_and_rest": first_and_rest,
        "lines": _public(*_LINES),
    }
    env.filters |= {
        "current": current,
        "plain": without_citations,
        "type_words": type_words,
    }
    return env


def template_fault(error: jinja2.TemplateError) -> str:
    """Say which line of a template is wrong, and why."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"theme/pages/{error.name}:{error.lineno}: {error.message}"
    return f"theme/pages: {error.message}"


def description(text: str) -> str:
    """Shorten prose to a sentence or so for search engines."""
    return shortened(text, DESCRIPTION_LENGTH)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every page is rendered from."""

    env: jinja2.Environment
    site: Site
    cards: Mapping[str, Card]

    def writer(self, path: str, document: Note | Source | None = None) -> Writer:
        """Return what the template of a page calls."""
        return Writer(self.site, path, document, card_of(self.cards, document))


def render(
    site: Site, env: jinja2.Environment, cards: Mapping[str, Card] = NO_CARDS
) -> Iterator[OutputFile]:
    """Yield every page of the site: home, the index of each kind, notes, sources."""
    frame = _Frame(env, site, cards)
    yield _page(frame, frame.writer("index.md", site.home), "home", {"title": "Home"})
    for kind in KINDS.values():
        yield _kind_page(frame, kind)
    writer = frame.writer(f"{Source.folder}/index.md")
    yield _page(frame, writer, "sources_index", {"title": "Sources"})
    for name, title in _about(site).items():
        yield _page(frame, frame.writer(f"about/{name}.md"), name, {"title": title})
    yield from (_document_page(frame, note) for note in site.index.notes.values())
    yield from (_document_page(frame, source) for source in site.index.sources.values())


def _about(site: Site) -> dict[str, str]:
    return {
        name: title
        for name, title in ABOUT.items()
        if name != "ties" or site.as_of.ties
    }


def lists(site: Site) -> dict[str, str]:
    """Return address and title of each page that lists others."""
    kinds = {f"{kind.folder}/": kind.plural for kind in KINDS.values()}
    about = {f"about/{name}/": title for name, title in _about(site).items()}
    return {**kinds, f"{Source.folder}/": "Sources", **about}


def _kind_page(frame: _Frame, kind: Kind) -> OutputFile:
    writer = frame.writer(f"{kind.folder}/index.md")
    template = f"{kind.folder}_index" if kind.folder in _OWN_LISTS else "index"
    return _page(frame, writer, template, {"title": kind.plural}, kind=kind)


def _document_page(frame: _Frame, document: Note | Source) -> OutputFile:
    answer = document.fields.answer if isinstance(document, Topic) else ""
    summary = document.fields.summary or answer
    kind = document.kind.singular if isinstance(document, Note) else "source"
    meta: dict[str, object] = {
        "title": escape_html(document.title),
        "source": document.path,
    }
    meta["kind"] = kind
    if changes := frame.site.as_of.history.get(document.path):
        meta["updated"] = changes[0].day.isoformat()
        meta["published"] = changes[-1].day.isoformat()
    if document.folder in BOOST:
        meta["search"] = {"boost": BOOST[document.folder]}
    if isinstance(document, Note):
        meta["tags"] = _names(document)
    if summary:
        meta["description"] = escape_html(description(summary))
    writer = frame.writer(page_path(document), document)
    return _page(frame, writer, document.folder, meta)


def _names(note: Note) -> list[str]:
    """Return by what readers may search for a note; the engine ranks these above all else."""
    return [escape_html(name) for name in (*note.names, *note.fields.short)]


def _tab(writer: Writer) -> str:
    """Return what a tab is called: the site and what it is about, or a name without the site's."""
    site, document = writer.site.settings.site, writer.document
    if writer.path == "index.md" and site.name:
        return _fitting(
            f"{site.name}: {site.description}" if site.description else site.name
        )
    if document is None or len(f"{document.title} - {site.name}") <= TAB_LENGTH:
        return ""  # the theme's own: both names
    return _fitting(document.title)


def _fitting(text: str) -> str:
    return text if len(text) <= TAB_LENGTH else shortened(text, TAB_LENGTH - len(" …"))


def _page(
    frame: _Frame,
    writer: Writer,
    template: str,
    meta: Mapping[str, object],
    **values: object,
) -> OutputFile:
    names = {"site": writer.site, "page": writer, "note": writer.document, **values}
    text = frame.env.get_template(f"{template}.md.jinja").render(names)
    cited = tuple(source for _, source, _ in writer.references())
    described_page = DescribedPage(
        writer.site, writer.path, writer.document, writer.card, cited
    )
    if described := describe(described_page):
        meta = {**meta, "jsonld": described}
    if shown := writer.card:
        meta = {**meta, "card": shown.path, "card_alt": escape_html(shown.alt)}
    if tab := _tab(writer):
        meta = {**meta, "tab": escape_html(tab)}
    text = _BLANK_LINES.sub("\n\n", text.strip()).replace(BODY, writer.text.strip("\n"))
    return OutputFile(writer.path, f"{front_matter(meta)}\n{text}\n".encode())
