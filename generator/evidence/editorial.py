"""What editors may require of notes besides validity: each rule is a setting of the check."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic, quoted, warning
from generator.notes.index import Index
from generator.notes.model import Note, Place, Term, Topic
from generator.notes.passages import body_passage
from generator.settings import Editorial
from generator.text.markdown import one_line
from generator.text.plain import without_citations
from generator.text.sentences import sentences
from generator.text.spans import Token, blocks, scan

_ASSERTS_NOTHING = re.compile(r"[?:][*_\"')”’]*$")
"""How questions and lead-ins end."""
_NOT_FOUND = re.compile(
    r"\b(?:no|nothing|neither)\b.*\bfound\b", re.IGNORECASE | re.DOTALL
)
"""Words of sentences that say nothing was found, for which there is no source."""
_RUN_IN_HEADING = re.compile(r"(?:(?:[-*+]|\d+[.)]) )?\*\*[^*]+\*\*")
"""Bold words on their own, such as *What is next.*: they announce a paragraph."""
_WORD = re.compile(r"\w+")
_NOT_PROSE = frozenset({"heading", "break", "fence", "indented", "definition"})
_CITE = "Cite one ([@source-id])"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A piece of a body, and whether it cites a source."""

    start: int
    text: str
    is_cited: bool


def check_editorial(index: Index, rules: Editorial) -> Iterator[Diagnostic]:
    """Yield each breach of the site's editorial rules."""
    for note in index.notes.values():
        for problem in _asked(note, rules):
            severity = rules.severity(problem.code)
            if severity:
                yield replace(problem, severity=severity)
        yield from _stale_exemptions(note)


def _asked(note: Note, rules: Editorial) -> Iterator[Diagnostic]:
    yield from _text(note)
    yield from _length(note, rules)
    if isinstance(note, Term):
        yield from _paragraphs(note)
    else:
        yield from _sentences(note)


def _text(note: Note) -> Iterator[Diagnostic]:
    if note.body.strip():
        return
    message = f"{quoted(note.title)} has no text"
    hint = "Write a sentence or two."
    yield Diagnostic(note.origin(), "no-text", message, hint)


def _length(note: Note, rules: Editorial) -> Iterator[Diagnostic]:
    """Report an explainer that is too short or too long to be read in a few minutes."""
    if not isinstance(note, Topic):
        return
    text = without_citations(note.body)
    count = len(_WORD.findall(text))
    if count < rules.min_words:
        wanted = f"at least {rules.min_words}"
    elif rules.max_words and count > rules.max_words:
        wanted = f"at most {rules.max_words}"
    else:
        return
    message = f"the explainer has {count} words; it should have {wanted}"
    yield Diagnostic(note.origin(), "explainer-length", message)


def _sentences(note: Note) -> Iterator[Diagnostic]:
    """Report each sentence that states something and cites nothing.

    The first sentence of a place says what it is, which needs no source.
    """
    passage = body_passage(note)
    exempt = {one_line(sentence) for sentence in note.fields.uncited}
    found = _sentences_of(note.body)
    if isinstance(note, Place):
        next(found, None)
    for sentence in found:
        text = one_line(sentence.text)
        if sentence.is_cited or text in exempt or not _states(text):
            continue
        message = f"the sentence {quoted(text)} cites no source"
        hint = f"{_CITE}, or list the sentence under 'uncited' if it needs none."
        origin = passage.origin(sentence.start)
        yield Diagnostic(origin, "uncited-sentence", message, hint)


def _paragraphs(term: Term) -> Iterator[Diagnostic]:
    """Report each paragraph below a term's first heading that cites nothing.

    The text above it defines the word, which needs no source.
    """
    passage = body_passage(term)
    is_definition = True
    for block in _blocks(term.body):
        first, last = block[0], block[-1]
        if first.kind == "heading":
            is_definition = False
        if is_definition or first.kind in _NOT_PROSE:
            continue
        paragraph = _stretch(term.body, block, first.start, last.end)
        text = one_line(paragraph.text)
        if paragraph.is_cited or not text.strip():
            continue
        message = f"the paragraph {quoted(text)} cites no source"
        origin = passage.origin(paragraph.start)
        yield Diagnostic(origin, "uncited-paragraph", message, f"{_CITE}.")


def _stale_exemptions(note: Note) -> Iterator[Diagnostic]:
    """Report sentences in 'uncited' that the text no longer has."""
    found = _sentences_of(note.body)
    written = {one_line(sentence.text) for sentence in found}
    hint = "Correct it, or remove it."
    for position, sentence in enumerate(note.fields.uncited):
        if one_line(sentence) in written:
            continue
        message = f"uncited: the text has no sentence {quoted(sentence)}"
        origin = note.origin(("uncited", position))
        yield warning(origin, "unknown-sentence", message, hint)


def _sentences_of(body: str) -> Iterator[_Stretch]:
    for block in _blocks(body):
        first, last = block[0], block[-1]
        if first.kind in _NOT_PROSE:
            continue
        offset = first.start
        prose = body[offset : last.end]
        for start, end in sentences(prose):
            yield _stretch(body, block, offset + start, offset + end)


def _blocks(body: str) -> Iterator[list[Token]]:
    return blocks(scan(body))


def _stretch(body: str, block: list[Token], start: int, end: int) -> _Stretch:
    is_cited = False
    for token in block:
        is_inside = start <= token.start < end
        if is_inside and token.kind == "citation":
            is_cited = True
    return _Stretch(start, body[start:end], is_cited)


def _states(sentence: str) -> bool:
    """Say whether a sentence states something that a source could support."""
    if not _WORD.search(sentence):
        return False
    if _RUN_IN_HEADING.fullmatch(sentence):
        return False
    asserts_nothing = _ASSERTS_NOTHING.search(sentence) or _NOT_FOUND.search(sentence)
    return not asserts_nothing
