"""Every event of MkDocs makes one call to the generator."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath

import jinja2
from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

ROOT = Path(__file__).parents[2]
# MkDocs puts this folder first on sys.path, not the project's.
sys.path.insert(1, str(ROOT))

from generator.app.build import build  # noqa: E402 - only found after the line above
from generator.diagnostics import Severity, capped  # noqa: E402
from generator.io.pagefind import FOLDER, index_site  # noqa: E402
from generator.io.site_folder import mark_site  # noqa: E402
from generator.pages.templates import template_fault  # noqa: E402
from generator.publishing.page_html import PageHtml, page_html  # noqa: E402
from generator.publishing.plugins import without_search_index  # noqa: E402

log = logging.getLogger("mkdocs.explainers")
_KEPT_INDEX = f".{FOLDER}"
"""The last index is kept here while MkDocs empties a preview's site, except for hidden files."""
_CONTENT_FOLDERS = ("content", "seeds", "theme")


@dataclass(slots=True)
class _Preview:
    """The state of a preview between events."""

    is_serving: bool = False
    has_built: bool = False
    indexing: list[subprocess.Popen[bytes]] = field(default_factory=list)


_preview = _Preview()
_rendered: dict[str, PageHtml] = {}
"""The pages that MkDocs has not yet asked for, by their paths."""


def on_startup(command: str, dirty: bool) -> None:  # noqa: FBT001 - MkDocs's signature
    """Remember whether readers are being served while writers edit."""
    del dirty
    _preview.is_serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Leave out the theme's search index, which takes longer than the pages, where ours answers."""
    if config.extra.get("search", FOLDER) == FOLDER:
        without_search_index(config.plugins)


def on_pre_build(config: MkDocsConfig) -> None:
    """Generate the pages; after a bad edit, a preview shows the last good ones and the problems.

    Raises:
        PluginError: If there is an error in the content and no good page to show yet.
    """
    index = Path(config.site_dir, FOLDER)
    if _preview.is_serving and index.is_dir():
        _stop_indexing()
        index.replace(index.with_name(_KEPT_INDEX))
    if os.environ.get("EXPLAINERS_GENERATED"):
        return
    root = Path(config.config_file_path).parent
    try:
        report = build(root, Path(config.docs_dir))
    except jinja2.TemplateError as error:
        _keep_serving(config, [template_fault(error)])
        return
    for found in capped(report.diagnostics):
        if found.severity is not Severity.ERROR:
            log.warning("%s", found)
    if report.ok:
        _preview.has_built = True
        return
    problems = [str(found) for found in capped(report.diagnostics)]
    _keep_serving(config, problems)


def _keep_serving(config: MkDocsConfig, problems: list[str]) -> None:
    """Show the last good pages with the problems, or stop if there are none.

    Raises:
        PluginError: If no page was good yet.
    """
    has_pages = _preview.is_serving and _preview.has_built
    if not has_pages:
        msg = "There are errors; nothing was written.\n" + "\n".join(problems)
        raise PluginError(msg)
    for problem in problems:
        log.error("%s", problem)
    log.error("The pages shown are the last good ones.")
    config.extra["problems"] = problems


def on_page_markdown(
    markdown: str, *, page: Page, config: MkDocsConfig, files: Files
) -> str:
    """Render a page with our own reader, so that MkDocs has nothing to render."""
    del config

    folder = dirname(page.file.src_uri)

    def url_of(path: str) -> str:
        file = files.get_file_from_path(normpath(join(folder, path)))
        if file is not None:
            return file.url_relative_to(page.file)
        if path.endswith(".md"):
            msg = "%s contains a link to %s, which is no page."
            log.warning(msg, page.file.src_uri, path)
        return path

    _rendered[page.file.src_uri] = page_html(markdown, url_of)
    return ""


def on_page_content(
    html: str, *, page: Page, config: MkDocsConfig, files: Files
) -> str:
    """Give MkDocs the page that was rendered, and its table of contents."""
    del html, config, files
    rendered = _rendered.pop(page.file.src_uri)
    page.toc = get_toc(nest_toc_tokens(rendered.headings))
    return rendered.html


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., object]
) -> LiveReloadServer:
    """Watch the files that writers edit, not the pages generated from them."""
    del builder
    server.unwatch(config.docs_dir)
    root = Path(config.config_file_path).parent
    for folder in _CONTENT_FOLDERS:
        server.watch(str(root / folder))
    return server


def on_post_build(config: MkDocsConfig) -> None:
    """Mark the site as replaceable, and index it for the search.

    Raises:
        PluginError: If the search cannot be indexed.
    """
    site = Path(config.site_dir)
    mark_site(site)
    if config.extra.get("search", FOLDER) != FOLDER:
        return
    if _preview.is_serving:
        _start_indexing(site)
        return
    problem = index_site(site)
    if problem:
        raise PluginError(problem)


def _start_indexing(site: Path) -> None:
    """Index a preview while it is served; until that is done, the search lags one edit behind."""
    kept = site / _KEPT_INDEX
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
    process = subprocess.Popen(command)  # noqa: S603 - our own interpreter and arguments
    _preview.indexing.append(process)


def _stop_indexing() -> None:
    """End the indexing of a site that is about to change."""
    while _preview.indexing:
        process = _preview.indexing.pop()
        process.kill()
        process.wait()


def on_shutdown() -> None:
    """Stop the indexing when the preview ends."""
    _stop_indexing()
