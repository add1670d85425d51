"""HTML around Markdown: for what engines read differently if it is indented."""

from generator.text.canonical.agreed import has_words
from generator.text.canonical.leaves import Lines
from generator.text.tree import BlockQuote, Item, List

_BOX = '<input type="checkbox" disabled aria-label="Done"{checked}>'


def list_tag(block: List) -> str:
    """Return what begins a list in HTML."""
    if block.first is None:
        return "ul"
    if block.first == 1:
        return "ol"
    return f'ol start="{block.first}"'


def _box(item: Item) -> str:
    """Return the box of a task."""
    if item.is_done is None:
        return ""
    checked = " checked" if item.is_done else ""
    return f"{_BOX.format(checked=checked)} "


def checked(item: Item, inside: Lines) -> Lines:
    """Return the lines of an item, behind its box if it is a task."""
    box = _box(item)
    if not box:
        return inside
    if any(map(has_words, item.blocks[:1])):
        first, *others = inside
        return [box + first, *others]
    return [f"<p>{box.rstrip()}</p>", "", *inside]


def element(tag: str, inside: Lines) -> Lines:
    """Return an element around Markdown, which is not indented."""
    name, _, _ = tag.partition(" ")
    return [f'<{tag} markdown="block">', "", *inside, "", f"</{name}>"]


def alert(block: BlockQuote, inside: Lines) -> Lines:
    """Return an alert around Markdown."""
    title = block.alert.capitalize()
    return [
        f'<div class="admonition {block.alert}" markdown="block">',
        f'<p class="admonition-title">{title}</p>',
        "",
        *inside,
        "",
        "</div>",
    ]
