"""Canonical front matter: order, dates and quotation marks, without losing a word or a comment."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.schema.front_matter import HANDLER, split_note
from generator.schema.keys import canonical_key
from generator.schema.notes import ActorFields, EventFields, NoteFields
from generator.schema.sources import SourceFields
from generator.schema.treaties import TreatyFields
from generator.schema.validate import read_fields
from generator.schema.values import Fields
from generator.writing.format import canonical_order, fields_of, format_note

EVENT = "content/events/pact.md"


def formatted(front: str, path: str = EVENT) -> str:
    text, problems = format_note(path, f"---\n{front}---\nbody\n")
    assert not problems
    return text.removeprefix("---\n").removesuffix("---\nbody\n")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("content/events/pact.md", EventFields),
        ("content/actors/deep/kim.md", ActorFields),
        ("content/index.md", NoteFields),
        ("seeds/un.md", SourceFields),
        ("content/nonsense/a.md", None),
        ("content/stray.md", None),
        ("README.md", None),
    ],
)
def test_what_a_file_may_hold_follows_from_where_it_lies(
    path: str, fields: type[Fields] | None
) -> None:
    assert fields_of(path) is fields


def test_the_title_comes_first_then_the_kinds_own_fields_then_what_all_share() -> None:
    order = canonical_order(TreatyFields)

    assert order[:3] == ["title", "type", "official_name"]
    assert order[-3:] == ["autolink", "uncited", "draft"]
    assert order.index("text_url") < order.index("aliases") < order.index("summary")
    assert sorted(order) == sorted(set(order))


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("tags: [a]\ndate: 1961\ntitle: x\n", "title: x\ndate: 1961\ntags: [a]\n"),
        ("dates: 1961\nTitle: x\n", "Title: x\ndates: 1961\n"),
        ("date: 1961\n\ntitle: x\n", "title: x\ndate: 1961\n\n"),
        ("{date: c. 1961, title: x}\n", "{date: 1961~, title: x}\n"),
        ("date: 6 July 1961\n", "date: 1961-07-06\n"),
        ("date: '1961'\n", "date: 1961\n"),
        ("date: 6 July\n  1961\ntitle: x\n", "title: x\ndate: 1961-07-06\n"),
        (
            "date: {value: 'c. 1961', source: un}\n",
            "date: {value: 1961~, source: un}\n",
        ),
        (
            "date:\n- 1961 # one\n- {value: 1962?}\n",
            "date:\n- 1961 # one\n- {value: 1962?}\n",
        ),
        ("date: '[1961, 1962]'\n", 'date: "[1961,1962]"\n'),
        ("date: 1961\nchecked: 1 May 2024\n", "date: 1961\nchecked: 2024-05-01\n"),
        ("title: 'x'\ndate: 1961\n", "title: x\ndate: 1961\n"),
        ("title: 'it''s'\ndate: 1961\n", "title: it's\ndate: 1961\n"),
        ('title: "yes"\ndate: 1961\n', 'title: "yes"\ndate: 1961\n'),
        ('title: "1961"\ndate: 1961\n', 'title: "1961"\ndate: 1961\n'),
        ('title: "a: b"\ndate: 1961\n', 'title: "a: b"\ndate: 1961\n'),
        ('title: "a #b"\ndate: 1961\n', 'title: "a #b"\ndate: 1961\n'),
        ("title: ''\ndate: 1961\n", "title: ''\ndate: 1961\n"),
        ("date: 1961\nplace: '[[Seoul]]'\n", "date: 1961\nplace: '[[Seoul]]'\n"),
        ("date: 1961\nplace: [[Seoul]]\n", "date: 1961\nplace: [[Seoul]]\n"),
        ("date: 1961\ntags: ['a', 'b, c']\n", "date: 1961\ntags: [a, 'b, c']\n"),
        (
            "date: 1961\nsummary: |\n  a\n  # b\n",
            "date: 1961\nsummary: |\n  a\n  # b\n",
        ),
    ],
)
def test_order_dates_and_quotation_marks_become_canonical(
    front: str, expected: str
) -> None:
    assert formatted(front) == expected


def test_a_comment_stays_with_the_field_below_it_and_beside_its_value() -> None:
    front = "# of the file\n\n# of tags\ntags: [a] # beside\n# of date\n# still\ndate: 1961\n"

    assert formatted(front) == (
        "# of the file\n\n# of date\n# still\ndate: 1961\n# of tags\ntags: [a] # beside\n"
    )


def test_the_record_of_a_source_is_ordered_as_its_fields_are_declared() -> None:
    front = "rights: open\npublished: 6 July 1961\ntitle: 'x'\n"

    assert (
        formatted(front, "seeds/un.md")
        == "title: x\npublished: 1961-07-06\nrights: open\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "no front matter, date: 6 July 1961\n",
        "---\ndate: 6 July 1961\n",
        "---\ndate: 31 June 1961\ntitle: 'x'\n---\n",
        "---\ndate: 6 July 1961\ntitel: x\n---\n",
        "---\ndate: 6 July 1961\ntitle: a: b\n---\n",
        "",
    ],
)
def test_a_note_with_problems_stays_as_it_is(text: str) -> None:
    after, problems = format_note(EVENT, text)

    assert after == text
    assert bool(problems) is text.startswith("---")


def test_a_file_outside_the_folders_of_notes_stays_as_it_is() -> None:
    text = "---\ndate: 6 July 1961\n---\n"

    assert format_note("content/nonsense/a.md", text) == (text, [])


def test_line_ends_of_windows_are_kept() -> None:
    text = "---\r\ntags: [a]\r\ndate: 6 July 1961\r\n---\r\nbody\r\n\r\n"

    after, _ = format_note(EVENT, text)

    assert after == "---\r\ndate: 1961-07-06\r\ntags: [a]\r\n---\r\nbody\r\n\r\n"


@pytest.mark.parametrize(
    "front",
    [
        'tags: "a\n# b"\ntitle: x\ndate: 1961\n',
        "tags: 'a\n\n# b'\ntitle: x\ndate: 1961\n",
        "tags: a\ntitle: x\ndate: 1961\n...\n",
        "tags: a\ntitle: x\n--- # x\ndate: 1961\n",
    ],
)
def test_what_cannot_be_moved_without_harm_is_still_read_alike(front: str) -> None:
    text = f"---\n{front}---\nbody\n"

    after, _ = format_note(EVENT, text)

    assert meaning(after, EventFields) == meaning(text, EventFields)


def meaning(text: str, model: type[Fields]) -> tuple[object, int]:
    fields, _, problems = read_fields(model, split_note(text), EVENT)
    return fields, len(problems)


CHARACTERS = st.characters(
    exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"]
)
TEXTS = st.one_of(
    st.sampled_from(
        ["Kim Jong Un", "yes", "1961", "a: b", "a # b", "- a", "it's", '"a"', "[[a]]"]
    ),
    st.text(CHARACTERS, min_size=1, max_size=12).filter(str.strip),
)
DATES = st.sampled_from(
    [
        "1961",
        "6 July 1961",
        "c. 1961",
        "1961?",
        "1990s",
        "1961/..",
        "until 1961",
        "[1961, 1962]",
    ]
)
PLACES = st.sampled_from(["inline", "block"])


@st.composite
def scalars(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    text = draw(texts)
    single = "'" + text.replace("'", "''") + "'"
    # In brackets, so that what YAML leaves bare suits a list in flow as well.
    bare = yaml.safe_dump(
        [text], default_flow_style=True, allow_unicode=True, width=1000
    )
    return draw(
        st.sampled_from(
            [single, json.dumps(text, ensure_ascii=False), bare.strip()[1:-1]]
        )
    )


@st.composite
def values(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """Draw a value, a statement, or a list of those, in flow or block."""
    item = scalars(texts)
    statement = st.builds("{{value: {}, source: un}}".format, item)
    items = draw(st.lists(item | statement, min_size=1, max_size=3))
    flow, block = (
        f" [{', '.join(items)}]\n",
        "".join(f"\n- {item}" for item in items) + "\n",
    )
    return draw(st.sampled_from([f" {items[0]}\n", flow, block]))


@st.composite
def notes(draw: st.DrawFn) -> str:
    """Draw a treaty, its fields in any order, with a comment above and beside some."""
    fields = {
        "title": scalars(TEXTS).map(" {}\n".format),
        "aliases": st.lists(scalars(TEXTS), max_size=3).map(
            lambda items: f" [{', '.join(items)}]\n"
        ),
        "party": scalars(TEXTS).map("\n- party: {}\n  signed: c. 1961\n".format),
        "official-name": values(TEXTS),
        "signed": values(DATES),
        "in_force": values(DATES),
        "checked": scalars(st.just("1 May 2024")).map(" {} # beside\n".format),
        "draft": st.just(" yes\n\n"),
    }
    names = draw(st.lists(st.sampled_from(list(fields)), unique=True))
    comments = [
        draw(st.sampled_from(["", f"# of {name}\n", f"\n# a\n# of {name}\n"]))
        for name in names
    ]
    front = "".join(
        f"{comment}{name}:{draw(fields[name])}"
        for comment, name in zip(comments, names, strict=True)
    )
    body = draw(
        st.sampled_from(
            ["", "body", "\n\nbody: 6 July 1961\n---\n\n", "# no comment\n"]
        )
    )
    text = f"---\n{front}---\n{body}"
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


@given(notes())
def test_formatting_keeps_the_meaning_the_body_and_every_comment(text: str) -> None:
    path = "content/treaties/pact.md"

    after, problems = format_note(path, text)

    assert not problems
    assert meaning(after, TreatyFields) == meaning(text, TreatyFields)
    assert split_note(after).body == split_note(text).body
    assert format_note(path, after) == (after, [])
    before_front, front = HANDLER.split(text)[0], HANDLER.split(after)[0]
    assert sorted(comments(front)) == sorted(comments(before_front))
    for name in re.findall(r"^# of (\S+)", before_front, re.MULTILINE):
        assert re.search(rf"^# of {name}\r?\n{name}:", front, re.MULTILINE)
    order = canonical_order(TreatyFields)
    keys = [
        canonical_key(key, order)
        for key in re.findall(r"^([a-z_-]+):", front, re.MULTILINE)
    ]
    assert keys == sorted(keys, key=order.index)


def comments(front: str) -> list[str]:
    return re.findall(r"^#.*$|# beside", front, re.MULTILINE)
