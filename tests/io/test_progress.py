"""What long work says of how far it is, and what it says to nobody."""

from __future__ import annotations

from generator.io.progress import Step, begin, each, shown_by


def test_each_item_is_counted_once_it_is_done() -> None:
    steps: list[Step] = []

    with shown_by(steps.append):
        for item in each("Reading", "ab", 2):
            assert steps[-1].done == "ab".index(item)

    assert steps == [
        Step("Reading", 0, 2),
        Step("Reading", 1, 2),
        Step("Reading", 2, 2),
    ]


def test_where_nothing_is_to_be_done_nothing_is_said() -> None:
    steps: list[Step] = []

    with shown_by(steps.append):
        assert list(each("Reading", [], 0)) == []

    assert steps == []


def test_what_is_done_outside_is_not_shown() -> None:
    steps: list[Step] = []

    with shown_by(steps.append):
        begin("Inside")
    begin("Outside")

    assert steps == [Step("Inside")]
