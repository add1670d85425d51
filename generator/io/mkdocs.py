"""MkDocs as a program: one build, or the preview."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.io.git import last_commit
from generator.io.progress import begin

_MKDOCS = (sys.executable, "-m", "mkdocs")
_QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""Material prints a banner about another program's next version; writers need not see it."""
_GENERATED = {"EXPLAINERS_GENERATED": "1"}
"""Tells our hook that the pages are already generated."""


def build_site(root: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Run MkDocs strictly on generated pages, and keep its messages."""
    begin("Running MkDocs")
    folder = str(site.resolve())
    # It inherits the lock: if this program is killed, nothing else is built before MkDocs ends.
    return subprocess.run(  # noqa: S603 - our own interpreter and arguments
        [*_MKDOCS, "build", "--strict", "--site-dir", folder],
        cwd=root,
        env={**os.environ, **_variables(root)},
        capture_output=True,
        text=True,
        check=False,
        close_fds=False,
    )


@contextmanager
def environment(root: Path) -> Iterator[None]:
    """Set the variables that MkDocs reads, while it is used within this process."""
    before = os.environ.copy()
    os.environ.update(_variables(root))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _variables(root: Path) -> Mapping[str, str]:
    """Return the variables of a build of generated pages.

    Its timestamps are those of the last commit, so that a later build writes the same bytes.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or last_commit(root)
    timestamp = {"SOURCE_DATE_EPOCH": epoch} if epoch else {}
    return {**_QUIET, **_GENERATED, **timestamp}


def serve(root: Path, address: str) -> int:
    """Run the preview until it is stopped; return its exit code."""
    ran = subprocess.run(  # noqa: S603 - our own interpreter and arguments
        [*_MKDOCS, "serve", "--dev-addr", address],
        cwd=root,
        env={**os.environ, **_QUIET},
        check=False,
    )
    return ran.returncode
