"""The anchors of sections: readable in any script, and never the same twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.anchors import our_anchor, sections_of, slug
from generator.text.reader import read
from tests.text.noise import TEXTS


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("A Title", "a-title"),
        ("Who signed, and when?", "who-signed-and-when"),
        ("R&D", "rd"),
        ("  a -- b  ", "a-b"),
        ("Что дальше", "что-дальше"),
        ("条约", "条约"),
        ("e\u0301te\u0301", "été"),
        ("हिन्दी", "हिन्दी"),
        ("3.5%", "35"),
        ("a_b", "ab"),
        ("C:\u0327", "\xe7"),
        ("?!", "section-545f940d"),
        ("", "section-e3b0c442"),
    ],
)
def test_an_anchor_is_made_of_the_words_of_a_title(title: str, anchor: str) -> None:
    assert slug(title) == anchor


@given(st.text())
def test_an_anchor_is_never_empty_and_the_anchor_of_itself(title: str) -> None:
    anchor = slug(title)

    assert anchor
    assert slug(anchor) == anchor


@given(st.text(), st.text())
def test_our_sections_have_anchors_that_no_writer_can_have(
    ours: str, theirs: str
) -> None:
    assert our_anchor(ours) != slug(theirs)


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("## a\n\n## b", ["a #a", "b #b"]),
        ("## a\n\n## A\n\n### a", ["a #a", "A #a.2", "a #a.3"]),
        ("## a 2\n\n## a\n\n## a", ["a 2 #a-2", "a #a", "a #a.2"]),
        ("## a.2\n\n## a\n\n## a", ["a.2 #a2", "a #a", "a #a.2"]),
        ("## *a* `b` [c](d) &amp; [[e|f]] [[g]]", ["a b c & f g #a-b-c-f-g"]),
        ("## a [@b]", ["a #a"]),
        ("a\n---", ["a #a"]),
        ("> ## a\n\n- ## b", ["a #a", "b #b"]),
        ("```\n## a\n```", []),
    ],
)
def test_sections_have_titles_in_words_and_anchors(
    text: str, sections: list[str]
) -> None:
    found = sections_of(read(text))

    assert [f"{one.title} #{one.anchor}" for one in found] == sections


@given(TEXTS)
def test_no_two_sections_have_one_anchor(text: str) -> None:
    anchors = [section.anchor for section in sections_of(read(text))]

    assert len(set(anchors)) == len(anchors)
    assert not any(any(map(str.isspace, anchor)) for anchor in anchors)


@given(TEXTS)
def test_an_anchor_does_not_move_with_the_text_below_it(text: str) -> None:
    before = [section.anchor for section in sections_of(read("## a\n\nb"))]
    after = [section.anchor for section in sections_of(read(f"## a\n\nb\n\n{text}"))]

    assert after[:1] == before
