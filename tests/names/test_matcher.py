"""Finding names: every form they take, and never within a word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.names.matcher import Holders, Names, compile_names, find_candidates
from generator.text.normal import comparable, normal


def names(*known: str) -> Names:
    return compile_names({normal(name): Holders((name,)) for name in known})


def found(text: str, *known: str) -> list[str]:
    return [
        text[item.start : item.end]
        for item in find_candidates(text, [(0, len(text))], names(*known))
    ]


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Kim's, Kim; (Kim) *Kim*", "Kim", ["Kim"] * 4),
        ("Kimono, Akim, Kim2, Kim_x", "Kim", []),
        ("US-led, the US.", "US", ["US", "US"]),
        ("us, Us", "US", []),
        (
            "North\nKorea and North\u00a0Korea",
            "North Korea",
            ["North\nKorea", "North\u00a0Korea"],
        ),
        ("NORTH KOREA, north korea", "North Korea", ["NORTH KOREA"]),
        ("ITS", "Its", []),
        (
            "China–North Korea Treaty",
            "China-North Korea Treaty",
            ["China–North Korea Treaty"],
        ),
        ("People’s Army", "People's Army", ["People’s Army"]),
        ("Muller", "Müller", ["Muller"]),
        ("Mu\u0308ller", "Müller", ["Mu\u0308ller"]),
        ("Müller, MÜLLER", "Muller", ["Müller", "MÜLLER"]),
        ("Łódź, Lodz", "Łódź", ["Łódź", "Lodz"]),
        ("Łódź, Lodz", "Lodz", ["Łódź", "Lodz"]),
        ("Die Straße nach Gießen.", "Giessen", ["Gießen"]),
        ("Giessen, GIESSEN", "Gießen", ["Giessen", "GIESSEN"]),
        ("Xi’an, Xi\u02bban", "Xi'an", ["Xi’an", "Xi\u02bban"]),
        ("e\u0301té a\u0300 Cafe\u0301s Cafe\u0301", "Café", ["Cafe\u0301"]),
        ("ΑΘΗΝΑ, Αθήνα", "Αθήνα", ["ΑΘΗΝΑ", "Αθήνα"]),
        ("Горбачев, Горбачёв", "Горбачёв", ["Горбачев", "Горбачёв"]),
        ("Иод, И\u0306од", "Йод", ["И\u0306од"]),
        ("ハリ、ハ\u309aリ、パリ", "パリ", ["ハ\u309aリ", "パリ"]),
        ("カ\u3099ス", "カス", []),
        ("राम, रामा, हिन्दी", "राम", ["राम"]),
        ("चीन में", "चीन", ["चीन"]),
        ("दिन", "न", []),
        ("ไทยแลนด์", "แลนด", []),
        ("\u260e\ufe0fKim, Kim\ufe0f", "Kim", ["Kim", "Kim"]),
        (
            "The pact. The pact, the pact, a The pact",
            "the pact",
            ["The pact"] * 2 + ["the pact"],
        ),
        ("朝鲜领导人金正恩访问", "金正恩", ["金正恩"]),
        ('the "No limits" plan', '"No limits" plan', ['"No limits" plan']),
        ("U.S. and U.S.A.", "U.S.", ["U.S."]),
    ],
)
def test_a_name_is_found_in_each_of_its_forms(
    text: str, known: str, expected: list[str]
) -> None:
    assert found(text, known) == expected


def test_the_longest_name_wins_where_several_begin() -> None:
    assert found("Kim Jong Un spoke", "Kim", "Kim Jong", "Kim Jong Un") == [
        "Kim Jong Un"
    ]


def test_a_longer_name_that_begins_later_wins() -> None:
    assert found("the South China Sea", "the South", "South China Sea") == [
        "South China Sea"
    ]


def test_a_form_that_is_another_names_own_spelling_is_that_name() -> None:
    [only] = find_candidates("KIMS", [(0, 4)], names("Kims", "KIMS"))

    assert only.holders == Holders(("KIMS",))


@pytest.mark.parametrize(
    ("name", "is_known"),
    [("Muller", True), ("Mu\u0308ller", True), ("MÜLLER", False), ("Mull", False)],
)
def test_a_name_is_known_in_any_spelling_of_its_letter_case(
    name: str, *, is_known: bool
) -> None:
    assert names("Müller").has(name) is is_known


def test_a_name_without_a_letter_or_sign_is_not_looked_for() -> None:
    assert found("a\u0301, Kim", "\u0301", "Kim") == ["Kim"]


def test_no_name_is_found_where_none_is_known() -> None:
    assert found("Kim Jong Un") == []


WORDS = st.sampled_from(
    [
        "Kim",
        "Jong",
        "Un",
        "Kim Jong Un",
        "the",
        "pact",
        "KIM",
        "金",
        "金正恩",
        "-",
        "'s",
    ]
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60)


@given(TEXTS, st.lists(WORDS | st.text(min_size=1, max_size=8), max_size=6))
def test_candidates_are_names_in_order_that_never_overlap(
    text: str, known: list[str]
) -> None:
    table = names(*(name for name in known if normal(name)))
    items = list(find_candidates(text, [(0, len(text))], table))

    assert all(before.end <= after.start for before, after in pairwise(items))
    for item in items:
        assert item.name in table.holders
        assert table.forms[comparable(text[item.start : item.end])] == item.name


def test_nothing_is_found_outside_the_spans() -> None:
    text = "Kim Kim Kim"

    assert [item.start for item in find_candidates(text, [(3, 8)], names("Kim"))] == [4]
