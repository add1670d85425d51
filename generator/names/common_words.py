"""Names that would hijack prose: words that nearly always mean something else."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Severity, quoted
from generator.names.profiles import is_person
from generator.notes.model import Note
from generator.schema.nodes import FieldPath
from generator.text.normal import normal

FUNCTION_WORDS = frozenset(
    "a about above across after against all along although am amid among an and another any are"
    " as at be because been before behind being below beneath beside besides between beyond both"
    " but by can could despite did do does doing down during each either every except few for from"
    " had has have having he her hers him himself his i if in inside into is it its itself just"
    " like many me might mine more most much must my myself near neither no nobody none nor not"
    " nothing of off on once one onto or other others our ours out outside over per shall she"
    " should since so some someone something such than that the their theirs them themselves then"
    " these they this those though through throughout till to too toward towards under underneath"
    " unless until up upon us very via was we were what whatever which whichever while who whoever"
    " whom whose with within without would yet you your yours yourself".split()
)
"""Articles, pronouns, prepositions, conjunctions, auxiliaries: never a name unless in capitals."""
ORDINARY_WORDS = frozenset(
    "ability access account act action activity address advance advantage advice affair age"
    " agency agreement aid aim air alliance ally amount analysis anger animal answer approach area"
    " argument arm arms army article aspect assembly assistance attack attempt attention author"
    " authority average award back balance ban bank bar base basis battle beginning behaviour"
    " belief benefit bill bird birth block blood board boat body bomb bond book border bottom box"
    " branch break bridge budget building business campaign capital car care case cash cause cell"
    " central centre century chair challenge chance change channel chapter character charge chief"
    " child choice church circle citizen city claim class clause client climate close clothes"
    " coast code colleague college combat command comment commission committee commodity common"
    " communication community company comparison competition concept concern condition conduct"
    " conference conflict congress connection consequence constitution contact content contest"
    " context contract control cooperation copy corner cost council country couple course court"
    " cover credit crime crisis criticism crowd culture cup currency current customer danger data"
    " date day deal death debate debt decade decision defence defense degree delay delegation"
    " demand democracy department deployment design desire detail development device dialogue"
    " difference difficulty diplomacy direction discussion disease display dispute distance"
    " district division doctor document dog dollar door doubt drive drug duty earth east economy"
    " edge education effect effort election element embassy emergency emphasis employee end enemy"
    " energy engine entry environment equipment error estimate event evidence example exchange"
    " exercise existence expansion experience expert export expression extent eye face fact factor"
    " failure faith family farm father fear feature feeling field fight figure file film finance"
    " fire firm fish flag flight floor flow focus food force foreign form forum foundation frame"
    " freedom friend friendship front fuel function fund future game gap garden gas gate general"
    " generation gift girl goal gold good government grain ground group growth guard guide gun"
    " half hall hand harm head health heart help here history home hope hospital host hotel hour"
    " house how human idea image impact import importance impulse income increase independence"
    " industry influence information injury instance institution instrument insurance interest"
    " invasion investment invitation island issue item job joint journal journey judge key kind"
    " king knowledge labour lack land language law leader leadership league leave legacy length"
    " lesson letter level liberty life light limit line link list loan local location loss machine"
    " main majority man management manner map march mark market mass master material matter"
    " meaning measure media meeting member memory message method middle military mind minister"
    " ministry minority minute missile mission mistake model moment money month moon morning"
    " mother motion mountain mouth move movement name nation nature navy need negotiation network"
    " news night north note notice nuclear number object objective obligation observer occasion"
    " office officer official oil operation opinion opponent opportunity opposition order"
    " organisation organization origin outcome output owner page pair panel paper parade"
    " parliament part partner partnership party pass past path pattern pay peace peninsula people"
    " percent period permission person phase phone picture piece place plan plane plant platform"
    " play point police policy politics poor population port position possibility post power"
    " practice presence present president press pressure price principle prison private problem"
    " procedure process product production profit program programme progress project promise proof"
    " property proposal protection protest province public purpose quality quantity quarter"
    " question race radio range rank rate reaction reader reality reason record reduction"
    " reference reform regime region relation relations relationship release religion report"
    " reporter republic request research resolution resource response rest result return review"
    " right rights rise risk river road rock role room root rule ruler safety sale sanction"
    " satellite scale scene schedule school science sea search season seat second secret secretary"
    " section sector security sense sentence series service session set shape share shell ship"
    " shop short shot show side sign signal silence situation size skill society soldier solution"
    " song sort source south space speaker speech speed spirit sport staff stage standard star"
    " start state statement station status step stock stone story strategy street strength strike"
    " structure struggle student study style subject success suggestion summary summit sun supply"
    " support surface surprise survey system table talk talks target task tax teacher team"
    " technology telephone tension term territory terror test text theme theory there thing"
    " thought threat time title today top topic total touch tour town trade tradition train"
    " training transfer transport travel treaty trial trip troops trouble trust truth turn type"
    " union unit unity university use user value vehicle version victory view village violence"
    " visit visitor voice vote war warning waste watch water wave way wealth weapon weather week"
    " weight west when where why wife will wind window winner winter woman word work worker world"
    " worth writer year youth zone".split()
)
"""Everyday words that may be the subject of a note, but rarely refer to it."""
MIN_LETTERS = 3
"""A shorter name is more often an ordinary word, or an abbreviation of something else."""
_REMEDY = "Use a fuller name, or set 'autolink: no' and link it with [[name]] where it is meant."


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a note, as its front matter gives it."""

    path: FieldPath
    text: str
    words: list[str]
    is_capitals: bool
    is_of_person: bool


def check_common(note: Note) -> Iterator[Diagnostic]:
    """Report each name of a note that would become a link where it means something else."""
    if not note.fields.autolink:
        return
    is_of_person = is_person(note)
    for path, text in _names(note):
        words = normal(text).split()
        is_capitals = all(map(str.isupper, words))
        name = _Name(path, text, words, is_capitals, is_of_person)
        problem = _problem(name)
        if problem:
            message, severity = problem
            origin = note.origin(path)
            yield Diagnostic(origin, "common-name", message, _REMEDY, severity)


def _names(note: Note) -> Iterator[tuple[FieldPath, str]]:
    """Yield the path and text of each name."""
    yield ("title",), note.title
    for position, alias in enumerate(note.fields.aliases):
        yield ("aliases", position), alias
    for position, short in enumerate(note.fields.short):
        yield ("short", position), short


def _problem(name: _Name) -> tuple[str, Severity] | None:
    """Return what is wrong with a name, and how bad it is."""
    if not name.words or not all(map(_has_case, name.words)):
        return None
    for rule in (_function_word, _too_short, _ordinary_word):
        found = rule(name)
        if found:
            return found
    return None


def _function_word(name: _Name) -> tuple[str, Severity] | None:
    is_function_word = all(word.lower() in FUNCTION_WORDS for word in name.words)
    if not is_function_word:
        return None
    if name.is_capitals and name.text not in {"A", "I"}:
        return None
    said = quoted(name.text)
    message = (
        f"{said} is in nearly every sentence, so it would link where it should not"
    )
    is_capitalised_title = name.path == ("title",) and not name.text.islower()
    severity = Severity.WARNING if is_capitalised_title else Severity.ERROR
    return message, severity


def _too_short(name: _Name) -> tuple[str, Severity] | None:
    if len(name.words) > 1 or name.is_capitals:
        return None
    letters = sum(map(str.isalpha, name.text))
    if letters >= MIN_LETTERS:
        return None
    is_capitalised = name.text[0].isupper()
    if is_capitalised and name.is_of_person:
        return None
    said = quoted(name.text)
    message = f"{said} has fewer than {MIN_LETTERS} letters and no capital"
    severity = Severity.ERROR if name.text.islower() else Severity.WARNING
    return message, severity


def _ordinary_word(name: _Name) -> tuple[str, Severity] | None:
    if name.text not in ORDINARY_WORDS:
        return None
    said = quoted(name.text)
    message = (
        f"{said} is an everyday word, so it would link where it means something else"
    )
    return message, Severity.WARNING


def _has_case(word: str) -> bool:
    """Say whether a word consists of letters that may be capitals."""
    has_case = word.lower() != word.upper()
    return has_case and word.isalpha()
