"""Seals: what lets everyone check a quotation without holding the text it is from.

Format ``explainers-seal-1``, a JSON object: ``sha256`` of the normalised text (its words joined by
single spaces, its paragraphs by line feeds); ``salt`` of 16 random bytes; ``n``, ``r`` and ``p``,
the cost of scrypt (RFC 7914); and for each paragraph its number of ``words`` and, for every run of
three words that follow one another, the first four bytes of scrypt over that run. A quotation of
three words or more is in the text if all its runs stand there one behind the other.

What it proves: eight words with one changed pass by chance at most once in 2**32, since a changed
word changes at least one run whose place is known from the others. Punctuation and the spaces
between words are not checked.

What it does not hide: whoever can check a word can guess it. With the two words before known, and a
list of 50,000 words, the next costs 25,000 hashes on average; at the default cost (about 0.08 s on
one core) 1,000 words take more than 20 days of one processor. Who guesses well, by a language model
say, needs far fewer. A seal deters; it does not hide. A text that must stay secret must have none.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Origin
from generator.quotes.words import Place, words

FORMAT = "explainers-seal-1"
WINDOW = 3
"""Words in a run."""
BYTES = 4
"""So much of each hash is kept."""
COST = 2**15
"""Scrypt's N for new seals."""
COSTS = (2**10, 2**16)
"""Least and greatest N that is accepted: a seal may not keep a build busy for long."""
BLOCK, LANES = 8, 1
"""Scrypt's r and p."""
_MEMORY = 2**27

Hasher = Callable[["Seal", str], bytes]
"""What hashes a run of words as a seal does: :func:`slow_hash`, or that with a memory."""


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
    cost: int = COST
    paragraphs: Mapping[str, SealedParagraph] = field(default_factory=dict)

    @property
    def words(self) -> int:
        """How many words the text has."""
        return sum(paragraph.words for paragraph in self.paragraphs.values())


def slow_hash(seal: Seal, run: str) -> bytes:
    """Hash a run of words at the seal's cost."""
    return hashlib.scrypt(
        run.encode(),
        salt=seal.salt,
        n=seal.cost,
        r=BLOCK,
        p=LANES,
        maxmem=_MEMORY,
        dklen=BYTES,
    )


def make_seal(paragraphs: Mapping[str, str], salt: bytes, cost: int = COST) -> Seal:
    """Seal a text."""
    split = {id_: words(text) for id_, text in paragraphs.items()}
    plain = "\n".join(" ".join(own) for own in split.values())
    seal = Seal(hashlib.sha256(plain.encode()).hexdigest(), salt, cost)
    sealed = {
        id_: SealedParagraph(
            len(own), tuple(slow_hash(seal, run) for run in _runs(own))
        )
        for id_, own in split.items()
    }
    return Seal(seal.digest, salt, cost, sealed)


def _runs(own: Sequence[str]) -> Iterator[str]:
    for at in range(len(own) - WINDOW + 1):
        yield " ".join(own[at : at + WINDOW])


def find_sealed(
    wanted: Sequence[str], seal: Seal, hasher: Hasher
) -> tuple[list[Place], range]:
    """Return the places at which words stand, else which of them do: the longest stretch.

    Fewer words than a run cannot be checked: there is no place then, and no word.
    """
    hashes = [hasher(seal, run) for run in _runs(wanted)]
    places = _run_of(hashes, seal)
    if places and places[0].count == len(wanted):
        return places, range(len(wanted))
    best = range(0)
    for start in range(len(hashes)):
        if found := _run_of(hashes[start:], seal):
            best = max(best, range(start, start + found[0].count), key=len)
    return [], best


def _run_of(hashes: Sequence[bytes], seal: Seal) -> list[Place]:
    """Return where the runs stand one behind the other: as many of them, from the first, as do."""
    places: list[Place] = []
    for number, hashed in enumerate(hashes):
        further = list(_continued(places, number, hashed, seal))
        if not further:
            break
        places = further
    return places


def _continued(
    places: Sequence[Place], number: int, hashed: bytes, seal: Seal
) -> Iterator[Place]:
    """Yield where the words so far go on with a run."""
    if number == 0:
        for id_, paragraph in seal.paragraphs.items():
            for at, window in enumerate(paragraph.windows):
                if window == hashed:
                    yield Place(id_, at, WINDOW)
        return
    for place in places:
        windows = seal.paragraphs[place.paragraph].windows
        at = place.first + number
        if at < len(windows) and windows[at] == hashed:
            yield Place(place.paragraph, place.first, number + WINDOW)


def format_seal(seal: Seal) -> str:
    """Return the text of a seal's file."""
    data = {
        "format": FORMAT,
        "sha256": seal.digest,
        "salt": seal.salt.hex(),
        "n": seal.cost,
        "r": BLOCK,
        "p": LANES,
        "paragraphs": {
            id_: {"words": item.words, "windows": b"".join(item.windows).hex()}
            for id_, item in seal.paragraphs.items()
        },
    }
    return json.dumps(data, indent=1) + "\n"


def parse_seal(path: str, text: str) -> Seal | Diagnostic:
    """Read the text of a seal's file, or say that it is none."""
    try:
        data = json.loads(text)
        paragraphs = {
            str(id_): _paragraph(int(item["words"]), bytes.fromhex(item["windows"]))
            for id_, item in data["paragraphs"].items()
        }
        seal = Seal(
            str(data["sha256"]), bytes.fromhex(data["salt"]), int(data["n"]), paragraphs
        )
        header = (data["format"], data["r"], data["p"])
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ):
        return _bad(path, "it is no seal, or only a part of one")
    if header != (FORMAT, BLOCK, LANES):
        return _bad(path, f"its format is not {FORMAT}")
    if not COSTS[0] <= seal.cost <= COSTS[1] or seal.cost & (seal.cost - 1):
        return _bad(path, f"its cost is no power of two from {COSTS[0]} to {COSTS[1]}")
    return seal


def stray_seal(path: str) -> Diagnostic:
    """Report a seal that no source has."""
    message = "no source has this seal"
    hint = "Give it the name of the source's file, with .seal for .md, or delete it."
    return Diagnostic(Origin(path), "bad-seal", message, hint)


def _paragraph(count: int, windows: bytes) -> SealedParagraph:
    """Return one paragraph.

    Raises:
        ValueError: If it has not as many runs as its words make.
    """
    if len(windows) != BYTES * max(0, count - WINDOW + 1):
        msg = "the number of windows does not fit the number of words"
        raise ValueError(msg)
    pieces = (windows[at : at + BYTES] for at in range(0, len(windows), BYTES))
    return SealedParagraph(count, tuple(pieces))


def _bad(path: str, why: str) -> Diagnostic:
    hint = "Make it again with 'explainers seal ARTICLE'."
    return Diagnostic(Origin(path), "bad-seal", f"the seal cannot be read: {why}", hint)
