"""Signs that a text was garbled: by a machine that swaps words, bad reading, careless cutting.

Each is a suggestion and nothing more; many a sound text shows one or two.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.dates.date import Date
from generator.dates.find import find_dates
from generator.dates.parse import parse_date
from generator.names.capitalized import name_of, near, runs
from generator.names.matcher import Names, find_candidates, opens_sentence

_SOME_DAY = parse_date("2000-01-01")
"""Stands for the day of writing where it is not known, only to find what is told from it."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One place of a text that looks garbled."""

    paragraph: str
    kind: str
    words: str
    why: str


_PATTERNS = (
    (
        "punctuation",
        re.compile(r"\.\s\.(?!\.)|,\s?,|\s[,;:](?=\s)|(?<!\.)\.\.(?!\.)|^[,;:.]+$"),
        "stray marks",
    ),
    (
        "sentence",
        re.compile(r"(?<=[a-z]\. )[a-z]\w*|^[a-z]\w*"),
        "a sentence begins small",
    ),
    (
        "sentence",
        re.compile(r"(?<=[a-z,] )(?:And|But|It|The|They)\b"),
        "a sentence begins within one",
    ),
    (
        "sentence",
        re.compile(r"\b(\w+) \1\b(?! \1)", re.IGNORECASE),
        "a word stands twice",
    ),
    ("sentence", re.compile(r"[a-z]{2,}[\"”]?$"), "nothing ends the last sentence"),
)
_TORTURED = {
    "age-old new": "new",
    "ancient alliance": "new alliance, perhaps",
    "bilateral family": "bilateral relations",
    "bosom peril": "breast cancer",
    "colossal information": "big data",
    "counterfeit consciousness": "artificial intelligence",
    "delivery boxes": "shipping containers",
    "global parallel": "world peer",
    "haze figuring": "cloud computing",
    "irregular esteem": "random value",
    "mean square blunder": "mean square error",
    "nuclear guns": "nuclear weapons",
    "overseas ministry": "foreign ministry",
    "profound learning": "deep learning",
    "profound neural organization": "deep neural network",
    "sun oriented power": "solar power",
    "town college": "city university",
    "underground creepy crawly": "ant colony",
}
"""Fixed terms after their words were swapped for synonyms, and what was meant."""
_TORTURED_PATTERN = re.compile("|".join(map(re.escape, _TORTURED)), re.IGNORECASE)


def signs(
    paragraphs: Mapping[str, str], names: Names, published: Date | None = None
) -> Iterator[Sign]:
    """Yield what looks garbled, paragraph by paragraph; what is told from a day, with the day."""
    for id_, text in paragraphs.items():
        yield from _names(id_, text, names)
        for kind, pattern, why in _PATTERNS:
            for found in pattern.finditer(text):
                yield Sign(id_, kind, _around(text, found), why)
        for found in _TORTURED_PATTERN.finditer(text):
            meant = _TORTURED[found[0].lower()]
            yield Sign(id_, "tortured-phrase", found[0], f"perhaps {meant!r} is meant")
        yield from _relative(id_, text, published)
        if text.count('"') % 2 or text.count("“") != text.count("”"):
            yield Sign(
                id_,
                "quotation-marks",
                text[:40],
                "a quotation is not opened or not closed",
            )


def _relative(id_: str, text: str, published: Date | None) -> Iterator[Sign]:
    """Yield dates told from the day of writing, and what they mean if that day is known."""
    known = {item.start for item in find_dates(text, published) if item.is_relative}
    for item in find_dates(text, published or _SOME_DAY):
        if item.is_relative:
            meant = (
                f"it means {item.date.label}"
                if item.start in known
                else "which day is unknown"
            )
            yield Sign(
                id_,
                "relative-date",
                text[item.start : item.end],
                f"told from a day: {meant}",
            )


def _names(id_: str, text: str, names: Names) -> Iterator[Sign]:
    """Yield names that are almost a known one."""
    taken = [
        (item.start, item.end)
        for item in find_candidates(text, [(0, len(text))], names)
    ]
    found = {
        name_of(run[0], is_opening=opens_sentence(text, run.start()))
        for run in runs(text, 0, len(text))
        if (run.start(), run.end()) not in taken
    } - {""}
    for name, known in near(found, names):
        yield Sign(id_, "near-name", name, f"is spelt almost like {known!r}")


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 20) : found.end() + 20].strip()
