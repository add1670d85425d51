"""Calls that are counted, or made in workers, give what plain calls give."""

from __future__ import annotations

from collections.abc import Mapping

from generator.incremental.memo import Memo
from generator.io.parallel import Counted
from generator.io.progress import Step, shown_by


def double(number: int) -> int:
    return 2 * number


NUMBERS: Mapping[str, int] = {"a": 1, "b": 2}


def test_calls_that_are_counted_have_the_same_results() -> None:
    steps: list[Step] = []

    with shown_by(steps.append):
        counted = Counted({double: "Doubling"})

        assert counted.each(double, NUMBERS) == Memo().each(double, NUMBERS)

    assert [step.done for step in steps] == [0, 1, 2]


def test_only_slow_functions_are_counted() -> None:
    steps: list[Step] = []

    with shown_by(steps.append):
        assert Counted({}).each(double, NUMBERS) == {"a": 2, "b": 4}

    assert steps == []
