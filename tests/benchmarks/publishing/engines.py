"""Other generators on the same finished prose, each as its documentation begins: a bare layout.

Zensical builds the plain Material project with its own theme. Hugo, Zola and Eleventy have one
template of three lines, so that they do less than the others.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.publishing.projects import write, write_plain
from tests.benchmarks.publishing.prose import Page, finished_pages

_TITLE_AND_BODY = "<!doctype html><title>{title}</title>\n<h1>{title}</h1>\n{content}\n"
_GO = _TITLE_AND_BODY.format(title="{{ .Title }}", content="{{ .Content }}")
_TERA = _TITLE_AND_BODY.format(
    title="{{ page.title }}", content="{{ page.content | safe }}"
)
_LIQUID = _TITLE_AND_BODY.format(title="{{ title }}", content="{{ content }}")


@dataclass(frozen=True, slots=True)
class Engine:
    """A generator: its command, and the files of its project beside the pages."""

    name: str
    command: tuple[str, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    pages: str = ""
    """Folder of the pages; without one, the project is the plain Material one."""
    front_matter: str = "---\ntitle: {title}\n---\n"

    @property
    def is_installed(self) -> bool:
        """Return whether its program is found."""
        return shutil.which(self.command[0]) is not None


_ENGINES = (
    Engine("zensical", ("zensical", "build", "--clean")),
    Engine(
        "hugo",
        ("hugo", "--quiet", "--ignoreCache"),
        {
            "hugo.toml": 'baseURL = "http://127.0.0.1/"\ntitle = "Plain"\n',
            "layouts/_default/single.html": _GO,
            "layouts/_default/list.html": _GO,
        },
        pages="content",
    ),
    Engine(
        "zola",
        ("zola", "build", "--force"),
        {
            "config.toml": 'base_url = "http://127.0.0.1"\ntitle = "Plain"\n',
            "templates/page.html": _TERA,
            "templates/section.html": _TERA.replace("page.", "section."),
            "templates/index.html": _TERA.replace("page.", "section."),
        },
        pages="content",
        front_matter='+++\ntitle = "{title}"\n+++\n',
    ),
    Engine(
        "eleventy",
        ("eleventy", "--quiet", "--input=pages"),
        {
            "pages/_includes/page.html": _LIQUID,
            "pages/pages.json": '{"layout": "page.html"}',
        },
        pages="pages",
    ),
)
ENGINES = {engine.name: engine for engine in _ENGINES}


def write_for(engine: Engine, root: Path, ours: Path) -> None:
    """Write the project of an engine from the finished prose of ours."""
    if not engine.pages:
        write_plain(root, finished_pages(ours, lambda path: f"../{path}.md"))
        return
    for path, text in engine.files.items():
        write(root / path, text)
    for page in finished_pages(ours, lambda path: f"../../{path}/"):
        write(root / engine.pages / f"{page.path}.md", _text(engine, page))


def _text(engine: Engine, page: Page) -> str:
    return engine.front_matter.format(title=page.title) + page.body
