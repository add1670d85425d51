"""Claims, weighed."""

from __future__ import annotations

import pytest

from generator.pages.lines.claims import weighed
from tests.pages.lines.sample import bare, page_of


@pytest.mark.parametrize(
    ("front", "shown"),
    [
        (
            "claims: {says: So, verdict: disputed, for: un, against: [us, un], why: Of Kim.}",
            (
                '<span class="badge disputed">Disputed</span> <span class="says">So</span>'
                " For: [1]. Against: [2][1]. Based only on sources of low reliability."
                " Of [Kim](../actors/kim.md)."
            ),
        ),
        (
            "claims: {says: So it is.}",
            '<span class="badge supported">Supported</span> <span class="says">So it is.</span>',
        ),
    ],
)
def test_a_claim_is_shown_with_its_evidence_on_each_side(
    front: str, shown: str
) -> None:
    page = page_of(front)
    [claim] = page.note("here").fields.claims

    assert bare(weighed(page, claim)) == shown
