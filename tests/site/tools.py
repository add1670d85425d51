"""The tools of .ci/package.json, which hold the built site to the web's standards."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.site.browser import CHROMIUM, FLAGS

INSTALLED = ROOT / ".ci/node_modules"
NU = INSTALLED / "vnu-jar/build/dist/vnu.jar"
HTML_VALIDATE = INSTALLED / ".bin/html-validate"
LIGHTHOUSE = INSTALLED / ".bin/lighthouse"
HOW = "`npm ci --prefix .ci` installs it"


def needs(tool: Path, runner: str) -> pytest.MarkDecorator:
    """Skip where a tool is not installed, or what runs it."""
    there = tool.exists() and shutil.which(runner)
    return pytest.mark.skipif(
        not there, reason=f"no {tool.name} here, or no {runner}: {HOW}"
    )


@dataclass(frozen=True)
class Report:
    """What Lighthouse makes of a page: the score of each category, of 100, and what fell short."""

    scores: Mapping[str, int]
    short: tuple[str, ...]


def lighthouse(address: str, folder: Path, categories: str, *options: str) -> Report:
    """Look a page over with Lighthouse, as on a phone, in a browser of its own."""
    command = [
        str(LIGHTHOUSE),
        address,
        f"--only-categories={categories}",
        f"--chrome-flags=--headless --user-data-dir={folder} {' '.join(FLAGS)}",
        "--output=json",
        "--quiet",
        "--no-enable-error-reporting",
        *options,
    ]
    environment = {**os.environ, "CHROME_PATH": CHROMIUM or ""}
    done = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    return _report(json.loads(done.stdout))


def _report(found: Mapping[str, Any]) -> Report:
    of, audits = found["categories"], found["audits"]
    weighed = [
        audits[reference["id"]]
        for category in of.values()
        for reference in category["auditRefs"]
        if reference["weight"]
    ]
    short = tuple(
        f"{audit['id']}: {audit['title']}"
        for audit in weighed
        if audit["score"] is not None and audit["score"] < 1
    )
    return Report({name: round(of[name]["score"] * 100) for name in of}, short)
