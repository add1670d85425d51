"""The built site's markup: without an error by the Nu Html Checker and by html-validate."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import ROOT, Built, write_files
from tests.site.tools import HTML_VALIDATE, NU, needs

CONFIG = ROOT / ".ci/htmlvalidate.cjs"
NO_ORIGIN = r"(Resource|Inline script) violates Content Security Policy \(meta tag\).*"
"""Said of every file that is read from disk, where 'self' is nobody; and of data, which no policy
stops. The browser's tests say what a policy stops in truth."""
TITLE, TITLE_LENGTH = re.compile("<title>(.*?)</title>", re.DOTALL), 70
WRONG = "<!doctype html><title></title><p><div></p><img src=x>"


def nu(*arguments: str | Path) -> list[str]:
    """Return what the Nu Html Checker says of files: errors, and warnings too."""
    options = [
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
        "--filterpattern",
        NO_ORIGIN,
    ]
    command = ["java", "-jar", str(NU), *options, *map(str, arguments)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return [
        f"{found.get('url')}:{found.get('lastLine')}: {found['message']}"
        for found in json.loads(done.stdout)["messages"]
    ]


def html_validate(folder: Path) -> list[str]:
    """Return what html-validate says of the pages below a folder."""
    with (
        tempfile.NamedTemporaryFile() as file
    ):  # it may end before a pipe has taken all it says
        command = [HTML_VALIDATE, "-c", CONFIG, "-f", f"json={file.name}", folder]
        done = subprocess.run(
            list(map(str, command)),
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        reported = Path(file.name).read_text(encoding="utf-8")
    assert reported, done.stderr
    return [
        f"{page['filePath']}:{found['line']}: {found['ruleId']}: {found['message']}"
        for page in json.loads(reported)
        for found in page["messages"]
    ]


@pytest.mark.ci
@needs(NU, "java")
def test_the_nu_html_checker_finds_neither_error_nor_warning(built: Built) -> None:
    assert nu("--skip-non-html", built.site) == []


@pytest.mark.ci
@needs(NU, "java")
@pytest.mark.parametrize("file", ["assets/explainers.css", "assets/mark.svg"])
def test_our_style_sheet_and_our_mark_are_valid(built: Built, file: str) -> None:
    assert nu(f"--{file.rpartition('.')[2]}", built.site / file) == []


@pytest.mark.ci
@needs(HTML_VALIDATE, "node")
def test_html_validate_finds_nothing(built: Built) -> None:
    assert html_validate(built.site) == []


@pytest.mark.ci
@needs(NU, "java")
@needs(HTML_VALIDATE, "node")
def test_both_see_what_is_wrong(tmp_path: Path) -> None:
    write_files(tmp_path, {"wrong.html": WRONG, "deep/er/index.html": WRONG})

    for found in (nu("--skip-non-html", tmp_path), html_validate(tmp_path)):
        assert [line for line in found if "wrong.html" in line]
        assert [line for line in found if "deep/er/index.html" in line]


def test_a_page_is_called_by_its_name_and_by_no_more_than_is_shown(
    built: Built,
) -> None:
    titles = {
        path.relative_to(built.site).as_posix(): unescape(found[1])
        for path in built.site.rglob("*.html")
        if (found := TITLE.search(path.read_text(encoding="utf-8")))
    }

    assert len(titles) > 80
    assert [title for title in titles.values() if len(title) > TITLE_LENGTH] == []
    assert titles["index.html"].startswith("Lantern Isles: An archipelago")
    assert titles["actors/corrin/index.html"] == "Corrin - Lantern Isles"


def test_the_lock_of_the_checkers_records_hashes_and_no_addresses() -> None:
    lock = json.loads((ROOT / ".ci/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: of for name, of in lock["packages"].items() if name}

    assert packages
    assert [name for name, of in packages.items() if "integrity" not in of] == []
    assert [name for name, of in packages.items() if "resolved" in of] == []
    pinned = json.loads((ROOT / ".ci/package.json").read_text(encoding="utf-8"))
    assert [v for v in pinned["devDependencies"].values() if not v[0].isdigit()] == []
