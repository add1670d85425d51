"""Words that end with a full stop in the middle of a sentence, and words that begin one."""

import re
from enum import Enum, auto


class Shortened(Enum):
    """What a full stop after a word says."""

    NO = auto()
    """It is the end of the sentence."""
    MAYBE = auto()
    """It is an abbreviation; a sentence may end with it: *in the U.S.*"""
    ALWAYS = auto()
    """It is an abbreviation that needs another word: *Mr.*"""


_TITLES = frozenset(
    """Adm Amb Assoc Asst Atty Brig Capt Cdr Cmdr Cmdt Col Comdr Cpl Cpt Dr Dra Drs Ens Fr Frl Gen
    Gov Hon Hr Lieut Lt Maj Messrs Mlle Mme Mmes Mr Mrs Ms Msgr Mx Ofc Pfc Pres Prof Profs Pte Pvt
    Rep Reps Rev Sen Sens Sgt Spc Sra Srta Ste Supt Ven Акад Ген Гос Доц Им Проф Тов
    Bijv Dhr Dott Mevr Mgr Sig""".split()
)
"""They precede a name; capitalised, for *gen* and *col* are words."""
_ALWAYS = frozenset(
    """approx b bijv bzgl bzw c ca cf d ebd evtl e.g ggf i.e inkl mr mrs např np p tzn tzv tzw v vgl
    viz vs zzgl акад ген гл напр обл проф рис см стр т.е тов ул""".split()
)
_MAYBE = frozenset(
    """al ave avv bldg blvd bros cía cie co corp dept dist dott esq govt inc jr llc ltd mio mrd mt
    mts plc sr srl st str univ usf usw в вв г гг др млн млрд пр руб тыс""".split()
)
_DAYS_AND_MONTHS = frozenset(
    """Apr Aug Dec Feb Fri Jan Jul Jun Mar Mon Nov Oct Sat Sep Sept Thu Thur Thurs Tue Tues
    Wed""".split()
)
"""Only capitalised, for *mar* and *wed* are words; without *Sun*, which is a name."""
_BEFORE_NUMBERS = frozenset(
    """abs art arts bd bl ch chap chaps cl cls col cols ed eds fig figs kap no nos nr núm op pag pág
    para paras pl pos pp pt pts reg res resol s sec secs sect st t tab vol vols z č ст п""".split()
)
"""Abbreviations before a number, words or something else elsewhere: *No.* 4."""
_NAMES_WITH_A_MARK = frozenset("hoopla jeopardy yahoo yum".split())
"""Names that have an exclamation mark."""
_COMPANY_ENDING = re.compile(r"(?:Inc|Corp|Ltd|Co|LLC|PLC|GmbH|AG)\b")
"""What follows such a name, and begins no sentence."""
_INITIALS = re.compile(r"[^\W\d_]|[^\W\d_]{1,2}(?:\.[^\W\d_]{1,3})+")
"""*C*, *U.S*, *a.m*, *Ph.D*, *z.B*"""
_PAIR = re.compile(r"(?<!\w)[a-zà-ÿа-я]\.[ \u00a0\u202f]?[^\W\d_]\Z")
"""The two letters of *z. B.*, of which the first is small."""
_NUMBER = re.compile(r"(?:[IVXLC]+\b|[A-Z](?![\w'’]))")
"""A Roman number, or a letter: *Art. IV*, *Fig. A*"""
_ORDINAL = re.compile(r"(?<![\w.,:$€£¥%-])\d{1,3}\Z")
"""A number that may be an ordinal: *3. Mai*. Four digits are a year."""
WINDOW = 24
"""How many characters before a full stop decide about it."""
_LAST_WORD = re.compile(rf"[^\W_][\w.]{{,{WINDOW}}}\Z")
_FUNCTION_WORD = re.compile(
    r"""(?:
    After|Afterwards|All|Although|An|And|Another|Are|As|At|Because|Before|Both|But|By|Despite|Did
    |During|Each|Even|Few|For|From|Had|Has|Have|Hence|Her|Here|His|How|However|If|In|Instead|Is|It
    |Its|Later|Many|Meanwhile|Moreover|Most|Neither|Nevertheless|No|Nobody|None|Nor|Not|Nothing|On
    |Only|Or|Other|Others|Our|Over|Perhaps|She|Since|Some|Soon|Still|Such|That|The|Their|Then
    |There|Therefore|These|They|This|Those|Though|Thus|To|Today|Under|Unlike|Until|Was|We|Were
    |What|When|Where|Whether|Which|While|Who|Why|With|Without|Would|Yet|You|Your
    |A|I|He
    |Aber|Als|Auch|Aus|Bei|Damit|Danach|Das|Dem|Den|Der|Die|Dies|Diese|Dieser|Doch|Ein|Eine|Er
    |Es|Für|Ihr|Ihre|Im|Ist|Mit|Nach|Nur|Seine|Sie|Sowohl|Und|Vor|Wenn|Wie|Wir|Zum|Zur
    |Au|Aux|Avec|Ce|Ces|Cette|Dans|Elle|Elles|En|Et|Il|Ils|Je|Leur|Mais|Nous|Par|Pour|Sans|Selon|Ses
    |Une|Vous|Cuando|Ella|Ellos|Este|Esta|Pero|Por|Según|Sus|Una
    |В|Во|Все|Для|До|Его|Её|За|Из|Их|И|К|Как|Когда|Мы|На|Но|О|Он|Она|Они|Оно|От|По|После|При|С|Так
    |Там|То|Тогда|У|Что|Эта|Эти|Это|Этот|Я
    )(?=[\s,]|[’'](?:s|d|ll|ve|re|m|t)\b)""",
    re.VERBOSE,
)
"""Words that seldom are part of a name, so that they begin a sentence if they are capitalised."""


def begins_with_function_word(text: str, offset: int) -> bool:
    """Say whether a capitalised word such as *The* or *She* is at an offset."""
    return _FUNCTION_WORD.match(text, offset) is not None


def is_name_with_mark(text: str, mark: int, following: int) -> bool:
    """Say whether an exclamation or question mark is part of a name, as in *Yahoo!*."""
    word = _last_word(text, mark)
    if word.lower() in _NAMES_WITH_A_MARK:
        return True
    return _COMPANY_ENDING.match(text, following) is not None


def shortened(text: str, stop: int, following: int) -> Shortened:
    """Say whether the word before a full stop is an abbreviation, by what follows it."""
    word = _last_word(text, stop)
    if _needs_another_word(word, text, stop, following):
        return Shortened.ALWAYS
    if word.lower() in _MAYBE or word in _DAYS_AND_MONTHS:
        return Shortened.MAYBE
    if _INITIALS.fullmatch(word):
        return Shortened.MAYBE
    start = max(0, stop - WINDOW)
    if _ORDINAL.search(text, start, stop):
        return Shortened.MAYBE
    return Shortened.NO


def _needs_another_word(word: str, text: str, stop: int, following: int) -> bool:
    lower = word.lower()
    if word in _TITLES or word in _ALWAYS:
        return True
    if lower in _ALWAYS and len(word) > 1:
        return True
    if lower in _BEFORE_NUMBERS and _is_number(word, text, following):
        return True
    start = max(0, stop - WINDOW)
    return _PAIR.search(text, start, stop) is not None


def _is_number(word: str, text: str, following: int) -> bool:
    """Say whether a number follows; after a capitalised word, perhaps a Roman one or a letter."""
    if text[following : following + 1].isdigit():
        return True
    is_capitalised = not word.islower()
    return is_capitalised and _NUMBER.match(text, following) is not None


def _last_word(text: str, end: int) -> str:
    """Return the word before a full stop, or an empty string."""
    word = _LAST_WORD.search(text, max(0, end - WINDOW), end)
    if word is None:
        return ""
    return word[0]
