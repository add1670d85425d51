"""Readings of misprints: where a quotation has the printed words, in the text as it is written."""

from __future__ import annotations

import pytest

from generator.app.load import load
from generator.artifacts import TextFile
from generator.evidence.verify import check_quotations
from generator.notes.passages import body_passage
from generator.quotes.seals import slow_hash

RECORD = """---
title: A record
rights: open
corrections:
- {p: 1, printed: Yun Kim, read: Jong Un, kind: name}
- {p: 1, printed: Putn, read: Putin, kind: name}
- {p: 1, printed: lost, kind: lost}
- {p: 2, printed: met, read: left, kind: term}
---
p1: It is so. Yun Kim met Putn, Putn! He met Putn; he lost.

p2: He met Putn at R&D's x_y.
"""


@pytest.mark.parametrize(
    "body",
    [
        '"so. Yun Kim{Jong Un} met Putn{Putin}" [@record#p1]',
        "“Putn{Putin}, Putn{Putin}!” [@record#p1]",
        '"Yun" [@record#p1]',
        '"met{left} Putn at" [@record#p2]',
        '"He met Putn{Putin}" [@record#p1]',
        '- "so. *Yun* **Kim{Jong Un}** met" [@record#p1]',
        '| a | b |\n| - | - |\n| "*met* Putn{Putin}, Putn{Putin}!" | [@record#p1] |',
        '> "so. Yun\n> Kim{Jong Un} met" [@record#p1]',
        '&amp; "so&#46; Yun [Kim{Jong Un}](https://x.org) met" [@record#p1]',
        'It.[^1]\n\n[^1]: "met{left} Putn at R&amp;D\'s x\\_y" [@record#p2]',
    ],
)
def test_a_reading_is_where_its_misprint_ends(body: str) -> None:
    text = body
    for reading in ("Jong Un", "Putin", "left"):
        text = text.replace(f"{{{reading}}}", "")
    files = {"content/terms/a.md": f"{text}\n", "seeds/record.md": RECORD}
    index = load(TextFile(path, text) for path, text in files.items()).index

    checked = check_quotations(index.notes["a"], index, slow_hash)

    assert not checked.problems
    passage = body_passage(index.notes["a"])
    readings = checked.readings[passage.path, passage.text.at]
    for end in sorted(readings, reverse=True):
        text = f"{text[:end]}{{{readings[end]}}}{text[end:]}"
    assert text == body
