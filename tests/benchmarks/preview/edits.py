"""Edits of a project, and the pages that show them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)
_ACTORS = re.compile(r"^actors: \[([^\],]+)", re.MULTILINE)
_ALIASES = re.compile(r"^(aliases: \[.+)\]$", re.MULTILINE)
_SOURCE = re.compile(r"\[@([\w-]+)\]")


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a note, and the page that shows it."""

    kind: str
    note: Path
    text: str
    page: str
    """Address of the page, relative to the site's."""
    shown: re.Pattern[str]
    """What the page has once the edit shows, and never before."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The notes that are edited."""

    event: Path
    """An event, which no field of another note names by its title."""
    actor: Path
    """Someone who took part in it."""
    other: Path
    """Another event, with a source that it cites."""

    def edits(self, number: int) -> Iterator[Edit]:
        """Yield the edits of one round, each made from what the notes say by then."""
        name = f"Savenna {chr(ord('A') + number)}rvold"
        text = self.other.read_text(encoding="utf-8")
        source = _found(_SOURCE, text)
        added = f"\n## Round {number}\n\nBoth sides thanked {name} [@{source}].\n"
        yield Edit(
            "body", self.other, text + added, address_of(self.other), _literal(name)
        )

        text = self.event.read_text(encoding="utf-8")
        title = f"{_found(_TITLE, text).partition(', round')[0]}, round {number}"
        retitled = _TITLE.sub(f"title: {title}", text, count=1)
        yield Edit(
            "title", self.event, retitled, address_of(self.actor), _literal(title)
        )

        renamed = _ALIASES.sub(rf"\1, {name}]", retitled, count=1)
        link = rf'<a[^>]*\b{self.event.stem}/?"[^>]*>{name}</a>'
        yield Edit(
            "alias", self.event, renamed, address_of(self.other), re.compile(link)
        )


def find_cast(root: Path) -> Cast:
    """Return the first notes that can be edited without an error."""
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in sorted(root.glob("content/*/*.md"))
    }
    actors = {
        _found(_TITLE, text): path
        for path, text in texts.items()
        if path.parent.name == "actors"
    }
    events = [path for path in texts if path.parent.name == "events"]
    event = next(path for path in events if _is_renamable(path, texts, actors))
    others = (path for path in events if path != event)
    other = next(path for path in others if _SOURCE.search(texts[path]))
    return Cast(event, actors[_found(_ACTORS, texts[event])], other)


def _is_renamable(path: Path, texts: dict[Path, str], actors: dict[str, Path]) -> bool:
    """Return whether a note has an alias and a known actor, and is not named by its title."""
    text = texts[path]
    if not _ALIASES.search(text) or _found(_ACTORS, text) not in actors:
        return False
    title = _found(_TITLE, text)
    others = [text for other, text in texts.items() if other != path]
    is_named = any(title in text.split("---\n", 2)[1] for text in others)
    return not is_named and not any(f"[[{title}" in text for text in others)


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _literal(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text))


def address_of(note: Path) -> str:
    """Return the address of a note's page."""
    return f"/{note.parent.name}/{note.stem}/"
