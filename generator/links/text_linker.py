"""Link one text: names become links, wikilinks are resolved, citations lead to their sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.links.allowance import LinkAllowance
from generator.links.checks import text_problems
from generator.links.marks import Mark, Reading, cut, marks_of
from generator.links.policy import PagePolicy
from generator.links.segments import Block, BlockKind, Cite, Link, Linked, Segment
from generator.links.wikilinks import read_wikilink
from generator.names.reading import Scanned
from generator.names.resolve import Mention
from generator.notes.index import Index
from generator.schema.values import parse_citations
from generator.text.markdown import escape
from generator.text.spans import Token, TokenKind, blocks, slug
from generator.text.verbatim import verbatim

_BLOCK_KINDS: Mapping[TokenKind, BlockKind] = {
    "heading": "heading",
    "break": "break",
    "fence": "fence",
    "indented": "indented",
}
"""Kinds of token that are a block by themselves and give it their name."""


def link_text(
    scanned: Scanned,
    policy: PagePolicy,
    index: Index,
    readings: Mapping[int, str],
) -> Linked:
    """Link one text, block by block, and report what is wrong in it."""
    linker = _TextLinker(
        text=scanned.passage.text,
        marks=marks_of(scanned, readings),
        index=index,
        allowance=LinkAllowance(policy),
    )
    tokens = iter(scanned.tokens)
    linked = [linker.block(block) for block in blocks(tokens)]
    problems = text_problems(scanned, policy, index)
    return Linked(tuple(linked), tuple(problems))


@dataclass(frozen=True, slots=True)
class _TextLinker:
    """Links the blocks of one text, in their order."""

    text: str
    marks: Mapping[int, Sequence[Mark]]
    """The marks of each text token, by its offset."""
    index: Index
    allowance: LinkAllowance

    def block(self, tokens: Sequence[Token]) -> Block:
        """Link one block."""
        kind = _BLOCK_KINDS.get(tokens[0].kind, "paragraph")
        if kind == "heading":
            self.allowance.begin_section()
        segments: list[Segment] = []
        for token in tokens:
            segments += self._segments(token)
        return Block(kind, tuple(segments))

    def _segments(self, token: Token) -> Iterator[Segment]:
        match token.kind:
            case "text":
                marks = self.marks.get(token.start, ())
                for piece in cut(self.text, token, marks):
                    yield self._piece(piece)
            case "wikilink":
                yield self._wikilink(token)
            case "citation":
                yield _citation(token)
            case "html":
                yield "&lt;"
            case _:
                yield verbatim(self.text, token)

    def _piece(self, piece: str | Mark) -> Segment:
        match piece:
            case Mention():
                return self._mention(piece)
            case Reading():
                return rf" \[*sic*: {escape(piece.text)}\]"
            case _:
                return piece

    def _mention(self, mention: Mention) -> Link:
        """Return a mention, as a link if its note and the policy of the page allow it."""
        note = mention.note
        shown = self.text[mention.start : mention.end]
        may_link = self.index.notes[note].fields.autolink
        is_link = may_link and self.allowance.use(note, shown)
        return Link(note, shown, is_link=is_link)

    def _wikilink(self, token: Token) -> Segment:
        """Return a link to the note that a wikilink names; its text if there is none."""
        wikilink = read_wikilink(token)
        note = wikilink.note(self.index)
        if note is None:
            return wikilink.shown
        self.allowance.note_linked(note.id)
        return Link(note.id, wikilink.shown, slug(wikilink.section))


def _citation(token: Token) -> Segment:
    """Return a citation, or no text if it cannot be read."""
    assert token.match  # noqa: S101 - only text has no match
    citations = parse_citations(token.match["cited"])
    if citations is None:
        return ""
    return Cite(citations)
