"""A small site whose timeline and treaties other programs get."""

from __future__ import annotations

from datetime import date

import pytest

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.exports.downloads import downloads
from generator.facts.history import Calendar

TEXTS = {
    "content/actors/a.md": "# Aland",
    "content/events/day.md": (
        "---\ntitle: A day; then, more\ndate: 1961-07-06\nsummary: So [@un].\n---\nx"
    ),
    "content/events/year.md": "---\ndate: c. 1961\n---\nx",
    "content/events/span.md": "---\ndate: 1961-03/1962-05\n---\nx",
    "content/events/later.md": "---\ndate: since 1970\n---\nx",
    "content/treaties/pact.md": (
        "---\ntitle: =Pact\nsigned: [{value: 1961, source: un}, {value: 1962, source: us}]\n"
        "in_force: 1963\nparties: Aland\n---\nx"
    ),
    "seeds/un.md": "x",
    "seeds/us.md": "x",
}


@pytest.fixture(scope="session")
def downloaded() -> dict[str, str]:
    """Return every download by its path."""
    texts = (TextFile(path, text) for path, text in TEXTS.items())
    site = assemble(load(texts), calendar=Calendar(date(2000, 1, 1), {})).site
    return dict(downloads(site))
