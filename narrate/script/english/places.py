"""States and provinces behind a town, a party or a post code; and compass points."""

import re

from narrate.script.base import DIGITS, FIGURE, Rule, compiled
from narrate.script.english.numbers import digits, ordinal
from narrate.script.english.towns import is_town

# The Associated Press's short forms, then the post's.
_WRITTEN = """
Ala|AL|Alabama Alaska|AK|Alaska Ariz|AZ|Arizona Ark|AR|Arkansas Cal|CA|California
Calif|CA|California
Colo|CO|Colorado Conn|CT|Connecticut Del|DE|Delaware Fla|FL|Florida Ga|GA|Georgia
-|HI|Hawaii -|ID|Idaho Ill|IL|Illinois Ind|IN|Indiana -|IA|Iowa Kan|KS|Kansas
Ky|KY|Kentucky La|LA|Louisiana -|ME|Maine Md|MD|Maryland Mass|MA|Massachusetts
Mich|MI|Michigan Minn|MN|Minnesota Miss|MS|Mississippi Mo|MO|Missouri Mont|MT|Montana
Neb|NE|Nebraska Nev|NV|Nevada N.H|NH|New_Hampshire N.J|NJ|New_Jersey
N.M|NM|New_Mexico N.Y|NY|New_York N.C|NC|North_Carolina N.D|ND|North_Dakota -|OH|Ohio
Okla|OK|Oklahoma Ore|OR|Oregon Pa|PA|Pennsylvania R.I|RI|Rhode_Island
S.C|SC|South_Carolina S.D|SD|South_Dakota Tenn|TN|Tennessee Tex|TX|Texas -|UT|Utah
Vt|VT|Vermont Va|VA|Virginia Wash|WA|Washington W.Va|WV|West_Virginia
Wis|WI|Wisconsin Wyo|WY|Wyoming -|PR|Puerto_Rico -|DC|D_C D.C|DC|D_C
Ont|ON|Ontario Que|QC|Quebec B.C|BC|British_Columbia Alta|AB|Alberta Man|MB|Manitoba
Sask|SK|Saskatchewan N.S|NS|Nova_Scotia N.B|NB|New_Brunswick
P.E.I|PE|Prince_Edward_Island
Nfld|NL|Newfoundland_and_Labrador -|NSW|New_South_Wales
"""
_ROWS = [row.replace("_", " ").split("|") for row in _WRITTEN.split()]
STATES = {short: name for short, _, name in _ROWS if short != "-"}
POSTAL = {code: name for _, code, name in _ROWS}
_STATE = "|".join(
    re.escape(state).replace(r"\.", r"\. ?")
    for state in sorted(STATES, key=len, reverse=True)
)
_CODE = "|".join(POSTAL)
_NAME = "|".join(sorted(set(POSTAL.values()) - {"D C"}, key=len, reverse=True))
# Words as well: only by a ZIP code, or behind a town behind a word of place.
_WORDS = {"OK", "HI", "ME", "OR", "IN", "OH", "MA", "PA", "DE", "LA", "ON", "AL", "ID"}
_WORDS |= {"CO", "PR", "MD", "MS", "PE", "NE", "MO", "MI", "AB"}
_AT_END = {"IN", "OR", "OH", "ID", "MO", "MI"}
_TOWN = r"(?:^|[\s(“\"])[A-Z][a-z’'.]+(?:[ -][A-Z]?[a-z’']+){0,2}, ?$"
_IN_TOWN = (
    r"\b(?:[Ii]n|of|[Ff]rom|[Nn]ear|to|at|around|outside|[Aa]cross|[Ff]or|St\.|Street"
    r"|Ave\.?|Avenue|Rd\.?|Road|Dr\.?|Drive|Blvd\.?)"
    r",? [A-Z][a-z’'.]+(?: [A-Z][a-z’']+){0,2}, ?$"
)
_NEXT_TOWN = rf", (?:{_CODE})[;,] (?:and )?[A-Z][a-z]+(?: [A-Z][a-z]+)?, $"
_LONE = (
    "Ala|Ariz|Calif|Colo|Conn|Fla|Ga|Kan|Mich|Minn|Miss|Neb|Nev|Okla|Tenn|Tex|Va|Wis"
)
_OF_STATE = (
    "(?:law|laws|lawmakers?|voters?|state|states|governor|senators?|officials?|residents?"
    "|man|woman|police|courts?|legislators?|legislature|towns?|cities|city|county"
    "|counties|politics|primary|delegates?|Republicans?|Democrats?|schools?)\\b"
)
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "independent"}
_PARTY = rf"(?P<party>[DRI])[-–](?P<state>(?:{_STATE})\.?|(?:{_CODE})\b|(?:{_NAME})\b)"
_ANY_PARTY = r"(?P<party2>[DRI])[-–](?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
_BEFORE_ZIP = rf"(?:\b(?:{_CODE})|\b(?:{_STATE})\.|\b(?:{_NAME})),? $"
_SAYS_ZIP = r"(?i)\b(?:zip|zip codes?|postal code|post code)(?: is| of|:)? $"
_COMPASS = {"N": "North", "S": "South", "E": "East", "W": "West"}
_COMPASSED = (
    "Korea|Koreas|Korean|Koreans|Ireland|Africa|African|Sudan|Carolina|Dakota|Vietnam|Yemen|Germany"
    "|Virginia|Jerusalem|Bank|Asia|America|Timor|Wales|Yorkshire|Hollywood|London"
)


def _party(found: re.Match[str]) -> str:
    groups = found.groupdict()
    party = groups["party"] or groups["party2"]
    written = (groups["state"] or groups["place"]).removesuffix(".").replace(". ", ".")
    state = STATES.get(written) or POSTAL.get(written) or written
    seat = f"’s {ordinal(int(groups['seat']))} district" if groups.get("seat") else ""
    return f", {_PARTIES[party]} of {state}{seat},"


def _doubtful(found: re.Match[str], before: str) -> bool:
    """Tell whether a code may be a word: "Gary, IN." at a sentence's end is none."""
    code = found["code"]
    if not re.match(r"[.)”\"]*$", found.string[found.end() :]):
        return code in _WORDS
    return code in _WORDS - _AT_END and not is_town(before, code)


def _code(found: re.Match[str]) -> str | None:
    """Say a state's post code where it can be nothing else."""
    before = found.string[max(0, found.start() - 60) : found.start()]
    code, listed = found["code"], found.string.startswith(";", found.end())
    if not found["zip"] and not (
        compiled(_IN_TOWN).search(before)
        or compiled(_NEXT_TOWN).search(before)
        or (compiled(_TOWN).search(before) and not (listed or _doubtful(found, before)))
    ):
        return None
    return POSTAL[code]


def _zip(found: re.Match[str]) -> str | None:
    before = found.string[max(0, found.start() - 30) : found.start()]
    if not (compiled(_BEFORE_ZIP).search(before) or compiled(_SAYS_ZIP).search(before)):
        return None
    return ", ".join(digits(part) for part in found[0].split("-"))


RULES = (
    Rule(
        name="party and state",
        starts=r"\((?=[DRI][-–])",
        marks="(",
        pattern=rf"\((?:{_PARTY}|{_ANY_PARTY})(?:-(?P<seat>\d{{1,2}}))?\)",
        say=_party,
        examples=(
            ("Lee (D-N.Y.) said", "Lee , Democrat of New York, said"),
            ("Lee (R-TX) said", "Lee , Republican of Texas, said"),
            ("King (I-Maine) said", "King , independent of Maine, said"),
            ("Wu (D-Va.-2) said", "Wu , Democrat of Virginia’s second district, said"),
        ),
    ),
    Rule(
        name="party and state",
        starts="[DRI][-–]",
        marks="-–",
        pattern=rf"(?<![\w-]){_PARTY}(?![\w-])",
        say=lambda found: _party(found).strip(", "),
        examples=(
            ("Lee, R-N.C., said", "Lee, Republican of North Carolina, said"),
            ("Lee, D-Calif., and", "Lee, Democrat of California, and"),
            ("the R-33 missile", "the R-33 missile"),
        ),
    ),
    Rule(
        name="state",
        starts=r"(?<=, )[A-Z](?:[a-z]{1,5}|\. ?(?:[A-Z]|Va|E\. ?I))\.",
        marks=",",
        pattern=(
            rf"(?:(?<=[A-Za-z], )|(?<=[A-Z]\., ))(?P<state>{_STATE})\."
            r"(?=[\s,;:)’'”\"-]|$)"
        ),
        say=lambda found: STATES[found["state"].replace(" ", "")],
        examples=(
            ("in Utica, N. Y.", "in Utica, New York"),
            ("in Dover, Del., on", "in Dover, Delaware, on"),
            ("of Ithaca, N.Y.", "of Ithaca, New York"),
        ),
    ),
    Rule(
        name="state",
        starts=r"W\.? ?Va|N\.Y",
        words=frozenset({"Va", "WVa", "Y"}),
        pattern=r"(?<![\w.])W\.? ?Va\.(?=\W|$)|(?<![\w.])N\.Y\.(?= [A-Z]|’s|'s)",
        say=lambda found: "West Virginia" if found[0][0] == "W" else "New York",
        examples=(("a W.Va. mine", "a West Virginia mine"),),
    ),
    Rule(
        name="state",
        starts=r"(?<=,\s)[A-Z]{2,3}(?!\w)",
        marks=",",
        pattern=(
            rf"(?<=,\s)(?P<code>{_CODE})(?=(?P<zip>,? \d{{5}}\b|,? [A-Z]\d[A-Z] \d)"
            r"|[,.;:)’'”\"]|\s[a-z(–—-]|$)"
        ),
        say=_code,
        examples=(
            ("in Austin, TX 78701", "in Austin, Texas 78701"),
            ("to Galveston, TX, to", "to Galveston, Texas, to"),
            ("in Tulsa, OK, today", "in Tulsa, Oklahoma, today"),
            ("Yes, OK, fine", "Yes, OK, fine"),
            ("Lee Hall, Toronto, ON", "Lee Hall, Toronto, Ontario"),
            ("Thanks, Bob, OK", "Thanks, Bob, OK"),
        ),
    ),
    Rule(
        name="state",
        words=frozenset(STATES),
        pattern=(
            rf"(?<![\w.])(?:(?P<state>{_LONE})\.(?= [A-Za-z])"
            r"|(?P<also>Ark|Del|Ill|Ind|La|Mass|Md|Mo|Mont|Ore|Pa|Wash)"
            rf"\.(?= {_OF_STATE}))"
        ),
        say=lambda found: STATES[found["state"] or found["also"]],
        examples=(
            ("in Colo. Springs", "in Colorado Springs"),
            ("Ill. voters", "Illinois voters"),
        ),
    ),
    Rule(
        name="ZIP code",
        starts=DIGITS,
        marks=FIGURE,
        pattern=r"(?<![\w.,-])\d{5}(?:-\d{4})?(?![\w-]|[.,]\d)",
        say=_zip,
        examples=(
            ("Austin, TX 78701", "Austin, TX seven eight seven zero one"),
            ("Dover, Delaware 19901", "Dover, Delaware one nine nine zero one"),
            ("The ZIP code is 20500", "The ZIP code is two zero five zero zero"),
            ("in 78701 homes", "in 78701 homes"),
        ),
    ),
    Rule(
        name="post code",
        starts=r"[A-Z]{1,2}\d{1,2}[A-Z]? (?=\d[A-Z])",
        marks=FIGURE,
        pattern=(
            r"(?<=[A-Z] )[A-Z]\d[A-Z] \d[A-Z]\d(?!\w)"
            r"|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-BD-HJLNP-UW-Z]{2}(?!\w)"
        ),
        say=lambda found: ", ".join(
            " ".join(digits(c) if c.isdigit() else c for c in half)
            for half in found[0].split()
        ),
        examples=(
            ("Ottawa, ON K1A 0B1", "Ottawa, ON K one A, zero B one"),
            ("London SW1A 2AA", "London S W one A, two A A"),
        ),
    ),
    Rule(
        name="compass",
        starts=r"(?<![\w.])[NSEW]\. (?=[A-Z])",
        words=frozenset(_COMPASSED.split("|")),
        pattern=rf"(?<![\w.])(?P<point>[NSEW])\.(?= (?:{_COMPASSED})\b)",
        say=lambda found: (
            "Northern"
            if found["point"] == "N" and found.string.startswith(" Ir", found.end())
            else _COMPASS[found["point"]]
        ),
        examples=(("in S. Korea", "in South Korea"),),
    ),
    Rule(
        name="compass",
        words=frozenset({"NE", "NW", "SE", "SW"}),
        pattern=r"\b(?P<two>[NS][EW])(?= (?:of|corner|side|coast|winds?|portion)\b)",
        say=lambda found: compass(found["two"]),
        examples=(("ten miles NW of town", "ten miles northwest of town"),),
    ),
)


def compass(two: str) -> str:
    """Say two letters of a compass."""
    north, east = list(two.replace(".", ""))
    return _COMPASS[north].lower() + _COMPASS[east].lower()
