"""Explainers: their sections, their key dates, how sure the answer is, who is who."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from generator.evidence.support import WEAK
from generator.facts.entries import Entry
from generator.notes.model import Actor, Source, Topic
from generator.pages.base.components import facts
from generator.pages.base.context import PageContext
from generator.pages.lines.statements import DIFFER
from generator.pages.lines.terms import mentioned
from generator.schema.notes import Claim
from generator.schema.statements import current
from generator.text.anchors import our_anchor, sections_of
from generator.text.markdown import Markdown, escape, joined, link
from generator.text.plain import counted
from generator.text.reader import read

CLAIMS = "Claims, weighed"
TIMELINE = "Timeline"
REFERENCES = "References"
MAX_KEY_DATES = 6


def sections(page: PageContext, topic: Topic) -> Markdown:
    """Return links to the sections of an explainer, in their order."""
    found = [
        (section.title, section.anchor) for section in sections_of(read(topic.body))
    ]
    if topic.fields.claims:
        found.append((CLAIMS, our_anchor(CLAIMS)))
    if page.site.timelines.by_note.get(topic.id):
        found.append((TIMELINE, our_anchor(TIMELINE)))
    links = [link(escape(title), f"#{quote(anchor)}") for title, anchor in found]
    return joined(" · ", links)


def key_dates(page: PageContext, topic: Topic) -> Markdown:
    """Return the dates that concern most of an explainer's subjects, oldest first.

    Of dates that concern equally many, those with more sources are preferred.
    """
    concerned = _concerned(page, topic)
    rests_on = page.site.connections.rests_on

    def importance(entry: Entry) -> tuple[int, int]:
        note = entry.note
        sources = rests_on.get(note, ())
        return concerned[note], len(sources)

    entries = page.site.timelines.by_note.get(topic.id, ())
    ranked = sorted(entries, key=importance, reverse=True)
    chosen = ranked[:MAX_KEY_DATES]
    in_order = [entry for entry in entries if entry in chosen]
    return facts(_key_date(page, entry) for entry in in_order)


def _concerned(page: PageContext, topic: Topic) -> Counter[str]:
    """Count for each note how many of an explainer's subjects have it in their timeline."""
    concerned: Counter[str] = Counter()
    timelines = page.site.timelines.by_note
    index = page.site.index
    for statement in current(topic.fields.about):
        reference = statement.value
        subject = index.resolve(reference, reference.folders)
        if subject:
            entries = timelines.get(subject.id, ())
            notes = {entry.note for entry in entries}
            concerned.update(notes)
    return concerned


def _key_date(page: PageContext, entry: Entry) -> tuple[Markdown, Markdown]:
    """Return a date and what happened, in few words; the timeline has the rest."""
    when = escape(entry.date.label)
    if entry.also:
        when = Markdown(when + DIFFER)
    note = page.note(entry.note)
    what = page.link(note)
    if entry.what:
        step = escape(entry.what)
        what = Markdown(f"{what}: {step}")
    return when, what


def sureness(page: PageContext, topic: Topic) -> Markdown:
    """Return what the page rests on, what is disputed, and when it was last checked.

    The sources are those cited so far, so this must be called last.
    """
    parts = []
    sources = page.citations.sources()
    if sources:
        parts.append(_resting(sources))
    claims = topic.fields.claims
    if claims:
        parts.append(_weighing(claims))
    checked = topic.fields.checked
    if checked:
        parts.append(f"Last checked {checked.label}.")
    return joined(" ", parts)


def _resting(sources: Sequence[Source]) -> str:
    total = counted(len(sources), "source")
    references = link(total, f"#{our_anchor(REFERENCES)}")
    trusts = [source.fields.reliability for source in sources]
    weak = sum(trust in WEAK for trust in trusts)
    if weak:
        return f"Based on {references}, {weak} of low reliability."
    return f"Based on {references}."


def _weighing(claims: Sequence[Claim]) -> str:
    total = counted(len(claims), "claim")
    anchor = our_anchor(CLAIMS)
    section = link(f"{total} weighed", f"#{anchor}")
    counts = Counter(claim.verdict for claim in claims)
    parts = [f"{counts[verdict]} {verdict}" for verdict in sorted(counts)]
    verdicts = ", ".join(parts)
    return f"{section}: {verdicts}."


def people(page: PageContext, topic: Topic) -> list[Actor]:
    """Return the actors an explainer mentions, the first mentioned first."""
    return mentioned(page, Actor, topic)
