"""Text written as a YAML scalar: plain if YAML reads it back unchanged, else in double quotes."""

import re

import yaml

from generator.schema.yaml.slips import is_in_curly_quotes

_NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=]|:(?:\s|$)|\s#|\s$|[\n\t]")
_FLOW_MARKS = re.compile(r"[,\[\]{}]")
_RESOLVER = yaml.SafeLoader("")
_TEXT_TAG = "tag:yaml.org,2002:str"


def scalar(text: str) -> str:
    """Return text as a scalar of a block."""
    if is_plain(text, is_flow=False) and is_text(text):
        return text
    return double_quoted(text)


def is_plain(text: str, *, is_flow: bool) -> bool:
    """Say whether YAML reads a text back without quotation marks."""
    if not text or _NEEDS_QUOTES.search(text) or is_in_curly_quotes(text):
        return False
    return not (is_flow and _FLOW_MARKS.search(text))


def is_text(text: str) -> bool:
    """Say whether any YAML reader takes a plain scalar for text, not for a number or boolean."""
    is_implicit = (True, False)
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, is_implicit)  # type: ignore[no-untyped-call]
    return tag == _TEXT_TAG


def double_quoted(text: str) -> str:
    """Return text as a scalar in double quotes."""
    escaped = text.replace("\\", "\\\\")
    escaped = escaped.replace('"', '\\"')
    return f'"{escaped}"'
