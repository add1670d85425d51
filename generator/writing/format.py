"""Make front matter canonical without losing a comment or a byte of the body."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from operator import itemgetter
from pathlib import PurePosixPath

from generator.dates.date import Date
from generator.diagnostics import Diagnostic
from generator.notes.model import HOME, KINDS
from generator.schema.field_map import field_names
from generator.schema.front_matter import HANDLER, split_note
from generator.schema.keys import canonical_key
from generator.schema.nodes import Node, Pair
from generator.schema.notes import NoteFields
from generator.schema.sources import SourceFields
from generator.schema.statements import walk
from generator.schema.validate import read_fields
from generator.schema.values import Fields
from generator.schema.yaml.reader import parse_yaml
from generator.writing.scalars import double_quoted, is_plain, is_text

_EDITABLE_STYLES = {"", "'", '"'}
"""Scalars that are plain or in quotation marks; those that span lines stay as they are."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """Text that replaces a stretch of front matter."""

    start: int
    end: int
    text: str


def fields_of(path: str) -> type[Fields] | None:
    """Return the fields of a file of content/ or seeds/, by its path."""
    folder, *rest = PurePosixPath(path).parts
    if folder == "seeds":
        return SourceFields
    if rest == ["index.md"]:
        return HOME.fields
    kind = KINDS.get(rest[0]) if rest else None
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
    dates = _date_texts(fields, node)
    edits = list(_scalar_edits(node, dates, is_flow=False))
    edited = _applied(front, edits)
    ordered = _reordered(edited, canonical_order(model))
    start = text.index("\n") + 1
    end = start + len(front)
    formatted = text[:start] + ordered + text[end:]
    again, _, new_problems = read_fields(model, split_note(formatted), path)
    is_same = again == fields and not new_problems
    return formatted if is_same else text, []


def _date_texts(fields: Fields, node: Node) -> Mapping[int, str]:
    """Return the canonical text of each date, by the identity of its node."""
    dates: dict[int, str] = {}
    for path, date in walk(fields, Date):
        scalar = node.find(path).node
        dates[id(scalar)] = date.edtf
    return dates


def canonical_order(model: type[Fields]) -> list[str]:
    """Return a model's field names: the title, those of the kind, those that all kinds share."""
    names = field_names(model)
    if not issubclass(model, NoteFields):
        return list(names)
    shared = {"title", *field_names(NoteFields)}
    own_names = [name for name in names if name not in shared]
    shared_names = [name for name in names if name in shared and name != "title"]
    return ["title", *own_names, *shared_names]


def _applied(text: str, edits: Sequence[_Edit]) -> str:
    from_the_end = sorted(edits, key=lambda edit: edit.start, reverse=True)
    for edit in from_the_end:
        before = text[: edit.start]
        after = text[edit.end :]
        text = before + edit.text + after
    return text


def _scalar_edits(
    node: Node, dates: Mapping[int, str], *, is_flow: bool
) -> Iterator[_Edit]:
    """Yield the edits that make dates canonical and remove quotation marks that change nothing.

    Args:
        node: A value and everything in it.
        dates: The canonical text of each date, by the identity of its node.
        is_flow: Whether the value is part of a list or mapping in brackets.
    """
    is_flow = is_flow or node.style == "flow"
    match node.value:
        case tuple() as items:
            for item in items:
                yield from _scalar_edits(item, dates, is_flow=is_flow)
        case str() as text if node.style in _EDITABLE_STYLES:
            edit = _scalar_edit(node, text, dates.get(id(node)), is_flow=is_flow)
            if edit:
                yield edit
        case _:
            for pair in node.pairs.values():
                yield from _scalar_edits(pair.value, dates, is_flow=is_flow)


def _scalar_edit(
    node: Node, text: str, date: str | None, *, is_flow: bool
) -> _Edit | None:
    """Return the edit that makes a scalar canonical, if it is not."""
    canonical = text if date is None else date
    is_unambiguous = date is not None or is_text(text)
    can_be_plain = is_unambiguous and is_plain(canonical, is_flow=is_flow)
    has_needless_quotes = can_be_plain and node.style
    if canonical == text and not has_needless_quotes:
        return None
    written = canonical if can_be_plain else double_quoted(canonical)
    return _Edit(
        start=node.span.start,
        end=node.span.end,
        text=written,
    )


def _reordered(front: str, order: Sequence[str]) -> str:
    """Put the fields of front matter in order, each with the comments right above it."""
    node, _ = parse_yaml(front)
    pairs = list(node.pairs.values())
    if node.style != "block" or not pairs:
        return front
    lines = front.splitlines(keepends=True)
    starts = [_first_line(lines, pair) for pair in pairs]
    ends = [*starts[1:], len(lines)]
    if not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    chunks: list[tuple[int, list[str]]] = []
    for pair, start, end in zip(pairs, starts, ends, strict=True):
        rank = _rank(pair.key, order)
        chunks.append((rank, lines[start:end]))
    chunks.sort(key=itemgetter(0))
    ordered = lines[: starts[0]]
    for _, chunk in chunks:
        ordered += chunk
    return "".join(ordered)


def _rank(key: str, order: Sequence[str]) -> int:
    """Return the position of a key's field in the order; unknown keys come last."""
    name = canonical_key(key, order)
    if name not in order:
        return len(order)
    return order.index(name)


def _first_line(lines: Sequence[str], pair: Pair) -> int:
    """Return the index of a field's first line, or of the first comment right above it."""
    start = pair.key_span.line - 1
    while start and lines[start - 1].startswith("#"):
        start -= 1
    return start


def diff(path: str, before: str, after: str) -> str:
    """Return what changes in a file, as a unified diff."""
    changes = unified_diff(
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        fromfile=f"a/{path}",
        tofile=f"b/{path}",
    )
    return "".join(changes)
