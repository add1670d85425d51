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
from generator.text.plain import words_of
from generator.text.reader import read
from generator.text.tree import Heading

HOME_PATH = "content/index.md"
_WORD_OF_ID = re.compile(r"[a-z0-9]+")

_REACHING = ("[", "%%")
"""Signs of what is read by the rest of the text: a definition, a footnote, a comment's end."""


@dataclass(frozen=True, slots=True)
class TitledBody:
    """A title, and the body without the heading that gave it."""

    title: str
    body: Prose
    first_line: int
    heading: Heading | None = None
    """The heading that gave the title."""
    written: Prose | None = None
    """That heading as it is written."""


def id_of(path: str) -> str:
    """Return the id of a document: the stem of its file name."""
    return PurePosixPath(path).stem


def open_document(
    path: str, text: str, model: type[Fields]
) -> Parts | list[Diagnostic]:
    """Split the text of a file, or report why it cannot be read."""
    problem = bad_id(path)
    if problem:
        return [problem]
    parts = limited(with_misplaced_fields(split_note(text), model))
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
    written = None
    heading = _first_heading(body)
    words = words_of(heading.inlines) if heading else ""
    if heading and words and title in {"", words}:
        title = words
        written = _written(heading, parts)
        line += body.count("\n", 0, heading.end)
        body = body[heading.end :]
    else:
        heading = None
    if not title:
        title = _in_words(id_)
    start = Position(line, 1)
    prose = Prose(body, start)
    return TitledBody(title, prose, line, heading, written)


def _written(heading: Heading, parts: Parts) -> Prose:
    """Return a heading as it is written, with its place in the file."""
    before = parts.body[: heading.start]
    line = parts.body_line + before.count("\n")
    column = heading.start - before.rfind("\n")
    text = parts.body[heading.start : heading.end]
    return Prose(text, Position(line, column))


def _first_heading(body: str) -> Heading | None:
    """Return the heading of the whole page with which a body begins, if it begins with one."""
    first_line = len(body) - len(body.lstrip("\n"))
    blank_line = body.find("\n\n", first_line)  # no heading goes on below one
    above = body[:blank_line] if blank_line >= 0 else body
    if not _may_be_heading(above):
        return None
    if any(sign in above for sign in _REACHING):
        above = body
    for block in read(above).blocks:
        if isinstance(block, Heading) and block.level == 1:
            return block
        break
    return None


def _may_be_heading(first_lines: str) -> bool:
    """Say whether a text may begin with a heading, by the lines above its first blank one."""
    has_sign = "#" in first_lines or "=" in first_lines
    may_show_nothing = "%%" in first_lines or first_lines.lstrip().startswith("[")
    return has_sign or may_show_nothing


def _in_words(id_: str) -> str:
    """Return an id as a title: ``north-korea`` as ``North korea``."""
    words = id_.replace("-", " ")
    return words[0].upper() + words[1:]
