"""Pagefind: index a finished site, any engine's, for the search of its words."""

import gzip
import json
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from generator.io.files import write_bytes

FOLDER = "pagefind"
KINDS = "kinds.json"
"""The pages of each kind, by Pagefind's ids. Its own filters would say so too, but their order
changes from run to run, and with it the names of its files."""
_NOISE = (
    "h1, .headerlink, sup.cite, .references, .infobox, .contents, .history, .places, .timeline, "
    ".who, .sure, .edit, figure, [data-search-exclude]"
)
"""What stands on a page and says nothing of its own: other pages' words, numbers, drawings."""
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Interfaces that Pagefind brings along, and ours does without."""
_MAGIC = b"pagefind_dcd"
"""With this begins what Pagefind has compressed."""


def index_site(site: Path) -> str:
    """Index the pages of a site, below ``pagefind/``; say what went wrong, or nothing.

    The last index stays until the next is whole.
    """
    index, beside = site / FOLDER, site / f".{FOLDER}.next"
    shutil.rmtree(beside, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(site.resolve())]
    command += [
        "--output-subdir",
        beside.name,
        "--exclude-selectors",
        _NOISE,
        "--quiet",
    ]
    ran = subprocess.run(  # noqa: S603 - our own interpreter and arguments
        command, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        return f"The search cannot be indexed: {(ran.stderr or ran.stdout).strip()}"
    for pattern in _UNUSED:
        for path in beside.glob(pattern):
            path.unlink()
    write_bytes(
        beside / KINDS, json.dumps(_kinds(beside), separators=(",", ":")).encode()
    )
    shutil.rmtree(index, ignore_errors=True)
    beside.replace(index)
    return ""


def _kinds(index: Path) -> dict[str, list[str]]:
    """Return the ids of the pages of each kind."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(index.glob("fragment/*.pf_fragment")):
        page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_MAGIC))
        found[page["meta"].get("kind", "page")].append(path.stem)
    return dict(sorted(found.items()))
