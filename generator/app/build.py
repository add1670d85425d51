"""The whole pipeline: examine the project, write its pages."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.app.examine import Report, Tell, examine, silent
from generator.app.site_files import site_files
from generator.io.files import public, write_pages


def build(
    root: Path, docs_dir: Path, tell: Tell = silent, as_of: date | None = None
) -> Report:
    """Write the pages as of a day, or today; on any error, leave the last good ones in place."""
    with _uncollected():
        examined = examine(root, tell, as_of)
        if not examined.report.ok:
            return examined.report
        tell("Rendering")
        with public():
            files = site_files(root, examined.site, docs_dir)
            written = write_pages(files, docs_dir)
    return replace(examined.report, written=written)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Turn off the garbage collector: a build makes almost no garbage before its end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
