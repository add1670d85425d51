"""Runs of capitalised words: what may be a name, and which known name it resembles."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile

from rapidfuzz import fuzz, process

from generator.names.matcher import Names
from generator.names.word_lists import DAYS_AND_MONTHS, OPENERS, TITLES
from generator.text.normal import comparable, normal

MIN_LIKENESS = 0.85
"""The share of letters that two names must have in common for one to be taken for the other."""
MIN_LETTERS = 6
"""Shorter names are too often alike by chance."""
_RUN = re.compile(
    r"(?<![\w'’-])[^\W\d_a-z][\w'’]*(?:-\w+)*"
    r"(?:(?: (?:of|of the|for|and the|de|del|al|bin|van|von))? [^\W\d_a-z][\w'’]*(?:-\w+)*)*"
)
"""A run of capitalised words, and the small words that join a name."""
_NUMERAL = re.compile(r"[IVX]+|.")
_POSSESSIVE = re.compile(r"['’]s?\Z")


def runs(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield each run of capitalised words in a stretch of text."""
    return _RUN.finditer(text, start, end)


def name_of(run: str, *, is_opening: bool) -> str:
    """Return the name in a run, without titles and without the word that opens a sentence."""
    without_possessive = _POSSESSIVE.sub("", normal(run))
    all_words = without_possessive.split()
    words = list(dropwhile(_precedes_name, all_words))
    if all(map(_is_no_name, words)):
        return ""
    is_adverb = is_opening and len(words) == 1 and words[0].endswith("ly")
    if is_adverb:
        return ""
    return " ".join(words)


def _precedes_name(word: str) -> bool:
    if word in TITLES or word in OPENERS:
        return True
    return not word[0].isupper()


def _is_no_name(word: str) -> bool:
    if word in DAYS_AND_MONTHS:
        return True
    return _NUMERAL.fullmatch(word) is not None


def near(runs: Iterable[str], names: Names) -> Iterator[tuple[str, str]]:
    """Yield each run that is spelt almost like a name, with that name."""
    by_initial = _by_initial(names)
    for run in sorted(runs):
        is_known = comparable(run) in names.forms
        if is_known or len(run) < MIN_LETTERS:
            continue
        name = _nearest(run, by_initial.get(run[0], ()))
        if name:
            yield run, name


def _by_initial(names: Names) -> Mapping[str, Sequence[str]]:
    """Map each first letter to the names of notes that are long enough to be compared."""
    by_initial: defaultdict[str, list[str]] = defaultdict(list)
    for name, holders in names.holders.items():
        is_comparable = len(name) >= MIN_LETTERS
        if is_comparable and holders.possible:
            initial = name[0]
            by_initial[initial].append(name)
    return by_initial


def _nearest(run: str, names: Iterable[str]) -> str:
    """Return the name that shares the most letters with a run, if it shares enough."""
    others = []
    for name in names:
        # another form of the word, such as Russian for Russia
        is_other_form = name.startswith(run) or run.startswith(name)
        if not is_other_form:
            others.append(name)
    cutoff = 100 * MIN_LIKENESS
    found = process.extractOne(run, others, scorer=fuzz.ratio, score_cutoff=cutoff)
    return found[0] if found else ""
