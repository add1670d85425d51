"""Measure how well the likest words of a damaged text are found for a clean quotation.

    python -m tests.benchmarks.placing FILE.jsonl

Each line of the file is ``{"source", "quotes": [{"text", "start", "end"}]}``: a text damaged by
optical reading, and quotations in their right form with their place. Printed are the share for
which the suggested words share two thirds of their letters with those at the right place, at any
likeness and at the likeness from which one is shown; the highest likeness of a quotation in a text
it is not from; and the median time.
"""

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from rapidfuzz import fuzz

from generator.evidence.misquotes import MIN_LIKENESS
from generator.quotes.words import nearest

MIN_SHARED_PERCENT = 200 / 3
MIN_LETTERS = 25
"""Shorter quotations are like many a text by chance."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of one quotation."""

    is_right: bool
    is_shown: bool
    seconds: float
    foreign_likeness: float
    """Likeness to the words of a text that the quotation is not from."""


def place_all(texts: list[dict[str, Any]]) -> Iterator[Placed]:
    """Place every quotation in its text, and in the next text."""
    for number, text in enumerate(texts):
        foreign = texts[(number + 1) % len(texts)]
        for quote in text["quotes"]:
            if len(quote["text"]) >= MIN_LETTERS:
                yield place(quote, text["source"], foreign["source"])


def place(quote: dict[str, Any], source: str, foreign: str) -> Placed:
    """Look for the likest words to one quotation."""
    wanted = quote["text"]
    start = time.perf_counter()
    _, words, likeness = nearest(wanted, {"p0": source})
    seconds = time.perf_counter() - start
    true_words = " ".join(source[quote["start"] : quote["end"]].split())
    is_right = fuzz.ratio(words, true_words) >= MIN_SHARED_PERCENT
    _, _, foreign_likeness = nearest(wanted, {"p0": foreign})
    return Placed(
        is_right=is_right,
        is_shown=is_right and likeness >= MIN_LIKENESS,
        seconds=seconds,
        foreign_likeness=foreign_likeness,
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path)
    lines = parser.parse_args().file.read_text(encoding="utf-8").splitlines()
    placed = list(place_all([json.loads(line) for line in lines]))
    total = len(placed)
    right = sum(item.is_right for item in placed) / total
    shown = sum(item.is_shown for item in placed) / total
    print(f"{total} quotations: {right:.1%} right, {shown:.1%} right and shown")
    foreign = [item.foreign_likeness for item in placed]
    above = sum(likeness >= MIN_LIKENESS for likeness in foreign)
    highest = max(foreign)
    print(
        f"in a foreign text at most {highest:.2f}; {above} at {MIN_LIKENESS} or above"
    )
    milliseconds = 1000 * median(item.seconds for item in placed)
    print(f"median {milliseconds:.2f} ms")


if __name__ == "__main__":
    main()
