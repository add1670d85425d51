"""The words that readers see, and where each of them is in what the writer typed."""

from __future__ import annotations

import pytest
from hypothesis import given

from generator.text.reader import Reading, read, read_line
from generator.text.shown import CITATION, OBJECT, Shown, shown
from generator.text.tree import Text
from tests.text.noise import TEXTS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a *b* **c**", "a b c"),
        ("a\nb  \nc", "a\nb\nc"),
        ("&amp; \\* 1 < 2 <b>", "& * 1 < 2 <b>"),
        ("`a` ![b](c) https://d.e", f"{OBJECT} {OBJECT} {OBJECT}"),
        ("[a](b)[@c].", f"a{CITATION}."),
        ("[[a/b#c]] [[#d]] [[e|f]]", "b d f"),
        ("a[^1]\n\n[^1]: b", "a\n\nb"),
        ("# a\n\nb\n\n- c\n- d", "a\n\nb\n\nc\n\nd"),
        ("| a | b |\n| - | - |\n| c | d |", "a | b\n\nc | d"),
        ("    code\n\n***\n\na", "a"),
        ("", ""),
    ],
)
def test_words_are_what_readers_see(text: str, words: str) -> None:
    assert shown(read(text)).text == words


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("a", ["text 0 a"]),
        ("# a", ["heading 0 a"]),
        ("- a\n  - b", ["item 1 a", "item 2 b"]),
        ("> a\n> - b", ["quotation 1 a", "item 2 b"]),
        ("a\n: b", ["label 1 a", "item 1 b"]),
        ("| a | b |\n|-|-|\n| c | d |", ["label 1 a | b", "row 1 c | d"]),
        ("a[^1]\n\n[^1]: b", ["text 0 a", "text 0 b"]),
    ],
)
def test_units_consist_of_sentences(text: str, units: list[str]) -> None:
    words = shown(read(text))

    found = [
        f"{unit.kind} {unit.depth} {words.text[unit.start : unit.end]}"
        for unit in words.units
    ]
    assert found == units


def test_a_unit_knows_its_block() -> None:
    words = shown(read("a\n\n- b\n- c\n\nd"))

    assert [unit.block for unit in words.units] == [0, 1, 1, 2]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a *b* c", ["a ", "b", " c"]),
        ("a\nb &amp; c", ["a\nb & c"]),
        ("a [b](c) [[d]] [[e|f]] `g` h", ["a ", " ", " ", " ", " h"]),
        ("a[@b] c", ["a", " c"]),
        ("[*a*](b)", []),
        ("# a", []),
        ("| a |\n| - |\n| b |", ["a", "b"]),
    ],
)
def test_names_are_looked_for_in_words_that_nothing_else_uses(
    text: str, spans: list[str]
) -> None:
    words = shown(read(text))

    assert [words.text[start:end] for start, end in words.spans] == spans


def test_citations_have_their_place_in_the_words() -> None:
    words = shown(read("a[@b] c[@d]"))

    found = [(offset, citation.inside) for offset, citation in words.citations]
    assert found == [(1, "@b"), (4, "@d")]


@pytest.mark.parametrize(
    ("text", "word", "typed"),
    [
        ("a *word* b", "word", "word"),
        ("a &amp; b", "&", "&amp;"),
        ("R&amp;D", "R&D", "R&amp;D"),
        ("a\nb", "a\nb", "a\nb"),
        ("> a\n> b", "a\nb", "a\n> b"),
        ("a `code` b", OBJECT, "`code`"),
        ("a[@b]", CITATION, "[@b]"),
        ("[[note]]", "note", "[[note]]"),
        ("𝔞 é word", "word", "word"),
    ],
)
def test_words_lead_back_to_what_was_typed(text: str, word: str, typed: str) -> None:
    words = shown(read(text))
    start = words.text.index(word)

    found = text[words.source(start) : words.source_end(start + len(word))]

    assert found == typed


@given(TEXTS)
def test_letters_lead_back_to_themselves(text: str) -> None:
    reading = read(text)
    words = shown(reading)

    for stretch in words.stretches:
        node = stretch.source
        if isinstance(node, Text) and node.is_literal:
            check_letters(reading, words, stretch.start, len(node.text))


def check_letters(reading: Reading, words: Shown, start: int, length: int) -> None:
    for offset in range(start, start + length):
        place = words.source(offset)
        assert reading.source[place] == words.text[offset]
        assert words.source_end(offset + 1) == place + 1


@given(TEXTS)
def test_units_and_spans_are_in_order(text: str) -> None:
    words = shown(read(text))

    position = 0
    for unit in words.units:
        assert position <= unit.start <= unit.end <= len(words.text)
        position = unit.end
    position = 0
    for start, end in words.spans:
        assert position <= start < end <= len(words.text)
        position = end


def test_a_text_without_words_has_a_place() -> None:
    assert shown(read("")).source(0) == 0
    assert shown(read_line("")).text == ""
