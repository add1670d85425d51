"""The parts of prose that are not text, kept as typed except for every <."""

import re

from generator.text.markdown import escape, escape_html
from generator.text.spans import Token

_PLAIN_ADDRESS = re.compile(r"https?://[\w./?=&%#:~+,@;-]+")


def verbatim(body: str, token: Token) -> str:
    """Return what is not text, without any <: only Markdown decides what it reads as code.

    So code that holds < is marked up here, and nothing a writer typed can become a tag. A link
    loses the angle brackets that Markdown allows around its address.
    """
    text = body[token.start : token.end]
    if "<" not in text:
        return text
    if token.kind == "fence":
        lines = text.split("\n")[1:-1]
        return f"<pre><code>{escape_html(chr(10).join(lines))}</code></pre>"
    if token.kind == "code" and token.match:
        ticks = len(token.match["ticks"])
        return f"<code>{escape(text[ticks:-ticks].strip())}</code>"
    if token.kind == "autolink" and _PLAIN_ADDRESS.fullmatch(text[1:-1]):
        return f"[{escape(text[1:-1])}]({text[1:-1]})"
    if token.kind == "link" and token.match:
        address = token.match["address"] or ""
        text = text.replace(f"<{address}>", address)
    return text.replace("<", "&lt;")
