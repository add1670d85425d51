"""Claims, weighed: the verdict, the evidence on each side, and the reason."""

from generator.evidence.support import is_low_only
from generator.pages.base.components import badge
from generator.pages.base.context import PageContext
from generator.pages.base.prose import cite, prose
from generator.schema.notes import Claim
from generator.text.markdown import Markdown, joined


def weighed(page: PageContext, claim: Claim) -> Markdown:
    """Return a claim with its verdict, its evidence, and the reason."""
    says = prose(page, claim.says)
    parts = [
        badge(claim.verdict),
        f'<span class="says">{says}</span>',
    ]
    if claim.for_:
        marks = cite(page, claim.for_)
        parts.append(f"For: {marks}.")
    if claim.against:
        marks = cite(page, claim.against)
        parts.append(f"Against: {marks}.")
    if is_low_only(claim, page.site.index):
        parts.append("Based only on sources of low reliability.")
    if claim.why:
        why = prose(page, claim.why)
        parts.append(why)
    return joined(" ", parts)
