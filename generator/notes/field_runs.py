"""Lines that look like fields, one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.notes.field_lines import (
    FieldLine,
    continues,
    field_line,
    is_blank,
    is_border,
)


@dataclass(frozen=True, slots=True)
class Run:
    """Fields one below the other; at least one."""

    first: int
    end: int
    fields: tuple[FieldLine, ...]
    is_closed: bool
    """Whether a line that looks like the end of front matter follows."""

    @property
    def is_certain(self) -> bool:
        """Whether it has a line that is a field wherever a field may be."""
        return any(field.is_certain for field in self.fields)

    @property
    def is_certain_at_the_top(self) -> bool:
        """Whether it has two fields, or one whose name begins no text of a note."""
        has_name = any(field.names_only_fields for field in self.fields)
        return has_name or len(set(self.known_keys)) > 1

    @property
    def is_lowercase(self) -> bool:
        """Whether no key has a capital."""
        return all(field.is_lowercase for field in self.fields)

    @property
    def known_keys(self) -> tuple[str, ...]:
        """The keys that are fields of the kind."""
        return tuple(field.key for field in self.fields if field.is_known)

    @property
    def key(self) -> str:
        """The key to name in a message."""
        first, *_ = self.known_keys or [self.fields[0].key]
        return first


def read_run(
    lines: Sequence[str], first: int, known: Sequence[str], *, is_fenced: bool
) -> Run | None:
    """Read lines that look like fields; below a fence there may be blank lines among them."""
    fields: list[FieldLine] = []
    end = first
    for index in range(first, len(lines)):
        line = lines[index]
        if is_blank(line) and is_fenced:
            continue
        field = field_line(line, known)
        if field:
            fields.append(field)
        elif not fields or not continues(line):
            break
        end = index + 1
    if not fields:
        return None
    return Run(first, end, tuple(fields), _is_closed(lines, end))


def _is_closed(lines: Sequence[str], end: int) -> bool:
    for index in range(end, len(lines)):
        line = lines[index]
        if not is_blank(line):
            return is_border(line)
    return False
