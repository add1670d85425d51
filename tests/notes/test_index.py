"""Notes by id and by name: what a name means, and which names clash."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.notes.index import fold
from generator.schema.values import Folder
from tests.rendered import site_of

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


@given(st.text(max_size=20))
def test_letter_case_and_spaces_do_not_count_in_names(name: str) -> None:
    assert fold(" STRASSE  Nord\n") == fold("straße nord")
    assert fold(f"  {name}\n") == fold(name)
    assert fold(fold(name)) == fold(name)
