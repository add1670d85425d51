"""Problems of addresses: those that lead nowhere, and those that may not be followed."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import relpath

from generator.diagnostics import Diagnostic, Origin, quoted, warning
from generator.links.addresses import Address, Addresses
from generator.links.sections import find_anchor, unknown_section

_ON_THE_WEB = re.compile(r"https?://|mailto:", re.IGNORECASE)
PICTURES = (
    "Put the picture in theme/assets/ and write its address from here, "
    "such as ../assets/map.png."
)


def check_address(
    written: str, found: Address, known: Addresses, origin: Origin, *, is_image: bool
) -> Iterator[Diagnostic]:
    """Report an address that leads nowhere, or that may not be followed."""
    if found.kind == "forbidden" or (is_image and found.kind == "web"):
        message = f"the address {quoted(written)} is not allowed"
        hint = _allowed(written, is_image=is_image)
        yield Diagnostic(origin, "bad-link", message, hint)
    elif is_image:
        if not found.is_picture:
            yield _no_picture(written, found, origin)
    elif found.kind == "draft":
        message = f"{quoted(written)} is a draft, so it has no page"
        hint = "It is shown without a link."
        yield warning(origin, "draft-reference", message, hint)
    elif found.kind == "nothing":
        yield _no_page(written, found.path, known, origin)
    elif found.anchor:
        yield from _check_anchor(found, origin)


def _allowed(written: str, *, is_image: bool) -> str:
    """Say what the address may be instead."""
    if is_image:
        return "Images must be on the site: use a relative address."
    if _ON_THE_WEB.match(written):
        return "Write %5C for a backslash, and nothing for a tab or the end of a line."
    return "A link starts with https://, http:// or mailto:, or leads to a page."


def _check_anchor(found: Address, origin: Origin) -> Iterator[Diagnostic]:
    if found.document:
        if find_anchor(found.document, found.anchor) is None:
            yield unknown_section(found.document, found.anchor, origin)
    elif found.kind == "page":
        message = f"the page has no section {quoted(found.anchor)}"
        hint = "Link to the page itself."
        yield Diagnostic(origin, "unknown-section", message, hint)


def _no_picture(written: str, found: Address, origin: Origin) -> Diagnostic:
    message = f"the address {quoted(written)} leads to no picture of the site"
    hint = PICTURES
    if found.document:
        hint = f"Write ![[{found.document.id}]] to show the note's summary."
    return Diagnostic(origin, "broken-link", message, hint)


def _no_page(written: str, path: str, known: Addresses, origin: Origin) -> Diagnostic:
    message = f"the address {quoted(written)} leads to no page or file of the site"
    if not written:
        message = "the link has no address"
    hint = _nearest(path, known, origin)
    return Diagnostic(origin, "broken-link", message, hint)


def _nearest(path: str, known: Addresses, origin: Origin) -> str:
    """Return a hint that names the note or source whose id is most like a path's."""
    closest = known.ids.closest(PurePosixPath(path).stem)
    if not closest:
        return "Write the path of a note from here, such as ../terms/x.md, or [[x]]."
    folder = PurePosixPath(origin.path).parent
    address = relpath(known.documents_by_id[closest].path, folder)
    return f"Did you mean {quoted(address)}?"
