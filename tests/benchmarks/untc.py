"""Make notes of the treaties deposited with the United Nations, build them, and count every cell.

    python -m tests.benchmarks.untc CORPUS [--keep DIR] [--statuses] [--site]

CORPUS holds ``actors/`` and ``treaties/``, one Markdown file each; a treaty's front matter holds
``parties: [{actor, name, signed, bound, how, raw}]``. ``how`` is the mark of the collection's
tables (``a`` for accession, ``d`` for succession) and ``raw`` the cells of columns that the makers
of the corpus had no field for: those are its dirty cells, 573 in 144 rows of one treaty.

What a cell becomes:

- ``signed`` and ``bound`` are the party's ``signed`` and ``ratified``, as precise as written, and
  ``how`` is its ``how``, in words. Marks of a date that binds nobody (provisional application,
  confirmation of a signature) take their date with them into ``how``, so that nobody seems bound.
- A dirty cell is a part of ``how``, under its column's name, word for word.
- Four states stand in the corpus under a former name too; it is an alias of the one note.

Three questions are put, and each is answered by a count that must come to the sum of the cells:

1. The notes as converted are built, and every cell is looked for in the party's row of the finished
   page: *shown*, or *lost*.
2. The notes with dirty cells as fields of their own, under their columns' names, as one types them
   who does not know our fields: each must be an error.
3. Every date as the collection prints it (``9 Dec 1953``) must be read as the same day, and with
   its mark behind it (``9 Dec 1953 a``) be refused rather than read without the mark.

Printed besides are the seconds of each step, peak memory, and with ``--statuses`` how many treaties
have which status. ``--site`` runs MkDocs on the result. Exit code 1 if a cell is lost.
"""

import argparse
import gc
import re
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml

from generator.app.assemble import assemble
from generator.app.load import load
from generator.app.publish import publish
from generator.app.site_files import site_files
from generator.artifacts import OutputFile, TextFile
from generator.dates.date import DateError
from generator.dates.parse import parse_date
from generator.facts.history import Calendar
from generator.facts.site import Site
from generator.io.files import read_texts, write_pages

ROOT = Path(__file__).parents[2]
T = TypeVar("T")

MARKS = {
    "a": "accession",
    "A": "acceptance",
    "AA": "approval",
    "c": "formal confirmation",
    "d": "succession",
    "p": "simplified procedure",
    "P": "participation",
    "s": "definitive signature",
}
"""The marks of the collection's tables, as the heads of their columns explain them."""
CONSENT = re.compile(r"mtdsg_no=XXVI-2-")
"""Treaties in whose tables ``P`` stands for consent to be bound."""
UNBOUND = {
    "n": "provisional application",
    "C": "confirmation of signature ad referendum",
}
"""Marks of dates since which nobody is bound."""
FORMER = {
    "bolivia": "bolivia-plurinational-state-of",
    "cape-verde": "cabo-verde",
    "libyan-arab-jamahiriya": "libya",
    "moldova": "republic-of-moldova",
}
"""Ids of notes under a former or shorter name, and the note that is meant."""
_ORGANISATION = re.compile(
    "Organi[sz]ation|Communit|Union|Agency|Council|Market|Commission|United Nations"
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
SOURCE = """---
title: Multilateral Treaties Deposited with the Secretary-General
type: register
url: https://treaties.un.org/
publisher: United Nations Treaty Collection
language: en
rights: restricted
reliability: high
why: The depositary's own register.
---
"""
HOME = "---\ntitle: Treaties\n---\nThe treaties deposited with the United Nations.\n"


@dataclass(frozen=True, slots=True)
class Treaty:
    """One treaty of the corpus."""

    id: str
    fields: dict[str, Any]

    @property
    def path(self) -> str:
        """Where its note stands in the project."""
        return f"content/treaties/{self.id}.md"


def read_corpus(folder: Path) -> list[Treaty]:
    """Return every treaty of the corpus, in order of file name."""
    return [
        Treaty(path.stem.strip("-"), _front(path))
        for path in sorted(folder.glob("treaties/*.md"))
    ]


def _front(path: Path) -> dict[str, Any]:
    front = path.read_text(encoding="utf-8").split("---\n")[1]
    return dict(yaml.load(front, yaml.CBaseLoader))  # noqa: S506 - it makes nothing but text


def write_project(
    root: Path, corpus: Path, treaties: Iterable[Treaty], *, naive: bool
) -> None:
    """Write notes on all treaties and their parties into a project with our theme and settings."""
    for name in ("content/actors", "content/treaties", "seeds", "build/docs"):
        (root / name).mkdir(parents=True, exist_ok=True)
    for name in ("theme", "generator", "mkdocs.yml"):
        (root / name).symlink_to(ROOT / name)
    (root / "content/index.md").write_text(HOME, encoding="utf-8")
    (root / "seeds/untc.md").write_text(SOURCE, encoding="utf-8")
    for path in sorted((corpus / "actors").glob("*.md")):
        if path.stem not in FORMER:
            (root / f"content/actors/{path.stem}.md").write_text(
                _note(_actor(corpus, path)), encoding="utf-8"
            )
    titles = Counter(treaty.fields["title"].casefold() for treaty in treaties)
    for treaty in treaties:
        is_shared = titles[treaty.fields["title"].casefold()] > 1
        fields = _treaty(treaty, is_shared=is_shared, naive=naive)
        (root / treaty.path).write_text(_note(fields), encoding="utf-8")


def _note(fields: dict[str, Any]) -> str:
    front = yaml.dump(
        fields, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False
    )
    return f"---\n{front}---\n"


def _actor(corpus: Path, path: Path) -> dict[str, Any]:
    title = _front(path)["title"]
    former = [id_ for id_, meant in FORMER.items() if meant == path.stem]
    names = [_front(corpus / f"actors/{id_}.md")["title"] for id_ in former]
    kind = "organisation" if _ORGANISATION.search(title) else "state"
    return {"title": title, "type": kind, **({"aliases": names} if names else {})}


def _treaty(treaty: Treaty, *, is_shared: bool, naive: bool) -> dict[str, Any]:
    of = treaty.fields
    number = re.search(r"mtdsg_no=([^&]+)", of["source"])
    own = f"{of['full_title']} ({number[1] if number else treaty.id})"
    return {
        "title": own if is_shared else of["title"],
        "official_name": of["full_title"],
        "signed": {"value": of["signed"], "source": "untc"},
        "tags": [of["topic"]],
        "parties": [_party(treaty, row, naive=naive) for row in of["parties"]],
        "same_as": of["source"],
        "sources": "untc",
    }


def _party(treaty: Treaty, row: dict[str, Any], *, naive: bool) -> dict[str, Any]:
    """Return a party's fields; dirty cells as fields of their own if made naively."""
    mark: str = row.get("how", "")
    dirty: dict[str, str] = row.get("raw", {})
    known = {"party": row["name"], "signed": row.get("signed")}
    if mark not in UNBOUND:
        known["ratified"] = row.get("bound")
    if naive:
        return {name: value for name, value in known.items() if value} | dirty
    how = [_in_words(treaty, row)] if mark else []
    how += [f"{name} {value}" for name, value in dirty.items()]
    return {
        name: value for name, value in {**known, "how": "; ".join(how)}.items() if value
    }


def _in_words(treaty: Treaty, row: dict[str, Any]) -> str:
    mark = str(row["how"])
    if mark in UNBOUND:
        return f"{UNBOUND[mark]}, {parse_date(row['bound']).label}"
    is_consent = mark == "P" and CONSENT.search(treaty.fields["source"])
    return "consent to be bound" if is_consent else MARKS[mark]


@dataclass(slots=True)
class Clock:
    """What each step took, and the peak of memory after it."""

    lines: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __call__(self, name: str, step: Callable[[], T]) -> T:
        """Take a step and note what it took."""
        start = time.perf_counter()
        result = step()
        took = time.perf_counter() - start
        self.seconds += took
        self.lines.append(f"{name:10} {took:7.2f} s {peak():6.0f} MB")
        return result


def peak() -> float:
    """Return the peak of this process's memory so far, in megabytes."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def built(
    root: Path, day: date, clock: Clock
) -> tuple[Site, list[OutputFile], Counter[str]]:
    """Take a project through the pipeline step by step; return site, pages, and its problems."""
    texts = clock("read", lambda: [*_texts(root, "content"), *_texts(root, "seeds")])
    loaded = clock("load", lambda: load(texts))
    assembled = clock("assemble", lambda: assemble(loaded, calendar=Calendar(day, {})))
    found = {*loaded.problems, *assembled.problems}
    pages = clock("render", lambda: site_files(root, assembled.site))
    return (
        assembled.site,
        pages,
        Counter(f"{problem.severity.name} {problem.code}" for problem in found),
    )


def _texts(root: Path, folder: str) -> list[TextFile]:
    return read_texts(root, folder)[0]


_CELL = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"\[((?:[^\]\\]|\\.)*)\]\([^)]*\)")


def rows_of(page: str) -> dict[str, dict[str, str]]:
    """Return the table of parties of a page as a reader sees it: by party, its cells by head."""
    lines = page.partition("## Parties\n")[2].strip().split("\n\n")[0].splitlines()
    table = [[_plain(cell) for cell in _CELL.split(line)[1:-1]] for line in lines]
    return {row[0]: dict(zip(table[0], row, strict=True)) for row in table[2:]}


def _plain(cell: str) -> str:
    shown = re.sub(r"<[^>]+>", "", _LINK.sub(r"\1", cell.strip()))
    return re.sub(
        r"\\([^\w\s])", r"\1", shown.replace("&lt;", "<").replace("&amp;", "&")
    )


Cell = tuple[str, bool]
"""Which sort of cell it is, and whether it is shown."""


def cells(treaty: Treaty, page: str) -> Iterator[Cell]:
    """Yield, for each cell of a treaty's rows, whether the finished page shows what it says."""
    rows = rows_of(page)
    for row in treaty.fields["parties"]:
        shown = rows.get(row["name"], {})
        how = shown.get("How bound", "").split("; ")
        yield "name", bool(shown)
        if day := row.get("signed"):
            yield "signed", _is_day(shown.get("Signed", ""), day)
        if day := row.get("bound"):
            is_unbound = row.get("how") in UNBOUND
            said = (
                how[0].partition(", ")[2] if is_unbound else shown.get("Ratified", "")
            )
            yield (
                "bound",
                _is_day(said, day) and is_unbound is not bool(shown.get("Ratified")),
            )
        if row.get("how"):
            yield "how", how[0] == _in_words(treaty, row)
        for name, value in row.get("raw", {}).items():
            yield "dirty", f"{name} {value}" in how


def _is_day(shown: str, day: str) -> bool:
    """Say whether what a page shows means this day and no other."""
    try:
        return parse_date(shown).edtf == day
    except DateError:
        return False


def printed(treaties: Iterable[Treaty]) -> Counter[str]:
    """Read every date as the collection prints it, and those with a mark with it."""
    count: Counter[str] = Counter()
    for row in (row for treaty in treaties for row in treaty.fields["parties"]):
        for day in (row[name] for name in ("signed", "bound") if name in row):
            is_read = _is_day(_as_printed(day), day)
            count["read as the same day" if is_read else "misread"] += 1
        if mark := row.get("how"):
            is_refused = _is_refused(f"{_as_printed(row['bound'])} {mark}")
            count["mark refused" if is_refused else "mark lost"] += 1
    return count


def _as_printed(day: str) -> str:
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def _is_refused(text: str) -> bool:
    try:
        parse_date(text)
    except DateError:
        return True
    return False


def naively(corpus: Path, treaties: list[Treaty]) -> Counter[str]:
    """Count the problems of notes that hold dirty cells as fields of their own."""
    with tempfile.TemporaryDirectory(prefix="explainers-") as folder:
        write_project(Path(folder), corpus, treaties, naive=True)
        loaded = load(
            [*_texts(Path(folder), "content"), *_texts(Path(folder), "seeds")]
        )
    return Counter(f"{found.severity.name} {found.code}" for found in loaded.problems)


def measure(
    root: Path, treaties: list[Treaty], day: date
) -> tuple[Site, Counter[Cell]]:
    """Build a project and print what it took; return its site, and what became of each cell."""
    clock = Clock()
    gc.disable()  # as the build does
    site, pages, problems = built(root, day, clock)
    rows = sum(len(treaty.fields["parties"]) for treaty in treaties)
    print(f"{len(treaties)} treaties, {rows} rows of parties, {len(pages)} pages")
    print(f"problems: {dict(problems) or 'none'}")
    clock("write", lambda: write_pages(pages, root / "build/docs"))
    print("\n".join(clock.lines))
    print(
        f"together   {clock.seconds:7.2f} s, {1_000_000 * clock.seconds / rows:.0f} µs a row"
    )
    texts = {
        page.path: page.content.decode() for page in pages if page.path.endswith(".md")
    }
    count: Counter[Cell] = Counter()
    for treaty in treaties:
        count.update(cells(treaty, texts[f"treaties/{treaty.id}.md"]))
    return site, count


def show_cells(count: Counter[Cell]) -> int:
    """Print the table of cells; return how many were lost."""
    print(f"{'cells':10} {'all':>7} {'shown':>7} {'lost':>7}")
    sorts = dict.fromkeys(sort for sort, _ in count)
    for sort in sorts:
        shown, lost = count[sort, True], count[sort, False]
        print(f"{sort:10} {shown + lost:7} {shown:7} {lost:7}")
    return sum(number for (_, is_shown), number in count.items() if not is_shown)


def show_statuses(site: Site) -> None:
    """Print how many treaties have which status."""
    labels = Counter(status.label for status in site.as_of.statuses.values())
    for label, number in labels.most_common():
        print(f"{number:5} {label}")


def make_site(root: Path) -> None:
    """Run MkDocs on the pages and print what it took."""
    start = time.perf_counter()
    published = publish(root)
    took = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    megabytes = used / (1024 * 1024 if sys.platform == "darwin" else 1024)
    print(f"MkDocs     {took:7.2f} s {megabytes:6.0f} MB; {published.message}")


def main() -> None:
    """Convert, build, count, and say whether anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.untc")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--keep", type=Path, help="folder the made project is kept in")
    parser.add_argument("--as-of", type=date.fromisoformat, default=date.today())  # noqa: DTZ011
    parser.add_argument("--statuses", action="store_true")
    parser.add_argument("--site", action="store_true", help="run MkDocs as well")
    options = parser.parse_args()
    treaties = read_corpus(options.corpus)
    root = options.keep or Path(tempfile.mkdtemp(prefix="explainers-"))
    try:
        write_project(root, options.corpus, treaties, naive=False)
        site, count = measure(root, treaties, options.as_of)
        lost = show_cells(count)
        print(f"as fields of their own: {dict(naively(options.corpus, treaties))}")
        print(f"as the collection prints them: {dict(printed(treaties))}")
        if options.statuses:
            show_statuses(site)
        if options.site:
            make_site(root)
    finally:
        if not options.keep:
            shutil.rmtree(root)
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
