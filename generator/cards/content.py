"""The words on the card of each page; pages without a note share the site's card."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.cards.layout import Card, card
from generator.cards.lines import Look, Words
from generator.dates.date import Date
from generator.facts.site import Site
from generator.notes.model import Actor, Document, Event, Note, Topic, Treaty
from generator.schema.statements import Statement, current
from generator.schema.treaties import Party
from generator.text.plain import shortened

SITE = ""
"""The key of the site's own card among the ids of notes."""
_MAX_TEXT, _MAX_TITLE = 400, 300
"""Letters that are used; no card has room for more, and a text may have thousands."""
_MIN_PARTIES, _MAX_PARTIES = 2, 5
"""How many parties of a treaty a card names; a single one means that others are not listed."""


@dataclass(frozen=True, slots=True)
class _Details:
    """What a card says about its note below the title."""

    text: str
    fact: str = ""
    """A fact that needs no context."""


def cards(site: Site, look: Look) -> dict[str, Card]:
    """Return the card of each note by its id, and the site's own; none if it has no address."""
    identity = site.settings.site
    if not identity.address:
        return {}
    own_words = Words(identity.description or identity.name)
    own = card(look, own_words, "site")
    drawn = {SITE: own}
    for note in site.index.notes.values():
        words = _words(site, note)
        drawn[note.id] = card(look, words, note.id) or own
    return {id_: found for id_, found in drawn.items() if found}


def card_of(cards: Mapping[str, Card], document: Document | None) -> Card | None:
    """Return the card of the page of a document, or of no document, if cards are made."""
    own = cards.get(SITE)
    if not isinstance(document, Note):
        return own
    return cards.get(document.id) or own


def _words(site: Site, note: Note) -> Words:
    title, kind = note.title, note.kind.singular
    if isinstance(note, Topic):
        title = note.fields.question or title
    if isinstance(note, Actor):
        kind = note.fields.type or kind
    details = _details(site, note)
    return Words(
        title=title[:_MAX_TITLE],
        kind=kind.capitalize(),
        fact=details.fact,
        text=shortened(details.text, _MAX_TEXT),
    )


def _details(site: Site, note: Note) -> _Details:
    summary = note.fields.summary
    match note:
        case Topic():
            return _Details(note.fields.answer or summary)
        case Event():
            return _Details(summary, _dates(note.fields.date))
        case Treaty():
            parties = _parties(site, note.fields.parties)
            return _Details(parties or summary, _status(site, note))
        case _:
            return _Details(summary)


def _dates(statements: tuple[Statement[Date], ...]) -> str:
    """Return the date of an event; every date if sources differ."""
    labels = [statement.value.label for statement in current(statements)]
    distinct = dict.fromkeys(labels)
    shown = " or ".join(distinct)
    if len(distinct) > 1:
        return f"{shown} (sources differ)"
    return shown


def _status(site: Site, treaty: Treaty) -> str:
    """Return the status of a treaty with the day, since a picture stays where it was posted."""
    as_of = site.as_of
    status = as_of.statuses.get(treaty.id)
    if not status or not as_of.day:
        return ""
    if status.words == ("unknown",):
        return ""
    return f"{status.label}, as of {as_of.day.label}"


def _parties(site: Site, parties: Iterable[Party]) -> str:
    """Return the parties of a treaty, if several are listed."""
    names = [_party(site, party) for party in parties]
    if len(names) < _MIN_PARTIES:
        return ""
    more = len(names) - _MAX_PARTIES
    if more > 1:
        names = names[:_MAX_PARTIES]
        names.append(f"{more} more")
    *others, last = names
    listed = ", ".join(others)
    return f"Parties: {listed} and {last}"


def _party(site: Site, party: Party) -> str:
    reference = party.party
    note = site.index.resolve(reference, reference.folders)
    name = note.title if note else str(reference)
    if party.withdrew:
        return f"{name} (withdrew)"
    return name
