"""Ties between actors and treaties, and when they hold."""

from __future__ import annotations

from datetime import date

import pytest

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.dates.parse import parse_date
from generator.facts.history import Calendar
from generator.facts.relations import span, state_on


def ties_of(
    files: dict[str, str], day: str = "2024-12-05"
) -> list[tuple[str, str, str, str, str]]:
    loaded = load([TextFile(path, text) for path, text in files.items()])
    site = assemble(loaded, calendar=Calendar(date.fromisoformat(day), {})).site
    return [
        (tie.note, tie.what, tie.target, tie.when, tie.state) for tie in site.as_of.ties
    ]


ACTORS = {f"content/actors/{name}.md": "x\n" for name in ("russia", "korea")}
PACT = (
    "---\nparties: [{party: Russia}, {party: Korea, withdrew: 2020}]\nsigned: 1961\n"
    "in_force: 1962\nobligations: defence\n---\nx\n"
)


@pytest.mark.parametrize(
    ("path", "text", "tie"),
    [
        (
            "content/actors/putin.md",
            "---\nroles: {title: President, of: Russia, from: 2000-05-07, to: 2008-05-07}\n---\n",
            ("putin", "President", "russia", "7 May 2000 to 7 May 2008", "past"),
        ),
        (
            "content/actors/putin.md",
            "---\nroles: {title: President, of: Russia, from: 2012-05-07}\n---\nx\n",
            ("putin", "President", "russia", "since 7 May 2012", "now"),
        ),
        (
            "content/actors/putin.md",
            "---\nroles: {title: President, of: Russia}\n---\nx\n",
            ("putin", "President", "russia", "", "unknown"),
        ),
        (
            "content/actors/putin.md",
            "---\ncountry: Russia\n---\nx\n",
            ("putin", "from", "russia", "", "unknown"),
        ),
        (
            "content/actors/bloc.md",
            "---\nleader: Russia\n---\nx\n",
            ("russia", "leads", "bloc", "", "unknown"),
        ),
        (
            "content/actors/ussr.md",
            "---\nmember_of: Russia\n---\nx\n",
            ("ussr", "member of", "russia", "", "unknown"),
        ),
        (
            "content/actors/heir.md",
            "---\nsucceeds: Russia\nfounded: 1991\n---\nx\n",
            ("heir", "succeeds", "russia", "since 1991", "now"),
        ),
    ],
)
def test_a_field_is_a_tie_with_its_time(
    path: str, text: str, tie: tuple[str, ...]
) -> None:
    assert tie in ties_of({**ACTORS, path: text})


def test_parties_are_bound_while_the_treaty_is_and_they_have_not_withdrawn() -> None:
    found = ties_of({**ACTORS, "content/treaties/pact.md": PACT})

    assert ("russia", "party to", "pact", "since 1962", "now") in found
    assert ("korea", "party to", "pact", "1962 to 2020", "past") in found


def test_a_treaty_that_was_only_signed_binds_nobody() -> None:
    pact = "---\nparties: Russia\nsigned: 1961\n---\nx\n"

    assert ("russia", "signed", "pact", "since 1961", "unknown") in ties_of(
        {**ACTORS, "content/treaties/pact.md": pact}
    )


def test_parties_to_a_treaty_of_defence_are_allies_under_it() -> None:
    found = ties_of({**ACTORS, "content/treaties/pact.md": PACT})

    assert [tie for tie in found if tie[1] == "ally of"] == [
        ("korea", "ally of", "russia", "since 1962", "now")
    ]


@pytest.mark.parametrize(
    ("start", "end", "state", "words"),
    [
        ("1961", None, "now", "since 1961"),
        ("1961", "1996", "past", "1961 to 1996"),
        ("1961", "2024", "unknown", "1961 to 2024"),
        ("2024", None, "unknown", "since 2024"),
        (None, "1996", "past", "until 1996"),
        (None, None, "unknown", ""),
        ("1961/..", None, "unknown", "since 1961"),
        ("1961", "2030", "now", "1961 to 2030"),
    ],
)
def test_a_tie_is_current_only_if_every_reading_of_its_dates_says_so(
    start: str | None, end: str | None, state: str, words: str
) -> None:
    first, last = (parse_date(text) if text else None for text in (start, end))

    assert state_on(first, last, (2024, 6, 19)) == state
    assert span(first, last) == words
