"""The whole pipeline: examine the project, write its pages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.app.examine import Report, examine, uncollected
from generator.app.site_files import site_files
from generator.io.files import public, write_pages


@uncollected()
def build(root: Path, docs_dir: Path, as_of: date | None = None) -> Report:
    """Write the pages as of a day, or today; on any error, leave the last good ones in place."""
    examined = examine(root, as_of)
    if not examined.report.ok:
        return examined.report
    with public():
        files = site_files(root, examined.site, docs_dir)
        written = write_pages(files, docs_dir)
    return replace(examined.report, written=written)
