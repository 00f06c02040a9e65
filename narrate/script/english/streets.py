"""Streets: Street or Saint, Drive or Doctor, Court or Connecticut."""

import re

from narrate.script.base import FIGURE, Rule, compiled
from narrate.script.english.numbers import ordinal
from narrate.script.english.places import compass

_SURE = {
    "Ave": "Avenue",
    "Aves": "Avenues",
    "Blvd": "Boulevard",
    "Expy": "Expressway",
    "Fwy": "Freeway",
    "Hwy": "Highway",
    "Hwys": "Highways",
    "Pkwy": "Parkway",
    "Rd": "Road",
    "Rds": "Roads",
    "Rte": "Route",
    "Tpke": "Turnpike",
    "Trl": "Trail",
}
# Saint, Doctor, Connecticut, a place in a row, a lane and a line.
_UNSURE = {
    "St": "Street",
    "Sts": "Streets",
    "Dr": "Drive",
    "Ct": "Court",
    "Pl": "Place",
    "Ln": "Lane",
    "Sq": "Square",
    "Ter": "Terrace",
    "Terr": "Terrace",
    "Cir": "Circle",
    "Aly": "Alley",
    "Hts": "Heights",
}
KINDS = _SURE | _UNSURE
KIND = "|".join(sorted(KINDS, key=len, reverse=True))
WHOLE = (
    "Street|Avenue|Boulevard|Road|Drive|Lane|Parkway|Terrace|Broadway"
    "|(?:Court|Place|Way|Circle|Square)(?=[,;]|$)"
)
WORDS = frozenset({*KINDS, *re.findall("[A-Z][a-z]+", WHOLE)})
"""Of which one stands at the end of a street's name."""

_POINTS = {"N": "North", "S": "South", "E": "East", "W": "West"}
AFTER = r"(?P<after>,? (?:N\.?W\.?|N\.?E\.?|S\.?W\.?|S\.?E\.?)(?!\w))?"
NAME = r"(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][\w’'.-]*\w|[A-Z])"
_STARTERS = (
    "The|An?|She|He|It|They|We|You|In|On|At|But|And|This|That|These|There|His|Her|Its"
    "|As|When|While|After|Before|Then|No|For|By|With|From|Police|Officials|One|Two|If"
)
SAINTS = (
    "Louis|Paul|Petersburg|John|Peter|Mary|Patrick|Andrew|Thomas|George|James|Joseph"
    "|Francis|Nicholas|Augustine|Catharines|Lucia|Kitts|Vincent|Helena|Clair|Bernard"
    "|Michael|Matthew|Mark|Luke|Stephen|Anthony|Martin|Albans|Ives|Anne?|Jude|Croix"
)
_WELL_KNOWN = (
    r"\b(?:\d+(?:st|nd|rd|th)|Wall|Main|Downing|Fleet|Bourbon|Beale|Canal|Market|State"
    r"|Broad|High|Elm|Oak|Pine|Maple|Oxford|Baker|Bleecker|Lombard|Basin|[A-Z]) $"
)
# What stands at a street and bears its name, never a saint's.
_AT_STREET = r"(?:Stations?|Bridge|Market|Pier|Corridor|Garage|Exit|Stop|Subway|Tunnel)"
_CORNER = r"\b\d+(?:st|nd|rd|th) (?:&|and|at) [A-Z][\w’'-]+ $"
_NUMBERED = r"(?:^|\b(?:[Oo]n|[Aa]t|[Nn]ear|[Tt]o|and|&) )\d{1,3} $"
# "along S Buckeye", where no street is called one.
_ALONG = r"(?:(?<=\b[Aa]long )|(?<=\bdown )|(?<=\bcorner of )|(?<=\bintersection of ))"


def say_point(written: str) -> str:
    """Say a point of the compass: "N.", "NW"."""
    bare = written.strip(" .,").replace(".", "")
    return _POINTS[bare] if len(bare) == 1 else compass(bare).capitalize()


def _street(found: re.Match[str]) -> str:
    kind = KINDS[found["kind"].rstrip(".")]
    after = f" {say_point(found['after'])}" if found["after"] else ""
    return f"{kind}{after}"


def _unsure(found: re.Match[str]) -> str | None:
    """Tell Main Street from Saint Louis by what stands on both sides."""
    text = found.string
    before = text[max(0, found.start() - 40) : found.start()]
    after = text[found.end() : found.end() + 40]
    kind, dotted = found["kind"].rstrip("."), found["kind"].endswith(".")
    if dotted and kind == "St" and compiled(_NUMBERED).search(before):
        return _street(found) if re.match(r"\s[a-z]|[,;:)]|\s*$", after) else None
    if not re.search(r"(?:\b[A-Z][\w’'-]+|\b\d+(?:st|nd|rd|th)|\b[A-Z]) $", before):
        return None
    if re.match(rf"\s(?:{SAINTS})\b", after) or (kind == "St" and after[:1] == "-"):
        return None
    if kind not in {"St", "Sts"} and not dotted:
        return None
    ends = re.match(
        rf"[,;:)]|\s*$|\.\s|['’]s\b|\s(?:[a-z(–—-]|&|(?:{_STARTERS})\b)", after
    )
    named = kind == "St" and (
        compiled(_WELL_KNOWN).search(before)
        or compiled(_CORNER).search(before)
        or re.match(rf"\s{_AT_STREET}\b", after)
    )
    return _street(found) if ends or found["after"] or named else None


def _mount(found: re.Match[str]) -> str:
    if found["word"][0] == "F":
        return "Fort"
    return "Mountain" if found.string.startswith(" View", found.end()) else "Mount"


RULES = (
    Rule(
        name="street",
        words=frozenset(_SURE),
        pattern=(
            rf"(?<=[A-Za-z’'] )(?<!\bthe )(?P<kind>(?:{'|'.join(_SURE)})(?:\.|\b))"
            rf"(?! Maria\b){AFTER}"
        ),
        say=lambda found: (
            _street(found)
            if re.search(r"[A-Z][\w’'-]* $", found.string[: found.start()][-30:])
            else None
        ),
        examples=(
            ("on Fifth Ave. today", "on Fifth Avenue today"),
            ("Sunset Blvd in", "Sunset Boulevard in"),
            ("Ave Maria", "Ave Maria"),
        ),
    ),
    Rule(
        name="street",
        words=frozenset(_UNSURE),
        pattern=rf"(?<=\w )(?P<kind>(?:{'|'.join(_UNSURE)})(?:\.|\b)){AFTER}",
        say=_unsure,
        examples=(
            ("on Main St. today", "on Main Street today"),
            ("on Wall St. Stocks fell", "on Wall Street Stocks fell"),
            ("in East St. Louis", "in East St. Louis"),
            ("K St. NW", "K Street Northwest"),
            ("at 2nd & Elm St Station", "at 2nd & Elm Street Station"),
            ("on 177 St. he", "on 177 Street he"),
            ("Rodeo Dr. in", "Rodeo Drive in"),
            ("after Lee St John spoke", "after Lee St John spoke"),
        ),
    ),
    Rule(
        name="street",
        starts=r"\d{1,3}(?=(?:st|nd|rd|th) [SsAPC])",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.])(?P<n>\d{1,3})(?:st|nd|rd|th) "
            r"(?P<kind>(?:St|st|Ave|Pl|Ct)\b\.?)"
            rf"(?! (?:{SAINTS})\b)"
        ),
        say=lambda found: (
            f"{ordinal(int(found['n']))} "
            f"{KINDS[found['kind'].rstrip('.').capitalize()]}"
        ),
        examples=(("on 42nd St in", "on forty-second Street in"),),
    ),
    Rule(
        name="street",
        words=frozenset({"Ave"}),
        pattern=r"\bAve\.(?= (?:[A-D]\b|of the\b|\d))",
        say=lambda _: "Avenue",
        examples=(("and Ave. B", "and Avenue B"),),
    ),
    Rule(
        name="saint",
        starts=r"(?<![\w.])[Ss]t(?=[es .-])",
        pattern=(
            r"(?<![\w.])(?:(?:St|st|Ste)\b\.?(?=[ -][A-Z][a-z’'])|Sts\.(?= [A-Z]))"
        ),
        say=lambda found: "Saints" if found[0] == "Sts." else "Saint",
        examples=(
            ("in St. Louis", "in Saint Louis"),
            ("near st Petersburg", "near Saint Petersburg"),
            ("at St John’s", "at Saint John’s"),
        ),
    ),
    Rule(
        name="saint",
        words=frozenset({"ST"}),
        pattern=rf"\bST\. (?=(?:{SAINTS.upper()})\b)",
        say=lambda _: "Saint ",
        examples=(("ST. LOUIS SCHOOLS", "Saint LOUIS SCHOOLS"),),
    ),
    Rule(
        name="mountain or fort",
        words=frozenset({"Mt", "mt", "Ft", "Mts"}),
        pattern=r"\b(?P<word>Mt|mt|Ft|Mts)\b\.?(?= [A-Z][a-z’'])",
        say=_mount,
        examples=(
            ("at Ft. Bragg", "at Fort Bragg"),
            ("on Mt Everest", "on Mount Everest"),
            ("in Mt. View", "in Mountain View"),
        ),
    ),
    Rule(
        name="compass",
        starts=r"(?<![\w.])[NS]?[NSEW]\.? (?=[A-Z\d])",
        words=WORDS,
        pattern=(
            rf"(?<![\w.])(?P<point>[NSEW]|[NS][EW])\.? (?=(?:{NAME} ){{1,2}}"
            rf"(?:{KIND}|{WHOLE})\b)"
        ),
        say=lambda found: f"{say_point(found['point'])} ",
        examples=(("on N. Main St.", "on North Main St."),),
    ),
    Rule(
        name="compass",
        starts=r"(?<=[gnf] )[NSEW]\.? (?=[A-Z])",
        words=frozenset({"along", "down", "corner", "intersection"}),
        pattern=(
            rf"{_ALONG}(?P<point>[NSEW])\.? (?=[A-Z][a-z]{{3}})"
            rf"(?!(?:{KIND}|{WHOLE})\b)"
        ),
        say=lambda found: f"{say_point(found['point'])} ",
        examples=(
            ("along S Elmwood to", "along South Elmwood to"),
            ("down E Street", "down E Street"),
        ),
    ),
)
