"""Text as Markdown shows it: escaping for pages and for the front matter of pages."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache

_SPECIAL = re.compile(r"([\\`*_\[\]|{}]|#(?=#*$))")
_AT_START = re.compile(r"^(?:(\d+)([.)])|([-+#>!]))")
_UNESCAPABLE = re.compile(r"^[=~:]|(?<=\]):")
"""Signs that begin a block and that no backslash escapes."""


class Markdown(str):
    """Text that is Markdown, so that templates print it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return itself: Jinja takes this for "escaped already"."""
        return self


@lru_cache(maxsize=1 << 14)
def escape(text: str) -> Markdown:
    """Return text that Markdown shows as it is, on one line and not as the beginning of a block."""
    line = _SPECIAL.sub(
        r"\\\1", one_line(text).replace("&", "&amp;").replace("<", "&lt;")
    )
    line = _UNESCAPABLE.sub(lambda match: f"&#{ord(match[0])};", line)
    return Markdown(_AT_START.sub(_backslashed, line))


def _backslashed(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"


def link(words: str, address: str) -> Markdown:
    """Return an inline link; its words and address must already be escaped."""
    return Markdown(f"[{words}]({address})")


def one_line(text: str) -> str:
    """Join the lines of a text."""
    return " ".join(text.split())


def escape_html(text: str) -> str:
    """Escape text for the places where a theme prints front matter raw."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
    )


def front_matter(values: Mapping[str, object]) -> str:
    """Return front matter for MkDocs, as data: every value is JSON, which YAML reads."""
    lines = (
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in values.items()
    )
    return f"---\n{''.join(lines)}---\n"
