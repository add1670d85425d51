"""Dates as people type them: every form, what is refused, and that precision is never invented."""

from __future__ import annotations

from calendar import monthrange

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.date import DateError, Day
from generator.dates.labels import MONTHS
from generator.dates.parse import parse_date
from tests.dates.edtf_texts import ATOMS, D, M, Y, in_order


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        (" 1961\n", "1961"),
        ("1961-7-6", "1961-07-06"),
        ("before 1996", "[..1995]"),
        ("earlier than July 1961", "[..1961-06]"),
        ("before 1 January 1961", "[..1960-12-31]"),
        ("before the 1960s", "[..1959]"),
        ("after 1928", "[1929..]"),
        ("after December 1960", "[1961-01..]"),
        ("between 1991 and 1996", "[1991..1996]"),
        ("1863 or 1864", "[1863,1864]"),
        ("19th century", "18XX"),
        ("2nd century AD", "01XX"),
        ("17th-19th centuries", "16XX/18XX"),
        ("late 17th – 19th century", "16XX/18XX"),
        ("from the 17th to the 19th century", "16XX/18XX"),
        ("before the 17th century", "[..1599]"),
        ("1800s", "18XX"),
        ("early 1900s", "19XX"),
        ("year in the 1800s", "18XX"),
        ("the decade of the 1900s", "190X"),
        ("1900s to 1920s", "190X/192X"),
        ("1890s-1900s", "189X/190X"),
        ("1890s-early 1900s", "189X/190X"),
        ("1920s -early 1930s", "192X/193X"),
        ("1800s-1900s", "18XX/19XX"),
        ("before the 1900s", "[..1899]"),
        ("7/2008", "2008-07"),
        ("07/2008", "2008-07"),
        ("before about 1928", "[..1928~]"),
        ("before approx. January 18, 1928", "[..1928-01-18~]"),
        ("after circa the 1920s", "[192X~..]"),
        ("after 1928?", "[1928?..]"),
        ("early 20th century", "19XX"),
        ("early 1960s", "196X"),
        ("mid-1960s", "196X"),
        ("1851-52", "1851/1852"),
        ("1860s-1870s", "186X/187X"),
        ("1856-ca. 1865", "1856/1865~"),
        ("January 1–28, 1866", "1866-01-01/1866-01-28"),
        ("maybe 1862", "1862?"),
        ("1862 (uncertain)", "1862?"),
        ("Feb 1812 approx", "1812-02~"),
        ("the year 1800", "1800"),
        ("127 CE", "0127"),
        ("6 July 1961", "1961-07-06"),
        ("6th july, 1961", "1961-07-06"),
        ("July 6, 1961", "1961-07-06"),
        ("Jul. 1st 1961", "1961-07-01"),
        ("July 1961", "1961-07"),
        ("Sep 1961", "1961-09"),
        ("1990s", "199X"),
        ("1990's", "199X"),
        ("fall 1961", "1961-23"),
        ("winter of 1961", "1961-24"),
        ("c. 1961", "1961~"),
        ("c1961", "1961~"),
        ("circa July 1961", "1961-07~"),
        ("about 1990s", "199X~"),
        ("1961 ?", "1961?"),
        ("6 July 1961?", "1961-07-06?"),
        ("about 1961?", "1961%"),
        ("1961?~", "1961%"),
        ("since 1961", "1961/.."),
        ("from July 1961", "1961-07/.."),
        ("since about 1961", "1961~/.."),
        ("until 6 July 1961", "../1961-07-06"),
        ("up to July 1961", "../1961-07"),
        ("1961 / 1963", "1961/1963"),
        ("1961 - 1963", "1961/1963"),
        ("1961-1963", "1961/1963"),
        ("1961–63", "1961/1963"),
        ("from 1961 to 1963", "1961/1963"),
        ("6 – 11 July 1961", "1961-07-06/1961-07-11"),
        ("6 July – 2 August 1961", "1961-07-06/1961-08-02"),
        ("July to September 1961", "1961-07/1961-09"),
        ("1990s to 2000s", "199X/200X"),
        ("from 199X to 200X", "199X/200X"),
        ("199X to 2005", "199X/2005"),
        ("[1961, 1963]", "[1961,1963]"),
    ],
)
def test_what_people_type_becomes_edtf(typed: str, edtf: str) -> None:
    assert parse_date(typed).edtf == edtf


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' is not a date such as 1961"),
        ("today", "'today' is not a date such as"),
        ("19/06/2024", "is not a date such as"),
        ("06.07.1961", "is not a date such as"),
        ("13/2008", "is not a date such as"),
        ("before summer 1928", "'before' and 'after' take a year, month or day"),
        ("before about 1928 to 1930", "'before' and 'after' take a year, month or day"),
        ("20th-19th centuries", "before it begins"),
        ("active 1910-30", "is not a date such as"),
        ("1863, printed 1870", "is not a date such as"),
        ("9 Dec 1953 a", "is not a date such as"),
        ("28 Aug 2002 P", "is not a date such as"),
        ("44 BC", "is not a date such as"),
        ("1961??", "is not a date such as"),
        ("[1961]", "is not a date such as"),
        ("since July", "'since July' is not a date such as"),
        ("1961-13", "there is no month 13"),
        ("199X-21", "names a season"),
        ("1961-06-31", "June 1961 has 30 days, not 31"),
        ("31 June 1961", "June 1961 has 30 days, not 31"),
        ("1900-02-29", "February 1900 has 28 days, not 29"),
        ("1961-00", "a month or day 00, which does not exist"),
        ("1961-07-00", "a month or day 00, which does not exist"),
        ("1961-0", "a month or day 00, which does not exist"),
        ("1961-0-5", "a month or day 00, which does not exist"),
        ("1961-7-0", "a month or day 00, which does not exist"),
        ("0 July 1961", "a month or day 00, which does not exist"),
        ("July 0, 1961", "a month or day 00, which does not exist"),
        ("before 1961-0", "a month or day 00, which does not exist"),
        ("before 199X-07", "'before' and 'after' take a year, month or day"),
        ("after 199X-07-06", "'before' and 'after' take a year, month or day"),
        ("[..199X-07]", "'before' and 'after' take a year, month or day"),
        ("0000", "a month or day 00, which does not exist"),
        ("../..", "an interval needs at least one end"),
        ("1963/1961", r"the interval ends \(1961\) before it begins \(1963\)"),
        ("[1961,1963-13]", "there is no month 13"),
        ("[1963..1961]", "before it begins"),
        ("since since 1961", "is not a date"),
        ("about since 1961", "is not a date"),
        ("１９６１", "is not a date"),
    ],
)
def test_what_is_no_date_is_refused_in_a_writers_words(text: str, message: str) -> None:
    with pytest.raises(DateError, match=message):
        parse_date(text)


def _whole_month(year: int, month: int) -> tuple[Day, Day]:
    return (year, month, 1), (year, month, monthrange(year, month)[1])


WORDS = """1961 63 07 July Sept. 6 6th c. about since until from to - – / .. , [ ] ? ~ % 199X 1990s
    XX"""
TYPED = st.one_of(
    st.lists(st.sampled_from(WORDS.split()), max_size=6).map(" ".join),
    st.lists(st.sampled_from(WORDS.split()), max_size=6).map("".join),
    in_order(ATOMS).map("/".join),
    st.text(alphabet="0123456789X?~%/.[],- –cJulysince٣", max_size=24),
)


@given(TYPED)
def test_a_text_is_a_date_that_reads_back_or_is_refused(text: str) -> None:
    try:
        date = parse_date(text)
    except DateError:
        return

    assert date.earliest <= date.latest
    assert parse_date(date.edtf) == date
    assert date.edtf.isascii()


@given(Y, M, D, st.sampled_from(["", "c. ", "about "]))
def test_a_typed_date_spans_all_that_was_left_unsaid(
    year: int, month: int, day: int, about: str
) -> None:
    name = MONTHS[month - 1]
    typed: dict[str, tuple[Day, Day]] = {
        f"{year:04}": ((year, 1, 1), (year, 12, 31)),
        f"{year:04}-{month}": _whole_month(year, month),
        f"{name} {year:04}": _whole_month(year, month),
        f"{name[:3]}. {year:04}": _whole_month(year, month),
        f"{day} {name} {year:04}": ((year, month, day),) * 2,
        f"{name} {day}, {year:04}": ((year, month, day),) * 2,
    }

    for text, span in typed.items():
        date = parse_date(about + text)

        assert (date.earliest, date.latest) == span
        assert date.edtf.endswith("~") is bool(about)


@pytest.mark.parametrize(
    "text", ["1900 or so", "so or 1900", "before so", "between 1900 and so", "c. so"]
)
def test_what_is_no_date_is_named_whole(text: str) -> None:
    with pytest.raises(DateError, match=f"'{text}' is not a date such as"):
        parse_date(text)
