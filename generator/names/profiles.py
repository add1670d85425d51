"""What front matter says of notes that helps to decide whom a name means: names, ties and years."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.dates.date import OPEN_END, OPEN_START, Date
from generator.names.introduced import with_initials, without_initials
from generator.names.matcher import Holders
from generator.names.resolve import ALWAYS, Context, Subject, Years
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.notes.parse import split_title
from generator.notes.references import Relation
from generator.schema.front_matter import split_note
from generator.schema.statements import Statement, current
from generator.text.normal import normal

_BEGINS = ("born", "founded")
_ENDS = ("died", "ended")
_ABOUT = ("date", "signed", "in_force", "ended")


def name_holders(index: Index) -> Mapping[str, Holders]:
    """Map every name to the notes that bear it; a publisher's name, which none bears, to nobody.

    So the ``South China Morning Post`` is no mention of China.
    """
    full: defaultdict[str, set[str]] = defaultdict(set)
    short: defaultdict[str, set[str]] = defaultdict(set)
    for note in index.notes.values():
        for name in _full_names(note.names, is_person=_is_person(note)):
            full[name].add(note.id)
        for name in note.fields.short:
            short[normal(name)].add(note.id)
    publishers = {normal(source.fields.publisher) for source in index.sources.values()}
    return _holders({*full, *short, *publishers}, full, short)


def loose_names(
    files: Iterable[tuple[str, str]],
) -> tuple[Mapping[str, Holders], Mapping[str, Subject]]:
    """Return the names in any notes' front matter: title, aliases, short; and years.

    Args:
        files: Path and text of each; its id is the stem of its name.
    """
    full: defaultdict[str, set[str]] = defaultdict(set)
    short: defaultdict[str, set[str]] = defaultdict(set)
    found: dict[str, Subject] = {}
    for path, text in files:
        parts = split_note(text)
        data = parts.node.plain_pairs()
        id_ = PurePosixPath(path).stem
        title, _, _ = split_title(_texts(data.get("title"))[0], parts, id_)
        for name in _texts(data.get("short")):
            short[normal(name)].add(id_)
        is_person = "person" in {*_texts(data.get("type")), *_texts(data.get("kind"))}
        for name in _full_names(
            (title, *_texts(data.get("aliases"))), is_person=is_person
        ):
            full[name].add(id_)
        has_last_name = is_person and not data.get("short")
        found[id_] = Subject(
            _loose_years(data), is_person=is_person, has_last_name=has_last_name
        )
    return _holders({*full, *short}, full, short), found


def _holders(
    names: set[str], full: Mapping[str, set[str]], short: Mapping[str, set[str]]
) -> Mapping[str, Holders]:
    """Map names in order to those that bear them in full, and for short."""
    return {
        name: Holders(
            tuple(sorted(full.get(name, ()))), tuple(sorted(short.get(name, ())))
        )
        for name in sorted(names - {""})
    }


def _loose_years(data: Mapping[str, object]) -> Years:
    """Return the first and last year of a person or state, by whatever its notes call them."""
    begins, ends = (
        [
            int(year)
            for key in keys
            for year in re.findall(r"\b\d{4}\b", str(data.get(key, "")))
        ]
        for keys in (("born", "birth", "founded"), ("died", "death", "ended"))
    )
    return (min(begins, default=ALWAYS[0]), max(ends, default=ALWAYS[1]))


def _full_names(names: Iterable[str], *, is_person: bool) -> Iterator[str]:
    """Yield names in the form they are registered in; a person's also with shorter middle names."""
    for name in map(normal, names):
        yield name
        if is_person:
            yield without_initials(name)
            yield with_initials(name)


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str)] or [""]


def subjects(index: Index, relations: Iterable[Relation]) -> Mapping[str, Subject]:
    """Map each note to the years it was there, and to what it is tied to."""
    related: defaultdict[str, set[str]] = defaultdict(set)
    for relation in relations:
        related[relation.note].add(relation.target)
        related[relation.target].add(relation.note)
    return {
        note.id: Subject(
            _lifetime(note),
            frozenset(related[note.id]),
            _is_person(note),
            _is_person(note) and not note.fields.short,
        )
        for note in index.notes.values()
    }


def page_of(document: Note | Source, index: Index) -> Context:
    """Return what a document's texts are about, as far as its front matter says."""
    if isinstance(document, Note):
        return Context(own_id=document.id, years=_span(_dates(document, _ABOUT)))
    local: dict[str, str] = {}
    for correction in document.fields.corrections:
        if correction.kind == "name" and correction.printed and correction.link:
            note = index.resolve(correction.link, correction.link.folders)
            local |= {normal(correction.printed): note.id} if note else {}
    published = document.fields.published
    return Context(years=_span([published] if published else []), local=local)


def _is_person(note: Note) -> bool:
    return getattr(note.fields, "type", None) == "person"


def _lifetime(note: Note) -> Years:
    if note.folder != "actors":
        return ALWAYS
    begins, ends = _span(_dates(note, _BEGINS)), _span(_dates(note, _ENDS))
    return (begins[0] if begins else ALWAYS[0], ends[1] if ends else ALWAYS[1])


def _dates(note: Note, names: Iterable[str]) -> list[Date]:
    statements: list[Statement[Date]] = [
        item for name in names for item in current(getattr(note.fields, name, ()))
    ]
    return [item.value for item in statements]


def _span(dates: Iterable[Date]) -> Years | None:
    """Return the years that dates lie in, or None if there are none or an end is open."""
    days = [(date.earliest, date.latest) for date in dates]
    if not days or any(OPEN_START in pair or OPEN_END in pair for pair in days):
        return None
    return (min(first for first, _ in days)[0], max(last for _, last in days)[0])
