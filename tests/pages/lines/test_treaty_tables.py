"""Tables of several treaties."""

from __future__ import annotations

import re

from generator.pages.lines import treaty_tables
from tests.pages.lines.sample import page_of


def rows(found: list[str]) -> list[str]:
    return [re.sub("</?span[^>]*>", "", row) for row in found]


def test_each_treaty_is_a_row_with_its_dates_parties_and_obligations() -> None:
    page = page_of(
        "signed: [1961, 1962]\nterm: 20 years\nparties: [Kim, Korea]\n"
        "obligations: [neutrality, defence]"
    )

    head, _, row = rows(list(treaty_tables.treaty_rows(page)))

    assert head == (
        "| Treaty | Status | Signed | In force | Ended | Term | Parties | Obligations |"
    )
    assert row.endswith(
        "| 1961 or 1962 |  |  | 20 years "
        "| [Kim](../actors/kim.md), [Korea](../actors/korea.md) | defence, neutrality |"
    )


def test_the_matrix_shows_only_treaties_with_obligations() -> None:
    assert treaty_tables.obligation_rows(page_of("signed: 1961")) == []
    assert len(treaty_tables.obligation_rows(page_of("obligations: defence"))) == 3


def test_a_treaty_without_lineage_is_compared_with_nothing() -> None:
    assert treaty_tables.comparison(page_of("signed: 1961")) == []
