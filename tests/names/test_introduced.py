"""What a text may call what it has named in full."""

from __future__ import annotations

import pytest

from generator.names.context import Context, Subject
from generator.names.introduced import without_initials
from generator.names.matcher import Holders, compile_names
from generator.names.mentions import find_mentions
from generator.names.vocabulary import Vocabulary

NAMES = compile_names(
    {
        "Albert Fert": Holders(("fert",)),
        "Harold Washington": Holders(("harold",)),
        "Will Fert": Holders(("will",)),
        "Louis IX, Landgrave of Hesse": Holders(("louis",)),
        "Sea Treaty of Asia": Holders(("sta",)),
        "General Grant": Holders(("grant",)),
        "Lima": Holders(("lima",)),
        "Carla Lima": Holders(("carla",)),
        "Ana Núñez": Holders(("ana",)),
        "École de Paris": Holders(("ecole",)),
    }
)
PERSONS = ("fert", "harold", "will", "louis", "grant", "carla", "ana")
SUBJECTS = {id_: Subject(is_person=True, has_last_name=True) for id_ in PERSONS}


def linked(text: str) -> list[tuple[str, str]]:
    """Return the names of a text that mean a note, after the first."""
    found = find_mentions(
        text, [(0, len(text))], Vocabulary(NAMES, SUBJECTS), Context()
    )
    return [(text[item.start : item.end], item.note) for item in found][1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Albert Fert won. Fert left.", [("Fert", "fert")]),
        ("Albert Fert won. Albert left.", [("Albert", "fert")]),
        ("Harold Washington won; Washington left.", [("Washington", "harold")]),
        ("Harold Washington lived in Washington.", []),
        ("Harold Washington came at Harold.", []),
        ("Will Fert came. Will it last?", []),
        ("Will Fert came, and Will left.", [("Will", "will")]),
        ("Louis IX, Landgrave of Hesse, and Louis", []),
        ("General Grant and General", []),
        ("Carla Lima in Lima: Lima", [("Lima", "lima"), ("Lima", "lima")]),
        ("Sea Treaty of Asia (STA): the STA held", [("STA", "sta"), ("STA", "sta")]),
        (
            "Ana Nunez met. Núñez and Nun\u0303ez",
            [("Núñez", "ana"), ("Nun\u0303ez", "ana")],
        ),
        ("École de Paris (EP): the EP", [("EP", "ecole"), ("EP", "ecole")]),
        ("Sea Treaty of Asia (NATO): the NATO held", []),
        ("Sea Treaty of Asia (see below)", []),
    ],
)
def test_a_text_may_shorten_what_it_named(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert linked(text) == expected


def test_a_coined_name_stands_behind_the_full_one() -> None:
    assert linked("Fert left before Albert Fert won.") == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Harry S. Truman", "Harry Truman"),
        ("George H. W. Bush", "George Bush"),
        ("J. Edgar Hoover", "J. Edgar Hoover"),
        ("Kim Jong Un", "Kim Jong Un"),
    ],
)
def test_initials_within_a_name_may_be_left_out(name: str, expected: str) -> None:
    assert without_initials(name) == expected
