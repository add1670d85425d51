"""What is exported is in plain words, however its text is written."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from html import unescape
from xml.etree import ElementTree as ET

import pytest
import yaml
from icalendar import Calendar as ICalendar

from generator.app.assemble import assemble
from generator.app.load import load
from generator.app.site_files import site_files
from generator.artifacts import TextFile
from generator.cards.content import cards
from generator.exports.digest import as_html, as_markdown
from generator.exports.news import news
from generator.facts.history import Calendar, Change
from generator.facts.site import Site
from generator.io.drawing import read_look
from generator.notes.model import KINDS
from generator.schema.field_map import field_map
from generator.schema.sources import SourceFields
from generator.schema.values import Fields, Prose
from generator.settings import Settings, SiteIdentity
from tests.conftest import ROOT
from tests.rendered import errors, read_html, to_html

TEXT = (
    "*One* [[Kim|the **chief**]] [[Kim]], a [web *page*](https://un.example/a_b 'title')"
    " [@un#p0; @us], `x_y` &amp; R&D\\*, ~~gone~~ __now__ \\[sic\\]&nbsp;!"
)
WORDS = "One the chief Kim, a web page, x_y & R&D*, gone now [sic] !"
TITLE = "The *{}* of `x_y` &amp; __R__\\*, ~~now~~ \\[sic\\] [[Kim|again]]"
TITLE_WORDS = "The {} of x_y & R*, now [sic] again"
BODY = """{TEXT}

## *Part* [one](https://un.example) of `x_y`

- {TEXT}
- [x] **Done** [[Kim]].[^1]

| *a* | `b` |
| --- | --- |
| {CELL} | [[Kim\\|him]] |

> [!NOTE]
> {TEXT}

Term *one*
:   {TEXT}

```py
**x** = `y`
```

[^1]: {TEXT}

%% a [comment](x) %%
""".replace("{TEXT}", TEXT).replace("{CELL}", TEXT.replace("|", "\\|"))
NEEDED: Mapping[str, Mapping[str, object]] = {
    "claims": {"for": "un"},
    "corrected": {"date": "2024-02-03"},
    "corrections": {"p": 0, "kind": "name", "read": "x"},
    "suspended": {"from": "1961"},
}
"""What the groups of fields that have prose need besides it."""
FIELDS: Mapping[str, Mapping[str, object]] = {
    "events": {"date": "1961", "actors": "Kim"},
    "topics": {"redirect_from": "former"},
    "treaties": {"signed": {"value": "1961", "why": TEXT}, "parties": ["Kim", "land"]},
}
MARKUP = re.compile(r"\]\(|\[\[|\[@|&\w+;|\*\*|`|~~|__|\*\w|\w\*\w|\\[^n]|@un|%%")
"""What readers would see of what writers typed."""
HOME = "https://example.org/"
CHANGES = (
    Change(datetime(2024, 2, 3, tzinfo=UTC), "Say more"),
    Change(datetime(2024, 2, 2, tzinfo=UTC), "Begin"),
)


def written(model: type[Fields]) -> dict[str, object]:
    """Return every field that is prose, at whatever depth, with the text."""
    fields: dict[str, object] = {}
    for name, spec in field_map(model).items():
        if spec.group and "value" not in field_map(spec.group):
            inner = written(spec.group)
            if inner:
                fields[name] = {**NEEDED.get(name, {}), **inner}
        elif not spec.group and Prose in spec.classes:
            fields[name] = TEXT
    return fields


def note(
    model: type[Fields], name: str, others: Mapping[str, object], body: str = BODY
) -> str:
    fields = {**written(model), "title": TITLE.format(name), **others}
    if "question" in field_map(model):
        fields["question"] = TITLE.format(f"{name}?")
    return f"---\n{json.dumps(fields)}\n---\n{body}"


def files() -> Iterator[tuple[str, str]]:
    yield "content/actors/kim.md", f"---\ntitle: Kim\n---\n{BODY}"
    yield "content/actors/land.md", f"# Land of *x* `y_z` &amp; co\n\n{BODY}"
    for folder, kind in KINDS.items():
        others = FIELDS.get(folder, {})
        yield f"content/{folder}/rich-{folder}.md", note(kind.fields, folder, others)
    yield "content/index.md", f"# Home of *x*\n\n{BODY}"
    yield "seeds/un.md", note(SourceFields, "un", {"rights": "open"}, TEXT)
    yield "seeds/us.md", "---\ntitle: US\n---\nx\n"


@pytest.fixture(scope="module")
def site() -> Site:
    loaded = load([TextFile(path, text) for path, text in files()])
    history = {path: CHANGES for path, _ in files()}
    settings = Settings(site=SiteIdentity("Facts", "About", HOME))
    calendar = Calendar(date(2024, 3, 1), history)
    assembled = assemble(loaded, settings, calendar=calendar)
    assert [*map(str, errors([*loaded.problems, *assembled.problems]))] == []
    return assembled.site


def strings(value: object) -> Iterator[str]:
    """Yield the texts in parsed JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, item in value.items():
            found = strings(item)
            is_html = name.endswith("_html")
            yield from (read_html(text).text for text in found) if is_html else found
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def strings_of_json(text: str) -> Iterator[str]:
    yield from strings(json.loads(text))


def strings_of_csv(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text)):
        yield from row


def strings_of_calendar(text: str) -> Iterator[str]:
    for event in ICalendar.from_ical(text).walk("VEVENT"):
        yield str(event["summary"])
        yield str(event["description"])


def strings_of_xml(text: str) -> Iterator[str]:
    for element in ET.fromstring(text).iter():  # noqa: S314 - our own
        content = element.text or ""
        yield read_html(content).text if element.get("type") == "html" else content


def strings_of_html(text: str) -> Iterator[str]:
    html = read_html(text)
    yield html.text
    for element in html.elements:
        yield from element.attributes.values()


def strings_of_page(text: str) -> Iterator[str]:
    """Yield the front matter of a page; its theme prints it as HTML."""
    for value in yaml.safe_load(text.split("---\n")[1]).values():
        if isinstance(value, str) and value.startswith("{"):
            yield from strings(json.loads(value))
        else:
            yield from map(unescape, strings(value))


READERS: Mapping[str, Callable[[str], Iterable[str]]] = {
    "csv": strings_of_csv,
    "html": strings_of_html,
    "ics": strings_of_calendar,
    "json": strings_of_json,
    "md": strings_of_page,
    "txt": str.splitlines,
    "xml": strings_of_xml,
}
RAW = "data/knowledge.json"
"""The file whose prose is Markdown, as its schema says: programs want to know what it cites."""
SCHEMA = "data/schema.json"


def exported(site: Site) -> dict[str, list[str]]:
    """Return what is in each file that is made of notes, by its path."""
    found: dict[str, list[str]] = {}
    for file in site_files(ROOT, site):
        _, _, form = file.path.rpartition(".")
        is_theme = file.path.startswith("assets/") and "names/" not in file.path
        if form in READERS and not is_theme and file.path != SCHEMA:
            found[file.path] = list(READERS[form](file.content.decode()))
    return found


def test_the_texts_of_this_test_are_in_every_field_of_prose() -> None:
    for folder in KINDS:
        of_kind = json.dumps(written(KINDS[folder].fields))
        assert of_kind.count("the **chief**") >= 4
    assert written(SourceFields).keys() == {"corrections", "summary", "why"}


def test_every_exported_file_has_plain_words(site: Site) -> None:
    found = exported(site)
    forms = {path.rpartition(".")[2] for path in found}

    assert forms == set(READERS)
    for path, texts in found.items():
        for text in texts:
            assert path == RAW or not MARKUP.search(text), (path, text)


@pytest.mark.parametrize(
    ("path", "name", "form"),
    [
        ("actors/rich-actors.md", "actors", "{title}"),
        ("topics/rich-topics.md", "topics", "{title}"),
        ("sources/un.md", "un", "{title}"),
        ("data/notes.csv", "events", "{title}"),
        ("data/notes.csv", "events", "{words}"),
        ("data/sources.csv", "un", "{title}"),
        ("data/statements.csv", "treaties", "{words}"),
        ("data/knowledge.json", "topics", "{title}"),
        ("data/knowledge.json", "topics?", "{title}"),
        ("events/timeline.csv", "events", "{title}"),
        ("events/timeline.csv", "events", "{words}"),
        ("events/timeline.ics", "events", "{title}"),
        ("events/timeline.ics", "events", "1961. {words}"),
        ("events/timeline.json", "events", "{words}"),
        ("treaties/treaties.csv", "treaties", "{title}"),
        ("feed.xml", "topics", "{title}"),
        ("feed.xml", "topics", "{words}"),
        ("feed.json", "topics", "{words}"),
        ("assets/names/th.json", "places", "{title}"),
        ("assets/names/th.json", "places", "{words}"),
    ],
)
def test_an_export_says_what_readers_see(
    site: Site, path: str, name: str, form: str
) -> None:
    wanted = form.format(title=TITLE_WORDS.format(name), words=WORDS)

    assert wanted in exported(site)[path]


def test_knowledge_for_programs_is_as_it_was_written(site: Site) -> None:
    texts = exported(site)[RAW]

    assert {text for text in texts if MARKUP.search(text)} == {TEXT, BODY.strip()}


def test_a_digest_has_plain_words(site: Site) -> None:
    sections = news(site, date(2024, 1, 1))

    for html in (
        read_html(as_html(site, date(2024, 1, 1), sections)),
        to_html(as_markdown(site, date(2024, 1, 1), sections)),
    ):
        assert TITLE_WORDS.format("topics?") in html.text
        assert WORDS in html.text
        assert not MARKUP.search(html.text)


def test_a_card_has_plain_words(site: Site) -> None:
    drawn = cards(site, read_look(ROOT, "Facts"))

    assert TITLE_WORDS.format("topics?") in drawn["rich-topics"].alt
    for card in drawn.values():
        words = "".join(ET.fromstring(card.svg).itertext())  # noqa: S314 - our own
        assert not MARKUP.search(card.alt + words)
