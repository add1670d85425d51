"""Small projects in which everything refers to everything, and random edits of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.artifacts import TextFile
from generator.diagnostics import Severity
from generator.settings import Editorial, Settings
from tests.rendered import PICTURE

_NAMES = [
    *("Kim Jong Un", "Kim", "Un", "The Zarn Pact", "Zarn", "Pact", "Bland", "war"),
    *("KIM JONG UN", "Kim I. Lee", "Kim Lee", "Lee", "Post"),
]
_TITLES = ["", *_NAMES[:7], "Kim I. Lee"]
_LINKS = """
    [[kim]] [[pact]] [[pact#Terms]] [[zarn#Old]] [[Zarn#Old]] [[Bland]] [[Lee]]
    ![[zarn]] ![[kim]] ![[map.png]] ![h](../assets/map.png)
    [a](../actors/kim.md) [b](../terms/zarn.md#old) [c](/terms/zarn.md) [d](pact.md)
    [e](../events/war.md#old) [f](../sources/un.md) [g](../terms/index.md)
    [@un] [@un#p0] [@un#p1] [@un#p2] [@copy] [@copy#p1]
""".split()
_LINES = [
    *_NAMES,
    *_LINKS,
    *['"Kin met nobody" [@un]'] * 3,
    '"Kim met somebody at all" [@un#p0]',
    *("In 1950", "2024", "## Old", "## Terms"),
]
_PROSE = ["", "Of Kim.", "Of Zarn [@un].", "Of [[pact]]."]
_PARAGRAPHS = [*["Kin met nobody at all."] * 4, "Kim and Lee met.", *_NAMES[:4]]
_OF_ALL: Mapping[str, Sequence[str]] = {
    "title": _TITLES,
    "aliases": ["", "[Zarn]", "[Kim, Bland]", "[Kim Lee]"],
    "short": ["", "[Kim]", "[Un, Lee]", "[Zarn]"],
    "draft": ["", "", "", "yes"],
    "autolink": ["", "", "no"],
    "summary": _PROSE,
    "unlinked": ["", "[Kim]", "[zarn]"],
    "link": ["", "all", "none"],
    "claims": ["", "{says: Kim said so., for: un}", "{says: Zarn., against: copy}"],
    "redirect_from": ["", "", "[zarn]"],
}
_OF_FOLDER: Mapping[str, Mapping[str, Sequence[str]]] = {
    "content/actors": {
        **_OF_ALL,
        "type": ["person", "state"],
        "born": ["", "1940"],
        "died": ["", "1953"],
        "member_of": ["", "lee", "Kim Jong Un"],
    },
    "content/terms": _OF_ALL,
    "content/treaties": {
        **_OF_ALL,
        "parties": ["", "[kim, lee]", "[Zarn]"],
        "signed": ["", "1953-07"],
        "replaces": ["", "zarn"],
    },
    "content/events": {
        **_OF_ALL,
        "date": ["1950", "1953-07-27"],
        "actors": ["", "[kim]", "[lee, kim]"],
    },
    "content/topics": {**_OF_ALL, "about": ["", "[kim, pact]", "[lee, kim]"]},
    "seeds": {
        "title": _TITLES,
        "publisher": ["", "The Zarn Post", "Kim"],
        "rights": ["", "open"],
        "reliability": ["", "low", "high"],
        "draft": ["", "", "", "yes"],
        "corrections": [
            "",
            "{p: 0, printed: Kin, read: Kim, kind: name, link: kim}",
            "{p: 0, printed: Kin, kind: name, link: Kim Jong Un}",
        ],
        "original": ["", "un"],
    },
}
_IDS = ("kim", "lee", "zarn", "pact", "war", "un", "copy")
_PATHS = (
    "content/actors/kim.md content/actors/lee.md content/terms/zarn.md content/treaties/pact.md"
    " content/events/war.md content/topics/story.md seeds/un.md seeds/copy.md"
).split()
_SETTINGS = [
    Settings(),
    Settings(link="all"),
    Settings(max_links=1),
    Settings(editorial=Editorial({"uncited-sentence": Severity.WARNING})),
]


@dataclass(slots=True)
class Project:
    """Files, settings, a day and the theme's files, which are changed at random."""

    chance: random.Random
    fields: dict[str, dict[str, str]] = field(default_factory=dict)
    """The front matter of each file, by its path."""
    bodies: dict[str, list[str]] = field(default_factory=dict)
    """The paragraphs of each file."""
    settings: Settings = field(default_factory=Settings)
    day: date = date(2024, 3, 1)
    assets: frozenset[str] = frozenset({PICTURE})

    @classmethod
    def of(cls, seed: int) -> Project:
        """Return a project that has every file."""
        project = cls(random.Random(seed))  # noqa: S311 - tests repeat
        for path in _PATHS:
            project._create(path)
        return project

    def texts(self) -> Iterator[TextFile]:
        """Yield every file, in order."""
        for path in sorted(self.bodies):
            lines = [
                f"{key}: {value}\n" for key, value in self.fields[path].items() if value
            ]
            body = "\n\n".join(self.bodies[path])
            yield TextFile(path, f"---\n{''.join(lines)}---\n{body}\n")

    def edit(self) -> None:
        """Change one thing."""
        edits = [self._set_field] * 5 + [self._write] * 5
        edits += [self._move, self._delete, self._change_settings]
        self.chance.choice(edits)()

    def _create(self, path: str) -> None:
        folder, _, _ = path.rpartition("/")
        options = _OF_FOLDER[folder].items()
        self.fields[path] = {key: self._value(values) for key, values in options}
        lines, count = (_PARAGRAPHS, 2) if folder == "seeds" else (_LINES, 4)
        self.bodies[path] = self.chance.choices(lines, k=count)

    def _value(self, values: Sequence[str]) -> str:
        return values[0] if self.chance.random() < 0.5 else self.chance.choice(values)

    def _set_field(self) -> None:
        path = self.chance.choice(sorted(self.bodies))
        folder, _, _ = path.rpartition("/")
        name = self.chance.choice(sorted(_OF_FOLDER[folder]))
        self.fields[path][name] = self.chance.choice(_OF_FOLDER[folder][name])

    def _write(self) -> None:
        """Change, add or delete a paragraph."""
        path = self.chance.choice(sorted(self.bodies))
        lines = self.bodies[path]
        at = self.chance.randrange(len(lines) + 1)
        added = self.chance.choice(_PARAGRAPHS if path.startswith("seeds") else _LINES)
        lines[at : at + self.chance.randrange(2)] = [added] * self.chance.randrange(2)

    def _move(self) -> None:
        """Give a file another name, which another file may have."""
        path = self.chance.choice(sorted(self.bodies))
        folder, _, _ = path.rpartition("/")
        to = f"{folder}/{self.chance.choice(_IDS)}.md"
        self.bodies[to], self.fields[to] = self.bodies.pop(path), self.fields.pop(path)

    def _delete(self) -> None:
        """Delete a file, or create one that is missing."""
        path = self.chance.choice(_PATHS)
        if path not in self.bodies:
            self._create(path)
        elif len(self.bodies) > 1:
            del self.bodies[path], self.fields[path]

    def _change_settings(self) -> None:
        """Change what is in no note and no source."""
        self.settings = self.chance.choice(_SETTINGS)
        self.day += timedelta(days=self.chance.choice([0, 1, 400]))
        self.assets = self.chance.choice(
            [self.assets, frozenset(), frozenset({PICTURE})]
        )
