"""How files for other programs are written: JSON, and tables as CSV (RFC 4180)."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence

Row = Sequence[str]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins with one of these for a formula."""


def as_json(value: object) -> str:
    """Return JSON that people can read and that a comparison shows line by line."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return f"{text}\n"


class _Lines(list[str]):
    """The lines that a CSV writer writes."""

    def write(self, line: str) -> None:
        """Keep a line."""
        self.append(line)


def as_csv(rows: Iterable[Row]) -> str:
    """Return rows as CSV; no cell that a writer typed begins a spreadsheet's formula."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    for row in rows:
        writer.writerow(_safe(row))
    return "".join(lines)


def _safe(row: Row) -> Iterator[str]:
    """Yield each cell; one that looks like a formula is given an apostrophe."""
    for cell in row:
        if cell.startswith(_FORMULA_STARTS):
            yield f"'{cell}"
        else:
            yield cell


def joined(values: Iterable[object]) -> str:
    """Return several values as one cell, with a bar between them."""
    return "|".join(map(str, values))
