"""EDTF: what each form spans and how it reads, and that reading it again gives the same."""

from __future__ import annotations

import pytest
from edtf import parse_edtf as oracle_of
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.date import Date, Day
from generator.dates.parse import parse_date
from tests.dates.edtf_texts import ATOMS, PLAIN, WHOLE_DAYS, in_order


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "label"),
    [
        ("1961", (1961, 1, 1), (1961, 12, 31), "1961"),
        ("0961", (961, 1, 1), (961, 12, 31), "961"),
        ("1961-07", (1961, 7, 1), (1961, 7, 31), "July 1961"),
        ("1961-07-06", (1961, 7, 6), (1961, 7, 6), "6 July 1961"),
        ("2000-02-29", (2000, 2, 29), (2000, 2, 29), "29 February 2000"),
        ("1900-02", (1900, 2, 1), (1900, 2, 28), "February 1900"),
        ("199X", (1990, 1, 1), (1999, 12, 31), "1990s"),
        ("19XX", (1900, 1, 1), (1999, 12, 31), "1900-1999"),
        ("190X", (1900, 1, 1), (1909, 12, 31), "1900-1909"),
        ("200X", (2000, 1, 1), (2009, 12, 31), "2000s"),
        ("1961-XX", (1961, 1, 1), (1961, 12, 31), "1961"),
        ("1961-07-XX", (1961, 7, 1), (1961, 7, 31), "July 1961"),
        ("1961-XX-06", (1961, 1, 6), (1961, 12, 6), "1961"),
        ("1961-21", (1961, 3, 1), (1961, 5, 31), "spring 1961"),
        ("1961-22", (1961, 6, 1), (1961, 8, 31), "summer 1961"),
        ("1961-23", (1961, 9, 1), (1961, 11, 30), "autumn 1961"),
        ("1961-24", (1961, 12, 1), (1961, 12, 31), "winter 1961"),
        ("1961?", (1961, 1, 1), (1961, 12, 31), "1961 (uncertain)"),
        ("1961-07~", (1961, 7, 1), (1961, 7, 31), "about July 1961"),
        ("1961-07-06%", (1961, 7, 6), (1961, 7, 6), "about 6 July 1961 (uncertain)"),
        ("1961/1963", (1961, 1, 1), (1963, 12, 31), "1961 to 1963"),
        ("1961-07-06/1961-07-11", (1961, 7, 6), (1961, 7, 11), "6-11 July 1961"),
        (
            "1961-07-06/1961-08-11",
            (1961, 7, 6),
            (1961, 8, 11),
            "6 July to 11 August 1961",
        ),
        (
            "1961-12-28/1962-01-02",
            (1961, 12, 28),
            (1962, 1, 2),
            "28 December 1961 to 2 January 1962",
        ),
        (
            "1961-07-06/1961-07-XX",
            (1961, 7, 6),
            (1961, 7, 31),
            "6 July 1961 to July 1961",
        ),
        (
            "1961-07-XX/1961-07-06",
            (1961, 7, 1),
            (1961, 7, 6),
            "July 1961 to 6 July 1961",
        ),
        ("1961/..", (1961, 1, 1), (9999, 12, 31), "since 1961"),
        ("../1961-07", (0, 1, 1), (1961, 7, 31), "until July 1961"),
        ("[1961,1963]", (1961, 1, 1), (1963, 12, 31), "1961 or 1963"),
        ("[..1995]", (0, 1, 1), (1995, 12, 31), "before 1996"),
        ("[..1961-06]", (0, 1, 1), (1961, 6, 30), "before July 1961"),
        ("[1961-01..]", (1961, 1, 1), (9999, 12, 31), "after December 1960"),
        ("[1961-03-01..]", (1961, 3, 1), (9999, 12, 31), "after 28 February 1961"),
        ("[..1928~]", (0, 1, 1), (1928, 12, 31), "before about 1928"),
        ("[..1961-07-06?]", (0, 1, 1), (1961, 7, 6), "before 6 July 1961 (uncertain)"),
        ("[1928-22~..]", (1928, 6, 1), (9999, 12, 31), "after about summer 1928"),
        (
            "[1961-07..1962-08]",
            (1961, 7, 1),
            (1962, 8, 31),
            "some time from July 1961 to August 1962",
        ),
    ],
)
def test_edtf_is_read_as_it_stands(
    edtf: str, earliest: Day, latest: Day, label: str
) -> None:
    assert parse_date(edtf) == Date(edtf, earliest, latest, label)


EDTF = st.one_of(
    ATOMS,
    ATOMS.map("{}/..".format),
    ATOMS.map("../{}".format),
    in_order(PLAIN).map("/".join),
    in_order(PLAIN).map(lambda pair: f"[{'..'.join(pair)}]"),
    st.lists(ATOMS, min_size=2, max_size=4).map(lambda parts: f"[{','.join(parts)}]"),
)
SHARED = st.one_of(
    ATOMS,
    in_order(PLAIN).map("/".join),
    in_order(WHOLE_DAYS).map(lambda pair: f"[{'..'.join(pair)}]"),
    st.lists(PLAIN, min_size=2, max_size=4).map(lambda parts: f"[{','.join(parts)}]"),
)
"""What the package `edtf` reads as well; elsewhere it stumbles over digits left open."""


@given(EDTF)
def test_reading_canonical_text_again_gives_the_same_date(text: str) -> None:
    date = parse_date(text)

    assert date.edtf == text
    assert date.earliest <= date.latest


@given(SHARED)
def test_spans_are_those_of_the_edtf_package(text: str) -> None:
    oracle = oracle_of(text)

    date = parse_date(text)

    assert date.earliest == tuple(oracle.lower_strict()[:3])
    assert date.latest == tuple(oracle.upper_strict()[:3])
