"""Link prose: names become links, wikilinks are resolved, citations tied to their sources."""

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.addresses import unsafe_addresses
from generator.diagnostics import Diagnostic, Origin, did_you_mean, quoted, warning
from generator.evidence import FORM, parse_citations
from generator.fields import Prose
from generator.index import Index, check_citation, known_names
from generator.markdown import escape, escape_html, one_line
from generator.mentions import Context, Mention, Subject, find_mentions
from generator.model import Note, Source
from generator.names import Names
from generator.prose import Token, blocks, headings, line_and_column, scan, slug
from generator.segments import Block, Cite, Link, Linked, Segment
from generator.statements import walk
from generator.subjects import page_of

MAX_NESTING = 50
"""So many brackets may be open at once within a block."""
_PLAIN_ADDRESS = re.compile(r"https?://[\w./?=&%#:~+,@;-]+")


@dataclass(frozen=True, slots=True)
class Linker:
    """What linking needs to know of the site."""

    index: Index
    names: Names
    subjects: Mapping[str, Subject]

    def link(self, document: Note | Source) -> Mapping[str, Linked]:
        """Link all prose of a document, by its text: names at their first mention in each section.

        A name of the page itself stays plain.
        """
        page = page_of(document, self.index)
        at = Origin(document.path, document.body_line)
        linked: dict[str, Linked] = {}
        if isinstance(document, Note):
            body = _Pass(self, document.body, page, at, is_body=True)
            linked[document.body] = body.run()
            page = replace(page, named=frozenset(body.named))
        else:
            for text in document.paragraphs.values():
                linked[text] = _Pass(self, text, page, at, is_body=False).run()
        for path, text in walk(document.fields, Prose):
            if text:
                place = document.origin(path)
                linked[str(text)] = _Pass(self, text, page, place, is_body=False).run()
        return linked


class _Pass:
    """One text on its way to being linked."""

    def __init__(
        self, linker: Linker, text: str, page: Context, at: Origin, *, is_body: bool
    ) -> None:
        self.linker, self.text, self.page, self.own_id = linker, text, page, page.own_id
        self.named: set[str] = set()
        self.at, self.is_body = at, is_body
        self.problems: list[Diagnostic] = []
        self.seen: set[str] = {self.own_id}
        self.segments: dict[str, Callable[[Token], Segment]] = {
            "wikilink": self._wikilink,
            "citation": self._citation,
            "html": self._html,
            "link": self._link,
        }

    def run(self) -> Linked:
        """Link every block in order."""
        tokens = list(scan(self.text))
        spans = [(token.start, token.end) for token in tokens if token.kind == "text"]
        found = list(
            find_mentions(self.text, spans, self.linker.names, self.linker.subjects, self.page)
        )
        self._report_open(found)
        self.mentions = {mention.start: mention for mention in found if mention.note}
        self.named |= {mention.note for mention in found if mention.step == "unique"}
        self.starts = deque(sorted(self.mentions))
        self._check_addresses(tokens)
        done = tuple(self._block(block) for block in blocks(iter(tokens)))
        return Linked(done, tuple(self.problems))

    def _block(self, tokens: list[Token]) -> Block:
        self._check_nesting(tokens)
        kind = tokens[0].kind if tokens[0].kind in {"heading", "break", "fence", "indented"} else ""
        if kind == "heading":
            self.seen = {self.own_id}
        segments: list[Segment] = []
        for token in tokens:
            if token.kind == "text":
                segments += self._text(token)
            else:
                segment = self.segments.get(token.kind, self._verbatim)(token)
                segments.append(segment)
        return Block(kind or "paragraph", tuple(segments))

    def _verbatim(self, token: Token) -> str:
        """Keep what is no text, but no < of it: where Markdown reads code is Markdown's own view.

        So code that holds < is marked up here, and nothing a writer typed can become a tag.
        """
        text = self.text[token.start : token.end]
        if "<" not in text:
            return text
        if token.kind == "fence":
            lines = text.split("\n")[1:-1]
            return f"<pre><code>{escape_html(chr(10).join(lines))}</code></pre>"
        if token.kind == "code" and token.match:
            ticks = len(token.match["ticks"])
            return f"<code>{escape(text[ticks:-ticks].strip())}</code>"
        if token.kind == "autolink" and _PLAIN_ADDRESS.fullmatch(text[1:-1]):
            return f"[{escape(text[1:-1])}]({text[1:-1]})"
        return text.replace("<", "&lt;")

    def _text(self, token: Token) -> Iterator[Segment]:
        """Yield the text with its mentions; the first of each note in a section is a link."""
        position = token.start
        while self.starts and self.starts[0] < token.end:
            mention = self.mentions[self.starts.popleft()]
            yield self.text[position : mention.start]
            yield self._mention(mention.note, self.text[mention.start : mention.end])
            position = mention.end
        yield self.text[position : token.end]

    def _mention(self, target: str, text: str, anchor: str = "") -> Link:
        is_first = target not in self.seen
        self.seen.add(target)
        return Link(target, text, anchor, is_first)

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
                token, "ambiguous-name", f"{quoted(name)} is a name of several notes", hint
            )
        elif index.is_draft(name):
            message = f"{quoted(name)} is a draft, so it has no page"
            origin = self._origin(token)
            hint = "It is shown without a link."
            self.problems.append(warning(origin, "draft-reference", message, hint))
        else:
            hint = did_you_mean(name, known_names(index)) or "Write a title, an alias or an id."
            self._report(token, "unknown-note", f"no note is called {quoted(name)}", hint)

    def _citation(self, token: Token) -> Segment:
        assert token.match  # noqa: S101 - only text has no match
        citations = parse_citations(token.match["cited"])
        if citations is None:
            text = self.text[token.start : token.end]
            self._report(token, "bad-citation", f"{quoted(text)} is not a citation", FORM)
            return ""
        for citation in citations:
            if problem := check_citation(self.linker.index, citation):
                self._report(token, *problem)
        return Cite(citations)

    def _html(self, token: Token) -> Segment:
        hint = "Write &lt; for a less-than sign, or put code in backticks."
        problem = warning(self._origin(token), "raw-html", "HTML is shown as text", hint)
        self.problems.append(problem)
        return "&lt;"

    def _report_open(self, found: list[Mention]) -> None:
        """Report each name that may mean several notes, once."""
        open_names: dict[str, Mention] = {}
        for mention in found:
            if mention.candidates[1:]:
                open_names.setdefault(self.text[mention.start : mention.end], mention)
        for name, mention in open_names.items():
            hint = (
                f"It may mean {', '.join(mention.candidates)}: write [[id|{one_line(name)}]],"
                " or the full name before it."
            )
            place = self._origin(Token("text", mention.start, mention.end))
            message = f"{quoted(name)} may mean several notes, so it is no link"
            self.problems.append(warning(place, "ambiguous-name", message, hint))

    def _check_nesting(self, tokens: list[Token]) -> None:
        """Report a block whose brackets would keep Markdown, which is quadratic in them, busy."""
        start, end = tokens[0].start, tokens[-1].end
        if self.text.count("[", start, end) <= MAX_NESTING:
            return
        steps = (1 if mark == "[" else -1 for mark in self.text[start:end] if mark in "[]")
        if max(accumulate(steps), default=0) > MAX_NESTING:
            message = f"more than {MAX_NESTING} brackets are open at once"
            self._report(tokens[0], "bad-nesting", message, "Close them, or put code in backticks.")

    def _link(self, token: Token) -> Segment:
        """Keep a link, its address without the angle brackets that Markdown allows around it."""
        assert token.match  # noqa: S101 - only text has no match
        address = token.match["address"] or ""
        text = self.text[token.start : token.end]
        return text.replace(f"<{address}>", address).replace("<", "&lt;")

    def _check_addresses(self, tokens: list[Token]) -> None:
        """Report addresses that may not be followed, anywhere but in blocks of code."""
        code = [token for token in tokens if token.kind in {"fence", "indented"}]
        for offset, address, hint in unsafe_addresses(self.text):
            if not any(token.start <= offset < token.end for token in code):
                place = Token("text", offset, offset)
                self._report(place, "bad-link", f"{quoted(address)} is not allowed here", hint)

    def _report(self, token: Token, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Diagnostic(self._origin(token), code, message, hint))

    def _origin(self, token: Token) -> Origin:
        if not self.is_body:
            return self.at
        line, column = line_and_column(self.text, token.start)
        return Origin(self.at.path, self.at.line + line, column)
