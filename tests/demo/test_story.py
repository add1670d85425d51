"""The demo's story: how much there is, and what it asks of its writers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

AT_LEAST = {"actors": 44, "events": 85, "terms": 12, "topics": 4, "treaties": 15}
UNCITED = {
    "What might flow back to North Korea is the question that troubles its neighbours.",
    "The treaty is meant to stop the spread of nuclear weapons.",
    "North Korea alone is listed here as a party, because this story turns on it.",
    "Denuclearisation means giving up nuclear weapons.",
    "The Security Council is the UN body for peace and security.",
}
"""Sentences that state no fact of the story: what a word means, and what a page leaves out."""
NEEDS_NONE = re.compile(r"[?:]$|\b([Nn]o|[Nn]othing|[Nn]either)\b.*\bfound\b")
"""Questions, lead-ins, and what could not be found."""
CITATION = re.compile(r"\[@[^\[\]]+\]")
SENTENCE_END = re.compile(r"(?<!\b[A-Z]\.)(?<=[.!?])[\"')*]*\s+(?=[\"'(\[*]*[A-Z0-9])")
RUN_IN_HEADING = re.compile(r"^(?:[-*] )?\*\*[^*]+[.?]\*\* ")


def notes(*folders: str) -> list[Path]:
    return sorted(
        path for folder in folders for path in (ROOT / "content" / folder).glob("*.md")
    )


def body(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n---\n", 1)[1]


def paragraphs(text: str) -> Iterator[str]:
    for block in re.split(r"\n[ \t]*\n", text):
        if block.strip() and not block.lstrip().startswith("#"):
            yield " ".join(block.split())


def uncited(text: str) -> list[str]:
    """Return the sentences of a text that state something and cite nothing."""
    return [
        sentence
        for paragraph in paragraphs(text)
        for sentence in SENTENCE_END.split(RUN_IN_HEADING.sub("", paragraph))
        if not CITATION.search(sentence)
        and sentence not in UNCITED
        and not NEEDS_NONE.search(sentence)
    ]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.mark.parametrize(("folder", "count"), AT_LEAST.items())
def test_the_story_is_all_there(folder: str, count: int) -> None:
    assert len(notes(folder)) >= count


def test_it_rests_on_its_sources() -> None:
    assert len(list((ROOT / "seeds").glob("*.md"))) >= 120


@pytest.mark.parametrize("path", notes("topics"), ids=lambda path: path.stem)
def test_an_explainer_is_read_in_a_few_minutes(path: Path) -> None:
    assert 400 <= len(words(CITATION.sub("", body(path)))) <= 900


@pytest.mark.parametrize("folder", ["actors", "events", "topics", "treaties"])
def test_every_sentence_cites_its_source(folder: str) -> None:
    found = {path.stem: uncited(body(path)) for path in notes(folder)}

    assert {name: sentences for name, sentences in found.items() if sentences} == {}


@pytest.mark.parametrize("path", notes("terms", "places"), ids=lambda path: path.stem)
def test_beyond_what_a_word_means_every_paragraph_cites_a_source(path: Path) -> None:
    told = body(path)
    if path.parent.name == "terms":
        told = told.partition("\n## ")[2].partition("\n")[2]

    assert told.strip()
    assert [text for text in paragraphs(told) if not CITATION.search(text)] == []
