"""Names whose meaning is undecided, and those that are safe to link."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.names.context import Subject
from generator.names.reading import Scanned
from generator.names.resolve import Mention
from generator.writing.suggestions import Suggestion, occurrence, words_of

_OF_TABLES = frozenset({"label", "row"})


@dataclass(frozen=True, slots=True)
class Fix:
    """A name in the body of a note that is safe to make a wikilink."""

    path: str
    start: int
    """Offset in the body."""
    end: int
    note: str
    bar: str = "|"
    """What divides the wikilink; in a table, a bar follows a backslash."""


def suggest_links(
    read: Iterable[Scanned], subjects: Mapping[str, Subject]
) -> Iterator[Suggestion]:
    """Suggest a wikilink for each name that nothing on its page decides."""
    for text in read:
        for mention in _undecided(text):
            ids = " or ".join(mention.candidates)
            name = words_of(text, mention)
            best = _safe_candidate(text, mention, subjects) or "id"
            place = occurrence(text, mention.start, mention.end)
            yield Suggestion(
                kind="ambiguous-name",
                name=name,
                what=f"may mean {ids}, and nothing on the page decides which",
                remedy=f"Write [[{best}|{name}]], or the full name first.",
                places=(place,),
            )


def find_fixes(
    read: Iterable[Scanned], subjects: Mapping[str, Subject]
) -> Iterator[Fix]:
    """Yield the names in bodies that are safe to link."""
    for text in read:
        if not text.passage.is_body:
            continue
        for mention in _undecided(text):
            note = _safe_candidate(text, mention, subjects)
            if note:
                yield Fix(
                    path=text.document.path,
                    start=text.shown.source(mention.start),
                    end=text.shown.source_end(mention.end),
                    note=note,
                    bar=_bar(text, mention),
                )


def patched(text: str, body_offset: int, fixes: Iterable[Fix]) -> str:
    """Return the text of a file with some names of its body made wikilinks."""
    from_the_end = sorted(fixes, key=lambda fix: fix.start, reverse=True)
    for fix in from_the_end:
        start = body_offset + fix.start
        end = body_offset + fix.end
        words = text[start:end]
        text = f"{text[:start]}[[{fix.note}{fix.bar}{words}]]{text[end:]}"
    return text


def _bar(text: Scanned, mention: Mention) -> str:
    """Return the sign that divides a wikilink where a name is."""
    for unit in text.shown.units:
        if unit.start <= mention.start < unit.end and unit.kind in _OF_TABLES:
            return r"\|"
    return "|"


def _undecided(text: Scanned) -> Iterator[Mention]:
    for mention in text.mentions:
        if mention.step == "open":
            yield mention


def _safe_candidate(
    text: Scanned, mention: Mention, subjects: Mapping[str, Subject]
) -> str:
    """Return the only candidate that front matter ties to the page, else the only person."""
    candidates = mention.candidates
    page = text.document.id
    tied = [id_ for id_ in candidates if page in subjects[id_].related]
    if len(tied) == 1:
        return tied[0]
    if len(candidates) != 1:
        return ""
    only = candidates[0]
    return only if subjects[only].is_person else ""
