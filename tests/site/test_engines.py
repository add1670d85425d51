"""Other engines publish the same tree with the same configuration, unchanged."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping

import pytest

from tests.conftest import ROOT, SITE_URL, Built, texts
from tests.htmlpages import HtmlPage, read_site, target

pytestmark = [pytest.mark.ci, pytest.mark.xdist_group("engines")]
ENGINES = {
    "properdocs": ("build", "--strict", "-f", "mkdocs.yml"),
    "zensical": ("build", "--strict", "-f", "mkdocs.yml"),
}
WHERE = os.pathsep.join([str(ROOT / ".venv-engines/bin"), os.environ.get("PATH", "")])


@pytest.fixture(scope="module", params=["built", "dialect"])
def site(request: pytest.FixtureRequest) -> Built:
    """Return one of the sites of the tests, as MkDocs builds it."""
    found: Built = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def pages(site: Built) -> Mapping[str, HtmlPage]:
    """Read every page of it."""
    return read_site(site.site)


@pytest.fixture(scope="module", params=ENGINES)
def published(
    request: pytest.FixtureRequest,
    site: Built,
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, HtmlPage]:
    """Publish the generated pages with another engine, in a folder of its own."""
    program = shutil.which(request.param, path=WHERE)
    if program is None:
        pytest.skip(f"{request.param} is not installed")
    root = tmp_path_factory.mktemp(request.param)
    shutil.copytree(site.root, root, dirs_exist_ok=True, symlinks=True)
    shutil.rmtree(root / "site")
    ran = subprocess.run(
        [program, *ENGINES[request.param]],
        cwd=root,
        env={**os.environ, "SITE_URL": SITE_URL, "EXPLAINERS_GENERATED": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert texts(root / "build/docs") == texts(site.docs)
    return read_site(root / "site")


def links(pages: Mapping[str, HtmlPage]) -> dict[str, list[object]]:
    """Return where the links of each page's article lead."""
    return {
        name: [
            target(name, address, SITE_URL) or address for address in page.article_links
        ]
        for name, page in pages.items()
    }


def test_another_engine_makes_the_same_pages(
    pages: Mapping[str, HtmlPage], published: Mapping[str, HtmlPage]
) -> None:
    assert set(published) == set(pages)
    assert titles(published) == titles(pages)


def titles(pages: Mapping[str, HtmlPage]) -> dict[str, str]:
    return {name: " ".join(page.title.split()) for name, page in pages.items()}


def test_another_engine_prints_the_same_words(
    pages: Mapping[str, HtmlPage], published: Mapping[str, HtmlPage]
) -> None:
    assert [
        name
        for name in pages
        if pages[name].article.split() != published[name].article.split()
    ] == []


def test_another_engine_links_to_the_same_places(
    pages: Mapping[str, HtmlPage], published: Mapping[str, HtmlPage]
) -> None:
    expected = links(pages)

    assert sum(map(len, expected.values())) > len(expected)
    assert links(published) == expected
