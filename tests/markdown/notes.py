"""Bodies of notes as Hypothesis draws them: every construct of the dialect, in every other."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from tests.markdown.blocks import flow
from tests.markdown.known import FOOTNOTES, OWN_SECTIONS, Known

TAILS = st.sampled_from(
    ["", "\n", "\n\n", "  ", "\n\n```\na [[a]]", "\n\n> a", "\n\n- "]
)
"""How a body ends; a fence that is never closed is one, too."""


@cache
def bodies(known: Known) -> st.SearchStrategy[str]:
    """Draw a body that refers to nothing but what is known, and is right as far as one can tell."""
    return st.builds(_completed, flow(known, 2, 6), TAILS)


@cache
def faulty_bodies(known: Known) -> st.SearchStrategy[str]:
    """Draw a body that may be wrong in any way."""
    return st.builds(str.__add__, flow(replace(known, with_faults=True), 2, 6), TAILS)


def _completed(body: str, tail: str) -> str:
    """Add the sections and footnotes that a body refers to within itself and does not have."""
    parts = [body]
    for title in OWN_SECTIONS:
        anchor = title.lower().replace(" ", "-")
        is_meant = any(
            form in body for form in (f"[[#{title}", f"(#{anchor}", f"(<#{anchor}")
        )
        if is_meant and f"\n## {title}\n" not in f"\n{body}\n":
            parts.append(f"## {title}\n\na")
    lacking = (
        label
        for label in FOOTNOTES
        if f"[^{label}]" in body and f"[^{label}]: " not in body
    )
    parts += [f"[^{label}]: a" for label in lacking]
    return "\n\n".join(parts) + tail
