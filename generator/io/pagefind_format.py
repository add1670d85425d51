"""What we know of Pagefind's files that Pagefind does not document.

A result of its search carries an id, which is the stem of its fragment's file; a fragment is
gzipped JSON behind a magic word, and has the page's metadata and its text. We need the kind of each
result without fetching its fragment. Pagefind's documented filters would provide it, but each run
writes them in another order, and so under other names: a second build would differ from the first.
And we replace texts: where one has zero-width spaces, they are what divides it into words.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

_FRAGMENTS = "fragment/*.pf_fragment"
_MAGIC = b"pagefind_dcd"


class UnknownFormatError(Exception):
    """Pagefind's files are not in the format we know; the installed version may be too new."""


class Fragment(BaseModel):
    """What Pagefind keeps of a page, to describe a result."""

    model_config = ConfigDict(extra="allow", frozen=True)

    url: str
    content: str
    meta: dict[str, str]
    """What ``data-pagefind-meta`` says of the page."""


def read_fragments(index: Path) -> Iterator[tuple[str, Fragment]]:
    """Yield the id of each page of an index and what describes it, in the order of ids.

    Raises:
        UnknownFormatError: If the index is not in the format we know.
    """
    paths = sorted(index.glob(_FRAGMENTS))
    if not paths:
        msg = f"no {_FRAGMENTS}"
        raise UnknownFormatError(msg)
    for path in paths:
        yield path.stem, _read_fragment(path)


def write_fragment(index: Path, id_: str, fragment: Fragment) -> None:
    """Replace what describes a page of an index."""
    path = index / _FRAGMENTS.replace("*", id_)
    text = _MAGIC + fragment.model_dump_json().encode()
    path.write_bytes(gzip.compress(text, mtime=0))


def _read_fragment(path: Path) -> Fragment:
    packed = path.read_bytes()
    try:
        content = gzip.decompress(packed)
    except (OSError, EOFError) as error:
        raise UnknownFormatError(path.name) from error
    if not content.startswith(_MAGIC):
        raise UnknownFormatError(path.name)
    text = content.removeprefix(_MAGIC)
    try:
        return Fragment.model_validate_json(text)
    except ValidationError as error:
        raise UnknownFormatError(path.name) from error
