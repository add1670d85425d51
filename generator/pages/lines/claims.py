"""Claims, weighed: the verdict, the evidence on each side, and the reason."""

from generator.evidence.support import is_low_only
from generator.pages.context import PageContext
from generator.pages.lines.components import badge
from generator.pages.prose import cite, prose
from generator.schema.notes import Claim
from generator.text.markdown import Markdown


def weighed(page: PageContext, claim: Claim) -> Markdown:
    """Return a claim with its verdict, its evidence, and the reason."""
    says = prose(page, claim.says)
    parts = [f'{badge(claim.verdict)} <span class="says">{says}</span>']
    if claim.for_:
        parts.append(f"For: {cite(page, claim.for_)}.")
    if claim.against:
        parts.append(f"Against: {cite(page, claim.against)}.")
    if is_low_only(claim, page.site.index):
        parts.append("Rests only on sources of low reliability.")
    if claim.why:
        parts.append(prose(page, claim.why))
    return Markdown(" ".join(parts))
