"""What the site of the isles says, read but not built."""

from __future__ import annotations

from functools import cache

from generator.app.folders import CONTENT, SEEDS
from generator.app.load import Loaded, load
from generator.io.files import read_texts
from tests.conftest import ISLES


@cache
def read_isles() -> Loaded:
    """Parse the notes and sources of the isles."""
    notes, _ = read_texts(ISLES, CONTENT)
    sources, _ = read_texts(ISLES, SEEDS)
    return load([*notes, *sources])


def documents() -> list[str]:
    """Return the folder and id of every note and source that has a page."""
    index = read_isles().index
    notes = [f"{note.folder}/{note.id}" for note in index.notes.values()]
    return sorted([*notes, *(f"sources/{id_}" for id_ in index.sources)])


def former_addresses() -> set[str]:
    """Return the folder and id that a note or source had before."""
    index = read_isles().index
    notes = {
        f"{note.folder}/{old}"
        for note in index.notes.values()
        for old in note.fields.redirect_from
    }
    return notes | {
        f"sources/{old}"
        for source in index.sources.values()
        for old in source.fields.redirect_from
    }
