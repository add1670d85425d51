"""What a treaty is on a day: certain, disputed or not known, as its dates are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.facts.history import Calendar
from generator.facts.treaty_status import STATUS_ORDER, Status, status_of
from generator.schema.treaties import TreatyFields

BOTH = "parties: [{party: a, ratified: 1961-08-01}, {party: b, ratified: 1961-09-01}]"
COURSE = f"signed: 1961-07-06\n{BOTH}\nin_force: 1961-09-10\nended: 1995-09-07"


def label(front: str, day: date, more: dict[str, str] | None = None) -> str:
    files = {
        "content/actors/a.md": "# Aland",
        "content/actors/b.md": "# Bland",
        "content/actors/c.md": "# Cland",
        "content/treaties/pact.md": f"---\n{front}\n---\nText.",
        "seeds/one.md": "TextFile.",
        "seeds/two.md": "TextFile.",
        **(more or {}),
    }
    texts = (TextFile(path, text) for path, text in files.items())
    assembled = assemble(load(texts), calendar=Calendar(day, {}))
    assert not [
        problem for problem in assembled.problems if problem.code != "common-name"
    ]
    return assembled.site.as_of.statuses["pact"].label


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1961-07-05", "Not yet signed"),
        ("1961-07-06", "Signed"),
        ("1961-08-01", "Ratified by some"),
        ("1961-09-01", "Not yet in force"),
        ("1961-09-10", "In force"),
        ("1995-09-06", "In force"),
        ("1995-09-07", "Terminated"),
        ("2024-01-01", "Terminated"),
    ],
)
def test_a_treaty_goes_through_its_statuses_day_by_day(day: str, expected: str) -> None:
    assert label(COURSE, date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: x y z", "Unknown"),
        ("signed: 1961", "Signed"),
        ("in_force: 1961", "In force"),
        ("signed: 1961\nended: 2010", "Signed and perhaps in force"),
        ("in_force: 1961\nended: 1990\nended_how: expired", "Lapsed"),
        ("in_force: 1961\nended: 1990\nended_how: replaced", "Superseded"),
        ("in_force: 1961\nended: 1990\nended_how: denounced", "Terminated"),
        ("in_force: 1961\nended: since 1990", "Terminated"),
        ("in_force: 1961\nended: 2000", "Unclear: in force, or terminated"),
        ("in_force: 2000-03~", "In force"),
        ("signed: 1999\nin_force: 2000", "Unclear: not yet in force, or in force"),
        (
            "in_force: 1961\nended: [{value: 1995, source: one}, {value: 2001, source: two}]",
            "Disputed: in force, or terminated",
        ),
        (
            "in_force: 1961\nended: [{value: 1995, source: one}, {value: 1996, source: two}]",
            "Terminated",
        ),
        (
            "in_force: 1961\nended: [{value: 1995, rank: deprecated}, {value: 2001, source: one}]",
            "In force",
        ),
        ("in_force: 1961\nsuspended: {what: all, from: 1990}", "Suspended"),
        ("in_force: 1961\nsuspended: {what: all, from: 1990, to: 1995}", "In force"),
        ("in_force: 1961\nsuspended: {what: all, from: 2001}", "In force"),
        (
            "in_force: 1961\nsuspended: {what: some, from: 1990, in_part: yes}",
            "Suspended in part",
        ),
        (
            "in_force: 1961\nended_how: dead letter",
            "Unclear: in force, or no longer observed",
        ),
        (
            "signed: 1961\nstatus: {value: not kept, why: So it is.}",
            "No longer observed",
        ),
        (
            "parties: [{party: a, in_force: 1961}, {party: b, in_force: 1962}]",
            "In force",
        ),
        ("signed: 1961\nparties: [{party: a, in_force: 1961}, b]", "Signed"),
        (
            "parties: [{party: a, in_force: 1961}, {party: b, in_force: 1962}, c]",
            "In force",
        ),
        (
            "parties: [{party: a, in_force: 1961}, {party: b, in_force: 2001}, c]",
            "Unknown",
        ),
        ("parties: [{party: a, in_force: 1961}]", "In force"),
        (f"signed: 1961\n{BOTH}", "Ratified by all"),
        (BOTH, "Ratified by all"),
        ("signed: 1961\nparties: [{party: a, ratified: 1961}, b]", "Ratified by some"),
        ("signed: 1961\nparties: [{party: a, ratified: 1961}]", "Ratified by some"),
        ("signed: 1961\nparties: [{party: a, ratified: 2000}, b]", "Signed"),
        ("signed: 1961\nparties: [{party: a, how: provisional application}]", "Signed"),
    ],
)
def test_a_status_is_as_certain_as_its_dates(front: str, expected: str) -> None:
    assert label(front, date(2000, 6, 1)) == expected


@pytest.mark.parametrize(
    ("since", "expected"), [("1990", "Superseded"), ("2010", "Terminated")]
)
def test_a_treaty_is_superseded_once_what_replaces_it_is_in_force(
    since: str, expected: str
) -> None:
    new = {
        "content/treaties/new-pact.md": f"---\nreplaces: pact\nin_force: {since}\n---\nText."
    }

    assert label("in_force: 1961\nended: 1990", date(2000, 6, 1), new) == expected


DAYS = st.tuples(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
YEARS = st.integers(1900, 2100).map(str)


@given(st.dictionaries(st.sampled_from(["signed", "in_force", "ended"]), YEARS), DAYS)
def test_there_is_always_a_status(
    dates: dict[str, str], day: tuple[int, int, int]
) -> None:
    found = status_of(TreatyFields.model_validate(dates), [], day)

    assert found.words
    assert set(found.words) <= set(STATUS_ORDER)
    assert not found.is_disputed  # each field has one date


def test_a_status_is_put_in_words() -> None:
    assert Status(("in force",)).label == "In force"
    assert Status(("signed", "in force")).label == "Unclear: signed, or in force"


@pytest.mark.parametrize(
    ("in_force", "why"),
    [
        (None, "no entry into force is recorded"),
        ("2001", ""),
        ("1962", ""),
    ],
)
def test_ratified_is_not_in_force_and_says_so_where_no_date_does(
    in_force: str | None, why: str
) -> None:
    parties = [{"party": "a", "ratified": "1961"}, {"party": "b"}]
    fields = {"signed": "1961", "parties": parties, "in_force": in_force}

    assert status_of(TreatyFields.model_validate(fields), [], (2000, 6, 1)).why == why


@pytest.mark.parametrize("status", ["in force", "{value: in force, source: one}"])
def test_a_status_that_is_stated_needs_a_why(status: str) -> None:
    files = {
        "content/treaties/pact.md": f"---\nstatus: {status}\n---\nx",
        "seeds/one.md": "x",
    }
    texts = (TextFile(path, text) for path, text in files.items())
    problems = assemble(load(texts)).problems

    assert [problem.code for problem in problems] == ["missing-field"]
