"""Signs that a text was garbled: by a machine that swaps words, by bad OCR or careless cutting.

Each sign is a suggestion and nothing more; many sound texts show one or two.
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
"""Replaces an unknown day of writing, so that dates relative to that day are found."""
CONTEXT_LENGTH = 20
"""Characters of context that are shown on each side of a sign."""
EXCERPT_LENGTH = 40
"""Characters of a paragraph that are shown if a sign has no exact place."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A place in a text that looks garbled."""

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
        "a sentence begins with a small letter",
    ),
    (
        "sentence",
        re.compile(r"(?<=[a-z,] )(?:And|But|It|The|They)\b"),
        "a sentence begins inside another",
    ),
    (
        "sentence",
        re.compile(r"\b(\w+) \1\b(?! \1)", re.IGNORECASE),
        "a word is repeated",
    ),
    (
        "sentence",
        re.compile(r"(?<![a-z])[a-z]{2,}[\"”]?$"),
        "the last sentence has no end",
    ),
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
"""Fixed terms whose words were swapped for synonyms, and what was meant."""
_TORTURED_PATTERN = re.compile("|".join(map(re.escape, _TORTURED)), re.IGNORECASE)


def signs(
    paragraphs: Mapping[str, str], names: Names, published: Date | None = None
) -> Iterator[Sign]:
    """Yield what looks garbled, paragraph by paragraph; also dates relative to another day."""
    for id_, text in paragraphs.items():
        yield from _near_names(id_, text, names)
        yield from _faulty_sentences(id_, text)
        yield from _tortured_phrases(id_, text)
        yield from _relative_dates(id_, text, published)
        if _has_open_quotation(text):
            words = text[:EXCERPT_LENGTH]
            why = "a quotation is not opened or not closed"
            yield Sign(
                paragraph=id_,
                kind="quotation-marks",
                words=words,
                why=why,
            )


def _near_names(id_: str, text: str, names: Names) -> Iterator[Sign]:
    """Yield names that are almost a known one."""
    unknown = set(_unknown_names(text, names))
    unknown.discard("")
    for name, known in near(unknown, names):
        yield Sign(
            paragraph=id_,
            kind="near-name",
            words=name,
            why=f"is spelt almost like {known!r}",
        )


def _unknown_names(text: str, names: Names) -> Iterator[str]:
    """Yield the name in each run of capitalised words that is not a known name."""
    whole = (0, len(text))
    candidates = find_candidates(text, [whole], names)
    known_spans = {(item.start, item.end) for item in candidates}
    for run in runs(text, *whole):
        if run.span() not in known_spans:
            is_opening = opens_sentence(text, run.start())
            yield name_of(run[0], is_opening=is_opening)


def _faulty_sentences(id_: str, text: str) -> Iterator[Sign]:
    for kind, pattern, why in _PATTERNS:
        for found in pattern.finditer(text):
            words = _context(text, found)
            yield Sign(
                paragraph=id_,
                kind=kind,
                words=words,
                why=why,
            )


def _context(text: str, found: re.Match[str]) -> str:
    start = max(0, found.start() - CONTEXT_LENGTH)
    end = found.end() + CONTEXT_LENGTH
    context = text[start:end]
    return context.strip()


def _tortured_phrases(id_: str, text: str) -> Iterator[Sign]:
    for found in _TORTURED_PATTERN.finditer(text):
        phrase = found[0]
        meant = _TORTURED[phrase.lower()]
        yield Sign(
            paragraph=id_,
            kind="tortured-phrase",
            words=phrase,
            why=f"perhaps {meant!r} is meant",
        )


def _relative_dates(id_: str, text: str, published: Date | None) -> Iterator[Sign]:
    """Yield dates relative to the day of writing, and what they mean if that day is known."""
    known = {item.start for item in find_dates(text, published) if item.is_relative}
    for item in find_dates(text, published or _SOME_DAY):
        if not item.is_relative:
            continue
        words = text[item.start : item.end]
        meaning = "the day is unknown"
        if item.start in known:
            meaning = f"it means {item.date.label}"
        yield Sign(
            paragraph=id_,
            kind="relative-date",
            words=words,
            why=f"relative to a day: {meaning}",
        )


def _has_open_quotation(text: str) -> bool:
    """Say whether a text has a quotation mark without its counterpart."""
    has_odd_mark = text.count('"') % 2 == 1
    if has_odd_mark:
        return True
    opened = text.count("“")
    closed = text.count("”")
    return opened != closed
