"""Notes by id and by name: what a name means, and which names clash."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.schema.values import Folder
from generator.text.normal import comparable
from tests.rendered import body_of, site_of

FILES = {
    "content/actors/kim.md": "---\ntitle: Kim Jong Un\naliases: [The  Leader]\n---\nx",
    "content/actors/korea.md": "---\ntitle: Korea\n---\nx",
    "content/places/korea-place.md": "---\ntitle: The Peninsula\naliases: [kim]\n---\nx",
    "content/terms/draft.md": "---\ntitle: Draft\naliases: [Sketch]\ndraft: yes\n---\nx",
    "seeds/un.md": "---\ntitle: UN\n---\nFirst.\n\nSecond.\n",
    "seeds/hidden.md": "---\ntitle: Hidden\ndraft: yes\n---\n",
}


@pytest.mark.parametrize(
    ("reference", "folders", "expected"),
    [
        ("kim", (), "kim"),
        ("Kim Jong Un", (), "kim"),
        ("kim JONG  un", (), "kim"),
        ("the leader", (), "kim"),
        ("korea", (), "korea"),
        ("KOREA", (), "korea"),
        ("Kim", (), "korea-place"),
        ("kim", ("places",), "korea-place"),
        ("Korea", ("places", "actors"), "korea"),
        ("Korea", ("treaties",), None),
        ("Draft", (), None),
        ("nobody", (), None),
        ("", (), None),
    ],
)
def test_a_reference_means_an_id_or_else_a_name_in_any_case(
    reference: str, folders: tuple[Folder, ...], expected: str | None
) -> None:
    site, _ = site_of(FILES)

    found = site.index.resolve(reference, folders)

    assert (found.id if found else None) == expected


def test_drafts_are_set_apart() -> None:
    index = site_of(FILES)[0].index

    assert sorted(index.notes) == ["kim", "korea", "korea-place"]
    assert list(index.drafts) == ["draft"]
    assert list(index.sources) == ["un"]


def problems(files: Mapping[str, str]) -> list[tuple[str, str, str]]:
    _, found = site_of({**FILES, **files})
    return [(str(problem.origin), problem.code, problem.message) for problem in found]


def test_a_name_of_two_notes_is_reported_at_the_later_one() -> None:
    other = "---\ntitle: Somebody\naliases: [xyz, KIM JONG UN]\n---\nx"

    [(place, code, message)] = problems({"content/actors/other.md": other})

    assert (place, code) == ("content/actors/other.md:3:16", "duplicate-name")
    assert message == "'KIM JONG UN' is already a name of 'kim'"


def test_an_id_of_two_files_is_reported_and_the_first_keeps_it() -> None:
    files = {**FILES, "content/terms/korea.md": "---\ntitle: A term\n---\nx"}
    site, [problem] = site_of(files)

    assert problem.code == "duplicate-id"
    assert "content/actors/korea.md already has it" in problem.hint
    assert site.index.notes["korea"].title == "Korea"


def test_a_note_and_a_source_may_share_an_id() -> None:
    assert problems({"content/terms/un.md": "# UN\n\nOf it.\n"}) == []


def note_called(name: str) -> str:
    title = json.dumps(name)
    return f"---\ntitle: {title}\n---\nText.\n"


@pytest.mark.parametrize(
    ("name", "other", "said"),
    [
        ("München", "Mu\u0308nchen", ""),
        ("München", "MUNCHEN", ", spelt 'München'"),
        ("Łódź", "Lodz", ", spelt 'Łódź'"),
        ("Xi’an", "XI'AN", ""),
        ("Sino–Soviet  split", "Sino-Soviet split", ""),
        ("“No limits”", '"No limits"', ""),
        ("Горбачёв", "Горбачев", ", spelt 'Горбачёв'"),
    ],
)
def test_two_notes_have_no_names_that_count_as_the_same(
    name: str, other: str, said: str
) -> None:
    files = {
        "content/places/one.md": note_called(name),
        "content/places/two.md": note_called(other),
    }

    [(place, code, message)] = problems(files)

    assert (place, code) == ("content/places/two.md:2:8", "duplicate-name")
    assert message.endswith(f"is already a name of 'one'{said}")


@pytest.mark.parametrize(
    ("name", "other"), [("Йод", "Иод"), ("ハリ", "パリ"), ("Muenchen", "München")]
)
def test_a_mark_that_makes_another_letter_makes_another_name(
    name: str, other: str
) -> None:
    files = {
        "content/places/one.md": note_called(name),
        "content/places/two.md": note_called(other),
    }

    assert problems(files) == []


WORDS = st.text("aéÜøßЙёガ한क़", min_size=1, max_size=4)
NAMES = st.lists(WORDS, min_size=1, max_size=3).flatmap(
    lambda words: st.sampled_from(" -–'’").map(lambda sign: sign.join(words))
)
SPELLINGS: tuple[Callable[[str], str], ...] = (
    comparable,
    lambda name: unicodedata.normalize("NFC", name),
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: name.replace("'", "’").replace("-", "–"),
    lambda name: name.replace("’", "'").replace("–", "-"),
)


@given(NAMES, st.sampled_from(SPELLINGS))
def test_a_name_means_its_note_in_every_spelling_and_place(
    name: str, spell: Callable[[str], str]
) -> None:
    spelling = spell(name)
    fields = json.dumps({"unlinked": [spelling], "about": spelling})
    files = {
        "content/places/one.md": note_called(name),
        "content/terms/in-prose.md": f"In {spelling}, it was.\n",
        "content/terms/in-brackets.md": f"See [[{spelling}]].\n",
        "content/topics/in-fields.md": f"---\n{fields}\n---\nIn {spelling}, it was.\n",
    }
    site, found = site_of(files)

    assert {problem.code for problem in found} <= {"common-name"}
    assert site.index.resolve(spelling.upper()) == site.index.notes["one"]
    for id_ in ("in-prose", "in-brackets"):
        assert f"[{spelling}](../places/one.md)" in body_of(site, id_)
    assert "one.md" not in body_of(site, "in-fields")
