"""Our options of mkdocs.yml are validated, and every problem is at its place in the file."""

from __future__ import annotations

import pytest
import yaml

from generator.settings import Settings, SiteIdentity, parse_settings


def parsed(text: str, *, can_draw: bool = False) -> tuple[Settings, list[str]]:
    config = yaml.safe_load(text) or {}
    settings, problems = parse_settings(config, text, can_draw=can_draw)
    return settings, [str(problem) for problem in problems]


def explainers(line: str) -> str:
    return f"extra:\n  explainers:\n    {line}\n"


@pytest.mark.parametrize(
    ("line", "settings"),
    [
        ("link: all", Settings(link="all")),
        ("max_links: 3", Settings(max_links=3)),
        ("max_links: '3'", Settings(max_links=3)),
        ("cards: yes", Settings(cards=True)),
        ("cards: 'Yes'", Settings(cards=True)),
        ("cards: 'no'", Settings()),
        ("", Settings()),
    ],
)
def test_an_option_is_read_with_or_without_quotation_marks(
    line: str, settings: Settings
) -> None:
    assert parsed(explainers(line), can_draw=True) == (settings, [])


@pytest.mark.parametrize(
    "text", ["", "extra:\n", "extra: all\n", "extra: {search: material, other: [1]}\n"]
)
def test_what_others_set_is_left_to_them(text: str) -> None:
    assert not parsed(text)[1]


@pytest.mark.parametrize(
    ("line", "place", "message"),
    [
        ("link: no", "3:11", "link: expected one of first-in-section, first, "),
        ("link: no", "3:11", "found 'no'"),
        ("link:", "3:10", "found ''"),
        ("link: {a: b}", "3:11", "found several values"),
        ("max_links: -1", "3:16", "max_links: expected a whole number, 0 for no "),
        ("max_links: 10000", "3:16", "found '10000'"),
        ("max_links: yes", "3:16", "found 'yes'"),
        ("max_links: 1.50", "3:16", "found '1.50'"),
        ("cards: perhaps", "3:12", "cards: expected yes or no, found 'perhaps'"),
        ("1: x", "3:5", "extra.explainers has no option '1'"),
        ("card: yes", "3:5", "Did you mean 'cards'?"),
    ],
)
def test_a_wrong_option_is_reported_as_it_was_typed_at_its_place(
    line: str, place: str, message: str
) -> None:
    settings, [problem] = parsed(explainers(line))

    assert problem.startswith(f"mkdocs.yml:{place}: error[bad-option] extra.explainers")
    assert message in problem
    assert settings == Settings()


def test_a_wrong_option_takes_nothing_from_the_others() -> None:
    text = "extra:\n  search: google\n  explainers: {link: all, max_links: x}\n"

    settings, problems = parsed(text)

    assert settings == Settings(link="all")
    assert [problem.split(":")[1] for problem in problems] == ["3", "2"]


@pytest.mark.parametrize(
    ("options", "place", "problem"),
    [
        (
            "{explainer-length: error, min_words: 900, max_words: 400}",
            "3:53",
            "min_words (900) is greater than max_words (400)",
        ),
        (
            "{min_words: 2, max_words: 1}",
            "3:28",
            "min_words (2) is greater than max_words (1)",
        ),
        (
            "{explainer-length: warning}",
            "3:17",
            "explainer-length has no limit to check",
        ),
    ],
)
def test_limits_that_cannot_be_kept_or_are_missing_are_reported(
    options: str, place: str, problem: str
) -> None:
    _, [found] = parsed(explainers(f"editorial: {options}"))

    group = "extra.explainers.editorial"
    line, _ = found.split("\n")
    assert line == f"mkdocs.yml:{place}: error[bad-option] {group}: {problem}"


@pytest.mark.parametrize(
    "options",
    [
        "{explainer-length: error, min_words: 400}",
        "{explainer-length: error, max_words: 400}",
        "{explainer-length: error, min_words: 4, max_words: 4}",
        "{explainer-length: off}",
    ],
)
def test_limits_that_can_be_kept_are_fine(options: str) -> None:
    assert not parsed(explainers(f"editorial: {options}"))[1]


INHERITED = {"extra": {"explainers": {"link": "fist"}}}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("site_name: x\nINHERIT: base.yml\n", "2:1"),
        ("INHERIT: base.yml\nextra:\n  explainers:\n    cards: no\n", "1:1"),
        ("extra: &own {explainers: {}}\n", "1:1"),
        ("- of no keys", "1:1"),
        ("[unclosed", "1:1"),
        ("[" * 5000, "1:1"),
        ("", "1:1"),
    ],
)
def test_a_wrong_option_of_another_file_is_reported_where_that_is_inherited(
    text: str, place: str
) -> None:
    _, [problem] = parse_settings(INHERITED, text)

    assert str(problem).startswith(f"mkdocs.yml:{place}: error[bad-option] ")
    assert "found 'fist'" in problem.message


def test_what_a_variable_says_is_reported_and_not_its_name() -> None:
    text = 'extra:\n  explainers:\n    link: !ENV [LINK, "all"]\n'

    _, [problem] = parse_settings(INHERITED, text)

    assert str(problem.origin) == "mkdocs.yml:3:11"
    assert "found 'fist'" in problem.message


@pytest.mark.parametrize(
    ("config", "site"),
    [
        ({}, SiteIdentity()),
        (
            {"site_name": "A", "site_description": "B", "site_url": "http://c"},
            SiteIdentity("A", "B", "http://c/"),
        ),
        ({"site_url": "http://c//"}, SiteIdentity(address="http://c/")),
        ({"site_name": 2024, "site_url": None}, SiteIdentity()),
    ],
)
def test_the_site_is_what_mkdocs_is_told(
    config: dict[str, object], site: SiteIdentity
) -> None:
    settings, problems = parse_settings(config, "")

    assert settings.site == site
    assert not problems


def test_cards_that_cannot_be_drawn_are_a_warning() -> None:
    settings, [problem] = parsed(explainers("cards: yes"))

    assert not settings.cards
    assert problem.startswith("mkdocs.yml:3:12: warning[missing-extra] ")


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ("extra: {search: pagefnd}", "pagefind"),
        ("extra: {explainers: {editorial: {no-text: warn}}}", "warning"),
    ],
)
def test_a_word_that_an_option_does_not_take_is_told_the_nearest(
    options: str, word: str
) -> None:
    _, [problem] = parse_settings(yaml.safe_load(options), options)

    assert problem.hint == f"Did you mean '{word}'?"
