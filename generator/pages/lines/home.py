"""The home page: ways into the site, the explainers, the latest events."""

from generator.facts.entries import Entry
from generator.notes.model import KINDS, Note, Source, Topic
from generator.pages.context import PageContext
from generator.pages.lines.terms import mentioned
from generator.text.markdown import Markdown

MAX_LATEST = 6
"""Events shown on the home page."""


def ways_in(page: PageContext) -> list[Markdown]:
    """Return links to the list of each kind and of the sources, with their lengths."""
    ways = []
    for kind in KINDS.values():
        count = len(page.site.index.of_kind(kind.note))
        ways.append(_way(page, kind.folder, kind.plural, count))
    count = len(page.site.index.sources)
    ways.append(_way(page, Source.folder, "Sources", count))
    return [way for way in ways if way]


def _way(page: PageContext, folder: str, name: str, count: int) -> Markdown:
    if count == 0:
        return Markdown()
    address = page.to(f"{folder}/index.md")
    return Markdown(f"**{count}** [{name}]({address})")


def explainers(page: PageContext) -> list[Topic]:
    """Return every explainer: those the home page names, then the latest changed."""
    home = page.site.home
    named = mentioned(page, Topic, home) if home else []
    others = [topic for topic in page.of_kind(Topic) if topic not in named]
    others.sort(key=lambda topic: _last_changed(page, topic), reverse=True)
    return [*named, *others]


def _last_changed(page: PageContext, note: Note) -> float:
    changes = page.site.as_of.history.get(note.path, ())
    return changes[0].at.timestamp() if changes else 0.0


def asked(page: PageContext, topic: Topic) -> Markdown:
    """Return a link to an explainer, on its question or else its title."""
    return page.link(topic, topic.fields.question)


def latest_events(page: PageContext) -> list[Entry]:
    """Return the last events of the timeline, newest first."""
    events = [entry for entry in page.site.timelines.entries if not entry.what]
    return events[-MAX_LATEST:][::-1]
