"""Problems of footnotes: without a mark, without words, twice the same, or only a citation."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, quoted, warning
from generator.notes.passages import Passage
from generator.schema.values import CITATION_FORM
from generator.text.plain import words_of
from generator.text.tree import Citation, Footnote, inlines_in, reached_footnotes


def footnote_problems(passage: Passage) -> Iterator[Diagnostic]:
    """Report footnotes that nothing leads to, that say nothing, or that are only a citation."""
    reading = passage.reading
    reached = reached_footnotes(reading.blocks, reading.footnotes)
    known: set[str] = set()
    for footnote in reading.footnotes:
        label = quoted(f"[^{footnote.label}]")
        origin = passage.origin(footnote.start)
        if footnote.label in known:
            message = f"another footnote above is called {label}"
            hint = "Give this one a mark of its own."
            yield Diagnostic(origin, "duplicate-footnote", message, hint)
        elif not footnote.blocks:
            message = f"the footnote {label} is empty"
            hint = "Write it behind the colon, or delete it and its mark."
            yield Diagnostic(origin, "unknown-footnote", message, hint)
        elif footnote.label not in reached:
            message = f"nothing in the text leads to the footnote {label}"
            hint = "Put its mark where the reader needs it, or delete it."
            yield warning(origin, "unused-footnote", message, hint)
        elif _only_cites(footnote):
            message = f"the footnote {label} is only a citation"
            hint = f"Cite the source in the text instead. {CITATION_FORM}"
            yield warning(origin, "footnote-citation", message, hint)
        known.add(footnote.label)


def _only_cites(footnote: Footnote) -> bool:
    inlines = list(inlines_in(footnote.blocks))
    has_citation = any(isinstance(inline, Citation) for inline in inlines)
    has_words = any(words_of([inline]) for inline in inlines)
    return has_citation and not has_words
