"""Importing: an article becomes a record without loss; what looks garbled is pointed out."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.app.cli import main
from generator.app.load import load
from generator.artifacts import TextFile
from generator.dates.parse import parse_date
from generator.names.matcher import Holders, compile_names
from generator.notes.sources import number_paragraphs
from generator.writing.garble import signs
from generator.writing.importing import boilerplate, format_record, read_article
from tests.conftest import SHARED

ARTICLE = '# A treaty\n\nThey met.\nThey signed: "so" it goes.\n\nSubscribe to us\n'
MILESTONES = SHARED / "data/corpus/milestones"
NAMES = compile_names({"Yun Sun": Holders(("yun",)), "Pyongyang": Holders(("p",))})


def kinds(text: str) -> list[str]:
    return [sign.kind for sign in signs({"p0": text}, NAMES)]


def test_a_record_keeps_every_paragraph_of_an_open_text() -> None:
    article = read_article(ARTICLE)
    text = format_record(article, is_open=True)

    loaded = load([TextFile("seeds/x.md", text)])

    assert loaded.problems == ()
    source = loaded.index.sources["x"]
    assert (source.title, source.fields.boilerplate) == ("A treaty", (2,))
    assert list(source.paragraphs.values()) == [
        "They met.",
        'They signed: "so" it goes.',
        "Subscribe to us",
    ]


def test_a_record_of_a_restricted_text_holds_none_of_it() -> None:
    text = format_record(read_article(ARTICLE), is_open=False)

    assert "They" not in text
    assert "draft: yes" in text
    assert list(number_paragraphs(text.split("---\n")[2])) == ["p0", "p1", "p2"]


def test_what_an_article_says_of_itself_is_kept() -> None:
    front = "title: 'So: x'\npublisher: 'The #1 Press'\n"
    front += "url: https://example.org/a\ndate: 6 July 1961"
    text = f"---\n{front}\n---\nx\n"

    loaded = load(
        [TextFile("seeds/x.md", format_record(read_article(text), is_open=True))]
    )

    fields = loaded.index.sources["x"].fields
    assert loaded.problems == ()
    assert (fields.title, fields.publisher) == ("So: x", "The #1 Press")
    assert (fields.url, str(fields.published)) == (
        "https://example.org/a",
        "1961-07-06",
    )


@pytest.mark.parametrize(
    ("paragraph", "is_no_part"),
    [
        ("Editor's note: a version", True),
        ("Sign up for our letter", True),
        ("© The press", True),
        (",", True),
        ("Read more about it", True),
        ("The editor signed up.", False),
        ("They read more.", False),
    ],
)
def test_what_is_no_part_of_the_article_is_guessed(
    paragraph: str, *, is_no_part: bool
) -> None:
    assert bool(boilerplate(read_article(f"x\n\n{paragraph}\n"))) is is_no_part


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in the city.", []),
        ("He said “so” and left.", []),
        ("Then Yun Sen spoke.", ["near-name"]),
        ("It lies miles away. . in Beijing.", ["punctuation"]),
        ("They met. then they left.", ["sentence"]),
        ("They met at the the gate.", ["sentence"]),
        ("They were to be allowed to", ["sentence"]),
        ("He said “so and left.", ["quotation-marks"]),
        ("They met last month.", ["relative-date"]),
        ("It is a feat of counterfeit consciousness.", ["tortured-phrase"]),
    ],
)
def test_what_looks_garbled_is_pointed_out(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_what_is_told_from_a_day_is_read_if_the_day_is_known() -> None:
    text = {"p0": "They met five years ago."}

    [known] = signs(text, NAMES, parse_date("2024-06"))
    [unknown] = signs(text, NAMES)

    assert known.why == "relative to a day: it means 2019"
    assert unknown.why == "relative to a day: the day is unknown"


def test_the_command_writes_a_record_with_its_seal_and_nothing_over_another(
    tmp_path: Path,
) -> None:
    (tmp_path / "content").mkdir()
    article = tmp_path / "some-news.txt"
    article.write_text("They met. then left.", encoding="utf-8")
    arguments = ["--root", str(tmp_path), "import", str(article)]

    ran, again = (CliRunner().invoke(main, arguments) for _ in range(2))

    assert ran.exit_code == 0
    assert ran.stdout.startswith(
        "Wrote seeds/some-news.md\nWrote seeds/some-news.seal\np0: [sentence]"
    )
    assert "They" not in (tmp_path / "seeds/some-news.md").read_text(encoding="utf-8")
    assert (again.exit_code, again.stderr) == (
        1,
        "seeds/some-news.md already exists\n",
    )


def test_a_web_page_is_read_by_the_extra(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra 'import' is not installed")
    (tmp_path / "content").mkdir()
    words = (
        "The two sides signed a long treaty in the city and spoke of it for hours. " * 6
    )
    body = f"<article><h1>A treaty</h1><p>{words}</p><p>{words[::-1]}</p></article>"
    page = f"<html><head><title>A treaty</title></head><body>{body}</body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")

    ran = CliRunner().invoke(
        main,
        [
            "--root",
            str(tmp_path),
            "import",
            "--open",
            str(tmp_path / "a.html"),
            "--id",
            "b",
        ],
    )

    assert ran.exit_code == 0
    assert words.strip() in (tmp_path / "seeds/b.md").read_text(encoding="utf-8")


@pytest.mark.skipif(
    not MILESTONES.is_dir(),
    reason="the articles are not part of the project",
)
def test_ten_real_articles_are_imported_without_loss() -> None:
    for path in sorted(MILESTONES.glob("*.md"))[:10]:
        article = read_article(path.read_text(encoding="utf-8"))
        loaded = load(
            [TextFile(f"seeds/{path.stem}.md", format_record(article, is_open=True))]
        )

        source = loaded.index.sources[path.stem]
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        wanted = [" ".join(line.split()) for line in body.splitlines() if line.strip()]
        assert [" ".join(text.split()) for text in source.paragraphs.values()] == wanted
        assert source.title
        assert not loaded.problems
