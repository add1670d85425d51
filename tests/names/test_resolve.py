"""Deciding whom a name means: every rule of the ladder, and when to leave a name open."""

from __future__ import annotations

import pytest

from generator.names.context import Context, Subject
from generator.names.matcher import Holders, compile_names
from generator.names.mentions import find_mentions
from generator.names.vocabulary import Vocabulary

NAMES = compile_names(
    {
        "Kim Jong Un": Holders(("un",)),
        "Kim Il Sung": Holders(("sung",)),
        "Kim": Holders((), ("sung", "un")),
        "Moscow": Holders((), ("russia", "ussr")),
        "Putin": Holders((), ("putin",)),
        "Vladimir Putin": Holders(("putin",)),
        "Russia": Holders(("russia",)),
        "Giulio Natta": Holders(("natta",)),
        "Washington": Holders(("city", "state")),
        "South China Morning Post": Holders(),
        "China": Holders(("china",)),
    }
)
SUBJECTS = {
    "sung": Subject(years=(1912, 1994), is_person=True),
    "un": Subject(years=(1984, 9999), related=frozenset({"dprk"}), is_person=True),
    "putin": Subject(related=frozenset({"russia"}), is_person=True),
    "russia": Subject(years=(1991, 9999)),
    "ussr": Subject(years=(1922, 1991)),
    "natta": Subject(is_person=True, has_last_name=True),
    "city": Subject(related=frozenset({"summit", "russia", "china"})),
}
VOCABULARY = Vocabulary(NAMES, SUBJECTS)


def decided(text: str, context: Context = Context()) -> list[tuple[str, str, str]]:  # noqa: B008 - it is frozen
    found = find_mentions(text, [(0, len(text))], VOCABULARY, context)
    return [(text[item.start : item.end], item.note, item.step) for item in found]


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("China", Context(), ("China", "china", "unique")),
        ("Kim Il Sung. Kim", Context(), ("Kim", "sung", "named")),
        ("Kim Il Sung, Kim Jong Un. Kim", Context(), ("Kim", "un", "named")),
        ("Kim Jong Un, Kim Il Sung. Kim", Context(), ("Kim", "sung", "named")),
        ("Kim Jong Un. Kim", Context(own_id="sung"), ("Kim", "sung", "named")),
        ("by Kim", Context(named=frozenset({"un"})), ("Kim", "un", "named")),
        ("in 1961 Kim", Context(), ("Kim", "sung", "years")),
        ("by Kim", Context(years=(2024, 2024)), ("Kim", "un", "years")),
        ("in 1961 Moscow", Context(), ("Moscow", "ussr", "years")),
        ("by Kim", Context(own_id="dprk"), ("Kim", "un", "context")),
        ("Russia and Putin", Context(), ("Putin", "putin", "context")),
        ("to Washington", Context(own_id="summit"), ("Washington", "city", "context")),
        ("Giulio Natta won. Natta", Context(), ("Natta", "natta", "named")),
        (
            "by Yun Soler",
            Context(local={"Yun Soler": "yun"}),
            ("Yun Soler", "yun", "unique"),
        ),
        ("by Kim", Context(), ("Kim", "", "open")),
        ("by Putin", Context(), ("Putin", "", "open")),
        ("to Washington", Context(), ("Washington", "", "open")),
    ],
)
def test_the_last_name_is_decided_by_its_rule(
    text: str, context: Context, expected: tuple[str, str, str]
) -> None:
    assert decided(text, context)[-1] == expected


def test_a_short_name_before_the_only_full_one_means_it() -> None:
    assert decided("So Kim came. Then Kim Jong Un left.")[0] == ("Kim", "un", "named")


def test_a_name_left_open_says_whom_it_may_mean() -> None:
    [mention] = find_mentions("by Kim", [(0, 6)], VOCABULARY, Context())

    assert mention.candidates == ("sung", "un")
    assert mention.why == "it may mean sung or un"
