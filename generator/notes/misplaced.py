"""Fields that are not where front matter is read: they would be published as text.

A draft whose ``draft: true`` is missed would be public, so such lines are errors. What may be a
sentence is left alone: keys in capitals (``Note: …``) or in bold, a rule with prose below it, code
within a text, names that are no fields of the kind.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import quoted
from generator.notes.field_lines import (
    field_meant,
    is_blank,
    is_border,
    lines_outside_code,
    without_blanks,
)
from generator.notes.field_runs import Run, read_run
from generator.notes.heads import Head, find_head
from generator.schema.field_map import field_names
from generator.schema.front_matter import Parts, looks_like_fence
from generator.schema.nodes import Fault, Node
from generator.schema.values import Fields
from generator.schema.yaml.reader import parse_yaml

_MARKS = r"[^\w\\]*"
_DRAFT = re.compile(
    rf"{_MARKS}draft[^\w\\:=：]*[:=：]{_MARKS}(?:true|yes|on){_MARKS}(?:#.*)?"
    rf"|{_MARKS}(?i:draft)[^\w\\:=：]*[:=：]{_MARKS}(?i:true){_MARKS}"
    r"|\s*(?i:draft\s*[:=：]\s*(?:yes|on))\s*",
    re.DOTALL,
)
"""A line that says nothing else than that the note is a draft.

In capitals and with marks it may also answer a question: ``- **Draft:** yes``.
"""
_EXACT = re.compile(r"---[ \t]*\r?")
_JSON_KEY = re.compile(r"[{,]\s*[\"']?(?P<key>[^\W\d_][\w -]{0,30})[\"']?\s*:")
_MAX_LINES_OF_JSON = 50
_MOVE_IT = (
    "Move it between the two lines --- at the top of the file;"
    " if it is text, begin the line with another word."
)
_FENCE_IT = (
    "Begin the file with a line ---, then the fields, then another line ---;"
    " if it is text, begin it with another word."
)


def with_misplaced_fields(parts: Parts, model: type[Fields]) -> Parts:
    """Report fields outside the front matter; if there is none, read them for their names."""
    known = field_names(model)
    has_no_fields = not (parts.node.pairs or parts.faults)
    if has_no_fields:
        parts = _with_fields_at_the_top(parts, known)
        if parts.faults:
            return parts
    lines = parts.body.split("\n")
    fault = None
    if not has_no_fields:
        fault = _fault_of_first_lines(lines, known)
    if fault is None:
        fault = _fault_within(lines, known)
    return _with_fault(parts, fault)


def _with_fault(parts: Parts, fault: Fault | None) -> Parts:
    """Add a fault, whose line is an index so far, to those of a file."""
    if fault is None:
        return parts
    line = fault.line + parts.body_line
    placed = replace(fault, line=line)
    return replace(parts, faults=(*parts.faults, placed))


def _with_fields_at_the_top(parts: Parts, known: Sequence[str]) -> Parts:
    """Report what begins a file without front matter and can only be meant as such."""
    lines = parts.body.split("\n")
    head = find_head(lines, known)
    run = read_run(head.lines, head.first, known, is_fenced=False)
    message, hint = _wrong_beginning(head, run, known)
    if not message:
        return parts
    index = head.first
    if head.fence is not None:
        index = head.fence
        message, hint = _wrong_fence(lines[index])
    if run:
        first_line = parts.body_line + run.first
        node = _known_fields(head.lines[run.first : run.end], first_line, known)
        parts = replace(parts, node=node)
    fault = _misplaced(message, hint, index)
    return _with_fault(parts, fault)


def _known_fields(lines: Sequence[str], first_line: int, known: Sequence[str]) -> Node:
    """Read fields outside the front matter, so that others may refer to the note."""
    text = "\n".join(lines)
    node, _ = parse_yaml(text, first_line)
    pairs = {
        key: pair
        for key, pair in node.pairs.items()
        if field_meant(key, known) in known
    }
    return replace(node, value=pairs)


def _wrong_beginning(
    head: Head, run: Run | None, known: Sequence[str]
) -> tuple[str, str]:
    """Return what is wrong with the first words of a file, and a hint; nothing if they are text."""
    if run and _is_front_matter(head, run):
        name = quoted(run.key)
        message = f"{name} looks like a field, but there is no front matter"
        return message, _FENCE_IT
    if head.is_foreign or _has_json_key(head, known):
        message = "the file begins with JSON, not with front matter"
        return message, _FENCE_IT
    return "", ""


def _is_front_matter(head: Head, run: Run) -> bool:
    """Say whether the first lines of a file without front matter can only be fields."""
    if run.is_certain or run.is_certain_at_the_top:
        return True
    for line in head.lines[run.first : run.end]:
        if _DRAFT.fullmatch(line):
            return True
    if not _is_fenced(head, run):
        return False
    return bool(run.known_keys) or run.is_lowercase


def _is_fenced(head: Head, run: Run) -> bool:
    """Say whether lines of hyphens are right above and below fields: rules have blank lines."""
    if head.fence is None or not head.is_plain:
        return False
    if head.fence + 1 != run.first or run.end == len(head.lines):
        return False
    above = head.lines[head.fence]
    below = head.lines[run.end]
    return looks_like_fence(above) and looks_like_fence(below)


def _has_json_key(head: Head, known: Sequence[str]) -> bool:
    """Say whether the first words of a file are an object of JSON that has a field."""
    lines = head.lines[head.first : head.first + _MAX_LINES_OF_JSON]
    text = "\n".join(lines).lstrip()
    if not text.startswith("{"):
        return False
    for found in _JSON_KEY.finditer(text):
        key = found["key"]
        if field_meant(key, known) in known:
            return True
    return False


def _fault_of_first_lines(lines: Sequence[str], known: Sequence[str]) -> Fault | None:
    """Report fields right below the front matter."""
    first = 0
    while first < len(lines) and is_blank(lines[first]):
        first += 1
    run = read_run(lines, first, known, is_fenced=False)
    if run and run.is_certain:
        return _outside(run, first)
    return None


def _fault_within(lines: Sequence[str], known: Sequence[str]) -> Fault | None:
    """Report fields between fences anywhere in a text, and a line that only says it is a draft."""
    for index in lines_outside_code(lines):
        line = lines[index]
        if _DRAFT.fullmatch(line):
            message = "this line looks like a field, but is not in the front matter"
            return _misplaced(message, _MOVE_IT, index)
        if is_border(line):
            run = read_run(lines, index + 1, known, is_fenced=True)
            if run and run.is_certain and _is_block(lines, index, run):
                return _outside(run, index)
    return None


def _is_block(lines: Sequence[str], fence: int, run: Run) -> bool:
    """Say whether a fence belongs to the fields below it: it may be a rule, or mark a heading."""
    is_below_words = fence > 0 and not is_blank(lines[fence - 1])
    has_gap = is_blank(lines[fence + 1])
    return run.is_closed or not (is_below_words or has_gap)


def _outside(run: Run, index: int) -> Fault:
    name = quoted(run.key)
    message = f"{name} looks like a field, but is not in the front matter"
    return _misplaced(message, _MOVE_IT, index)


def _wrong_fence(line: str) -> tuple[str, str]:
    """Return why a line does not open front matter, and a hint."""
    if _EXACT.fullmatch(line):
        message = "front matter must begin on the first line"
        return message, "Delete or move what is above it."
    bare = without_blanks(line)
    if _EXACT.fullmatch(bare):
        message = "the line --- has a blank or an invisible character beside it"
        return message, "Delete what is before and behind the hyphens."
    shown = quoted(line.rstrip())
    message = f"{shown} does not open front matter"
    return message, "Begin the file with a line of exactly three hyphens, ---."


def _misplaced(message: str, hint: str, index: int) -> Fault:
    return Fault("misplaced-front-matter", message, hint, line=index, column=1)
