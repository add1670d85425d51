"""The commands for writers, which create, explain and format notes and records."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from generator.app import writers
from generator.diagnostics import printable, quoted
from generator.names.resolve import Mention
from generator.notes.model import KINDS
from generator.writing.suggestions import Occurrence, Suggestion

MAX_PLACES = 3
"""Places of one suggestion that are printed; its JSON has all of them."""


@click.command()
@click.option(
    "--check",
    "is_check",
    is_flag=True,
    help="Write nothing; exit 1 if a file would change.",
)
@click.argument(
    "files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.pass_obj
def fmt(root: Path, files: tuple[Path, ...], *, is_check: bool) -> None:
    """Make front matter canonical: order of fields, dates, quotes.

    FILES are notes or source records; all of them by default. Comments and bodies are kept.
    """
    for file in files:
        if not file.resolve().is_relative_to(root.resolve()):
            msg = f"{file} is not in the project, {root}"
            raise click.UsageError(msg)
    changed, problems = writers.fmt(root, files, write=not is_check)
    for problem in problems:
        click.echo(str(problem), err=True)
    verb = "Would change" if is_check else "Changed"
    for path in changed:
        click.echo(f"{verb} {path}")
    would_change = is_check and bool(changed)
    sys.exit(bool(problems) or would_change)


@click.command()
@click.option(
    "--json", "is_json", is_flag=True, help="Print one JSON object for each text."
)
@click.option(
    "--notes",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Look for the names of the notes in this folder instead of the project's.",
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.pass_obj
def mentions(
    root: Path, files: tuple[Path, ...], notes: Path | None, *, is_json: bool
) -> None:
    """Explain for every name in FILES which note it means, and why.

    Offsets count code points of the text below the front matter, from 0.
    """
    for text in writers.mentions(root, files, notes):
        if is_json:
            found = [_mention(text, item) for item in text.mentions]
            click.echo(_json({"path": text.path, "mentions": found}))
            continue
        for item in text.mentions:
            name = quoted(_words(text, item))
            means = item.note or "not decided"
            start = text.words.source(item.start)
            end = text.words.source_end(item.end)
            place = f"{text.path}:{start}-{end}"
            click.echo(f"{place}: {name} → {means} ({item.step}: {item.why})")


def _mention(text: writers.Explained, mention: Mention) -> dict[str, object]:
    """Return a mention with its words; its offsets are those in the text of the file."""
    found = asdict(mention)
    found["start"] = text.words.source(mention.start)
    found["end"] = text.words.source_end(mention.end)
    found["text"] = _words(text, mention)
    return found


def _words(text: writers.Explained, mention: Mention) -> str:
    return text.words.text[mention.start : mention.end]


def _json(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False)


@click.command()
@click.option(
    "--json", "is_json", is_flag=True, help="Print one JSON object for each suggestion."
)
@click.option(
    "--fix", is_flag=True, help="Turn names that are safe to link into wikilinks."
)
@click.pass_obj
def suggest(root: Path, *, is_json: bool, fix: bool) -> None:
    """List what writers may have missed.

    Lists recurring names without a note, with the command that creates one; misspelt names;
    ambiguous names; names that are ordinary words; notes that no page mentions. Names that are
    safe to link are shown as a diff, which --fix applies.
    """
    found, diffs = writers.suggest(root, write=fix)
    for item in found:
        shown = _json(asdict(item)) if is_json else _suggestion(item)
        click.echo(shown)
    for diff in diffs:
        click.echo(diff, nl=False, err=is_json)
    if diffs and not fix:
        click.echo("Run explainers suggest --fix to make these changes.", err=True)


def _suggestion(item: Suggestion) -> str:
    """Return a suggestion in words: what it is, where it occurs first, what to do."""
    where = f"{item.places[0].at}: " if item.places else ""
    lines = [
        f"{where}[{item.kind}] {quoted(item.name)} {item.what}",
        f"    {item.remedy}",
    ]
    if item.kind != "unmentioned-note":
        lines += map(_occurrence, item.places[:MAX_PLACES])
    return "\n".join(lines)


def _occurrence(found: Occurrence) -> str:
    at = found.at
    context = printable(found.context)
    return f"    {at.path}:{at.line}: … {context} …"


@click.command()
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write."
)
@click.pass_obj
def seal(root: Path, article: Path, out: Path | None) -> None:
    """Make the seal of an ARTICLE, so that quotations can be checked without its text.

    Every non-blank line is a paragraph. A seal belongs beside the record of its source, as
    seeds/SOURCE.seal. Making it takes about a tenth of a second for each word. A seal makes
    guessing the text expensive; it does not keep it secret.
    """
    del root
    text = writers.seal(article, out)
    if out:
        click.echo(f"The seal is {out}")
    else:
        click.echo(text, nl=False)


@click.command(name="import")
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--id", "id_", help="Id of the record; by default the article's file name."
)
@click.option(
    "--open",
    "is_open",
    is_flag=True,
    help="The text may be published, so keep all of it.",
)
@click.pass_obj
def import_(root: Path, article: Path, id_: str | None, *, is_open: bool) -> None:
    """Create the source record of an ARTICLE (txt, md, html); report what looks garbled.

    Without --open the record has a line for each paragraph's digest, and a seal; it is a draft
    until the digests are written. What looks garbled is a suggestion and changes nothing.
    """
    record = id_ or article.stem
    found = writers.import_article(root, article, record, is_open=is_open)
    for path in found.written:
        click.echo(f"Wrote {path}")
    for sign in found.signs:
        words = quoted(sign.words)
        click.echo(f"{sign.paragraph}: [{sign.kind}] {words}: {sign.why}")
    if found.problem:
        click.echo(found.problem, err=True)
    sys.exit(bool(found.problem))


@click.command()
@click.argument("source")
@click.argument("words")
@click.pass_obj
def quote(root: Path, source: str, words: str) -> None:
    """Find the paragraph of a SOURCE that has some WORDS, or the closest match.

    Exit code 1 if the words are not there.
    """
    is_found, message = writers.quote(root, source, words)
    is_missing = not is_found
    click.echo(message, err=is_missing)
    sys.exit(is_missing)


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("title")
@click.pass_obj
def new(root: Path, kind: str, title: str) -> None:
    """Create a note of a KIND called TITLE, with its required fields."""
    path, problem = writers.new(root, kind, title)
    if problem:
        click.echo(f"{path} was not written: {problem}", err=True)
        sys.exit(1)
    click.echo(path)
