"""The home page: ways into the site, the explainers, the latest events."""

from collections.abc import Sized
from itertools import islice

from generator.facts.entries import Entry
from generator.notes.model import KINDS, Source, Topic
from generator.pages.base.context import PageContext
from generator.pages.lines.terms import mentioned
from generator.text.markdown import Markdown, link

MAX_LATEST = 6
"""Events shown on the home page."""


def ways_in(page: PageContext) -> list[Markdown]:
    """Return links to the list of each kind and of the sources, with their lengths."""
    index = page.site.index
    ways = []
    for folder, kind in KINDS.items():
        notes = index.of_kind(kind.note)
        if notes:
            ways.append(_way(page, folder, kind.plural, notes))
    if index.sources:
        ways.append(_way(page, Source.folder, "Sources", index.sources))
    return ways


def _way(page: PageContext, folder: str, name: str, documents: Sized) -> Markdown:
    address = page.to(f"{folder}/index.md")
    way = link(name, address)
    count = len(documents)
    return Markdown(f"**{count}** {way}")


def explainers(page: PageContext) -> list[Topic]:
    """Return every explainer: those the home page names, then the latest changed."""

    def last_changed(topic: Topic) -> float:
        changes = page.site.as_of.history.get(topic.path)
        if not changes:
            return 0.0
        last = changes[0]
        return last.at.timestamp()

    home = page.site.home
    named: list[Topic] = []
    if home:
        named = mentioned(page, Topic, home)
    every = page.of_kind(Topic)
    others = [topic for topic in every if topic not in named]
    others.sort(key=last_changed, reverse=True)
    return [*named, *others]


def asked(page: PageContext, topic: Topic) -> Markdown:
    """Return a link to an explainer, on its question or else its title."""
    question = topic.fields.question
    return page.link(topic, question)


def latest_events(page: PageContext) -> list[Entry]:
    """Return the last events of the timeline, newest first."""
    newest_first = reversed(page.site.timelines.entries)
    events = (entry for entry in newest_first if not entry.what)
    return list(islice(events, MAX_LATEST))
