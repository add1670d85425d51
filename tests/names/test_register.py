"""The register of names: who bears each, in which forms."""

from __future__ import annotations

from generator.names.matcher import Holders
from generator.names.register import Register


def test_a_name_of_several_notes_maps_to_each_in_order() -> None:
    register = Register()
    register.add("un", ["Kim Jong Un"], ["Kim"])
    register.add("sung", ["Kim Il Sung"], ["Kim"])

    assert register.holders() == {
        "Kim": Holders((), ("sung", "un")),
        "Kim Il Sung": Holders(("sung",)),
        "Kim Jong Un": Holders(("un",)),
    }


def test_only_a_persons_middle_names_may_be_shortened() -> None:
    register = Register()
    register.add("truman", ["Harry S. Truman"], is_person=True)
    register.add("rockhill", ["William Woodville Rockhill"], is_person=True)
    register.add("route", ["Great Northern Route"])

    assert list(register.holders()) == [
        "Great Northern Route",
        "Harry S. Truman",
        "Harry Truman",
        "William W. Rockhill",
        "William Woodville Rockhill",
    ]


def test_names_that_count_as_the_same_are_one_name_as_it_was_first_spelt() -> None:
    register = Register()
    register.add("lodz", ["Łódź"])
    register.add("other", ["Lodz"], ["Lo\u0301dz"])
    register.add_foreign("ŁÓDŹ")

    assert register.holders() == {
        "ŁÓDŹ": Holders(),
        "Łódź": Holders(("lodz", "other"), ("other",)),
    }


def test_a_foreign_name_is_borne_by_no_note() -> None:
    register = Register()
    register.add("china", ["China"], [""])
    register.add_foreign("China  Post")
    register.add_foreign("China")

    assert register.holders() == {"China": Holders(("china",)), "China Post": Holders()}
