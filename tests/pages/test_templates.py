"""What templates print, and what they may do."""

from __future__ import annotations

import jinja2
import pytest

from generator.pages.templates import environment
from generator.text.markdown import Markdown

PARTS = "{% macro bold(text) %}**{{ text }}**{% endmacro %}"


def page(template: str, **values: object) -> str:
    env = environment(jinja2.DictLoader({"page": template, "parts": PARTS}))
    return env.get_template("page").render(values)


@pytest.mark.parametrize(
    ("template", "value", "expected"),
    [
        ("{{ value }}", "*a* <b>", "\\*a\\* &lt;b>"),
        ("{{ value }}", Markdown("*a*"), "*a*"),
        ("{{ value }}", 7, "7"),
        ("{{ value | upper }}", "*a*", "\\*A\\*"),
        ("{{ value ~ '*' }}", "a", "a\\*"),
        ("{% import 'parts' as parts %}{{ parts.bold(value) }}", "*a*", "**\\*a\\***"),
        ("{{ value }}", "{{ 7 * 7 }}", "\\{\\{ 7 \\* 7 \\}\\}"),
        ("{{ value | plain }}", "*a* [@un]", "a"),
    ],
)
def test_whatever_a_template_prints_is_escaped_unless_it_is_markdown(
    template: str, value: object, expected: str
) -> None:
    assert page(template, value=value) == expected


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{{ nothing }}", jinja2.UndefinedError),
        ("{{ value.nothing }}", jinja2.UndefinedError),
        ("{{ value.__class__.__mro__ }}", jinja2.exceptions.SecurityError),
        ("{{ value.append(1) }}", jinja2.exceptions.SecurityError),
        ("{{ lines.treaties.numbered.__globals__ }}", jinja2.exceptions.SecurityError),
        ("{{ lines.nothing }}", jinja2.UndefinedError),
        ("{{ lines._members }}", jinja2.exceptions.SecurityError),
        ("{{ lines.sources.re.enum.sys.modules }}", jinja2.UndefinedError),
    ],
)
def test_a_template_may_do_nothing_but_show(
    template: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        page(template, value=["x"])


def test_templates_call_the_functions_of_each_module_by_its_name() -> None:
    shown = page(
        "{{ lines.sources.paragraph(27) }} {{ lines.treaties.numbered('IV') }}"
    )

    assert shown == "[¶27](#p27) Article IV"
