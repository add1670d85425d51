"""The text of one note."""

import re
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Origin, Position, did_you_mean, quoted
from generator.notes.model import HOME, KINDS, Kind, Note
from generator.schema.front_matter import Parts, split_note
from generator.schema.limits import limited
from generator.schema.scalars import ID_PATTERN
from generator.schema.validate import read_fields
from generator.schema.values import Prose

_HEADING = re.compile(r"\A\s*#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|\Z)")


def parse_note(path: str, text: str) -> tuple[Note | None, list[Diagnostic]]:
    """Turn the text of one file of content/ into a note, or say why it is not one.

    A note needs nothing: its folder is its kind, its file's name its id; its title is the field
    ``title``, else the first heading, else the id in words.
    """
    folder = PurePosixPath(path).parts[1]
    kind = KINDS.get(folder)
    if kind is None:
        hint = (
            did_you_mean(folder, KINDS) or f"Move it into one of: {', '.join(KINDS)}."
        )
        message = f"{quoted(folder)} is no folder of notes"
        return None, [Diagnostic(Origin(path), "unknown-kind", message, hint)]
    return parse_as(kind, path, text)


def parse_home(path: str, text: str) -> tuple[Note | None, list[Diagnostic]]:
    """Turn the text of the file that opens the home page into a note."""
    return parse_as(HOME, path, text)


def parse_as(kind: Kind, path: str, text: str) -> tuple[Note | None, list[Diagnostic]]:
    """Turn the text of one file into a note of a kind, or say why it is not one."""
    if problem := bad_id(path):
        return None, [problem]
    parts = limited(split_note(text))
    if is_empty(parts):
        return None, [empty_note(path)]
    fields, node, problems = read_fields(kind.fields, parts, path)
    stem = PurePosixPath(path).stem
    title, body, body_line = split_title(fields.title, parts, stem)
    note = kind.note(
        kind=kind,
        id=stem,
        title=title,
        path=path,
        fields=fields,
        body=Prose(body, Position(body_line, 1)),
        body_line=body_line,
        node=node,
        broken=bool(problems),
    )
    return note, problems


def bad_id(path: str) -> Diagnostic | None:
    """Report a file whose name cannot be an id, and what would do."""
    stem = PurePosixPath(path).stem
    if stem == "index" and path != "content/index.md":
        message = "'index' is the id of the page that lists the others"
        return Diagnostic(
            Origin(path), "bad-file-name", message, "Give the file another name."
        )
    if ID_PATTERN.fullmatch(stem):
        return None
    would_do = "-".join(re.findall(r"[a-z0-9]+", stem.lower())) or "a-name"
    message = f"{quoted(stem)} cannot be an id: it takes a-z, 0-9 and single hyphens"
    return Diagnostic(
        Origin(path), "bad-file-name", message, f"Rename the file {would_do}.md."
    )


def is_empty(parts: Parts) -> bool:
    """Say whether a file holds neither a field nor a word."""
    return not parts.faults and not parts.node.value and not parts.body.strip()


def empty_note(path: str) -> Diagnostic:
    """Report a file that holds nothing."""
    hint = "Write a line of text, or delete the file."
    return Diagnostic(Origin(path), "empty-note", "the file holds nothing", hint)


def split_title(title: str, parts: Parts, stem: str) -> tuple[str, str, int]:
    """Return the title, the body without the heading that gave it, and the body's first line."""
    heading = _HEADING.match(parts.body)
    if heading and title in {"", heading["title"]}:
        line = parts.body_line + heading[0].count("\n")
        return heading["title"], parts.body[heading.end() :], line
    words = stem.replace("-", " ")
    return title or words[0].upper() + words[1:], parts.body, parts.body_line
