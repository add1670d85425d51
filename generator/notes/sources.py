"""The record of one source."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Position, quoted
from generator.notes.model import Source
from generator.notes.parse import bad_id, empty_note, is_empty, split_title
from generator.schema.front_matter import split_note
from generator.schema.limits import limited
from generator.schema.nodes import FieldPath
from generator.schema.sources import SourceFields
from generator.schema.validate import read_fields
from generator.schema.values import Prose

_NUMBERED = re.compile(r"(?P<id>p\d+): +(?P<text>.+)")


def parse_source(path: str, text: str) -> tuple[Source | None, list[Diagnostic]]:
    """Turn the text of one file of seeds/ into the record of a source, or say why it is not one."""
    if problem := bad_id(path):
        return None, [problem]
    parts = limited(split_note(text), by_line=True)
    if is_empty(parts):
        return None, [empty_note(path)]
    fields, node, problems = read_fields(SourceFields, parts, path)
    stem = PurePosixPath(path).stem
    title, body, body_line = split_title(fields.title, parts, stem)
    source = Source(
        id=stem,
        title=title,
        path=path,
        fields=fields,
        body=Prose(body, Position(body_line, 1)),
        body_line=body_line,
        paragraphs=number_paragraphs(body, body_line),
        node=node,
        broken=bool(problems),
    )
    return source, problems or list(_dangling(source))


def number_paragraphs(body: str, first_line: int = 1) -> Mapping[str, Prose]:
    """Map paragraph ids to texts: non-blank lines, numbered from p0 unless one says ``p4: …``."""
    paragraphs: dict[str, Prose] = {}
    number = 0
    for line, written in enumerate(body.splitlines(), first_line):
        text = written.strip()
        if not text:
            continue
        id_ = f"p{number}"
        if match := _NUMBERED.fullmatch(text):
            id_, text = match["id"], match["text"]
        column = written.index(text) + 1
        paragraphs[id_] = Prose(text, Position(line, column))
        number += 1
    return paragraphs


def _dangling(source: Source) -> Iterator[Diagnostic]:
    """Report numbers in the front matter for which the body has no paragraph."""
    for path, number in _numbers(source.fields):
        if f"p{number}" not in source.paragraphs:
            message = f"{quoted(source.id)} has no paragraph p{number}"
            count = len(source.paragraphs)
            hint = f"Its body has {count} paragraphs; begin a line with 'p{number}: '."
            yield Diagnostic(source.origin(path), "unknown-paragraph", message, hint)


def _numbers(fields: SourceFields) -> Iterator[tuple[FieldPath, int]]:
    for position, correction in enumerate(fields.corrections):
        yield ("corrections", position, "p"), correction.p
    unusable = fields.paragraphs
    lists = (
        (("boilerplate",), fields.boilerplate),
        (("paragraphs", "reversed"), unusable.reversed),
        (("paragraphs", "lost"), unusable.lost),
    )
    for path, numbers in lists:
        yield from (
            ((*path, position), number) for position, number in enumerate(numbers)
        )
