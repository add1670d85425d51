"""Where a name ends: whether what was found is a name of its own, or a part of a longer one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.names.matcher import Candidate, opens_sentence
from generator.text.normal import uniform

_AFTER = re.compile(r"[ -](?P<word>[^\W\d_][\w.]*)")
_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w.]*)(?P<gap>[ -])\Z")
_INITIALS = re.compile(r"(?:\w\.)+")
_NUMBERED = re.compile(r"-\d")
"""After letters it makes a model of them: IL-28."""
_LONGEST_WORD = 40
_NO_GAP = frozenset(("", *".,;:!?()[]*'"))
"""What beside a name says that no longer one goes on there."""
NO_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May"
    " June July August September October November December".split()
)
"""Capitalised words that are no part of the name beside them."""
TITLES = frozenset(
    "President Premier Chancellor Minister Secretary Chairman Chairwoman Chair Leader Marshal"
    " General Admiral Colonel Captain Lieutenant Commander Major Sergeant Ambassador Senator"
    " Governor Mayor King Queen Prince Princess Emperor Empress Pope Comrade Professor Doctor"
    " Judge Justice Mr. Mrs. Ms. Mr Mrs Ms Dr. Dr Sen. Rep. Gov. Col. Lt. Gen. Adm. Sir Lord Lady"
    " Dame Saint St. Director Spokesman Spokeswoman Representative Congressman Congresswoman"
    " Sheikh Shah Tsar Kaiser Imam Ayatollah".split()
)
"""Words that stand before a person's name and are no part of it."""
_OFFICES = TITLES | frozenset(["CEO", "CFO", "Chief", "Prime", "Foreign", "Government"])
"""Words that stand after the name of a state or organisation and are no part of it."""
_FAMILIES = frozenset("family families dynasty clan brothers sisters household".split())
"""After a person's short name, these mean the kin."""
OPENERS = frozenset(
    "A About Across After Afterward Afterwards Again Against All Along Already Also Although Am"
    " Amid Among An And Another Any Are Around As Aside At Back Because Before Behind Being Below"
    " Beside Besides Between Beyond Both But By Can Could Critics Dear Despite Did Do Does Down"
    " During Each Earlier Either Even Eventually Ever Every Few Finally First For Former From"
    " Further Given Had Half Has Have He Hence Her Here His How However If In Including Indeed"
    " Inside Instead Into Is It Its Just Last Late Later Least Less Let Like Likewise Many Mark May"
    " Maybe Meanwhile More Moreover Most Much Must Near Neither Never Nevertheless New Next No Nor"
    " Not Now Of Off Old On Once One Only Or Other Others Our Out Outside Over Perhaps Rather"
    " Regarding Second Several She Should Similarly Since So Some Soon Still Such Than That The"
    " Their Then There Therefore These They This Those Though Through Throughout Thus To Today"
    " Together Too Toward Towards Two Under Unlike Until Up Upon Very Was We Were What When Where"
    " Whether Which While Who Whom Whose Why Will With Within Without Would Yet Yesterday You Young"
    " Your".split()
)
"""Words that begin a sentence with a capital and are no part of the name that follows."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What else was found in a text: where names begin and end, and those of several words."""

    starts: frozenset[int]
    ends: frozenset[int]
    longer_starts: frozenset[int]
    longer_ends: frozenset[int]


def beside(found: Iterable[Candidate]) -> Beside:
    """Return where the names that were found begin and end.

    One word beside a short name does not make it a name of its own: Henry and Virtue, both known,
    in Henry Virtue.
    """
    found = list(found)
    longer = [item for item in found if " " in item.name]
    return Beside(
        frozenset(item.start for item in found),
        frozenset(item.end for item in found),
        frozenset(item.start for item in longer),
        frozenset(item.end for item in longer),
    )


def is_part(text: str, found: Candidate, others: Beside, *, is_person: bool) -> bool:
    """Say whether a name is a part of a longer one that is not known: Kim in Kim Dae Jung.

    It is where a capitalised word follows, or precedes that begins no sentence and is no title;
    before a person's whole name any word may stand. A short name before "family" means the kin.

    Args:
        text: All of the text.
        found: The name, and where it stands.
        others: The names found in the text.
        is_person: Whether the note that bears the name is a person.
    """
    before_mark, after_mark = (
        text[found.start - 1 : found.start],
        text[found.end : found.end + 1],
    )
    if after_mark in _NO_GAP and before_mark in _NO_GAP:
        return False
    is_short = " " not in found.name and (is_person or not found.holders.full)
    return _goes_on_after(text, found, others, is_short=is_short) or (
        not (is_person and " " in found.name)
        and _goes_on_before(text, found, others, is_short=is_short)
    )


def _goes_on_after(
    text: str, found: Candidate, others: Beside, *, is_short: bool
) -> bool:
    behind = uniform(text[found.end : found.end + _LONGEST_WORD])
    after = _AFTER.match(behind)
    if not after:
        return found.name.isupper() and bool(_NUMBERED.match(behind))
    word = after["word"]
    if is_short and after[0].startswith(" ") and word in _FAMILIES:
        return True
    is_joined = after[0].startswith(" ") and is_short
    known = others.longer_starts if is_joined else others.starts
    at = found.end + after.start("word")
    return _is_capitalised(word) and word not in _OFFICES and at not in known


def _goes_on_before(
    text: str, found: Candidate, others: Beside, *, is_short: bool
) -> bool:
    first = max(0, found.start - _LONGEST_WORD)
    before = _BEFORE.search(uniform(text[first : found.start]))
    if not before:
        return False
    word, at = before["word"], first + before.start("word")
    ends_sentence = word.endswith(".") and not _INITIALS.fullmatch(word)
    if not _is_capitalised(word) or ends_sentence or word in TITLES:
        return False
    is_joined = before["gap"] == " " and is_short
    if first + before.end("word") in (others.longer_ends if is_joined else others.ends):
        return False
    if opens_sentence(text, at):
        return is_short and before["gap"] == " " and not _is_opener(word)
    return True


def _is_opener(word: str) -> bool:
    return word in OPENERS or word.endswith(("ly", "ing", "ed"))


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and word.rstrip(".") not in NO_NAMES
