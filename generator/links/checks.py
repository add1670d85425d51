"""Problems found while linking a text: ambiguous names, and addresses that are not allowed."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, quoted, warning
from generator.links.policy import PagePolicy
from generator.names.reading import Scanned
from generator.names.resolve import Mention
from generator.text.addresses import unsafe_addresses
from generator.text.markdown import one_line


def ambiguous_names(scanned: Scanned, policy: PagePolicy) -> Iterator[Diagnostic]:
    """Report each name that may mean several notes, once."""
    passage = scanned.passage
    first_mentions: dict[str, Mention] = {}
    for mention in scanned.mentions:
        if len(mention.candidates) > 1:
            name = passage.text[mention.start : mention.end]
            first_mentions.setdefault(name, mention)
    for name, mention in first_mentions.items():
        if policy.is_unlinked_name(name):
            continue
        ids = ", ".join(mention.candidates)
        message = f"{quoted(name)} may mean several notes, so it is not linked"
        hint = (
            f"It may mean {ids}: write [[id|{one_line(name)}]], or the full name first."
        )
        origin = passage.origin(mention.start)
        yield warning(origin, "ambiguous-name", message, hint)


def unsafe_links(scanned: Scanned) -> Iterator[Diagnostic]:
    """Report each address that may not be followed, anywhere but in blocks of code."""
    passage = scanned.passage
    for offset, address, hint in unsafe_addresses(passage.text):
        if _is_in_code(scanned, offset):
            continue
        message = f"{quoted(address)} is not allowed here"
        origin = passage.origin(offset)
        yield Diagnostic(origin, "bad-link", message, hint)


def _is_in_code(scanned: Scanned, offset: int) -> bool:
    for token in scanned.tokens:
        is_code = token.kind in {"fence", "indented"}
        if is_code and token.start <= offset < token.end:
            return True
    return False
