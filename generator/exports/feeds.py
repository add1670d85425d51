"""New and changed explainers as Atom and as JSON Feed, for those who follow the site.

Sources: RFC 4287 (Atom), and version 1.1 of the JSON Feed specification. An explainer keeps its id
when it is renamed, as long as ``redirect_from`` has its former name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from generator.exports.formats import as_json
from generator.facts.history import Change, stamp
from generator.facts.site import Site, published_path
from generator.notes.model import Topic
from generator.text.plain import plain

ATOM, JSON_FEED = "feed.xml", "feed.json"
_BEGINNING = datetime.fromtimestamp(0, UTC)
"""When a feed without an item was updated."""


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
    """The description of the last change; empty if there was none since it was published."""

    @property
    def html(self) -> str:
        """Return what feed readers show."""
        texts = [self.question, self.answer]
        if self.change:
            texts.append(f"Changed: {self.change}")
        paragraphs = [f"<p>{escape(text)}</p>" for text in texts if text]
        return "".join(paragraphs)


def feeds(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of each feed; none if the site's address is not known."""
    if not site.settings.site.address:
        return
    items = sorted(_items(site), key=_order, reverse=True)
    yield ATOM, atom(site, items)
    yield JSON_FEED, json_feed(site, items)


def _order(item: Item) -> tuple[datetime, str]:
    return (item.updated, item.id)


def _items(site: Site) -> Iterator[Item]:
    """Yield the explainers whose changes are known."""
    for topic in site.index.of_kind(Topic):
        changes = site.as_of.history.get(topic.path)
        if changes:
            yield _item(site, topic, changes)


def _item(site: Site, topic: Topic, changes: tuple[Change, ...]) -> Item:
    first, last = changes[-1], changes[0]
    home = site.settings.site.address
    fields = topic.fields
    first_id = next(iter(fields.redirect_from), topic.id)
    first_path = published_path(first_id, topic.folder)
    path = published_path(topic.id, topic.folder)
    return Item(
        id=home + first_path,
        address=home + path,
        title=topic.title,
        question=fields.question,
        answer=plain(fields.answer or fields.summary),
        published=first.at,
        updated=last.at,
        change=last.what if last.at > first.at else "",
    )


def atom(site: Site, items: list[Item]) -> str:
    """Return the feed as Atom."""
    about = site.settings.site
    updated = max((item.updated for item in items), default=_BEGINNING)
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n',
        _element("id", about.address),
        _element("title", about.name),
        _element("subtitle", about.description),
        _element("updated", stamp(updated)),
        f"<author>{_element('name', about.name)}</author>\n",
        _link("self", about.address + ATOM),
        _link("alternate", about.address),
        *map(_entry, items),
        "</feed>\n",
    ]
    return "".join(parts)


def _entry(item: Item) -> str:
    parts = [
        "<entry>\n",
        _element("id", item.id),
        _element("title", item.title),
        _link("alternate", item.address),
        _element("published", stamp(item.published)),
        _element("updated", stamp(item.updated)),
        _element("summary", item.answer),
        f'<content type="html">{escape(item.html)}</content>\n',
        "</entry>\n",
    ]
    return "".join(parts)


def _element(name: str, text: str) -> str:
    if not text:
        return ""
    content = escape(text, quote=False)
    return f"<{name}>{content}</{name}>\n"


def _link(relation: str, address: str) -> str:
    target = escape(address)
    return f'<link rel="{relation}" href="{target}"/>\n'


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
        "items": [_json_item(item) for item in items],
    }
    return as_json(feed)


def _json_item(item: Item) -> dict[str, str]:
    return {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        "content_html": item.html,
        "summary": item.answer,
        "date_published": stamp(item.published),
        "date_modified": stamp(item.updated),
    }
