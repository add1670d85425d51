"""The command line: read arguments, make one call, print, set the exit code.

Exit codes: 0 fine, 1 problems in the content, 2 wrong usage.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from generator import build as pipeline
from generator import desk, publish
from generator.diagnostics import Diagnostic, github_annotation, printable, quoted
from generator.files import lock
from generator.model import KINDS
from generator.suggest import Suggestion
from generator.worklist import KINDS as TASKS

SHOWN_AFTER = 1.0
"""Seconds of work after which a terminal is told what is going on."""

SHOWN_PLACES = 3
"""So many places of one suggestion are printed; all are in its JSON."""

Command = Callable[..., None]


def _formats(command: Command) -> Command:
    return click.option(
        "--format",
        "shape",
        type=click.Choice(["text", "github"]),
        default="text",
        show_default=True,
        help="How problems are printed: for people, or as GitHub workflow annotations.",
    )(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default="here",
    help="Folder of the project.",
)
@click.version_option(package_name="explainers")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Turn curated notes and source records into a site of linked, sourced explainer pages.

    Exit codes: 0 fine, 1 problems in the content, 2 wrong usage.
    """
    if not (root / pipeline.CONTENT).is_dir():
        message = f"{root / pipeline.CONTENT} is not a folder; --root names the project's folder"
        raise click.UsageError(message)
    context.obj = root


@main.command()
@_formats
@click.option(
    "--worklist",
    type=click.Choice(["show", "fail"]),
    help="Count what editors should look at; with 'fail', exit 1 if there is anything.",
)
@click.pass_obj
def check(root: Path, shape: str, worklist: str | None) -> None:
    """Report every problem in notes and sources; write nothing."""
    with _Progress() as tell:
        report = pipeline.check(root, tell)
    _print(report, shape)
    if worklist:
        for kind, count in report.tasks.items():
            click.echo(f"{count:6} {TASKS[kind]}")
    sys.exit(not report.ok or (worklist == "fail" and any(report.tasks.values())))


@main.command()
@click.option("--pages-only", is_flag=True, help="Write the Markdown pages, do not run MkDocs.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day for which statuses are worked out, instead of today.",
)
@_formats
@click.pass_obj
def build(root: Path, shape: str, as_of: datetime | None, *, pages_only: bool) -> None:
    """Build the site; on any error, the last good one stays.

    Writes the pages to build/docs, then has MkDocs publish them to site.
    """
    if not (root / pipeline.TEMPLATES).is_dir():
        msg = f"{root / pipeline.TEMPLATES}, the pages' templates, is not there"
        raise click.UsageError(msg)
    with lock(root / "build") as is_ours:
        if not is_ours:
            click.echo("Another build is running; this one did nothing.", err=True)
            sys.exit(1)
        with _Progress() as tell:
            day = as_of.date() if as_of else None
            report = pipeline.build(root, root / pipeline.DOCS_DIR, tell, day)
        _print(report, shape)
        if not report.ok:
            sys.exit(1)
        if not pages_only:
            _publish(root)


def _publish(root: Path) -> None:
    with _Progress() as tell:
        tell("Publishing")
        published = publish.publish(root)
    click.echo(published.message, err=not published.ok)
    sys.exit(not published.ok)


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.pass_obj
def serve(root: Path, address: str) -> None:
    """Preview the site; every edit of a note, source or template shows within seconds."""
    sys.exit(publish.serve(root, address))


@main.command()
@click.option(
    "--check", "is_check", is_flag=True, help="Write nothing; exit 1 if a file would change."
)
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def fmt(root: Path, files: tuple[Path, ...], *, is_check: bool) -> None:
    """Make notes canonical: order of fields, dates, quotes. Comments and bodies stay.

    FILES are notes or source records; without any, all are formatted.
    """
    for file in files:
        if not file.resolve().is_relative_to(root.resolve()):
            msg = f"{file} is not in the project, {root}"
            raise click.UsageError(msg)
    changed, problems = desk.fmt(root, files, write=not is_check)
    for problem in problems:
        click.echo(str(problem), err=True)
    for path in changed:
        click.echo(f"{'Would change' if is_check else 'Changed'} {path}")
    sys.exit(bool(problems) or (is_check and bool(changed)))


@main.command()
@click.option("--json", "is_json", is_flag=True, help="Print one JSON object for each text.")
@click.option(
    "--notes",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of notes whose names are looked for, instead of the project's.",
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.pass_obj
def mentions(root: Path, files: tuple[Path, ...], notes: Path | None, *, is_json: bool) -> None:
    """Say of every name in FILES which note it means, and why.

    Offsets count code points of the text below the front matter, from 0.
    """
    for text in desk.mentions(root, files, notes):
        found = [
            {**asdict(item), "text": text.body[item.start : item.end]} for item in text.mentions
        ]
        if is_json:
            click.echo(json.dumps({"path": text.path, "mentions": found}, ensure_ascii=False))
            continue
        for item in found:
            means = item["note"] or "not decided"
            click.echo(
                f"{text.path}:{item['start']}-{item['end']}: {quoted(item['text'])}"
                f" → {means} ({item['step']}: {item['why']})"
            )


@main.command()
@click.option("--json", "is_json", is_flag=True, help="Print one JSON object for each suggestion.")
@click.option("--fix", is_flag=True, help="Make wikilinks of the names that are safe to link.")
@click.pass_obj
def suggest(root: Path, *, is_json: bool, fix: bool) -> None:
    """List what writers may have missed.

    Names that recur and name no note, with the command that begins one; names spelt almost like a
    known one; names that may mean several notes; names that are ordinary words; notes that no page
    names. Names that are safe to link are shown as a diff, which --fix applies.
    """
    found, diffs = desk.suggest(root, write=fix)
    for item in found:
        click.echo(json.dumps(asdict(item), ensure_ascii=False) if is_json else _suggestion(item))
    for diff in diffs:
        click.echo(diff, nl=False, err=is_json)
    if diffs and not fix:
        click.echo("Run explainers suggest --fix to make these changes.", err=True)


def _suggestion(item: Suggestion) -> str:
    """Return a suggestion as people read it: what, where first, what would do."""
    where = f"{item.places[0].at}: " if item.places else ""
    lines = [f"{where}[{item.kind}] {quoted(item.name)} {item.what}", f"    {item.remedy}"]
    lines += [
        f"    {place.at.path}:{place.at.line}: … {printable(place.context)} …"
        for place in item.places[:SHOWN_PLACES]
        if item.kind != "unmentioned-note"
    ]
    return "\n".join(lines)


@main.command()
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
@click.pass_obj
def seal(root: Path, article: Path, out: Path | None) -> None:
    """Seal the text of an ARTICLE, so that quotations can be checked without the text.

    Every line that is not blank is a paragraph. A seal lies beside the record of its source:
    seeds/SOURCE.seal. It takes about a tenth of a second for each word. A seal deters who would
    guess the text from it, it does not hide it.
    """
    del root
    text = desk.seal(article, out)
    click.echo(f"The seal is {out}" if out else text, nl=bool(out))


@main.command(name="import")
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id", "id_", help="Id of the record; else the article's file name.")
@click.option("--open", "is_open", is_flag=True, help="The text may be published: keep all of it.")
@click.pass_obj
def import_(root: Path, article: Path, id_: str | None, *, is_open: bool) -> None:
    """Begin the record of a source from an ARTICLE (txt, md, html); report what looks garbled.

    Without --open the record has a line for each paragraph's digest, and a seal; it is a draft
    until the digests are written. What looks garbled is a suggestion and changes nothing.
    """
    written, found, problem = desk.import_article(
        root, article, id_ or article.stem, is_open=is_open
    )
    for path in written:
        click.echo(f"Wrote {path}")
    for sign in found:
        click.echo(f"{sign.paragraph}: [{sign.kind}] {quoted(sign.words)}: {sign.why}")
    if problem:
        click.echo(problem, err=True)
    sys.exit(bool(problem))


@main.command()
@click.argument("source")
@click.argument("words")
@click.pass_obj
def quote(root: Path, source: str, words: str) -> None:
    """Say in which paragraph of a SOURCE some WORDS stand, or what comes nearest.

    Exit code 1 if they do not stand there.
    """
    ok, message = desk.quote(root, source, words)
    click.echo(message, err=not ok)
    sys.exit(not ok)


@main.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("title")
@click.pass_obj
def new(root: Path, kind: str, title: str) -> None:
    """Begin a note of a KIND called TITLE, with the fields that it cannot do without."""
    path, problem = desk.new(root, kind, title)
    click.echo(f"{path} was not written: {problem}" if problem else path, err=bool(problem))
    sys.exit(bool(problem))


class _Progress:
    """Tells a terminal what is going on once it takes long; says nothing elsewhere."""

    def __enter__(self) -> Callable[[str], None]:
        self.start = time.monotonic()
        self.is_shown = False
        return self.tell

    def tell(self, stage: str) -> None:
        """Show a stage; the first second is silent."""
        is_slow = time.monotonic() - self.start > SHOWN_AFTER or stage == "Publishing"
        if sys.stderr.isatty() and is_slow:
            self.is_shown = True
            click.echo(f"\r\033[K{stage} …", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if self.is_shown:
            click.echo("\r\033[K", nl=False, err=True)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _print(report: pipeline.Report, shape: str) -> None:
    """Print every problem, then one line that sums up."""
    show: Callable[[Diagnostic], str] = github_annotation if shape == "github" else str
    for found in report.diagnostics:
        click.echo(show(found), err=shape == "text")
    count = Counter(found.severity.name.lower() for found in report.diagnostics)
    parts = [f"{_counted(report.notes, 'note')}, {_counted(report.sources, 'source')}"]
    parts += [_counted(count[kind], kind) for kind in ("error", "warning") if count[kind]]
    if written := report.written:
        parts.append(
            f"{_counted(len(written.changed), 'page')} written, {written.unchanged} unchanged,"
            f" {len(written.removed)} removed"
        )
    click.echo("; ".join(parts) + ".")
