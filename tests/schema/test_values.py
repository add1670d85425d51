"""What one value of front matter may be, and in which words it is refused."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.dates.parse import parse_date
from generator.schema.scalars import ID_PATTERN, Bool, Text, Url
from generator.schema.values import Citation, PlaceName, Prose, Reference, When


def read(kind: Any, value: object) -> object:  # noqa: ANN401 - types have no type
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: object, value: object) -> tuple[str, str]:
    with pytest.raises(ValidationError) as raised:
        read(kind, value)
    [error] = raised.value.errors()
    return error["type"], error["msg"]


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Text, "one\n  two ", "one two"),
        (Text, "", ""),
        (Prose, " [[Kim]]\nsigned ", "[[Kim]] signed"),
        (Bool, "yes", True),
        (Bool, "True", True),
        (Bool, "on", True),
        (Bool, "no", False),
        (Bool, "FALSE", False),
        (Bool, "off", False),
        (Url, " https://example.org/a_(b)?c#d ", "https://example.org/a_(b)?c#d"),
        (Url, "HTTP://example.org", "HTTP://example.org"),
        (Reference, "Kim  Jong\nUn", "Kim Jong Un"),
        (Reference, "[[Kim Jong Un]]", "Kim Jong Un"),
        (Reference, "[[ Kim Jong Un | Kim ]]", "Kim Jong Un"),
        (Reference, "[[a]] and [[b]]", "[[a]] and [[b]]"),
        (Citation, "un-treaty", Citation("un-treaty")),
        (Citation, "un-treaty#p4", Citation("un-treaty", "p4")),
        (Citation, "@un-treaty", Citation("un-treaty")),
        (Citation, "[@un-treaty#p4]", Citation("un-treaty", "p4")),
        (When, "6 July\n1961", parse_date("1961-07-06")),
    ],
)
def test_a_value_is_read_in_every_form_writers_use(
    kind: object, typed: str, value: object
) -> None:
    assert read(kind, typed) == value


@pytest.mark.parametrize(
    ("kind", "typed", "code", "words"),
    [
        (Bool, "maybe", "bad-value", "expected yes or no, found 'maybe'"),
        (Bool, "", "bad-value", "expected yes or no, found ''"),
        (Url, "example.org", "bad-link", "'example.org' is not an address"),
        (
            Url,
            "//example.org",
            "bad-link",
            "is not an address that begins with https://",
        ),
        (
            Url,
            "javascript:alert(1)",
            "bad-link",
            "'javascript:alert(1)' is not an address",
        ),
        (Url, "data:text/html,x", "bad-link", "is not an address"),
        (Url, "https://", "bad-link", "is not an address"),
        (Url, 'https://x.org/"onclick="', "bad-link", "is not an address"),
        (Url, "https://x.org/ y", "bad-link", "is not an address"),
        (Url, "https://x.org/<y>", "bad-link", "is not an address"),
        (Citation, "", "bad-citation", "'' is neither a source id nor source-id#p4"),
        (Citation, "un treaty", "bad-citation", "'un treaty' is neither a source id"),
        (
            Citation,
            "un-treaty#4",
            "bad-citation",
            "'un-treaty#4' is neither a source id",
        ),
        (Citation, "[@a; @b]", "bad-citation", "'[@a; @b]' is neither a source id"),
        (When, "soon", "bad-date", "'soon' is not a date such as"),
        (When, "31 June 1961", "bad-date", "June 1961 has 30 days, not 31"),
    ],
)
def test_what_is_no_such_value_is_refused_in_a_writers_words(
    kind: object,
    typed: str,
    code: str,
    words: str,
) -> None:
    found, message = refusal(kind, typed)

    assert found == code
    assert words in message


@pytest.mark.parametrize("kind", [Text, Prose, Url, Reference, Citation, When])
@pytest.mark.parametrize(
    ("value", "found"), [(["a"], "a list"), ({"a": "b"}, "a group of fields")]
)
def test_one_value_is_neither_a_list_nor_a_group(
    kind: object, value: object, found: str
) -> None:
    assert refusal(kind, value) == ("bad-value", f"expected text, found {found}")


def test_a_reference_keeps_the_kinds_of_note_it_may_name() -> None:
    reference = read(PlaceName, "Kim")

    assert isinstance(reference, PlaceName)
    assert (reference.folders, reference.must_exist) == (("places", "actors"), False)


@pytest.mark.parametrize("id_", ["a", "putin-kim-treaty-2024", "2024"])
def test_an_id_is_lower_case_words_and_single_hyphens(id_: str) -> None:
    assert ID_PATTERN.fullmatch(id_)


@pytest.mark.parametrize(
    "id_", ["", "A", "a--b", "-a", "a-", "a_b", "a b", "é", "a/b", "..", "٢"]
)
def test_nothing_else_is_an_id(id_: str) -> None:
    assert not ID_PATTERN.fullmatch(id_)
