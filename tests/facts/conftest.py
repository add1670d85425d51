"""A small site whose notes name, mention and cite one another."""

from __future__ import annotations

import pytest

from generator.facts.site import Site
from tests.rendered import errors, site_of

FILES = {
    "content/actors/kim.md": "---\ntitle: Kim\nmember_of: [Korea, Club]\n---\nOf Korea.\n\nKorea.",
    "content/actors/korea.md": "---\ntitle: Korea\nleader: Kim\n---\nKorea.\n",
    "content/actors/club.md": "---\ntitle: Club\nsummary: Of Kim [@un].\n---\nx\n",
    "content/treaties/pact.md": (
        "---\ntitle: The Pact\nparties: [Korea, {party: Kim, signed_by: Kim}]\n"
        "signed: {value: 1961, source: un#p1}\n---\nBy Kim [@un#p0].\n\nAlso [@un#p1; @us].\n"
    ),
    "content/events/first.md": "---\ndate: 1961-07\nactors: [Kim, Korea]\n---\nx\n",
    "content/events/second.md": "---\ndate: 1962\nactors: Kim\ntreaties: The Pact\n---\nx\n",
    "content/events/third.md": "---\ndate: 1961\nactors: Club\npart_of: Second\n---\nx\n",
    "content/topics/story.md": "---\ntitle: Story\nabout: [Kim, Korea]\n---\nx\n",
    "content/topics/of-pact.md": "---\ntitle: Of it\nabout: [The Pact, Club]\n---\nx\n",
    "seeds/un.md": "---\ntitle: UN\n---\nOne.\n\nTwo, of Kim.\n",
    "seeds/us.md": "---\ntitle: US\n---\nOne.\n",
}


@pytest.fixture(scope="module")
def site() -> Site:
    site, problems = site_of(FILES)
    assert not errors(problems)
    return site
