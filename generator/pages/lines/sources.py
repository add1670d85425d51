"""Sources: the references of a page, how far each can be trusted, how to read it."""

from collections.abc import Iterable, Sequence

from generator.evidence.support import WEAK, unusable
from generator.facts.site import page_path
from generator.notes.model import Source
from generator.pages.citations import CitedSource
from generator.pages.context import PageContext
from generator.pages.lines.components import BAR
from generator.pages.prose import cite, prose
from generator.schema.sources import Correction
from generator.schema.values import Citation
from generator.text.markdown import Markdown, escape
from generator.text.plain import shortened

MAX_DIGEST = 240
"""Letters of a paragraph that are shown below a reference."""
MAX_AUTHORS = 3
"""Of more authors, only the first is named."""


def references(page: PageContext, of_whole_page: Iterable[Citation]) -> Markdown:
    """Return the numbered list of every source cited so far, or by the page as a whole."""
    for citation in of_whole_page:
        source = page.site.index.sources.get(citation.source)
        if source:
            page.citations.add_unmarked(source, citation.paragraph)
    lines = [_numbered(page, cited) for cited in page.citations.so_far()]
    return Markdown("\n".join(lines))


def _numbered(page: PageContext, cited: CitedSource) -> str:
    anchor = f'<span id="ref-{cited.number}"></span>'
    return f"{cited.number}. {anchor}{reference(page, cited)}{back(cited)}"


def reference(page: PageContext, cited: CitedSource) -> Markdown:
    """Return a source as the list of references names it, with the paragraphs cited."""
    source = cited.source
    paragraphs = _paragraphs(cited)
    address = page.to(page_path(source))
    pins = [f"[¶{id_[1:]}]({address}#{id_})" for id_ in paragraphs]
    named = ", ".join([*_description(page, source), *pins])
    trust = ""
    if source.fields.reliability in WEAK:
        trust = f" Reliability: {reliability(source)}."
    digests = [_digest(source, id_) for id_ in paragraphs]
    return Markdown(f"{named}.{trust}{''.join(digests)}")


def _paragraphs(cited: CitedSource) -> list[str]:
    """Return the paragraphs that are cited, in their order in the source."""
    found = {id_ for id_ in (*cited.marks, *cited.unmarked) if id_}
    return sorted(found, key=lambda id_: int(id_[1:]))


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
    text = shortened(source.paragraphs.get(paragraph, ""), MAX_DIGEST)
    if not text:
        return ""
    number = paragraph[1:]
    shown = escape(f"¶{number}: {text}")
    return f' <span class="digest" data-paragraph="{number}">{shown}</span>'


def back(cited: CitedSource) -> Markdown:
    """Return links from a reference to each mark that cites it, lettered if several do."""
    count = len(cited.marks)
    if count == 0:
        return Markdown()
    if count == 1:
        return Markdown(f" {_back_link(cited.number, 1, 'Back to text', '↑')}")
    links = []
    for occurrence in range(1, count + 1):
        letter = letters(occurrence)
        label = f"Back to text {letter}"
        links.append(_back_link(cited.number, occurrence, label, letter))
    return Markdown(f' <span class="backs">↑ {" ".join(links)}</span>')


def _back_link(number: int, occurrence: int, label: str, shown: str) -> str:
    address = f"#cite-{number}-{occurrence}"
    return f'<a class="back" href="{address}" aria-label="{label}">{shown}</a>'


def letters(number: int) -> str:
    """Return a, b, … z, aa, ab, … for 1, 2, …."""
    before, last = divmod(number - 1, 26)
    letter = "abcdefghijklmnopqrstuvwxyz"[last]
    return letters(before) + letter if before else letter


def source_entry(page: PageContext, source: Source) -> Markdown:
    """Return the line of a source in the list of all sources."""
    description = ", ".join(_description(page, source))
    return Markdown(f"{description}. Reliability: {reliability(source)}.")


def source_link(page: PageContext, id_: str) -> Markdown:
    """Return a link to a source, or nothing if no source has this id."""
    source = page.site.index.sources.get(id_)
    return page.link(source) if source else Markdown()


def reliability(source: Source) -> Markdown:
    """Return how far a source can be trusted, as a word and a mark."""
    word = source.fields.reliability
    if not word:
        return Markdown("not assessed")
    return Markdown(f'<span class="trust {word}">{word}</span>')


def paragraph(number: int) -> Markdown:
    """Return a link to a paragraph of this source."""
    return Markdown(f"[¶{number}](#p{number})")


def reading(page: PageContext, correction: Correction) -> Markdown:
    """Return how to read a misprint in this source, and why, for a cell of a table."""
    link = f"{page.name(correction.link)}: " if correction.link else ""
    why = f" ({prose(page, correction.why)})" if correction.why else ""
    basis = cite(page, correction.basis)
    text = f"{link}{escape(correction.read)}{why}{basis}"
    return Markdown(BAR.sub(r"\|", text))


def standing(page: PageContext, paragraph: str) -> Markdown:
    """Return why a paragraph of this source cannot be evidence, if it cannot."""
    if not isinstance(page.document, Source):
        return Markdown()
    reasons = unusable(page.document, paragraph)
    marks = [f" **({reason})**" for reason in reasons]
    return Markdown("".join(marks))
