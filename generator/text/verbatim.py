"""The parts of prose that are not text, kept as typed except for every <."""

import re

from generator.text.markdown import escape, escape_html
from generator.text.spans import Token

_PLAIN_ADDRESS = re.compile(r"https?://[\w./?=&%#:~+,@;-]+")


def verbatim(body: str, token: Token) -> str:
    """Return what is not text, without any <: only Markdown decides what it reads as code.

    So code that contains < is marked up here, and nothing a writer typed can become a tag.
    """
    text = body[token.start : token.end]
    if "<" not in text:
        return text
    match token.kind:
        case "fence":
            return _fence(text)
        case "code" if token.match:
            return _code(text, token.match["ticks"])
        case "autolink":
            return _autolink(text)
        case "link" if token.match:
            return _link(text, token.match["address"])
        case _:
            return _without_tags(text)


def _without_tags(text: str) -> str:
    return text.replace("<", "&lt;")


def _fence(text: str) -> str:
    """Return fenced code as HTML."""
    lines = text.split("\n")
    code = "\n".join(lines[1:-1])
    return f"<pre><code>{escape_html(code)}</code></pre>"


def _code(text: str, ticks: str) -> str:
    """Return code within a line as HTML."""
    code = text.removeprefix(ticks).removesuffix(ticks)
    return f"<code>{escape(code.strip())}</code>"


def _autolink(text: str) -> str:
    """Return an address in angle brackets as a Markdown link, if it is plain."""
    address = text[1:-1]
    if not _PLAIN_ADDRESS.fullmatch(address):
        return _without_tags(text)
    return f"[{escape(address)}]({address})"


def _link(text: str, address: str | None) -> str:
    """Return a link without the angle brackets that Markdown allows around its address."""
    if address is not None:
        text = text.replace(f"<{address}>", address)
    return _without_tags(text)
