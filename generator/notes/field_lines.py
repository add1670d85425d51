"""Lines of a body that look as if they belonged to front matter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.schema.front_matter import BLANKS, looks_like_fence
from generator.schema.keys import canonical_key

_FIELD = re.compile(
    r"(?:#\+|:)?[\"']?(?P<key>[^\W\d_](?:[\w-]| (?=\S)){0,30})[\"']? ?"
    r"(?::|：|=)(?P<value>.*)",
    re.DOTALL,
)
"""``key: value``, and how other programs write it: ``key = value``, ``:key: value``."""
_OTHER_FENCE = re.compile(r"\+{3,}|;{3,}|={3,}|\*{3,}|_{3,}")
_CODE = re.compile(
    r"[\s>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(?P<fence>`{3,}|~{3,})(?P<info>.*)", re.DOTALL
)
_WITHOUT_BLANKS = str.maketrans("", "", BLANKS)
_ONLY_FIELDS = {"title", "aliases", "tags"}
"""Fields whose names begin no sentence of an article, even in capitals."""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A line that looks like a field."""

    key: str
    is_known: bool
    """Whether this kind of note has a field of that name."""
    is_lowercase: bool
    names_only_fields: bool
    """Whether nobody begins the text of a note with this word."""

    @property
    def is_certain(self) -> bool:
        """Whether the line is a field wherever a field may be: sentences begin with a capital."""
        return self.is_known and (self.is_lowercase or "_" in self.key)


@lru_cache(maxsize=1024)
def field_meant(key: str, known: Sequence[str]) -> str:
    """Return the field that a key means; many lines have the same key."""
    return canonical_key(key, known)


def field_line(line: str, known: Sequence[str]) -> FieldLine | None:
    """Read a line as a field; a key with marks around it, as in ``**Key:**``, is none."""
    found = _FIELD.fullmatch(line.strip(BLANKS))
    if found is None:
        return None
    key = found["key"]
    value = found["value"].removeprefix(":")
    name = field_meant(key, known)
    is_known = name in known
    is_apart = not value or value[0].isspace()
    is_address = value.startswith("//")
    if is_address or not (is_known or is_apart):
        return None
    is_lowercase = key == key.lower()
    return FieldLine(key, is_known, is_lowercase, name in _ONLY_FIELDS)


def continues(line: str) -> bool:
    """Say whether a line may go on with the fields above it: indented, an item, a comment."""
    belongs = line.startswith((*BLANKS, "- ", "#", "["))
    return belongs and not is_border(line)


def is_blank(line: str) -> bool:
    """Say whether a line shows nothing."""
    return not line.strip(BLANKS)


def is_border(line: str) -> bool:
    """Say whether a line ends fields: a fence of any form."""
    return looks_like_fence(line) or _is_other_fence(line)


def without_blanks(line: str) -> str:
    """Return a line without its characters that show nothing."""
    return line.translate(_WITHOUT_BLANKS)


def _is_other_fence(line: str) -> bool:
    """Say whether a line is the border of front matter elsewhere, or a rule."""
    return bool(_OTHER_FENCE.fullmatch(line.strip(BLANKS)))


def opens_code(line: str) -> bool:
    """Say whether a line opens a fenced block of code."""
    return bool(_code_fence(line))


def lines_outside_code(lines: Sequence[str]) -> Iterator[int]:
    """Yield the index of each line that is in no block of code, fenced or indented."""
    fence = ""
    may_be_indented = True
    for index, line in enumerate(lines):
        is_indented = may_be_indented and line.startswith(("    ", "\t"))
        may_be_indented = is_indented or is_blank(line)
        if fence:
            fence = "" if _closes_code(line, fence) else fence
            continue
        fence = _code_fence(line)
        if not (fence or is_indented):
            yield index


def _code_fence(line: str) -> str:
    """Return the marks that open a block of code, if the line does."""
    found = _CODE.fullmatch(line)
    if found is None or "`" in found["info"]:
        return ""
    return found["fence"]


def _closes_code(line: str, fence: str) -> bool:
    found = _CODE.fullmatch(line)
    if found is None or not found["fence"].startswith(fence):
        return False
    return is_blank(found["info"])
