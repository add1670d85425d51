"""What we know of Pagefind's files that Pagefind does not document.

A result of its search carries an id, which is the stem of its fragment's file; a fragment is
gzipped JSON behind a magic word, and has the page's metadata. We need the kind of each result
without fetching its fragment. Pagefind's documented filters would provide it, but each run writes
them in another order, and so under other names: a second build would differ from the first.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError

_FRAGMENTS = "fragment/*.pf_fragment"
_MAGIC = b"pagefind_dcd"


class UnknownFormatError(Exception):
    """Pagefind's files are not in the format we know; the installed version may be too new."""


class _Fragment(BaseModel):
    meta: dict[str, str]
    """What ``data-pagefind-meta`` says of the page."""


def page_metadata(index: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the id and metadata of each page of an index, in the order of ids.

    Raises:
        UnknownFormatError: If the index is not in the format we know.
    """
    paths = sorted(index.glob(_FRAGMENTS))
    if not paths:
        msg = f"no {_FRAGMENTS}"
        raise UnknownFormatError(msg)
    for path in paths:
        fragment = _read_fragment(path)
        yield path.stem, fragment.meta


def _read_fragment(path: Path) -> _Fragment:
    packed = path.read_bytes()
    try:
        content = gzip.decompress(packed)
    except (OSError, EOFError) as error:
        raise UnknownFormatError(path.name) from error
    if not content.startswith(_MAGIC):
        raise UnknownFormatError(path.name)
    text = content.removeprefix(_MAGIC)
    try:
        return _Fragment.model_validate_json(text)
    except ValidationError as error:
        raise UnknownFormatError(path.name) from error
