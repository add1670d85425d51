"""Suggestions: what a writer may have missed, and what of it is put right by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.app.cli import main
from generator.app.writers import suggest
from generator.writing.suggestions import Suggestion
from generator.writing.undecided_names import Fix, patched

KIM = "---\ntitle: Kim Jong Un\ntype: person\nshort: Kim\n{more}---\nOf [[Korea]].\n"
FILES = {
    "content/actors/kim.md": KIM.format(more=""),
    "content/actors/korea.md": "---\ntitle: Korea\nleader: kim\ndemonyms: Korean\n---\nx\n",
}


def project(folder: Path, files: dict[str, str]) -> Path:
    for path, text in {**FILES, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def found(folder: Path, files: dict[str, str], kind: str) -> list[Suggestion]:
    suggestions, _ = suggest(project(folder, files), write=False)
    return [item for item in suggestions if item.kind == kind]


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["They met Choe Son Hui.", "He saw Choe Son Hui."], ["Choe Son Hui"]),
        (["They met Choe Son Hui."], []),
        (["So Li, Li and then Li."], ["Li"]),
        (["Minister Choe spoke to Choe. Choe left. Mr. Choe came."], ["Choe"]),
        (["In Hanoi they met. In Hanoi it rained. In Hanoi it ended."], ["Hanoi"]),
        (["Tea came. Tea went. Tea is good."], []),
        (["on Monday", "on Monday", "in May", "in May"], []),
        (["the Korean", "a Korean", "of Korean make"], []),
        (["article VII", "article VII"], []),
        (["`Choe Un`", "[Choe Un](https://x.org)", "[Choe Un](https://x.org)"], []),
        (["the Treaty of Peace", "a Treaty of Peace"], ["Treaty of Peace"]),
        (["a ship's Wonsan's", "in Wonsan"], ["Wonsan"]),
    ],
)
def test_a_name_that_recurs_and_names_no_note_is_missing(
    tmp_path: Path, texts: list[str], names: list[str]
) -> None:
    files = {f"content/terms/page-{place}.md": text for place, text in enumerate(texts)}

    assert [item.name for item in found(tmp_path, files, "missing-note")] == names


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("Choe Son Hui", "explainers new actors 'Choe Son Hui'"),
        ("Basic Treaty", "explainers new treaties 'Basic Treaty'"),
        ("Korean War", "explainers new events 'Korean War'"),
        ("O'Neill", """explainers new actors 'O'"'"'Neill'"""),
    ],
)
def test_a_missing_note_comes_with_the_command_that_begins_it(
    tmp_path: Path, name: str, command: str
) -> None:
    files = {f"content/terms/page-{place}.md": f"of {name}" for place in range(2)}

    [item] = found(tmp_path, files, "missing-note")

    assert item.remedy == command
    assert [place.at.path for place in item.places] == sorted(files)
    assert {place.context for place in item.places} == {f"of {name}"}


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("said Kim Yong Un", "Kim Jong Un"),
        ("said Kim Jong Il", ""),
        ("the Koreas", ""),
        ("said Kam", ""),
    ],
)
def test_a_name_that_is_spelt_almost_like_another_is_near(
    tmp_path: Path, text: str, near: str
) -> None:
    items = found(tmp_path, {"content/terms/page-one.md": text}, "near-name")

    assert [item.what for item in items] == (
        [f"is spelt almost like {near!r}"] if near else []
    )


def test_a_name_in_small_letters_mostly_is_common(tmp_path: Path) -> None:
    files = {
        "content/terms/the-command.md": "---\ntitle: UN Command\naliases: Command\n---\nx",
        "content/terms/page-one.md": "A command, a command; the Command.",
    }

    [item] = found(tmp_path, files, "common-name")

    assert item.name == "Command"
    assert (
        item.what == "of the-command is an ordinary word here: small twice, a name once"
    )


def test_a_note_that_nothing_names_is_lonely(tmp_path: Path) -> None:
    files = {
        "content/terms/page-one.md": "x",
        "content/terms/page-two.md": "of [[page three]]",
        "content/terms/page-three.md": "of Page two",
        "content/events/shown.md": "---\ndate: 1961\nactors: kim\n---\nx",
        "content/topics/asked.md": "x",
    }

    assert [item.name for item in found(tmp_path, files, "unmentioned-note")] == [
        "Page one"
    ]


@pytest.mark.parametrize(
    ("page", "after"),
    [
        ("Kim spoke.\n", "[[kim|Kim]] spoke.\n"),
        (
            "# A page\n\nThen *Kim* and Kim.\n",
            "# A page\n\nThen *[[kim|Kim]]* and [[kim|Kim]].\n",
        ),
        (
            "| Kim | b |\n| --- | --- |\n| a | Kim |\n",
            "| [[kim\\|Kim]] | b |\n| --- | --- |\n| a | [[kim\\|Kim]] |\n",
        ),
        ("> - Kim\n", "> - [[kim|Kim]]\n"),
        ("[[kim|Kim]] spoke.\n", ""),
        ("`Kim`\n", ""),
    ],
)
def test_the_only_person_of_a_name_is_safe_to_link(
    tmp_path: Path, page: str, after: str
) -> None:
    root = project(tmp_path, {"content/terms/page-one.md": page})

    _, diffs = suggest(root, write=True)

    assert bool(diffs) is bool(after)
    text = (root / "content/terms/page-one.md").read_text(encoding="utf-8")
    assert text == (after or page)
    assert suggest(root, write=True)[1] == []


def test_of_several_the_one_tied_to_the_page_is_safe_to_link_and_else_none(
    tmp_path: Path,
) -> None:
    other = KIM.format(more="").replace("Jong Un", "Il Sung")
    root = project(
        tmp_path,
        {
            "content/actors/il-sung.md": other,
            "content/terms/page-one.md": "Kim spoke.",
            "content/actors/hall.md": "---\nleader: kim\n---\nKim, of Moscow, of the Port.\n",
            "content/places/moscow.md": "---\nin: il-sung\n---\nx",
            "content/places/the-port.md": "---\ntitle: the Port\nin: il-sung\n---\nx",
        },
    )

    _, diffs = suggest(root, write=False)

    assert [diff.splitlines()[-1] for diff in diffs] == [
        "+[[kim|Kim]], of Moscow, of the Port."
    ]
    assert (root / "content/terms/page-one.md").read_text(
        encoding="utf-8"
    ) == "Kim spoke."


def test_a_file_with_other_line_ends_is_left_alone(tmp_path: Path) -> None:
    root = project(tmp_path, {})
    file = root / "content/terms/page-one.md"
    file.parent.mkdir()
    file.write_bytes(b"Kim spoke.\r\nMore.\r\n")

    assert suggest(root, write=True)[1] == []
    assert file.read_bytes() == b"Kim spoke.\r\nMore.\r\n"


def test_fixes_are_applied_from_the_end() -> None:
    fixes = [Fix("x", 0, 3, "kim"), Fix("x", 4, 7, "kim")]

    assert patched("---\n---\nKim Kim", 8, fixes) == (
        "---\n---\n[[kim|Kim]] [[kim|Kim]]"
    )


def test_the_seal_of_an_article_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    article = tmp_path / "news.txt"
    article.write_text("They met.", encoding="utf-8")
    root = project(tmp_path / "site", {})
    out = root / "seeds/news.seal"

    ran = CliRunner().invoke(
        main, ["--root", str(root), "seal", str(article), "--out", str(out)]
    )

    assert (ran.exit_code, ran.stdout) == (0, f"The seal is {out}\n")
    assert "explainers-seal-1" in out.read_text(encoding="utf-8")


def test_the_command_prints_suggestions_and_the_diff_and_exits_with_0(
    tmp_path: Path,
) -> None:
    root = project(
        tmp_path, {"content/terms/page-one.md": "Kim met Choe. He saw Choe and Choe.\n"}
    )

    shown = CliRunner().invoke(main, ["--root", str(root), "suggest"])
    as_json = CliRunner().invoke(main, ["--root", str(root), "suggest", "--json"])

    assert shown.exit_code == as_json.exit_code == 0
    assert (
        "[missing-note] 'Choe' occurs 3 times in one note and is not the name of a note"
        in shown.stdout
    )
    assert (
        "content/terms/page-one.md:1:1: [ambiguous-name] 'Kim' may mean kim"
        in shown.stdout
    )
    assert "+[[kim|Kim]] met Choe." in shown.stdout
    items = [json.loads(line) for line in as_json.stdout.splitlines()]
    assert {"kind", "name", "what", "remedy", "places"} == set(items[0])
