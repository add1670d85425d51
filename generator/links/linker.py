"""Link prose: names become links, wikilinks are resolved, citations tied to their sources."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Origin, did_you_mean, quoted, warning
from generator.evidence.readings import Readings
from generator.links.segments import Block, Cite, Link, Linked, LinkedTexts, Segment
from generator.names.context import Subject
from generator.names.matcher import Names
from generator.names.reading import Scanned, scan_document
from generator.names.resolve import Mention
from generator.notes.index import Index, known_names
from generator.notes.model import Note, Source
from generator.notes.references import check_citation
from generator.schema.citations import FORM, parse_citations
from generator.settings import LinkPolicy, Settings
from generator.text.addresses import unsafe_addresses
from generator.text.markdown import escape, one_line
from generator.text.normal import normal
from generator.text.spans import Token, blocks, headings, slug
from generator.text.verbatim import verbatim


@dataclass(frozen=True, slots=True)
class Linker:
    """What linking needs to know of the site."""

    index: Index
    names: Names
    subjects: Mapping[str, Subject]
    settings: Settings
    readings: Readings = field(default_factory=dict)

    def link(self, document: Note | Source) -> LinkedTexts:
        """Link all prose of a document, by its place, as its policy says.

        A name of the page itself stays plain.
        """
        page = self._page(document)
        texts = scan_document(document, self.index, self.names, self.subjects)
        return {text.passage.text.at: _Pass(self, text, page).run() for text in texts}

    def check_unlinked(self, document: Note | Source) -> Iterator[Diagnostic]:
        """Report what a page wants to stay unlinked but is no name of a note."""
        for position, name in enumerate(document.fields.unlinked):
            known = name in self.index.notes or self._is_name(normal(name))
            if not known:
                message = f"unlinked: no note is called {quoted(name)}"
                hint = did_you_mean(name, known_names(self.index)) or "Take it out."
                place = document.origin(("unlinked", position))
                yield warning(place, "unknown-note", message, hint)

    def _is_name(self, name: str) -> bool:
        return name in self.names.holders or name in self.names.forms

    def _page(self, document: Note | Source) -> "_Page":
        return _Page(
            document.id if isinstance(document, Note) else "",
            document.fields.link or self.settings.link,
            self.settings.max_links,
            frozenset(document.fields.unlinked),
            frozenset(map(_folded, document.fields.unlinked)),
        )


@dataclass(frozen=True, slots=True)
class _Page:
    """The page a text stands on, and which mentions on it become links."""

    own_id: str
    link: LinkPolicy
    max_links: int
    unlinked_notes: frozenset[str]
    unlinked_names: frozenset[str]


class _Pass:
    """One text on its way to being linked."""

    def __init__(self, linker: Linker, scanned: Scanned, page: _Page) -> None:
        self.linker, self.page = linker, page
        self.passage, self.tokens = scanned.passage, scanned.tokens
        self.text = self.passage.text
        self.found = scanned.mentions
        self.mentions = {
            mention.start: mention for mention in self.found if mention.note
        }
        self.starts = deque(sorted(self.mentions))
        self.problems: list[Diagnostic] = []
        place = (self.passage.path, self.text.at)
        self.readings = deque(sorted(linker.readings.get(place, {}).items()))
        self.seen: set[str] = set()
        """Notes that were linked, so that they need no link again."""
        self.in_section = 0
        self.segments: dict[str, Callable[[Token], Segment]] = {
            "wikilink": self._wikilink,
            "citation": self._citation,
            "html": self._html,
        }

    def run(self) -> Linked:
        """Link every block in order."""
        self._report_open()
        self._check_addresses()
        done = tuple(self._block(block) for block in blocks(iter(self.tokens)))
        return Linked(done, tuple(self.problems))

    def _block(self, tokens: list[Token]) -> Block:
        kind = (
            tokens[0].kind
            if tokens[0].kind in {"heading", "break", "fence", "indented"}
            else ""
        )
        if kind == "heading":
            self.in_section = 0
            if self.page.link == "first-in-section":
                self.seen = set()
        segments: list[Segment] = []
        for token in tokens:
            if token.kind == "text":
                segments += self._text(token)
            else:
                make = self.segments.get(token.kind)
                segments.append(make(token) if make else verbatim(self.text, token))
        return Block(kind or "paragraph", tuple(segments))

    def _text(self, token: Token) -> Iterator[Segment]:
        """Yield the text with its mentions, and how to read what it quotes wrong."""
        position = token.start
        while self.starts and self.starts[0] < token.end:
            mention = self.mentions[self.starts.popleft()]
            yield from self._words(position, mention.start)
            yield self._mention(mention.note, self.text[mention.start : mention.end])
            position = mention.end
        yield from self._words(position, token.end)

    def _words(self, start: int, end: int) -> Iterator[str]:
        """Yield words that name nobody; the reading of a misprint stands right behind it."""
        while self.readings and self.readings[0][0] <= end:
            offset, reading = self.readings.popleft()
            yield self.text[start : max(start, offset)]
            yield rf" \[*sic*: {escape(reading)}\]"
            start = max(start, offset)
        yield self.text[start:end]

    def _mention(self, target: str, text: str) -> Link:
        """Return a mention, a link if the policy of the page makes it one."""
        is_new = target not in self.seen or self.page.link == "all"
        is_link = is_new and self._may_link(target, text)
        if is_link:
            self.in_section += 1
            self.seen.add(target)
        return Link(target, text, is_link=is_link)

    def _may_link(self, target: str, text: str) -> bool:
        page = self.page
        return (
            target != page.own_id
            and page.link != "none"
            and not (page.max_links and self.in_section >= page.max_links)
            and target not in page.unlinked_notes
            and _folded(text) not in page.unlinked_names
            and self.linker.index.notes[target].fields.autolink
        )

    def _wikilink(self, token: Token) -> Segment:
        """Resolve ``[[name]]``, ``[[name|text]]`` or ``[[name#section|text]]``."""
        assert token.match  # noqa: S101 - only text has no match
        name, _, section = " ".join(token.match["target"].split()).partition("#")
        shown = (token.match["shown"] or name or section).replace("<", "&lt;")
        note = self.linker.index.resolve(name) if name else None
        if note is None:
            self._report_unknown(token, name)
            return shown
        anchor = slug(section)
        if section and anchor not in map(slug, headings(note.body)):
            message = f"{quoted(note.title)} has no section {quoted(section)}"
            hint = did_you_mean(section, headings(note.body))
            self._report(token, "unknown-section", message, hint)
        self.seen.add(note.id)
        return Link(note.id, shown, anchor)

    def _report_unknown(self, token: Token, name: str) -> None:
        index = self.linker.index
        if found := index.candidates(name):
            ids = ", ".join(note.id for note in found)
            hint = f"Write the id that is meant: {ids}."
            self._report(
                token,
                "ambiguous-name",
                f"{quoted(name)} is a name of several notes",
                hint,
            )
        elif index.is_draft(name):
            message = f"{quoted(name)} is a draft, so it has no page"
            origin = self._origin(token)
            hint = "It is shown without a link."
            self.problems.append(warning(origin, "draft-reference", message, hint))
        else:
            hint = (
                did_you_mean(name, known_names(index))
                or "Write a title, an alias or an id."
            )
            self._report(
                token, "unknown-note", f"no note is called {quoted(name)}", hint
            )

    def _citation(self, token: Token) -> Segment:
        assert token.match  # noqa: S101 - only text has no match
        citations = parse_citations(token.match["cited"])
        if citations is None:
            text = self.text[token.start : token.end]
            self._report(
                token, "bad-citation", f"{quoted(text)} is not a citation", FORM
            )
            return ""
        for citation in citations:
            if problem := check_citation(self.linker.index, citation):
                self._report(token, *problem)
        return Cite(citations)

    def _html(self, token: Token) -> Segment:
        hint = "Write &lt; for a less-than sign, or put code in backticks."
        problem = warning(
            self._origin(token), "raw-html", "HTML is shown as text", hint
        )
        self.problems.append(problem)
        return "&lt;"

    def _report_open(self) -> None:
        """Report each name that may mean several notes, once."""
        open_names: dict[str, Mention] = {}
        for mention in self.found:
            name = self.text[mention.start : mention.end]
            if mention.candidates[1:] and _folded(name) not in self.page.unlinked_names:
                open_names.setdefault(name, mention)
        for name, mention in open_names.items():
            hint = (
                f"It may mean {', '.join(mention.candidates)}: write [[id|{one_line(name)}]],"
                " or the full name before it."
            )
            place = self._origin(Token("text", mention.start, mention.end))
            message = f"{quoted(name)} may mean several notes, so it is no link"
            self.problems.append(warning(place, "ambiguous-name", message, hint))

    def _check_addresses(self) -> None:
        """Report addresses that may not be followed, anywhere but in blocks of code."""
        code = [token for token in self.tokens if token.kind in {"fence", "indented"}]
        for offset, address, hint in unsafe_addresses(self.text):
            if not any(token.start <= offset < token.end for token in code):
                place = Token("text", offset, offset)
                self._report(
                    place, "bad-link", f"{quoted(address)} is not allowed here", hint
                )

    def _report(self, token: Token, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Diagnostic(self._origin(token), code, message, hint))

    def _origin(self, token: Token) -> Origin:
        return self.passage.origin(token.start)


def _folded(name: str) -> str:
    """Return a name as a page's list of what it does not link is compared with."""
    return normal(name).casefold()
