"""Names that are ordinary words in the notes of a site."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.names.addresses import is_within_address
from generator.names.matcher import Holders, Names, compile_names, find_candidates
from generator.names.reading import Scanned
from generator.text.normal import comparable, fold
from generator.writing.suggestions import Suggestion, times, words_of


def suggest_fuller_names(read: Sequence[Scanned], names: Names) -> Iterator[Suggestion]:
    """Suggest a fuller name for each that occurs more often as an ordinary word than as a name."""
    name_of = _names_by_word(names)
    word_counts = _count_words(read, name_of)
    name_counts = _count_names(read)
    for word in sorted(word_counts):
        word_count, name_count = word_counts[word], name_counts[word]
        if word_count <= name_count:
            continue
        name = name_of[word]
        holders = names.holders[name]
        ids = ", ".join((*holders.full, *holders.short))
        yield Suggestion(
            kind="common-name",
            name=name,
            what=f"of {ids} is an ordinary word here: small {times(word_count)},"
            f" a name {times(name_count)}",
            remedy="Give it a fuller name, or set 'autolink: no' in its note.",
        )


def _names_by_word(names: Names) -> Mapping[str, str]:
    """Map the lower-case form of each name of a note to the name, unless it is a name itself."""
    found: dict[str, str] = {}
    for name, holders in names.holders.items():
        word = fold(name)
        if holders.possible and not names.has(word):
            found[word] = name
    return found


def _count_words(read: Iterable[Scanned], words: Iterable[str]) -> Counter[str]:
    """Count how often each word occurs in lower case."""
    known = compile_names({word: Holders((word,)) for word in words})
    counts: Counter[str] = Counter()
    for item in read:
        text = item.shown.text
        for found in find_candidates(text, item.shown.spans, known):
            written = text[found.start : found.end]
            is_in_address = is_within_address(text, found.start, found.end)
            if comparable(written) == found.name and not is_in_address:
                counts[found.name] += 1
    return counts


def _count_names(read: Iterable[Scanned]) -> Counter[str]:
    """Count how often each name is mentioned, by its lower-case form."""
    counts: Counter[str] = Counter()
    for text in read:
        for mention in text.mentions:
            word = fold(words_of(text, mention))
            counts[word] += 1
    return counts
