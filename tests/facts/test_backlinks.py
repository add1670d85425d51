"""Which notes mention a note, and in what words."""

from __future__ import annotations

from generator.facts.site import Site
from generator.links.excerpts import Words


def test_a_backlink_is_the_first_paragraph_that_names_a_note_and_how_often(
    site: Site,
) -> None:
    links = {item.note: item for item in site.connections.backlinks["korea"]}

    assert list(links) == ["kim"]
    assert links["kim"].count == 2
    assert links["kim"].excerpt == (Words("Of "), Words("Korea", "korea"), Words("."))
    assert [item.note for item in site.connections.backlinks["kim"]] == ["pact", "club"]
