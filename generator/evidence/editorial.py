"""What an editor may ask of notes beyond their being right: each rule is a setting of the check."""

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
"""What says that nothing was found, for which there is no source."""
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
    """Yield what each note lacks of what the site's editors ask for."""
    for note in index.notes.values():
        for problem in _asked(note, rules):
            if severity := rules.severity(problem.code):
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
    if not note.body.strip():
        message = f"{quoted(note.title)} has no text"
        yield Diagnostic(note.origin(), "no-text", message, "Write a sentence or two.")


def _length(note: Note, rules: Editorial) -> Iterator[Diagnostic]:
    """Report an explainer that is too short or too long to be read in a few minutes."""
    if not isinstance(note, Topic):
        return
    count = len(_WORD.findall(without_citations(note.body)))
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
        hint = f"{_CITE}, or list the sentence under 'uncited' if it needs none."
        message = f"the sentence {quoted(text)} cites no source"
        yield Diagnostic(
            passage.origin(sentence.start), "uncited-sentence", message, hint
        )


def _paragraphs(term: Term) -> Iterator[Diagnostic]:
    """Report each paragraph below a term's first heading that cites nothing.

    What stands above it says what the word means, which needs no source.
    """
    passage = body_passage(term)
    is_definition = True
    for block in _blocks(term.body):
        if block[0].kind == "heading":
            is_definition = False
        elif block[0].kind not in _NOT_PROSE and not is_definition:
            stretch = _stretch(term.body, block, block[0].start, block[-1].end)
            if stretch.text.strip() and not stretch.is_cited:
                message = (
                    f"the paragraph {quoted(one_line(stretch.text))} cites no source"
                )
                origin = passage.origin(stretch.start)
                yield Diagnostic(origin, "uncited-paragraph", message, f"{_CITE}.")


def _stale_exemptions(note: Note) -> Iterator[Diagnostic]:
    """Report what 'uncited' lists and the text no longer says."""
    written = {one_line(sentence.text) for sentence in _sentences_of(note.body)}
    for position, sentence in enumerate(note.fields.uncited):
        if one_line(sentence) not in written:
            message = f"uncited: the text has no sentence {quoted(sentence)}"
            origin = note.origin(("uncited", position))
            yield warning(
                origin, "unknown-sentence", message, "Correct it, or take it out."
            )


def _sentences_of(body: str) -> Iterator[_Stretch]:
    for block in _blocks(body):
        if block[0].kind in _NOT_PROSE:
            continue
        first, last = block[0].start, block[-1].end
        for start, end in sentences(body[first:last]):
            yield _stretch(body, block, first + start, first + end)


def _blocks(body: str) -> Iterator[list[Token]]:
    return blocks(scan(body))


def _stretch(body: str, block: list[Token], start: int, end: int) -> _Stretch:
    is_cited = any(
        token.kind == "citation" and start <= token.start < end for token in block
    )
    return _Stretch(start, body[start:end], is_cited)


def _states(sentence: str) -> bool:
    """Say whether a sentence states something that a source could bear out."""
    if not _WORD.search(sentence) or _RUN_IN_HEADING.fullmatch(sentence):
        return False
    is_lead_in = _ASSERTS_NOTHING.search(sentence)
    return not is_lead_in and not _NOT_FOUND.search(sentence)
