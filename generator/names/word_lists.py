"""Lists of English words that occur beside names without being part of them."""

DAYS_AND_MONTHS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May"
    " June July August September October November December".split()
)
TITLES = frozenset(
    "President Premier Chancellor Minister Secretary Chairman Chairwoman Chair Leader Marshal"
    " General Admiral Colonel Captain Lieutenant Commander Major Sergeant Ambassador Senator"
    " Governor Mayor King Queen Prince Princess Emperor Empress Pope Comrade Professor Doctor"
    " Judge Justice Mr. Mrs. Ms. Mr Mrs Ms Dr. Dr Sen. Rep. Gov. Col. Lt. Gen. Adm. Sir Lord Lady"
    " Dame Saint St. Director Spokesman Spokeswoman Representative Congressman Congresswoman"
    " Sheikh Shah Tsar Kaiser Imam Ayatollah".split()
)
"""Words that precede a person's name."""
OFFICES = TITLES | frozenset(["CEO", "CFO", "Chief", "Prime", "Foreign", "Government"])
"""Words that follow the name of a state or an organisation."""
KIN_WORDS = frozenset("family families dynasty clan brothers sisters household".split())
"""Words that turn a person's short name before them into a name of their kin."""
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
"""Words that begin a sentence with a capital letter."""
