"""Measure what a seal costs: one who guesses its text, and one who checks a quotation.

    python -m tests.benchmarks.sealing

Printed are seconds for one hash, for a quotation of eight words that is new, and the days of one
processor that 1,000 words cost who tries a list of 50,000 words, half of it on average, at each.
"""

import time
from statistics import median

from generator.quotes.seal_files import MIN_COST
from generator.quotes.seals import (
    DEFAULT_COST,
    Seal,
    find_sealed,
    make_seal,
    slow_hash,
)
from generator.quotes.words import words

WORDS = 50_000
DAY = 86_400


def main() -> None:
    """Print the figures."""
    seal = Seal("", b"salt" * 4, DEFAULT_COST)
    times = []
    for number in range(20):
        start = time.perf_counter()
        slow_hash(seal, f"some words {number}")
        times.append(time.perf_counter() - start)
    each = median(times)
    text = "eight words of some text are looked for in it"
    small = make_seal({"p0": text}, b"salt" * 4, MIN_COST)
    dear = Seal(small.digest, small.salt, DEFAULT_COST, small.paragraphs)
    start = time.perf_counter()
    find_sealed(words(text)[:8], dear, slow_hash)
    print(f"one hash {each:.3f} s; eight new words {time.perf_counter() - start:.2f} s")
    print(f"1,000 words: {each * WORDS / 2 * 1000 / DAY:.0f} days of one processor")


if __name__ == "__main__":
    main()
