"""The lines of an explainer and of the home page: what is in it, how sure it is, who is who."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from generator.evidence.support import WEAK
from generator.facts.entries import Entry
from generator.links.segments import Block, Link, Linked
from generator.notes.model import KINDS, Note, Source, Topic
from generator.pages.components import facts
from generator.pages.context import BODY, DIFFER, Writer
from generator.schema.statements import current
from generator.schema.values import Prose
from generator.text.markdown import Markdown, escape
from generator.text.plain import counted, without_citations
from generator.text.spans import headings, slug

_AFTER = {"claims": "Claims, weighed", "timeline": "Timeline"}
"""Sections that stand behind the body, where there is anything to show in them."""
KEY_DATES = 6
"""So many dates of a story stand beside its answer."""
_GOES_ON = re.compile(r"[ \t]|[-+*>:|][ \t]|\d+[.)][ \t]")
"""What begins a block that would be cut off from the one before it by something between them."""


def sections(page: Writer) -> Markdown:
    """Return links to the sections of an explainer, in their order."""
    note = page.document
    if not isinstance(note, Note):
        return Markdown()
    has = {
        "claims": note.fields.claims,
        "timeline": page.site.timelines.by_note.get(note.id),
    }
    titles = [
        *headings(note.body),
        *(title for key, title in _AFTER.items() if has[key]),
    ]
    return Markdown(
        " · ".join(f"[{escape(title)}](#{slug(title)})" for title in titles)
    )


def key_dates(page: Writer) -> Markdown:
    """Return the dates of the story that concern most of what it is about, oldest first.

    Among equals, those stand that more sources tell of.
    """
    note = page.document
    if not isinstance(note, Topic):
        return Markdown()
    entries = page.site.timelines.by_note.get(note.id, ())
    concerned = Counter(
        id_ for of_subject in _stories(page, note) for id_ in of_subject
    )

    def rank(entry: Entry) -> tuple[int, int]:
        return -concerned[entry.note], -len(
            page.site.connections.rests_on.get(entry.note, ())
        )

    shown = sorted(entries, key=rank)[:KEY_DATES]
    return facts(
        (_when(entry), _happened(page, entry)) for entry in entries if entry in shown
    )


def _stories(page: Writer, note: Topic) -> Iterator[set[str]]:
    """Yield what the timeline of each subject of an explainer tells of."""
    for item in current(note.fields.about):
        if subject := page.site.index.resolve(item.value, item.value.folders):
            yield {
                entry.note for entry in page.site.timelines.by_note.get(subject.id, ())
            }


def _when(entry: Entry) -> Markdown:
    """Return a date in few words; the timeline has all that is said of it."""
    differ = DIFFER if entry.also else ""
    return Markdown(f"{escape(entry.date.label)}{differ}")


def _happened(page: Writer, entry: Entry) -> Markdown:
    step = f": {escape(entry.what)}" if entry.what else ""
    return Markdown(f"{page.link(page.note(entry.note))}{step}")


def sureness(page: Writer) -> Markdown:
    """Return how sure the answer is: what the page rests on, what is disputed, when it was checked.

    It counts what the page has cited so far, and so is asked for when the page has been written.
    """
    note = page.document
    if not isinstance(note, Note):
        return Markdown()
    checked = note.fields.checked
    parts = [
        _resting(source for _, source, _ in page.references()),
        _weighing(claim.verdict for claim in note.fields.claims),
        f"Last checked {checked.label}." if checked else "",
    ]
    return Markdown(" ".join(part for part in parts if part))


def _resting(sources: Iterable[Source]) -> str:
    trusts = [source.fields.reliability for source in sources]
    weak = sum(trust in WEAK for trust in trusts)
    doubt = f", {weak} of low reliability" if weak else ""
    return (
        f"Rests on [{counted(len(trusts), 'source')}](#references){doubt}."
        if trusts
        else ""
    )


def _weighing(verdicts: Iterable[str]) -> str:
    found = Counter(verdicts)
    kinds = ", ".join(f"{count} {verdict}" for verdict, count in sorted(found.items()))
    claims = counted(found.total(), "claim")
    return f"[{claims} weighed](#{slug(_AFTER['claims'])}): {kinds}." if found else ""


def explained(page: Writer) -> Markdown:
    """Return the body with a box for each term, behind the paragraph that first uses it.

    A box never cuts what belongs together, such as a list: then it stands behind the whole. What
    the answer alone uses is explained before the body.
    """
    note = page.document
    if not isinstance(note, Note):
        return BODY
    prose = page.site.prose[note.path]
    blocks = prose[note.body.at].blocks
    in_body = {term.id for block in blocks for term in _terms(page, block)}
    answer = prose.get(_answer(note).at, Linked()).blocks
    early = dict.fromkeys(term.id for block in answer for term in _terms(page, block))
    boxes = "".join(_box(page, page.note(id_)) for id_ in early if id_ not in in_body)
    page.text = Markdown(boxes + "".join(_boxed(page, blocks)))
    return BODY


def _answer(document: Note | Source) -> Prose:
    return document.fields.answer if isinstance(document, Topic) else Prose()


def _boxed(page: Writer, blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the blocks of a body as Markdown, and the boxes between them."""
    seen: set[str] = set()
    waiting: list[Note] = []
    for block, next_ in zip_longest(blocks, blocks[1:]):
        yield page.segments(block.segments)
        waiting += [term for term in _terms(page, block) if term.id not in seen]
        seen |= {term.id for term in waiting}
        if waiting and next_ is None:
            yield "\n\n"
        if waiting and (
            next_ is None or (block.kind == "break" and not _goes_on(next_))
        ):
            yield from (_box(page, term) for term in waiting)
            waiting = []


def _terms(page: Writer, block: Block) -> Iterator[Note]:
    """Yield each term that a block mentions, once, unless the page is its own."""
    notes = map(page.note, dict.fromkeys(_targets(block)))
    yield from (
        note for note in notes if note.folder == "terms" and note is not page.document
    )


def _targets(block: Block) -> Iterator[str]:
    yield from (
        segment.target for segment in block.segments if isinstance(segment, Link)
    )


def _goes_on(block: Block) -> bool:
    """Say whether a block belongs to the one before it, such as one more item of a list."""
    first = block.segments[0]
    return isinstance(first, str) and bool(_GOES_ON.match(first))


def _box(page: Writer, term: Note) -> str:
    return f'<div class="term" markdown data-search-exclude>\n\n{who(page, term)}\n\n</div>\n\n'


def mentioned(page: Writer, folder: str, by: Note | Source | None = None) -> list[Note]:
    """Return the notes of a kind that this page, or another, mentions, the first mention first."""
    document = by or page.document
    if document is None:
        return []
    prose = page.site.prose[document.path]
    texts = (_answer(document), document.body)
    blocks = (block for text in texts for block in prose.get(text.at, Linked()).blocks)
    notes = map(
        page.note, dict.fromkeys(id_ for block in blocks for id_ in _targets(block))
    )
    return [note for note in notes if note.folder == folder and note is not document]


def who(page: Writer, note: Note) -> Markdown:
    """Return the line of somebody or something that a reader may not know."""
    summary = escape(without_citations(note.fields.summary))
    return Markdown(f"{page.link(note)}{f'<br>{summary}' if summary else ''}")


def ways_in(page: Writer) -> list[Markdown]:
    """Return links to the lists of each kind and of the sources, with how many there are."""
    counts = {kind.folder: len(page.of_kind(kind.note)) for kind in KINDS.values()}
    names = {kind.folder: kind.plural for kind in KINDS.values()}
    counts[Source.folder], names[Source.folder] = (
        len(page.site.index.sources),
        "Sources",
    )
    return [
        Markdown(f"**{count}** [{names[folder]}]({page.to(f'{folder}/index.md')})")
        for folder, count in counts.items()
        if count
    ]


def explainers(page: Writer) -> list[Note]:
    """Return all explainers: those the home page names, in its order, then the latest changed."""
    home = page.site.home
    named = [note.id for note in mentioned(page, "topics", home)] if home else []
    rest = (note for note in page.of_kind(Topic) if note.id not in named)
    return [*map(page.note, named), *sorted(rest, key=lambda note: _since(page, note))]


def _since(page: Writer, note: Note) -> float:
    """Return what sorts the latest changed first."""
    changes = page.site.as_of.history.get(note.path, ())
    return -changes[0].at.timestamp() if changes else 0.0


def asked(page: Writer, topic: Topic) -> Markdown:
    """Return what an explainer answers, as a link; its title where it asks nothing."""
    return page.link(topic, topic.fields.question or topic.title)
