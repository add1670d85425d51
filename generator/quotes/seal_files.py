"""Files of seals.

Format ``explainers-seal-1``, a JSON object: ``sha256`` of the normalised text (its words joined by
single spaces, its paragraphs by line feeds); ``salt`` of 16 random bytes; ``n``, ``r`` and ``p``,
the cost of scrypt (RFC 7914); and for each paragraph its number of ``words`` and the hashes of its
runs of words, as ``windows``.
"""

from pydantic import BaseModel, ConfigDict

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


class _FileModel(BaseModel):
    """A JSON object of a seal's file; bytes are hexadecimal."""

    model_config = ConfigDict(
        frozen=True,
        ser_json_bytes="hex",
        val_json_bytes="hex",
    )


class _ParagraphModel(_FileModel):
    """A paragraph, as its seal is written."""

    words: int
    windows: bytes


class _SealModel(_FileModel):
    """A seal, as it is written."""

    format: str
    sha256: str
    salt: bytes
    n: int
    r: int
    p: int
    paragraphs: dict[str, _ParagraphModel]


def format_seal(seal: Seal) -> str:
    """Return the text of a seal's file."""
    paragraphs: dict[str, _ParagraphModel] = {}
    for id_, paragraph in seal.paragraphs.items():
        windows = b"".join(paragraph.windows)
        paragraphs[id_] = _ParagraphModel(words=paragraph.words, windows=windows)
    model = _SealModel(
        format=FORMAT,
        sha256=seal.digest,
        salt=seal.salt,
        n=seal.cost,
        r=BLOCK_SIZE,
        p=PARALLELISM,
        paragraphs=paragraphs,
    )
    text = model.model_dump_json(indent=1)
    return f"{text}\n"


def parse_seal(path: str, text: str) -> Seal | Diagnostic:
    """Read the text of a seal's file, or say why it is not a seal."""
    try:
        model = _SealModel.model_validate_json(text)
        seal = _seal_from(model)
    except ValueError:  # pydantic's errors are among them
        return _bad(path, "it is not a seal, or it is incomplete")
    header = (model.format, model.r, model.p)
    if header != (FORMAT, BLOCK_SIZE, PARALLELISM):
        return _bad(path, f"its format is not {FORMAT}")
    if not _is_acceptable(seal.cost):
        return _bad(
            path, f"its cost is not a power of two from {MIN_COST} to {MAX_COST}"
        )
    return seal


def _seal_from(model: _SealModel) -> Seal:
    """Return the seal that a file describes.

    Raises:
        ValueError: If the number of a paragraph's runs does not fit the number of its words.
    """
    paragraphs: dict[str, SealedParagraph] = {}
    for id_, paragraph in model.paragraphs.items():
        paragraphs[id_] = _paragraph_from(paragraph)
    return Seal(
        digest=model.sha256,
        salt=model.salt,
        cost=model.n,
        paragraphs=paragraphs,
    )


def _paragraph_from(model: _ParagraphModel) -> SealedParagraph:
    hashes = model.windows
    runs = max(0, model.words - WINDOW_WORDS + 1)
    if len(hashes) != runs * HASH_BYTES:
        msg = "the number of windows does not fit the number of words"
        raise ValueError(msg)
    starts = range(0, len(hashes), HASH_BYTES)
    windows = [hashes[start : start + HASH_BYTES] for start in starts]
    return SealedParagraph(model.words, tuple(windows))


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
