"""Finished pages, remembered from one build to the next.

A page depends on its generated Markdown, on what is around it, and on which of the files that it
links to exist. The first two are in its key; the third is recorded as it is asked, and checked.
"""

import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from generator.built.summary import PageSummary
from generator.io.memo import Memo, memo_key
from generator.io.versions import code_version

_FUNCTION = "page"


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page as it is published, and what is known of it."""

    html: bytes
    meta: Mapping[str, object]
    """Its front matter."""
    summary: PageSummary
    targets: Mapping[str, bool]
    """Each path it was asked to link to, and whether there is a file."""


@dataclass(frozen=True, slots=True)
class PageMemo:
    """The pages that earlier builds finished."""

    memo: Memo
    frame_version: str
    """A digest of everything that is around pages."""

    def key(self, path: str, text: str) -> bytes:
        """Return the key of a page, given its path in docs_dir and its generated Markdown."""
        return memo_key(_FUNCTION, code_version(), self.frame_version, path, text)

    def get_many(
        self, keys: Iterable[bytes], files: Container[str]
    ) -> dict[bytes, FinishedPage]:
        """Return the finished pages that are known and still right, by their keys."""
        pages: dict[bytes, FinishedPage] = {}
        for key, content in self.memo.get_many(keys).items():
            page = _unpacked(content)
            if page and _is_right(page, files):
                pages[key] = page
        return pages

    def put_many(self, pages: Mapping[bytes, FinishedPage]) -> None:
        """Remember pages by their keys."""
        packed = {key: _packed(page) for key, page in pages.items()}
        if packed:
            self.memo.put_many(packed)


def _packed(page: FinishedPage) -> bytes:
    known = {
        "meta": page.meta,
        "summary": asdict(page.summary),
        "targets": page.targets,
    }
    return json.dumps(known).encode() + b"\n" + page.html


def _unpacked(content: bytes) -> FinishedPage | None:
    """Return a page as it was packed; None if something else was."""
    first, _, html = content.partition(b"\n")
    try:
        known = json.loads(first)
        summary: dict[str, Any] = {
            field: _frozen(value) for field, value in known["summary"].items()
        }
        targets = dict(known["targets"])
        return FinishedPage(html, dict(known["meta"]), PageSummary(**summary), targets)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _is_right(page: FinishedPage, files: Container[str]) -> bool:
    """Say whether the files it links to exist, or do not, as when it was made."""
    return all((path in files) == exists for path, exists in page.targets.items())
