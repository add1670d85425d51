"""Addresses in Markdown: which may be followed from a page, wherever Markdown might find them."""

import re
from collections.abc import Iterator
from html import unescape

SCHEMES = frozenset({"http:", "https:", "mailto:"})
"""Schemes of links that may lead out of the site."""

# Wider than Markdown's own grammar: whatever it may take an address from, in nested brackets,
# after a reference's definition, beside code.
# A lookahead, so that an address within another one is found, too.
_ADDRESS = re.compile(
    r"(?P<mark>!?)(?:\[(?:[^\[\]\n]|\\.)*)?\]\((?=\s*(?P<open><(?![^\s<>]*>))?<?\s*(?P<inline>[^()<>\"']*))"
    r"|^[ \t>*+:.)\d-]*(?P<label>\[)[^\n]*?\]:(?=\s*<?(?P<defined>[^\s<>]+))",
    re.MULTILINE,
)
_REFERENCE_IMAGE = re.compile(r"!\[[^\]\n]*\](?!\()")
_SCHEME = re.compile(r"[^/?#:]*:")
_MARKUP = re.compile(r'[<>"]|^\[')
_IGNORED = re.compile(r"[\s\\\x00-\x20]")
"""What a browser or Markdown leaves out of an address."""


def unsafe_addresses(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield offset, address and replacement of each that could run something or call a host.

    Links lead to the web, to mail, or to another page; images are the site's own.
    """
    if "](" not in text and "]:" not in text and "![" not in text:
        return  # as in most texts
    for match in _ADDRESS.finditer(text):
        address = match["inline"] or match["defined"] or ""
        hint = _replacement(match, address)
        if hint:
            offset = match.start("label") if match["label"] else match.start()
            yield offset, address, hint
    for match in _REFERENCE_IMAGE.finditer(text):
        yield match.start(), match[0], "Write the image's address in round brackets."


def _replacement(match: re.Match[str], address: str) -> str:
    """Return what to write instead of an unsafe address; empty if it is safe."""
    seen = _IGNORED.sub("", unescape(unescape(address)))
    scheme = _SCHEME.match(seen)
    names_host = seen.startswith("//")
    is_outside = scheme is not None or names_host
    if match["mark"] and is_outside:
        return "Images must be on the site: use a relative address."
    is_allowed = scheme is None or scheme[0].lower() in SCHEMES
    if names_host or not is_allowed:
        return "A link starts with https://, http:// or mailto:, or leads to a page."
    if match["open"] or _MARKUP.search(seen):
        return "An address cannot contain spaces, quotes, < or >, or [[name]]."
    return ""
