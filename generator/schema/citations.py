"""Citations in prose: what they point to, and whether it is there."""

import re

from generator.schema.values import ID_PATTERN, Citation

_CITED = re.compile(rf"@?(?P<source>{ID_PATTERN.pattern})(?:#(?P<paragraph>p\d+))?")
FORM = "Write [@source-id], [@source-id#p4] or [@one; @another]."


def parse_citations(inside: str) -> tuple[Citation, ...] | None:
    """Read what stands between the brackets of ``[@a#p4; @b]``; None if it is no citation."""
    matches = [_CITED.fullmatch(part.strip()) for part in inside.split(";")]
    found = tuple(
        Citation(match["source"], match["paragraph"] or "")
        for match in matches
        if match
    )
    return found if len(found) == len(matches) else None
