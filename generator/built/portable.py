"""A built site as one that opens from a folder: unzipped on a desk, without a server.

Any engine's site. There, an address that ends in a folder shows a list of files, and nothing can be
fetched: links name the file they mean, and what pages are about comes as a script.
"""

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from posixpath import normpath
from typing import Any
from urllib.parse import unquote

from generator.notes.model import KINDS, Source
from generator.text.plain import without_citations

KNOWLEDGE = "data/knowledge.json"
"""What a site tells other programs about its pages; the copy's search is made of it."""
STYLE, SCRIPT, PAGES = (
    "portable/portable.css",
    "portable/portable.js",
    "portable/pages.js",
)
_OF_SERVERS = re.compile(
    r"(404\.html|sitemap\.xml(\.gz)?|addresses\.txt|(search|pagefind|assets/names)/.*)"
)
"""Files that only a server, or what it lets pages fetch, has a use for."""
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)\s*(?:=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?"
)
_PATH = re.compile(
    r"(?:[\"']?)(?:\s*\d+\s*;\s*url=)?(?P<path>[^?#\"']*)", re.IGNORECASE
)
_LEADING = {("a", "href"), ("a", "xlink:href"), ("area", "href"), ("meta", "content")}
"""Attributes by which a reader comes to another page."""
_ANY = "surrogateescape"
"""Bytes that are no text stay as they are."""
_Tag = tuple[str, Mapping[str, str], int, str]
"""A tag's name, its attributes, where it begins, and how it is written."""


def portable(files: Mapping[str, bytes], own: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the copy, given those of the site and what only copies have.

    Raises:
        KeyError: If the site does not tell what its pages are about.
    """
    kept = {path: files[path] for path in files if not _OF_SERVERS.fullmatch(path)}
    pages = {
        path: _page(kept, path, text.decode("utf-8", _ANY)).encode("utf-8", _ANY)
        for path, text in kept.items()
        if path.endswith(".html")
    }
    listed = _script_of_pages(json.loads(files[KNOWLEDGE]))
    return {**kept, **pages, **own, PAGES: listed.encode()}


def _page(files: Mapping[str, bytes], path: str, text: str) -> str:
    """Return a page whose links name files, with our script before those of the engine.

    Browsers ask another origin for a font that is loaded beforehand: from a folder there is none.
    """
    parts, done = [], 0
    for name, given, start, tag in _tags(text):
        if name == "script" and given.get("id") == "__config":
            parts += [text[done:start], _own("../" * path.count("/"))]
            done = start
        elif name == "link" and "preload" in given.get("rel", "").lower().split():
            parts, done = (
                [*parts, text[done:start]],
                start + len(tag),
            )  # it would be in vain
        elif name in {"a", "area"} or (name == "meta" and "http-equiv" in given):
            parts += [text[done:start], _leading_to_files(files, path, name, tag)]
            done = start + len(tag)
    return "".join([*parts, text[done:]])


def _own(up: str) -> str:
    return f'<link rel="stylesheet" href="{up}{STYLE}">\n<script src="{up}{SCRIPT}"></script>\n'


def _leading_to_files(
    files: Mapping[str, bytes], page: str, name: str, tag: str
) -> str:
    """Write ``index.html`` behind an address that means a folder's page; change nothing else."""

    def put(found: re.Match[str]) -> str:
        value = found["value"] or ""
        path = _PATH.match(value)
        if (name, found["name"].lower()) not in _LEADING or not path:
            return found[0]
        more = _index_of(files, page, path["path"])
        at = found.start("value") - found.start() + path.end("path")
        return f"{found[0][:at]}{more}{found[0][at:]}"

    start = len(name) + 1
    return tag[:start] + _ATTRIBUTE.sub(put, tag[start:])


def _index_of(files: Mapping[str, bytes], page: str, address: str) -> str:
    """Return what an address lacks to name the file of a page; nothing if it names one."""
    if not address or address.startswith("/") or ":" in address:
        return ""
    folder = page.rpartition("/")[0]
    target = normpath(f"{folder}/{unquote(address)}".lstrip("/"))
    index = "index.html" if target == "." else f"{target}/index.html"
    return (
        ("" if address.endswith("/") else "/") + "index.html" if index in files else ""
    )


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.tags: list[_Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and how it is written."""
        line, column = self.getpos()
        given = {name: value or "" for name, value in reversed(attrs)}
        self.tags.append(
            (tag, given, self.starts[line - 1] + column, self.get_starttag_text() or "")
        )


def _tags(text: str) -> list[_Tag]:
    """Return the tags of a page; what stands in scripts and comments is none."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    return reader.tags


def _script_of_pages(known: Mapping[str, Any]) -> str:
    """Return what the pages are about, one to a line: a script is read where none is fetched."""
    lines = ",\n".join(json.dumps(page, ensure_ascii=False) for page in _pages(known))
    return f"portable.pages = [\n{lines}\n];\n"


def _pages(known: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str, list[str]]]:
    """Yield address, section, title, what it is about and other names of each page."""
    for document in (*known["notes"], *known["sources"]):
        fields = document["fields"]
        folder = document["page"].partition("/")[0]
        section = (
            KINDS[folder].plural if folder in KINDS else Source.folder.capitalize()
        )
        about = without_citations(fields.get("answer") or fields.get("summary") or "")
        names = [*fields.get("aliases", ()), *fields.get("short", ())]
        yield document["page"], section, document["title"], about, names
