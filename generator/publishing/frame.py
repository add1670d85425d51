"""What MkDocs and the theme put around the body of a page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import overload

import jinja2
from markdown.extensions.toc import nest_toc_tokens
from mkdocs.commands.build import get_context
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, file_sort_key, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.meta import get_data

from generator.io.pagefind import FOLDER as PAGEFIND
from generator.publishing.page_html import page_html
from generator.publishing.plugins import change_no_page

SETTINGS = "mkdocs.yml"
PAGE_TEMPLATE = "main.html"
Read = Callable[[str], str]
"""Returns the text of a generated page, given its path in docs_dir."""


@dataclass(frozen=True, slots=True)
class FramedPage:
    """A finished page."""

    html: str
    meta: Mapping[str, object]
    """Its front matter."""
    targets: Mapping[str, bool]
    """Each path that it was asked to link to, and whether there is a file."""
    dead: tuple[str, ...] = ()
    """The links to pages that do not exist, as they are written."""
    depends_on_all: bool = False
    """Whether its template looked at the list of all pages."""


@dataclass(frozen=True, slots=True)
class Frame:
    """MkDocs's objects for one site: its configuration, files, navigation and templates.

    A page is framed as ``mkdocs build`` does it. One page at a time: MkDocs keeps the page that is
    shown in these objects.
    """

    config: MkDocsConfig
    files: Files
    documents: Sequence[File]
    """The files that become pages, in MkDocs's order."""
    nav: Navigation
    env: jinja2.Environment

    @property
    def is_ours(self) -> bool:
        """Whether only what is here makes a page: no foreign plugin or hook may change it."""
        has_own_search = self.config.extra.get("search", PAGEFIND) == PAGEFIND
        return has_own_search and change_no_page(self.config.plugins.values())

    def page(self, path: str, text: str) -> FramedPage:
        """Return a page as it is published.

        Args:
            path: Its path in docs_dir.
            text: The generated page with its front matter.
        """
        file = self.files.src_uris[path]
        page = file.page or Page(None, file, self.config)
        markdown, page.meta = get_data(text)
        links = _Links(file, self.files.src_uris)
        body = page_html(markdown, links.url_of)
        page.markdown = ""  # as the hook leaves it
        page.content = body.html
        page.toc = get_toc(nest_toc_tokens(body.headings))
        pages = _Watched(self.documents)
        html = self._framed(page, pages)
        return FramedPage(
            html, page.meta, links.targets, tuple(links.dead), pages.was_read
        )

    def _framed(self, page: Page, pages: Sequence[File]) -> str:
        page.active = True
        try:
            context = get_context(self.nav, pages, self.config, page)
            name = page.meta.get("template", PAGE_TEMPLATE)
            template = self.env.get_template(name)
            return template.render(context)
        finally:
            page.active = False
            page.content = None  # it is large, and the page object stays
            page.toc = get_toc([])


@dataclass(frozen=True, slots=True)
class _Links:
    """The links of a page, recorded as they are turned into addresses."""

    page: File
    by_path: Mapping[str, File]
    targets: dict[str, bool] = field(default_factory=dict)
    dead: list[str] = field(default_factory=list)

    def url_of(self, path: str) -> str:
        """Return the address of a file, given its path from the page's own."""
        place = normpath(join(dirname(self.page.src_uri), path))
        target = self.by_path.get(place)
        self.targets[place] = target is not None
        if target is not None:
            return target.url_relative_to(self.page)
        if path.endswith(".md"):
            self.dead.append(path)
        return path


class _Watched(Sequence[File]):
    """The list of all pages, which knows whether a template looked at it."""

    def __init__(self, files: Sequence[File]) -> None:
        """Watch a list."""
        self._files = files
        self.was_read = False

    def __len__(self) -> int:
        """Return the number of pages."""
        self.was_read = True
        return len(self._files)

    @overload
    def __getitem__(self, index: int) -> File: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[File]: ...

    def __getitem__(self, index: int | slice) -> File | Sequence[File]:
        """Return one page, or some."""
        self.was_read = True
        return self._files[index]


def open_frame(root: Path, site_dir: Path, paths: Iterable[str], read: Read) -> Frame:
    """Return the frame of a project's pages.

    MkDocs logs what is wrong with the configuration and the navigation.

    Args:
        root: The project.
        site_dir: The folder that the site is written to.
        paths: The path of every generated file, in docs_dir.
        read: Reads a page that is in the navigation, whose title others show.

    Raises:
        mkdocs.exceptions.Abort: If MkDocs refuses the configuration.
    """
    config = load_config(
        str(root / SETTINGS), strict=True, site_dir=str(site_dir.resolve())
    )
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    files = _files(config, paths)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    for page in nav.pages:
        page.markdown = ""
        _, page.meta = get_data(read(page.file.src_uri))
    documents = files.documentation_pages()
    return Frame(config, files, documents, nav, env)


def _files(config: MkDocsConfig, paths: Iterable[str]) -> Files:
    """Return files as if MkDocs had found them in docs_dir."""
    files: list[File] = []
    for path in paths:
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        files.append(file)
    return Files(sorted(files, key=file_sort_key))
