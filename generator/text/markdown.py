"""Text as Markdown shows it: escaping for pages and for their front matter."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

_SPECIAL = re.compile(r"([\\`*_\[\]|{}])")
_AT_START = re.compile(r"^(?:(\d+)([.)])|([-+#>!]))")
_UNESCAPABLE = re.compile(r"^[=~:]|(?<=\]):")
"""Characters that begin a block and that no backslash escapes."""


class Markdown(str):
    """Text that is Markdown, so that templates print it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return itself: Jinja takes this for "escaped already"."""
        return self


@lru_cache(maxsize=1 << 14)
def escape(text: str) -> Markdown:
    """Return text that Markdown shows as it is, on one line and not as the beginning of a block."""
    line = one_line(text)
    line = line.replace("&", "&amp;")
    line = line.replace("<", "&lt;")
    without_end = line.rstrip("#")
    hashes = len(line) - len(without_end)
    line = _SPECIAL.sub(r"\\\1", without_end) + r"\#" * hashes
    line = _UNESCAPABLE.sub(_as_entity, line)
    line = _AT_START.sub(_backslashed, line)
    return Markdown(line)


def _as_entity(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"&#{number};"


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
