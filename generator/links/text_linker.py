"""Link one text: names become links, wikilinks are resolved, citations lead to their sources."""

from collections import deque
from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, quoted, warning
from generator.links.checks import ambiguous_names, unsafe_links
from generator.links.policy import PagePolicy
from generator.links.segments import Block, Cite, Link, Linked, Segment
from generator.links.wikilinks import read_wikilink, unknown_note, unknown_section
from generator.names.reading import Scanned
from generator.names.resolve import Mention
from generator.notes.index import Index
from generator.notes.references import check_citation
from generator.schema.citations import FORM, parse_citations
from generator.text.markdown import escape
from generator.text.spans import Token, blocks, slug
from generator.text.verbatim import verbatim

_BLOCK_KINDS = frozenset(["heading", "break", "fence", "indented"])
"""Kinds of token that are a block by themselves and give it their name."""


class TextLinker:
    """Links one text, from its beginning to its end."""

    def __init__(
        self,
        scanned: Scanned,
        policy: PagePolicy,
        index: Index,
        readings: Mapping[int, str],
    ) -> None:
        self.scanned = scanned
        self.policy = policy
        self.index = index
        self.passage = scanned.passage
        self.text = scanned.passage.text
        self.mentions = deque(found for found in scanned.mentions if found.note)
        self.readings = deque(sorted(readings.items()))
        self.problems: list[Diagnostic] = []
        self.linked_notes: set[str] = set()
        """Notes that need no further link."""
        self.links_in_section = 0

    def run(self) -> Linked:
        """Link every block in order."""
        self.problems += ambiguous_names(self.scanned, self.policy)
        self.problems += unsafe_links(self.scanned)
        tokens = iter(self.scanned.tokens)
        linked = [self._block(block) for block in blocks(tokens)]
        return Linked(
            blocks=tuple(linked),
            problems=tuple(self.problems),
        )

    def _block(self, tokens: list[Token]) -> Block:
        kind = tokens[0].kind
        if kind not in _BLOCK_KINDS:
            kind = "paragraph"
        if kind == "heading":
            self._begin_section()
        segments: list[Segment] = []
        for token in tokens:
            segments += self._segments(token)
        return Block(kind, tuple(segments))

    def _begin_section(self) -> None:
        self.links_in_section = 0
        if self.policy.link == "first-in-section":
            self.linked_notes = set()

    def _segments(self, token: Token) -> Iterator[Segment]:
        match token.kind:
            case "text":
                yield from self._prose(token)
            case "wikilink":
                yield self._wikilink(token)
            case "citation":
                yield self._citation(token)
            case "html":
                yield self._html(token)
            case _:
                yield verbatim(self.text, token)

    def _prose(self, token: Token) -> Iterator[Segment]:
        """Yield text with its mentions, and the readings of what it quotes."""
        position = token.start
        while self.mentions and self.mentions[0].start < token.end:
            mention = self.mentions.popleft()
            yield from self._words(position, mention.start)
            yield self._mention(mention)
            position = mention.end
        yield from self._words(position, token.end)

    def _words(self, start: int, end: int) -> Iterator[str]:
        """Yield words that name no note; the reading of a misprint follows it."""
        while self.readings and self.readings[0][0] <= end:
            offset, reading = self.readings.popleft()
            offset = max(start, offset)
            yield self.text[start:offset]
            yield rf" \[*sic*: {escape(reading)}\]"
            start = offset
        yield self.text[start:end]

    def _mention(self, mention: Mention) -> Link:
        """Return a mention, as a link if the policy of the page makes it one."""
        note = mention.note
        shown = self.text[mention.start : mention.end]
        is_link = self._may_link(note, shown)
        if is_link:
            self.links_in_section += 1
            self.linked_notes.add(note)
        return Link(note, shown, is_link=is_link)

    def _may_link(self, note: str, shown: str) -> bool:
        policy = self.policy
        if policy.link == "none" or not policy.has_room(self.links_in_section):
            return False
        is_repeated = note in self.linked_notes
        if is_repeated and policy.link != "all":
            return False
        if policy.excludes(note, shown):
            return False
        return self.index.notes[note].fields.autolink

    def _wikilink(self, token: Token) -> Segment:
        """Return a link to the note that a wikilink names, or only its text."""
        wikilink = read_wikilink(token)
        origin = self.passage.origin(token.start)
        name, section, shown = wikilink.name, wikilink.section, wikilink.shown
        note = self.index.resolve(name) if name else None
        if note is None:
            problem = unknown_note(name, self.index, origin)
            self.problems.append(problem)
            return shown
        if section:
            self.problems += unknown_section(note, section, origin)
        self.linked_notes.add(note.id)
        return Link(note.id, shown, slug(section))

    def _citation(self, token: Token) -> Segment:
        """Return a citation, or no text if it cannot be read."""
        assert token.match  # noqa: S101 - only text has no match
        origin = self.passage.origin(token.start)
        citations = parse_citations(token.match["cited"])
        if citations is None:
            written = quoted(self.text[token.start : token.end])
            message = f"{written} is not a citation"
            problem = Diagnostic(origin, "bad-citation", message, FORM)
            self.problems.append(problem)
            return ""
        for citation in citations:
            found = check_citation(self.index, citation)
            if found:
                problem = Diagnostic(origin, *found)
                self.problems.append(problem)
        return Cite(citations)

    def _html(self, token: Token) -> Segment:
        """Return HTML as text, its less-than sign escaped."""
        origin = self.passage.origin(token.start)
        hint = "Write &lt; for a less-than sign, or put code in backticks."
        problem = warning(origin, "raw-html", "HTML is shown as text", hint)
        self.problems.append(problem)
        return "&lt;"
