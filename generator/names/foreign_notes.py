"""Names and years in any folder of notes, whatever fields their front matter has."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.names.context import ALWAYS, Subject, Years
from generator.names.matcher import Holders
from generator.names.register import Register
from generator.notes.document import titled_body
from generator.schema.front_matter import split_note
from generator.text.plain import plain

_YEAR = re.compile(r"\b\d{4}\b")
_BEGINNINGS = ("born", "birth", "founded")
_ENDS = ("died", "death", "ended")


def loose_names(
    files: Iterable[tuple[str, str]],
) -> tuple[Mapping[str, Holders], Mapping[str, Subject]]:
    """Return the names in the notes' front matter (title, aliases, short), and their years.

    Args:
        files: Path and text of each note; its id is the stem of the path.
    """
    register = Register()
    subjects: dict[str, Subject] = {}
    for path, text in files:
        id_ = PurePosixPath(path).stem
        parts = split_note(text)
        fields = parts.node.plain_pairs()
        written_title = plain(next(_texts(fields, "title"), ""))
        title = titled_body(written_title, parts, id_).title
        aliases = _texts(fields, "aliases")
        short = list(_texts(fields, "short"))
        types = [*_texts(fields, "type"), *_texts(fields, "kind")]
        is_person = "person" in types
        register.add(id_, [title, *aliases], short, is_person=is_person)
        subjects[id_] = Subject(
            years=_lifetime(fields),
            is_person=is_person,
            has_last_name=is_person and not fields.get("short"),
        )
    return register.holders(), subjects


def _lifetime(fields: Mapping[str, object]) -> Years:
    """Return the first and last year of a person or state, by whatever its fields are called."""
    earliest, latest = ALWAYS
    first = min(_years(fields, _BEGINNINGS), default=earliest)
    last = max(_years(fields, _ENDS), default=latest)
    return first, last


def _years(fields: Mapping[str, object], keys: Iterable[str]) -> Iterator[int]:
    """Yield each year that the value of a field contains."""
    for key in keys:
        value = fields.get(key, "")
        for year in _YEAR.findall(str(value)):
            yield int(year)


def _texts(fields: Mapping[str, object], key: str) -> Iterator[str]:
    """Yield the texts of a field that has one value or many."""
    value = fields.get(key)
    values = value if isinstance(value, list) else [value]
    for item in values:
        if isinstance(item, str):
            yield item
