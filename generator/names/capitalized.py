"""Runs of capitalised words: what may be a name, and which name it is nearly."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from generator.names.boundaries import NO_NAMES, OPENERS, TITLES
from generator.names.matcher import Names
from generator.text.normal import normal

NEAR = 0.85
"""Share of letters two names must have in common to be taken for one."""
SHORTEST_NEAR = 6
"""Names of fewer letters are too often near by chance."""
_RUN = re.compile(
    r"(?<![\w'’-])[^\W\d_a-z][\w'’]*(?:-\w+)*"
    r"(?:(?: (?:of|of the|for|and the|de|del|al|bin|van|von))? [^\W\d_a-z][\w'’]*(?:-\w+)*)*"
)
"""A run of capitalised words, and the small words that hold a name together."""
_NUMERAL = re.compile(r"[IVX]+|.")
_POSSESSIVE = re.compile(r"['’]s?\Z")


def runs(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield each run of capitalised words in a stretch of text."""
    return _RUN.finditer(text, start, end)


def name_of(run: str, *, is_opening: bool) -> str:
    """Return the name in a run: without titles, and without a word that opens the sentence."""
    words = _POSSESSIVE.sub("", normal(run)).split()
    while words and (
        words[0] in TITLES or words[0] in OPENERS or not words[0][0].isupper()
    ):
        words = words[1:]
    if is_opening and len(words) == 1 and words[0].endswith("ly"):
        return ""
    return "" if all(map(_is_no_name, words)) else " ".join(words)


def _is_no_name(word: str) -> bool:
    return word in NO_NAMES or bool(_NUMERAL.fullmatch(word))


def near(runs: Iterable[str], names: Names) -> Iterator[tuple[str, str]]:
    """Yield each run that is spelt almost like a name, with that name."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for name, holders in names.holders.items():
        if len(name) >= SHORTEST_NEAR and (holders.full or holders.short):
            blocks[name[0]].append(name)
    for run in sorted(runs):
        is_known = run in names.holders or run in names.forms
        if (
            len(run) >= SHORTEST_NEAR
            and not is_known
            and (name := _nearest(run, blocks[run[0]]))
        ):
            yield run, name


def _nearest(run: str, names: Iterable[str]) -> str:
    """Return the name that shares most letters with a run, if it shares enough."""
    # another form of the word, such as Russian for Russia
    others = [
        name for name in names if not (name.startswith(run) or run.startswith(name))
    ]
    found = process.extractOne(run, others, scorer=fuzz.ratio, score_cutoff=100 * NEAR)
    return found[0] if found else ""
