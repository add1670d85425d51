"""The lines of a page's lists: what stands in one, in which order, with which marks."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from generator.derive import Backlink, Citing, Entry
from generator.evidence import shortened, without_citations
from generator.kinds import (
    OBLIGATIONS,
    Article,
    Claim,
    Correction,
    Party,
    Role,
    Suspension,
)
from generator.markdown import Markdown, escape
from generator.model import Note, Source
from generator.page import Writer, page_path
from generator.quotations import Quoted, budgets
from generator.statements import Statement, current
from generator.support import WEAK, is_low_only, unusable
from generator.worklist import KINDS as TASKS
from generator.worklist import Task

T = TypeVar("T")

DIGEST = 240
"""Letters of a paragraph that are shown below a reference."""

_BAR = re.compile(r"(?<!\\)\|")
"""What ends a cell of a table."""
_ARTICLE_NUMBER = re.compile(r"\d|[IVX]+\b")


def bullets(page: Writer, line: Callable[[Writer, T], Markdown], items: Iterable[T]) -> Markdown:
    """Return a list, its lines made by one of the functions below."""
    return Markdown("\n".join(f"- {line(page, item)}" for item in items))


def facts(rows: Iterable[tuple[str, str]]) -> Markdown:
    """Return rows of an infobox; what is not known has none."""
    shown = (
        f"{label}\n:   {value if isinstance(value, Markdown) else escape(value)}\n"
        for label, value in rows
        if value
    )
    return Markdown("\n".join(shown))


def dated(page: Writer, entry_: Entry) -> Markdown:
    """Return the line of a timeline: when, and the event or the step."""
    note = page.note(entry_.note)
    when = f'<span class="when">{escape(entry_.label or entry_.date.label)}</span>'
    if not entry_.what:
        return Markdown(f"{when} {entry(page, note)}")
    if note is page.document:
        return Markdown(f"{when} {escape(entry_.what[:1].upper() + entry_.what[1:])}")
    return Markdown(f"{when} {page.link(note)}: {escape(entry_.what)}")


def references(page: Writer) -> Markdown:
    """Return the numbered list of what the page has cited so far."""
    return Markdown(
        "\n".join(
            f'{number}. <span id="ref-{number}"></span>'
            f"{reference(page, source, paragraphs)}{back(page, number)}"
            for number, source, paragraphs in page.references()
        )
    )


def reference(page: Writer, source: Source, paragraphs: list[str]) -> Markdown:
    """Return the entry of a source in the list of references."""
    of = source.fields
    parts = [
        escape(_authors(of.authors)),
        page.link(source),
        escape(of.publisher),
        of.published.label if of.published else "",
    ]
    pinned = sorted({paragraph for paragraph in paragraphs if paragraph}, key=_number_of)
    address = page.to(page_path(source))
    pins = ", ".join(f"[¶{paragraph[1:]}]({address}#{paragraph})" for paragraph in pinned)
    trust = f" Reliability: {reliability(source)}." if of.reliability in WEAK else ""
    digests = "".join(_digest(source, paragraph) for paragraph in pinned)
    return Markdown(", ".join(part for part in (*parts, pins) if part) + "." + trust + digests)


def _digest(source: Source, paragraph: str) -> Markdown:
    """Return what a cited paragraph says, shortened, below its reference."""
    text = shortened(source.paragraphs.get(paragraph, ""), DIGEST)
    number = paragraph[1:]
    said = escape(f"¶{number}: {text}") if text else ""
    return Markdown(
        f' <span class="digest" data-paragraph="{number}">{said}</span>' if said else ""
    )


def back(page: Writer, number: int) -> Markdown:
    """Return links from a reference to each place that cites it, lettered if there are several."""
    source = next(id_ for id_, given in page.numbers.items() if given == number)
    count = len(page.cited[source])
    if count == 0:
        return Markdown()
    if count == 1:
        return Markdown(f' <a class="back" href="#cite-{number}-1" aria-label="Back to text">↑</a>')
    links = (
        f'<a class="back" href="#cite-{number}-{place}" aria-label="Back to text {letters(place)}">'
        f"{letters(place)}</a>"
        for place in range(1, count + 1)
    )
    return Markdown(f' <span class="backs">↑ {" ".join(links)}</span>')


def entry(page: Writer, document: Note | Source) -> Markdown:
    """Return the line of a note in a list: its link, and what it is."""
    summary = without_citations(document.fields.summary)
    return Markdown(f"{page.link(document)}{f': {escape(summary)}' if summary else ''}")


def source_entry(page: Writer, source: Source) -> Markdown:
    """Return the line of a source in the list of all."""
    of = source.fields
    when = of.published.label if of.published else ""
    authors = escape(_authors(of.authors))
    parts = ", ".join(filter(None, (authors, page.link(source), escape(of.publisher), when)))
    return Markdown(f"{parts}. Reliability: {reliability(source)}.")


AUTHORS_SHOWN = 3
"""Of more authors than this, the first is named."""


def _authors(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= AUTHORS_SHOWN else f"{names[0]} and others"


def reliability(source: Source) -> Markdown:
    """Return how far a source can be trusted, in words and by a mark."""
    word = source.fields.reliability
    return Markdown(f'<span class="trust {word}">{word}</span>' if word else "not assessed")


def how_much_is_quoted(page: Writer) -> str:
    """Return how many of this source's words these pages quote."""
    quoted_here = [
        item for item in page.site.quoted if item.source == getattr(page.document, "id", "")
    ]
    used = budgets(page.site.index, quoted_here)
    words, total, _ = next(iter(used.values()), (0, 0, None))
    return f"{words} of {total} words" if total else f"{words} words" if words else ""


def where(page: Writer, place: Backlink | Citing) -> Markdown:
    """Return the line of a place that mentions a note or cites a source."""
    line = page.link(page.note(place.note))
    match place:
        case Backlink(count=count):
            times = f" ({count} times)" if count > 1 else ""
            return Markdown(f"{line}{times}: {page.excerpt(place)}")
        case Citing(block=None):
            return Markdown(f"{line}, in its facts")
        case Citing(paragraph=paragraph):
            pin = f", ¶{paragraph[1:]}" if paragraph else ""
            return Markdown(f"{line}{pin}: {page.excerpt(place)}")


def weighed(page: Writer, claim: Claim) -> Markdown:
    """Return the line of a claim: verdict, what it says, what speaks for and against it."""
    is_weak = is_low_only(claim, page.site.index)
    parts = [f"**{claim.verdict.capitalize()}:** {page.prose(claim.says)}"]
    parts += ["*Rests only on sources of low reliability.*"] if is_weak else []
    parts += [f"For: {page.cite(claim.for_)}."] if claim.for_ else []
    parts += [f"Against: {page.cite(claim.against)}."] if claim.against else []
    parts += [page.prose(claim.why)] if claim.why else []
    return Markdown(" ".join(parts))


def article_entry(page: Writer, article: Article) -> Markdown:
    """Return the line of an article of a treaty: its number, gist and own words."""
    number = f"**{numbered(article.number)}:** " if article.number else ""
    exact = f' In its words: "{escape(article.exact)}".' if article.exact else ""
    return Markdown(f"{number}{page.prose(article.gist)}{exact}{page.cite(article.sources)}")


def suspension(page: Writer, suspension: Suspension) -> Markdown:
    """Return the line of a suspension: when, by whom, what."""
    when = " to ".join(filter(None, map(page.values, (suspension.from_, suspension.to))))
    by = f"by {page.name(suspension.by)}" if suspension.by else ""
    part = "in part" if suspension.in_part else ""
    head = ", ".join(filter(None, (when, by, part)))
    parts = ": ".join(filter(None, (head, page.prose(suspension.what))))
    return Markdown(parts + page.cite(suspension.sources))


def reading(page: Writer, correction: Correction) -> Markdown:
    """Return how to read what a source prints wrong, and why."""
    link = f"{page.name(correction.link)}: " if correction.link else ""
    why = f" ({page.prose(correction.why)})" if correction.why else ""
    text = f"{link}{escape(correction.read)}{why}{page.cite(correction.basis)}"
    return Markdown(_BAR.sub(r"\|", text))


def role(page: Writer, role: Role) -> Markdown:
    """Return an office, where and when it was held."""
    of = f", {page.name(role.of)}" if role.of and role.of not in role.title else ""
    start, end = current(role.from_), current(role.to)
    when = " to ".join(item[0].value.label for item in (start, end) if item)
    if start and not end and not start[0].value.is_open:
        when = f"since {when}"
    elif end and not start:
        when = f"until {when}"
    sources = [*role.sources, *(cited for item in (*start, *end) for cited in item.sources)]
    cites = page.cite(list(dict.fromkeys(sources)))
    return Markdown(f"{escape(role.title)}{of}{f' ({when})' if when else ''}{cites}")


_PARTY_COLUMNS: tuple[tuple[str, Callable[[Writer, Party], Markdown]], ...] = (
    ("Party", lambda page, party: page.name(party.party)),
    ("Signed", lambda page, party: page.values(party.signed)),
    ("By", lambda page, party: page.names(party.signed_by)),
    ("Ratified", lambda page, party: page.values(party.ratified)),
    ("In force", lambda page, party: page.values(party.in_force)),
    ("Withdrew", lambda page, party: page.values(party.withdrew)),
)


def parties(page: Writer, parties: Sequence[Party]) -> list[Markdown]:
    """Return the rows of a table of parties; a column in which nothing is known is left out."""
    rows = [[cell(page, party) for _, cell in _PARTY_COLUMNS] for party in parties]
    used = [column for column in range(len(_PARTY_COLUMNS)) if any(row[column] for row in rows)]
    heads = [_PARTY_COLUMNS[column][0] for column in used]
    lines: list[Sequence[str]] = [heads, ["---"] * len(used)]
    lines += [[_BAR.sub(r"\|", row[column]) for column in used] for row in rows]
    return [Markdown(f"| {' | '.join(line)} |") for line in lines]


def numbered(number: str) -> Markdown:
    """Return the number of an article as a reader says it."""
    return escape(f"Article {number}" if _ARTICLE_NUMBER.match(number) else number)


def addresses(urls: Sequence[str]) -> Markdown:
    """Return addresses of the web as links that show where they lead."""
    links = (
        f"[{escape(re.sub(r'^https?://(www[.])?', '', url).rstrip('/'))}](<{url}>)" for url in urls
    )
    return Markdown(", ".join(links))


def standing(page: Writer, paragraph: str) -> Markdown:
    """Return what keeps a paragraph of this source from being evidence."""
    marks = unusable(page.document, paragraph) if isinstance(page.document, Source) else ()
    return Markdown("".join(f" **({mark})**" for mark in marks))


def task(page: Writer, item: Task) -> Markdown:
    """Return the line of something editors should look at: the note, and what in it."""
    shown = without_citations(item.text)
    return Markdown(f"{page.link(page.note(item.note))}{f': {escape(shown)}' if shown else ''}")


def tasks(page: Writer) -> list[tuple[str, list[Task]]]:
    """Return what editors should look at, by what it is called."""
    found = [
        (name, [item for item in page.site.worklist if item.kind == kind])
        for kind, name in TASKS.items()
    ]
    return [(name, items) for name, items in found if items]


def status(page: Writer) -> Markdown:
    """Return what this treaty is on the day of the build, and why if that needs saying."""
    found = page.site.statuses.get(page.document.id) if page.document else None
    if not found or not page.site.as_of:
        return Markdown()
    why = f" ({escape(found.why)})" if found.why else ""
    return Markdown(f"**{escape(found.label)}**{why}, as of {escape(page.site.as_of.label)}")


def lineage(page: Writer) -> Markdown:
    """Return the treaties that replaced one another around this one, oldest first."""
    chain = page.site.lineages.get(page.document.id, ()) if page.document else ()
    own_id = page.document.id if page.document else ""
    return Markdown(
        "\n".join(
            f"{number}. {f'**{escape(note.title)}**' if note.id == own_id else page.link(note)}"
            f"{_years(note)}"
            for number, note in enumerate(map(page.note, chain), 1)
        )
    )


def _years(note: Note) -> Markdown:
    """Return from when to when a treaty was there, as far as one date says it."""
    start = current(note.fields.signed) or current(note.fields.in_force)
    end = current(note.fields.ended)
    known = " to ".join(dates[0].value.label for dates in (start, end) if dates)
    return Markdown(f", {escape(known)}" if known else "")


def treaty_rows(page: Writer) -> list[Markdown]:
    """Return the rows of the table of all treaties: dates, status, what they oblige to."""
    heads = ["Treaty", "Status", "Signed", "In force", "Ended", "Obliges to"]
    rows: list[Sequence[str]] = [heads, ["---"] * len(heads)]
    rows += [_treaty_row(page, note) for note in page.of_kind("treaties")]
    return [Markdown(f"| {' | '.join(row)} |") for row in rows]


def _treaty_row(page: Writer, note: Note) -> list[str]:
    of = note.fields
    found = page.site.statuses.get(note.id)
    dates = [_dates(statements) for statements in (of.signed, of.in_force, of.ended)]
    own = {str(item.value) for item in current(of.obligations)}
    obliges = escape(", ".join(name for name in OBLIGATIONS if name in own))
    cells = [page.link(note), escape(found.label) if found else "", *dates, obliges]
    return [_BAR.sub(r"\|", cell) for cell in cells]


def _dates(statements: tuple[Statement[Any], ...]) -> Markdown:
    return escape(" or ".join(dict.fromkeys(item.value.label for item in current(statements))))


def ledger(page: Writer) -> list[tuple[Source, str, list[Quoted]]]:
    """Return every source that is quoted, how much of it, and each quotation once."""
    used = budgets(page.site.index, page.site.quoted)
    found = []
    for id_ in sorted({item.source for item in page.site.quoted}):
        source = page.site.index.sources[id_]
        words, total, _ = used.get(id_, (0, 0, None))
        share = f" of {total} ({100 * words / total:.1f} %)" if total else ""
        own = [item for item in page.site.quoted if item.source == id_]
        once = list({(item.path, item.text): item for item in own}.values())
        amount = f"{words} words{share}" if words else "open, so nothing is counted"
        found.append((source, amount, once))
    return found


def quotation(page: Writer, item: Quoted) -> Markdown:
    """Return the line of a quotation: the words, where they stand, who quotes them."""
    pin = f", ¶{item.place.paragraph[1:]}" if item.place else ", not checked"
    notes = {note.path: note for note in page.site.index.notes.values()}
    note = notes.get(item.path)
    by = f", quoted by {page.link(note)}" if note else ", as a correction"
    return Markdown(f'"{escape(item.text)}"{pin}{by}')


def letters(number: int) -> str:
    """Return a, b, … z, aa, ab, … for 1, 2, …."""
    before, last = divmod(number - 1, 26)
    return (letters(before) if before else "") + "abcdefghijklmnopqrstuvwxyz"[last]


def _number_of(paragraph: str) -> int:
    return int(paragraph[1:])
