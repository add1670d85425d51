"""Citations in prose: what they point to, and whether it is there."""

import re

from generator.fields import ID_PATTERN, Citation
from generator.markdown import one_line

_CITED = re.compile(rf"@?(?P<source>{ID_PATTERN.pattern})(?:#(?P<paragraph>p\d+))?")
FORM = "Write [@source-id], [@source-id#p4] or [@one; @another]."


def parse_citations(inside: str) -> tuple[Citation, ...] | None:
    """Read what stands between the brackets of ``[@a#p4; @b]``; None if it is no citation."""
    matches = [_CITED.fullmatch(part.strip()) for part in inside.split(";")]
    found = tuple(Citation(match["source"], match["paragraph"] or "") for match in matches if match)
    return found if len(found) == len(matches) else None


def without_citations(prose: str) -> str:
    """Return prose as plain words: no citations, no marks of wikilinks or emphasis."""
    text = re.sub(r"\s*\[@[^\[\]]*\]", "", prose)
    text = re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", text)
    return re.sub(r"[*`]", "", text)


def shortened(prose: str, length: int) -> str:
    """Return prose in plain words on one line, cut at a word if it is longer than allowed."""
    plain = one_line(without_citations(prose))
    return plain if len(plain) <= length else plain[:length].rsplit(" ", 1)[0] + " …"
