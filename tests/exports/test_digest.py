"""The digest: what is new since a day, as Markdown and as mail."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from generator.app.assemble import assemble
from generator.app.load import load
from generator.artifacts import TextFile
from generator.exports.digest import as_html, as_markdown
from generator.exports.news import news
from generator.facts.history import Calendar, Change
from generator.facts.site import Site
from generator.settings import Settings, SiteIdentity
from tests.conftest import WriteProject, say
from tests.rendered import found_in, read_html

HOME = "https://example.org/site/"
FILES = {
    "content/topics/old.md": "---\ntitle: Old <i>\nanswer: So [@paper].\n---\nx",
    "content/topics/young.md": "---\ntitle: Young \\[x](y)\nanswer: Yes [@paper].\n---\nx",
    "content/topics/still.md": "x",
    "content/treaties/pact.md": (
        "---\ntitle: The Pact\nsigned: 2023-12-01\nin_force: 2024-02-10\n"
        "corrected: {date: 2024-02-11, what: 'It had the wrong day [@paper].'}\n---\nx"
    ),
    "content/treaties/other.md": (
        "---\nsigned: 1961\nin_force: 1961\ncorrected: {date: 2024-01, what: Before.}\n---\nx"
    ),
    "content/terms/word.md": "x",
    "seeds/paper.md": "x",
}
SINCE = date(2024, 2, 1)


def on(month: int, day: int, what: str) -> Change:
    return Change(datetime(2024, month, day, tzinfo=UTC), what)


HISTORY = {
    "content/topics/old.md": (
        on(2, 3, "Say *more*"),
        on(2, 1, "Add a day"),
        on(1, 1, "Begin"),
    ),
    "content/topics/young.md": (on(2, 4, "Mend"), on(2, 2, "Begin")),
    "content/topics/still.md": (on(1, 31, "Begin"),),
    "content/terms/word.md": (on(2, 1, "Begin"),),
}


@pytest.fixture(scope="module")
def site() -> Site:
    loaded = load(TextFile(path, text) for path, text in FILES.items())
    settings = Settings(site=SiteIdentity("Facts", "", HOME))
    return assemble(loaded, settings, calendar=Calendar(date(2024, 3, 1), HISTORY)).site


def test_each_section_holds_what_is_new_and_nothing_else(site: Site) -> None:
    found = {
        name: [(item.title, item.text) for item in items]
        for name, items in news(site, SINCE).items()
    }

    assert found == {
        "New explainers": [("Young [x](y)", "Yes.")],
        "Changed explainers": [("Old <i>", "Say *more*; Add a day")],
        "Treaties with a new status": [
            ("The Pact", "was Not yet in force, now In force")
        ],
        "Corrections": [("The Pact", "11 February 2024: It had the wrong day.")],
        "New notes": [("Word", "term")],
    }


def test_explainers_are_told_by_their_question_and_of_many_notes_the_most_mentioned() -> (
    None
):
    files = {f"content/terms/word-{number:02}.md": "x" for number in range(15)}
    files["content/terms/word-14.md"] = "---\nsummary: The last [@paper].\n---\nx"
    files["content/topics/why.md"] = "---\nquestion: Why?\n---\nOf [[Word 14]]."
    files["seeds/paper.md"] = "x"
    loaded = load(TextFile(path, text) for path, text in files.items())
    history = {path: (on(2, 2, "Begin"),) for path in files}
    settings = Settings(site=SiteIdentity("Facts", "", HOME))
    site = assemble(loaded, settings, calendar=Calendar(date(2024, 3, 1), history)).site

    found = news(site, SINCE)

    assert [item.title for item in found["New explainers"]] == ["Why?"]
    titles = [item.title for item in found["New notes"]]
    assert (titles[0], titles[-1], len(titles)) == ("Word 14", "And 3 more", 13)
    assert found["New notes"][0].text == "The last."
    assert found["New notes"][-1].address == f"{HOME}about/names/"


def test_where_nothing_is_new_the_digest_says_so(site: Site) -> None:
    later = date(2024, 2, 20)

    assert "Nothing is new." in as_markdown(site, later, news(site, later))
    assert "Nothing is new." in as_html(site, later, news(site, later))


def test_links_are_whole_and_text_is_text(site: Site) -> None:
    sections = news(site, SINCE)

    markdown = as_markdown(site, SINCE, sections)
    written = as_html(site, SINCE, sections)
    html = read_html(written)

    assert written.startswith("<!doctype html>")
    assert rf"- [Young \[x\](y)](<{HOME}topics/young/>): Yes." in markdown
    assert rf"- [Old &lt;i>](<{HOME}topics/old/>): Say \*more\*; Add a day" in markdown
    assert {link.attributes["href"] for link in html.find("a")} == {
        f"{HOME}{path}/"
        for path in ("topics/young", "topics/old", "treaties/pact", "terms/word")
    }
    assert "Old <i> Say *more*; Add a day" in html.text
    assert not html.find("i")
    assert html.other == []
    assert not [item for item in found_in(html) if getattr(item, "tag", "") == "script"]


@pytest.mark.parametrize("shape", ["markdown", "html"])
def test_the_command_prints_a_digest(project: WriteProject, shape: str) -> None:
    ran = say(project(FILES), "digest", "--since", "2024-02-01", "--format", shape)

    assert ran.exit_code == 0
    assert "The Pact" in ran.stdout
    assert "11 February 2024: It had the wrong day." in ran.stdout


def test_a_site_with_errors_has_no_digest(project: WriteProject) -> None:
    root = project({**FILES, "content/terms/bad.md": "---\ncolour: red\n---\nx"})

    ran = say(root, "digest", "--since", "2024-02-01")

    assert ran.exit_code == 1
    assert "content/terms/bad.md:2:1: error[unknown-field]" in ran.output
    assert "The Pact" not in ran.stdout
