"""Fields outside front matter are errors, so that no draft is published; prose is left alone."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic
from generator.notes.model import Note, Source
from generator.notes.parse import parse_home, parse_note
from generator.notes.sources import parse_source
from tests.markdown.known import Known, Target
from tests.markdown.notes import bodies

PATHS = [
    "content/actors/a.md",
    "content/events/a.md",
    "content/places/a.md",
    "content/terms/a.md",
    "content/topics/a.md",
    "content/treaties/a.md",
    "content/index.md",
    "seeds/a.md",
]
OF_FRONT_MATTER = {"misplaced-front-matter", "unclosed-front-matter"}


def parse(path: str, text: str) -> tuple[Note | Source | None, list[Diagnostic]]:
    if path.startswith("seeds"):
        return parse_source(path, text)
    if path == "content/index.md":
        return parse_home(path, text)
    return parse_note(path, text)


def lines_of_faults(path: str, text: str) -> list[int]:
    _, problems = parse(path, text)
    return [
        problem.origin.line for problem in problems if problem.code in OF_FRONT_MATTER
    ]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: Plan\ndraft: true\n\nText.", 1),
        ("title: Plan\n\nText.", 1),
        ("tags:\n- a\n- b\n\nText.", 1),
        ("layout: post\ntitle: Plan\n\nText.", 1),
        ("Title: Plan\n\nText.", 1),
        ("Summary: A plan.\nTags: plans\n\nText.", 1),
        ("redirect-from: old\n\nText.", 1),
        ("title = 'Plan'\ndraft = true\n", 1),
        (":title: Plan\n:draft: true\n", 1),
        ("title:: Plan\ndraft:: true\n", 1),
        ("----\ntitle: Plan\n----\nText.", 1),
        ("--\ntitle: Plan\n--\nText.", 1),
        ("- - -\ntitle: Plan\n- - -\nText.", 1),
        ("***\ntitle: Plan\n***\nText.", 1),
        ("+++\nname = 'Plan'\n+++\nText.", 1),
        (";;;\n{}\n;;;\nText.", 1),
        ("---yaml\ntitle: Plan\n---\nText.", 1),
        ("--- json\n{}\n---\nText.", 1),
        ("--- # mine\ntitle: Plan\n---\nText.", 1),
        ("--- title: Plan\ndraft: true\n---\nText.", 1),
        ("```yaml\ntitle: Plan\n```\nText.", 1),
        ("~~~\n---\ntitle: Plan\n---\n~~~\nText.", 1),
        ('{ "title": "Plan" }\nText.', 1),
        ('{\n  "x": 1,\n  "draft": true\n}\nText.', 1),
        ("{title: Plan, draft: true}\nText.", 1),
        ("<!-- mine -->\n---\ntitle: Plan\n---\nText.", 2),
        ("<!-- mine,\nall mine -->\n\n---\ntitle: Plan\n---\nText.", 4),
        ("<!--\ntitle: Plan\n-->\nText.", 1),
        ("%% mine %%\n---\ntitle: Plan\n---\nText.", 2),
        ("[//]: # (mine)\n---\ntitle: Plan\n---\nText.", 2),
        ("# Plan\n---\ntitle: Plan\n---\nText.", 2),
        ("# Plan\n\n---\ntitle: Plan\n---\nText.", 3),
        ("# Plan\n\ntags: a\n\nText.", 3),
        ("\n---\ntitle: Plan\n---\nText.", 2),
        ("\n \n\u00a0\n---\ntitle: Plan\n---\nText.", 4),
        ("\n---\nauthor: me\nlayout: post\n---\nText.", 2),
        (" ---\ntitle: Plan\n---\nText.", 1),
        ("    ---\n    title: Plan\n    ---\nText.", 1),
        ("\u00a0---\ntitle: Plan\n---\nText.", 1),
        ("\u3000---\ntitle: Plan\n---\nText.", 1),
        ("\u00ad---\ntitle: Plan\n---\nText.", 1),
        ("---\u00a0\ntitle: Plan\n---\nText.", 1),
        ("–––\ntitle: Plan\n–––\nText.", 1),
        ("—\ntitle: Plan\n—\nText.", 1),
        ("—-\ntitle: Plan\n—-\nText.", 1),
        ("−−−\ntitle: Plan\n−−−\nText.", 1),
        ("Words.\n\n---\ntitle: Plan\n---\nText.", 3),
        ("Words.\n---\ntitle: Plan\n---\nText.", 2),
        ("---\n---\ntitle: Plan\n---\nText.", 3),
        ("---\ntags: a\n---\ndraft: true\n\nText.", 4),
        ("---\ntags: a\n---\n\ntitle: Plan\n---\nText.", 5),
        ("---\ntags: a\n---\n\n---\ntitle: Plan\n---\nText.", 5),
        ("---\ntags: a\n---\nWords.\n\n---\n\ntitle: Plan\n\n---\nText.", 6),
        ("---\ntags: a\n---\nWords.\n\n—\ntitle: Plan\nText.", 6),
        ("---\ntags: a\n---\nWords.\n\ndraft: true\n", 6),
        ("Words.\n\n- **Draft:** true\n", 3),
        ("Words.\n\nDraft: yes\n", 3),
        ("---\ntitle: Plan\n...\nText.", 3),
        ("---\ntitle: Plan\n...\n# A heading\n\n---\nText.", 3),
        ("---\ntitle: Plan\n…\nText.", 3),
        ("---\ntitle: Plan\n----\nText.", 3),
        ("---\ntitle: Plan\n--\nText.", 3),
        ("---\ntitle: Plan\n ---\nText.", 3),
        ("---\ntitle: Plan\n ---\n# A heading\n\n---\nText.", 3),
        ("---\ntitle: Plan\n---\u00a0\nText.", 3),
        ("---\ntitle: Plan\n--- # end\nText.", 3),
        ("---\ntitle: Plan\n---yaml\nText.", 3),
        ("---\ntitle: Plan\n—\nText.", 3),
        ("---\ntitle: Plan\n+++\nText.", 3),
        ("---\ntitle: Plan\n***\nText.", 3),
        ("---\ntitle: Plan\n\nText.", 1),
    ],
)
def test_front_matter_that_is_missed_is_an_error_at_its_line(
    path: str, text: str, line: int
) -> None:
    assert lines_of_faults(path, text) == [line]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/topics/a.md", "question: Who signed?\n\nText."),
        ("content/treaties/a.md", "parties:\n- China\n\nText."),
        ("content/places/a.md", "in: China\n\nText."),
        ("seeds/a.md", "publisher: A paper\n\nText."),
    ],
)
def test_a_field_is_one_that_its_kind_has(path: str, text: str) -> None:
    assert lines_of_faults(path, text) == [1]
    assert not lines_of_faults("content/terms/a.md", text)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "text",
    [
        "***\n\nA rule begins this text.\n",
        "\n---\n\nA rule begins this text.\n\n---\n\nAnother ends a part.\n",
        "\n---\nA rule begins this text.\n---\n",
        "\n---\n\nSummary: a rule is above.\n\n---\n\nWords.\n",
        "***\nPlace: Moscow\n***\n",
        "***\n\nPlace: Moscow.\n\nDate: 1961.\n",
        "Place: Moscow\nPlace: Beijing\n",
        "---\ntags: a\n---\n---\n\nA rule begins this text.\n",
        "---\ntags: a\n---\n\n***\nNote: the rule is above.\n***\n",
        "Note: the treaty is not in force.\n",
        "Note: one.\nAlso: two.\n",
        "Summary: the treaty binds both.\n\nMore.\n",
        "Draft: the text of 1961 was shorter.\n",
        "**Title:** The pact\n**Draft:** yes\n",
        "- Place: Moscow\n- Date: 1961\n",
        "- place: Moscow\n- tags: none\n",
        "> title: a word on the first page\n",
        "Words.\n\n---\n\nNote: more.\n\n---\n",
        "Words.\n\n---\nNote: more.\n---\n",
        "Words.\n\n---\nWho: they\nWhen: then\n---\n",
        "A heading\n---\ndate: the day it was signed\n\nWords.\n",
        "A heading\n===\n\nWords.\n",
        "Term\n: what it means\n",
        "— Kim Il Sung, 1961\n\nWords.\n",
        "https://example.org/title: a page\n",
        "12:30: they met.\n",
        "In short: a pact.\n",
        "a = b + c\n",
        "{.class}\nWords.\n",
        "| draft | true |\n| --- | --- |\n| title | x |\n",
        "Is it a draft: true or false?\n",
        "---\ntags: a\n---\n```yaml\ntitle: Plan\ndraft: true\n```\n",
        "Words.\n\n```\n---\ntitle: Plan\ndraft: true\n---\n```\n",
        "Words.\n\n    ---\n    title: Plan\n    draft: true\n    ---\n",
        "title\\: a word on the first page\n",
        "<!-- mine -->\nWords: many.\n",
        "# A heading\n\nWords: many.\n",
        "---\nsummary: |\n  one\n  ---\n  two\n---\nText.",
        "---\nsummary: 'one\n\n  ---\n\n  two'\n---\nText.",
        "---\ntitle: x\n# ---- names ----\ntags: a\n---\nText.",
    ],
)
def test_words_that_may_be_prose_are_left_alone(path: str, text: str) -> None:
    assert not lines_of_faults(path, text)


def test_a_note_whose_front_matter_is_missed_keeps_its_names() -> None:
    note, problems = parse_note(
        "content/terms/a.md",
        "\n---\ntitle: Plan\naliases: [Plot]\nother: x\n---\nText.",
    )

    assert note
    assert (note.title, note.fields.aliases) == ("Plan", ("Plot",))
    assert [problem.code for problem in problems] == ["misplaced-front-matter"]


@pytest.mark.parametrize("text", ["draft:", "draft: ~", "Draft: # yes", "drafts: null"])
def test_a_draft_is_one_or_is_not(text: str) -> None:
    _, [problem] = parse_note("content/terms/a.md", f"---\n{text}\n---\nText.")

    assert (problem.code, problem.origin.line) == ("bad-value", 2)


DRAFT = st.sampled_from(
    ["draft: true", "draft: yes", "draft: on", "Draft: true", "draft: 'yes'"]
)
OTHER_FIELDS = st.lists(
    st.sampled_from(
        [
            "title: Plan",
            "aliases: [Plot, Scheme]",
            "tags:\n- a\n- b",
            "summary: >\n  A plan.",
        ]
    ),
    unique=True,
)
ABOVE = st.lists(
    st.sampled_from(
        [
            "",
            " ",
            "\u00a0",
            "\ufeff",
            "\t",
            "<!-- mine -->",
            "<!--",
            "# Plan",
            "Words.",
            "Words: many.",
            "---",
            "***",
            "[//]: # (mine)",
            "---\ntags: b\n---",
            "---\n---",
            "```\ncode\n```",
            "- an item",
        ]
    ),
    max_size=3,
)
FENCES = st.sampled_from(
    [
        "---",
        " ---",
        "--- ",
        "---\u00a0",
        "\u00a0---",
        "\ufeff---",
        "--",
        "----",
        "- - -",
        "—",
        "–––",
        "---yaml",
        "--- # mine",
        "...",
        "+++",
        "***",
        "```",
        "```yaml",
        "~~~",
        "",
        "Words.",
    ]
)
MARKS = st.sampled_from(["", "", "", " ", "  ", "\u00a0", "> ", "- ", "* ", "<!-- "])


@st.composite
def misplaced_drafts(draw: st.DrawFn) -> str:
    """Draw a file whose front matter says that it is a draft, wherever and however fenced."""
    above = draw(ABOVE)
    opening = draw(FENCES)
    mark = draw(MARKS)
    is_code = opening.startswith(("`", "~"))
    assume(not is_code or not (above or mark))  # elsewhere it is a sample
    fields = draw(st.permutations([*draw(OTHER_FIELDS), draw(DRAFT)]))
    marked = [mark + line for field in fields for line in field.split("\n")]
    return "\n".join([*above, opening, *marked, draw(FENCES), "", "Not yet."])


@given(st.sampled_from(PATHS), misplaced_drafts())
def test_no_draft_is_published_by_a_slip(path: str, text: str) -> None:
    note, problems = parse(path, text)

    assert problems or (note and note.fields.draft)


WORDS = st.lists(
    st.sampled_from(
        [
            "Moscow",
            "signed",
            "draft",
            "title",
            "in 1961,",
            "—",
            "the",
            "pact:",
            "true",
            "#5",
        ]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)
SENTENCES = WORDS.map(lambda words: f"The {words}.")
PROSE = st.lists(
    st.one_of(
        SENTENCES,
        SENTENCES.map(lambda text: f"Note: {text}"),
        SENTENCES.map(lambda text: f"Summary: {text}"),
        SENTENCES.map(lambda text: f"**Title:** {text}"),
        SENTENCES.map(lambda text: f"# {text}"),
        SENTENCES.map(lambda text: f"{text}\n---"),
        SENTENCES.map(lambda text: f"- title: {text}\n- place: {text}"),
        SENTENCES.map(lambda text: f"Pact\n: {text}"),
        SENTENCES.map(lambda text: f"> {text}\n> — Kim, 1961"),
        SENTENCES.map(
            lambda text: f"{text}\n```yaml\n---\ntitle: x\ndraft: true\n---\n```"
        ),
        SENTENCES.map(lambda text: f"| a | b |\n| --- | --- |\n| draft | {text} |"),
        st.sampled_from(["***", "- - -", "___", "&nbsp;", "---"]),
    ),
    min_size=1,
    max_size=6,
)


@given(st.sampled_from(PATHS), PROSE, st.sampled_from(["", "---\ntags: a\n---\n"]))
def test_no_prose_is_refused_as_front_matter(
    path: str, blocks: list[str], front: str
) -> None:
    text = front + "\n\n".join(["", *blocks])

    assert not lines_of_faults(path, text)


KNOWN = Known(
    notes=(Target("actors", "china", ("China",)), Target("terms", "pact", ("Pact",))),
    citable=("un", "un#p0"),
)


@given(
    st.sampled_from(PATHS),
    bodies(KNOWN),
    st.sampled_from(["\n", "---\ntags: a\n---\n"]),
)
def test_no_body_in_the_dialect_is_refused_as_front_matter(
    path: str, body: str, front: str
) -> None:
    assert not lines_of_faults(path, front + body)
