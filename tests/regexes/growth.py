"""How the time that a regular expression takes grows with the text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from math import log2
from time import thread_time

from tests.regexes.expressions import SCANNING, Expression
from tests.regexes.texts import Attack, attacks

LINEAR = 1.5
"""Exponents above this are no longer linear: twice the text must not take 2.8 times as long."""
_FIRST_TIMES = (12, 20, 32, 56, 120)
"""So few repetitions that exponential growth shows before it never ends."""
_SECONDS_FOR_SHORT = 0.003
_SCREENED = (128, 1024)
_SUSPICIOUS = 2.0
"""Times as long for each character of the longer text; a quadratic expression takes 8 times."""
_MEASURED = (256, 512, 1024, 2048, 4096, 8192, 16384, 32768)
_SECONDS_FOR_LONG = 0.01
_ATTEMPTS = 3

Match = Callable[[str], object]
"""Applies an expression to a text."""


@dataclass(frozen=True, slots=True)
class Slow:
    """An expression, and a text that takes it more than linear time."""

    expression: Expression
    method: str
    attack: Attack
    exponent: float

    def __str__(self) -> str:
        grows = f"{self.method} takes n^{self.exponent:.1f} for {self.attack}"
        return f"{self.expression.place}: {self.expression.pattern!r}: {grows}"


def find_slow(expression: Expression) -> Slow | None:
    """Return the first text found that takes an expression more than linear time."""
    compiled = re.compile(expression.pattern, expression.flags)
    for attack in attacks(expression.pattern, expression.flags):
        for method, apply in _applications(compiled, expression.methods).items():
            exponent = _exponent(apply, attack)
            if exponent > LINEAR:
                return Slow(expression, method, attack, exponent)
    return None


def _applications(
    compiled: re.Pattern[str], methods: frozenset[str]
) -> dict[str, Match]:
    """Return the ways to apply an expression that differ in the time they take."""
    found: dict[str, Match] = {}
    if methods & SCANNING:
        found["finditer"] = lambda text: deque(compiled.finditer(text), maxlen=0)
    elif "search" in methods:
        found["search"] = compiled.search
    elif "match" in methods:
        found["match"] = compiled.match
    if "fullmatch" in methods:
        found["fullmatch"] = compiled.fullmatch
    return found


def _exponent(apply: Match, attack: Attack) -> float:
    """Return the exponent of n in the time; measured carefully only where it looks suspicious."""
    for times in _FIRST_TIMES:
        length = times * len(attack.unit)
        if _seconds(apply, attack.text(length)) > _SECONDS_FOR_SHORT:
            return _confirmed(apply, attack, (length * 3 // 4, length))
    short, long = _SCREENED
    ratio = _seconds(apply, attack.text(long)) / _seconds(apply, attack.text(short))
    if ratio < _SUSPICIOUS * long / short:
        return 1.0
    return _confirmed(apply, attack, _MEASURED)


def _confirmed(apply: Match, attack: Attack, lengths: tuple[int, ...]) -> float:
    """Return the smallest exponent of several attempts; stop at the first that is linear."""
    smallest = float("inf")
    for _ in range(_ATTEMPTS):
        smallest = min(smallest, _measured(apply, attack, lengths))
        if smallest <= LINEAR:
            break
    return smallest


def _measured(apply: Match, attack: Attack, lengths: tuple[int, ...]) -> float:
    """Measure ever longer texts while there is time; return the exponent at the longest two."""
    times: list[tuple[int, float]] = []
    for length in lengths:
        text = attack.text(length)
        least = _least_seconds(apply, text)
        times.append((len(text), least))
        if least > _SECONDS_FOR_LONG and len(times) > 1:
            break
    (short, before), (long, after) = times[-3:][0], times[-1]
    return log2(after / before) / log2(long / short)


def _least_seconds(apply: Match, text: str) -> float:
    """Time several applications, unless one takes long enough to be exact."""
    least = _seconds(apply, text)
    for _ in range(2):
        if least < _SECONDS_FOR_LONG:
            least = min(least, _seconds(apply, text))
    return least


def _seconds(apply: Match, text: str) -> float:
    """Time one application, in seconds of this thread alone."""
    start = thread_time()
    apply(text)
    return max(thread_time() - start, 1e-7)
