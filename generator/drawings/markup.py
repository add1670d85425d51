"""Elements of HTML and SVG, written as text."""

from collections.abc import Mapping

from generator.text.markdown import escape_html


def element(name: str, attributes: Mapping[str, str], content: str) -> str:
    """Return an element; the values of its attributes are escaped, its content is markup."""
    written = _written(attributes)
    return f"<{name}{written}>{content}</{name}>"


def empty_element(name: str, attributes: Mapping[str, str]) -> str:
    """Return an element without content."""
    written = _written(attributes)
    return f"<{name}{written}/>"


def title(text: str) -> str:
    """Return a title, which browsers show as a tooltip."""
    return element("title", {}, escape_html(text))


def link(address: str, content: str) -> str:
    """Return a link for the mouse only; keyboard users have the list or table."""
    attributes = {
        "href": address,
        "tabindex": "-1",
    }
    return element("a", attributes, content)


def _written(attributes: Mapping[str, str]) -> str:
    written = ""
    for name, value in attributes.items():
        escaped = escape_html(value)
        written += f' {name}="{escaped}"'
    return written
