"""What a simple value of front matter may be: a line of text, an address, yes or no, a span."""

import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.diagnostics import quoted
from generator.text.plain import plain
from generator.text.reader import read_line
from generator.text.tree import Citation, inlines_in

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""An id: the stem of a file's name, and the last part of a page's address."""
_FORMER_ID = re.compile(rf"(?:[a-z]+/)?{ID_PATTERN.pattern}")
_URL = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)
_SPAN = re.compile(
    r"(?P<count>[1-9]\d{0,3}) ?(?P<unit>[dwmy])(?:ays?|eeks?|onths?|ears?)?"
)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_ANSWERS = {
    "true": True,
    "yes": True,
    "on": True,
    "false": False,
    "no": False,
    "off": False,
}


def one_line(value: object) -> str:
    """Join the lines of a text into one; refuse any other value."""
    if isinstance(value, str):
        return " ".join(value.split())
    found = {"found": _shape(value)}
    raise PydanticCustomError("bad-value", "expected text, found {found}", found)


def _title(value: object) -> str:
    """Return the words of a title: its emphasis, code and entities as readers see them."""
    text = one_line(value)
    for inline in inlines_in(read_line(text).blocks):
        if isinstance(inline, Citation):
            reason = "a title cannot cite a source"
            raise PydanticCustomError("bad-citation", reason)
    return plain(text)


def _shape(value: object) -> str:
    """Name a value that is not text, for a message."""
    if isinstance(value, list):
        return "a list"
    if value:
        return "a group of fields"
    return "nothing"


def _url(value: object) -> str:
    text = one_line(value)
    if not _URL.fullmatch(text):
        reason = "{url} is not an address that begins with https:// or http://"
        raise PydanticCustomError("bad-link", reason, {"url": quoted(text)})
    return text


def _former_id(value: object) -> str:
    text = one_line(value)
    id_ = text.strip("/").removesuffix(".md")
    if not _FORMER_ID.fullmatch(id_):
        reason = (
            "{text} is not a possible former id, such as old-name or actors/old-name"
        )
        raise PydanticCustomError("bad-redirect", reason, {"text": quoted(id_)})
    return id_


def _bool(value: object) -> bool:
    text = str(value).lower()
    if text not in _ANSWERS:
        reason = "expected yes or no, found {found}"
        raise PydanticCustomError("bad-value", reason, {"found": quoted(text)})
    return _ANSWERS[text]


def _days(value: object) -> int:
    text = one_line(value)
    match = _SPAN.fullmatch(text)
    if match is None:
        reason = "{text} is not a period such as 90d, 12w, 6m or 1y"
        raise PydanticCustomError("bad-value", reason, {"text": quoted(text)})
    count = int(match["count"])
    days = _DAYS[match["unit"]]
    return count * days


Text = Annotated[str, BeforeValidator(one_line)]
"""One line of text."""
Title = Annotated[str, BeforeValidator(_title)]
"""One line of text that is shown as a heading."""
Url = Annotated[str, BeforeValidator(_url)]
Former = Annotated[str, BeforeValidator(_former_id)]
"""An id that a note had before, with its folder where that changed too."""
Bool = Annotated[bool, BeforeValidator(_bool)]
Days = Annotated[int, BeforeValidator(_days)]
"""A span of time in days: 90d, 12w, 6m, 1y."""
