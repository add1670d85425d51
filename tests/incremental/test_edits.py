"""Any sequence of edits gives the site that a first look at the same files gives."""

from __future__ import annotations

import pytest

from generator.app.assemble import assemble
from generator.app.load import load
from generator.diagnostics import Diagnostic
from generator.facts.history import Calendar
from generator.facts.site import Site
from generator.incremental.memo import Memo, Remembering
from generator.pages.render import render
from tests.incremental.projects import Project
from tests.rendered import ENVIRONMENT

EDITS = 12
FEW, MANY = range(20), range(20, 200)


def site_of(project: Project, memo: Memo) -> tuple[Site, list[Diagnostic]]:
    """Return the site of a project as it is now, and every problem of it."""
    loaded = load(project.texts(), memo)
    assembled = assemble(
        loaded,
        project.settings,
        calendar=Calendar(project.day, {}),
        assets=project.assets,
        memo=memo,
    )
    return assembled.site, sorted({*loaded.problems, *assembled.problems})


def sites_after_edit(project: Project, memo: Memo) -> tuple[Site, Site]:
    """Edit a project; return its site as it is known by then, and as a first look finds it."""
    project.edit()
    site, problems = site_of(project, memo)
    fresh, fresh_problems = site_of(project, Memo())
    assert problems == fresh_problems
    return site, fresh


@pytest.mark.parametrize(
    "seed", [*FEW, *(pytest.param(seed, marks=pytest.mark.ci) for seed in MANY)]
)
def test_edits_give_what_a_first_look_gives(seed: int) -> None:
    project = Project.of(seed)
    memo = Remembering()
    site_of(project, memo)

    sites = [sites_after_edit(project, memo) for _ in range(EDITS)]

    assert [site for site, _ in sites] == [fresh for _, fresh in sites]
    last, fresh = sites[-1]
    assert list(render(last, ENVIRONMENT)) == list(render(fresh, ENVIRONMENT))
