"""Writers' tools: make front matter canonical without losing a comment or a byte of the body."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import PurePosixPath

import yaml

from generator.dates.date import Date
from generator.diagnostics import Diagnostic
from generator.notes.model import HOME, KINDS
from generator.schema.field_map import field_names, needed_names
from generator.schema.front_matter import HANDLER, split_note
from generator.schema.keys import canonical_key
from generator.schema.nodes import Node, Pair
from generator.schema.notes import NoteFields
from generator.schema.sources import SourceFields
from generator.schema.statements import walk
from generator.schema.validate import read_fields
from generator.schema.values import Fields
from generator.schema.yaml import parse_yaml
from generator.text.normal import without_marks

_QUOTED = {"'", '"'}
_NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=]|:(?:\s|$)|\s#|\s$|[\n\t]")
_FLOW_MARKS = re.compile(r"[,\[\]{}]")
_RESOLVER = yaml.SafeLoader("")


@dataclass(frozen=True, slots=True)
class _Edit:
    """Text to put in the place of a stretch of front matter."""

    start: int
    end: int
    text: str


def fields_of(path: str) -> type[Fields] | None:
    """Return the fields that a file of content/ or seeds/ may hold, by where it lies."""
    parts = PurePosixPath(path).parts
    if parts[0] == "seeds":
        return SourceFields
    if parts[1:] == ("index.md",):
        return HOME.fields
    kind = KINDS.get(parts[1]) if len(parts) > 1 else None
    return kind.fields if kind else None


def format_note(path: str, text: str) -> tuple[str, list[Diagnostic]]:
    """Return the text with canonical front matter, or unchanged with the problems that prevent it.

    The order of fields, dates and quotation marks become canonical; comments stay with the field
    below them.
    """
    model = fields_of(path)
    if model is None or not HANDLER.detect(text):
        return text, []
    fields, node, problems = read_fields(model, split_note(text), path)
    if problems:
        return text, problems
    front, _ = HANDLER.split(text)
    dates = {id(node.find(place)[0]): date.edtf for place, date in walk(fields, Date)}
    edited = _reordered(
        _applied(front, list(_scalar_edits(node, dates))), canonical_order(model)
    )
    start = text.index("\n") + 1
    done = text[:start] + edited + text[start + len(front) :]
    again, _, found = read_fields(model, split_note(done), path)
    return (done if again == fields and not found else text), []


def canonical_order(model: type[Fields]) -> list[str]:
    """Return a model's field names: the title, what is the kind's own, what all kinds share."""
    names = field_names(model)
    if not issubclass(model, NoteFields):
        return list(names)
    shared = set(field_names(NoteFields)) - {"title"}
    return [
        "title",
        *(name for name in names if name not in shared and name != "title"),
    ] + [name for name in names if name in shared]


def _applied(text: str, edits: Sequence[_Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _scalar_edits(
    node: Node, dates: Mapping[int, str], *, is_flow: bool = False
) -> Iterator[_Edit]:
    """Yield what makes dates canonical and takes away quotation marks that change nothing."""
    is_flow = is_flow or node.style == "flow"
    if isinstance(node.value, tuple):
        for item in node.value:
            yield from _scalar_edits(item, dates, is_flow=is_flow)
    elif isinstance(node.value, Mapping):
        for entry in node.value.values():
            yield from _scalar_edits(entry.value, dates, is_flow=is_flow)
    elif isinstance(node.value, str) and node.style in {"", *_QUOTED}:
        text = dates.get(id(node), node.value)
        is_plain = _is_plain(text, is_flow=is_flow) and (
            id(node) in dates or _is_text(text)
        )
        if text != node.value or (is_plain and node.style):
            shown = text if is_plain else _double_quoted(text)
            yield _Edit(node.span.start, node.span.end, shown)


def _is_plain(text: str, *, is_flow: bool) -> bool:
    """Say whether YAML reads a text back without quotation marks."""
    return (
        bool(text)
        and not _NEEDS_QUOTES.search(text)
        and not (is_flow and _FLOW_MARKS.search(text))
    )


def _is_text(text: str) -> bool:
    """Say whether any YAML reader takes a bare text for text, not for a number or a truth."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag == "tag:yaml.org,2002:str")


def _double_quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _reordered(front: str, order: list[str]) -> str:
    """Put the fields of front matter in order, each with the comments right above it."""
    node, _ = parse_yaml(front)
    if node.style != "block" or not isinstance(node.value, Mapping):
        return front
    lines = front.splitlines(keepends=True)
    entries = list(node.value.values())
    starts = [_first_line(lines, entry) for entry in entries]
    if not starts:
        return front
    ends = [*starts[1:], len(lines)]
    chunks = {
        entry.key: "".join(lines[start:end])
        for entry, start, end in zip(entries, starts, ends, strict=True)
    }
    rank = {name: position for position, name in enumerate(order)}
    ordered = sorted(
        chunks, key=lambda key: rank.get(canonical_key(key, order), len(rank))
    )
    return "".join(lines[: starts[0]]) + "".join(_ended(chunks[key]) for key in ordered)


def _first_line(lines: Sequence[str], entry: Pair) -> int:
    """Return the first line of a field, counted from 0: its own, or of the comments above it."""
    start = entry.key_span.line - 1
    while start and lines[start - 1].startswith("#"):
        start -= 1
    return start


def _ended(chunk: str) -> str:
    return chunk if chunk.endswith("\n") else f"{chunk}\n"


def new_note(folder: str, title: str) -> tuple[str, str]:
    """Return the path and text of a note that is begun: its title, and what its kind requires."""
    title = " ".join(title.split())
    stem = "-".join(re.findall(r"[a-z0-9]+", without_marks(title).lower()))
    is_plain = _is_plain(title, is_flow=False) and _is_text(title)
    lines = [f"title: {title if is_plain else _double_quoted(title)}"]
    lines += [f"{name}:" for name in needed_names(KINDS[folder].fields)]
    fields = "\n".join(lines)
    return f"content/{folder}/{stem or 'a-name'}.md", f"---\n{fields}\n---\n"


def diff(path: str, before: str, after: str) -> str:
    """Return what changes in a file, as a unified diff."""
    lines = [text.splitlines(keepends=True) for text in (before, after)]
    return "".join(unified_diff(lines[0], lines[1], f"a/{path}", f"b/{path}"))
