"""Where sources are cited."""

from __future__ import annotations

from generator.facts.site import Site
from tests.facts.conftest import FILES
from tests.rendered import site_of


def test_a_source_knows_each_place_that_cites_it(site: Site) -> None:
    cited = {
        source: [
            (place.note, place.paragraph, place.excerpt is None) for place in places
        ]
        for source, places in site.connections.citing.items()
    }

    assert cited == {
        "un": [("club", "", False), ("pact", "p0", False), ("pact", "p1", False)],
        "us": [("pact", "", False)],
    }


def test_a_source_that_only_a_field_cites_is_cited_once() -> None:
    front = "signed: {value: 1961, source: us}\nin_force: {value: 1962, source: us}"
    site, _ = site_of({**FILES, "content/treaties/pact.md": f"---\n{front}\n---\nx"})

    assert [(place.note, place.excerpt) for place in site.connections.citing["us"]] == [
        ("pact", None)
    ]
