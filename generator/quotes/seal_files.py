"""Files of seals.

Format ``explainers-seal-1``, a JSON object: ``sha256`` of the normalised text (its words joined by
single spaces, its paragraphs by line feeds); ``salt`` of 16 random bytes; ``n``, ``r`` and ``p``,
the cost of scrypt (RFC 7914); and for each paragraph its number of ``words`` and the hashes of its
runs of words, as ``windows``.
"""

import json
from collections.abc import Mapping
from typing import Any

from generator.diagnostics import Diagnostic, Origin
from generator.quotes.seals import (
    BLOCK_SIZE,
    HASH_BYTES,
    PARALLELISM,
    WINDOW_WORDS,
    Seal,
    SealedParagraph,
)

FORMAT = "explainers-seal-1"
MIN_COST = 2**10
MAX_COST = 2**16
"""The highest N that is accepted: a seal may not keep a build busy for long."""
_MALFORMED = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
"""What reading arbitrary JSON as a seal may raise."""

Json = Mapping[str, Any]


def format_seal(seal: Seal) -> str:
    """Return the text of a seal's file."""
    paragraphs = {
        id_: {
            "words": paragraph.words,
            "windows": b"".join(paragraph.windows).hex(),
        }
        for id_, paragraph in seal.paragraphs.items()
    }
    fields = {
        "format": FORMAT,
        "sha256": seal.digest,
        "salt": seal.salt.hex(),
        "n": seal.cost,
        "r": BLOCK_SIZE,
        "p": PARALLELISM,
        "paragraphs": paragraphs,
    }
    return json.dumps(fields, indent=1) + "\n"


def parse_seal(path: str, text: str) -> Seal | Diagnostic:
    """Read the text of a seal's file, or say why it is not a seal."""
    try:
        fields = json.loads(text)
        seal = _seal_from(fields)
        header = (fields["format"], fields["r"], fields["p"])
    except _MALFORMED:
        return _bad(path, "it is not a seal, or it is incomplete")
    if header != (FORMAT, BLOCK_SIZE, PARALLELISM):
        return _bad(path, f"its format is not {FORMAT}")
    if not _is_acceptable(seal.cost):
        return _bad(
            path, f"its cost is not a power of two from {MIN_COST} to {MAX_COST}"
        )
    return seal


def _seal_from(fields: Json) -> Seal:
    paragraphs = {
        str(id_): _paragraph_from(paragraph)
        for id_, paragraph in fields["paragraphs"].items()
    }
    return Seal(
        digest=str(fields["sha256"]),
        salt=bytes.fromhex(fields["salt"]),
        cost=int(fields["n"]),
        paragraphs=paragraphs,
    )


def _paragraph_from(fields: Json) -> SealedParagraph:
    """Return one paragraph.

    Raises:
        ValueError: If the number of its runs does not fit the number of its words.
    """
    count = int(fields["words"])
    hashes = bytes.fromhex(fields["windows"])
    runs = max(0, count - WINDOW_WORDS + 1)
    if len(hashes) != runs * HASH_BYTES:
        msg = "the number of windows does not fit the number of words"
        raise ValueError(msg)
    starts = range(0, len(hashes), HASH_BYTES)
    windows = [hashes[start : start + HASH_BYTES] for start in starts]
    return SealedParagraph(count, tuple(windows))


def _is_acceptable(cost: int) -> bool:
    is_power_of_two = cost.bit_count() == 1
    return is_power_of_two and MIN_COST <= cost <= MAX_COST


def stray_seal(path: str) -> Diagnostic:
    """Report a seal that belongs to no source."""
    message = "the seal belongs to no source"
    hint = "Name it like the source's file, with .seal instead of .md, or delete it."
    return Diagnostic(Origin(path), "bad-seal", message, hint)


def _bad(path: str, why: str) -> Diagnostic:
    hint = "Make it again with 'explainers seal ARTICLE'."
    return Diagnostic(Origin(path), "bad-seal", f"the seal cannot be read: {why}", hint)
