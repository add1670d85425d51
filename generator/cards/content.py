"""What the card of each page says; pages that are about no note show the site's own."""

from collections.abc import Mapping
from typing import Any

from generator.cards.layout import Card, Look, Words, card
from generator.facts.site import Site
from generator.notes.model import Actor, Document, Event, Note, Topic, Treaty
from generator.schema.notes import Party
from generator.schema.statements import Statement, current
from generator.text.plain import shortened

SITE = ""
"""Stands for the site among the ids of notes."""
_LONGEST, _LONGEST_TITLE = 400, 300
"""Letters that are looked at: no card holds more, and a text may have thousands."""
_TWO, _FEW = 2, 5
"""So many parties of a treaty are named, at least and at most."""


def cards(site: Site, look: Look) -> dict[str, Card]:
    """Return the card of each note by its id, and the site's own; none if it has no address."""
    published = site.settings.site
    if not published.address:
        return {}
    own = card(look, Words(published.description or published.name), "site")
    found = {
        id_: card(look, _words(site, note), id_)
        for id_, note in site.index.notes.items()
    }
    return {
        id_: shown
        for id_, drawn in {SITE: own, **found}.items()
        if (shown := drawn or own)
    }


def card_of(cards: Mapping[str, Card], document: Document | None) -> Card | None:
    """Return the card of the page of a document, or of none, if cards are made."""
    own_id = document.id if isinstance(document, Note) else SITE
    return cards.get(own_id) or cards.get(SITE)


def _words(site: Site, note: Note) -> Words:
    fact, text = _told(site, note)
    kind = note.fields.type if isinstance(note, Actor) else ""
    question = note.fields.question if isinstance(note, Topic) else ""
    return Words(
        (question or note.title)[:_LONGEST_TITLE],
        (kind or note.kind.singular).capitalize(),
        fact,
        shortened(text, _LONGEST),
    )


def _told(site: Site, note: Note) -> tuple[str, str]:
    """Return a fact that stands alone, and the text of a card."""
    match note:
        case Topic():
            return "", note.fields.answer or note.fields.summary
        case Event():
            return _dates(note.fields.date), note.fields.summary
        case Treaty():
            return _treaty(site, note)
        case _:
            return "", note.fields.summary


def _dates(statements: tuple[Statement[Any], ...]) -> str:
    labels = list(dict.fromkeys(item.value.label for item in current(statements)))
    return " or ".join(labels) + (" (sources differ)" if len(labels) > 1 else "")


def _treaty(site: Site, note: Treaty) -> tuple[str, str]:
    """Return what a treaty is, with the day, since a picture stays where it was posted."""
    status = site.as_of.statuses.get(note.id)
    known = ""
    if status and site.as_of.day and status.words != ("unknown",):
        known = f"{status.label}, as of {site.as_of.day.label}"
    names = [_party(site, party) for party in note.fields.parties]
    if len(names) < _TWO:  # no treaty has one party: the others are not listed
        return known, note.fields.summary
    more = [f"{len(names) - _FEW} more"] if len(names) > _FEW + 1 else []
    *first, last = [*(names[:_FEW] if more else names), *more]
    return known, f"Parties: {', '.join(first)} and {last}"


def _party(site: Site, party: Party) -> str:
    note = site.index.resolve(party.party, party.party.folders)
    return (note.title if note else str(party.party)) + (
        " (withdrew)" if party.withdrew else ""
    )
