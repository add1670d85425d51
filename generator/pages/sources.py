"""The lines of sources: references and their backs, how far each can be trusted, how to read it."""

from collections.abc import Sequence

from generator.evidence.support import WEAK, unusable
from generator.facts.site import page_path
from generator.notes.model import Source
from generator.pages.components import BAR
from generator.pages.context import Writer
from generator.schema.sources import Correction
from generator.text.markdown import Markdown, escape
from generator.text.plain import shortened

DIGEST = 240
"""Letters of a paragraph that are shown below a reference."""
AUTHORS_SHOWN = 3
"""Of more authors than this, the first is named."""


def references(page: Writer) -> Markdown:
    """Return the numbered list of what the page has cited so far."""
    return Markdown(
        "\n".join(
            f'{number}. <span id="ref-{number}"></span>'
            f"{reference(page, source, paragraphs)}{back(page, number)}"
            for number, source, paragraphs in page.references()
        )
    )


def reference(page: Writer, source: Source, paragraphs: list[str]) -> Markdown:
    """Return the entry of a source in the list of references."""
    of = source.fields
    parts = [
        escape(_authors(of.authors)),
        page.link(source),
        escape(of.publisher),
        of.published.label if of.published else "",
    ]
    pinned = sorted(
        {paragraph for paragraph in paragraphs if paragraph}, key=_number_of
    )
    address = page.to(page_path(source))
    pins = ", ".join(
        f"[¶{paragraph[1:]}]({address}#{paragraph})" for paragraph in pinned
    )
    trust = f" Reliability: {reliability(source)}." if of.reliability in WEAK else ""
    digests = "".join(_digest(source, paragraph) for paragraph in pinned)
    return Markdown(
        ", ".join(part for part in (*parts, pins) if part) + "." + trust + digests
    )


def _digest(source: Source, paragraph: str) -> Markdown:
    """Return what a cited paragraph says, shortened, below its reference."""
    text = shortened(source.paragraphs.get(paragraph, ""), DIGEST)
    number = paragraph[1:]
    said = escape(f"¶{number}: {text}") if text else ""
    return Markdown(
        f' <span class="digest" data-paragraph="{number}">{said}</span>' if said else ""
    )


def back(page: Writer, number: int) -> Markdown:
    """Return links from a reference to each place that cites it, lettered if there are several."""
    source = next(id_ for id_, given in page.numbers.items() if given == number)
    count = len(page.cited[source])
    if count == 0:
        return Markdown()
    if count == 1:
        return Markdown(
            f' <a class="back" href="#cite-{number}-1" aria-label="Back to text">↑</a>'
        )
    links = (
        f'<a class="back" href="#cite-{number}-{place}" aria-label="Back to text {letters(place)}">'
        f"{letters(place)}</a>"
        for place in range(1, count + 1)
    )
    return Markdown(f' <span class="backs">↑ {" ".join(links)}</span>')


def source_entry(page: Writer, source: Source) -> Markdown:
    """Return the line of a source in the list of all."""
    of = source.fields
    when = of.published.label if of.published else ""
    authors = escape(_authors(of.authors))
    parts = ", ".join(
        filter(None, (authors, page.link(source), escape(of.publisher), when))
    )
    return Markdown(f"{parts}. Reliability: {reliability(source)}.")


def _authors(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= AUTHORS_SHOWN else f"{names[0]} and others"


def reliability(source: Source) -> Markdown:
    """Return how far a source can be trusted, in words and by a mark."""
    word = source.fields.reliability
    return Markdown(
        f'<span class="trust {word}">{word}</span>' if word else "not assessed"
    )


def reading(page: Writer, correction: Correction) -> Markdown:
    """Return how to read what a source prints wrong, and why."""
    link = f"{page.name(correction.link)}: " if correction.link else ""
    why = f" ({page.prose(correction.why)})" if correction.why else ""
    text = f"{link}{escape(correction.read)}{why}{page.cite(correction.basis)}"
    return Markdown(BAR.sub(r"\|", text))


def standing(page: Writer, paragraph: str) -> Markdown:
    """Return what keeps a paragraph of this source from being evidence."""
    marks = (
        unusable(page.document, paragraph) if isinstance(page.document, Source) else ()
    )
    return Markdown("".join(f" **({mark})**" for mark in marks))


def letters(number: int) -> str:
    """Return a, b, … z, aa, ab, … for 1, 2, …."""
    before, last = divmod(number - 1, 26)
    return (letters(before) if before else "") + "abcdefghijklmnopqrstuvwxyz"[last]


def _number_of(paragraph: str) -> int:
    return int(paragraph[1:])
