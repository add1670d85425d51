"""Sentences: full stops that end them, and those that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.sentences import sentences


def split(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in sentences(paragraph)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "One. | Two? | Three! | Four",
        'He said "No." | She left.',
        "They met [@un]. | They left [@un; @us#p4].",
        "They met. [@un] | They left.",
        "They met.[@un] [@us] | They left.",
        "Mr. Kim met Gen. Lee of the U.S. Army at St. Petersburg. | It was 9 a.m. in D.C. that day.",
        "J. R. Smith paid approx. 3.5 million, i.e. little. | Nobody saw it.",
        "On 5 Jan. 1961 it ended. | Nos. 4 and 5 remain.",
        "The firm (Acme Inc.) closed. | It reopened.",
        "It ended … and began. | It ended… | Again.",
        "**Why?** | Because *it* did. | [[Kim]] left.",
        "«Non.» | Il partit. | Ça va.",
        "他来了。| 他走了！| 为什么？| 好。",
        "Он пришёл. | Он ушёл.",
        "- One [@a]\n| - Two\n| - Three. | More.",
        "1. One\n| 2. Two",
        "See example.org/a.b for more. | The end.",
    ],
)
def test_a_paragraph_is_divided_where_sentences_end(paragraph: str) -> None:
    wanted = [part.strip() for part in paragraph.split("|")]

    assert [part.strip() for part in split(paragraph.replace("|", ""))] == wanted


@pytest.mark.parametrize("paragraph", ["", " \n ", "\n"])
def test_nothing_has_no_sentence(paragraph: str) -> None:
    assert split(paragraph) == []


@given(st.text(alphabet="Aa1 .?!…。[@]\n-*\"'(", max_size=60))
def test_sentences_follow_one_another_and_leave_nothing_out(paragraph: str) -> None:
    found = list(sentences(paragraph))

    position = 0
    for start, end in found:
        assert position <= start < end
        assert not paragraph[position:start].strip()
        position = end
    assert not paragraph[position:].strip()
