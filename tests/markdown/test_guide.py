"""The guide for writers shows the dialect as it is: what works, and what is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tests.rendered import site_of

GUIDE = ROOT / ".github/CONTRIBUTING.md"
SITE = {
    "content/places/hanoi.md": "---\nsummary: A city.\n---\nA city.\n\n## Ports\n\nTwo.",
    "seeds/source-id.md": "---\ntitle: A report\npublisher: UN\nrights: open\n---\np4: So.",
    "seeds/another.md": "---\ntitle: A book\npublisher: UN\n---\n",
    "theme/assets/map.png": "",
}
NOTE = "content/terms/typed.md"
BREAK = "<br>"
_ROW = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"(?P<ticks>`+) ?(?P<text>.+?) ?(?P=ticks)")


def rows() -> Iterator[list[str]]:
    """Yield the cells of each row of the tables of the dialect."""
    text = GUIDE.read_text(encoding="utf-8")
    _, _, below = text.partition("\n### Markdown\n")
    section, _, _ = below.partition("\n### ")
    for line in section.splitlines():
        if line.startswith("| ") and not line.startswith(("| ---", "| what")):
            yield [cell.strip() for cell in _ROW.split(line)[1:-1]]


def typed(cell: str) -> Iterator[str]:
    """Yield what a cell says one can type; lines of one text have a break between them."""
    if BREAK in cell:
        yield "\n".join("".join(codes(line)) for line in cell.split(BREAK))
    else:
        yield from codes(cell)


def codes(text: str) -> list[str]:
    """Return the pieces of code in a cell, where a bar has a backslash before it."""
    return [found["text"].replace("\\|", "|") for found in _CODE.finditer(text)]


FORMS = [form for row in rows() if len(row) == 2 for form in typed(row[0])]
NEAR_MISSES = [
    (form, codes(row[1])[0])
    for row in rows()
    if len(row) == 3
    for form in list(typed(row[0]))[: 1 if "without" in row[0] else None]
]


def found_in(text: str) -> list[str]:
    """Return the codes of what is said of a note with a text."""
    files = {**SITE, NOTE: f"---\ntitle: Typed\n---\n{text}\n\n## Section\n\nWords.\n"}
    _, problems = site_of(files)
    return [found.code for found in problems if str(found.origin).startswith(NOTE)]


def test_the_tables_are_found() -> None:
    assert len(FORMS) > 30
    assert len(NEAR_MISSES) > 20


@pytest.mark.parametrize("form", FORMS)
def test_what_the_guide_shows_is_read(form: str) -> None:
    assert found_in(form) == []


@pytest.mark.parametrize(("form", "code"), NEAR_MISSES)
def test_what_the_guide_calls_a_near_miss_is_reported(form: str, code: str) -> None:
    assert code in found_in(form)
