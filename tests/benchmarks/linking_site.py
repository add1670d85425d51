"""Measure the linking of a whole site: seconds for N synthetic notes, from index to segments.

    python -m tests.benchmarks.linking_site [--notes N …] [--runs N]

Printed is the median of the runs, with the share each note takes, which stays the same where time
grows as the notes do.
"""

import argparse
import tempfile
import time
from pathlib import Path
from statistics import median

from generator.app.assemble import vocabulary
from generator.app.folders import CONTENT, SEEDS
from generator.app.load import load
from generator.io.files import read_texts
from generator.links.addresses import addresses_of
from generator.links.linker import Linker
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.notes.relations import find_relations
from generator.settings import Settings
from tests.benchmarks.synthetic import write_project


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--notes", type=int, nargs="+", default=[1000, 4000])
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    for count in arguments.notes:
        index = synthetic_index(count)
        taken = median(seconds_to_link(index) for _ in range(arguments.runs))
        print(f"{count} notes: {taken:.2f} s, {1000 * taken / count:.2f} ms each")


def synthetic_index(count: int) -> Index:
    """Return the index of a site of so many notes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        write_project(root, count)
        content, _ = read_texts(root, CONTENT)
        seeds, _ = read_texts(root, SEEDS)
    return load([*content, *seeds]).index


def seconds_to_link(index: Index) -> float:
    """Link every document of a site once."""
    documents: list[Note | Source] = [*index.notes.values(), *index.sources.values()]
    start = time.perf_counter()
    relations = list(find_relations(index))
    known = vocabulary(index, relations)
    linker = Linker(index, known, Settings(), addresses_of(index))
    for document in documents:
        linker.link(document)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
