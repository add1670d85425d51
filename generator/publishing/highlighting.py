"""Code in colours, as the extensions that mkdocs.yml names show it."""

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.lexers.special import TextLexer
from pygments.util import ClassNotFound

_FORMATTER = HtmlFormatter(cssclass="highlight", wrapcode=True)


def highlighted(language: str | None, code: str) -> str:
    """Return code as HTML whose classes say what each part is; no language is plain text."""
    try:
        lexer = get_lexer_by_name(language or "text")
    except ClassNotFound:
        lexer = TextLexer()
    html: str = highlight(code, lexer, _FORMATTER)
    return html
