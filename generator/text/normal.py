"""Text as it is compared: one kind of space, quotation mark and dash; without accents."""

import unicodedata

# Characters that count as another within a name; one for one, so that offsets stay.
_VARIANTS = {
    " ": "\n\t\u00a0\u2007\u2009\u202f",
    "'": "\u2018\u2019\u02bc\u00b4",
    '"': "\u201c\u201d\u201e",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
}
_PLAIN_LETTERS = str.maketrans("øØłŁđĐıŧŦ", "oOlLdDitT")


def uniform(text: str) -> str:
    """Return text with one kind of space, apostrophe, quotation mark and dash; offsets stay."""
    for character, variants in _VARIANTS.items():
        for variant in variants:
            if variant in text:
                text = text.replace(variant, character)
    return text


def normal(name: str) -> str:
    """Return a name in the form under which it is registered."""
    composed = unicodedata.normalize("NFC", uniform(name))
    words = composed.split()
    return " ".join(words)


def without_marks(text: str) -> str:
    """Return text without diacritics: Muller for Müller."""
    decomposed = unicodedata.normalize("NFD", text)
    letters = [
        letter
        for letter in decomposed.translate(_PLAIN_LETTERS)
        if not unicodedata.combining(letter)
    ]
    return unicodedata.normalize("NFC", "".join(letters))
