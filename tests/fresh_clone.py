"""Play a stranger's first hour: clone into a path with a space, replace the notes, test.

``python -m tests.fresh_clone`` clones the last commit; options go to ``make test``. SIGINT is
ignored meanwhile, as it is in a job that a shell starts in the background.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
FORK = ROOT / "tests/sites/fork"
"""Two notes and one source."""


def clone(folder: Path) -> None:
    """Clone the project, and make it another's: other notes, another name."""
    command = ["git", "clone", "--quiet", str(ROOT), str(folder)]
    subprocess.run(command, check=True)
    for name in ("content", "seeds"):
        shutil.rmtree(folder / name)
        shutil.copytree(FORK / name, folder / name)
    settings = folder / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    for number, line in enumerate(lines):
        if line.startswith("site_name:"):
            lines[number] = "site_name: Another site\n"
    settings.write_text("".join(lines), encoding="utf-8")


def timed(folder: Path, *command: str) -> float:
    """Run a command; return the seconds it took.

    Raises:
        CalledProcessError: If it fails.
    """
    start = time.monotonic()
    subprocess.run([*command, f"PYTHON={sys.executable}"], cwd=folder, check=True)
    return time.monotonic() - start


def main(arguments: list[str]) -> int:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "a fresh clone"
        clone(folder)
        try:
            made = timed(folder, "make", ".venv/.dev")
            checked = timed(folder, "make", "check", "site")
            tested = timed(folder, "make", "test", f"ARGS={' '.join(arguments)}")
        except subprocess.CalledProcessError as error:
            sys.stderr.write(f"{' '.join(error.cmd)} failed.\n")
            return 1
    sys.stdout.write(
        f"Passed. Environment {made:.0f} s, check and site {checked:.0f} s, tests {tested:.0f} s.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
