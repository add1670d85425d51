"""Explainers: their sections, their key dates, how sure the answer is, who is who."""

from collections import Counter
from collections.abc import Iterable

from generator.evidence.support import WEAK
from generator.facts.entries import Entry
from generator.notes.model import Actor, Source, Topic
from generator.pages.context import PageContext
from generator.pages.lines.components import facts
from generator.pages.lines.statements import DIFFER
from generator.pages.lines.terms import mentioned
from generator.schema.statements import current
from generator.text.markdown import Markdown, escape
from generator.text.plain import counted
from generator.text.spans import headings, slug

CLAIMS = "Claims, weighed"
TIMELINE = "Timeline"
MAX_KEY_DATES = 6


def sections(page: PageContext, topic: Topic) -> Markdown:
    """Return links to the sections of an explainer, in their order."""
    titles = [*headings(topic.body)]
    if topic.fields.claims:
        titles.append(CLAIMS)
    if page.site.timelines.by_note.get(topic.id):
        titles.append(TIMELINE)
    links = [f"[{escape(title)}](#{slug(title)})" for title in titles]
    return Markdown(" · ".join(links))


def key_dates(page: PageContext, topic: Topic) -> Markdown:
    """Return the dates that concern most of an explainer's subjects, oldest first.

    Of dates that concern equally many, those that more sources tell of are preferred.
    """
    concerned = _concerned(page, topic)
    rests_on = page.site.connections.rests_on

    def importance(entry: Entry) -> tuple[int, int]:
        sources = rests_on.get(entry.note, ())
        return concerned[entry.note], len(sources)

    entries = page.site.timelines.by_note.get(topic.id, ())
    ranked = sorted(entries, key=importance, reverse=True)
    chosen = ranked[:MAX_KEY_DATES]
    rows = [_key_date(page, entry) for entry in entries if entry in chosen]
    return facts(rows)


def _concerned(page: PageContext, topic: Topic) -> Counter[str]:
    """Count for each note how many of an explainer's subjects have it in their timeline."""
    concerned: Counter[str] = Counter()
    for statement in current(topic.fields.about):
        reference = statement.value
        subject = page.site.index.resolve(reference, reference.folders)
        if subject:
            entries = page.site.timelines.by_note.get(subject.id, ())
            concerned.update({entry.note for entry in entries})
    return concerned


def _key_date(page: PageContext, entry: Entry) -> tuple[Markdown, Markdown]:
    """Return a date and what happened, in few words; the timeline has the rest."""
    when = escape(entry.date.label)
    if entry.also:
        when = Markdown(when + DIFFER)
    what = page.link(page.note(entry.note))
    if entry.what:
        what = Markdown(f"{what}: {escape(entry.what)}")
    return when, what


def sureness(page: PageContext, topic: Topic) -> Markdown:
    """Return what the page rests on, what is disputed, and when it was last checked.

    The sources are those cited so far: it must be asked last.
    """
    cited = page.citations.so_far()
    checked = topic.fields.checked
    parts = [
        _resting(item.source for item in cited),
        _weighing(claim.verdict for claim in topic.fields.claims),
        f"Last checked {checked.label}." if checked else "",
    ]
    return Markdown(" ".join(part for part in parts if part))


def _resting(sources: Iterable[Source]) -> str:
    trusts = [source.fields.reliability for source in sources]
    if not trusts:
        return ""
    total = counted(len(trusts), "source")
    weak = sum(trust in WEAK for trust in trusts)
    doubt = f", {weak} of low reliability" if weak else ""
    return f"Rests on [{total}](#references){doubt}."


def _weighing(verdicts: Iterable[str]) -> str:
    counts = Counter(verdicts)
    if not counts:
        return ""
    claims = counted(counts.total(), "claim")
    kinds = [f"{count} {verdict}" for verdict, count in sorted(counts.items())]
    return f"[{claims} weighed](#{slug(CLAIMS)}): {', '.join(kinds)}."


def people(page: PageContext, topic: Topic) -> list[Actor]:
    """Return the actors an explainer mentions, the first mentioned first."""
    return mentioned(page, Actor, topic)
