"""Links that lead from a page."""

from __future__ import annotations

import pytest

from generator.facts.site import Site, page_path
from generator.pages.base.context import PageContext
from generator.schema.values import ActorRef, PlaceName, Reference
from tests.rendered import errors, site_of

FILES = {
    "content/actors/kim.md": (
        "---\ntitle: Kim *Un*, R\\*D\naliases: [Leader]\ntype: person\n---\nx\n"
    ),
    "content/actors/korea.md": "---\ntitle: Korea\ntype: state\n---\nx\n",
    "content/actors/some-body.md": "x\n",
    "content/places/port.md": "---\ntitle: Port\n---\nx\n",
    "seeds/un.md": "---\ntitle: UN\n---\nOne.\n\nTwo.\n",
    "seeds/us.md": "---\ntitle: US\n---\nOne.\n",
}


@pytest.fixture(scope="module")
def site() -> Site:
    site, problems = site_of(FILES)
    assert not errors(problems)
    return site


@pytest.mark.parametrize(
    ("here", "there", "address"),
    [
        ("actors/kim.md", "actors/korea.md", "korea.md"),
        ("actors/kim.md", "places/port.md", "../places/port.md"),
        ("actors/kim.md", "index.md", "../index.md"),
        ("index.md", "actors/kim.md", "actors/kim.md"),
        ("index.md", "index.md", "index.md"),
    ],
)
def test_addresses_lead_from_where_the_page_stands(
    site: Site, here: str, there: str, address: str
) -> None:
    assert PageContext(site, here).to(there) == address


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        (ActorRef("Kim Un, R*D"), "[Kim Un, R\\*D](kim.md)"),
        (ActorRef("kim"), "[Kim Un, R\\*D](kim.md)"),
        (ActorRef("leader"), "[leader](kim.md)"),
        (Reference("Port"), "[Port](../places/port.md)"),
        (ActorRef("Korea"), "Korea"),
        (ActorRef("korea"), "Korea"),
        (PlaceName("the *sea*"), "the \\*sea\\*"),
    ],
)
def test_a_field_shows_a_link_on_the_name_it_gives(
    site: Site, reference: Reference, shown: str
) -> None:
    note = site.index.notes["korea"]
    page = PageContext(site, page_path(note), note)

    assert page.name(reference) == shown
