"""The home page: ways into the site, the explainers, the latest events."""

from generator.facts.entries import Entry
from generator.notes.model import KINDS, Source, Topic
from generator.pages.context import PageContext
from generator.pages.lines.terms import mentioned
from generator.text.markdown import Markdown, link

MAX_LATEST = 6
"""Events shown on the home page."""


def ways_in(page: PageContext) -> list[Markdown]:
    """Return links to the list of each kind and of the sources, with their lengths."""
    ways = []
    for kind in KINDS.values():
        notes = page.site.index.of_kind(kind.note)
        if notes:
            way = _way(page, kind.folder, kind.plural)
            ways.append(Markdown(f"**{len(notes)}** {way}"))
    sources = page.site.index.sources
    if sources:
        way = _way(page, Source.folder, "Sources")
        ways.append(Markdown(f"**{len(sources)}** {way}"))
    return ways


def _way(page: PageContext, folder: str, name: str) -> Markdown:
    address = page.to(f"{folder}/index.md")
    return link(name, address)


def explainers(page: PageContext) -> list[Topic]:
    """Return every explainer: those the home page names, then the latest changed."""

    def last_changed(topic: Topic) -> float:
        changes = page.site.as_of.history.get(topic.path)
        if not changes:
            return 0.0
        last = changes[0]
        return last.at.timestamp()

    home = page.site.home
    named = mentioned(page, Topic, home) if home else []
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
    entries = page.site.timelines.entries
    events = [entry for entry in entries if not entry.what]
    latest = events[-MAX_LATEST:]
    latest.reverse()
    return latest
