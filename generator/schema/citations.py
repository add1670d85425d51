"""Citations in prose: which sources and paragraphs they name."""

import re

from generator.schema.scalars import ID_PATTERN
from generator.schema.values import Citation

_CITED = re.compile(rf"@?(?P<source>{ID_PATTERN.pattern})(?:#(?P<paragraph>p\d+))?")
FORM = "Write [@source-id], [@source-id#p4] or [@one; @another]."


def parse_citations(inside: str) -> tuple[Citation, ...] | None:
    """Read the text between the brackets of ``[@a#p4; @b]``; None if it is no citation."""
    citations: list[Citation] = []
    for part in inside.split(";"):
        match = _CITED.fullmatch(part.strip())
        if match is None:
            return None
        citation = Citation(match["source"], match["paragraph"] or "")
        citations.append(citation)
    return tuple(citations)
