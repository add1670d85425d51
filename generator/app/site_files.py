"""From a site to the files of docs_dir: pages, exports, cards, and the theme's own files."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import jinja2

from generator.app.folders import ASSETS, DOCS_DIR, TEMPLATES
from generator.artifacts import OutputFile
from generator.cards.content import cards
from generator.cards.layout import Card
from generator.exports.addresses import ADDRESSES, ROBOTS, addresses, robots
from generator.exports.downloads import downloads
from generator.exports.feeds import feeds
from generator.exports.knowledge import knowledge
from generator.exports.name_index import name_files
from generator.exports.redirects import redirect_pages
from generator.facts.site import Site
from generator.io.drawing import pictures, read_look
from generator.io.files import read_bytes
from generator.io.progress import each
from generator.io.workers import in_workers
from generator.pages.render import Pages, lists
from generator.pages.templates import environment

SCRIPTS = "theme/scripts"
SCRIPT = "assets/explainers.js"
"""All scripts are joined into this file, since each file costs readers a request."""


def site_files(
    root: Path, site: Site, docs_dir: Path = DOCS_DIR, workers: int | None = None
) -> list[OutputFile]:
    """Render every file of docs_dir; nothing is written."""
    shown = _cards(root, site)
    loader = jinja2.FileSystemLoader(root / TEMPLATES)
    pages = Pages(site, environment(loader), shown)
    page_paths = pages.paths
    rendered = in_workers(pages.page, page_paths, workers)
    exports: list[OutputFile] = []
    for path, text in _exports(site, page_paths):
        exports.append(OutputFile(path, text.encode()))
    return [
        *each("Rendering pages", rendered, len(page_paths)),
        *exports,
        *pictures(root, docs_dir, shown.values()),
        *read_bytes(root / ASSETS),
        _script(root),
    ]


def _cards(root: Path, site: Site) -> Mapping[str, Card]:
    """Return the cards of a site, by page; none if its settings do not ask for them."""
    if not site.settings.cards:
        return {}
    look = read_look(root, site.settings.site.name)
    return cards(site, look)


def _exports(site: Site, page_paths: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each file that is not a page."""
    yield from downloads(site)
    yield from knowledge(site)
    yield from feeds(site)
    yield from redirect_pages(site)
    yield ADDRESSES, addresses(site, page_paths)
    yield ROBOTS, robots(site)
    if site.settings.search == "pagefind":
        yield from name_files(site, lists(site))


def _script(root: Path) -> OutputFile:
    scripts = [file.content for file in read_bytes(root / SCRIPTS)]
    content = b"\n".join(scripts)
    return OutputFile(SCRIPT, content)
