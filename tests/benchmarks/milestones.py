"""Measure the linking of people and countries in explainers against their editors' links.

    python -m tests.benchmarks.milestones CORPUS [--sample N]

CORPUS holds ``countries/``, ``milestones/``, ``people.tar.xz`` and ``milestones-gold-links.jsonl``:
of each article ``{"article", "links": [{"paragraph", "surface", "target"}]}``. Notes are the people
and the countries. Editors link few of the names they could, so what is printed is, of their links
to a person or a country, how many were found and how many led to the right note; and a sample of
all mentions with what stands around each, to judge precision by eye.
"""

import argparse
import json
import random
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from generator.names.context import Context
from generator.names.foreign_notes import loose_names
from generator.names.matcher import compile_names
from generator.names.mentions import find_mentions
from generator.names.resolve import Mention
from generator.names.vocabulary import Vocabulary
from generator.schema.front_matter import split_note

AROUND = 60


def notes_of(corpus: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of every note on a person or a country."""
    with tarfile.open(corpus / "people.tar.xz") as archive:
        for member in archive:
            if member.isfile() and (file := archive.extractfile(member)):
                yield member.name, file.read().decode()
    for path in sorted((corpus / "countries").glob("*.md")):
        yield f"countries/{path.name}", path.read_text(encoding="utf-8")


def measure(corpus: Path) -> tuple[Counter[str], list[tuple[str, str, Mention]]]:
    """Return how the editors' links fared, and every mention: article, text, mention."""
    texts = list(notes_of(corpus))
    holders, subjects = loose_names(texts)
    vocabulary = Vocabulary(compile_names(holders), subjects)
    ids = {PurePosixPath(path).stem for path, _ in texts}
    count: Counter[str] = Counter()
    found: list[tuple[str, str, Mention]] = []
    lines = (
        (corpus / "milestones-gold-links.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    for article in map(json.loads, lines):
        path = corpus / article["article"]
        if path.exists():
            body = split_note(path.read_text(encoding="utf-8")).body.strip("\n")
            mentions = _mentions(body, vocabulary)
            found += [(path.stem, body, mention) for mention in mentions]
            for link in article["links"]:
                target = link["target"].removeprefix("countries/")
                if target in ids:
                    count[_fate(body, link, target, mentions)] += 1
    return count, found


def _mentions(body: str, vocabulary: Vocabulary) -> list[Mention]:
    return list(find_mentions(body, [(0, len(body))], vocabulary, Context()))


def _fate(body: str, link: dict[str, Any], target: str, mentions: list[Mention]) -> str:
    """Say what became of one link: right, wrong, open, missed, or not in the text."""
    paragraphs = list(re.finditer(r"\S(?:.|\n(?!\s*\n))*", body))
    if link["paragraph"] >= len(paragraphs):
        return "not in the text"
    paragraph = paragraphs[link["paragraph"]]
    start = body.find(link["surface"], paragraph.start(), paragraph.end())
    if start < 0:
        return "not in the text"
    end = start + len(link["surface"])
    here = [item for item in mentions if item.start < end and start < item.end]
    if any(item.note == target for item in here):
        return "right"
    if any(item.note for item in here):
        return "wrong"
    return "open" if here else "missed"


def main() -> None:
    """Print the fate of the editors' links, and a sample."""
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    arguments = parser.parse_args()
    count, found = measure(arguments.corpus)
    print(", ".join(f"{fate} {number}" for fate, number in count.most_common()))
    decided = [item for item in found if item[2].note]
    print(f"{len(found)} mentions, {len(decided)} of them decided")
    for article, body, item in random.Random(1).sample(decided, arguments.sample):
        before, after = (
            body[max(0, item.start - AROUND) : item.start],
            body[item.end :][:AROUND],
        )
        shown = " ".join(f"{before}[{body[item.start : item.end]}]{after}".split())
        print(f"{article}: {item.note} ({item.step}): {shown}")


if __name__ == "__main__":
    main()
