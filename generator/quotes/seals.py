"""Seals: they let anyone check a quotation without having the text it is from.

A seal has, for each paragraph and each run of three words that follow one another there, the first
four bytes of scrypt (RFC 7914) over that run. A quotation of three words or more is in the text if
all its runs are there, one after the other.

What it proves: eight words with one changed pass by chance at most once in 2**32, since a changed
word changes at least one run whose place is known from the others. Punctuation and the spaces
between words are not checked.

What it does not hide: whoever can check a word can guess it. If the two words before it are known,
a word from a list of 50,000 costs 25,000 hashes on average; at the default cost (about 0.08 s on
one core) 1,000 words take more than 20 days of one processor. A good guesser, such as a language
model, needs far fewer. A seal deters; it does not hide. A text that must stay secret must not have
one.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.quotes.words import Location, words

WINDOW_WORDS = 3
"""Words in a run."""
HASH_BYTES = 4
"""Bytes of each hash that are kept."""
DEFAULT_COST = 2**15
"""Scrypt's N for new seals."""
BLOCK_SIZE = 8
"""Scrypt's r."""
PARALLELISM = 1
"""Scrypt's p."""
_MAX_MEMORY = 2**27

Hasher = Callable[["Seal", str], bytes]
"""Hashes a run of words as a seal does: :func:`slow_hash`, perhaps with a cache."""


@dataclass(frozen=True, slots=True)
class SealedParagraph:
    """One paragraph of a sealed text."""

    words: int
    windows: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Seal:
    """The seal of one text."""

    digest: str
    salt: bytes
    cost: int = DEFAULT_COST
    paragraphs: Mapping[str, SealedParagraph] = field(default_factory=dict)

    @property
    def words(self) -> int:
        """How many words the text has."""
        counts = [paragraph.words for paragraph in self.paragraphs.values()]
        return sum(counts)


def slow_hash(seal: Seal, run: str) -> bytes:
    """Hash a run of words at the seal's cost."""
    return hashlib.scrypt(
        run.encode(),
        salt=seal.salt,
        n=seal.cost,
        r=BLOCK_SIZE,
        p=PARALLELISM,
        maxmem=_MAX_MEMORY,
        dklen=HASH_BYTES,
    )


def make_seal(
    paragraphs: Mapping[str, str], salt: bytes, cost: int = DEFAULT_COST
) -> Seal:
    """Seal a text."""
    split = {id_: words(text) for id_, text in paragraphs.items()}
    seal = Seal(_digest(split.values()), salt, cost)
    sealed: dict[str, SealedParagraph] = {}
    for id_, own in split.items():
        hashes = [slow_hash(seal, run) for run in _runs(own)]
        sealed[id_] = SealedParagraph(len(own), tuple(hashes))
    return replace(seal, paragraphs=sealed)


def _digest(paragraphs: Iterable[Sequence[str]]) -> str:
    lines = [" ".join(own) for own in paragraphs]
    plain = "\n".join(lines)
    digest = hashlib.sha256(plain.encode())
    return digest.hexdigest()


def _runs(own: Sequence[str]) -> Iterator[str]:
    """Yield every run of words that follow one another."""
    last = len(own) - WINDOW_WORDS
    for first in range(last + 1):
        run = own[first : first + WINDOW_WORDS]
        yield " ".join(run)


def find_sealed(
    wanted: Sequence[str], seal: Seal, hasher: Hasher
) -> tuple[list[Location], range]:
    """Return the locations of words, or else which of the words occur: the longest stretch.

    Fewer words than a run cannot be checked; both results are then empty.
    """
    hashes = [hasher(seal, run) for run in _runs(wanted)]
    locations = _longest_start(hashes, seal)
    if locations and locations[0].count == len(wanted):
        return locations, range(len(wanted))
    longest = range(0)
    for start in range(len(hashes)):
        found = _longest_start(hashes[start:], seal)
        if not found:
            continue
        stretch = range(start, start + found[0].count)
        if len(stretch) > len(longest):
            longest = stretch
    return [], longest


def _longest_start(hashes: Sequence[bytes], seal: Seal) -> list[Location]:
    """Return the locations of as many runs as follow one another there, from the first on."""
    if not hashes:
        return []
    locations = list(_first_run(hashes[0], seal))
    for index in range(1, len(hashes)):
        longer = list(_continued(locations, index, hashes[index], seal))
        if not longer:
            break
        locations = longer
    return locations


def _first_run(hashed: bytes, seal: Seal) -> Iterator[Location]:
    for id_, paragraph in seal.paragraphs.items():
        for index, window in enumerate(paragraph.windows):
            if window == hashed:
                yield Location(id_, index, WINDOW_WORDS)


def _continued(
    locations: Sequence[Location], index: int, hashed: bytes, seal: Seal
) -> Iterator[Location]:
    """Yield the locations at which the next run, the index-th of the words, follows."""
    for location in locations:
        paragraph = seal.paragraphs[location.paragraph]
        following = location.first + index
        if following >= len(paragraph.windows):
            continue
        if paragraph.windows[following] == hashed:
            yield replace(location, count=index + WINDOW_WORDS)
