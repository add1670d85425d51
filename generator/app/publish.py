"""Publish: build the next site beside the last one, which is replaced only if it has no faults."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.app.folders import DOCS_DIR, SITE
from generator.artifacts import OutputFile
from generator.built.audit import audit
from generator.built.portable import KNOWLEDGE, portable
from generator.diagnostics import Diagnostic, Severity, worst
from generator.io.files import public, read_bytes, write_bytes, write_pages
from generator.io.memo import Memo
from generator.io.mkdocs import build_site as run_mkdocs
from generator.io.mkdocs import environment
from generator.io.pagefind import index_site
from generator.io.site_folder import (
    NotOursError,
    is_replaceable,
    mark_site,
    read_site,
    replace_site,
    restore_site,
    zipped,
)
from generator.publishing.site import UnpublishableError, build_site
from generator.publishing.site_audit import audit_folder

NEXT = Path("site.next")
PORTABLE = Path("theme/portable")
"""Files that only a portable copy has."""
NO_MEMO = Memo(None)
_KEPT = "The last site is unchanged."


@dataclass(frozen=True, slots=True)
class PublishResult:
    """Whether a site was published, and the messages for its writer."""

    ok: bool
    message: str


@public()
def publish(
    root: Path, memo: Memo = NO_MEMO, workers: int | None = None
) -> PublishResult:
    """Build the site from docs_dir and replace the last one; on any fault, keep the last one."""
    site, beside = root / SITE, root / NEXT
    restore_site(site)
    for folder in (site, beside):
        if folder.exists() and not is_replaceable(folder):
            return _refused(_not_ours(folder))
    shutil.rmtree(beside, ignore_errors=True)
    mark_site(beside)  # if this build is stopped, the next one may delete what it left
    try:
        built = _build_and_audit(root, beside, memo, workers)
    except BaseException:  # such as a signal: MkDocs is stopped by now
        shutil.rmtree(beside, ignore_errors=True)
        raise
    if not built.ok:
        shutil.rmtree(beside, ignore_errors=True)
        return built
    try:
        replace_site(beside, site)
    except NotOursError as error:
        return _refused(_not_ours(Path(str(error))))
    return _accepted(f"{built.message}The site is {site / 'index.html'}")


def _build_and_audit(
    root: Path, beside: Path, memo: Memo, workers: int | None
) -> PublishResult:
    """Build a site in a folder; return whether it may be published, and any warnings.

    MkDocs itself builds it where mkdocs.yml names plugins or hooks that may do anything to a page.
    """
    with environment(root):
        try:
            summaries = build_site(root, root / DOCS_DIR, beside, memo, workers)
        except UnpublishableError as error:
            return _refused(f"{error}\n{_KEPT}")
    if summaries is None:
        return _build_with_mkdocs(root, beside)
    fault = index_site(beside)
    if fault:
        return _refused(f"{fault}\n{_KEPT}")
    return _audited(audit_folder(beside, known=summaries, workers=workers))


def _build_with_mkdocs(root: Path, beside: Path) -> PublishResult:
    ran = run_mkdocs(root, beside)
    if ran.returncode:
        return _refused(f"{ran.stderr}\n{_KEPT}")
    return _audited(audit_folder(beside))


def _audited(found: list[Diagnostic]) -> PublishResult:
    if worst(found) is Severity.ERROR:
        return _refused(f"{_lines(found)}{_KEPT}")
    return _accepted(_lines(found))


@public()
def copy_portable(root: Path, site: Path, to: Path) -> PublishResult:
    """Copy a built site so that it opens from a folder, or from a .zip file's folder."""
    files = read_site(site)
    if KNOWLEDGE not in files:
        return _refused(f"{site} is not a built site; it lacks {KNOWLEDGE}")
    own = {page.path: page.content for page in read_bytes(root / PORTABLE)}
    copy = portable(files, own)
    found = audit(copy, is_served=False)
    warnings = _lines(found)
    if worst(found) is Severity.ERROR:
        return _refused(f"{warnings}Nothing was written.")
    if to.suffix == ".zip":
        write_bytes(to, zipped(copy, to.stem))
        return _accepted(f"{warnings}The copy is {to}")
    if to.exists() and not is_replaceable(to):
        return _refused(_not_ours(to))
    _write_site(copy, to)
    return _accepted(f"{warnings}The copy is {to / 'index.html'}")


def _write_site(files: dict[str, bytes], to: Path) -> None:
    """Write a site beside its place, then put it there."""
    beside = to.with_name(f"{to.name}.next")
    shutil.rmtree(beside, ignore_errors=True)
    pages = [OutputFile(path, content) for path, content in files.items()]
    write_pages(pages, beside)
    mark_site(beside)
    replace_site(beside, to)


def _accepted(message: str) -> PublishResult:
    return PublishResult(ok=True, message=message)


def _refused(message: str) -> PublishResult:
    return PublishResult(ok=False, message=message)


def _lines(found: Iterable[Diagnostic]) -> str:
    lines = [f"{fault}\n" for fault in found]
    return "".join(lines)


def _not_ours(folder: Path) -> str:
    return f"{folder} was not built by explainers, so it is not replaced. Move it away."
