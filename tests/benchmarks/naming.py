"""Measure the linking of names against annotated texts, beside a naive linker.

    python -m tests.benchmarks.naming FILE.jsonl …

Each line of a file is one text: ``{"id", "text", "span"?, "mentions": [{"start", "end", "entity",
"name", "type"?, "optional"}]}``. For each text every entity of the file is a note; its title is its
name, its aliases are its surface forms in the *other* texts. Printed are precision, recall and F1
by exact span and entity for both linkers; mentions marked optional count neither way. Confused is
the share of links that overlap an annotation of another entity: those are surely wrong, while the
rest of the wrong has another span or none, since annotators leave names out.

The naive linker takes the longest name at each word, and of several holders the first.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from generator.names.common_words import FUNCTION_WORDS, ORDINARY_WORDS
from generator.names.context import Context, Subject
from generator.names.matcher import Holders, compile_names, find_candidates
from generator.names.mentions import find_mentions
from generator.text.normal import normal

PERSON = "Q215627"
Found = set[tuple[int, int, str]]
Linker = Callable[[str, Mapping[str, Holders], Mapping[str, Subject]], Found]


@dataclass(frozen=True, slots=True)
class Score:
    """Right, wrong and missed links; of the wrong, those where another entity is annotated."""

    right: int
    wrong: int
    missed: int
    confused: int

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        confused = self.confused / max(1, self.right + self.wrong)
        return f"{precision:9.3f} {recall:7.3f} {f1:6.3f} {confused:8.3f}"


def ours(
    text: str, names: Mapping[str, Holders], subjects: Mapping[str, Subject]
) -> Found:
    """Link as the site does, every mention; names that `common-name` reports are no names."""
    known = {name: held for name, held in names.items() if not _is_common(name)}
    found = find_mentions(
        text, [(0, len(text))], compile_names(known), subjects, Context()
    )
    return {(item.start, item.end, item.note) for item in found if item.note}


def _is_common(name: str) -> bool:
    return name.lower() in FUNCTION_WORDS or name in ORDINARY_WORDS


def naive(
    text: str, names: Mapping[str, Holders], subjects: Mapping[str, Subject]
) -> Found:
    """Link the longest name at each word to its first holder."""
    del subjects
    found = find_candidates(text, [(0, len(text))], compile_names(names))
    return {(item.start, item.end, item.holders.full[0]) for item in found}


def score(texts: list[dict[str, Any]], linker: Linker) -> Score:
    """Compare a linker's links with the annotations of every text."""
    forms: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(
        lambda: defaultdict(set)
    )
    titles, people = {}, set()
    for text in texts:
        for mention in filter(lambda mention: mention["entity"], text["mentions"]):
            form = normal(text["text"][mention["start"] : mention["end"]])
            forms[mention["entity"]][form].add(text["id"])
            titles[mention["entity"]] = normal(mention["name"])
            people |= (
                {mention["entity"]}
                if PERSON in (mention.get("type") or "").split("|")
                else set()
            )
    subjects = {
        entity: Subject(is_person=entity in people, has_last_name=entity in people)
        for entity in titles
    }
    total = Score(0, 0, 0, 0)
    for text in texts:
        names = names_without(text["id"], forms, titles)
        result = _compare(text, linker(text["text"], names, subjects))
        total = Score(*map(sum, zip(astuple(total), astuple(result), strict=True)))
    return total


def names_without(
    text: str, forms: Mapping[str, Mapping[str, set[str]]], titles: Mapping[str, str]
) -> Mapping[str, Holders]:
    """Return every entity's title and its surface forms in the other texts."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for entity, by_form in forms.items():
        holders[titles[entity]].add(entity)
        for form, seen_in in by_form.items():
            if seen_in - {text}:
                holders[form].add(entity)
    return {
        name: Holders(tuple(sorted(held)))
        for name, held in sorted(holders.items())
        if name
    }


def _compare(text: dict[str, Any], found: Found) -> Score:
    first, last = text.get("span", (0, len(text["text"])))
    optional = [
        (item["start"], item["end"]) for item in text["mentions"] if item["optional"]
    ]
    wanted = {
        (item["start"], item["end"], item["entity"])
        for item in text["mentions"]
        if item["entity"] and not item["optional"]
    }
    counted = {
        (start, end, entity)
        for start, end, entity in found
        if first <= start and end <= last
        if not any(start < stop and begin < end for begin, stop in optional)
    }
    confused = {
        item
        for item in counted - wanted
        if (
            over := [gold for gold in wanted if gold[0] < item[1] and item[0] < gold[1]]
        )
        and item[2] not in {gold[2] for gold in over}
    }
    wrong, missed = len(counted - wanted), len(wanted - counted)
    return Score(len(wanted & counted), wrong, missed, len(confused))


def main() -> None:
    """Print a line for each file and linker."""
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("files", nargs="+", type=Path)
    print(f"{'file':24} {'linker':6} precision  recall     F1 confused")
    for path in parser.parse_args().files:
        texts = [
            json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()
        ]
        for linker in (naive, ours):
            print(f"{path.stem:24} {linker.__name__:6} {score(texts, linker)}")


if __name__ == "__main__":
    main()
