"""Measure how fast text is read: our reader against the parser below it and Python-Markdown.

    python -m tests.benchmarks.reading TEXTS [--runs N]

TEXTS is a folder of Markdown files. Each run reads all of them with each reader, one after the
other; printed are MB per second of the best run and the ratio of the times to the parser's own.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from markdown import Markdown

from generator.schema.front_matter import split_note
from generator.text.commonmark import events
from generator.text.parse import parse
from generator.text.reader import read
from generator.text.shown import shown

MEGABYTE = 1_000_000
EXTENSIONS = ["tables", "def_list", "pymdownx.superfences"]


def the_words(text: str) -> object:
    """Read a text as the check does: its tree, its citations, its words."""
    return shown(read(text))


def python_markdown(text: str) -> object:
    """Render a text as MkDocs does without the hook."""
    return Markdown(extensions=EXTENSIONS).convert(text)


def the_events(text: str) -> object:
    """Let the parser alone read a text."""
    return list(events(text))


READERS: dict[str, Callable[[str], object]] = {
    "parser's events": the_events,
    "tree": parse,
    "tree, citations, words": the_words,
    "Python-Markdown": python_markdown,
}


def seconds(reader: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return how long a reader takes for some texts, each of them new to it."""
    read.cache_clear()
    shown.cache_clear()
    start = time.process_time()
    for text in texts:
        reader(text)
    return time.process_time() - start


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    files = sorted(options.texts.rglob("*.md"))
    texts = [split_note(file.read_text(encoding="utf-8")).body for file in files]
    size = sum(len(text.encode()) for text in texts) / MEGABYTE
    best = dict.fromkeys(READERS, float("inf"))
    for _ in range(options.runs):
        for name, reader in READERS.items():
            best[name] = min(best[name], seconds(reader, texts))
    parsing = best["parser's events"]
    print(f"{len(texts)} texts, {size:.2f} MB")
    for name, time_taken in best.items():
        print(
            f"{name:24} {size / time_taken:6.1f} MB/s  {time_taken / parsing:6.1f} times"
        )


if __name__ == "__main__":
    main()
