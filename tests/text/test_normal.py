"""Text as it is compared: one kind of each sign, offsets kept, marks gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.normal import normal, uniform, without_marks


@given(st.text())
def test_offsets_stay_where_signs_are_made_uniform(text: str) -> None:
    assert len(uniform(text)) == len(text)


@pytest.mark.parametrize(
    ("name", "registered"),
    [
        ("People’s  Republic", "People's Republic"),
        ("Sino\u2013Soviet\u00a0split", "Sino-Soviet split"),
        ("Cafe\u0301", "Café"),
    ],
)
def test_a_name_is_registered_in_one_form(name: str, registered: str) -> None:
    assert normal(name) == registered


@pytest.mark.parametrize(
    ("text", "bare"), [("Müller", "Muller"), ("Łódź", "Lodz"), ("Ørsted", "Orsted")]
)
def test_diacritics_go(text: str, bare: str) -> None:
    assert without_marks(text) == bare
