"""What is new since a day, for a newsletter: as Markdown, and as HTML that mail programs show."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape as escape_html

from generator.dates.parse import parse_date
from generator.facts.site import Site, published_path
from generator.facts.treaty_status import statuses
from generator.notes.model import Note
from generator.notes.references import find_relations
from generator.text.markdown import escape
from generator.text.plain import without_citations

MOST = 12
"""So many new notes are named."""


@dataclass(frozen=True, slots=True)
class News:
    """One line of a digest: which page, and what is new of it."""

    title: str
    address: str
    text: str = ""


Sections = Mapping[str, tuple[News, ...]]
"""What is new, under what it is called."""


def news(site: Site, since: date) -> Sections:
    """Return what is new from a day on, the most important first; what has no news is left out."""
    found = {name: tuple(of(site, since)) for name, of in _SECTIONS.items()}
    return {name: items for name, items in found.items() if items}


def _of(site: Site, note: Note, text: str = "") -> News:
    home = site.settings.site.address
    title = getattr(note.fields, "question", "") or note.title
    return News(title, home + published_path(note.id, note.folder), text)


def _new_explainers(site: Site, since: date) -> Iterator[News]:
    for note in _begun(site, since):
        if note.folder == "topics":
            yield _of(site, note, _in_short(note))


def _in_short(note: Note) -> str:
    """Return the answer of an explainer, or what a note is about."""
    answer = getattr(note.fields, "answer", "")
    return without_citations(answer or note.fields.summary) or note.kind.singular


def _changed_explainers(site: Site, since: date) -> Iterator[News]:
    for note in site.index.notes.values():
        changes = site.as_of.history.get(note.path, ())
        if (
            note.folder == "topics"
            and changes
            and changes[-1].day < since <= changes[0].day
        ):
            said = dict.fromkeys(
                item.what for item in changes if item.day >= since and item.what
            )
            yield _of(site, note, "; ".join(said))


def _statuses(site: Site, since: date) -> Iterator[News]:
    """Yield each treaty that is not what it was on the day before."""
    day = parse_date(since.isoformat()).earliest
    before = statuses(site.index, list(find_relations(site.index)), day)
    for id_, now in site.as_of.statuses.items():
        if before[id_].label != now.label:
            yield _of(
                site, site.index.notes[id_], f"was {before[id_].label}, is {now.label}"
            )


def _corrections(site: Site, since: date) -> Iterator[News]:
    for note in site.index.notes.values():
        for item in note.fields.corrected:
            if date(*item.date.latest) >= since:
                yield _of(
                    site, note, f"{item.date.label}: {without_citations(item.what)}"
                )


def _new_notes(site: Site, since: date) -> Iterator[News]:
    """Yield the new notes that most others mention; of the rest, how many there are."""
    begun = [note for note in _begun(site, since) if note.folder != "topics"]
    begun.sort(key=lambda note: -len(site.connections.backlinks.get(note.id, ())))
    yield from (_of(site, note, _in_short(note)) for note in begun[:MOST])
    if (rest := len(begun) - MOST) > 0:
        yield News(f"And {rest} more", f"{site.settings.site.address}about/names/")


def _begun(site: Site, since: date) -> Iterator[Note]:
    for note in site.index.notes.values():
        changes = site.as_of.history.get(note.path, ())
        if changes and changes[-1].day >= since:
            yield note


_SECTIONS: Mapping[str, Callable[[Site, date], Iterator[News]]] = {
    "New explainers": _new_explainers,
    "Changed explainers": _changed_explainers,
    "Treaties with another status": _statuses,
    "Corrections": _corrections,
    "New notes": _new_notes,
}


def as_markdown(site: Site, since: date, sections: Sections) -> str:
    """Return the digest as Markdown."""
    lines = [f"# {escape(_title(site, since))}", ""]
    for name, items in sections.items():
        lines += [f"## {name}", ""]
        lines += [
            f"- [{escape(item.title)}](<{item.address}>)"
            + (f": {escape(item.text)}" if item.text else "")
            for item in items
        ]
        lines.append("")
    return "\n".join(lines if sections else [*lines, _NOTHING, ""])


def as_html(site: Site, since: date, sections: Sections) -> str:
    """Return the digest as one HTML file that loads nothing and needs no style sheet."""
    title = escape_html(_title(site, since))
    parts = [
        f'<h2 style="{_HEADING}">{name}</h2>\n<ul style="{_LIST}">\n'
        + "".join(map(_html_line, items))
        + "</ul>\n"
        for name, items in sections.items()
    ]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n</head>\n"
        f'<body style="{_BODY}">\n<h1 style="{_TITLE}">{title}</h1>\n'
        f"{''.join(parts) or f'<p>{_NOTHING}</p>'}\n</body>\n</html>\n"
    )


_NOTHING = "Nothing is new."
_BODY = (
    "max-width:36em;margin:0 auto;padding:1em;font:17px/1.5 Georgia,serif;color:#1d1c1a"
)
_TITLE = "margin:0 0 .2em;padding-top:.5em;border-top:4px solid #8c1c13;line-height:1.2"
_HEADING = "margin:1.6em 0 .5em;font-size:1.25em;line-height:1.2"
_LIST = "margin:0;padding:0;list-style:none"
_ITEM = "margin:0 0 1em"
_LINK = "color:#1b4c86;font-weight:bold"


def _html_line(item: News) -> str:
    text = f"<br>\n{escape_html(item.text)}" if item.text else ""
    address, title = escape_html(item.address), escape_html(item.title)
    return f'<li style="{_ITEM}"><a style="{_LINK}" href="{address}">{title}</a>{text}</li>\n'


def _title(site: Site, since: date) -> str:
    name = site.settings.site.name or "This site"
    return f"{name}: new since {parse_date(since.isoformat()).label}"
