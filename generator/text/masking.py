"""A body as readers see it: markup is masked, offsets stay."""

import re
from collections.abc import Callable, Mapping

from generator.text.spans import Token, TokenKind

MARKUP = "\u2060"
"""Stands for markup that readers do not see, such as the address of a link."""
OBJECT = "\ufffc"
"""The placeholder for code, an address or a picture."""
CITATION = "\ufff9"
"""Stands for a citation."""
_RESERVED = re.compile(f"[{MARKUP}{OBJECT}{CITATION}]")
_FENCE = re.compile(
    r"""
    ^ [ \t>]* (?P<tick>`{3,}|~{3,}) [^`\n]* \n
    (?: (?! [ \t>]* (?P=tick) [`~]* [ \t]* $ ) [^\n]* \n )*
    [^\n]*
    """,
    re.VERBOSE | re.MULTILINE,
)
_NOT_A_LINE_BREAK = re.compile(r"[^\n]")
_INNER_STOP = re.compile(r"[.!?…]+(?=\s)|[。！？]")
"""A full stop within the words of a link, which no sentence ends at."""
_AFTER_ADDRESS = re.compile(r"[.,;:!?…*_\"'”’»]+\Z")
_SHOWN_BY_ESCAPES = frozenset(".!?\"'")


def without_hidden(body: str) -> str:
    """Return a body with spaces in place of fenced code and comments."""
    body = _RESERVED.sub(" ", body)
    body = _FENCE.sub(_spaces, body)
    kept: list[str] = []
    position = 0
    while True:
        start = body.find("<!--", position)
        end = body.find("-->", start)
        if start < 0 or end < 0:
            break
        end += len("-->")
        hidden = body[start:end]
        kept.append(body[position:start])
        kept.append(_NOT_A_LINE_BREAK.sub(" ", hidden))
        position = end
    kept.append(body[position:])
    return "".join(kept)


def _spaces(match: re.Match[str]) -> str:
    return _NOT_A_LINE_BREAK.sub(" ", match[0])


def masked(body: str, token: Token) -> str:
    """Return a token as long as it is, with what readers do not see masked."""
    text = body[token.start : token.end]
    mask = _MASKS.get(token.kind)
    if mask is None:
        return text
    return mask(text)


def _masked_citation(text: str) -> str:
    return CITATION * len(text)


def _masked_object(text: str) -> str:
    return OBJECT * len(text)


def _masked_address(address: str) -> str:
    """Mask an address, but not the full stop of the sentence that it ends."""
    after = _AFTER_ADDRESS.search(address)
    end = len(address)
    if after:
        end = after.start()
    return OBJECT * end + address[end:]


def _masked_wikilink(text: str) -> str:
    start = text.rfind("|") + 1
    if not start:
        start = len("[[")
    return _masked_around(text, start, len(text) - len("]]"))


def _masked_link(text: str) -> str:
    if text.startswith("!"):
        return OBJECT * len(text)
    if text.startswith("[^"):
        return MARKUP * len(text)
    end = text.rfind("](")
    if end < 0:
        end = text.rfind("][")
    return _masked_around(text, 1, end)


def _masked_around(link: str, start: int, end: int) -> str:
    """Mask a link but its words, and in those the full stops, except the last one."""
    words = link[start:end]
    one_sentence = _INNER_STOP.sub(_masked_markup, words)
    before = link[:start]
    after = link[end:]
    return MARKUP * len(before) + one_sentence + MARKUP * len(after)


def _masked_markup(match: re.Match[str]) -> str:
    length = len(match[0])
    return MARKUP * length


def _masked_escape(text: str) -> str:
    sign = text[1:]
    if sign in _SHOWN_BY_ESCAPES:
        return MARKUP + sign
    return MARKUP * len(text)


_MASKS: Mapping[TokenKind, Callable[[str], str]] = {
    "autolink": _masked_object,
    "citation": _masked_citation,
    "code": _masked_object,
    "escape": _masked_escape,
    "link": _masked_link,
    "url": _masked_address,
    "wikilink": _masked_wikilink,
}
"""How each kind of token is masked; others are text."""
