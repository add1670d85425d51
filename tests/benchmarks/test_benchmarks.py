import math
import sys
from pathlib import Path

import pytest
import yaml

from tests.benchmarks.preview.edits import find_cast
from tests.benchmarks.publishing.costs import Command, Cost
from tests.benchmarks.publishing.figures import growth, ratios, wall_of, weigh
from tests.benchmarks.publishing.projects import list_pages, write_ours, write_plain
from tests.benchmarks.publishing.prose import Names, finish, finished_pages
from tests.benchmarks.synthetic import block, configuration


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("synthetic")
    write_ours(root, 20)
    return root


def test_a_synthetic_project_has_no_rules_of_the_demo() -> None:
    assert "editorial" not in configuration()
    assert block(configuration(), "explainers")


def test_a_plain_project_has_a_page_for_each_note_and_source(
    synthetic: Path, tmp_path: Path
) -> None:
    pages = list(finished_pages(synthetic, lambda path: f"../{path}.md"))
    write_plain(tmp_path, pages)
    written = {str(p.relative_to(tmp_path / "docs")) for p in tmp_path.rglob("*.md")}
    assert written == {f"{page.path}.md" for page in pages} | set(list_pages())
    assert set(yaml.safe_load((tmp_path / "mkdocs.yml").read_text())) == {
        "site_name",
        "theme",
        "nav",
        "not_in_nav",
    }


NAMES = Names.of(
    {
        "Ko Mar": "actors/a",
        "Treaty of Ko Mar": "treaties/t",
        "the Ko-Mar pact": "treaties/t",
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ko Mar came. Ko Mar left.", "[Ko Mar](/actors/a) came. Ko Mar left."),
        ("The Treaty of Ko Mar.", "The [Treaty of Ko Mar](/treaties/t)."),
        ("Here the Ko-Mar pact ended.", "Here [the Ko-Mar pact](/treaties/t) ended."),
        (
            "Ko Mar.\n\n## B\n\nKo Mar.",
            "[Ko Mar](/actors/a).\n\n## B\n\n[Ko Mar](/actors/a).",
        ),
        ("So. [@x; @y]", "So. ([1](/sources/x), [2](/sources/y))"),
        ("Ko and Mar", "Ko and Mar"),
    ],
)
def test_names_and_citations_become_links(text: str, expected: str) -> None:
    assert finish(text, "terms/own", NAMES, lambda path: f"/{path}") == expected


def test_a_page_does_not_link_to_itself() -> None:
    assert finish("Ko Mar", "actors/a", NAMES, str) == "Ko Mar"


def test_ratios_are_medians_of_pairs() -> None:
    runs = [
        {"whole": Cost(whole, 0), "plain": Cost(plain, 0)}
        for whole, plain in ((6, 2), (8, 4), (10, 1))
    ]
    assert list(ratios(runs, wall_of)) == [("whole ÷ plain", 3)]


def test_growth_is_an_exponent() -> None:
    assert growth((1000, 10_000), (2, 20)) == pytest.approx(1)
    assert growth((1000, 2000), (1, 4)) == pytest.approx(2)


def test_a_site_is_weighed_with_its_median_event(tmp_path: Path) -> None:
    for number, size in enumerate((10, 30, 20)):
        page = tmp_path / f"events/e{number}/index.html"
        page.parent.mkdir(parents=True)
        page.write_bytes(b"x" * size)
    weight = weigh(tmp_path)
    assert (weight.total, weight.event) == (60, 20)


def test_a_command_costs_time_and_memory_of_all_its_processes(tmp_path: Path) -> None:
    child = "import time; x = b'x' * 50_000_000; time.sleep(1)"
    parent = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    )
    command = Command((sys.executable, "-c", parent), tmp_path, {}, tmp_path / "log")
    cost = command.cost()
    assert cost.wall >= 1
    assert math.isnan(cost.megabytes) or cost.megabytes > 50


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    code = "import sys; sys.exit('no such thing')"
    command = Command((sys.executable, "-c", code), tmp_path, {}, tmp_path / "log")
    with pytest.raises(RuntimeError, match="no such thing"):
        command.cost()


def test_each_edit_shows_what_no_page_had_before(synthetic: Path) -> None:
    cast = find_cast(synthetic)
    kinds = []
    for edit in cast.edits(0):
        kinds.append(edit.kind)
        assert not edit.shown.search(edit.note.read_text())
        edit.note.write_text(edit.text)
    assert kinds == ["body", "title", "alias"]
    assert "Savenna Arvold]" in cast.event.read_text()
