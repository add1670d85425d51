"""Names that would hijack prose: words that mean something else nearly everywhere they stand."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, quoted, warning
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
"""Words of everyday prose that may be the subject of a note, but rarely mean it."""
SHORTEST = 3
"""A name of fewer letters is more often a part of speech or an abbreviation of something else."""


def check_common(note: Note) -> Iterator[Diagnostic]:
    """Report each name of a note that would become a link where it means something else."""
    if not note.fields.autolink:
        return
    is_person = getattr(note.fields, "type", None) == "person"
    for path, name in _names(note):
        if found := _problem(note, path, name, is_person=is_person):
            yield found


def _names(note: Note) -> Iterator[tuple[FieldPath, str]]:
    yield ("title",), note.title
    for field in ("aliases", "short"):
        for position, name in enumerate(getattr(note.fields, field)):
            yield (field, position), name


def _problem(
    note: Note, path: FieldPath, name: str, *, is_person: bool
) -> Diagnostic | None:
    words = normal(name).split()
    if not words or not all(map(_has_case, words)):
        return None
    place = note.origin(path)
    said = quoted(name)
    is_capitals = all(word.isupper() for word in words)
    is_function_word = all(word.lower() in FUNCTION_WORDS for word in words)
    if is_function_word and (not is_capitals or name in {"A", "I"}):
        message = f"{said} is a word of every sentence, so it would be a link in nearly all of them"
        is_mild = path == ("title",) and not name.islower()
        return (warning if is_mild else Diagnostic)(
            place, "common-name", message, _REMEDY
        )
    letters = sum(map(str.isalpha, name))
    if len(words) == 1 and letters < SHORTEST and not is_capitals:
        if name[0].isupper() and is_person:
            return None
        message = f"{said} has fewer than {SHORTEST} letters, and they are no capitals"
        kind = Diagnostic if name.islower() else warning
        return kind(place, "common-name", message, _REMEDY)
    if len(words) == 1 and name in ORDINARY_WORDS:
        message = f"{said} is an everyday word, so it would be a link where it means something else"
        return warning(place, "common-name", message, _REMEDY)
    return None


_REMEDY = "Give a fuller name, or write 'autolink: no' and link it by [[name]] where it is meant."


def _has_case(word: str) -> bool:
    """Say whether a word is of letters that may be capitals."""
    return word.isalpha() and word.lower() != word.upper()
