"""Blocks as Markdown that every engine renders alike: CommonMark, and Python-Markdown.

The two disagree on much that writers type: how far a list is indented, what may follow a
paragraph without a blank line, where emphasis begins. What is written here is what they agree on;
where they agree on no Markdown, it is HTML.
"""

from generator.text.canonical.blocks import Canonical
from generator.text.canonical.inlines import Markup, inlines, link_destination

__all__ = ["Canonical", "Markup", "inlines", "link_destination"]
