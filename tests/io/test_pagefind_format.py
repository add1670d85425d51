"""Pagefind's undocumented files are of the form we know, and any other is reported."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from generator.io.pagefind import index_site
from generator.io.pagefind_format import UnknownFormatError, read_fragments
from tests.conftest import write_files

PAGE = (
    "<!doctype html><html lang=en><title>x</title>"
    '<meta name="kind" content="actor" data-pagefind-meta="kind[content]">'
    "<body data-pagefind-body><h1>Kim</h1><p>Text of {}.</p>"
)


def test_the_installed_pagefind_writes_what_we_read(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {"a/index.html": PAGE.format("one"), "b/index.html": PAGE.format("two")},
    )

    assert index_site(tmp_path) == ""

    pages = dict(read_fragments(tmp_path / "pagefind"))
    assert [page.meta["kind"] for page in pages.values()] == ["actor", "actor"]
    assert {page.url for page in pages.values()} == {"/a/", "/b/"}


@pytest.mark.parametrize(
    "fragment",
    [
        b"",
        b"{}",
        gzip.compress(b'{"meta": {}}', mtime=0),
        gzip.compress(b'pagefind_dcd{"url": "", "content": "", "meta": {}}', mtime=0)[
            :-9
        ],
        gzip.compress(b'pagefind_dcd{"url": "", "content": "", "meta": []}', mtime=0),
        gzip.compress(b"pagefind_dcd{}", mtime=0),
        gzip.compress(b"pagefind_dcd{", mtime=0),
    ],
)
def test_another_form_is_not_taken_for_ours(tmp_path: Path, fragment: bytes) -> None:
    path = tmp_path / "fragment/en_1.pf_fragment"
    path.parent.mkdir()
    path.write_bytes(fragment)

    with pytest.raises(UnknownFormatError, match="en_1"):
        list(read_fragments(tmp_path))


def test_an_index_without_fragments_is_of_another_form(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError, match="pf_fragment"):
        list(read_fragments(tmp_path))
