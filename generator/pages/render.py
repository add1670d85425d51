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
from generator.pages.base.components import heading
from generator.pages.base.context import PageContext
from generator.pages.base.prose import body as body_of
from generator.pages.front_matter import Meta
from generator.pages.lines.terms import explained
from generator.pages.templates import Templates
from generator.text.markdown import Markdown, joined
from generator.text.markdown import front_matter as printed

NO_CARDS: Mapping[str, Card] = {}
HOME = "index.md"
ABOUT = {
    "worklist": "Worklist",
    "quotations": "Quotations",
    "ties": "Ties",
    "corrections": "Corrections",
    "names": "Names A to Z",
    "data": "Data and feeds",
}
"""The pages about the site itself: template and title."""


def render(
    site: Site, env: jinja2.Environment, cards: Mapping[str, Card] = NO_CARDS
) -> Iterator[OutputFile]:
    """Yield every page: home, the lists, the notes, the sources."""
    pages = Pages(site, env, cards)
    for path in pages.paths:
        yield pages.page(path)


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page about no single note: the list of a kind, or a page about the site."""

    path: str
    title: str
    template: str
    kind: Kind | None = None
    """The kind of note that is listed."""

    @property
    def address(self) -> str:
        """The address of the page, relative to the site's."""
        path = self.path
        if path.endswith("index.md"):
            return path.removesuffix("index.md")
        stem = path.removesuffix(".md")
        return f"{stem}/"


def list_pages(site: Site) -> Iterator[ListPage]:
    """Yield the list of each kind, that of the sources, and the pages about the site."""
    for folder, kind in KINDS.items():
        path = f"{folder}/index.md"
        yield ListPage(path, kind.plural, kind.list_template, kind)
    yield ListPage("sources/index.md", "Sources", "sources_index")
    for template, title in ABOUT.items():
        is_empty = template == "ties" and not site.as_of.ties
        if not is_empty:
            yield ListPage(f"about/{template}.md", title, template)


def lists(site: Site) -> dict[str, str]:
    """Return the address and title of each page that lists others."""
    return {page.address: page.title for page in list_pages(site)}


class Pages:
    """The pages of a site, each rendered when it is asked for."""

    def __init__(
        self, site: Site, env: jinja2.Environment, cards: Mapping[str, Card] = NO_CARDS
    ) -> None:
        """Find out which pages there are."""
        self._site = site
        self._templates = Templates(env)
        self._cards = cards
        self._lists = {listed.path: listed for listed in list_pages(site)}
        self._notes = {page_path(note): note for note in site.index.notes.values()}
        self._sources = {page_path(one): one for one in site.index.sources.values()}

    @property
    def paths(self) -> list[str]:
        """The path of each page, in docs_dir: home, the lists, the notes, the sources."""
        return [HOME, *self._lists, *self._notes, *self._sources]

    def page(self, path: str) -> OutputFile:
        """Render a page.

        Raises:
            KeyError: If there is no page with this path.
        """
        if path == HOME:
            return self._home()
        if path in self._lists:
            return self._of_list(self._lists[path])
        if path in self._notes:
            return self._of_note(self._notes[path])
        return self._of_source(self._sources[path])

    def _home(self) -> OutputFile:
        """Render the home page, which a note may open."""
        note = self._site.home
        page = self._page(HOME, note)
        above = heading(1, "Home")
        body = Markdown()
        if note:
            above = heading(1, note.title)
            body = body_of(page, note)
        rest = self._templates.page("home", page)
        text = _separated([above, body, rest])
        return _file(page, {"title": "Home"}, text)

    def _of_list(self, listed: ListPage) -> OutputFile:
        """Render the list of a kind, or a page about the site."""
        page = self._page(listed.path)
        text = self._templates.page(listed.template, page, kind=listed.kind)
        meta: Meta = {"title": listed.title}
        return _file(page, meta, text)

    def _of_source(self, source: Source) -> OutputFile:
        """Render the page of a source."""
        page = self._page(page_path(source), source)
        text = self._templates.page("sources", page)
        meta = front_matter.of_document(page, source)
        return _file(page, meta, text)

    def _of_note(self, note: Note) -> OutputFile:
        """Render the page of a note, part by part in reading order.

        Only the line on how certain it is comes out of order: it counts what all other parts cite.
        """
        page = self._page(page_path(note), note)
        template = self._templates.of_note(page, note)
        above = heading(1, note.title)
        lead = template.part("lead")
        rest = [
            template.part("facts"),
            template.part("before"),
            _body(page, note),
            template.part("after"),
            template.part("sections"),
        ]
        sureness = template.part("sureness")
        text = _separated([above, lead, sureness, *rest])
        meta = front_matter.of_document(page, note)
        return _file(page, meta, text)

    def _page(self, path: str, document: Note | Source | None = None) -> PageContext:
        card = card_of(self._cards, document)
        return PageContext(self._site, path, document, card)


def _body(page: PageContext, note: Note) -> Markdown:
    if isinstance(note, Topic):
        return explained(page, note)
    return body_of(page, note)


def _separated(parts: Iterable[Markdown]) -> Markdown:
    """Join the parts of a page that are not empty, a blank line between them."""
    texts = [part.strip("\n") for part in parts]
    not_empty = filter(None, texts)
    return joined("\n\n", not_empty)


def _file(page: PageContext, meta: Meta, text: Markdown) -> OutputFile:
    """Return a finished page; its front matter has what it cites."""
    finished = front_matter.of_finished_page(page)
    above = printed(meta | finished)
    content = f"{above}\n{text}\n"
    return OutputFile(page.path, content.encode())
