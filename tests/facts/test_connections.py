"""How notes are connected by their fields."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.facts.site import Site
from tests.rendered import site_of


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "kim",
            {
                "Explained in": ("story",),
                "Leads": ("korea",),
                "Party to": ("pact",),
                "Signed": ("pact",),
                "Took part in": ("first", "second"),
            },
        ),
        (
            "club",
            {
                "Explained in": ("of-pact",),
                "Members": ("kim",),
                "Took part in": ("third",),
            },
        ),
        ("pact", {"Events": ("second",), "Explained in": ("of-pact",)}),
        ("second", {"Parts": ("third",)}),
        ("story", None),
    ],
)
def test_every_tie_is_known_from_its_other_end(
    site: Site, note: str, expected: Mapping[str, tuple[str, ...]] | None
) -> None:
    assert site.connections.inverses.get(note) == expected


def test_a_lineage_is_all_that_replaced_or_amended_one_another_oldest_first() -> None:
    site, _ = site_of(
        {
            "content/treaties/new.md": "---\nsigned: 2024\nreplaces: Old\n---\nx",
            "content/treaties/old.md": "---\nin_force: 1961\n---\nx",
            "content/treaties/change.md": "---\nsigned: 1970\namends: Old\n---\nx",
            "content/treaties/apart.md": "---\nsigned: 1950\n---\nx",
        }
    )

    line = ("old", "change", "new")
    assert site.connections.lineages == {"change": line, "new": line, "old": line}
