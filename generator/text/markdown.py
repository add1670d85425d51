"""Text as Markdown shows it: escaping for pages and for their front matter."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

_SPECIAL = re.compile(r"[&<\\`*_\[\]|{}]")
_ESCAPES = {"&": "&amp;", "<": "&lt;"} | {sign: f"\\{sign}" for sign in "\\`*_[]|{}"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NOT_PLAIN = re.compile(r"[^\w\s.,;?/-]|_")
_AT_START = re.compile(r"^(?:(\d+)([.)])|([-+#>]|!(?!\[)))")
_UNESCAPABLE = re.compile(r"^[=~:]")
"""Characters that begin a block and that no backslash escapes."""
_DEFINITION = re.compile(r"(?<=\]):")
"""What Python-Markdown takes for the definition of a link, whatever is before the bracket."""


class Markdown(str):
    """Text that is Markdown, so that templates print it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return itself: Jinja takes this for "escaped already"."""
        return self


@lru_cache(maxsize=1 << 14)
def escape(text: str) -> Markdown:
    """Return text that Markdown shows as it is, on one line and not as the beginning of a block."""
    line = escape_within(one_line(text))
    without_end = line.rstrip("#")
    signs = len(line) - len(without_end)
    return Markdown(escape_start(without_end + r"\#" * signs))


def escape_within(text: str) -> str:
    """Return text that Markdown shows as it is where it does not begin a line."""
    escaped = _SPECIAL.sub(_escaped, text)
    return _DEFINITION.sub(_as_entity, escaped) if "]:" in escaped else escaped


def escape_start(line: str) -> str:
    """Return an escaped line that begins no block."""
    line = _UNESCAPABLE.sub(_as_entity, line)
    return _AT_START.sub(_backslashed, line)


def as_attribute(text: str) -> str:
    """Return text for the title of a link or the description of a picture."""
    return _NOT_PLAIN.sub(_as_entity, one_line(text))


def as_entity(character: str) -> str:
    """Return a character as an entity, which means nothing to Markdown.

    HTML has none for control characters, and means others by some of their numbers.
    """
    if _CONTROL.fullmatch(character):
        return "\ufffd"
    return f"&#{ord(character)};"


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES[match[0]]


def _as_entity(match: re.Match[str]) -> str:
    return as_entity(match[0])


def _backslashed(match: re.Match[str]) -> str:
    """Escape the marker of a block: the sign itself, or the one after a list's number."""
    number, sign_after_number, sign = match.groups()
    if number:
        return f"{number}\\{sign_after_number}"
    return f"\\{sign}"


def link(words: str, address: str) -> Markdown:
    """Return an inline link; its words and address must already be escaped."""
    return Markdown(f"[{words}]({address})")


def joined(separator: str, parts: Iterable[str]) -> Markdown:
    """Join pieces of Markdown."""
    return Markdown(separator.join(parts))


def one_line(text: str) -> str:
    """Join the lines of a text; every run of spaces becomes one."""
    words = text.split()
    return " ".join(words)


def escape_html(text: str) -> str:
    """Escape text for where a theme prints front matter raw."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
    )


def front_matter(values: Mapping[str, object]) -> str:
    """Return front matter for MkDocs, as data: every value is JSON, which YAML reads."""
    lines = ["---"]
    for key, value in values.items():
        as_json = json.dumps(value, ensure_ascii=False)
        lines.append(f"{key}: {as_json}")
    lines.append("---\n")
    return "\n".join(lines)
