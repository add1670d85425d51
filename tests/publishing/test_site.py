"""A site that we build is the one that `mkdocs build` writes, whatever the number of workers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.io.memo import Memo
from generator.io.mkdocs import environment
from generator.io.workers import MIN_ITEMS
from generator.publishing.site import UnpublishableError, build_site
from tests.conftest import (
    ROOT,
    SETTINGS,
    SITE_URL,
    Built,
    docs_of,
    lay_out,
    write_files,
)

FEWEST_FILES = 100
NO_MEMO = Memo(None)
OF_MKDOCS_ALONE = {"pagefind", ".explainers-site"}
"""What the hook adds once a site is written."""
FOREIGN = "def on_post_page(output, **_):\n    return output\n"


@pytest.fixture
def copy(dialect: Built, tmp_path: Path) -> Path:
    """Copy the generated pages of a site, without its notes."""
    lay_out(tmp_path)
    shutil.copytree(dialect.docs, docs_of(tmp_path), dirs_exist_ok=True)
    return tmp_path


def files_of(site: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
        and path.relative_to(site).parts[0] not in OF_MKDOCS_ALONE
        and path.suffix != ".gz"  # it has the time of the build
    }


def built(root: Path, monkeypatch: pytest.MonkeyPatch, memo: Memo = NO_MEMO) -> Path:
    monkeypatch.setenv("SITE_URL", SITE_URL)
    site = root / "site.next"
    with environment(root):
        assert build_site(root, docs_of(root), site, memo, 1)
    return site


BUILD = """
import sys
from pathlib import Path
from generator.io.memo import Memo
from generator.io.mkdocs import environment
from generator.publishing.site import build_site

root = Path()
with environment(root):
    memo = Memo(None)
    assert build_site(root, root / "build/docs", root / "site.next", memo, int(sys.argv[1]))
"""
"""Run alone, since a process with the threads of a test run starts no workers."""


@pytest.mark.parametrize("workers", ["1", "2", "4"])
def test_a_site_has_the_bytes_that_mkdocs_writes(
    dialect: Built, copy: Path, workers: str
) -> None:
    pages = docs_of(copy) / "terms"
    oolong = (pages / "oolong.md").read_text(encoding="utf-8")
    more = {f"more-{number}.md": oolong for number in range(4 * MIN_ITEMS)}
    write_files(pages, more)  # enough for every worker

    subprocess.run(
        [sys.executable, "-c", BUILD, workers],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SITE_URL": SITE_URL},
        check=True,
    )

    ours, theirs = files_of(copy / "site.next"), files_of(dialect.site)
    assert len(theirs) > FEWEST_FILES
    changed = {name for name in theirs if ours.get(name) != theirs[name]}
    assert changed == {"sitemap.xml"}
    added = {f"terms/{name.removesuffix('.md')}/index.html" for name in more}
    assert set(ours) == set(theirs) | added


def test_the_sitemap_is_that_of_mkdocs(
    dialect: Built, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = files_of(built(copy, monkeypatch))

    assert ours == files_of(dialect.site)


def test_a_link_to_no_page_is_told_with_its_page(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = docs_of(copy) / "terms/oolong.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n[gone](../terms/gone.md)\n", encoding="utf-8")

    with pytest.raises(UnpublishableError) as raised:
        built(copy, monkeypatch)

    assert str(raised.value) == (
        "terms/oolong.md contains a link to ../terms/gone.md, which is no page."
    )


SETTINGS_IN_SHORT = "site_name: X\ndocs_dir: build/docs\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("mkdocs.yml", f"{SETTINGS_IN_SHORT}nonsense: yes", "nonsense"),
        (
            "mkdocs.yml",
            "site_name: X\nuse_directory_urls: maybe\ndocs_dir: build/docs\n",
            "directory_urls",
        ),
        (
            "theme/overrides/main.html",
            "\n{% if %}",
            "theme/overrides/main.html:2: Expected an expression",
        ),
        (
            "theme/overrides/main.html",
            "{{ page.nothing.at_all }}",
            "theme/overrides: 'mkdocs.structure.pages.Page object' has no attribute",
        ),
    ],
)
def test_what_stops_mkdocs_is_told(
    copy: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, said: str
) -> None:
    write_files(copy, {name: text})

    with pytest.raises(UnpublishableError, match=said):
        built(copy, monkeypatch)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("hooks: [generator/hook/mkdocs_hook.py", "hooks: [hook.py"),
        ("plugins:\n", "plugins:\n  - privacy\n"),
        ("search: pagefind", "search: material"),
    ],
    ids=["another hook", "another plugin", "another search"],
)
def test_what_others_may_change_is_left_to_mkdocs(
    copy: Path, before: str, after: str
) -> None:
    settings = SETTINGS.read_text(encoding="utf-8")
    assert before in settings
    changed = settings.replace(before, after)
    write_files(copy, {"mkdocs.yml": changed, "hook.py": FOREIGN})

    with environment(copy):
        assert not build_site(copy, docs_of(copy), copy / "site.next", NO_MEMO, 1)


def test_variables_of_mkdocs_are_set_only_while_it_is_used(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dict(os.environ)
    built(copy, monkeypatch)
    monkeypatch.undo()

    assert dict(os.environ) == before
