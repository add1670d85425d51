"""Measure how fast names are found: with 10,000 and 100,000 of them, and on texts made to be slow.

    python -m tests.benchmarks.finding TEXTS [--runs N]

TEXTS is a folder of Markdown files whose words are read, repeated to 8 MB. Names are made of
syllables, one to three words each, the same every time; a few hundred words of the texts are among
them, so that there is something to find. Printed are MB of prose per second, the ratio of the two
times (paired runs, one after the other), the memory that the larger set of names takes, and seconds
for 1 and 2 MB of each hard text, whose ratio is 2 where time is linear.
"""

import argparse
import random
import re
import time
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

from generator.names.context import Context
from generator.names.matcher import Holders, Names, compile_names, find_candidates
from generator.names.mentions import find_mentions
from generator.names.vocabulary import Vocabulary
from generator.text.reader import read
from generator.text.shown import shown
from tests.benchmarks.synthetic import CODAS, ONSETS, VOWELS

MEGABYTE = 1_000_000
SIZE = 8 * MEGABYTE
HARD = (
    "Kim ",
    "[",
    "Kim Jong Un Kim. ",
    "[[a",
    "Kim-",
    "`",
    "Jo Bo ",
    "\n> ",
    "(Kim)",
    "&lt;",
)


def made_up(count: int, words: Iterable[str]) -> Names:
    """Return so many names, some of which are words of the texts."""
    chance = random.Random(7)
    names: set[str] = set(words)
    while len(names) < count:
        length = chance.randint(1, 3)
        names.add(" ".join(made_up_word(chance) for _ in range(length)))
    holders = {}
    for name in sorted(names)[:count]:
        holders[name] = Holders((name.lower(),))
    return compile_names(holders)


def made_up_word(chance: random.Random) -> str:
    syllables = []
    for _ in range(chance.randint(1, 3)):
        onset = chance.choice(ONSETS)
        vowel = chance.choice(VOWELS)
        coda = chance.choice(CODAS)
        syllables.append(onset + vowel + coda)
    return "".join(syllables).capitalize()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def find_all(text: str, names: Names) -> int:
    spans = [(0, len(text))]
    return len(list(find_candidates(text, spans, names)))


def hard(piece: str, megabytes: int, names: Names) -> float:
    """Return the seconds it takes to read a text of one piece over and over."""
    text = piece * (megabytes * MEGABYTE // len(piece))

    def work() -> None:
        words = shown(read(text))
        list(find_mentions(words.text, words.spans, Vocabulary(names), Context()))

    return seconds(work)


def print_speed(prose: str, runs: int) -> None:
    """Compare 10,000 and 100,000 names on the same text."""
    text = (prose * (SIZE // len(prose) + 1))[:SIZE]
    words = sorted(set(re.findall(r"\b[A-Z][a-z]{4,}\b", prose)))[:500]
    few = made_up(10_000, words)
    tracemalloc.start()
    many = made_up(100_000, words)
    memory = tracemalloc.get_traced_memory()[1] / MEGABYTE
    tracemalloc.stop()
    times, ratios = [], []
    for _ in range(runs):
        time_of_few = seconds(lambda: find_all(text, few))
        time_of_many = seconds(lambda: find_all(text, many))
        times.append(time_of_few)
        ratios.append(time_of_many / time_of_few)
    speed = SIZE / MEGABYTE / median(times)
    print(
        f"10,000 names: {speed:.1f} MB/s;"
        f" 100,000 take {median(ratios):.2f} times that; {memory:.0f} MB"
    )


def print_hard_texts() -> None:
    """Compare 1 and 2 MB of each hard text."""
    kim = compile_names(
        {"Kim": Holders((), ("kim",)), "Kim Jong Un": Holders(("kim",))}
    )
    for piece in HARD:
        one, two = hard(piece, 1, kim), hard(piece, 2, kim)
        print(f"{piece!r:22} {one:.2f} s, {two:.2f} s: {two / one:.1f}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    files = sorted(arguments.texts.rglob("*.md"))
    prose = "\n".join(file.read_text(encoding="utf-8") for file in files)
    print_speed(prose, arguments.runs)
    print_hard_texts()


if __name__ == "__main__":
    main()
