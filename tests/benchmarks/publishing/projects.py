"""Make the projects that are compared: ours, and plain Material of the same prose or pages."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.publishing.prose import Page
from tests.benchmarks.synthetic import ROOT, block, configuration, write_project

_PLAIN = "site_name: Plain\ntheme: {name: material}\n"
_IGNORED = "build/\nsite*/\n"
_PARTS = ("content", "seeds", "theme")
_COMMIT = (
    *("-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org"),
    *("commit", "--quiet", "--message", "Begin"),
)


def write_ours(root: Path, notes: int) -> None:
    """Write a project as a git repository with one commit: synthetic notes, or with 0 the demo."""
    if notes:
        write_project(root, notes)
    else:
        for part in _PARTS:
            shutil.copytree(ROOT / part, root / part)
        shutil.copy(ROOT / "mkdocs.yml", root)
        (root / "generator").symlink_to(ROOT / "generator")
        (root / "build/docs").mkdir(parents=True)
    write(root / ".gitignore", _IGNORED)
    git = shutil.which("git") or "git"
    for arguments in (("init", "--quiet"), ("add", "."), _COMMIT):
        subprocess.run([git, *arguments], cwd=root, check=True)


def write_plain(root: Path, pages: Iterable[Page]) -> None:
    """Write a Material project with nothing of ours."""
    write(root / "mkdocs.yml", _PLAIN + _navigation())
    for page in pages:
        text = f"---\ntitle: {page.title}\n---\n{page.body}"
        write(root / f"docs/{page.path}.md", text)
    for path in list_pages():
        write(root / "docs" / path, f"# {Path(path).parent.name or 'Home'}\n")


def list_pages() -> list[str]:
    """Return the pages of the navigation."""
    found: list[str] = re.findall(r"[\w/]+\.md", block(configuration(), "nav"))
    return found


def write_plain_of_finished(root: Path, docs: Path) -> None:
    """Write a Material project of the pages that our generator finished."""
    extensions = block(configuration(), "markdown_extensions")
    write(root / "mkdocs.yml", _PLAIN + _navigation() + extensions)
    shutil.copytree(docs, root / "docs")


def _navigation() -> str:
    """Return our navigation: with every page in it, each page would repeat the whole list."""
    text = configuration()
    return block(text, "nav") + block(text, "not_in_nav")


def write(path: Path, text: str) -> None:
    """Write a text file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
