"""Pagefind: index the words of a finished site, from any engine, for its search."""

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

from generator.io.files import write_bytes
from generator.io.pagefind_format import UnknownFormatError, page_metadata

FOLDER = "pagefind"
KINDS = "kinds.json"
"""File that lists the pages of each kind, by the ids of Pagefind's results."""
_NOISE = (
    "h1, .headerlink, sup.cite, .references, .infobox, .contents, .history, .places, .timeline, "
    ".who, .sure, .edit, figure, [data-search-exclude]"
)
"""Selectors of content that is not about the page itself: other pages' words, numbers, drawings."""
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Pagefind's own interfaces, which our search does not use."""


def index_site(site: Path) -> str:
    """Index the pages of a site, below ``pagefind/``; return what went wrong, or an empty text.

    The last index stays until the next is whole.
    """
    index = site / FOLDER
    beside = site / f".{FOLDER}.next"
    shutil.rmtree(beside, ignore_errors=True)
    problem = _run_pagefind(site, beside.name)
    if problem:
        return f"The search index cannot be built: {problem}"
    for pattern in _UNUSED:
        for path in beside.glob(pattern):
            path.unlink()
    try:
        kinds = _kinds(beside)
    except UnknownFormatError as error:
        shutil.rmtree(beside)
        return (
            "The search index cannot be built: Pagefind's files have an unknown form "
            f"({error}); version {version('pagefind')} is installed"
        )
    written = json.dumps(kinds, separators=(",", ":"))
    write_bytes(beside / KINDS, written.encode())
    shutil.rmtree(index, ignore_errors=True)
    beside.replace(index)
    return ""


def _run_pagefind(site: Path, folder: str) -> str:
    """Write Pagefind's index of a site into a folder of it; return its error message, if any."""
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(site.resolve()),
        "--output-subdir",
        folder,
        "--exclude-selectors",
        _NOISE,
        "--quiet",
    ]
    ran = subprocess.run(  # noqa: S603 - our own interpreter and arguments
        command, capture_output=True, text=True, check=False
    )
    if ran.returncode == 0:
        return ""
    complaint = ran.stderr or ran.stdout
    return complaint.strip()


def _kinds(index: Path) -> dict[str, list[str]]:
    """Return the ids of the pages of each kind."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id_, metadata in page_metadata(index):
        kind = metadata.get("kind", "page")
        found[kind].append(id_)
    return dict(sorted(found.items()))
