"""Where a name ends: a part of a longer name that nobody knows is no mention."""

from __future__ import annotations

import pytest

from generator.names.boundaries import is_part, name_edges
from generator.names.matcher import Holders, compile_names, find_candidates

NAMES = compile_names(
    {
        "Kim": Holders((), ("un",)),
        "Kim Jong Un": Holders(("un",)),
        "Henry": Holders(("lau",)),
        "Virtue": Holders((), ("virtue",)),
        "North": Holders(("north",)),
        "Airbus": Holders(("airbus",)),
        "Russia": Holders(("russia",)),
        "White": Holders(("white",)),
        "U.S.": Holders(("usa",)),
        "the North": Holders((), ("dprk",)),
    }
)
PERSONS = {"un", "lau", "virtue"}


def whole(text: str) -> list[str]:
    """Return the names in a text that are no part of a longer one."""
    found = list(find_candidates(text, [(0, len(text))], NAMES))
    edges = name_edges(found)
    return [
        item.name
        for item in found
        if not is_part(
            text,
            item,
            edges,
            is_person=bool(PERSONS & {*item.holders.full, *item.holders.short}),
        )
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He died in Mandan, North Dakota.", []),
        ("published by Henry Holt.", []),
        ("the botanist C.T. White in 1918", []),
        ("at home. Johann Virtue came", []),
        ("their son George Henry Virtue left", []),
        ("the Kim family ruled", []),
        ("the Kim dynasty ruled", []),
        ("the Kim regime ruled", ["Kim"]),
        ("Then Kim came", ["Kim"]),
        ("Suddenly Kim came", ["Kim"]),
        ("Having met Kim", ["Kim"]),
        ("said Marshal Kim to Kim", ["Kim", "Kim"]),
        ("Airbus CEO and Russia Monday", ["Airbus", "Russia"]),
        ("the U.S. Kim saw", ["U.S."]),
        ("a U.S.-2 and U.S.-led", ["U.S."]),
        ("Russia-2000", ["Russia"]),
        ("Russia-Kim talks", ["Russia", "Kim"]),
        ("Dae Kim Jong Un", ["Kim Jong Un"]),
        ("it ended there. Kim came", ["Kim"]),
        ("Is Russia the North's ally?", ["Russia", "the North"]),
        ("Kim", ["Kim"]),
    ],
)
def test_a_part_of_a_longer_name_is_no_name(text: str, expected: list[str]) -> None:
    assert whole(text) == expected
