"""What editors ask for: each rule finds what lacks it, at its place, as bad as the setting says."""

from __future__ import annotations

from itertools import chain

import pytest

from generator.codes import Code
from generator.diagnostics import Severity
from generator.evidence.editorial import check_editorial
from generator.settings import Editorial
from tests.rendered import site_of

ALL: tuple[Code, ...] = (
    "explainer-length",
    "no-text",
    "uncited-paragraph",
    "uncited-sentence",
)
RULES = Editorial(dict.fromkeys(ALL, Severity.ERROR))
SOURCE = {"seeds/un.md": "---\ntitle: UN\n---\nOne.\n"}


def found(path: str, text: str, rules: Editorial = RULES) -> list[str]:
    """Return place and code of each problem of a note."""
    site, _ = site_of({**SOURCE, path: text})
    problems = chain.from_iterable(
        check_editorial(note, rules) for note in site.index.notes.values()
    )
    return [f"{item.origin.line}:{item.origin.column} {item.code}" for item in problems]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("It began in 1961 [@un].", []),
        ("It began in 1961.", ["4:1"]),
        ("It began [@un].\nIt ended.\n", ["5:1"]),
        ("It began [@un]. It\nended. It [@un#p0] began again.", ["4:17"]),
        ("It began. [@un] It ended [@un; @us].", []),
        ("## It began\n\nIt ended [@un].", []),
        ("What began? This did:\n\n- one [@un]\n- two", ["7:3"]),
        ("**What is next.** Nobody knows [@un].", []),
        ("No source for its end was found.", []),
        ("Nothing was found [@un]. Nothing ended.", ["4:26"]),
        ("    code is not prose.\n\nNor [@un] is\n```\nthis.\n```\n", []),
        ("Mr. Kim of the U.S. Army said so [@un].", []),
        ("| a | b |\n| --- | --- |\n| It ended. | [@un] |", []),
        ("It has two parts [@un]:\n\n- one\n  - a\n\n    b\n\nIt ended.", ["11:1"]),
        ("- Arms [@un]:\n  - guns\n- Men", ["6:3"]),
        ("He won the war:\n\nIt ended [@un].", ["4:1"]),
        ("He won the war:", ["4:1"]),
        ("He said:\n\n> It ended [@un].", []),
        ("__Bold.__ It [@un].\n\n***Background***\n\n*What is next.*", []),
        ("It [@un]. **It ended.**", ["4:13"]),
        ("%% todo. It is. %%\n\n![A map](a.png)\n\n***\n", []),
        ('```py title="x"\nIt = 1\n\nIt. It.\n```', []),
        ("谁赢了？ 有三点：\n\n- 一 [@un]\n- 二 [@un]", []),
        ("| a | b |\n| --- | --- |\n| It [@un]. | b |\n| It. | b |", ["7:3"]),
        ("A source for this could not be found. It has not been found.", []),
        ("It closed [@un], and no final decision was found.", []),
        ("No soldier doubts that Kim found weapons.", ["4:1"]),
        ("No soldier doubts that weapons were found.", ["4:1"]),
        ("Neither side found the answer.", ["4:1"]),
        ("He was not found guilty.", ["4:1"]),
        ("> It began [@un].\n\n> It ended.", ["6:3"]),
        ("- [x] It began [@un].\n- [ ] It ended.", ["5:7"]),
        ("> [!NOTE]\n> It began [@un]. It\n> ended.", ["5:19"]),
        ("Korea\n:   It began [@un].\n:   It ended.", ["6:5"]),
        ("It has these parts [@un]:\n\nKorea\n:   A peninsula.\n\nIt ended.", ["9:1"]),
        ("It has these parts [@un]:\n\n1. one\n\n   > two\n\n2. three", []),
        (
            "It began [@un].[^1] It ended [@un].\n\n[^1]: In May. Or *later* [@un].",
            ["6:7"],
        ),
        ("It &amp; he *left* [now](https://x.org/a.b) [@un]. It\\. ended.", ["4:52"]),
        ("It uses `a. B` and https://x.org/a. It has ![a. B](c.png) [@un].", ["4:1"]),
        ("![[Kim]]\n\n![[Kim|He left. He died.]]", []),
        ("Mr.&nbsp;Kim said \\[sic. He\\] left [@un].", []),
    ],
)
def test_each_sentence_that_states_something_cites_a_source(
    body: str, places: list[str]
) -> None:
    text = f"---\ntype: person\n---\n{body}"

    wanted = [f"{place} uncited-sentence" for place in places]
    assert found("content/actors/kim.md", text) == wanted


@pytest.mark.parametrize(
    "link",
    [
        "[Who won? A view. And more](https://x.org/a)",
        "[[Kim|Who won? A view. And more]]",
        "[Who **won?** A `b. c` view. And more][1]",
        "[[Who won? A view. And more]]",
    ],
)
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("{link} says so [@un]. It is.", 1),
        ("As {link} says so [@un]. It is [@un].", 0),
        ("See {link}. It is [@un].", 1),
        ("He wrote {link} [@un]. It is [@un].", 0),
        ("- {link}, by Kim [@un]\n- It is [@un]", 0),
        ("| a | b |\n| - | - |\n| It is. | [@un] {link} so |", 0),
    ],
)
def test_no_sentence_ends_within_a_link(link: str, text: str, places: int) -> None:
    linked = link.replace("|", "\\|") if text.startswith("|") else link
    body = text.replace("{link}", linked)
    note = f"---\ntype: person\n---\n{body}\n\n[1]: https://x.org/a\n"

    assert len(found("content/actors/kim.md", note)) == places


@pytest.mark.parametrize(
    ("heading", "is_heading"),
    [
        ("**What is next.**", True),
        ("**What is next**.", True),
        ("*What is next*.", True),
        ("__What is *next*.__", True),
        ("***What is next.***", True),
        ("**What is** *next.*", True),
        ("**What `is` [next](https://x.org/a).**", True),
        ("**What is next.**[^1]", True),
        ("**What is &amp; was next.**", True),
        ("**What is next?**", True),
        ("**What is** next.", False),
        ("What **is next.**", False),
        ("~~What is next.~~", False),
        (f"**What is next{' and next' * 5}.**", False),
    ],
)
def test_a_paragraph_may_begin_with_its_heading(
    heading: str, *, is_heading: bool
) -> None:
    for text in ("{} It began [@un].", "- {} It began [@un].", "> {}\n> It is [@un]."):
        body = text.format(heading)
        note = f"---\ntype: person\n---\n{body}\n\n[^1]: It is [@un].\n"

        assert bool(found("content/actors/kim.md", note)) is not is_heading


def test_a_message_shows_the_words_that_readers_see() -> None:
    body = "It **is** `a. b`, &amp; [[Kim|he]]\nsaid so at <https://x.org/a>."
    site, _ = site_of({**SOURCE, "content/actors/x.md": body})

    [problem] = check_editorial(site.index.notes["x"], RULES)

    words = "It is a. b, & he said so at https://x.org/a."
    assert problem.message == f"the sentence {words!r} cites no source"


def test_a_sentence_may_be_exempt_and_an_exemption_must_have_its_sentence() -> None:
    text = (
        "---\nuncited: [It began., It ended.]\n---\nIt\nbegan. It went on [@un]. It is."
    )

    assert found("content/actors/kim.md", text) == [
        "5:26 uncited-sentence",
        "2:22 unknown-sentence",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "He left **now**.",
        "[[Kim|He]] left\n now.",
        "He left [now](https://x.org/a).",
        "He left now!",
    ],
)
@pytest.mark.parametrize("exempt", ["He left now.", "'[[Kim|He]] left **now**.'"])
def test_only_the_words_of_an_exemption_count(body: str, exempt: str) -> None:
    assert not found("content/actors/kim.md", f"---\nuncited: {exempt}\n---\n{body}")


def test_curly_marks_of_a_sentence_may_be_straight_in_its_exemption() -> None:
    text = '---\nuncited: He didn\'t say "no".\n---\nHe didn’t say “no”.'

    assert not found("content/actors/kim.md", text)


@pytest.mark.parametrize(
    ("path", "fields", "lines"),
    [
        ("actors/x", "summary: It is.", [2]),
        ("actors/x", "summary: It is [@un].", []),
        ("actors/x", "{summary: It is., uncited: It is.}", []),
        ("places/x", "summary: It is. It was.", [2]),
        ("terms/x", "summary: It is.", []),
        ("topics/x", "{summary: It is., answer: It was.}", [2]),
        ("actors/x", "claims: [{says: It is., for: un, why: It was.}]", []),
        ("actors/x", "claims: [{says: It is., against: un}]", []),
        ("actors/x", "claims: [{says: It is., why: Why?}]", [2]),
        ("actors/x", "claims: [{says: 'It is [@un].', why: It was.}]", [2]),
    ],
)
def test_fields_that_readers_see_cite_sources(
    path: str, fields: str, lines: list[int]
) -> None:
    text = f"---\n{fields}\n---\nIt [@un]."

    rules = Editorial({"uncited-sentence": Severity.ERROR})
    places = [
        int(item.split(":")[0]) for item in found(f"content/{path}.md", text, rules)
    ]
    assert places == lines


def test_a_sentence_of_a_term_may_be_exempt() -> None:
    text = "---\nuncited: It was.\n---\nA veto.\n\n## Here\n\nIt was. Why?\n"

    assert not found("content/terms/veto.md", text)


@pytest.mark.parametrize(
    "text", ["---\ntitle: X\nIt was.", f"---\ntitle: X\n---\n{'> ' * 99}It was."]
)
def test_a_broken_note_is_not_said_to_lack_a_text(text: str) -> None:
    assert not found("content/topics/x.md", text)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Hanoi is a city.", []),
        ("Hanoi is a city. It is old.", ["1:18"]),
        ("Hanoi is a city [@un].\n\nIt is old.", ["3:1"]),
    ],
)
def test_what_a_place_is_needs_no_source(body: str, places: list[str]) -> None:
    wanted = [f"{place} uncited-sentence" for place in places]
    assert found("content/places/hanoi.md", body) == wanted


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("A veto stops things. It is strong.", []),
        ("A veto.\n\n## Here\n\nIt was used. Twice [@un].\n\nIt was not.", ["7:1"]),
        ("A veto.\n\nStill a veto.\n\n## Here\n\n### There\n\nIt was.", ["9:1"]),
        ("A veto.[^1]\n\n## Here\n\nIt was [@un].\n\n[^1]: From Latin.", []),
        ("A veto.\n\n## Here\n\nIt was [@un].[^1]\n\n[^1]: It is.", ["7:7"]),
        ("A veto.\n\n## Here\n\n- It was.\n- It is [@un].\n\n> It is.", ["8:3"]),
        ("A veto.\n\nHere\n----\n\n**Next.** It was.", ["6:3"]),
    ],
)
def test_what_a_term_means_needs_no_source(body: str, places: list[str]) -> None:
    wanted = [f"{place} uncited-paragraph" for place in places]
    assert found("content/terms/veto.md", body) == wanted


@pytest.mark.parametrize("kind", ["actors", "places", "terms", "topics"])
def test_a_note_has_a_text(kind: str) -> None:
    assert found(f"content/{kind}/x.md", "---\ntitle: X\n---\n") == ["2:1 no-text"]


@pytest.mark.parametrize(
    ("count", "least", "most", "is_fine"),
    [
        (4, 4, 4, True),
        (3, 4, 0, False),
        (5, 0, 4, False),
        (5, 4, 0, True),
        (0, 0, 0, True),
    ],
)
def test_an_explainer_is_as_long_as_may_be(
    count: int, least: int, most: int, *, is_fine: bool
) -> None:
    rules = Editorial({"explainer-length": Severity.WARNING}, least, most)
    body = f"{'word ' * count}[@un]"

    wanted = [] if is_fine else ["2:1 explainer-length"]
    assert found("content/topics/x.md", f"---\ntitle: X\n---\n{body}", rules) == wanted
    assert found("content/actors/x.md", f"---\ntitle: X\n---\n{body}", rules) == []


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("He doesn't use well-known words.", 5),
        ("See [the text](https://example.org/a/b) at https://example.org/a.", 4),
        ("Use `a b c` and 10,000.", 3),
        ("谁赢了？", 3),
        ("# One\n\n- **two**\n- [[three|3]] [@un]", 3),
    ],
)
def test_only_words_that_readers_read_count(body: str, count: int) -> None:
    rules = Editorial({"explainer-length": Severity.WARNING}, count, count)
    text = f"---\ntitle: X\n---\n{body}"

    assert not found("content/topics/x.md", text, rules)


def test_a_rule_that_is_off_finds_nothing() -> None:
    assert found("content/actors/x.md", "It ended.", Editorial()) == []


@pytest.mark.parametrize("severity", list(Severity))
def test_a_problem_is_as_bad_as_the_setting_says(severity: Severity) -> None:
    site, _ = site_of({**SOURCE, "content/actors/x.md": "It ended."})
    rules = Editorial({"uncited-sentence": severity})

    problems = list(check_editorial(site.index.notes["x"], rules))

    assert [problem.severity for problem in problems] == [severity]
