"""What one page links, and what it leaves plain."""

from __future__ import annotations

import pytest

from generator.links.policy import PagePolicy

POLICY = PagePolicy(
    "here", "all", 2, ("dprk", "The North", "Kim  Jong Un", "Łódź", "Xi'an")
)


@pytest.mark.parametrize(
    ("note", "name", "is_excluded"),
    [
        ("here", "Here", True),
        ("dprk", "North Korea", True),
        ("korea", "the north", True),
        ("un", "Kim\nJong Un", True),
        ("un", "Kim", False),
        ("lodz", "LODZ", True),
        ("lodz", "Ło\u0301dz\u0301", True),
        ("xian", "Xi’an", True),
        ("korea", "DPRK", True),
        ("korea", "Korea", False),
    ],
)
def test_a_page_names_what_it_does_not_link_by_id_or_name(
    note: str, name: str, *, is_excluded: bool
) -> None:
    assert POLICY.excludes(note, name) is is_excluded


@pytest.mark.parametrize(
    ("max_links", "links", "has_room"), [(2, 1, True), (2, 2, False), (0, 99, True)]
)
def test_a_section_has_room_for_so_many_links(
    max_links: int, links: int, *, has_room: bool
) -> None:
    assert PagePolicy("", "all", max_links, ()).has_room(links) is has_room
