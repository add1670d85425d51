"""Names and years in notes that were never written for us."""

from __future__ import annotations

import pytest

from generator.names.context import ALWAYS, Subject
from generator.names.foreign_notes import loose_names
from generator.names.matcher import Holders


@pytest.mark.parametrize(
    ("front", "names", "subject"),
    [
        ("title: Ada", {"Ada": Holders(("n",))}, Subject()),
        ("aliases: Ada", {"Ada": Holders(("n",)), "N": Holders(("n",))}, Subject()),
        (
            "title: Ada\naliases: [{a: b}, Bo]",
            {"Ada": Holders(("n",)), "Bo": Holders(("n",))},
            None,
        ),
        ("title: Ada\nshort: [A, B]", None, Subject()),
        (
            "title: Ada\ntype: person",
            {"Ada": Holders(("n",))},
            Subject(is_person=True, has_last_name=True),
        ),
        ("title: Ada\nkind: [person]\nshort: A", None, Subject(is_person=True)),
        (
            "title: Ada\nbirth: 10 December 1815\ndied: [1852, 1853]",
            None,
            Subject(years=(1815, 1853)),
        ),
        ("title: Ada\nfounded: long ago", None, Subject(years=ALWAYS)),
    ],
)
def test_a_note_has_names_and_years_whatever_its_fields(
    front: str, names: dict[str, Holders] | None, subject: Subject | None
) -> None:
    found, subjects = loose_names([("a/n.md", f"---\n{front}\n---\nx\n")])

    assert names in (None, found)
    assert subject in (None, subjects["n"])
