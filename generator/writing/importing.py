"""Begin the record of a source from an article's text."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.dates.date import DateError
from generator.dates.parse import parse_date
from generator.notes.sources import number_paragraphs
from generator.schema.front_matter import split_note

_BOILERPLATE = re.compile(
    r"^(?:editor'?s'? note|sign up|subscribe|advertis|share this|read more|related:|follow us"
    r"|copyright|©|all rights reserved|by continuing|cookie|click here|photo:|image:|source:|tags?:"
    r"|read the original|this article|disclaimer|\W*$)",
    re.IGNORECASE,
)
"""How paragraphs begin that are no part of an article."""


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of an article: its paragraphs, and what its text says of itself."""

    paragraphs: Mapping[str, str]
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    licence: str = ""
    language: str = ""


def read_article(text: str) -> Article:
    """Read an article from plain text or Markdown: a paragraph is a line that is not blank.

    Front matter gives what it names; else the first line, if it is a heading, is the title.
    """
    parts = split_note(text.replace("\r\n", "\n"))
    data = {
        key: str(value)
        for key, value in parts.node.plain_pairs().items()
        if isinstance(value, str)
    }
    lines = number_paragraphs(parts.body)
    title, rest = data.get("title", ""), lines
    first = next(iter(lines.values()), "")
    if not title and first.startswith("# "):
        title = first[2:].strip()
        rest = {
            f"p{number}": line for number, line in enumerate(list(lines.values())[1:])
        }
    return Article(
        rest,
        title,
        data.get("publisher", ""),
        published=_date(data.get("published", data.get("date", ""))),
        url=data.get("url", ""),
        licence=data.get("licence", data.get("license", "")),
    )


def _date(text: str) -> str:
    try:
        return parse_date(text).edtf if text else ""
    except DateError:
        return ""


def boilerplate(article: Article) -> list[int]:
    """Guess which paragraphs are no part of the article: advertisements, notes, repeated lines."""
    count = Counter(article.paragraphs.values())
    return [
        int(id_[1:])
        for id_, text in article.paragraphs.items()
        if _BOILERPLATE.match(text) or count[text] > 1
    ]


def format_record(article: Article, *, is_open: bool) -> str:
    """Return the text of a record: open with all paragraphs, else with a line for each digest.

    A record without digests is a draft: it stays out of the site until somebody has written them.
    """
    fields: dict[str, object] = {
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
    lines += [] if is_open else ["draft: yes"]
    body = [
        f"{id_}: {text if is_open else '(digest: one sentence in your own words)'}"
        for id_, text in article.paragraphs.items()
    ]
    front = "\n".join(lines)
    return f"---\n{front}\n---\n" + "\n\n".join(body) + "\n"


def _yaml(value: object) -> str:
    """Return a value as YAML: JSON is YAML, and needs no thought about quotation marks."""
    return json.dumps(value, ensure_ascii=False)
