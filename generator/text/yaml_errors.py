"""What is wrong with the form of a YAML text, in a writer's words instead of the parser's."""

from dataclasses import dataclass

import yaml
from yaml.reader import Reader


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """What is wrong, what would fix it, and its line and column, counted from 0."""

    message: str
    hint: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class _Explanation:
    """What the parser's words mean."""

    phrases: tuple[str, ...]
    """Words of libyaml's message, or of PyYAML's own parser; any of them."""
    message: str
    hint: str
    is_at_start: bool = False
    """Whether the problem is where the value begins, not where the parser noticed it."""


_QUOTE_IT = "Put the value in quotes."
_EXPLANATIONS = (
    _Explanation(
        ("tab character", r"'\t'"),
        "the line is indented with a tab",
        "Indent with spaces.",
    ),
    _Explanation(
        ("cannot start any token",),
        "a value cannot begin with this character",
        _QUOTE_IT,
    ),
    _Explanation(
        ("mapping values are not allowed",),
        "unexpected ':'",
        "Put a value that contains ': ' in quotes; check the line above and the indentation.",
    ),
    _Explanation(
        ("could not find expected ':'",),
        "the line has no ': '",
        "Write it as 'key: value', or indent it if it continues the line above.",
        is_at_start=True,
    ),
    _Explanation(
        ("end of stream", "document indicator", "document separator"),
        "a quotation mark is not closed",
        "Close it at the end of the value.",
        is_at_start=True,
    ),
    _Explanation(
        ("',' or ']'",),
        "a list in brackets is not closed, or a value in it needs quotes",
        "Close it with ']', or put the value in quotes.",
        is_at_start=True,
    ),
    _Explanation(
        ("',' or '}'",),
        "a group in braces is not closed, or a value in it needs quotes",
        "Close it with '}', or put the value in quotes.",
        is_at_start=True,
    ),
    _Explanation(
        ("sequence entries are not allowed",),
        "a list cannot begin on the line of its key",
        "Begin the list on the next line, or put the value in quotes.",
    ),
    _Explanation(
        ("mapping keys are not allowed",),
        "a value cannot begin with '? '",
        _QUOTE_IT,
    ),
    _Explanation(
        ("expected '-' indicator", "a block collection"),
        "a line of this list does not begin with '- '",
        "Begin it with '- ', or indent it if it continues the line above.",
    ),
    _Explanation(
        ("a block scalar",),
        "text after '|' or '>' must begin on the next line",
        "Begin the text on the next line, or put the value in quotes.",
    ),
    _Explanation(
        ("escape", "hexdecimal number"),
        "a backslash in double quotes begins an unknown escape",
        "Use single quotes, or write two backslashes.",
    ),
    _Explanation(
        ("an anchor", "an alias", "undefined alias"),
        "a value cannot begin with & or *",
        _QUOTE_IT,
    ),
    _Explanation(
        ("a tag", "tag handle", "tag URI"),
        "a value cannot begin with !",
        _QUOTE_IT,
    ),
    _Explanation(
        ("directive", "incompatible YAML"),
        "a line cannot begin with %",
        "Remove the line.",
    ),
    _Explanation(
        ("<document start>",),
        "the line is indented differently from the first one",
        "Indent all keys alike.",
    ),
    _Explanation(
        ("expected key", "<block end>"),
        "unexpected text or indentation",
        "Put the whole value in quotes, or indent the line like the key before it.",
    ),
    _Explanation(
        ("node content",),
        "a value is missing or begins with a special character",
        "Write a value, or put it in quotes.",
    ),
)
"""The first one that applies is meant."""
_UNDECODED = "\ufffd"
"""What a byte that is not UTF-8 was read as."""
_OTHER = _Explanation(
    (),
    "this is not valid YAML",
    "Write 'key: value', and put values that have special characters in quotes.",
)


def syntax_problem(text: str, error: yaml.YAMLError) -> SyntaxProblem:
    """Explain why a text is not YAML."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _bad_character(text)
    problem = error.problem_mark or error.context_mark
    start = error.context_mark or problem
    if problem is None or start is None:
        return SyntaxProblem(_OTHER.message, _OTHER.hint)
    lines = text.split("\n")
    character = _character(lines, problem)
    explanation = _explanation(error, character)
    is_noticed_later = problem.line > start.line or not character
    mark = start if explanation.is_at_start and is_noticed_later else problem
    return SyntaxProblem(
        message=explanation.message,
        hint=explanation.hint,
        line=min(mark.line, len(lines) - 1),
        column=mark.column,
    )


def _bad_character(text: str) -> SyntaxProblem:
    """Report a character that YAML does not allow at all."""
    found = Reader.NON_PRINTABLE.search(text)
    start = found.start() if found else text.find(_UNDECODED)
    start = max(start, 0)
    return SyntaxProblem(
        message="the text has a character that is not allowed",
        hint="Delete it, or save the file as UTF-8 text.",
        line=text.count("\n", 0, start),
        column=start - text.rfind("\n", 0, start) - 1,
    )


def _character(lines: list[str], mark: yaml.Mark) -> str:
    """Return the character at a mark; empty at the end of the text."""
    if mark.line >= len(lines):
        return ""
    return lines[mark.line][mark.column : mark.column + 1]


def _explanation(error: yaml.MarkedYAMLError, character: str) -> _Explanation:
    said = f"{error.context}: {error.problem}"
    if character == "\t":
        said = "tab character"
    for explanation in _EXPLANATIONS:
        for phrase in explanation.phrases:
            if phrase in said:
                return explanation
    return _OTHER
