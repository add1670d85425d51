"""Formats: what a writer typed is never a formula of a spreadsheet."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from generator.exports.formats import as_csv


@given(st.lists(st.lists(st.text(), min_size=1)))
def test_no_cell_begins_a_formula(rows: list[list[str]]) -> None:
    for row in csv.reader(io.StringIO(as_csv(rows), newline="")):
        assert not [cell for cell in row if cell[:1] in set("=+-@")]
