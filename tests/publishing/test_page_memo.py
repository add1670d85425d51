"""A remembered page is the page that would be made again, or it is made again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.io.memo import Memo
from generator.io.mkdocs import environment
from generator.publishing.frame import Frame
from generator.publishing.page_memo import PageMemo
from generator.publishing.site import UnpublishableError, build_site
from tests.conftest import SITE_URL, Built, docs_of, lay_out, texts, write_files
from tests.counting import calls

OOLONG = "build/docs/terms/oolong.md"
FEWEST_PAGES = 15
NEW = "---\ntitle: A page\n---\n\n# A page\n\n[Oolong](oolong.md)\n"


@pytest.fixture
def root(dialect: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the generated pages of a site, without its notes."""
    monkeypatch.setenv("SITE_URL", SITE_URL)
    folder = tmp_path / "project"
    folder.mkdir()
    lay_out(folder)
    shutil.copytree(dialect.docs, docs_of(folder), dirs_exist_ok=True)
    return folder


def build(root: Path, memo: Memo) -> dict[str, bytes]:
    site = root / "site.next"
    shutil.rmtree(site, ignore_errors=True)
    with environment(root), memo:
        assert build_site(root, docs_of(root), site, memo, 1) is not None
    files = texts(site)
    del files["sitemap.xml.gz"]  # it has the time of the build
    return files


def framed(work: Callable[[], object]) -> int:
    """Count the pages that are framed."""
    return calls(work, Frame.page.__code__)


def replace_text(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def add_page(root: Path) -> None:
    write_files(root, {"build/docs/terms/new.md": NEW})


def link_to_new(root: Path) -> None:
    add_page(root)
    replace_text(OOLONG, "\n# ", "\n[New](new.md)\n\n# ")(root)


CHANGES: list[Callable[[Path], None]] = [
    replace_text(OOLONG, "\n# ", "\nMore words.\n\n# "),
    replace_text("build/docs/topics/index.md", 'title: "', 'title: "Other '),
    replace_text("mkdocs.yml", "Lantern Isles", "Other Isles"),
    replace_text("mkdocs.yml", "- navigation.top\n", ""),
    replace_text("theme/overrides/main.html", "{{ frame", "<!-- x -->{{ frame"),
    replace_text("theme/overrides/partials/copyright.html", "<", "<i></i><"),
    add_page,
    link_to_new,
]


@pytest.mark.parametrize("change", CHANGES)
def test_after_any_change_the_site_is_that_of_a_clean_build(
    root: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    memo = Memo(tmp_path / "memo")
    before = build(root, memo)
    change(root)

    after = build(root, memo)

    assert after == build(root, Memo(None))
    assert after != before


def test_only_what_a_change_touches_is_framed_again(root: Path, tmp_path: Path) -> None:
    memo = Memo(tmp_path / "memo")

    pages = framed(lambda: build(root, memo))
    again = framed(lambda: build(root, memo))
    replace_text(OOLONG, "\n# ", "\nMore words.\n\n# ")(root)
    after_an_edit = framed(lambda: build(root, memo))
    replace_text("mkdocs.yml", "Lantern Isles", "Other Isles")(root)
    after_another_name = framed(lambda: build(root, memo))

    assert pages > FEWEST_PAGES
    assert (again, after_an_edit, after_another_name) == (0, 1, pages)


def test_a_page_whose_target_vanished_is_a_fault_though_it_is_remembered(
    root: Path, tmp_path: Path
) -> None:
    memo = Memo(tmp_path / "memo")
    link_to_new(root)
    build(root, memo)
    (root / "build/docs/terms/new.md").unlink()

    for _ in range(2):  # a page with a fault is not remembered
        with pytest.raises(UnpublishableError, match=r"oolong\.md contains a link"):
            build(root, memo)


@pytest.mark.parametrize(
    "forged", [b"", b"x", b"[]\n", b'{"meta": 1}\n', b'{"summary": []}\n<p>']
)
def test_what_is_no_page_is_made_again(tmp_path: Path, forged: bytes) -> None:
    memo = Memo(tmp_path / "memo")
    pages = PageMemo(memo, "any")
    key = pages.key(OOLONG, "text")
    memo.put_many({key: forged})

    assert pages.get_many([key], ()) == {}


def test_a_template_that_lists_all_pages_is_rendered_each_time(
    root: Path, tmp_path: Path
) -> None:
    replace_text(
        "theme/overrides/main.html",
        "{{ frame",
        "<!-- {% for file in pages %}{{ file.url }} {% endfor %} -->{{ frame",
    )(root)
    memo = Memo(tmp_path / "memo")
    build(root, memo)
    add_page(root)

    site = build(root, memo)

    assert b"terms/new/ " in site["terms/oolong/index.html"]


def test_a_template_that_names_the_time_of_the_build_is_rendered_at_each(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_text(
        "theme/overrides/main.html", "{{ frame", "{{ build_date_utc }}{{ frame"
    )(root)
    memo = Memo(tmp_path / "memo")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    build(root, memo)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "100000000")

    site = build(root, memo)

    assert b"1973-03-03" in site["terms/oolong/index.html"]
