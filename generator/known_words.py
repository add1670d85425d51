"""Known words, among which the one is found that a misspelt word is closest to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

MIN_LIKENESS = 60
"""Twice the letters that two words share in order, of a hundred letters that both have."""
MAX_COMPARED = 500
"""Words that one word is compared with, so that it takes the same time however many are known."""
_GRAM_LENGTHS = (2, 3)


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Words by their folded forms; where there are many, also by runs of letters in these."""

    words: Mapping[str, str]
    by_gram: Mapping[str, Sequence[str]]
    fold: Callable[[str], str]

    @classmethod
    def of(
        cls, words: Iterable[str], fold: Callable[[str], str] = str.casefold
    ) -> "KnownWords":
        """Index words as ``fold`` makes them: names of notes, as names are compared."""
        # Of a title and an id that differ in case alone, the title is named.
        by_folded = {fold(word): word for word in sorted(words, reverse=True)}
        by_gram: defaultdict[str, list[str]] = defaultdict(list)
        if len(by_folded) > MAX_COMPARED:
            for folded in by_folded:
                for gram in _grams(folded):
                    by_gram[gram].append(folded)
        return cls(by_folded, by_gram, fold)

    def closest(self, word: str) -> str:
        """Return the known word that is closest to another, or an empty string."""
        folded = self.fold(word)
        found = process.extractOne(
            folded,
            self.compared(folded),
            scorer=fuzz.ratio,
            score_cutoff=MIN_LIKENESS,
        )
        return self.words[found[0]] if found else ""

    def compared(self, folded: str) -> Sequence[str]:
        """Return the words to compare a word with: of many, those that share its rarest grams."""
        if not self.by_gram:
            return list(self.words)
        found: dict[str, None] = {}
        for same in self._sharing(folded):
            found.update(dict.fromkeys(same[: MAX_COMPARED - len(found)]))
        return list(found)

    def _sharing(self, folded: str) -> Iterator[Sequence[str]]:
        """Yield the words that share a gram with a word, for each gram, the rarest first."""
        grams = self.by_gram.keys() & _grams(folded)
        for gram in sorted(grams, key=lambda gram: (len(self.by_gram[gram]), gram)):
            yield self.by_gram[gram]


def _grams(folded: str) -> set[str]:
    """Return the runs of letters in a word, which begins and ends with a space."""
    padded = f" {folded} "
    return {
        padded[start : start + length]
        for length in _GRAM_LENGTHS
        for start in range(len(padded) - length + 1)
    }
