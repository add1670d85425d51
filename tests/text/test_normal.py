"""Text as it is compared: one kind of each sign, and names that count as the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.normal import aligned, comparable, fold, normal, uniform

LETTERS = st.sampled_from(
    [
        *"aAoIiuzßẞøŁđяийёЁеカガकषΣσςώᾳ한국ﬁǆﷺ",
        *" -'\u2019\u2013\u00a0\n\u0301\u0308\u0323\u0306\u3099\u093c\u0345",
        *"\u212b\u0958\u0344\u1100\u1161\u11a8\u0130\u01f0\u1e9e\uf900\u05b0",
    ]
)
"""Letters and marks that normalising joins, cuts, reorders or spells out."""
TEXTS = st.text(LETTERS, max_size=12) | st.text(max_size=12)


@given(st.text())
def test_offsets_stay_where_signs_are_made_uniform(text: str) -> None:
    assert len(uniform(text)) == len(text)


@pytest.mark.parametrize(
    ("name", "registered"),
    [
        ("People’s  Republic", "People's Republic"),
        ("Sino\u2013Soviet\u00a0split", "Sino-Soviet split"),
        ("Cafe\u0301", "Café"),
    ],
)
def test_a_name_is_registered_in_one_form(name: str, registered: str) -> None:
    assert normal(name) == registered


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Kim Jong Un", "  KIM\n jong\tun "),
        ("Straße", "STRASSE"),
        ("München", "Mu\u0308nchen"),
        ("München", "MUNCHEN"),
        ("Łódź", "Lodz"),
        ("Đà Nẵng", "Da Nang"),
        ("Hồ Chí Minh", "Ho\u0302\u0300 Chi\u0301 Minh"),
        ("Ǿrsted", "Orsted"),
        ("İstanbul", "istanbul"),
        ("Iğdır", "IGDIR"),
        ("Ångström", "\u212bngstro\u0308m"),
        ("Xi’an", "Xi'an"),
        ("Hawai\u02bbi", "Hawai‘i"),
        ("Shi\u02bfa", "Shi'a"),
        ("Sino–Soviet split", "Sino-Soviet\u00a0split"),
        ("Sino\u2212Soviet", "Sino\u2010Soviet"),
        ("“No limits”", '"No limits"'),
        ("«No limits»", "„No limits“"),
        ("Αθήνα", "ΑΘΗΝΑ"),
        ("Ἀθῆναι", "Αθηναι"),
        ("Αθήνας", "ΑΘΗΝΑΣ"),
        ("Горбачёв", "Горбачев"),
        ("Москва\u0301", "Москва"),
        ("Йошкар-Ола", "И\u0306ошкар–Ола"),
        ("한국", unicodedata.normalize("NFD", "한국")),
        ("ガーナ", "カ\u3099ーナ"),
        ("क़तर", "\u0958तर"),
    ],
)
def test_names_that_differ_in_writing_alone_are_alike(name: str, other: str) -> None:
    assert fold(name) == fold(other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Muenchen", "München"),
        ("Xian", "Xi'an"),
        ("Sino Soviet", "Sino-Soviet"),
        ("Йод", "Иод"),
        ("Їжак", "Іжак"),
        ("Ўзбек", "Узбек"),
        ("Ѓорче", "Горче"),
        ("ガ", "カ"),
        ("パリ", "バリ"),
        ("क़", "क"),
        ("का", "कि"),
        ("أحمد", "احمد"),
        ("مُحَمَّد", "محمد"),
        ("שׁ", "שׂ"),
        ("กา", "กำ"),
        ("한", "하"),
    ],
)
def test_a_mark_that_makes_another_letter_counts(name: str, other: str) -> None:
    assert fold(name) != fold(other)


@given(TEXTS)
@example("ё\u0308")
@example("ΐ")
@example("ø\u093c\u0323")
def test_folding_twice_changes_nothing(name: str) -> None:
    assert comparable(comparable(name)) == comparable(name)
    assert fold(fold(name)) == fold(name)


@given(TEXTS)
def test_every_way_to_write_the_same_characters_is_alike(name: str) -> None:
    decomposed = unicodedata.normalize("NFD", name)
    composed = unicodedata.normalize("NFC", name)

    assert fold(decomposed) == fold(composed) == fold(name)
    assert fold(f" {name}\n") == fold(name)
    assert fold(normal(name)) == fold(name)


@given(TEXTS)
def test_names_alike_in_prose_are_alike_in_any_letter_case(name: str) -> None:
    assert fold(comparable(name)) == fold(name)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Köln, Bonn.", ["Köln", "Bonn"]),
        ("In Ko\u0308ln, Bonn.", ["Ko\u0308ln", "Bonn"]),
        ("Die Straße nach Bonn", ["Straße", "Bonn"]),
        (
            "x\u0304\u0301 an Straße Ko\u0308ln",
            ["x\u0304\u0301", "Straße", "Ko\u0308ln"],
        ),
        ("\u0958तर, Doha", ["\u0958तर", "Doha"]),
        ("한국 Bonn", ["한국", "Bonn"]),
        (
            "\u1112\u1161\u11ab\u1100\u116e\u11a8 Bonn",
            ["\u1112\u1161\u11ab\u1100\u116e\u11a8"],
        ),
    ],
)
def test_a_name_in_a_comparable_text_leads_back_to_the_text(
    text: str, words: list[str]
) -> None:
    alike = aligned(text)
    for word in words:
        first = alike.text.index(comparable(word))
        start = alike.offset(first)
        end = alike.offset(first + len(comparable(word)))

        assert text[start:end] == word
        assert alike.index(start) == first


@given(TEXTS)
def test_offsets_lead_back_in_order_and_cover_the_text(text: str) -> None:
    alike = aligned(text)
    offsets = [alike.offset(index) for index in range(len(alike.text) + 1)]

    assert alike.text == comparable(text)
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert alike.index(len(text)) == len(alike.text)


def spellings(name: str) -> Iterator[str]:
    """Yield some ways to write a name that do not make it another."""
    yield unicodedata.normalize("NFD", name)
    yield name.replace("'", "’").replace("-", "–")
    yield comparable(name)


@given(TEXTS)
def test_spellings_of_a_name_are_alike(name: str) -> None:
    for spelling in spellings(name):
        assert fold(spelling) == fold(name)
