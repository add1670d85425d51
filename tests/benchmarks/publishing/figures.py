"""Figures from costs: medians, ratios of pairs, growth, and the bytes of a site."""

import math
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.publishing.costs import Cost

Run = Mapping[str, Cost]
"""What each stage took in one run."""
Value = Callable[[Cost], float]


def wall_of(cost: Cost) -> float:
    """Return the seconds that passed."""
    return cost.wall


def cpu_of(cost: Cost) -> float:
    """Return the seconds of CPU."""
    return cost.cpu


def megabytes_of(cost: Cost) -> float:
    """Return the peak of memory."""
    return cost.megabytes


VALUES: tuple[Value, ...] = (wall_of, cpu_of, megabytes_of)
"""The values of a cost, in the order of its fields."""
RATIOS = (
    ("whole", "plain"),
    ("whole", "finished"),
    ("warm", "whole"),
    ("edited", "whole"),
    ("generator", "mkdocs"),
    ("publishing", "mkdocs"),
)
"""The stages that are compared: the first as a multiple of the second."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How many bytes a site has."""

    total: int
    event: float
    """Bytes of HTML of the median page of an event."""


def with_publishing(run: Run) -> Run:
    """Add what a whole build takes beyond the generator: frames, audit, search."""
    if not {"whole", "generator"} <= run.keys():
        return run
    whole, generator = run["whole"], run["generator"]
    wall, cpu = whole.wall - generator.wall, whole.cpu - generator.cpu
    return {**run, "publishing": Cost(wall, cpu)}


def median(runs: Sequence[Run], stage: str, value: Value) -> float:
    """Return the median of what a stage took."""
    return statistics.median(value(run[stage]) for run in runs)


def ratios(runs: Sequence[Run], value: Value) -> Iterator[tuple[str, float]]:
    """Yield the median ratio of each pair of stages that was measured in the same runs."""
    for above, below in RATIOS:
        if above in runs[0] and below in runs[0]:
            found = [value(run[above]) / value(run[below]) for run in runs]
            yield f"{above} ÷ {below}", statistics.median(found)


def growth(sizes: tuple[int, int], costs: tuple[float, float]) -> float:
    """Return the exponent with which a cost grew between two sizes: 1 is linear."""
    return math.log(costs[1] / costs[0]) / math.log(sizes[1] / sizes[0])


def weigh(site: Path) -> Weight:
    """Return the bytes of a site and of its median event."""
    files = [path for path in site.rglob("*") if path.is_file()]
    events = [path.stat().st_size for path in site.glob("events/*/index.html")]
    return Weight(
        total=sum(path.stat().st_size for path in files),
        event=statistics.median(events) if events else 0,
    )
