"""Sources: the references of a page, how far each can be trusted, how to read it."""

from collections.abc import Iterable, Sequence

from generator.evidence.support import WEAK, unusable
from generator.facts.site import page_path
from generator.notes.model import Source
from generator.pages.base.citations import CitedSource, letters_of, pilcrow
from generator.pages.base.components import cell
from generator.pages.base.context import PageContext
from generator.pages.base.prose import cite, prose
from generator.schema.sources import Correction
from generator.schema.values import Citation
from generator.text.anchors import OURS
from generator.text.markdown import Markdown, escape, joined, link
from generator.text.plain import shortened

MAX_DIGEST = 240
"""Characters of a paragraph shown below a reference."""
MAX_AUTHORS = 3
"""If there are more, only the first is named."""


def references(page: PageContext, of_whole_page: Iterable[Citation]) -> Markdown:
    """Return the numbered list of every source cited so far, or by the page as a whole."""
    citations = page.citations
    sources = page.site.index.sources
    for citation in of_whole_page:
        source = sources.get(citation.source)
        if source:
            citations.add_unmarked(source, citation.paragraph)
    lines = []
    for cited in citations.so_far():
        number = cited.number
        anchor = f'<span id="{OURS}ref-{number}"></span>'
        entry = reference(page, cited)
        backs = back(cited)
        lines.append(f"{number}. {anchor}{entry}{backs}")
    return joined("\n", lines)


def reference(page: PageContext, cited: CitedSource) -> Markdown:
    """Return a source as the list of references names it, with the paragraphs cited."""
    source = cited.source
    named = _description(page, source)
    paragraphs = _paragraphs(cited)
    address = page.to(page_path(source))
    for id_ in paragraphs:
        paragraph = link(pilcrow(id_), f"{address}#{id_}")
        named.append(paragraph)
    parts = [", ".join(named), "."]
    if source.fields.reliability in WEAK:
        trust = reliability(source)
        parts.append(f" Reliability: {trust}.")
    for id_ in paragraphs:
        digest = _digest(source, id_)
        parts.append(digest)
    return joined("", parts)


def _paragraphs(cited: CitedSource) -> list[str]:
    """Return the paragraphs that are cited, in their order in the source."""
    found = set(cited.marks + cited.unmarked)
    found.discard("")
    return sorted(found, key=_number)


def _number(paragraph: str) -> int:
    number = paragraph.removeprefix("p")
    return int(number)


def _description(page: PageContext, source: Source) -> list[str]:
    """Return what is known of a source's authors, title, publisher and date."""
    fields = source.fields
    parts = [
        escape(_authors(fields.authors)),
        page.link(source),
        escape(fields.publisher),
        fields.published.label if fields.published else "",
    ]
    return [part for part in parts if part]


def _authors(names: Sequence[str]) -> str:
    if len(names) > MAX_AUTHORS:
        return f"{names[0]} and others"
    return ", ".join(names)


def _digest(source: Source, paragraph: str) -> str:
    """Return the beginning of a cited paragraph."""
    whole = source.paragraphs.get(paragraph, "")
    text = shortened(whole, MAX_DIGEST)
    if not text:
        return ""
    number = _number(paragraph)
    shown = escape(f"¶{number}: {text}")
    return f' <span class="digest" data-paragraph="{number}">{shown}</span>'


def back(cited: CitedSource) -> Markdown:
    """Return links from a reference to each mark that cites it, lettered if several do."""
    count = len(cited.marks)
    if count == 0:
        return Markdown()
    if count == 1:
        only = _back_link(cited, 1, "Back to text", "↑")
        return Markdown(f' <span class="backs">{only}</span>')
    links = []
    for occurrence in range(1, count + 1):
        letter = letters_of(occurrence)
        lettered = _back_link(cited, occurrence, f"Back to text {letter}", letter)
        links.append(lettered)
    shown = " ".join(links)
    return Markdown(f' <span class="backs">↑ {shown}</span>')


def _back_link(cited: CitedSource, occurrence: int, label: str, shown: str) -> str:
    number = cited.number
    address = f"#{OURS}cite-{number}-{occurrence}"
    return f'<a href="{address}" aria-label="{label}">{shown}</a>'


def source_entry(page: PageContext, source: Source) -> Markdown:
    """Return the line of a source in the list of all sources."""
    description = ", ".join(_description(page, source))
    trust = reliability(source)
    return Markdown(f"{description}. Reliability: {trust}.")


def source_link(page: PageContext, id_: str) -> Markdown:
    """Return a link to a source, or nothing if no source has this id."""
    sources = page.site.index.sources
    source = sources.get(id_)
    if source is None:
        return Markdown()
    return page.link(source)


def reliability(source: Source) -> Markdown:
    """Return how far a source can be trusted, as a word and a mark."""
    word = source.fields.reliability
    if not word:
        return Markdown("not assessed")
    return Markdown(f'<span class="trust {word}">{word}</span>')


def paragraph(number: int) -> Markdown:
    """Return a link to a paragraph of this source."""
    return link(f"¶{number}", f"#p{number}")


def reading(page: PageContext, correction: Correction) -> Markdown:
    """Return how to read a misprint in this source, and why, for a cell of a table."""
    text = escape(correction.read)
    if correction.link:
        name = page.name(correction.link)
        text = Markdown(f"{name}: {text}")
    if correction.why:
        why = prose(page, correction.why)
        text = Markdown(f"{text} ({why})")
    basis = cite(page, correction.basis)
    return cell(text + basis)


def why_unusable(page: PageContext, paragraph: str) -> Markdown:
    """Return why a paragraph of this source cannot be evidence, if it cannot."""
    source = page.document
    if not isinstance(source, Source):
        return Markdown()
    reasons = unusable(source, paragraph)
    marks = [f" **({reason})**" for reason in reasons]
    return joined("", marks)
