"""New and changed explainers as Atom and as JSON Feed, for those who follow the site.

Sources: RFC 4287 (Atom), and version 1.1 of the JSON Feed specification. An explainer keeps its id
when it is renamed, as long as ``redirect_from`` says what it was called.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from generator.facts.history import Change, stamp
from generator.facts.site import Site, published_path
from generator.notes.model import Topic
from generator.text.plain import without_citations

ATOM, JSON_FEED = "feed.xml", "feed.json"
_BEGINNING = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Item:
    """One explainer of a feed."""

    id: str
    address: str
    title: str
    question: str
    answer: str
    published: datetime
    updated: datetime
    change: str
    """What was said of the last change; empty if there was none since it was published."""

    @property
    def html(self) -> str:
        """Return what readers of feeds show."""
        changed = f"Changed: {self.change}" if self.change else ""
        return "".join(
            f"<p>{escape(text)}</p>"
            for text in (self.question, self.answer, changed)
            if text
        )


def feeds(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of each feed; none if it is not said where the site is published."""
    if site.settings.site.address:
        items = sorted(
            _items(site), key=lambda item: (item.updated, item.id), reverse=True
        )
        yield ATOM, atom(site, items)
        yield JSON_FEED, json_feed(site, items)


def _items(site: Site) -> Iterator[Item]:
    """Yield the explainers of which it is known when they changed."""
    for topic in site.index.of_kind(Topic):
        if changes := site.as_of.history.get(topic.path, ()):
            yield _item(site, topic, changes)


def _item(site: Site, note: Topic, changes: tuple[Change, ...]) -> Item:
    first, last = changes[-1], changes[0]
    home = site.settings.site.address
    former = (*note.fields.redirect_from, note.id)[0]
    return Item(
        id=f"{home}{published_path(former, note.folder)}",
        address=f"{home}{published_path(note.id, note.folder)}",
        title=note.title,
        question=note.fields.question,
        answer=without_citations(note.fields.answer or note.fields.summary),
        published=first.at,
        updated=last.at,
        change=last.what if last.at > first.at else "",
    )


def atom(site: Site, items: list[Item]) -> str:
    """Return the feed as Atom."""
    about = site.settings.site
    updated = max((item.updated for item in items), default=_BEGINNING)
    entries = "".join(map(_entry, items))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"{_element('id', about.address)}{_element('title', about.name)}"
        f"{_element('subtitle', about.description)}{_element('updated', stamp(updated))}"
        f"<author>{_element('name', about.name)}</author>\n"
        f"{_link('self', about.address + ATOM)}{_link('alternate', about.address)}"
        f"{entries}</feed>\n"
    )


def _entry(item: Item) -> str:
    return (
        f"<entry>\n{_element('id', item.id)}{_element('title', item.title)}"
        f"{_link('alternate', item.address)}"
        f"{_element('published', stamp(item.published))}{_element('updated', stamp(item.updated))}"
        f"{_element('summary', item.answer)}"
        f'<content type="html">{escape(item.html)}</content>\n</entry>\n'
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>\n" if text else ""


def _link(relation: str, address: str) -> str:
    return f'<link rel="{relation}" href="{escape(address)}"/>\n'


def json_feed(site: Site, items: list[Item]) -> str:
    """Return the feed as JSON Feed."""
    about = site.settings.site
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": about.name,
        "home_page_url": about.address,
        "feed_url": about.address + JSON_FEED,
        "description": about.description,
        "language": "en",
        "authors": [{"name": about.name, "url": about.address}],
        "items": [
            {
                "id": item.id,
                "url": item.address,
                "title": item.title,
                "content_html": item.html,
                "summary": item.answer,
                "date_published": stamp(item.published),
                "date_modified": stamp(item.updated),
            }
            for item in items
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
