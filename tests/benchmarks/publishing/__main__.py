"""Time a whole build and its parts beside plain Material on the same prose.

    python -m tests.benchmarks.publishing --notes 1000 5000 10000 --runs 3 --only whole plain

Each run goes through the stages one after the other, each a command of its own from a known state;
printed are medians over the runs, and medians of the ratios within each run.

whole      `explainers build` with no site, no pages and an empty cache folder
warm       the same again, with nothing changed
edited     the same again, after a sentence was added to the body of an event
audit      `explainers audit` of the site
search     `explainers index` of the site: Pagefind
generator  `explainers build --pages-only` with no pages and an empty cache folder
publishing `whole` without `generator`: frames, audit, search
mkdocs     `mkdocs build` of the finished pages, with its search index
plain      Material with a title, the same prose with finished links, and nothing of ours
finished   Material with nothing of ours on the pages that our generator finished
zensical, hugo, zola, eleventy: the prose of `plain`, where the program is installed
"""

import argparse
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.publishing.costs import Cost
from tests.benchmarks.publishing.engines import ENGINES
from tests.benchmarks.publishing.figures import (
    VALUES,
    Run,
    Weight,
    cpu_of,
    growth,
    median,
    ratios,
    wall_of,
    weigh,
    with_publishing,
)
from tests.benchmarks.publishing.stages import STAGES, Bench


def main() -> None:
    """Measure every size and print its table, then how each stage grew."""
    options = _options()
    stages = [stage for stage in STAGES if stage in options.only and _is_there(stage)]
    medians: dict[int, Run] = {}
    for notes in options.notes:
        with tempfile.TemporaryDirectory(prefix="explainers-") as folder:
            bench = Bench(Path(folder), notes)
            runs = [_run(bench, stages, number) for number in range(options.runs)]
            medians[notes] = _report(notes, runs, weigh(bench.site))
    _report_growth(medians)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.publishing",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--notes", type=int, nargs="+", default=[1000], help="sizes")
    parser.add_argument("--runs", type=int, default=3, help="runs of each size")
    parser.add_argument(
        "--only", nargs="+", choices=STAGES, default=list(STAGES), help="stages"
    )
    return parser.parse_args()


def _is_there(stage: str) -> bool:
    """Return whether a stage can be run; say so if its program is missing."""
    if stage in ENGINES and not ENGINES[stage].is_installed:
        print(f"{stage} is not installed: left out.")
        return False
    return True


def _run(bench: Bench, stages: Sequence[str], number: int) -> Run:
    costs = {}
    for stage in stages:
        costs[stage] = cost = STAGES[stage](bench)
        print(f"  run {number + 1}, {stage}: {cost.wall:.2f} s", flush=True)
    return with_publishing(costs)


def _report(notes: int, runs: Sequence[Run], weight: Weight) -> Run:
    """Print the table of one size; return its medians."""
    print(f"\n{notes} notes and {max(1, notes // 4)} sources, medians of {len(runs)}")
    print(f"{'stage':10} {'wall s':>8} {'CPU s':>8} {'peak MB (PSS)':>14}")
    medians = {}
    for stage in runs[0]:
        values = (median(runs, stage, value) for value in VALUES)
        medians[stage] = cost = Cost(*values)
        print(f"{stage:10} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.megabytes:14.0f}")
    cpu = dict(ratios(runs, cpu_of))
    for pair, ratio in ratios(runs, wall_of):
        print(f"{pair:20} {ratio:6.3f} by wall, {cpu[pair]:6.3f} by CPU")
    if weight.total:
        print(
            f"The site has {weight.total / 1e6:.1f} MB;"
            f" the median event {weight.event / 1000:.1f} KB of HTML."
        )
    return medians


def _report_growth(medians: dict[int, Run]) -> None:
    """Print the exponent of each stage from each size to the next, and from first to last."""
    sizes = list(medians)
    steps = list(pairwise(sizes))
    if len(steps) > 1:
        steps.append((sizes[0], sizes[-1]))
    for smaller, larger in steps:
        print(f"\nGrowth from {smaller} to {larger} notes (exponent; 1 is linear)")
        print(f"{'stage':10} {'wall':>6} {'CPU':>6} {'memory':>7}")
        before, after = medians[smaller], medians[larger]
        for stage in before:
            print(f"{stage:10}", end="")
            for value in VALUES:
                costs = value(before[stage]), value(after[stage])
                print(f" {growth((smaller, larger), costs):6.2f}", end="")
            print()


if __name__ == "__main__":
    main()
