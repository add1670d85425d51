"""Paragraphs: what readers see of a body, piece by piece, at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.masking import CITATION, MARKUP, OBJECT
from generator.text.paragraphs import paragraphs

SIGNS = str.maketrans({MARKUP: "", OBJECT: "#", CITATION: "@"})


def read(body: str) -> list[tuple[str, int, str]]:
    """Return the kind, depth and visible text of each paragraph."""
    return [
        (item.kind, item.depth, item.text.translate(SIGNS).strip())
        for item in paragraphs(body)
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("# A\n\nb", [("heading", 0, "# A"), ("text", 0, "b")]),
        ("a\n- b\n  - c", [("text", 0, "a"), ("item", 1, "b"), ("item", 3, "c")]),
        ("- [x] a\n\n  b", [("item", 1, "a"), ("text", 1, "b")]),
        ("> [!NOTE]\n> a", [("quotation", 1, "a")]),
        ("in\n1961. He", [("text", 0, "in\n1961. He")]),
        ("1. a\n2. b", [("item", 1, "a"), ("item", 1, "b")]),
        ("a\n:   b", [("label", 0, "a"), ("item", 1, "b")]),
        ("[a](b.c) [[d|e]]", [("text", 0, "a e")]),
        ("`a` <https://b.c> ![d](e)", [("text", 0, "# # #")]),
        ("<!-- a -->\n\n[TOC]", []),
        ('```x y="z"\na\n\nb\n```', []),
    ],
)
def test_markup_is_not_read(body: str, found: list[tuple[str, int, str]]) -> None:
    squeezed = [(kind, depth, _squeezed(text)) for kind, depth, text in read(body)]

    assert squeezed == [(kind, depth, _squeezed(text)) for kind, depth, text in found]


def _squeezed(text: str) -> str:
    while "##" in text:
        text = text.replace("##", "#")
    return text


@given(st.text(alphabet="ab .-*>[]()`!|\n\\@<#1:~", max_size=60))
def test_offsets_stay(body: str) -> None:
    position = 0
    for item in paragraphs(body):
        assert position <= item.start
        position = item.start + len(item.text)
        for masked, written in zip(item.text, body[item.start :], strict=False):
            assert masked in {written, " ", MARKUP, OBJECT, CITATION}
    assert position <= len(body)
