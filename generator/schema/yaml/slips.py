"""Values that YAML reads without complaint as something else than their writer meant."""

import re
from dataclasses import dataclass

from generator.codes import Code
from generator.diagnostics import quoted

HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    r"\ue000-\uf8ff\U000e0000-\U000e007f]"
    r"(?<![\U0001f3f4\U000e0020-\U000e007f][\U000e0000-\U000e007f])"
)
"""Control characters, private ones, and those that hide text or change its direction.

Joiners stay, as scripts need them, and so do the tags of flags.
"""
_ESCAPED = re.compile(rf"{HIDDEN.pattern}|\r")
_CUT = re.compile(r"[ \t]+(?P<lost>#(?:[^\s#]|[ \t]*\d+[ \t]*$).*)")
"""Where a comment begins that looks like a number or a tag: ``#2270``, ``# 5``."""
_IN_CURLY_QUOTES = re.compile(
    r"[“”„‟][^“”„‟\"]+[“”„‟\"]"
    r"|[‘‚‛](?:[^‘’‚‛“”„‟\"]|(?<=\w)’(?=\w))+[’‘]"
)
"""Marks around a whole value; within single ones there may be an apostrophe."""
_BEFORE_KEY = re.compile(r"[ ]*(?:-[ ]+)*")
_FIELD = re.compile(
    r"(?P<indentation>[ ]*)(?:-[ ]+)*(?:\w[\w -]*|\"[^\"]*\"[ ]*|'[^']*'[ ]*):(?:\s|$)"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a value, and where, as an offset in the text."""

    code: Code
    message: str
    hint: str
    start: int
    breaks_what_follows: bool = False
    """Whether a mistake of form right behind the value is only its consequence."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it was read, and where it was written."""

    text: str
    """The whole text that it is part of."""
    value: str
    style: str
    start: int
    end: int


def find_slip(scalar: Scalar) -> Slip | None:
    """Return what a value lost or took in without its writer's intention, if anything."""
    if not scalar.style:
        return _cut(scalar) or _in_curly_quotes(scalar)
    if scalar.style in {"'", '"'}:
        return _never_closed(scalar) or _hidden(scalar)
    return None


def is_in_curly_quotes(value: str) -> bool:
    """Say whether typographic quotation marks enclose a whole value."""
    return bool(_IN_CURLY_QUOTES.fullmatch(value))


def _cut(scalar: Scalar) -> Slip | None:
    """Report a number sign that ends an unquoted value: to YAML the rest is a comment."""
    end_of_line = scalar.text.find("\n", scalar.end)
    rest = scalar.text[scalar.end : end_of_line if end_of_line >= 0 else None]
    found = _CUT.match(rest)
    if found is None:
        return None
    lost = found["lost"].rstrip()
    return Slip(
        code="cut-value",
        message=f"{quoted(lost)} is not read: a # behind a blank begins a comment",
        hint="Put the whole value in quotes; if it is a comment, give it a line of its own.",
        start=scalar.end + found.start("lost"),
        breaks_what_follows=True,
    )


def _in_curly_quotes(scalar: Scalar) -> Slip | None:
    """Report marks that an editor made of straight ones: to YAML they are part of the value."""
    if not is_in_curly_quotes(scalar.value):
        return None
    return Slip(
        code="curly-quotes",
        message="the value is in curly quotation marks, which are part of it",
        hint="Use straight ones instead; if the curly ones are meant, put straight ones around.",
        start=scalar.start,
    )


def _never_closed(scalar: Scalar) -> Slip | None:
    """Report a quotation mark that took in the fields below it, up to the next mark."""
    written = scalar.text[scalar.start : scalar.end]
    if "\n" not in written:
        return None
    indentation = _indentation(scalar)
    for line in written.split("\n")[1:]:
        found = _FIELD.match(line)
        if found and len(found["indentation"]) <= indentation:
            return Slip(
                code="bad-yaml",
                message="a quotation mark is not closed",
                hint="Close it at the end of the value.",
                start=scalar.start,
                breaks_what_follows=True,
            )
    return None


def _indentation(scalar: Scalar) -> int:
    """Return the column of the key of a value, or of the hyphen in front of it."""
    line_start = scalar.text.rfind("\n", 0, scalar.start) + 1
    before = scalar.text[line_start : scalar.start]
    found = _BEFORE_KEY.match(before)
    key = found.end() if found else 0
    return before.rfind("-") if 0 < key == len(before) else key


def _hidden(scalar: Scalar) -> Slip | None:
    """Report an escape for an invisible character."""
    found = _ESCAPED.search(scalar.value)
    if found is None:
        return None
    number = ord(found[0])
    return Slip(
        code="bad-character",
        message=f"an escape in the value stands for the invisible character U+{number:04X}",
        hint="Delete the escape; to print a backslash, write two, or use single quotes.",
        start=scalar.start,
    )
