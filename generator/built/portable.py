"""Copy a built site, from any engine, so that it opens from a folder without a server.

Without a server, the address of a folder shows a list of files, and scripts cannot fetch anything.
So links name files, and the search data is a script.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import normpath
from typing import TypedDict
from urllib.parse import unquote

from generator.built.html import Element, WrittenTag, elements, written_tag
from generator.notes.model import KINDS, Source
from generator.text.plain import plain

KNOWLEDGE = "data/knowledge.json"
"""The site's knowledge base, from which the copy's search is made."""
STYLE = "portable/portable.css"
SCRIPT = "portable/portable.js"
PAGES = "portable/pages.js"
THEME_SCRIPT_ID = "__config"
"""Id of the first script that Material's theme puts into a page's body."""
_OF_SERVERS = re.compile(
    r"(404\.html|sitemap\.xml(\.gz)?|addresses\.txt|(search|pagefind|assets/names)/.*)"
)
"""Files of use only to a server, or to scripts that can fetch."""
_PATH = re.compile(
    r"(?:[\"']?)(?:\s*\d+\s*;\s*url=)?(?P<path>[^?#\"']*)", re.IGNORECASE
)
"""The path within an address as it is written, or within the content of a refresh."""
_LINKING: Mapping[str, tuple[str, ...]] = {
    "a": ("href", "xlink:href"),
    "area": ("href",),
    "meta": ("content",),
}
"""Attributes, by element, that lead a reader to another page."""
_ANY = "surrogateescape"
"""Bytes that are not UTF-8 stay as they are."""


class _Fields(TypedDict, total=False):
    answer: str
    summary: str
    aliases: list[str]
    short: list[str]


class _Document(TypedDict):
    page: str
    title: str
    fields: _Fields


class _Knowledge(TypedDict):
    """What the copy reads of the site's knowledge.json."""

    notes: list[_Document]
    sources: list[_Document]


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """A piece of a page's text, by offsets, and what replaces it."""

    start: int
    end: int
    replacement: str


def portable(files: Mapping[str, bytes], own: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the copy, given those of the site and what only copies have.

    Raises:
        KeyError: If the site has no knowledge base.
    """
    knowledge: _Knowledge = json.loads(files[KNOWLEDGE])
    kept = {path: files[path] for path in files if not _OF_SERVERS.fullmatch(path)}
    copy = dict(kept)
    for path, content in kept.items():
        if path.endswith(".html"):
            text = content.decode("utf-8", _ANY)
            page = _page(kept, path, text)
            copy[path] = page.encode("utf-8", _ANY)
    copy.update(own)
    script = _script_of_pages(knowledge)
    copy[PAGES] = script.encode()
    return copy


def _page(files: Mapping[str, bytes], path: str, text: str) -> str:
    """Return a page whose links name files, with our script before those of the theme."""
    edits: set[_Edit] = set()
    for element in elements(text):
        edits.update(_edits(files, path, text, element))
    edited = ""
    done = 0
    for edit in sorted(edits):
        edited += text[done : edit.start]
        edited += edit.replacement
        done = edit.end
    return edited + text[done:]


def _edits(
    files: Mapping[str, bytes], page: str, text: str, element: Element
) -> Iterator[_Edit]:
    """Yield what changes in one tag."""
    start = element.offset
    if _is_script_of_theme(element):
        own = _own_tags(page)
        yield _Edit(start, start, own)
        return
    if not _is_preload(element) and not _leads_to_page(element):
        return
    tag = written_tag(text, element)
    if tag is None:
        return
    if _is_preload(element):  # it would ask another origin, and in vain
        yield _Edit(start, tag.end, "")
    else:
        yield from _edits_of_addresses(files, page, element.tag, tag)


def _is_script_of_theme(element: Element) -> bool:
    id_ = element.attributes.get("id")
    return element.tag == "script" and id_ == THEME_SCRIPT_ID


def _is_preload(element: Element) -> bool:
    relations = element.attributes.get("rel", "").lower()
    return element.tag == "link" and "preload" in relations.split()


def _own_tags(page: str) -> str:
    up = "../" * page.count("/")
    return (
        f'<link rel="stylesheet" href="{up}{STYLE}">\n'
        f'<script src="{up}{SCRIPT}"></script>\n'
    )


def _leads_to_page(element: Element) -> bool:
    if element.tag == "meta":
        pragma = element.attributes.get("http-equiv", "")
        return pragma.lower() == "refresh"
    return element.tag in _LINKING


def _edits_of_addresses(
    files: Mapping[str, bytes], page: str, name: str, tag: WrittenTag
) -> Iterator[_Edit]:
    """Yield ``index.html`` after each address that means a folder's page."""
    for attribute in _LINKING[name]:
        value = tag.values.get(attribute)
        if value is None:
            continue
        found = _PATH.match(value.text)
        if found is None:
            continue
        missing = _missing_name(files, page, found["path"])
        end = value.offset + found.end("path")
        yield _Edit(end, end, missing)


def _missing_name(files: Mapping[str, bytes], page: str, address: str) -> str:
    """Return what an address lacks to name the file of a page; nothing if it names one."""
    is_relative = not address.startswith("/") and ":" not in address
    if not address or not is_relative:
        return ""
    folder = page.rpartition("/")[0]
    path = f"{folder}/{unquote(address)}"
    target = normpath(path.lstrip("/"))
    index = "index.html" if target == "." else f"{target}/index.html"
    if index not in files:
        return ""
    if address.endswith("/"):
        return "index.html"
    return "/index.html"


def _script_of_pages(knowledge: _Knowledge) -> str:
    """Return the search data as a script, one page per line, so that it need not be fetched."""
    rows: list[str] = []
    for document in (*knowledge["notes"], *knowledge["sources"]):
        row = _row(document)
        rows.append(json.dumps(row, ensure_ascii=False))
    lines = ",\n".join(rows)
    return f"portable.pages = [\n{lines}\n];\n"


def _row(document: _Document) -> tuple[str, str, str, str, list[str]]:
    """Return the address, section, title, subject and other names of a page."""
    fields = document["fields"]
    address = document["page"]
    about = fields.get("answer") or fields.get("summary") or ""
    names = [*fields.get("aliases", []), *fields.get("short", [])]
    return (
        address,
        _section(address),
        document["title"],
        plain(about),
        names,
    )


def _section(address: str) -> str:
    folder = address.partition("/")[0]
    kind = KINDS.get(folder)
    if kind is None:
        return Source.folder.capitalize()
    return kind.plural
