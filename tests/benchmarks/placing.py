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
from pathlib import Path
from statistics import median

from rapidfuzz import fuzz

from generator.evidence.misquotes import MIN_LIKENESS
from generator.quotes.words import nearest

SHARED = 200 / 3
SHORTEST = 25
"""Quotations of fewer letters are like many a text by chance."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("file", type=Path)
    lines = parser.parse_args().file.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line) for line in lines]
    right = shown = total = 0
    times, foreign = [], []
    for text, other in zip(texts, [*texts[1:], texts[0]], strict=True):
        for quote in text["quotes"]:
            if len(quote["text"]) < SHORTEST:
                continue
            start = time.perf_counter()
            _, words, likeness = nearest(quote["text"], {"p0": text["source"]})
            times.append(time.perf_counter() - start)
            true = " ".join(text["source"][quote["start"] : quote["end"]].split())
            is_right = fuzz.ratio(words, true) >= SHARED
            total += 1
            right += is_right
            shown += is_right and likeness >= MIN_LIKENESS
            foreign.append(nearest(quote["text"], {"p0": other["source"]})[2])
    print(
        f"{total} quotations: {right / total:.1%} right, {shown / total:.1%} right and shown"
    )
    above = sum(likeness >= MIN_LIKENESS for likeness in foreign)
    print(
        f"in a foreign text at most {max(foreign):.2f}; {above} at {MIN_LIKENESS} or above"
    )
    print(f"median {1000 * median(times):.2f} ms")


if __name__ == "__main__":
    main()
