"""Make a project of any size, the same to the byte every time: notes of all kinds, and sources.

The mix is that of the demo site: half events, a third actors, some treaties, places, terms and
topics. Names are made of syllables, so that they are many and pronounceable; some share a word. A
body has 100 to 600 words in one to five sections. A note speaks of up to ten others, a few of which
many notes speak of, and rests on two to eight sources; most sentences name one and cite some.
"""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHARES = {
    "actors": 0.28,
    "events": 0.48,
    "treaties": 0.08,
    "places": 0.07,
    "terms": 0.07,
    "topics": 0.02,
}
"""How many of a hundred notes are of each kind."""
ONSETS = tuple("b d f g h k l m n p r s t v z st tr".split())
VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "ou")
CODAS = ("", "n", "r", "l", "s", "k", "m")
OPENINGS = (
    "In the spring of that year",
    "According to the ministry",
    "Some weeks later",
    "In a joint statement",
    "Before the talks began",
    "At the border",
)
MIDDLES = (
    "officials of {name} confirmed that the supplies had arrived by sea and by rail",
    "the delegation met {name} and agreed to speak again in the autumn",
    "{name} called the terms fair, and asked for time to read them",
    "reporters saw trucks leave the depot and linked them to {name}",
    "the government thanked {name} for its help with grain, fuel and medicine",
    "nobody would say in public what {name} had been promised",
)
PLAIN = (
    "the two sides published a short text and took no questions",
    "prices for wheat and diesel rose for the third month in a row",
    "the committee put the vote off until more members could attend",
    "observers counted fewer ships in the harbour than a year before",
    "the court found the contract valid and closed the case",
    "most papers printed the news on an inside page",
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A note to be: where it lies, and what it is called."""

    folder: str
    id: str
    title: str
    alias: str


@dataclass(frozen=True, slots=True)
class Story:
    """What one note speaks of, and the sources it rests on."""

    cast: list[Subject]
    sources: list[str]


def write_project(root: Path, notes: int) -> None:
    """Write a project with so many notes, a quarter as many sources, and the real theme."""
    chance = random.Random(notes)
    subjects = list(_subjects(chance, notes))
    sources = [f"record-{number}" for number in range(max(1, notes // 4))]
    for folder in ("content", "seeds", "build/docs"):
        (root / folder).mkdir(parents=True)
    for folder in SHARES:
        (root / "content" / folder).mkdir()
    for subject in subjects:
        text = _note(chance, subject, subjects, sources)
        path = root / f"content/{subject.folder}/{subject.id}.md"
        path.write_text(text, encoding="utf-8")
    for number, id_ in enumerate(sources):
        (root / f"seeds/{id_}.md").write_text(_source(chance, number), encoding="utf-8")
    shutil.copytree(ROOT / "theme", root / "theme")
    (root / "generator").symlink_to(ROOT / "generator")
    (root / "mkdocs.yml").write_text(configuration(), encoding="utf-8")


def configuration() -> str:
    """Return the demo's mkdocs.yml without its editorial rules, as a stranger's site has it."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return text.replace(block(text, "editorial"), "")


def block(text: str, key: str) -> str:
    """Return the lines of a key in YAML: its own, and those that are indented below it."""
    lines = re.search(rf"(?m)^( *){key}:.*\n(?:\1 +.*\n)*", text)
    return lines[0] if lines else ""


def _subjects(chance: random.Random, notes: int) -> Iterator[Subject]:
    """Yield so many subjects, in the shares of the demo, each with names of its own."""
    used: set[str] = set()
    for folder, share in SHARES.items():
        for number in range(max(2, round(notes * share))):
            word, second = _new_words(chance, used)
            title, alias = {
                "events": (f"{word} meets {second}", f"the {word}-{second} meeting"),
                "actors": (f"{word} {second}", f"{word[0]}. {second} of {word}"),
                "treaties": (f"Treaty of {word} and {second}", f"{word} {second} Pact"),
                "places": (f"{word}{second.lower()}", f"Port {word}{second.lower()}"),
                "terms": (
                    f"{word}{second.lower()} clause",
                    f"clauses of {word} {second}",
                ),
                "topics": (
                    f"Why {word} and {second} fell out",
                    f"the {word} {second} quarrel",
                ),
            }[folder]
            yield Subject(folder, f"{folder}-{number}", title, alias)


def _new_words(chance: random.Random, used: set[str]) -> tuple[str, str]:
    """Return two names that no other subject bears together."""
    while True:
        word, second = _word(chance), _word(chance)
        if f"{word}{second.lower()}" not in used:
            used.add(f"{word}{second.lower()}")
            return word, second


def _word(chance: random.Random) -> str:
    syllables = chance.choice((2, 2, 3))
    parts = (
        chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS)
        for _ in range(syllables)
    )
    return "".join(parts).capitalize()


def _note(
    chance: random.Random, subject: Subject, subjects: list[Subject], sources: list[str]
) -> str:
    story = _story(chance, subjects, sources)
    front = [
        f"title: {subject.title}",
        *_fields(chance, subject.folder, subjects, story),
    ]
    front += [f"aliases: [{subject.alias}]", f"summary: {_sentence(chance, story)}"]
    front += ["checked: 2026-11-23"]
    words = chance.randint(100, 600)
    sections = chance.randint(1, 5)
    parts = []
    for number in range(sections):
        heading = f"## Part {number + 1}\n\n" if number else ""
        parts.append(heading + _prose(chance, words // sections, story))
    return "\n".join(["---", *front, "---", "\n\n".join(parts), ""])


def _story(chance: random.Random, subjects: list[Subject], sources: list[str]) -> Story:
    """Return what a note speaks of: the first subjects turn up in many notes, the last in few."""
    cast = [subjects[int(len(subjects) * chance.random() ** 2)] for _ in range(10)]
    return Story(cast, chance.sample(sources, min(chance.randint(2, 8), len(sources))))


def _fields(
    chance: random.Random, folder: str, subjects: list[Subject], story: Story
) -> list[str]:
    """Return the fields of a note's own kind, as the demo's notes have them."""

    def some(kind: str, count: int) -> str:
        found = [subject for subject in subjects if subject.folder == kind]
        return ", ".join(
            item.title for item in chance.sample(found, min(count, len(found)))
        )

    date = f"{chance.randint(1940, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    dated = f"{{value: {date}, source: {chance.choice(story.sources)}}}"
    actors = some("actors", 3)
    return {
        "events": [
            f"date: {dated}",
            f"place: {some('places', 1)}",
            f"actors: [{actors}]",
        ],
        "actors": [f"type: {chance.choice(('person', 'state', 'organisation'))}"],
        "treaties": [
            f"parties: [{actors}]",
            f"signed: {dated}",
            f"place: {some('places', 1)}",
        ],
        "topics": [f"about: [{actors}]", f"answer: {_sentence(chance, story)}"],
    }.get(folder, [])


def _prose(chance: random.Random, words: int, story: Story) -> str:
    """Return about so many words, in paragraphs of four sentences."""
    sentences: list[str] = []
    count = 0
    while count < words:
        sentences.append(_sentence(chance, story))
        count += len(sentences[-1].split())
    paragraphs = (sentences[start : start + 4] for start in range(0, len(sentences), 4))
    return "\n\n".join("\n".join(paragraph) for paragraph in paragraphs)


def _sentence(chance: random.Random, story: Story) -> str:
    subject = chance.choice(story.cast)
    name = subject.alias if chance.random() < 0.3 else subject.title
    middle = chance.choice((*MIDDLES, *PLAIN[:3])).format(name=name)
    count = min(chance.randint(1, 2), len(story.sources))
    cited = "; ".join(f"@{id_}" for id_ in chance.sample(story.sources, count))
    cite = f" [{cited}]" if chance.random() < 0.7 else ""
    return f"{chance.choice(OPENINGS)}, {middle}{cite}."


def _source(chance: random.Random, number: int) -> str:
    reliability = chance.choice(("high", "medium", "low"))
    front = [
        f"title: Report number {number}",
        "type: news",
        f"url: https://example.org/{number}",
        f"publisher: The Daily {number % 50}",
        f"published: {chance.randint(1950, 2025)}",
        "retrieved: 2026-11-23",
        f"reliability: {reliability}",
        "why: It names who said what, and when.",
    ]
    body = [f"{chance.choice(OPENINGS)}, {chance.choice(PLAIN)}." for _ in range(3)]
    return "\n".join(["---", *front, "---", *body, ""])
