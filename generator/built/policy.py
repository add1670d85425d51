"""Whether a Content-Security-Policy keeps foreign and inline scripts from running."""

import re

from generator.diagnostics import quoted

_STRICT = re.compile(r"'none'|'self'|'sha(?:256|384|512)-[\w+/=-]+'", re.IGNORECASE)
"""A source that a strict policy may allow: none, the site itself, or a known text."""
_CHECKED = ("script-src", "style-src", "object-src")
"""Directives that must be strict; default-src applies where one is missing."""
_CHECKED_IF_GIVEN = (
    "script-src-elem",
    "script-src-attr",
    "style-src-elem",
    "style-src-attr",
)
"""Directives that take precedence over those above."""


def weakness(policies: list[str]) -> str:
    """Say what is weak about a page's policies, or nothing if one of them is strict."""
    given = [policy for policy in policies if policy.strip(" ;")]
    if not given:
        return "the page has no Content-Security-Policy"
    found = [_weakness(policy) for policy in given]
    if "" in found:  # browsers enforce every policy
        return ""
    return found[0]


def _weakness(policy: str) -> str:
    directives = _directives(policy)
    if "default-src" not in directives:
        return "the Content-Security-Policy has no default-src"
    for name in (*_CHECKED, *_CHECKED_IF_GIVEN):
        allowed = directives.get(name)
        if allowed is None and name in _CHECKED:
            allowed = directives["default-src"]
        for source in allowed or ():
            if not _STRICT.fullmatch(source):
                return f"the Content-Security-Policy allows {quoted(source)} as {name}"
    return ""


def _directives(policy: str) -> dict[str, list[str]]:
    """Return the sources of each directive; browsers ignore the second of a name."""
    directives: dict[str, list[str]] = {}
    for part in policy.lower().split(";"):
        words = part.split()
        if words:
            directives.setdefault(words[0], words[1:])
    return directives
