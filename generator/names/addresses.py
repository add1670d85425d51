r"""Names within what is no prose: addresses, paths, names of files, hashtags, keys and values.

Decided by the characters around a name, up to the nearest space, bracket, quotation mark or long
dash on each side. What may be a slip of the keyboard is taken for prose: ``China.Then``,
``said.China``, ``Beijing?China``; so is what may be a list of alternatives: ``China/Russia``.
"""

import re

MAX_LETTERS = 100
"""Characters on each side of a name that are looked at; no word of prose is as long."""
_OPENING = '"“„«‹‘`([{<'
_CLOSING = "”»›)]}>*|–—…、。，！？：；「」『』《》（）"
_SPACES = " \t\n\r\f\v\u00a0\u2007\u2009\u202f\u3000"
_SEAMS = frozenset(_OPENING + _CLOSING + _SPACES)
"""What an address does not contain, or at least not before a name in prose."""
_BRACKET_WITHIN = "_("
_APOSTROPHES = "'’"
_MARKS_OF_SENTENCE = ".,;:?!'’"
_WORD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"
"""Characters of hashtags, of the names of users, files and keys."""

_HOST = re.compile(
    r"://|\w@\w|\w\.(?:[a-z][a-z\d-]+|[A-Z]{2,}|\d+)(?::\d+)?[/?#]|\w:\d+/|\Awww\d?\.|_\("
)
"""A scheme, an e-mail address, a host with what begins its path, or a bracket in an address."""
_PATH = re.compile(r"(?:~|\.\.?|[A-Za-z]:)?[/\\]")
_MARKED = ("#", "@", "\\")
"""Signs that begin a word which is no prose."""
_HIGHLIGHT = "=="
"""What begins and ends highlighted words in Obsidian: ==China and Russia==."""
_SIGNS = "!=$%"
"""Signs after which a name is no prose; after an exclamation mark a link would be a picture."""
_LABEL = re.compile(r"[a-z\d-]{2,}")
"""A part of a host's name, of those that are too long for an abbreviation."""
_FOLDER = re.compile(r"[a-z\d_.~%+-]*")
_SIGN_AFTER = re.compile(
    r"@\w|#\w|\\\w|::|:[a-z\d/]|=+\w|%[\dA-Fa-f]{2}|[?&]\w+=|-[\w-]*_"
)
_FILE_AFTER = re.compile(r"[\w/%+.-]*")
_USER_AT_HOST = re.compile(r"@\w")
_EXTENSION = re.compile(r"(?<!\.)\.(?P<first>\w)(?P<second>\w?)")
_NOTE_NUMBER = re.compile(r"\.\d{1,3}")
"""A full stop and the number of a footnote, as they are copied from a page."""
_LANGUAGE = re.compile(
    r"(?:ar|de|en|es|fa|fr|he|hi|id|it|ja|ko|nl|pl|pt|ru|sv|th|tr|uk|vi|zh)-"
)


def is_within_address(text: str, start: int, end: int) -> bool:
    """Say whether a name is part of an address, a path or the like: China in China.org.cn.

    Args:
        text: The text as a reader sees it.
        start: Offset of the name.
        end: Offset after the name.
    """
    if _is_between_spaces(text, start, end):
        return False
    if _is_value_or_call(text, start, end):
        return True
    head = _head(text, start).removeprefix(_HIGHLIGHT)
    tail = _tail(text, end)
    if head and _follows_address(text, start, end, head):
        return True
    if tail and _precedes_address(tail):
        return True
    return "/" in head + tail and _is_between_folders(head, tail)


def _is_between_spaces(text: str, start: int, end: int) -> bool:
    """Say whether a name is a word by itself, as most are; a mark may follow it."""
    if start > 0 and text[start - 1] not in _SPACES:
        return False
    rest = text[end : end + 2]
    if rest[:1] in _MARKS_OF_SENTENCE:
        rest = rest[1:]
    return not rest or rest[0] in _SPACES


def _head(text: str, start: int) -> str:
    """Return what precedes a name, up to a seam."""
    first = start
    earliest = max(0, start - MAX_LETTERS)
    while first > earliest and not _ends_seam(text, first):
        first -= 1
    return text[first:start]


def _ends_seam(text: str, offset: int) -> bool:
    """Say whether a seam ends at an offset; a bracket in an address is none: wiki/Asia_(China)."""
    if text[offset - 1] not in _SEAMS:
        return False
    return not text.endswith(_BRACKET_WITHIN, 0, offset)


def _tail(text: str, end: int) -> str:
    """Return what follows a name, up to a seam."""
    after = end
    latest = min(len(text), end + MAX_LETTERS)
    while after < latest and text[after] not in _SEAMS:
        after += 1
    return text[end:after]


def _is_value_or_call(text: str, start: int, end: int) -> bool:
    """Say whether a name is a quoted value or a function: key="China", China()."""
    before = text[max(0, start - 2) : start]
    is_value = before.startswith("=") and before[-1] in "\"'“"
    return is_value or text.startswith("()", end)


def _follows_address(text: str, start: int, end: int, head: str) -> bool:
    """Say whether what precedes a name makes it a part of an address."""
    is_endless = len(head) == MAX_LETTERS and head.isascii()
    if is_endless or head[-1] in _SIGNS or _HOST.search(head):
        return True
    if _begins_path(text, start - len(head), head):
        return True
    if _LANGUAGE.fullmatch(head) and _is_code(text[start:end]):
        return True
    return _ends_in_word(head) or _ends_in_key(head) or _ends_in_labels(head)


def _begins_path(text: str, first: int, head: str) -> bool:
    """Say whether a path begins, at a space or an opening bracket: /srv/, ~/, C:/."""
    if first > 0 and text[first - 1] not in _OPENING + _SPACES:
        return False
    return _PATH.match(head.lstrip(_APOSTROPHES)) is not None


def _is_code(name: str) -> bool:
    """Say whether a name may be the code of a country: US in en-US."""
    return len(name) == 2 and name.isupper()  # noqa: PLR2004 - by ISO 3166


def _ends_in_word(head: str) -> bool:
    """Say whether a hashtag, a handle, a folder's name or an id goes on: #US-, @US-, a_b-."""
    before_word = head.rstrip(_WORD)
    word = head[len(before_word) :]
    return "_" in word or before_word.endswith(_MARKED)


def _ends_in_key(head: str) -> bool:
    """Say whether a key ends: key: (in small letters), x::, or a=1&."""
    if head.endswith("&"):
        return "=" in head
    if not head.endswith(":"):
        return False
    before_key = head[:-1].rstrip(_WORD)
    key = head[len(before_key) : -1]
    return key.islower() or head.endswith("::")


def _ends_in_labels(head: str) -> bool:
    """Say whether two parts of a host's name end: example.org."""
    if not head.endswith("."):
        return False
    labels = head.split(".")[:-1][-2:]
    return len(labels) > 1 and all(map(_LABEL.fullmatch, labels))


def _precedes_address(tail: str) -> bool:
    """Say whether what follows a name makes it a part of an address."""
    if _SIGN_AFTER.match(tail):
        return True
    file = _FILE_AFTER.match(tail)
    if file is None or _NOTE_NUMBER.fullmatch(file[0]):
        return False
    if _USER_AT_HOST.match(tail, file.end()):
        return True
    return any(map(_is_extension, _EXTENSION.finditer(file[0])))


def _is_extension(match: re.Match[str]) -> bool:
    """Say whether a full stop begins no sentence: what follows is in small or only in capitals."""
    first, second = match["first"], match["second"]
    if first.islower() or first.isdigit():
        return True
    return first.isupper() and second.isupper()


def _is_between_folders(head: str, tail: str) -> bool:
    """Say whether a name is in a path of several folders in small letters: docs/China/2024."""
    before = head.split("/")[:-1]
    after = tail.rstrip(_MARKS_OF_SENTENCE).split("/")[1:]
    folders = [*before, *after]
    return len(folders) > 1 and all(map(_FOLDER.fullmatch, folders))
