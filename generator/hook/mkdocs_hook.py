"""MkDocs's events in, one call each; the generator itself knows nothing of MkDocs."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

ROOT = Path(__file__).parents[2]
# MkDocs puts this folder first on sys.path, not the project's.
sys.path.insert(1, str(ROOT))

from generator.app.build import build  # noqa: E402 - only found after the line above
from generator.diagnostics import Severity, capped  # noqa: E402
from generator.io.pagefind import FOLDER, index_site  # noqa: E402
from generator.io.site_folder import mark_site  # noqa: E402
from generator.pages.templates import template_fault  # noqa: E402

log = logging.getLogger("mkdocs.explainers")
_state = {"is_serving": False, "has_built": False}
_KEPT = f".{FOLDER}"
"""Where the last index waits while MkDocs empties a preview's site: it leaves hidden files."""
_indexing: list[subprocess.Popen[bytes]] = []


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 - MkDocs's signature
    """Remember whether readers are being served while writers edit."""
    del dirty
    _state["is_serving"] = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Generate the pages; a bad edit while serving leaves the last good ones, and says so on them.

    Raises:
        PluginError: If there is an error in the content and no good page to show yet.
    """
    if _state["is_serving"] and (index := Path(config.site_dir, FOLDER)).is_dir():
        _stop_indexing()
        index.replace(index.with_name(_KEPT))
    if os.environ.get("EXPLAINERS_GENERATED"):
        return
    try:
        report = build(Path(config.config_file_path).parent, Path(config.docs_dir))
    except jinja2.TemplateError as error:
        _keep_serving(config, [template_fault(error)])
        return
    for found in capped(report.diagnostics):
        if found.severity is not Severity.ERROR:
            log.warning("%s", found)
    if report.ok:
        _state["has_built"] = True
        return
    _keep_serving(config, [str(found) for found in capped(report.diagnostics)])


def _keep_serving(config: MkDocsConfig, problems: list[str]) -> None:
    """Show the last good pages with what is wrong, or stop where there are none.

    Raises:
        PluginError: If no page was good yet.
    """
    if not (_state["is_serving"] and _state["has_built"]):
        msg = "There are errors; nothing was written.\n" + "\n".join(problems)
        raise PluginError(msg)
    for problem in problems:
        log.error("%s", problem)
    log.error("The pages shown are the last good ones.")
    config.extra["problems"] = problems


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]
) -> LiveReloadServer:
    """Watch what writers edit, not the pages that are generated from it."""
    del builder
    server.unwatch(config.docs_dir)
    for folder in ("content", "seeds", "theme"):
        server.watch(str(Path(config.config_file_path).parent / folder))
    return server


def on_post_build(config: MkDocsConfig) -> None:
    """Mark the site as one that may be replaced, and index it for the search.

    Raises:
        PluginError: If the search cannot be indexed.
    """
    site = Path(config.site_dir)
    mark_site(site)
    if config.extra.get("search", FOLDER) != FOLDER:
        return
    if _state["is_serving"]:
        _index_beside(site)
    elif problem := index_site(site):
        raise PluginError(problem)


def _index_beside(site: Path) -> None:
    """Index a preview while it is served: until that is done, the search is an edit old."""
    kept = site / _KEPT
    if kept.is_dir():
        kept.replace(site / FOLDER)
    command = [
        sys.executable,
        "-m",
        "generator",
        "--root",
        str(ROOT),
        "index",
        str(site),
    ]
    _indexing.append(subprocess.Popen(command))  # noqa: S603 - our own interpreter and arguments


def _stop_indexing() -> None:
    """End the indexing of a site that is about to change."""
    while _indexing:
        process = _indexing.pop()
        process.kill()
        process.wait()


def on_shutdown() -> None:
    """Leave nothing running behind a preview."""
    _stop_indexing()
