"""Measure the reading of dates against lists of date texts and what they mean.

    python -m tests.benchmarks.dating FILE.jsonl …

Each line is ``{"text", "edtf"}`` or ``{"text", "when"}`` or ``{"text", "from", "to"}``, values in
ISO 8601. Printed are the share read right (the same first and last day), the number read as more
precise than they are, refused and read otherwise, and microseconds for one date (the median of
several readings of the file); ``--wrong`` lists what was not read right.
"""

import argparse
import json
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from statistics import median

from generator.dates.date import Date, DateError
from generator.dates.parse import parse_date

RUNS = 5


def expected(row: dict[str, str]) -> Date | None:
    """Return what a line says its text means; None if that is no date we know of."""
    start = row.get("from") or row.get("notBefore") or ".."
    end = row.get("to") or row.get("notAfter") or ".."
    text = row.get("edtf") or row.get("when") or f"{start}/{end}"
    text = text.replace(" ", "")
    text = (
        f"..{text}"
        if text.startswith("/")
        else f"{text}.."
        if text.endswith("/")
        else text
    )
    try:
        return parse_date(text)
    except DateError:
        return None


def fate(row: dict[str, str]) -> str:
    """Say what became of one text."""
    wanted = expected(row)
    if wanted is None:
        return "beyond the subset"
    try:
        found = parse_date(row["text"])
    except DateError:
        return "refused"
    if (found.earliest, found.latest) == (wanted.earliest, wanted.latest):
        return "right"
    is_within = wanted.earliest <= found.earliest and found.latest <= wanted.latest
    return "too precise" if is_within else "otherwise"


def seconds(rows: list[dict[str, str]]) -> float:
    """Return what reading every text takes."""
    start = time.perf_counter()
    for row in rows:
        with suppress(DateError):
            parse_date(row["text"])
    return time.perf_counter() - start


def main() -> None:
    """Print the figures of each file."""
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--wrong", action="store_true")
    arguments = parser.parse_args()
    for path in arguments.files:
        rows = [
            json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()
        ]
        each = median(seconds(rows) for _ in range(RUNS)) * 1_000_000 / len(rows)
        count = Counter(map(fate, rows))
        share = count["right"] / len(rows)
        print(
            f"{path.stem}: {share:.1%} of {len(rows)} right, {dict(count)}, {each:.0f} µs each"
        )
        if arguments.wrong:
            for row in rows:
                if fate(row) != "right":
                    print(f"  {fate(row)}: {json.dumps(row, ensure_ascii=False)}")


if __name__ == "__main__":
    main()
