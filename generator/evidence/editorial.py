"""What editors may require of notes besides validity: each rule is a setting of the check."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from generator.diagnostics import Diagnostic, quoted, warning
from generator.evidence.sentences import Sentence, sentences_of
from generator.notes.model import Note, Place, Term, Topic
from generator.notes.passages import Passage, body_passage, passages
from generator.settings import Editorial
from generator.text.reader import read_line
from generator.text.shown import shown
from generator.text.words import count_words, plain_words

_CITE = "Cite one ([@source-id])"


@dataclass(frozen=True, slots=True)
class _CheckedText:
    """A text in which each sentence needs a source."""

    passage: Passage
    defines: bool = False
    """Whether its first sentence says what the note is about, which needs no source."""


def check_editorial(note: Note, rules: Editorial) -> Iterator[Diagnostic]:
    """Yield each breach of the site's editorial rules in a note."""
    for problem in _asked(note, rules):
        severity = rules.severity(problem.code)
        if severity:
            yield replace(problem, severity=severity)
    yield from _stale_exemptions(note)


def _asked(note: Note, rules: Editorial) -> Iterator[Diagnostic]:
    """Yield what a note lacks; the text of a broken note may not be all of it."""
    if not rules.levels:
        return
    if not note.is_broken:
        yield from _text(note)
        yield from _length(note, rules)
    if isinstance(note, Term):
        yield from _paragraphs(note)
    for checked in _checked_texts(note):
        yield from _sentences(note, checked)


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
    shown = body_passage(note).shown
    count = sum(count_words(shown.words(unit)) for unit in shown.units)
    if count < rules.min_words:
        wanted = f"at least {rules.min_words}"
    elif rules.max_words and count > rules.max_words:
        wanted = f"at most {rules.max_words}"
    else:
        return
    message = f"the explainer has {count} words; it should have {wanted}"
    yield Diagnostic(note.origin(), "explainer-length", message)


def _checked_texts(note: Note) -> Iterator[_CheckedText]:
    """Yield the texts in which each sentence needs a source.

    A term's texts define it, and the summary of an explainer says what it is about. The evidence
    of a claim is in its own fields; only a claim without evidence must cite in its texts.
    """
    fields = note.fields
    is_place = isinstance(note, Place)
    if not isinstance(note, Term):
        body = body_passage(note)
        yield _CheckedText(body, defines=is_place)
    if isinstance(note, Topic):
        answer = Passage(note.fields.answer, note.path)
        yield _CheckedText(answer)
    elif not isinstance(note, Term):
        summary = Passage(fields.summary, note.path)
        yield _CheckedText(summary, defines=is_place)
    for claim in fields.claims:
        if claim.for_ or claim.against:
            continue
        for text in (claim.says, claim.why):
            passage = Passage(text, note.path)
            yield _CheckedText(passage)


def _sentences(note: Note, checked: _CheckedText) -> Iterator[Diagnostic]:
    """Report each sentence that states something and cites nothing."""
    exempt = _exempt(note)
    found = sentences_of(checked.passage.shown)
    if checked.defines:
        next(found, None)
    for sentence in found:
        if not sentence.needs_source or sentence.words in exempt:
            continue
        message = f"the sentence {quoted(sentence.text)} cites no source"
        hint = f"{_CITE}, or list the sentence under 'uncited' if it needs none."
        origin = checked.passage.origin_of_word(sentence.start)
        yield Diagnostic(origin, "uncited-sentence", message, hint)


def _paragraphs(term: Term) -> Iterator[Diagnostic]:
    """Report each paragraph below a term's first heading that cites nothing.

    The text above it defines the word, which needs no source.
    """
    passage = body_passage(term)
    exempt = _exempt(term)
    for block in _blocks(term):
        is_definition = block[0].section == 0
        is_cited = any(sentence.is_cited for sentence in block)
        if is_definition or is_cited:
            continue
        needed = [sentence for sentence in block if sentence.words not in exempt]
        if not any(sentence.needs_source for sentence in needed):
            continue
        start = block[0].start
        text = " ".join(sentence.text for sentence in block)
        message = f"the paragraph {quoted(text)} cites no source"
        hint = f"{_CITE}, or list its sentences under 'uncited' if they need none."
        yield Diagnostic(
            passage.origin_of_word(start), "uncited-paragraph", message, hint
        )


def _blocks(term: Term) -> Iterator[list[Sentence]]:
    """Yield the sentences of each paragraph or list of a term."""
    found = sentences_of(body_passage(term).shown)
    for _, block in groupby(found, attrgetter("block")):
        yield list(block)


def _exempt(note: Note) -> frozenset[str]:
    """Return the words of each sentence that the writer says needs no source."""
    words = map(_words_of, note.fields.uncited)
    return frozenset(words)


def _words_of(sentence: str) -> str:
    """Return the words of a sentence, which may have links and emphasis as in the text."""
    return plain_words(shown(read_line(sentence)).text)


def _stale_exemptions(note: Note) -> Iterator[Diagnostic]:
    """Report sentences in 'uncited' that no text of the note has."""
    if note.is_broken or not note.fields.uncited:
        return
    written: set[str] = set()
    for passage in passages(note):
        found = sentences_of(passage.shown)
        written.update(sentence.words for sentence in found)
    hint = "Correct it, or remove it."
    for position, sentence in enumerate(note.fields.uncited):
        if _words_of(sentence) in written:
            continue
        message = f"uncited: the text has no sentence {quoted(sentence)}"
        origin = note.origin(("uncited", position))
        yield warning(origin, "unknown-sentence", message, hint)
