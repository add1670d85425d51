"""The text of one note."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Origin, did_you_mean, quoted
from generator.notes.document import TitledBody, id_of, open_document, titled_body
from generator.notes.model import HOME, KINDS, Kind, Note
from generator.schema.front_matter import Parts
from generator.schema.validate import read_fields
from generator.text.tree import Citation, FootnoteMark, inlines_of

_MOVE_IT = f"Move it into one of: {', '.join(KINDS)}."


def parse_note(path: str, text: str) -> tuple[Note | None, list[Diagnostic]]:
    """Turn the text of one file of content/ into a note, or say why it is not one.

    Nothing is required: the folder is the kind, the file name is the id, and the title is the field
    ``title``, else the first heading, else the id in words.
    """
    _, folder, *rest = PurePosixPath(path).parts
    if not rest:
        return None, [_without_folder(path)]
    kind = KINDS.get(folder)
    if kind is None:
        problem = _unknown_kind(path, folder)
        return None, [problem]
    return _parse_as(kind, path, text)


def parse_home(path: str, text: str) -> tuple[Note | None, list[Diagnostic]]:
    """Turn the text of the file that opens the home page into a note."""
    return _parse_as(HOME, path, text)


def _unknown_kind(path: str, folder: str) -> Diagnostic:
    message = f"{quoted(folder)} is not a folder of notes"
    hint = did_you_mean(folder, KINDS) or _MOVE_IT
    return Diagnostic(Origin(path), "unknown-kind", message, hint)


def _without_folder(path: str) -> Diagnostic:
    message = "the file is not in a folder of notes"
    return Diagnostic(Origin(path), "unknown-kind", message, _MOVE_IT)


def _parse_as(kind: Kind, path: str, text: str) -> tuple[Note | None, list[Diagnostic]]:
    """Turn the text of one file into a note of a kind, or say why it is not one."""
    parts = open_document(path, text, kind.fields)
    if not isinstance(parts, Parts):
        return None, parts
    fields, node, problems = read_fields(kind.fields, parts, path)
    id_ = id_of(path)
    titled = titled_body(fields.title, parts, id_)
    problems += _cited_in_title(titled, parts, path)
    note = kind.note(
        kind=kind,
        id=id_,
        title=titled.title,
        path=path,
        heading=titled.written,
        fields=fields,
        body=titled.body,
        body_line=titled.first_line,
        node=node,
        is_broken=bool(problems),
    )
    return note, problems


def _cited_in_title(
    titled: TitledBody, parts: Parts, path: str
) -> Iterator[Diagnostic]:
    """Report what the heading that gives the title cites: it is shown where nothing is cited."""
    heading = titled.heading
    if heading is None:
        return
    for inline in inlines_of(heading.inlines):
        if isinstance(inline, Citation | FootnoteMark):
            before = parts.body[: inline.start]
            line = parts.body_line + before.count("\n")
            column = inline.start - before.rfind("\n")
            message = "a title cannot cite a source or have a footnote"
            hint = "Put it behind a sentence of the text."
            yield Diagnostic(Origin(path, line, column), "bad-citation", message, hint)
