"""The words near a stop: what hardly ends a sentence, and what surely begins one."""

from narrate.script.english.abbreviations import WORDS
from narrate.script.english.places import STATES
from narrate.script.english.titles import TITLES

_PLACES = frozenset({"Ft", "Mt", "St"})
# As short forms they have rules of their own below; as words they do end sentences.
_ALSO_WORDS = frozenset("No no Sat Sun In in Art art Mar May Fig fig etc am pm".split())

NEVER_LAST = (frozenset(TITLES) - _PLACES) | frozenset(
    "Adj Amb Assoc Asst Attys Capts Cdr Cmdt Cols Comdr Ens Gens Govs Hr Insp Insps "
    "Lts Mlle Mme Mmes Msgr Mx Pfc Profs Revs Sgts Spc Sra Srta Supts Geo Wm Jas Chas "
    "Thos Jos Benj Robt Edw Saml vit mt Treas MR MRS DR PROF SGT CAPT PVT vs v e.g "
    "E.g i.e I.e cf Cf viz approx Approx".split()
)
"""A name, a side or a reason must follow, whatever its first letter."""

SELDOM_LAST = (
    frozenset(STATES)
    | (frozenset(WORDS) - _ALSO_WORDS)
    | _PLACES
    | frozenset(
        "Ave Blvd Jr Rd Sr Acad Apt Assn Bldg Cie Co Ct Esq Gov't Govt Hwy Inst Int'l "
        "Intl LLC Ln Mfg Nat'l Natl Ph.D PhD Pkwy Pl Plc Rm Rte Sq Ste Univ al ave "
        "blvd co cont corp dept ft gal ibid oz qt tbsp tsp inc ltd rd st trans AVE "
        "BLVD BROS CO CORP FT INC JR LTD MT SR ST Jan Feb Apr Aug Sep Sept Oct Nov "
        "Dec Mon Tue Tues Wed Thu Thur Thurs Fri".split()
    )
)
"""More may follow in capitals: "Acme Inc. Chairman"; only an opener ends it."""

BEFORE_FIGURES = frozenset(
    "Ep Eps App Apt Art Arts Bk Cap Ch Ed Eq Eqs Est Ext Fig Figs Mar N° No "
    "Nos Op Para P Ph Pp Pt Pts Pub Ref Reg Rev Rm Sat Sec Secs Ser Stat Ste "
    "Sun Tel Ver Vol Vols app apt art arts avg bk c ca cap ch chs cl ed eq eqs "
    "est ext fig figs fl max min n nn no nos n° op p para paras pp pt pts ref rm "
    "sec secs ser ss ste tel v ver vol vols".split()
)
"""A number after these is theirs: "No. 5", "p. 55", "c. 1871"."""

LETTERED = frozenset(
    "act annex appendix article book chapter block building gate hall league "
    "model phase serie series stage table team terminal tier title unit volume "
    "war wing zone category channel class column exhibit figure grade group "
    "hepatitis level major minor option part plan point row schedule section "
    "type vitamin vitamins".split()
)
"""What a letter names: "vitamin C. Oranges" ends; "by C. Lee" does not."""

BEFORE_ME = frozenset("am and as can did do nor or so than will".split())
"""What stands before "I" the pronoun at an end: "you and I."."""

WITH_A_SHOUT = frozenset("E Jeopardy Joomla Kahoot Panic Y Yahoo Yum".split())
"""Names that are written with an exclamation mark."""

AFTER_THE_CLOCK = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed "
    "Thu Thur Thurs Fri Sat Sun January February March April May June July "
    "August September October November December Jan Feb Mar Apr Aug Sept Oct "
    "Nov Dec Atlantic Beijing British Central Christmas Easter Eastern "
    "European Greenwich Irish Local Moscow Mountain New Pacific Tokyo AEST BST "
    "CDT CEST CET CST CT EDT EST ET GMT IST JST MDT MST MT PDT PST PT UTC".split()
)
"""What still belongs to "5 p.m."."""

OPENERS = frozenset(
    "a about according after all also although among an and another are aren "
    "as at because before between both but by can could couldn despite did "
    "didn do does doesn don during each earlier either even every everyone few "
    "finally first for from hadn hasn haven he hence her here his how however "
    "i if in indeed instead is isn it its just last later let many maybe "
    "meanwhile moreover most mr mrs ms must my neither never next no nobody "
    "none nor not nothing now of often on once one only or other our over "
    "perhaps please second several she should shouldn since so some sometimes "
    "still such that the their then there these they this those though three "
    "thus to today two under unless until was wasn we well were weren what "
    "when where whether which while who why with without would wouldn yes "
    "yesterday yet you your".split()
)
"""The first words of sentences, in small letters; names are none of these."""

COMMON = frozenset(
    "Additionally Analysts Apparently Authorities Children Clearly Companies "
    "Critics Currently Doctors Drivers Economists Eventually Experts "
    "Fortunately Increasingly Initially Investors Lawmakers Lawyers Nearly "
    "Officials Opponents Originally Patients People Police Previously Prices "
    "Prosecutors Protesters Recently Regulators Reporters Researchers "
    "Residents Roughly Sales Scientists Shares Similarly Students Supporters "
    "Teachers Traders Unfortunately Voters Witnesses Workers".split()
)
"""Never names: "the U.S. Officials said" is two sentences, "U.S. officials" is none."""

SHORT_FORMS = frozenset(
    "acct assn attn bldg fl govt lat long mfg mgmt natl prob secs syn yds abbr "
    "adj adv alt approx art ave avg cm cont corp dept dist ect eqs esp est etc "
    "excl ext fig figs ft gal his hr hrs inc incl kg km lb lbs lit ltd max med "
    "min mins misc mm mos orig oz pkg pop qty ref resp sec secs tbsp tel temp "
    "trans tsp usu viz vol wks yr yrs".split()
)
"""What may stand before small letters without an end."""

SAYING = (
    r"(?:added|admitted|agreed|announced|answered|asked|asks?|begged|bellowed|called"
    r"|cried|cries|declared|demanded|drawled|exclaimed|gasped|groaned|growled|hissed"
    r"|howled|insisted|interjected|interrupted|joked|moaned|mumbled|murmured|muttered"
    r"|observed|pleaded|protested|quipped|recalled|remarked|repeated|replied|replies"
    r"|roared|said|says?|screamed|shouted|shrieked|snapped|sneered|stammered|thought"
    r"|told|tweeted|wailed|warned|whispered|wondered|wrote|yelled)\b"
    r"|(?:began|continued|finished|put in|started|went on)[.,;:]"
)
"""Verbs of speech: "“Stop!” he said" is one sentence."""
