"""What things of any kind are called in schema.org's words."""

from __future__ import annotations

import pytest

from generator.structured_data.things import is_iso, one_or_all, organization


@pytest.mark.parametrize("text", ["2024", "2024-12", "2024-06-19"])
def test_a_date_of_iso_8601_is_one(text: str) -> None:
    assert is_iso(text)


@pytest.mark.parametrize(
    "text", ["2024-21", "2024~", "2024-06/2024-07", "[2024,2025]", "202X", ""]
)
def test_what_is_no_date_of_iso_8601_is_none(text: str) -> None:
    assert not is_iso(text)


def test_one_value_stands_alone_and_several_are_all_given_once() -> None:
    assert one_or_all(["a", "a"]) == "a"
    assert one_or_all(["b", "a", "b"]) == ["b", "a"]
    assert one_or_all([]) == []


def test_an_organisation_without_a_name_is_none() -> None:
    assert organization("") == {}
