"""Which footnotes of a text a reader comes to."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from generator.text.tree.blocks import Block, Footnote
from generator.text.tree.inlines import FootnoteMark
from generator.text.tree.walk import inlines_in


def reached_footnotes(
    blocks: Iterable[Block], footnotes: Iterable[Block]
) -> Mapping[str, Footnote]:
    """Map labels to the footnotes that marks lead to, in the order in which they are read.

    Marks count where a reader sees them: in the blocks, and in footnotes that are themselves
    reached. Where two footnotes have one label, the first is the one.
    """
    by_label = _by_label(footnotes)
    reached: dict[str, Footnote] = {}
    unread = deque([blocks])
    while unread:
        for label in _marked_in(unread.popleft()):
            if label in by_label and label not in reached:
                footnote = by_label[label]
                reached[label] = footnote
                unread.append(footnote.blocks)
    return reached


def _by_label(footnotes: Iterable[Block]) -> Mapping[str, Footnote]:
    by_label: dict[str, Footnote] = {}
    for footnote in footnotes:
        if isinstance(footnote, Footnote):
            by_label.setdefault(footnote.label, footnote)
    return by_label


def _marked_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the label of each mark, in order."""
    for inline in inlines_in(blocks):
        if isinstance(inline, FootnoteMark):
            yield inline.label
