"""Audit a site in a folder, one page in memory at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.built.audit import audit_summaries
from generator.built.summary import PageSummary, summarize
from generator.diagnostics import Diagnostic
from generator.io.progress import begin, each
from generator.io.site_folder import file_sizes
from generator.io.workers import in_workers

NO_SUMMARIES: Mapping[str, PageSummary] = {}


def audit_folder(
    folder: Path,
    base: str = "",
    known: Mapping[str, PageSummary] = NO_SUMMARIES,
    workers: int | None = None,
    *,
    is_served: bool = True,
) -> list[Diagnostic]:
    """Return every fault of a site in a folder.

    Args:
        folder: The site.
        base: The path it is published below; else that of its canonical addresses.
        known: The summaries of pages that need not be read again, by their paths.
        workers: How many processes read the other pages.
        is_served: Whether a server answers for folders.
    """
    site = _Folder(folder)
    sizes = file_sizes(folder)
    unknown = [path for path in sizes if path.endswith(".html") and path not in known]
    read = in_workers(site.summary, unknown, workers)
    found = dict(each("Reading pages", read, len(unknown)))
    begin("Auditing the site")
    summaries = {**known, **found}
    return audit_summaries(sizes, summaries, site.read, base, is_served=is_served)


@dataclass(frozen=True, slots=True)
class _Folder:
    path: Path

    def read(self, name: str) -> bytes:
        return (self.path / name).read_bytes()

    def summary(self, name: str) -> tuple[str, PageSummary]:
        text = self.read(name).decode("utf-8", "replace")
        return name, summarize(text)
