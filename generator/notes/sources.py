"""The record of one source."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Origin, Position, quoted
from generator.notes.document import id_of, open_document, titled_body
from generator.notes.model import Source
from generator.schema.front_matter import Parts
from generator.schema.nodes import FieldPath
from generator.schema.sources import SourceFields
from generator.schema.validate import read_fields
from generator.schema.values import Prose

_NUMBERED = re.compile(r"(?P<id>p\d+): +(?P<text>[^ ].*)")


class _Paragraph(NamedTuple):
    """A paragraph of a record, and the place of its text."""

    id: str
    text: str
    at: Position


def parse_source(path: str, text: str) -> tuple[Source | None, list[Diagnostic]]:
    """Turn the text of one file of seeds/ into the record of a source, or say why it is not one."""
    parts = open_document(path, text, SourceFields)
    if not isinstance(parts, Parts):
        return None, parts
    fields, node, problems = read_fields(SourceFields, parts, path)
    id_ = id_of(path)
    titled = titled_body(fields.title, parts, id_)
    source = Source(
        id=id_,
        title=titled.title,
        path=path,
        heading=titled.written,
        fields=fields,
        body=titled.body,
        body_line=titled.first_line,
        paragraphs=number_paragraphs(titled.body, titled.first_line),
        node=node,
        is_broken=bool(problems),
    )
    if not problems:
        problems = [*_duplicates(source), *_dangling(source)]
    return source, problems


def number_paragraphs(body: str, first_line: int = 1) -> Mapping[str, Prose]:
    """Map paragraph ids to texts: non-blank lines, numbered from p0 unless one says ``p4: …``."""
    paragraphs: dict[str, Prose] = {}
    for found in _paragraphs(body, first_line):
        paragraphs[found.id] = Prose(found.text, found.at)
    return paragraphs


def _paragraphs(body: str, first_line: int) -> Iterator[_Paragraph]:
    """Yield each paragraph; an id may occur twice."""
    number = 0
    for line, written in enumerate(body.splitlines(), first_line):
        text = written.strip()
        if not text:
            continue
        id_ = f"p{number}"
        match = _NUMBERED.fullmatch(text)
        if match:
            id_ = match["id"]
            text = match["text"]
        column = written.index(text) + 1
        yield _Paragraph(id_, text, Position(line, column))
        number += 1


def _duplicates(source: Source) -> Iterator[Diagnostic]:
    """Report each paragraph that has the number of an earlier one."""
    first_lines: dict[str, int] = {}
    for paragraph in _paragraphs(source.body, source.body_line):
        line = paragraph.at.line
        first = first_lines.setdefault(paragraph.id, line)
        if first == line:
            continue
        origin = Origin(source.path, line)
        message = f"two paragraphs have the number {paragraph.id}"
        hint = f"It is already on line {first}; give one of them another number."
        yield Diagnostic(origin, "duplicate-paragraph", message, hint)


def _dangling(source: Source) -> Iterator[Diagnostic]:
    """Report numbers in the front matter for which the body has no paragraph."""
    count = len(source.paragraphs)
    for path, number in _numbers(source.fields):
        id_ = f"p{number}"
        if id_ not in source.paragraphs:
            origin = source.origin(path)
            message = f"{quoted(source.id)} has no paragraph {id_}"
            hint = f"Its body has {count} paragraphs; begin a line with '{id_}: '."
            yield Diagnostic(origin, "unknown-paragraph", message, hint)


def _numbers(fields: SourceFields) -> Iterator[tuple[FieldPath, int]]:
    """Yield each number of a paragraph in the front matter, and its path."""
    for position, correction in enumerate(fields.corrections):
        path = ("corrections", position, "p")
        yield path, correction.p
    unusable = fields.paragraphs
    yield from _positions(("boilerplate",), fields.boilerplate)
    yield from _positions(("paragraphs", "reversed"), unusable.reversed)
    yield from _positions(("paragraphs", "lost"), unusable.lost)


def _positions(
    path: FieldPath, numbers: tuple[int, ...]
) -> Iterator[tuple[FieldPath, int]]:
    for position, number in enumerate(numbers):
        inner = (*path, position)
        yield inner, number
