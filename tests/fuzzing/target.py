"""A target for atheris, which looks for ways through the code: one file of a site, any bytes.

The first byte says which file it is; the rest is its text. How to run it stands in README.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator", "frontmatter", "yaml"]):
    from tests.conftest import ISLES
    from tests.fuzzing.pipeline import BASE, run_text

FILES = [*BASE, "content/index.md", "seeds/un.seal"]


def try_one(content: bytes) -> None:
    """Let one file go through the pipeline; whatever is raised is a finding."""
    text = (
        content[1:].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    )
    run_text(FILES[content[0] % len(FILES)] if content else FILES[0], text)


def sow(folder: Path) -> None:
    """Begin a corpus with the notes and sources of the isles, where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(FILES):
        name = "seeds" if file.startswith("seeds") else Path(file).parent
        for path in sorted((ISLES / name).glob("*.md"))[:40]:
            target = folder / f"{number}-{path.stem}"
            target.write_bytes(bytes([number]) + path.read_bytes())


if __name__ == "__main__":
    corpus = [
        Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")
    ]
    if corpus and not corpus[0].exists():
        sow(corpus[0])
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()
