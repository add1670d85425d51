"""Wikilinks: what is between the brackets."""

from __future__ import annotations

import pytest

from generator.links.wikilinks import Target, read_target, words_of_target
from generator.text.tree import Wikilink
from tests.links.known import INDEX, KEEPER, LAMP, problems_of


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The Keeper", Target("The Keeper")),
        ("the keeper", Target("the keeper")),
        ("keeper.md", Target("keeper")),
        ("actors/keeper", Target("keeper", "actors")),
        ("content/actors/keeper.md", Target("keeper", "actors")),
        ("/actors/keeper/", Target("keeper", "actors")),
        ("#Oil", Target("", section="Oil")),
        ("keeper#Early years", Target("keeper", section="Early years")),
        ("keeper#", Target("keeper")),
        ("keeper#a#b", Target("keeper", section="b")),
        ("actors/keeper#a#b", Target("keeper", "actors", "b")),
        ("C# player", Target("C# player")),
        ("C# player#a", Target("C# player", section="a")),
        ("C# player#a#b#c", Target("C# player", section="c")),
        ("Night/Day watch", Target("Night/Day watch")),
        ("Night/Day watch#a", Target("Night/Day watch", section="a")),
        ("nobody#a", Target("nobody", section="a")),
        ("C &amp; A", Target("C & A")),
        ("#", Target("")),
        (".md", Target("")),
        ("", Target("")),
    ],
)
def test_a_wikilink_names_a_note_a_folder_and_a_section(
    text: str, target: Target
) -> None:
    assert read_target(Wikilink(target=text), INDEX) == target


@pytest.mark.parametrize(
    ("target", "note"),
    [
        (Target("keeper"), KEEPER),
        (Target("keeper", "actors"), KEEPER),
        (Target("keeper", "people"), KEEPER),
        (Target("keeper", "places"), None),
        (Target(""), LAMP),
        (Target("nobody"), None),
    ],
)
def test_a_folder_of_notes_must_be_that_of_the_note(
    target: Target, note: object
) -> None:
    assert target.note(INDEX, LAMP) is note


def test_many_signs_are_read_in_linear_time() -> None:
    text = "#" * 100_000

    assert read_target(Wikilink(target=text), INDEX) == Target("")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target("keeper", "actors"), "keeper"),
        (Target("keeper", section="Oil"), "keeper"),
        (Target("", section="Oil"), "Oil"),
    ],
)
def test_a_wikilink_without_words_shows_the_name_or_else_the_section(
    target: Target, words: str
) -> None:
    assert words_of_target(target) == words


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("[[Keper]]", "unknown-note: Did you mean 'keeper'?"),
        ("[[places/keeper]]", "unknown-note: Write [[actors/keeper]]."),
        ("[[log]]", "unknown-note: Sources are cited: [@log]."),
        ("[[Skerry]]", "draft-reference: It is shown without a link."),
        (
            "[[keeper#Grave]]",
            "unknown-section: It has 'Early years', 'Youth & fame', '灯り'.",
        ),
        ("[[#]]", "bad-link: Write [[name]], or \\[ to show a bracket."),
        ("[[zz]]", "unknown-note: Create the note, or remove the brackets."),
        ("![[map.png]]", None),
    ],
)
def test_a_wikilink_to_nowhere_is_said_with_what_would_do(
    body: str, said: str | None
) -> None:
    found = [f"{problem.code}: {problem.hint}" for problem in problems_of(body)]

    assert found == ([said] if said else [])
