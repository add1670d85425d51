"""Score a built site's pages with Lighthouse, as on a phone, the best of a few runs.

    python -m tests.benchmarks.lighthouse [SITE] [--pages topics/ events/ …] [--runs 3]

SITE (site/ if not given) is served compressed. Printed are the scores of each page, and exit is 1
where the best score for performance is below 95 or another one below 100.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.searching import served
from tests.conftest import ROOT
from tests.site.test_lighthouse import ADDRESSES
from tests.site.tools import Report, lighthouse

CATEGORIES = "performance,accessibility,best-practices,seo"
LEAST = {"performance": 95}


def best(address: str, runs: int) -> tuple[Report, list[int]]:
    """Return the best report of a page, and its scores for performance in every run."""
    reports = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            reports.append(lighthouse(address, Path(profile), CATEGORIES))
    speeds = [report.scores["performance"] for report in reports]
    return max(reports, key=lambda report: report.scores["performance"]), speeds


def main() -> int:
    """Measure, print, and say whether it was enough."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--pages", nargs="+", default=list(ADDRESSES.values()))
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    fell_short = False
    with served(given.site, []) as home:
        for page in given.pages:
            report, speeds = best(home + page, given.runs)
            scores = ", ".join(
                f"{name} {score}" for name, score in report.scores.items()
            )
            print(f"{page or 'home'}: {scores} (performance in each run: {speeds})")
            fell_short |= any(
                of < LEAST.get(name, 100) for name, of in report.scores.items()
            )
    return int(fell_short)


if __name__ == "__main__":
    sys.exit(main())
