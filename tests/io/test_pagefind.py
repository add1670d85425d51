"""The index of the search: behind MkDocs, behind a command, not for the theme's search."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.io.pagefind import FOLDER, KINDS, index_site
from generator.io.pagefind_format import read_fragments
from tests.conftest import Built, WriteProject, run, say, texts, write_files
from tests.site.isles import documents

NOTE = {"content/actors/kim.md": "---\ntitle: Kim Jong Un\n---\nHe leads.\n"}
PAGE = (
    "<!doctype html><html lang=en><title>x</title><body data-pagefind-body><p>Text.</p>"
)


def index(folder: Path) -> Mapping[str, bytes]:
    return texts(folder / FOLDER)


def test_mkdocs_alone_indexes_each_note_and_source_and_no_other_page(
    built: Built,
) -> None:
    found = index(built.site)

    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} <= set(found)
    entries = [name for name in found if name.startswith("fragment/")]
    assert len(entries) == len(documents())


def test_what_pagefind_brings_and_nobody_loads_is_left_out(built: Built) -> None:
    assert [
        name for name in index(built.site) if "-ui." in name or "highlight" in name
    ] == []


def test_the_same_site_gives_the_same_index(built: Built, tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            name: text.decode()
            for name, text in texts(built.site).items()
            if name[-4:] == "html"
        },
    )

    assert index_site(tmp_path) == ""

    assert index(tmp_path) == index(built.site)


def test_pagefind_alone_would_give_the_same_index_where_words_have_spaces(
    tmp_path: Path,
) -> None:
    names = ("one", "two")
    pages = {
        f"{name}/index.html": PAGE.replace("Text", f"등대 {name}") for name in names
    }
    write_files(tmp_path / "ours", pages)
    write_files(tmp_path / "theirs", pages)

    assert index_site(tmp_path / "ours") == ""
    run(tmp_path, "pagefind", "--site", "theirs")

    ours, theirs = index(tmp_path / "ours"), index(tmp_path / "theirs")
    assert {name: theirs[name] for name in ours if name != KINDS} == {
        name: text for name, text in ours.items() if name != KINDS
    }


def test_a_page_whose_words_have_no_spaces_keeps_its_text(tmp_path: Path) -> None:
    head = '<meta name="names" content="灯塔" data-pagefind-meta="names[content]">'
    page = PAGE.replace("<body", f"{head}<body").replace(
        "Text", "<b>ガ</b>ス灯 for 1961年"
    )
    write_files(tmp_path, {"a/index.html": page, "b/index.html": PAGE})

    assert index_site(tmp_path) == ""

    found = dict(read_fragments(tmp_path / FOLDER)).values()
    shown = {page.url: (page.content, page.meta.get("names")) for page in found}
    assert shown == {
        "/a/": ("ガ|ス|灯 |for |1961|年|.".replace("|", "\u200b"), "灯塔"),
        "/b/": ("Text.", None),
    }
    assert (tmp_path / "a/index.html").read_text(encoding="utf-8") == page


def test_where_the_themes_search_is_wished_nothing_is_indexed(
    project: WriteProject,
) -> None:
    root = project(NOTE)
    settings = root / "mkdocs.yml"
    settings.write_text(
        settings.read_text().replace("search: pagefind", "search: material")
    )

    done = run(root, "generator", "build")

    assert done.returncode == 0, done.stderr
    assert not (root / "site" / FOLDER).exists()
    assert not (root / "site/assets/names").exists()
    assert 'data-search="material"' in (root / "site/index.html").read_text(
        encoding="utf-8"
    )


def test_a_site_that_cannot_be_indexed_is_not_published(project: WriteProject) -> None:
    root = project(NOTE)
    write_files(root, {"broken/pagefind.py": "raise SystemExit('no index today')\n"})

    done = run(root, "mkdocs", "build", "--strict", PYTHONPATH=f"{root}/broken:{root}")

    assert done.returncode == 1
    assert "The search index cannot be built: no index today" in done.stderr
    assert "Traceback" not in done.stderr


def test_files_of_an_unknown_form_are_an_error_and_the_last_index_stays(
    project: WriteProject,
) -> None:
    root = project(NOTE)
    write_files(
        root,
        {
            "broken/pagefind.py": "import pathlib\n"
            "folder = pathlib.Path('site/.pagefind.next/fragment')\n"
            "folder.mkdir(parents=True)\n"
            "(folder / 'en_1.pf_fragment').write_text('new')\n",
            "site/pagefind/pagefind.js": "last",
        },
    )
    path = f"{root}/broken:{root}"

    done = run(root, "generator", "index", "site", PYTHONPATH=path)

    assert done.returncode == 1
    assert "Pagefind's files have an unknown form (en_1.pf_fragment)" in done.stderr
    assert index(root / "site") == {"pagefind.js": b"last"}
    assert [one.name for one in (root / "site").iterdir()] == [FOLDER]


def test_a_command_indexes_the_site_of_any_engine(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/x": "", "out/index.html": PAGE})

    done = say(tmp_path, "index", str(tmp_path / "out"))

    assert (done.exit_code, done.output) == (0, "")
    assert "pagefind.js" in index(tmp_path / "out")


@pytest.mark.parametrize("text", ["", "no page"])
def test_a_command_says_what_went_wrong(tmp_path: Path, text: str) -> None:
    write_files(tmp_path, {"content/x": "", "out/readme.txt": text})

    done = say(tmp_path, "index", str(tmp_path / "out"))

    assert done.exit_code == 1
    assert done.output.startswith("The search index cannot be built: ")
