"""Render the pages of a site: which there are, in which order, from which template."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import jinja2

from generator.artifacts import OutputFile
from generator.cards.content import card_of
from generator.cards.layout import Card
from generator.facts.site import Site, page_path
from generator.notes.model import KINDS, Kind, Note, Source, Topic
from generator.pages import front_matter
from generator.pages.context import PageContext
from generator.pages.front_matter import Meta
from generator.pages.lines.terms import explained
from generator.pages.prose import prose
from generator.pages.templates import Templates
from generator.text.markdown import Markdown, escape
from generator.text.markdown import front_matter as printed

NO_CARDS: Mapping[str, Card] = {}
ABOUT = {
    "worklist": "Worklist",
    "quotations": "Quotations",
    "ties": "Ties",
    "corrections": "Corrections",
    "names": "Names A to Z",
    "data": "Data and feeds",
}
"""The pages about the site itself: template and title."""
_OWN_LISTS = frozenset(("topics", "events", "treaties"))
"""Kinds whose list has a template of its own."""


def render(
    site: Site, env: jinja2.Environment, cards: Mapping[str, Card] = NO_CARDS
) -> Iterator[OutputFile]:
    """Yield every page: home, the lists, pages about the site, notes, sources."""
    pages = _Pages(site, Templates(env), cards)
    yield pages.home()
    for kind in KINDS.values():
        yield pages.list_of(kind)
    yield pages.list_of_sources()
    for name, title in _about(site).items():
        yield pages.about(name, title)
    for note in site.index.notes.values():
        yield pages.of_note(note)
    for source in site.index.sources.values():
        yield pages.of_source(source)


def lists(site: Site) -> dict[str, str]:
    """Return the address and title of each page that lists others."""
    found = {f"{kind.folder}/": kind.plural for kind in KINDS.values()}
    found[f"{Source.folder}/"] = "Sources"
    for name, title in _about(site).items():
        found[f"about/{name}/"] = title
    return found


def _about(site: Site) -> dict[str, str]:
    """Return the pages about the site; without ties there is no page of ties."""
    pages = dict(ABOUT)
    if not site.as_of.ties:
        del pages["ties"]
    return pages


@dataclass(frozen=True, slots=True)
class _Pages:
    """Renders one page at a time."""

    site: Site
    templates: Templates
    cards: Mapping[str, Card]

    def home(self) -> OutputFile:
        """Render the home page, which a note may open."""
        note = self.site.home
        page = self._page("index.md", note)
        title = note.title if note else "Home"
        body = prose(page, note.body) if note else Markdown()
        rest = self.templates.page("home", page)
        text = _joined([_heading(title), body, rest])
        return _file(page, {"title": "Home"}, text)

    def list_of(self, kind: Kind) -> OutputFile:
        """Render the list of a kind of note."""
        page = self._page(f"{kind.folder}/index.md")
        template = f"{kind.folder}_index" if kind.folder in _OWN_LISTS else "index"
        text = self.templates.page(template, page, kind=kind)
        return _file(page, {"title": kind.plural}, text)

    def list_of_sources(self) -> OutputFile:
        """Render the list of all sources."""
        page = self._page(f"{Source.folder}/index.md")
        text = self.templates.page("sources_index", page)
        return _file(page, {"title": "Sources"}, text)

    def about(self, template: str, title: str) -> OutputFile:
        """Render a page about the site itself."""
        page = self._page(f"about/{template}.md")
        text = self.templates.page(template, page)
        return _file(page, {"title": title}, text)

    def of_source(self, source: Source) -> OutputFile:
        """Render the page of a source."""
        page = self._page(page_path(source), source)
        text = self.templates.page("sources", page)
        return _file(page, front_matter.of_document(page, source), text)

    def of_note(self, note: Note) -> OutputFile:
        """Render the page of a note, part by part in reading order.

        Only how sure the page is comes out of order: it counts what all other parts cite.
        """
        page = self._page(page_path(note), note)
        template = self.templates.of_note(page, note)
        lead = template.part("lead")
        rest = [
            template.part("facts"),
            template.part("before"),
            _body(page, note),
            template.part("after"),
            template.part("sections"),
        ]
        sureness = template.part("sureness")
        text = _joined([_heading(note.title), lead, sureness, *rest])
        return _file(page, front_matter.of_document(page, note), text)

    def _page(self, path: str, document: Note | Source | None = None) -> PageContext:
        return PageContext(self.site, path, document, card_of(self.cards, document))


def _heading(title: str) -> Markdown:
    return Markdown(f"# {escape(title)}")


def _body(page: PageContext, note: Note) -> Markdown:
    if isinstance(note, Topic):
        return explained(page, note)
    return prose(page, note.body)


def _joined(parts: Iterable[Markdown]) -> Markdown:
    """Join the parts of a page that are not empty, a blank line between them."""
    texts = [part.strip("\n") for part in parts]
    return Markdown("\n\n".join(text for text in texts if text))


def _file(page: PageContext, meta: Meta, text: Markdown) -> OutputFile:
    every = {**meta, **front_matter.of_finished_page(page)}
    return OutputFile(page.path, f"{printed(every)}\n{text}\n".encode())
