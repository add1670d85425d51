"""CommonMark's examples are read from its specification as they are printed there."""

from __future__ import annotations

from textwrap import dedent

from tests.markdown.spec import EXAMPLES, Example, examples, needs_spec

FENCE = "`" * 32
PRINTED = dedent(
    f"""
    # Inlines

    ## Code spans

    {FENCE} example
    `a`→b

    .
    <p><code>a</code>→b</p>
    {FENCE}

    {FENCE} example
    .
    {FENCE}

    <!-- END TESTS -->

    {FENCE} example
    c
    .
    c
    {FENCE}
    """
)


def test_an_example_is_a_text_and_its_html() -> None:
    assert examples(PRINTED) == [
        Example(1, "Code spans", "`a`\tb\n\n", "<p><code>a</code>\tb</p>\n"),
        Example(2, "Code spans", "", ""),
    ]


@needs_spec
def test_the_specification_has_all_its_examples() -> None:
    assert len(EXAMPLES) > 600
    assert len({example.section for example in EXAMPLES}) > 20
    for example in EXAMPLES:
        assert "→" not in example.markdown + example.html
        assert FENCE not in example.markdown + example.html
