"""Markup that its writer meant and Markdown does not read: it would be printed as it is."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from generator.codes import Code
from generator.diagnostics import Diagnostic, Severity, quoted
from generator.names.reading import Scanned
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.notes.passages import title_passage
from generator.schema.values import CITATION_FORM
from generator.schema.yaml.slips import HIDDEN
from generator.text.tree import Text

_MAX_SHOWN = 40
_WHOLE = re.compile(
    r"""
    \[\[[^\[\]\n]*\]\]
    | \[[^\[\]\n]*\]
    | \]\([^()\n]*\)
    | @[\w-]+
    | ==[^=\n]*==
    | \^\[[^\[\]\n]*\]
    | \^[\w-]+
    """,
    re.VERBOSE,
)
"""A piece of markup from its beginning to its end, if both are in one line."""
_UNREAD = re.compile(
    r"""
    (?P<html> <(?=[A-Za-z/!?]) )
    | (?P<citation> \[@ )
    | (?P<wikilink> \[\[+ )
    | (?P<link> \]\( )
    | (?P<footnote> \[\^[^\[\]\n]{1,80}\] )
    | (?P<inline_footnote> \^\[(?=[^\[\]\n]{1,400}\]) )
    | (?P<comment> %% )
    | (?P<attributes> \{:?[ ]?[#.][\w-]{1,80}[ ]?\}$ )
    | (?P<heading> ^\#{2,7}(?=\w) | ^\#{7}(?=\ ) )
    | (?P<admonition> ^(?:!!!|\?\?\?\+?)[ ]\w )
    | (?P<callout> ^\[![A-Za-z][\w-]{0,40}\][+-]? )
    | (?P<highlight> (?<!=)==(?=[^\s=])[^=\n]{0,200}(?<=\S)==(?!=) )
    | (?P<block> (?<!\S)\^[A-Za-z0-9][A-Za-z0-9-]+$ )
    """,
    re.VERBOSE | re.MULTILINE,
)
_SIGN = re.compile(r"[<\[\]^{#%=]")
"""What any piece of markup has, except for boxes."""
_MEANT_IN_TITLES = frozenset("[]@")
"""What a link, a wikilink or a citation has, one of each."""
_SIGNS_OF_BOXES = ("!!!", "???")
_NEAR_CITATION = re.compile(
    r"""
    \[(?:see|cf\.?|compare|e\.g\.|also)\ [^\[\]@]{0,80} @[a-z0-9][^\[\]]{0,80}\]
    | (?<![\w/.@[-]) @(?P<source>[a-z0-9][a-z0-9-]*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A citation as other programs write it, or without its brackets."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a piece of markup, and what would do."""

    code: Code
    message: str
    hint: str
    severity: Severity = Severity.ERROR


_FAULTS: Mapping[str, _Fault] = {
    "html": _Fault(
        "raw-html",
        "HTML is shown as text",
        "Write &lt; for a less-than sign, or put code in backticks.",
        Severity.WARNING,
    ),
    "citation": _Fault("bad-citation", "{text} is not a citation", CITATION_FORM),
    "wikilink": _Fault(
        "bad-link",
        "{text} is not a wikilink",
        "Write [[name]] or [[name|words]], in a table [[name\\|words]]; \\[ shows a bracket.",
    ),
    "link": _Fault(
        "bad-link",
        "{text} is not read as a link",
        "An address has no spaces and ends with ). Write \\] to show a bracket.",
    ),
    "footnote": _Fault(
        "unknown-footnote",
        "no footnote is called {text}",
        "Write it on a line of its own in the same text, behind its mark and a colon.",
    ),
    "inline_footnote": _Fault(
        "unknown-markup",
        "{text} is not a footnote",
        "Write [^1] here, and [^1]: with its text on a line below.",
        Severity.WARNING,
    ),
    "comment": _Fault(
        "unclosed-comment",
        "the comment that begins here is not closed",
        "Write %% where it ends, or \\%% to show the signs.",
    ),
    "attributes": _Fault(
        "unknown-markup",
        "{text} gives no anchor and no class",
        "Delete it: the anchor of a heading is made of its words.",
        Severity.WARNING,
    ),
    "heading": _Fault(
        "unknown-markup",
        "{text} does not begin a heading",
        "Write up to six # and a space behind them.",
        Severity.WARNING,
    ),
    "admonition": _Fault(
        "unknown-markup",
        "{text} does not begin a box",
        "Write > [!NOTE] on a line, and the text below it behind >.",
        Severity.WARNING,
    ),
    "callout": _Fault(
        "unknown-markup",
        "{text} does not begin a box",
        "Write > [!NOTE], TIP, IMPORTANT, WARNING or CAUTION, with nothing behind it.",
        Severity.WARNING,
    ),
    "highlight": _Fault(
        "unknown-markup",
        "{text} is not highlighted",
        "Write **words** to stress them.",
        Severity.WARNING,
    ),
    "block": _Fault(
        "unknown-markup",
        "{text} is shown to readers: paragraphs have no names here",
        "Delete it, and link to the section instead.",
        Severity.WARNING,
    ),
}


def unread_markup(scanned: Scanned, index: Index) -> Iterator[Diagnostic]:
    """Report each piece of markup in the words of a text, unless the writer escaped it."""
    text = scanned.shown.text
    if _may_have_markup(text):
        for match in _UNREAD.finditer(text):
            if _is_typed(scanned, match):
                yield _diagnostic(scanned, match, _FAULTS[match.lastgroup or ""])
    if "@" in text:
        yield from _near_citations(scanned, index)
    yield from _hidden(scanned)


def unread_in_title(document: Note | Source, index: Index) -> Iterator[Diagnostic]:
    """Report links and citations in the heading of a page that are not read as they were meant.

    A title in the front matter is shown as it is typed, whatever is in it.
    """
    passage = title_passage(document)
    if passage is None or _MEANT_IN_TITLES.isdisjoint(passage.text):
        return
    scanned = Scanned(document, passage, passage.shown, ())
    for problem in unread_markup(scanned, index):
        if problem.code in {"bad-citation", "bad-link"}:
            yield problem


def _may_have_markup(text: str) -> bool:
    """Say whether a text has any sign of markup; most have none, once their Markdown is read."""
    has_sign = _SIGN.search(text) is not None
    return has_sign or any(sign in text for sign in _SIGNS_OF_BOXES)


def _near_citations(scanned: Scanned, index: Index) -> Iterator[Diagnostic]:
    text = scanned.shown.text
    for match in _NEAR_CITATION.finditer(text):
        is_meant = not match["source"] or match["source"] in index.sources
        if is_meant and _is_typed(scanned, match) and not _is_in_link(scanned, match):
            yield _diagnostic(scanned, match, _FAULTS["citation"])


def _is_typed(scanned: Scanned, match: re.Match[str]) -> bool:
    """Say whether the writer typed a piece of markup as it is, without an escape or entity."""
    source = scanned.passage.reading.source
    start = scanned.shown.source(match.start())
    end = scanned.shown.source_end(match.end())
    return source[start:end] == match[0] and not _is_escaped(source, start)


def _is_escaped(source: str, offset: int) -> bool:
    """Say whether an odd number of backslashes is before an offset."""
    first = offset
    while source[first - 1 : first] == "\\":
        first -= 1
    return (offset - first) % 2 == 1


def _is_in_link(scanned: Scanned, match: re.Match[str]) -> bool:
    """Say whether a piece of markup is among the words of a link."""
    links = scanned.shown.links
    before = bisect_right(links, match.start(), key=itemgetter(0))
    return any(match.start() < end for _, end in links[:before][-1:])


def _diagnostic(scanned: Scanned, match: re.Match[str], fault: _Fault) -> Diagnostic:
    written = _written(scanned, match)
    return Diagnostic(
        origin=scanned.passage.origin_of_word(match.start()),
        code=fault.code,
        message=fault.message.replace("{text}", quoted(written)),
        hint=fault.hint,
        severity=fault.severity,
    )


def _written(scanned: Scanned, match: re.Match[str]) -> str:
    """Return the whole of a piece of markup as its writer typed it, or its first line."""
    source = scanned.passage.reading.source
    start = scanned.shown.source(match.start())
    whole = _WHOLE.match(source, start, start + _MAX_SHOWN)
    if whole:
        return whole[0]
    line, _, _ = source[start : start + _MAX_SHOWN].partition("\n")
    return line


def _hidden(scanned: Scanned) -> Iterator[Diagnostic]:
    """Report each character that an entity hides in the text."""
    for stretch in scanned.shown.stretches:
        source = stretch.source
        if not isinstance(source, Text) or source.is_literal:
            continue
        for match in HIDDEN.finditer(source.text):
            number = ord(match[0])
            yield Diagnostic(
                origin=scanned.passage.origin(source.start),
                code="bad-character",
                message=f"the character U+{number:04X} is invisible",
                hint="Delete its entity.",
            )
