"""Files: what is read, what is written, and what is left alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.artifacts import OutputFile, TextFile
from generator.io.files import (
    MAX_BYTES,
    Written,
    read_bytes,
    read_texts,
    write_bytes,
    write_pages,
)
from tests.conftest import texts, write_files

ODD = "content/actors/odd.md"
KIM = "content/actors/kim.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a project with one good note."""
    folder = tmp_path / "project"
    write_files(folder, {KIM: "Kim leads.\n"})
    return folder


def found(root: Path) -> list[tuple[str, str, str]]:
    """Return each problem; the good note is read in any case."""
    read, problems = read_texts(root, "content")
    assert [file.path for file in read] == [KIM]
    return [
        (item.origin.path, item.severity.name.lower(), item.code) for item in problems
    ]


def pages(*names: str, content: bytes = b"page") -> list[OutputFile]:
    return [OutputFile(name, content) for name in names]


def test_files_are_read_in_order_of_their_paths(root: Path) -> None:
    write_files(
        root,
        {"content/events/b.md": "B", "content/a.md": "A", "content/events/a.md": "A"},
    )

    read, problems = read_texts(root, "content")

    assert [file.path for file in read] == [
        "content/a.md",
        KIM,
        "content/events/a.md",
        "content/events/b.md",
    ]
    assert problems == []


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_system_are_read_as_one_kind(root: Path, ending: str) -> None:
    (root / KIM).write_bytes(f"One.{ending}Two.{ending}".encode())

    assert read_texts(root, "content") == ([TextFile(KIM, "One.\nTwo.\n")], [])


def test_a_folder_that_is_not_there_holds_nothing(root: Path) -> None:
    assert read_texts(root, "seeds") == ([], [])


def _too_large(path: Path) -> None:
    path.write_bytes(b"a" * (MAX_BYTES + 1))


def _latin_1(path: Path) -> None:
    path.write_bytes("---\ntitle: Łódź\n---\nPlain.\ncafé\n".encode("cp1250"))


def _link_out(path: Path) -> None:
    outside = path.parents[3] / f"{path.parents[2].name}-outside.md"
    outside.write_text("Secret.\n", encoding="utf-8")
    path.symlink_to(outside)


def _link_nowhere(path: Path) -> None:
    path.symlink_to("nothing.md")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _folder_out(path: Path) -> None:
    outside = path.parents[3] / f"{path.parents[2].name}-outside"
    outside.mkdir()
    (outside / "secret.md").write_text("Secret.\n", encoding="utf-8")
    path.symlink_to(outside)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_too_large, "bad-file"),
        (_latin_1, "bad-encoding"),
        (_link_out, "bad-file"),
        (_link_nowhere, "bad-file"),
        (_pipe, "bad-file"),
        (_folder_out, "bad-file"),
    ],
)
def test_what_cannot_be_read_as_a_note_is_an_error(
    root: Path, make: Callable[[Path], None], code: str
) -> None:
    make(root / ODD)

    assert found(root) == [(ODD, "error", code)]


def test_a_wrong_byte_is_pointed_at(root: Path) -> None:
    (root / ODD).write_bytes(b"---\ntitle: A\n---\nThe caf\xe9.\n")

    (problem,) = read_texts(root, "content")[1]

    assert (problem.origin.line, problem.origin.column) == (4, 8)


@pytest.mark.parametrize(
    "name", ["photo.jpg", "notes.txt", "README", "note.markdown", "note.MD"]
)
def test_files_that_are_no_markdown_are_named(root: Path, name: str) -> None:
    write_files(root, {f"content/actors/{name}": "Something else.\n"})

    assert found(root) == [(f"content/actors/{name}", "warning", "bad-file")]


@pytest.mark.parametrize(
    "name", [".DS_Store", ".kim.md.swp", ".hidden.md", ".obsidian/note.md"]
)
def test_hidden_files_are_the_editors_own(root: Path, name: str) -> None:
    write_files(root, {f"content/actors/{name}": "---\nnot: a note\n---\n"})

    assert found(root) == []


def test_assets_are_published_as_they_are(tmp_path: Path) -> None:
    assets = tmp_path / "assets"
    write_files(assets, {"fonts/a.css": "a {}", "b.js": "b()", ".hidden": "no"})

    assert list(read_bytes(assets)) == [
        OutputFile("assets/b.js", b"b()"),
        OutputFile("assets/fonts/a.css", b"a {}"),
    ]


def test_the_folder_holds_exactly_the_pages_written(tmp_path: Path) -> None:
    write_pages(pages("a.md", "b/c.md", "d.md"), tmp_path)

    again = write_pages([*pages("a.md"), *pages("d.md", content=b"new")], tmp_path)

    assert again == Written(("d.md",), 1, ("b/c.md",))
    assert texts(tmp_path) == {"a.md": b"page", "d.md": b"new"}


def test_a_page_that_stays_the_same_is_not_touched(tmp_path: Path) -> None:
    write_pages(pages("a.md"), tmp_path)
    before = (tmp_path / "a.md").stat()

    write_pages(pages("a.md"), tmp_path)

    assert (tmp_path / "a.md").stat() == before


def test_a_page_is_put_in_place_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_bytes(path, b"old")

    with path.open("rb") as reader:
        write_bytes(path, b"new")
        assert reader.read() == b"old"

    assert texts(tmp_path) == {"a.md": b"new"}


def test_only_the_gitignore_of_the_folder_itself_is_kept(tmp_path: Path) -> None:
    write_files(tmp_path, {".gitignore": "*", "a/.gitignore": "*", ".a.md.tmp": "half"})

    assert write_pages([], tmp_path).removed == (".a.md.tmp", "a/.gitignore")


def test_a_link_in_the_folder_of_pages_goes_and_its_target_stays(
    tmp_path: Path,
) -> None:
    write_files(tmp_path, {"mine.txt": "mine"})
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "stale.md").symlink_to(tmp_path / "mine.txt")

    write_pages(pages("a.md"), docs)

    assert texts(docs) == {"a.md": b"page"}
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"
