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
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from generator.names.common_words import FUNCTION_WORDS, ORDINARY_WORDS
from generator.names.context import Context, Subject
from generator.names.matcher import Holders, compile_names, find_candidates
from generator.names.mentions import find_mentions
from generator.names.vocabulary import Vocabulary
from generator.text.normal import normal

PERSON = "Q215627"


class Link(NamedTuple):
    """A stretch of a text, and the entity it means."""

    start: int
    end: int
    entity: str

    def overlaps(self, other: "Link") -> bool:
        return self.start < other.end and other.start < self.end


Linker = Callable[[str, Mapping[str, Holders], Mapping[str, Subject]], set[Link]]


@dataclass(frozen=True, slots=True)
class Annotation:
    """What somebody marked as a mention of an entity."""

    link: Link
    """Its entity is empty if the mention is of something else."""
    name: str
    is_person: bool
    is_optional: bool


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One text, and the stretch of it that is annotated."""

    id: str
    text: str
    span: tuple[int, int]
    annotations: list[Annotation]


@dataclass(slots=True)
class Score:
    """Right, wrong and missed links; of the wrong, those where another entity is annotated."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    confused: int = 0

    def __str__(self) -> str:
        linked = max(1, self.right + self.wrong)
        annotated = max(1, self.right + self.missed)
        precision = self.right / linked
        recall = self.right / annotated
        confused = self.confused / linked
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"{precision:9.3f} {recall:7.3f} {f1:6.3f} {confused:8.3f}"


class Entities:
    """Every entity of a file as a note: its title, and its surface forms in each text."""

    def __init__(self, texts: Iterable[AnnotatedText]) -> None:
        self.titles: dict[str, str] = {}
        self.people: set[str] = set()
        self.seen_in: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        """Ids of the texts in which an entity has a surface form."""
        for text in texts:
            for annotation in text.annotations:
                if annotation.link.entity:
                    self._add(text, annotation)

    def _add(self, text: AnnotatedText, annotation: Annotation) -> None:
        start, end, entity = annotation.link
        form = normal(text.text[start:end])
        self.seen_in[entity, form].add(text.id)
        self.titles[entity] = normal(annotation.name)
        if annotation.is_person:
            self.people.add(entity)

    def subjects(self) -> Mapping[str, Subject]:
        subjects = {}
        for entity in self.titles:
            is_person = entity in self.people
            subjects[entity] = Subject(is_person=is_person, has_last_name=is_person)
        return subjects

    def names_without(self, text: str) -> Mapping[str, Holders]:
        """Return every entity's title and its surface forms in the other texts."""
        holders: defaultdict[str, set[str]] = defaultdict(set)
        for entity, title in self.titles.items():
            holders[title].add(entity)
        for (entity, form), seen_in in self.seen_in.items():
            if seen_in != {text}:
                holders[form].add(entity)
        holders.pop("", None)
        return {name: Holders(tuple(sorted(holders[name]))) for name in sorted(holders)}


def ours(
    text: str, names: Mapping[str, Holders], subjects: Mapping[str, Subject]
) -> set[Link]:
    """Link as the site does, every mention; names that `common-name` reports are no names."""
    known = {name: held for name, held in names.items() if not _is_common(name)}
    vocabulary = Vocabulary(compile_names(known), subjects)
    spans = [(0, len(text))]
    found = find_mentions(text, spans, vocabulary, Context())
    links = set()
    for item in found:
        if item.note:
            links.add(Link(item.start, item.end, item.note))
    return links


def _is_common(name: str) -> bool:
    is_function_word = name.lower() in FUNCTION_WORDS
    return is_function_word or name in ORDINARY_WORDS


def naive(
    text: str, names: Mapping[str, Holders], subjects: Mapping[str, Subject]
) -> set[Link]:
    """Link the longest name at each word to its first holder."""
    del subjects
    compiled = compile_names(names)
    spans = [(0, len(text))]
    found = find_candidates(text, spans, compiled)
    links = set()
    for item in found:
        first_holder = item.holders.full[0]
        links.add(Link(item.start, item.end, first_holder))
    return links


def score(texts: list[AnnotatedText], linker: Linker) -> Score:
    """Compare a linker's links with the annotations of every text."""
    entities = Entities(texts)
    subjects = entities.subjects()
    total = Score()
    for text in texts:
        names = entities.names_without(text.id)
        found = linker(text.text, names, subjects)
        _count(total, text, found)
    return total


def _count(total: Score, text: AnnotatedText, found: set[Link]) -> None:
    """Add the right, wrong and missed links of one text."""
    wanted = set()
    for annotation in text.annotations:
        if annotation.link.entity and not annotation.is_optional:
            wanted.add(annotation.link)
    counted = {link for link in found if _counts(link, text)}
    wrong = counted - wanted
    total.right += len(wanted & counted)
    total.wrong += len(wrong)
    total.missed += len(wanted - counted)
    for link in wrong:
        total.confused += _is_confused(link, wanted)


def _counts(link: Link, text: AnnotatedText) -> bool:
    """Say whether a link lies within the annotated stretch, and overlaps nothing optional."""
    first, last = text.span
    if link.start < first or last < link.end:
        return False
    for annotation in text.annotations:
        if annotation.is_optional and link.overlaps(annotation.link):
            return False
    return True


def _is_confused(link: Link, wanted: set[Link]) -> bool:
    """Say whether a wrong link overlaps annotations, all of other entities."""
    annotated = {other.entity for other in wanted if link.overlaps(other)}
    return bool(annotated) and link.entity not in annotated


def read_text(line: str) -> AnnotatedText:
    """Read one line of a file."""
    given = json.loads(line)
    text = given["text"]
    first, last = given.get("span", (0, len(text)))
    annotations = [_read_annotation(mention) for mention in given["mentions"]]
    return AnnotatedText(given["id"], text, (first, last), annotations)


def _read_annotation(given: dict[str, Any]) -> Annotation:
    types = given.get("type") or ""
    return Annotation(
        link=Link(given["start"], given["end"], given["entity"] or ""),
        name=given["name"] or "",
        is_person=PERSON in types.split("|"),
        is_optional=given["optional"],
    )


def main() -> None:
    """Print a line for each file and linker."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    print(f"{'file':24} {'linker':6} precision  recall     F1 confused")
    for path in parser.parse_args().files:
        lines = path.read_text(encoding="utf-8").splitlines()
        texts = [read_text(line) for line in lines]
        for linker in (naive, ours):
            print(f"{path.stem:24} {linker.__name__:6} {score(texts, linker)}")


if __name__ == "__main__":
    main()
