"""Create the record of a source from an article's text."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.dates.date import DateError
from generator.dates.parse import parse_date
from generator.notes.sources import number_paragraphs
from generator.schema.front_matter import split_note
from generator.schema.nodes import Node

_BOILERPLATE = re.compile(
    r"^(?:editor'?s'? note|sign up|subscribe|advertis|share this|read more|related:|follow us"
    r"|copyright|©|all rights reserved|by continuing|cookie|click here|photo:|image:|source:|tags?:"
    r"|read the original|this article|disclaimer|\W*$)",
    re.IGNORECASE,
)
"""How paragraphs begin that are not part of an article."""


DIGEST = "(digest: one sentence in your own words)"
"""The place of a digest that is still to be written."""
Json: TypeAlias = str | Sequence[str] | Sequence[int]


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """What is known of an article: its paragraphs, and what its text says about it."""

    paragraphs: Mapping[str, str]
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    licence: str = ""
    language: str = ""


def read_article(text: str) -> ImportedArticle:
    """Read an article from plain text or Markdown: each line that is not blank is a paragraph.

    Front matter gives what it names; without a title there, a heading in the first line is the
    title.
    """
    parts = split_note(text.replace("\r\n", "\n"))
    given = _given(parts.node)
    paragraphs: Mapping[str, str] = number_paragraphs(parts.body)
    title = given.get("title", "")
    first, *rest = paragraphs.values() or [""]
    if not title and first.startswith("# "):
        title = first.removeprefix("# ").strip()
        paragraphs = numbered(rest)
    published = given.get("published") or given.get("date", "")
    return ImportedArticle(
        paragraphs=paragraphs,
        title=title,
        publisher=given.get("publisher", ""),
        published=_canonical_date(published),
        url=given.get("url", ""),
        licence=given.get("licence") or given.get("license", ""),
    )


def _given(front_matter: Node) -> Mapping[str, str]:
    """Return the fields of front matter that have a text."""
    given: dict[str, str] = {}
    for key, value in front_matter.plain_pairs().items():
        if isinstance(value, str):
            given[key] = str(value)
    return given


def numbered(paragraphs: Iterable[str]) -> Mapping[str, str]:
    """Return paragraphs by their ids, ``p0`` first."""
    found: dict[str, str] = {}
    for number, text in enumerate(paragraphs):
        found[f"p{number}"] = text
    return found


def _canonical_date(text: str) -> str:
    """Return a date as EDTF; nothing if it cannot be read."""
    if not text:
        return ""
    try:
        return parse_date(text).edtf
    except DateError:
        return ""


def boilerplate(article: ImportedArticle) -> list[int]:
    """Guess which paragraphs are not part of the article: advertisements, notes, repeated lines."""
    counts = Counter(article.paragraphs.values())
    found = []
    for id_, text in article.paragraphs.items():
        is_repeated = counts[text] > 1
        if is_repeated or _BOILERPLATE.match(text):
            number = id_.removeprefix("p")
            found.append(int(number))
    return found


def format_record(article: ImportedArticle, *, is_open: bool) -> str:
    """Return the text of a record: open with all paragraphs, else with a line for each digest.

    A record without digests is a draft: it stays out of the site until somebody has written them.
    """
    fields: dict[str, Json] = {
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published": article.published,
        "language": article.language,
        "rights": "open" if is_open else "restricted",
        "licence": article.licence,
        "boilerplate": boilerplate(article),
    }
    lines = [f"{name}: {_yaml(value)}" for name, value in fields.items() if value]
    if not is_open:
        lines.append("draft: yes")
    front_matter = "\n".join(lines)
    paragraphs: list[str] = []
    for id_, text in article.paragraphs.items():
        shown = text if is_open else DIGEST
        paragraphs.append(f"{id_}: {shown}")
    body = "\n\n".join(paragraphs)
    return f"---\n{front_matter}\n---\n{body}\n"


def _yaml(value: Json) -> str:
    """Return a value as YAML: JSON is YAML, and its quotation marks are always right."""
    return json.dumps(value, ensure_ascii=False)
