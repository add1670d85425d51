"""Names that would become links where they mean something else."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity
from generator.names.common_words import check_common
from generator.notes.parse import parse_note

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: The", [(1, WARNING)]),
        ("title: the", [(1, ERROR)]),
        ("title: A", [(1, WARNING)]),
        ("title: Who\nautolink: no", []),
        ("title: WHO", []),
        ("title: x\naliases: [of, On the]", [(1, ERROR), (2, ERROR), (2, ERROR)]),
        ("title: Xi", [(1, WARNING)]),
        ("title: Xi\ntype: person", []),
        ("title: xi\ntype: person", [(1, ERROR)]),
        ("title: UN", []),
        ("title: U.N.", []),
        ("title: 金正恩", []),
        ("title: Juche\nshort: force", [(2, WARNING)]),
        ("title: Juche\nshort: Force", []),
    ],
)
def test_a_common_name_is_reported_at_its_line(
    front: str, expected: list[tuple[int, Severity]]
) -> None:
    note, problems = parse_note("content/actors/here.md", f"---\n{front}\n---\nx\n")

    assert note
    assert not problems
    found = [(item.origin.line - 1, item.severity) for item in check_common(note)]
    assert found == expected
