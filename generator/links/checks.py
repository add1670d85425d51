"""Problems of a text: names, wikilinks and citations that lead nowhere, unsafe links, HTML."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, quoted, warning
from generator.links.policy import PagePolicy
from generator.links.wikilinks import check_wikilink, read_wikilink
from generator.names.reading import Scanned
from generator.names.resolve import Mention
from generator.notes.index import Index
from generator.notes.passages import Passage
from generator.notes.references import check_citation
from generator.schema.values import CITATION_FORM, parse_citations
from generator.text.addresses import unsafe_addresses
from generator.text.markdown import one_line
from generator.text.spans import Token


def text_problems(
    scanned: Scanned, policy: PagePolicy, index: Index
) -> Iterator[Diagnostic]:
    """Yield everything that is wrong in a text."""
    yield from _ambiguous_names(scanned, policy)
    yield from _unsafe_links(scanned)
    for token in scanned.tokens:
        match token.kind:
            case "wikilink":
                origin = scanned.passage.origin(token.start)
                yield from check_wikilink(read_wikilink(token), index, origin)
            case "citation":
                yield from _bad_citations(token, scanned.passage, index)
            case "html":
                yield _raw_html(token, scanned.passage)


def _bad_citations(
    token: Token, passage: Passage, index: Index
) -> Iterator[Diagnostic]:
    """Report a citation that cannot be read, or that names no source or paragraph."""
    assert token.match  # noqa: S101 - only text has no match
    origin = passage.origin(token.start)
    citations = parse_citations(token.match["cited"])
    if citations is None:
        written = quoted(passage.text[token.start : token.end])
        message = f"{written} is not a citation"
        yield Diagnostic(origin, "bad-citation", message, CITATION_FORM)
        return
    for citation in citations:
        problem = check_citation(index, citation)
        if problem:
            yield Diagnostic(origin, *problem)


def _raw_html(token: Token, passage: Passage) -> Diagnostic:
    """Warn that a tag is shown, not obeyed."""
    origin = passage.origin(token.start)
    hint = "Write &lt; for a less-than sign, or put code in backticks."
    return warning(origin, "raw-html", "HTML is shown as text", hint)


def _ambiguous_names(scanned: Scanned, policy: PagePolicy) -> Iterator[Diagnostic]:
    """Report each name that may mean several notes, once."""
    passage = scanned.passage
    first_mentions: dict[str, Mention] = {}
    for mention in scanned.mentions:
        if len(mention.candidates) > 1:
            name = passage.text[mention.start : mention.end]
            first_mentions.setdefault(name, mention)
    for name, mention in first_mentions.items():
        if policy.is_unlinked_name(name):
            continue
        ids = ", ".join(mention.candidates)
        message = f"{quoted(name)} may mean several notes, so it is not linked"
        hint = (
            f"It may mean {ids}: write [[id|{one_line(name)}]], or the full name first."
        )
        origin = passage.origin(mention.start)
        yield warning(origin, "ambiguous-name", message, hint)


def _unsafe_links(scanned: Scanned) -> Iterator[Diagnostic]:
    """Report each address that may not be followed, anywhere but in blocks of code."""
    passage = scanned.passage
    for offset, address, hint in unsafe_addresses(passage.text):
        if _is_in_code(scanned, offset):
            continue
        message = f"the address {quoted(address)} is not allowed"
        origin = passage.origin(offset)
        yield Diagnostic(origin, "bad-link", message, hint)


def _is_in_code(scanned: Scanned, offset: int) -> bool:
    for token in scanned.tokens:
        is_code = token.kind in {"fence", "indented"}
        if is_code and token.start <= offset < token.end:
            return True
    return False
