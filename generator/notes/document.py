"""What the files of notes and sources have in common: an id, front matter, a title, a body."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Origin, Position, quoted
from generator.notes.misplaced import with_misplaced_fields
from generator.schema.front_matter import Parts, split_note
from generator.schema.limits import limited
from generator.schema.scalars import ID_PATTERN
from generator.schema.values import Fields, Prose
from generator.text.normal import fold

HOME_PATH = "content/index.md"
_HEADING = re.compile(r"\s*#[ \t]+(?P<title>[^ \t\n][^\n]*)(?:\n|\Z)")
_WORD_OF_ID = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class TitledBody:
    """A title, and the body without the heading that gave it."""

    title: str
    body: Prose
    first_line: int


def id_of(path: str) -> str:
    """Return the id of a document: the stem of its file name."""
    return PurePosixPath(path).stem


def open_document(
    path: str, text: str, model: type[Fields], *, by_line: bool = False
) -> Parts | list[Diagnostic]:
    """Split the text of a file, or report why it cannot be read.

    A paragraph is what blank lines divide, or one line.
    """
    problem = bad_id(path)
    if problem:
        return [problem]
    parts = with_misplaced_fields(split_note(text), model)
    parts = limited(parts, by_line=by_line)
    has_content = parts.node.value or parts.body.strip()
    if not has_content and not parts.faults:
        return [_empty(path)]
    return parts


def bad_id(path: str) -> Diagnostic | None:
    """Report a file whose name cannot be an id, and suggest one that can."""
    stem = id_of(path)
    if stem == "index" and path != HOME_PATH:
        message = "'index' is the id of the page that lists the others"
        hint = "Rename the file."
        return Diagnostic(Origin(path), "bad-file-name", message, hint)
    if ID_PATTERN.fullmatch(stem):
        return None
    message = f"{quoted(stem)} cannot be an id: ids have a-z, 0-9 and single hyphens"
    hint = f"Rename the file to {possible_id(stem)}.md."
    return Diagnostic(Origin(path), "bad-file-name", message, hint)


def possible_id(text: str) -> str:
    """Return an id like a text that is none."""
    words = _WORD_OF_ID.findall(fold(text))
    return "-".join(words) or "a-name"


def _empty(path: str) -> Diagnostic:
    hint = "Write a line of text, or delete the file."
    return Diagnostic(Origin(path), "empty-note", "the file is empty", hint)


def titled_body(title: str, parts: Parts, id_: str) -> TitledBody:
    """Find the title: the field of that name, else the first heading, else the id in words."""
    body = parts.body
    line = parts.body_line
    heading = _HEADING.match(body)
    if heading:
        words = _without_closing_marks(heading["title"])
        if title in {"", words}:
            title = words
            line += heading[0].count("\n")
            body = body[heading.end() :]
    if not title:
        title = _in_words(id_)
    start = Position(line, 1)
    prose = Prose(body, start)
    return TitledBody(title, prose, line)


def _without_closing_marks(heading: str) -> str:
    """Return a heading without the marks that may close it: ``Title ##``, but not ``C#``."""
    heading = heading.rstrip(" \t")
    title = heading.rstrip("#")
    if title.endswith((" ", "\t")):
        return title.rstrip(" \t")
    return heading


def _in_words(id_: str) -> str:
    """Return an id as a title: ``north-korea`` as ``North korea``."""
    words = id_.replace("-", " ")
    return words[0].upper() + words[1:]
