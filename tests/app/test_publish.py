"""Publishing: MkDocs works beside the site, which is replaced only by a finished one."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator.app.build import build
from generator.app.publish import publish
from generator.io.site_folder import MARKER
from tests.conftest import WriteProject, docs_of, git, texts, write_files

KIM = "---\ntitle: Kim Jong Un\n---\nHe leads North Korea.\n"


@pytest.fixture
def root(project: WriteProject) -> Path:
    """Make a project whose pages are generated."""
    folder = project({"content/actors/kim-jong-un.md": KIM})
    build(folder, docs_of(folder))
    return folder


def shown(root: Path) -> str:
    return (root / "site/actors/kim-jong-un/index.html").read_text(encoding="utf-8")


def names(root: Path) -> set[str]:
    return {path.name for path in root.iterdir()}


def test_a_site_is_built_and_bears_our_marker(root: Path) -> None:
    before = names(root)

    published = publish(root)

    assert published.ok, published.message
    assert published.message == f"The site is {root / 'site/index.html'}"
    assert "He leads North Korea." in shown(root)
    assert (root / "site" / MARKER).is_file()
    assert names(root) == before | {"site"}


def test_the_next_site_takes_its_place(root: Path) -> None:
    publish(root)
    write_files(root, {"content/actors/kim-jong-un.md": KIM.replace("leads", "rules")})
    build(root, docs_of(root))
    (root / "site/left-over.html").touch()

    assert publish(root).ok

    assert "He rules North Korea." in shown(root)
    assert not (root / "site/left-over.html").exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mkdocs.yml", "site_name: [unclosed\n"),
        ("build/docs/index.md", "# Home\n\n[A page](nowhere.md)\n"),
        ("build/docs/actors/kim-jong-un.md", "# Kim\n\n[Below](#nowhere)\n"),
        ("theme/overrides/main.html", "{% extends 'nothing.html' %}"),
    ],
    ids=["configuration", "link to no page", "link to no section", "template"],
)
def test_when_mkdocs_fails_the_last_site_stays(
    root: Path, name: str, text: str
) -> None:
    write_files(root, {f"site/{MARKER}": "", "site/index.html": "the last good site"})
    before = texts(root / "site")
    write_files(root, {name: text})

    published = publish(root)

    assert not published.ok
    assert published.message.endswith("The last site is unchanged.")
    assert texts(root / "site") == before
    assert not (root / "site.next").exists()


def test_a_folder_that_is_not_our_site_is_not_replaced(root: Path) -> None:
    write_files(root, {"site/index.html": "written by hand"})

    published = publish(root)

    assert not published.ok
    assert published.message == (
        f"{root / 'site'} was not built by explainers, so it is not replaced. Move it away."
    )
    assert texts(root / "site") == {"index.html": b"written by hand"}


def test_a_folder_in_the_way_of_the_last_site_is_not_deleted(root: Path) -> None:
    write_files(root, {"site.old/thesis.txt": "ten years of work"})

    published = publish(root)

    assert not published.ok
    assert str(root / "site.old") in published.message
    assert (root / "site.old/thesis.txt").is_file()


def test_a_folder_where_the_next_site_is_built_is_not_deleted(root: Path) -> None:
    write_files(root, {"site.next/thesis.txt": "ten years of work"})

    published = publish(root)

    assert not published.ok
    assert (root / "site.next/thesis.txt").is_file()


def test_a_site_that_is_a_link_is_not_followed(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write_files(elsewhere, {"thesis.txt": "ten years of work"})
    (root / "site").symlink_to(elsewhere)

    assert not publish(root).ok
    assert texts(elsewhere) == {"thesis.txt": b"ten years of work"}


def test_what_a_build_that_was_stopped_left_does_no_harm(root: Path) -> None:
    write_files(root, {f"site.next/{MARKER}": "", "site.next/half.html": "half"})
    write_files(root, {f"site.old/{MARKER}": "", "site.old/index.html": "older"})

    assert publish(root).ok

    assert not {"site.next", "site.old"} & names(root)
    assert not (root / "site/half.html").exists()


def test_the_times_of_a_site_are_those_of_the_last_commit(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    write_files(root, {".gitignore": "site\nsite.next\nsite.old\n__pycache__\n"})
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "all", day="2023-02-01")

    assert publish(root).ok

    stamp = int.from_bytes(texts(root / "site")["sitemap.xml.gz"][4:8], "little")
    assert datetime.fromtimestamp(stamp, UTC).date() == date(
        2023, 2, 1
    )  # RFC 1952, 2.3: MTIME


def test_the_sitemap_has_the_dates_that_pages_bring_and_no_others(root: Path) -> None:
    home = '---\ntitle: Home\nupdated: "2022-05-06"\n---\n# Home\n'
    write_files(docs_of(root), {"index.md": home})

    assert publish(root).ok

    sitemap = texts(root / "site")["sitemap.xml"].decode()
    assert re.findall(r"<loc>([^<]*)</loc><lastmod>([^<]*)</lastmod>", sitemap) == [
        ("http://127.0.0.1:8000/", "2022-05-06")
    ]
    assert sitemap.count("<lastmod>") == 1 < sitemap.count("<loc>")
