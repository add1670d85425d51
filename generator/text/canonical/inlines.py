"""Inlines as Markdown: emphasis, code and links that every engine reads alike."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.text.markdown import (
    Markdown,
    as_attribute,
    as_entity,
    escape_start,
    escape_within,
)
from generator.text.plain import words_of
from generator.text.tree import (
    Break,
    Code,
    Image,
    Inline,
    Link,
    Style,
    Styled,
    Text,
)

_SAFE_IN_ADDRESS = "/?#@:!$&*+,;=~%-._"
"""Not escaped in addresses; everything else but letters and digits is."""
_PLAIN_CODE = re.compile(r"(?!.*\]:)(?!\s)[^`<>&\\|{}\x00-\x1f]+(?<!\s)")
_HARD = "\ue002"
"""Ends a line that a hard break follows, until its lines are joined."""
_SPACE = f" \t\n{_HARD}"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SEPARATORS = str.maketrans({"\u2028": "&#8232;", "\u2029": "&#8233;"})
"""Characters that end a line for some."""
_NOT_SPACE = re.compile(r"[^\S ]|[\x00-\x08\x7f-\x9f]")
_SIGNS: Mapping[Style, str] = {"em": "*", "strong": "**", "del": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup(Inline):
    """Markdown that is finished, such as a link that the generator made."""

    markdown: Markdown


def inlines(found: Sequence[Inline]) -> str:
    """Return inlines as Markdown; no line of it begins a block, and none is blank."""
    text = ""
    for line, breaks in _lines(found):
        if text:
            text += _between(breaks)
        text += escape_start(line)
    return text


def one_line(found: Sequence[Inline]) -> str:
    """Return inlines as Markdown on one line."""
    text = ""
    for line, breaks in _lines(found):
        if text:
            text += "<br>" * breaks or " "
        text += line
    return text


def _lines(found: Sequence[Inline]) -> Iterator[tuple[str, int]]:
    """Yield each line that is not blank, and how many hard breaks are before it."""
    breaks = 0
    for line in _within(found).split("\n"):
        words = line.strip(_SPACE)
        if words:
            yield _with_edges(words).translate(_SEPARATORS), breaks
            breaks = 0
        breaks += line.endswith(_HARD)


def _between(breaks: int) -> str:
    """Return what is between two lines, with a number of hard breaks."""
    if breaks > 1:
        return "<br>" * breaks + "\n"
    return "  \n" * breaks or "\n"


def _with_edges(line: str) -> str:
    """Return a line that no engine strips of the space at its ends that is no blank."""
    inside = line.lstrip()
    first = line[: len(line) - len(inside)]
    words = inside.rstrip()
    last = inside[len(words) :]
    return "".join([*map(as_entity, first), words, *map(as_entity, last)])


def _as_entities(match: re.Match[str]) -> str:
    return "".join(map(as_entity, match[0]))


def is_empty(found: Sequence[Inline]) -> bool:
    """Say whether inlines show nothing."""
    return not any(map(_is_shown, found))


def _is_shown(inline: Inline) -> bool:
    match inline:
        case Text():
            return bool(_text(inline.text).strip())
        case Break():
            return False
        case Markup():
            return bool(inline.markdown.strip())
        case Styled():
            return not is_empty(inline.children)
        case Code() | Link() | Image():
            return True
        case _:
            return bool(words_of([inline]))


def _within(found: Sequence[Inline]) -> str:
    """Return inlines as Markdown within a line."""
    parts = [_inline(inline) for inline in found]
    text = ""
    for number, inline in enumerate(found):
        shown = parts[number]
        if isinstance(inline, Styled):
            before, words, after = _apart(shown)
            following = "".join([after, *parts[number + 1 : number + 2]])
            styled = _styled(inline, words, (text + before)[-1:], following[:1])
            shown = f"{before}{styled}{after}"
        if text.endswith("!") and shown.startswith("["):
            text = f"{text[:-1]}\\!"  # no picture
        if text.endswith("]") and shown.startswith(":"):
            shown = as_entity(":") + shown[1:]  # no definition of a link
        text += shown
    return text


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return _text(inline.text)
        case Markup():
            return inline.markdown
        case Break():
            return f"{_HARD}\n" if inline.is_hard else "\n"
        case Code():
            return _code(inline.text)
        case Styled():
            return _within(inline.children)
        case _:
            return _link(inline)


def _link(inline: Inline) -> str:
    """Return a link or a picture, or else the words of an inline."""
    match inline:
        case Link():
            before, words, after = _apart(_within(inline.children))
            if inline.is_bare:  # told apart, as print shows the address of other links
                address = link_destination(inline.address)
                return f'{before}<a class="bare" href="{address}">{words}</a>{after}'
            return f"{before}[{words}]({_destination(inline)}){after}"
        case Image():
            alt = as_attribute(words_of(inline.children))
            return f"![{alt}]({_destination(inline)})"
        case _:
            return _text(words_of([inline]))


def _text(text: str) -> str:
    return escape_within(_CONTROL.sub(" ", text))


def _code(text: str) -> str:
    if _PLAIN_CODE.fullmatch(text):
        return f"`{text}`"
    escaped = escape_within(text)
    return f"<code>{_NOT_SPACE.sub(_as_entities, escaped)}</code>"


def _apart(text: str) -> tuple[str, str, str]:
    """Return the space before a text, the text, and the space after it."""
    words = text.strip(_SPACE)
    if not words:
        return text, "", ""
    before, _, after = text.partition(words)
    return before, words, after


def _styled(styled: Styled, words: str, before: str, after: str) -> str:
    """Return emphasised words: with asterisks, if every engine reads those as emphasis."""
    if not words:
        return ""
    sign = _SIGNS[styled.style]
    is_plain = bool(sign) and all(isinstance(part, Text) for part in styled.children)
    is_closed = words[:1].isalnum() and words[-1:].isalnum()
    is_apart = _is_apart(before) and _is_apart(after)
    if is_plain and is_closed and is_apart:
        return f"{sign}{words}{sign}"
    return f"<{styled.style}>{words}</{styled.style}>"


def _is_apart(neighbour: str) -> bool:
    """Say whether a character beside emphasis is no part of a word, nor of other markup."""
    return not neighbour or neighbour.isspace() or neighbour in "().,;:?\"'“”‘’–—…"


def _destination(link: Link | Image) -> str:
    """Return the address and the title of a link or a picture."""
    address = link_destination(link.address)
    if link.title:
        return f'{address} "{as_attribute(link.title)}"'
    return address


def link_destination(address: str) -> str:
    """Return an address as it is written in round brackets."""
    escaped = quote(address, safe=_SAFE_IN_ADDRESS) or "<>"
    return escaped.replace("&", "&amp;")
