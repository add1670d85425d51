"""Publish: run MkDocs into a folder beside the site, then put the finished site in its place."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.artifacts import OutputFile
from generator.built.audit import audit
from generator.built.portable import KNOWLEDGE, portable
from generator.diagnostics import Severity, worst
from generator.io.files import public, read_bytes, write_bytes, write_pages
from generator.io.git import last_commit
from generator.io.site_folder import (
    NotOursError,
    is_replaceable,
    mark_site,
    read_site,
    replace_site,
    restore_site,
    zipped,
)

SITE = Path("site")
NEXT = Path("site.next")
PORTABLE = Path("theme/portable")
"""What only a copy that opens from a folder has."""
STRICT = ("build", "--strict")
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""Material prints a banner about another program's next version; writers need not see it."""


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a site, and what MkDocs said."""

    ok: bool
    message: str


@public()
def publish(root: Path) -> Published:
    """Build the site from docs_dir and replace the last one; if anything fails, that one stays."""
    site, beside = root / SITE, root / NEXT
    restore_site(site)
    for folder in (site, beside):
        if folder.exists() and not is_replaceable(folder):
            return Published(ok=False, message=_not_ours(folder))
    shutil.rmtree(beside, ignore_errors=True)
    mark_site(beside)  # whatever stops the build, the next one may delete what it left
    try:
        ran = mkdocs(root, *STRICT, "--site-dir", str(beside.resolve()))
    except BaseException:  # such as a signal: MkDocs is stopped by now
        shutil.rmtree(beside, ignore_errors=True)
        raise
    if ran.returncode:
        shutil.rmtree(beside, ignore_errors=True)
        return Published(
            ok=False, message=f"{ran.stderr}\nThe last site stays as it was."
        )
    found = audit(read_site(beside))
    told = "".join(f"{fault}\n" for fault in found)
    if worst(found) is Severity.ERROR:
        shutil.rmtree(beside, ignore_errors=True)
        return Published(ok=False, message=f"{told}The last site stays as it was.")
    try:
        replace_site(beside, site)
    except NotOursError as error:
        return Published(ok=False, message=_not_ours(Path(str(error))))
    return Published(ok=True, message=f"{told}The site is {site / 'index.html'}")


@public()
def copy_portable(root: Path, site: Path, to: Path) -> Published:
    """Make a copy of a built site that opens from a folder: a folder, or one as a .zip file."""
    files = read_site(site)
    if KNOWLEDGE not in files:
        return Published(
            ok=False, message=f"{site} is no built site: it has no {KNOWLEDGE}"
        )
    own = {page.path: page.content for page in read_bytes(root / PORTABLE)}
    copy = portable(files, own)
    found = audit(copy, is_served=False)
    told = "".join(f"{fault}\n" for fault in found)
    if worst(found) is Severity.ERROR:
        return Published(ok=False, message=f"{told}Nothing was written.")
    if to.suffix == ".zip":
        write_bytes(to, zipped(copy, to.stem))
        return Published(ok=True, message=f"{told}The copy is {to}")
    if to.exists() and not is_replaceable(to):
        return Published(ok=False, message=_not_ours(to))
    beside = to.with_name(f"{to.name}.next")
    shutil.rmtree(beside, ignore_errors=True)
    write_pages((OutputFile(path, content) for path, content in copy.items()), beside)
    mark_site(beside)
    replace_site(beside, to)
    return Published(ok=True, message=f"{told}The copy is {to / 'index.html'}")


def _not_ours(folder: Path) -> str:
    return (
        f"{folder} was not built by this program, so it is not replaced. Move it away."
    )


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs on pages that are generated already, and keep what it says.

    The times it writes are those of the last commit, so that who builds it later gets the same.
    """
    environment = {**os.environ, **QUIET, "EXPLAINERS_GENERATED": "1"}
    if epoch := os.environ.get("SOURCE_DATE_EPOCH") or last_commit(root):
        environment["SOURCE_DATE_EPOCH"] = epoch
    command = [sys.executable, "-m", "mkdocs", *arguments]
    # It inherits the lock: if this program is killed, nothing else is built before MkDocs ends.
    return subprocess.run(  # noqa: S603 - our own interpreter and arguments
        command,
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        close_fds=False,
    )


def serve(root: Path, address: str) -> int:
    """Run the preview until it is stopped; return its exit code."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    ran = subprocess.run(  # noqa: S603 - our own interpreter and arguments
        command, cwd=root, env={**os.environ, **QUIET}, check=False
    )
    return ran.returncode
