"""A project that is edited as writers edit it: where a name changes, references follow."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from click.testing import CliRunner, Result

from generator.app.cli import main
from tests.conftest import SETTINGS, docs_of, lay_out

FOLDERS = {
    "person": "actors",
    "treaty": "treaties",
    "state": "actors",
    "place": "places",
    "term": "terms",
}
KINDS = tuple(FOLDERS)
SYLLABLES = ("ba", "ke", "lu", "mo", "ni", "ra", "su", "to", "vi", "za")
EPOCH = "1717200000"


@dataclass(frozen=True)
class Note:
    """A note; others are named by keys that they keep for ever."""

    kind: str
    id: str
    title: str
    alias: str = ""
    words: str = "There is something to say."
    mentioned: frozenset[int] = frozenset()

    @property
    def path(self) -> str:
        return f"{FOLDERS[self.kind]}/{self.id}.md"


@dataclass
class Project:
    """Notes by their keys, the publishers of sources by their ids, and what is set."""

    root: Path
    notes: dict[int, Note] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    """What is written in place of other words of mkdocs.yml."""
    variables: dict[str, str] = field(default_factory=dict)
    day: str = "2024-06-01"
    made: int = 0

    def fresh(self) -> str:
        """Return a name that nothing else has."""
        self.made += 1
        return "".join(SYLLABLES[int(digit)] for digit in f"{self.made:03}")

    def add(self, kind: str) -> None:
        name = self.fresh()
        others = frozenset(list(self.notes)[-2:])
        note = Note(kind, name, f"{name.title()} Tal", mentioned=others)
        self.notes[self.made] = note

    def change(self, number: int, change: Callable[[Note], Note]) -> None:
        key = list(self.notes)[number % len(self.notes)]
        self.notes[key] = change(self.notes[key])

    def files(self) -> Mapping[str, str]:
        text = SETTINGS.read_text(encoding="utf-8")
        for words, others in self.settings.items():
            assert words in text
            text = text.replace(words, others)
        found = {"mkdocs.yml": text}
        for name, publisher in self.sources.items():
            fields = f"title: On {name}\npublisher: {publisher}"
            found[f"seeds/{name}.md"] = f"---\n{fields}\n---\nThere is something.\n"
        for note in self.notes.values():
            found[f"content/{note.path}"] = self._text(note)
        return found

    def _text(self, note: Note) -> str:
        fields = [f"title: {note.title}"]
        if note.alias:
            fields.append(f"aliases: [{note.alias}]")
        if note.kind in {"person", "state"}:
            fields.append(f"type: {note.kind}")
        if note.kind == "treaty":  # what its page says depends on the day
            source = next(iter(self.sources))
            fields.append(f"in_force: {{value: 2024-06-02, source: {source}}}")
        others = [self.notes[key] for key in sorted(note.mentioned & set(self.notes))]
        names = [f"See {one.alias or one.title}, or [[{one.id}]]." for one in others]
        cited = "".join(f" [@{name}]" for name in self.sources)
        head, body = "\n".join(fields), " ".join([note.words, *names])
        return f"---\n{head}\n---\n{body}{cited}\n"

    def write(self) -> None:
        """Make the writers' folders contain exactly this."""
        files = self.files()
        for folder in ("content", "seeds"):
            for path in sorted((self.root / folder).rglob("*.md")):
                if path.relative_to(self.root).as_posix() not in files:
                    path.unlink()
        for name, text in files.items():
            path = self.root / name
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")

    def build(self, *arguments: str) -> Result:
        command = ["--root", str(self.root), "build", "--as-of", self.day, *arguments]
        variables = {"SOURCE_DATE_EPOCH": EPOCH, **self.variables}
        return CliRunner().invoke(main, command, env=variables)

    def copy(self, root: Path) -> Project:
        """Return the same project elsewhere, where nothing was built."""
        shutil.rmtree(root, ignore_errors=True)
        lay_out(root)
        shutil.rmtree(root / "theme")
        shutil.copytree(self.root / "theme", root / "theme")
        copied = replace(self, root=root)
        copied.write()
        return copied


def new_project(root: Path) -> Project:
    lay_out(root)
    project = Project(root)
    for kind in KINDS:
        project.add(kind)
    project.sources[project.fresh()] = "The Post"
    return project


def _file(folder: Path, number: int) -> Path:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return files[number % len(files)]


def rename_note(project: Project, number: int) -> None:
    name = project.fresh()
    project.change(number, lambda note: replace(note, id=name))


def rename_subject(project: Project, number: int) -> None:
    title = f"{project.fresh().title()} Tal"
    project.change(number, lambda note: replace(note, title=title))


def give_another_name(project: Project, number: int) -> None:
    alias = project.fresh().title() if number % 3 else ""
    project.change(number, lambda note: replace(note, alias=alias))


def move_note(project: Project, number: int) -> None:
    kind = KINDS[number % len(KINDS)]
    project.change(number // 2, lambda note: replace(note, kind=kind))


def write_body(project: Project, number: int) -> None:
    words = f"There is **something** to say, {number % 3} times."
    project.change(number, lambda note: replace(note, words=words))


def mention(project: Project, number: int) -> None:
    keys = list(project.notes)
    other = {keys[number // 3 % len(keys)]}
    project.change(number, lambda note: replace(note, mentioned=note.mentioned ^ other))


def add_note(project: Project, number: int) -> None:
    project.add(KINDS[number % len(KINDS)])


def delete_note(project: Project, number: int) -> None:
    if len(project.notes) > 2:
        del project.notes[list(project.notes)[number % len(project.notes)]]


def add_source(project: Project, number: int) -> None:
    project.sources[project.fresh()] = f"Publisher {number}"


def edit_source(project: Project, number: int) -> None:
    name = list(project.sources)[number % len(project.sources)]
    project.sources[name] = f"Publisher {number % 3}"


def delete_source(project: Project, number: int) -> None:
    if len(project.sources) > 1:
        del project.sources[list(project.sources)[number % len(project.sources)]]


def change_settings(project: Project, number: int) -> None:
    name, *others = (
        ("site_name: Lantern Isles", "site_name: Isles", "site_name: Other Isles"),
        ("extra:\n", "extra:\n  explainers_too: 1\n"),
        ("  generator: false\n", "  generator: true\n"),
        (
            '  explainers:\n    cards: !ENV [CARDS, "no"]',
            "  explainers:\n    editorial: {uncited-sentence: warning}",
        ),
    )[number % 4]
    other = others[number % len(others)]
    project.settings = {} if project.settings.get(name) == other else {name: other}


def set_variable(project: Project, number: int) -> None:
    project.variables = {"SITE_URL": f"https://example.org/{number % 3}/"}


def change_day(project: Project, number: int) -> None:
    project.day = f"2024-06-0{number % 3 + 1}"


def edit_template(project: Project, number: int) -> None:
    path = project.root / "theme/pages/home.md.jinja"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n\nEdited {number} times.\n")


def edit_theme(project: Project, number: int) -> None:
    path = project.root / "theme/overrides/partials/edited.html"
    path.write_text(f"<!-- {number} -->")


def edit_style(project: Project, number: int) -> None:
    (project.root / "theme/assets/edited.css").write_text(f"/* {number % 3} */")


def touch(project: Project, number: int) -> None:
    folder = ("content", "seeds", "theme", "build/docs", "site")[number % 5]
    if (project.root / folder).exists():
        _file(project.root / folder, number).touch()


def _written(project: Project, number: int) -> Path:
    site = project.root / "site"
    is_in_site = site.exists() and number % 2
    return site if is_in_site else docs_of(project.root)


def delete_written(project: Project, number: int) -> None:
    _file(_written(project, number), number).unlink()


def add_written(project: Project, number: int) -> None:
    (_written(project, number) / "foreign.md").write_text("Not ours.")


def alter_written(project: Project, number: int) -> None:
    """Alter a file so that its size and the time of its content stay."""
    path = _file(_written(project, number), number)
    before, content = path.stat(), bytearray(path.read_bytes())
    content[-1:] = b"?" if content else b""
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


EDITS: Mapping[str, Callable[[Project, int], None]] = {
    edit.__name__: edit
    for edit in (
        rename_note,
        rename_subject,
        give_another_name,
        move_note,
        write_body,
        mention,
        add_note,
        delete_note,
        add_source,
        edit_source,
        delete_source,
        change_settings,
        set_variable,
        change_day,
        edit_template,
        edit_theme,
        edit_style,
        touch,
        delete_written,
        add_written,
        alter_written,
    )
}
