"""Time how long a saved edit takes to show in the preview.

    python -m tests.benchmarks.preview --notes 0 1000 10000 --edits 5

For each number of synthetic notes (0 is the demo) `explainers serve` is started, and then each edit
is saved and the page that shows it is asked for until it does: a section added to a note; the title
of an event, on the page of an actor who took part; and an alias of the event that the added section
mentions, which becomes a link there. Printed are the seconds until the first page is served, the
medians from saving to showing, and the peak memory of all processes (PSS). The program fails if an
edit never shows, or if a process or the port is left after Ctrl-C.
"""

import argparse
import signal
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.preview.edits import address_of, find_cast
from tests.benchmarks.preview.server import serving
from tests.benchmarks.publishing.costs import Sampler
from tests.benchmarks.publishing.projects import write_ours

MAX_EDITS = 20
_PAUSE = 1.0
"""Seconds between edits, as a writer would pause at least."""


def measure(notes: int, edits: int, timeout: float) -> None:
    """Serve a project of one size, edit it, and print a line of the table."""
    with tempfile.TemporaryDirectory(prefix="explainers-") as name:
        folder = Path(name)
        root = folder / "ours"
        write_ours(root, notes)
        cast = find_cast(root)
        start = time.perf_counter()
        taken: dict[str, list[float]] = {}
        with (
            serving(folder, root, timeout) as preview,
            Sampler(preview.process.pid) as sampler,
        ):
            preview.wait(address_of(cast.other), bool)
            first = time.perf_counter() - start
            for number in range(edits):
                for edit in cast.edits(number):
                    time.sleep(_PAUSE)
                    taken.setdefault(edit.kind, []).append(preview.seconds(edit))
    medians = "".join(f"{statistics.median(all_):9.2f}" for all_ in taken.values())
    print(f"{notes or 'demo':>6}{first:9.2f}{medians}{sampler.peak:9.0f}", flush=True)


def _exit(*_: object) -> None:
    sys.exit(1)


def main() -> None:
    """Measure every size and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.preview")
    parser.add_argument("--notes", type=int, nargs="+", default=[0, 1000], help="sizes")
    parser.add_argument(
        "--edits", type=int, default=3, choices=range(1, MAX_EDITS + 1), metavar="N"
    )
    parser.add_argument("--timeout", type=float, default=900, help="seconds to wait")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, _exit)  # so that no server is left
    print(" notes  first s   body s  title s  alias s  peak MB")
    for notes in options.notes:
        measure(notes, options.edits, options.timeout)


if __name__ == "__main__":
    main()
