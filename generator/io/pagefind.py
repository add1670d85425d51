"""Pagefind: index the words of a finished site, from any engine, for its search."""

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.built.unspaced import has_unspaced, restored, spaced_page
from generator.io.files import write_bytes
from generator.io.pagefind_format import (
    UnknownFormatError,
    read_fragments,
    write_fragment,
)
from generator.io.progress import begin

FOLDER = "pagefind"
KINDS = "kinds.json"
"""File that lists the pages of each kind, by the ids of Pagefind's results."""
_NOISE = (
    "h1, .headerlink, sup.cite, sup.note, .references, .infobox, .contents, .history, .places, "
    ".timeline, .who, .sure, .edit, figure, [data-search-exclude]"
)
"""Selectors of content that is not about the page itself: other pages' words, numbers, drawings."""
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Pagefind's own interfaces, which our search does not use."""


def index_site(site: Path) -> str:
    """Index the pages of a site, below ``pagefind/``; return what went wrong, or an empty text.

    The last index stays until the next is whole.
    """
    begin("Indexing words for the search")
    index = site / FOLDER
    beside = site / f".{FOLDER}.next"
    try:
        _write_index(site, beside)
    except _IndexingError as error:
        shutil.rmtree(beside, ignore_errors=True)
        return f"The search index cannot be built: {error}"
    shutil.rmtree(index, ignore_errors=True)
    beside.replace(index)
    return ""


class _IndexingError(Exception):
    """Why there is no index."""


def _write_index(site: Path, index: Path) -> None:
    """Write the index of a site into a folder, with a list of the pages of each kind."""
    pages = sorted(site.rglob("*.html"))
    unspaced = [page for page in pages if has_unspaced(_read(page))]
    try:
        if unspaced:
            _write_spaced(site, index, pages, unspaced)
        else:
            _run_pagefind(site, index)
        kinds = _kinds(index)
    except UnknownFormatError as error:
        msg = (
            f"Pagefind's files have an unknown form ({error}); "
            f"version {version('pagefind')} is installed"
        )
        raise _IndexingError(msg) from error
    written = json.dumps(kinds, separators=(",", ":"))
    write_bytes(index / KINDS, written.encode())


def _read(page: Path) -> str:
    return page.read_text(encoding="utf-8", errors="surrogateescape")


def _write_spaced(
    site: Path, index: Path, pages: Iterable[Path], unspaced: Iterable[Path]
) -> None:
    """Write an index for which there is a space between letters that otherwise have none.

    Readers see the texts of the pages as they are: those are indexed once more, to have their text.
    """
    with TemporaryDirectory() as folder:
        originals, spaced = Path(folder, "originals"), Path(folder, "spaced")
        for page in pages:
            _copy(page, spaced / page.relative_to(site))
        for page in unspaced:
            path = page.relative_to(site)
            _copy(page, originals / path)
            html = spaced_page(_read(page))
            (spaced / path).write_text(html, "utf-8", "surrogateescape")
        _run_pagefind(spaced, index)
        _run_pagefind(originals, originals / FOLDER)
        by_url = {page.url: page for _, page in read_fragments(originals / FOLDER)}
    for id_, fragment in list(read_fragments(index)):
        original = by_url.get(fragment.url)
        if original:
            content = restored(fragment.content, original.content)
            texts = {"content": content, "meta": original.meta}
            write_fragment(index, id_, fragment.model_copy(update=texts))


def _copy(page: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(page, path)


def _run_pagefind(site: Path, index: Path) -> None:
    """Write Pagefind's index of a site into a folder, which is emptied first."""
    shutil.rmtree(index, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(site.resolve()),
        "--output-path",
        str(index.resolve()),
        "--exclude-selectors",
        _NOISE,
        "--quiet",
    ]
    ran = subprocess.run(  # noqa: S603 - our own interpreter and arguments
        command, capture_output=True, text=True, check=False
    )
    if ran.returncode != 0:
        complaint = ran.stderr or ran.stdout
        raise _IndexingError(complaint.strip())
    for pattern in _UNUSED:
        for path in index.glob(pattern):
            path.unlink()


def _kinds(index: Path) -> Mapping[str, list[str]]:
    """Return the ids of the pages of each kind."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id_, page in read_fragments(index):
        kind = page.meta.get("kind", "page")
        found[kind].append(id_)
    return dict(sorted(found.items()))
