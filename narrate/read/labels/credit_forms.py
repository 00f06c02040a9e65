"""The forms of credits: labels, agencies, and what stands where one may begin."""

from narrate.patterns import lazy
from narrate.read.labels.agencies import (
    AGENCY,
    AGENCY_HEADS,
    HOST,
    NOBODY,
    OUTLET,
    WIRE,
)

_MAKER = (
    r"(?:photo(?:graph(?:y|er)?|s? illustration)?|image|picture|pic|illustration"
    r"|(?:info)?graphic|artwork|screen ?(?:shot|grab)|animation|drawing|cartoon"
    r"|composite|rendering)s?"
)
_WHOSE = r"(?i:(?:staff|file|courtesy|top|cover|main|lead|header|featured|AP|press) )"
_ABOUT = r"(?:credits?|source|copyright|courtesy(?: of)?|by|via|provided by)"
_DOTS = r"(?::|\.\.\.|…)"

# What stands before names. The words after it are a credit if they can be names.
LABEL = lazy(
    rf"{_WHOSE}?(?i:{_MAKER}(?: {_ABOUT})?\s?[:©]\s?(?:by |via )?(?:©\s?)?"
    rf"|{_MAKER} {_ABOUT}(?:[,\s]+|(?=[A-Z©]))(?:©\s?)?|video (?:credit|courtesy|by)"
    r"\s?:?\s|(?:credits?|sources?|courtesy)\s?:\s?)"
    rf"|(?:Credit){{1,2}}s?(?:\s?(?:{_DOTS}|/)\s?(?i:courtesy(?: of)?\s)?|(?=[A-Z]))"
    r"|(?:[Cc]ourtesy|COURTESY)(?: (?i:of))?\s|Photo/(?=[A-Z]\w+ [A-Z])|©\s?",
    heads="ani|ap_|art|car|com|cou|cov|cre|dra|fea|fil|gra|hea|ill|ima|inf|lea|mai|pho"
    "|pic|pre|ren|scr|sou|sta|top|vid|©",
)
SURE_LABEL = lazy(
    rf"(?i:{_MAKER}\s(?:credits?|source|courtesy|copyright)|credits?)\s?{_DOTS}",
    *(":", "...", "…"),
)
SURE_INSIDE = lazy(
    rf"(?i:{_MAKER}\s?:|courtesy\s|photo credit should read\s).*",
    *(":", "courtesy", "should read"),
    small=True,
)
TEASER = lazy(r"(?i:photo|picture|image|graphic|source)s\s?:")
NO_CREDIT = lazy(
    r"(?i)(?:©|copyright|©\s?copyright)\s?(?:©\s?)?\d{4}|©\s?copyright"
    r"|all rights reserved|\bhere$|^(?:By|Reporting|Edit(?:ed|ing)|Written|Story|View"
    r"|Compiled|Print|Download|Click|Share|Send|Watch|Listen|Follow|Read|See)\b"
)
BUTTON = lazy(r"(?i)\s*(?:hide|toggle) caption$", " caption", small=True)
VIA = lazy(r"Via\s(?=\S)", "Via")

JOINING = frozenset(
    "of the for via and by from at in on a de del der di da du la le van von al bin y "
    "file files handout pool photo photos image images picture courtesy sources source "
    "contributor screenshot with family author artist user police estate collection "
    "archive archives gallery staff chief photographer photojournalist".split()
)
LAST_WORDS = JOINING | frozenset(
    "photograph photographs pictures graphic graphics shot grab screengrab supplied "
    "contributed".split()
)
BETWEEN = lazy(r"[\s/|,;:©()\[\]&+–—-]+")
SENTENCES = lazy(r"[a-z\d]{3}[.!?]['\"”’)]?(?:\s|(?=[A-Z]))")
PICTURE = lazy(rf"\b(?i:{_MAKER})\b")

WIRES = lazy(WIRE)
AGENCIES = lazy(
    rf"{AGENCY}(?:[\s/,|–-]+{AGENCY})*(?i: files?| handout| pool)?", heads=AGENCY_HEADS
)
WHOLE = lazy(
    rf"{NOBODY}|{AGENCY}\s?/\s?\S+(?: \S+)?|{HOST}\s?/\s?\S+"
    rf"|@\w+(?: via |\s?/\s?){HOST}",
    *("/", "@", "photo", "image", "picture", "graphic", "shot", "grab", "handout"),
    *("supplied", "contributed"),
    small=True,
)
# Names, and what stands after or before them that only credits have.
MARKED = (
    lazy(
        rf"(?:.+?\s?[/|©]\s?|.+? via |(?P<name>.+?)(?:\s?[,–—-]\s?| for | by )){AGENCY}"
        r"(?:\s?[/,|(].{0,30}| (?:via|for) .{0,30}"
        r"|(?i: files?| handout| pool| photo))?",
        *("/", "|", "©", " via ", ",", "–", "—", "-", " for ", " by "),
    ),
    lazy(rf"(?P<name>.+?) for (?:The )?{OUTLET}", " for "),
    lazy(
        r"(?P<name>[^,|/]+?)(?:\s?[,|/–—-]\s?(?:(?i:staff|staff photo|handout|pool|file"
        r"|(?:staff |chief )photographer|photojournalist))|\s?/\s?for .+)",
        *(",", "|", "/", "–", "—", "-"),
    ),
)
AT_OUTLET = lazy(rf"(?P<name>.+?), (?:The )?{OUTLET}", ", ")
SHORT_FORMS = lazy(r"[A-Z]{2,8}(?:/[A-Z]{2,8})+", "/")
SLASHED = lazy(r"(?P<left>[^/]+?)\s?/\s?\S.*", "/")

IN_BRACKETS = lazy(
    r"\s*(?P<open>[(\[])\s?(?P<inside>(?:[^()\[\]]|\([^()]{0,40}\)){2,160})[)\]]\.?$"
)
# Where a credit may begin: after a sentence, after a dash or bar, at a label that is
# glued to the last word or stands out from it by its capital, at a name with agency.
CUTS = lazy(
    r"(?<=[.!?…])\s*(?=[A-Z©\d@])|(?<=[.!?…][\"'”’)\]])\s*(?=[A-Z©\d@])"
    r"|(?<=[.!?…])\s+(?=[a-z]{4,12}\s)|\s+[|–—-]+\s*(?=\S)"
    r"|,\s(?=(?:photo|image|picture)\s(?:by|courtesy)\s)"
    r"|(?<=\w)\s*(?=(?:Photo(?:graph)?s?|Image|Picture|Illustration)\s?"
    r"(?:[Cc]redit|[Ss]ource|[Cc]ourtesy)?\s?(?::|by\s|[Cc]ourtesy\s|via\s)"
    rf"|PHOTO|Credit(?:[A-Z]|\s?{_DOTS}|\s?/)|CREDIT|©|Source:|Courtesy\s)"
    r"|\s(?=(?:[A-Z][\w.'’-]+\s){2}/\s?(?P<agency>\S)"
    r"|[A-Z][\w.'’-]+\s[A-Z][\w.'’-]+/(?P<firm>\S)"
    r"|(?:AFP/)?Getty Images$|Shutterstock$)"
)
