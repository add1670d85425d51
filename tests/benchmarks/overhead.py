"""Time the generator against MkDocs on the same pages.

    python -m tests.benchmarks.overhead --notes 1000 5000 --runs 3

For each number of notes N, a project of N synthetic notes and N/4 source records is made in a
temporary folder, the same to the byte every time. Each run is a pair, one right after the other,
each in a process of its own: the generator from an empty docs_dir, then `mkdocs build` of the
finished pages (the hook generates nothing while EXPLAINERS_GENERATED is set).

Printed are medians over the runs, in wall seconds with the start of Python: the generator, the
generator once more with nothing changed, MkDocs, and the first over the last, which is to be at
most 0.15; then the peak memory of both, and how much the generator's time grew from the first N to
the last.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.synthetic import write_project

ROOT = Path(__file__).parents[2]
GENERATE = (
    "import sys; from pathlib import Path; from generator.app.build import build;"
    "report = build(Path(), Path('build/docs'));"
    "sys.exit('\\n'.join(map(str, report.diagnostics)) or 0)"
)
GENERATOR = (sys.executable, "-c", GENERATE)
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
ENVIRONMENT = {
    "PYTHONPATH": str(ROOT),
    "EXPLAINERS_GENERATED": "1",
    "NO_MKDOCS_2_WARNING": "1",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Pair:
    """One run of the generator, one with nothing changed, and one of MkDocs on the same pages."""

    generator: Cost
    again: Cost
    mkdocs: Cost


def run(command: tuple[str, ...], folder: Path) -> Cost:
    """Run a command to its end and say what it took.

    Raises:
        subprocess.CalledProcessError: If it fails.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **ENVIRONMENT}
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(seconds, _kilobytes(usage) / 1024)


def _kilobytes(usage: resource.struct_rusage) -> float:
    """Return the peak of resident memory, which Linux gives in kilobytes and macOS in bytes."""
    return usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)


def measure(root: Path) -> Pair:
    """Time one pair from an empty docs_dir and an empty site."""
    for folder in (root / "build/docs", root / "site"):
        shutil.rmtree(folder, ignore_errors=True)
    (root / "build/docs").mkdir(parents=True)
    return Pair(run(GENERATOR, root), run(GENERATOR, root), run(MKDOCS, root))


def median(pairs: list[Pair], value: Callable[[Pair], float]) -> float:
    """Return the median of one value over all runs."""
    return statistics.median(map(value, pairs))


def report(notes: int, pairs: list[Pair]) -> float:
    """Print one line of the table; return the generator's time."""
    generator = median(pairs, lambda pair: pair.generator.seconds)
    again = median(pairs, lambda pair: pair.again.seconds)
    mkdocs = median(pairs, lambda pair: pair.mkdocs.seconds)
    ratio = median(pairs, lambda pair: pair.generator.seconds / pair.mkdocs.seconds)
    memory = max(pair.generator.megabytes for pair in pairs)
    beside = max(pair.mkdocs.megabytes for pair in pairs)
    print(
        f"{notes:6} {generator:12.2f} {again:12.2f} {mkdocs:9.2f} {ratio:6.3f}"
        f" {memory:13.0f} {beside:10.0f}",
        flush=True,
    )
    return generator


def main() -> None:
    """Measure every size and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.overhead")
    parser.add_argument(
        "--notes", type=int, nargs="+", default=[1000], help="sizes to measure"
    )
    parser.add_argument("--runs", type=int, default=3, help="pairs of each size")
    options = parser.parse_args()
    print(" notes  generator s  unchanged s  MkDocs s  ratio  generator MB  MkDocs MB")
    seconds = []
    for notes in options.notes:
        with tempfile.TemporaryDirectory(prefix="explainers-") as folder:
            root = Path(folder)
            write_project(root, notes)
            seconds.append(report(notes, [measure(root) for _ in range(options.runs)]))
    if len(seconds) > 1:
        more = options.notes[-1] / options.notes[0]
        print(
            f"{more:.1f} times the notes took {seconds[-1] / seconds[0]:.1f} times as long."
        )


if __name__ == "__main__":
    main()
