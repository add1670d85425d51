"""Where a text has quotations and brackets, in any of the marks the world writes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLOSING_SIGNS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "‹": "›",
    "»": "«",
    "›": "‹",
    "”": "”",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "＂": "＂",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "〝": "〞〟",
    "(": ")",
    "（": "）",
    "[": "]",
    "【": "】",
}
"""What may close a quotation or a bracket, by the sign that opens it."""
_BRACKETS = frozenset("([（【")
_AMBIGUOUS = frozenset('"”»›＂‘‚')
"""Signs that open something only before a word; elsewhere they close, or are apostrophes."""
_ENDS_WORD = re.compile(r"[^\W_]|[.,!?…]")
_BEGINS_WORD = re.compile(r"\S")
_WITHIN_WORD = r"(?![’‘\"]\w)"
"""Rules out apostrophes, and straight marks that open a quotation."""
_OPENING = re.compile("[" + re.escape("".join(_CLOSING_SIGNS)) + "]")


def _closing(opening: str, closing: str) -> re.Pattern[str]:
    """Return what ends the search for a closing sign: it, or the same opening sign again."""
    again = re.escape(opening)
    return re.compile(rf"(?P<closing>{_WITHIN_WORD}[{re.escape(closing)}])|{again}")


_CLOSING = {
    opening: _closing(opening, closing) for opening, closing in _CLOSING_SIGNS.items()
}


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A quotation or a bracket, from its opening sign to its closing one."""

    start: int
    end: int
    """Offset of the closing sign."""
    is_quotation: bool


def enclosed(text: str) -> Iterator[Enclosed]:
    """Yield the outermost quotations and brackets that are closed, in order.

    Takes linear time: a search for a closing sign ends at the next opening one, and a sign that is
    not found is not searched for again.
    """
    never_closed: set[str] = set()
    position = 0
    while opening := _OPENING.search(text, position):
        sign = opening[0]
        position = opening.end()
        if sign in never_closed or not _opens(text, opening.start()):
            continue
        closing = _CLOSING[sign].search(text, position)
        if closing is None:
            never_closed.add(sign)
            continue
        if not closing["closing"]:
            position = closing.start()
            continue
        yield Enclosed(opening.start(), closing.start(), sign not in _BRACKETS)
        position = closing.end()


def _opens(text: str, position: int) -> bool:
    """Say whether a sign opens something, by what is around it."""
    if text[position] not in _AMBIGUOUS:
        return True
    if _ENDS_WORD.match(text, max(0, position - 1), position):
        return False
    return _BEGINS_WORD.match(text, position + 1) is not None
