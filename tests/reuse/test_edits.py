"""Whatever is edited between two builds, the second writes what a first build would write."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.io.environment import CACHE
from generator.io.site_folder import MARKER
from tests.conftest import docs_of, texts
from tests.reuse.projects import EDITS, Project, new_project

PAGES = "--pages-only"
steps = st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 11))
EXAMPLES = settings().max_examples // 16
"""A sequence of edits takes as long as many examples of other tests."""
IN_A_FOLDER = [HealthCheck.function_scoped_fixture]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder; the cache of builds is in it."""
    monkeypatch.setenv(CACHE, str(tmp_path / "cache"))
    return tmp_path


def check(project: Project, elsewhere: Path, *arguments: str) -> None:
    """Check that a build gives what a build without a cache gives where nothing was built."""
    project.write()
    built = project.build(*arguments)
    copied = project.copy(elsewhere)
    clean = copied.build(*arguments, "--no-cache")

    assert (built.exit_code, clean.exit_code) == (0, 0), (built.output, clean.output)
    assert built.stderr == clean.stderr
    pages = texts(docs_of(project.root))
    assert pages == texts(docs_of(copied.root))
    assert pages.keys() >= {note.path for note in project.notes.values()}
    assert pages.keys() >= {f"sources/{name}.md" for name in project.sources}
    if PAGES not in arguments:
        site = texts(project.root / "site")
        assert site == texts(copied.root / "site")
        assert site.keys() > {"index.html", "sitemap.xml", MARKER}

    again = project.build(*arguments)
    assert again.exit_code == 0
    assert again.stderr == built.stderr
    assert " 0 pages written, " in again.stdout
    assert texts(docs_of(project.root)) == pages


@settings(suppress_health_check=IN_A_FOLDER, max_examples=EXAMPLES)
@given(st.lists(steps, min_size=2, max_size=4))
def test_pages_are_those_of_a_clean_build(
    folder: Path, edits: list[tuple[str, int]]
) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        project = new_project(Path(place, "ours"))
        check(project, Path(place, "clean"), PAGES)
        for name, number in edits:
            EDITS[name](project, number)
            check(project, Path(place, "clean"), PAGES)


@pytest.mark.ci
@settings(suppress_health_check=IN_A_FOLDER, max_examples=EXAMPLES)
@given(st.lists(steps, min_size=2, max_size=4))
def test_a_site_is_that_of_a_clean_build(
    folder: Path, edits: list[tuple[str, int]]
) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        project = new_project(Path(place, "ours"))
        check(project, Path(place, "clean"))
        for name, number in edits:
            EDITS[name](project, number)
            check(project, Path(place, "clean"))


@pytest.mark.parametrize("name", sorted(EDITS))
def test_after_each_edit_the_pages_are_those_of_a_clean_build(
    folder: Path, name: str
) -> None:
    project = new_project(folder / "ours")
    for number in (3, 8):  # of the same note, which is not the first
        project.write()
        assert project.build(PAGES).exit_code == 0
        EDITS[name](project, number)

    check(project, folder / "clean", PAGES)
