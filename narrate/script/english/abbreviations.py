"""Abbreviations with a full stop: titles, states, Latin, firms and streets."""

import re

from narrate.script.base import CAPITAL, Rule

_TITLES = {
    "Mr": "Mister",
    "Mrs": "Missus",
    "Ms": "Miz",
    "Dr": "Doctor",
    "Prof": "Professor",
    "Gen": "General",
    "Sen": "Senator",
    "Sens": "Senators",
    "Rep": "Representative",
    "Reps": "Representatives",
    "Gov": "Governor",
    "Lt": "Lieutenant",
    "Col": "Colonel",
    "Capt": "Captain",
    "Cmdr": "Commander",
    "Adm": "Admiral",
    "Maj": "Major",
    "Sgt": "Sergeant",
    "Cpl": "Corporal",
    "Pvt": "Private",
    "Brig": "Brigadier",
    "Rev": "Reverend",
    "Hon": "Honorable",
    "Pres": "President",
    "Supt": "Superintendent",
    "Det": "Detective",
    "Amb": "Ambassador",
    "Ft": "Fort",
    "Mt": "Mount",
    "St": "Saint",
    "Drs": "Doctors",
    "Messrs": "Messieurs",
    "Sec": "Secretary",
    "Atty": "Attorney",
    "Fr": "Father",
    "Msgr": "Monsignor",
}
_STATES = {
    "Ala": "Alabama",
    "Ariz": "Arizona",
    "Ark": "Arkansas",
    "Calif": "California",
    "Colo": "Colorado",
    "Conn": "Connecticut",
    "Del": "Delaware",
    "Fla": "Florida",
    "Ga": "Georgia",
    "Ill": "Illinois",
    "Ind": "Indiana",
    "Kan": "Kansas",
    "Ky": "Kentucky",
    "La": "Louisiana",
    "Mass": "Massachusetts",
    "Md": "Maryland",
    "Mich": "Michigan",
    "Minn": "Minnesota",
    "Miss": "Mississippi",
    "Mo": "Missouri",
    "Mont": "Montana",
    "Neb": "Nebraska",
    "Nev": "Nevada",
    "N.C": "North Carolina",
    "N.D": "North Dakota",
    "N.H": "New Hampshire",
    "N.J": "New Jersey",
    "N.M": "New Mexico",
    "N.Y": "New York",
    "Okla": "Oklahoma",
    "Ore": "Oregon",
    "Pa": "Pennsylvania",
    "R.I": "Rhode Island",
    "S.C": "South Carolina",
    "S.D": "South Dakota",
    "Tenn": "Tennessee",
    "Tex": "Texas",
    "Va": "Virginia",
    "Vt": "Vermont",
    "W.Va": "West Virginia",
    "Wash": "Washington",
    "Wis": "Wisconsin",
    "Wyo": "Wyoming",
}
_WORDS = {
    "vs.": "versus",
    "e.g.": "for example",
    "i.e.": "that is",
    "approx.": "approximately",
    "Inc.": "Incorporated",
    "Corp.": "Corporation",
    "Ltd.": "Limited",
    "Jr.": "Junior",
    "Sr.": "Senior",
    "Bros.": "Brothers",
    "Dept.": "Department",
    "Ave.": "Avenue",
    "Blvd.": "Boulevard",
    "Rd.": "Road",
    "et al.": "and others",
    "etc.": "et cetera",
}
_PARTS = {"p": "page", "pp": "pages", "vol": "volume", "fig": "figure"}
_WORD = "|".join(re.escape(word) for word in sorted(_WORDS, key=len, reverse=True))
_STATE = "|".join(re.escape(state) for state in sorted(_STATES, key=len, reverse=True))


# "et al." begins at "et"; "W.Va." and "U.S." at their first letter.
_DOTTED = r"[A-Za-z]\w*(?: al)?\."


def _party(found: re.Match[str]) -> str:
    party = {"D": "Democrat", "R": "Republican", "I": "independent"}[found["party"]]
    state = _STATES.get(found["state"].removesuffix("."), found["state"])
    return f", {party} of {state},"


def _open_party(found: re.Match[str]) -> str:
    return _party(found).strip(", ")


def _street(found: re.Match[str]) -> str:
    after = found.string[found.end() :]
    return "Street." if not after or after[1:2].isupper() else "Street"


RULES = (
    Rule(
        name="street",
        starts="St",
        pattern=(
            r"(?<=[a-z] )St\.(?=,|\s+[a-z]|$|\s+(?:The|An?|She|He|It|They|We|In|On|At"
            r"|But|And|This|That|There|His|Her|Its|As|When|After|Then|No|For|By|With)\b)"
        ),
        say=_street,
        examples=(
            ("on Main St. today", "on Main Street today"),
            ("on Main St. She", "on Main Street. She"),
        ),
    ),
    Rule(
        name="title",
        starts=CAPITAL,
        pattern=(
            rf"\b(?P<title>{'|'.join(_TITLES)})\.(?=\s+(?:and\s|[A-Z“\"])|-[A-Z])"
        ),
        say=lambda found: _TITLES[found["title"]],
        examples=(
            ("Sen. Lee and Lt. Col. Wu", "Senator Lee and Lieutenant Colonel Wu"),
            ("in St. Louis", "in Saint Louis"),
        ),
    ),
    Rule(
        name="party and state",
        starts="\\(",
        pattern=rf"\((?P<party>[DRI])-(?P<state>(?:{_STATE})\.?|[A-Z][a-z]+)\)",
        say=_party,
        examples=(("Lee (D-N.Y.) said", "Lee , Democrat of New York, said"),),
    ),
    Rule(
        name="party and state",
        starts="[DRI]-",
        pattern=(
            rf"(?<=, )(?P<party>[DRI])-(?P<state>(?:{_STATE})\.?|[A-Z][a-z]+)(?=[,.;])"
        ),
        say=_open_party,
        examples=(("Lee, R-N.C., said", "Lee, Republican of North Carolina, said"),),
    ),
    Rule(
        name="state",
        starts=CAPITAL,
        pattern=rf"(?<=, )(?P<state>{_STATE})\.(?=[\s,;)]|$)",
        say=lambda found: _STATES[found["state"]],
        examples=(("in Dover, Del., on", "in Dover, Delaware, on"),),
    ),
    Rule(
        name="abbreviation",
        starts=_DOTTED,
        pattern=rf"(?<![\w.])(?P<word>{_WORD})(?!\w)",
        say=lambda found: _WORDS[found["word"]],
        examples=(
            ("Roe vs. Wade", "Roe versus Wade"),
            ("tools, e.g. a saw", "tools, for example a saw"),
            ("Acme Inc. said", "Acme Incorporated said"),
        ),
    ),
    Rule(
        name="abbreviation",
        starts=_DOTTED,
        pattern=r"(?<![\w.])(?P<word>pp?|[Vv]ol|[Ff]ig)\.\s?(?=\d)",
        say=lambda found: f"{_PARTS[found['word'].lower()]} ",
        examples=(("see p. 12", "see page 12"),),
    ),
    Rule(
        name="initials",
        starts=_DOTTED,
        pattern=r"(?<![\w.])(?P<letters>(?:[A-Z]\.){2,})(?P<plural>s\b)?",
        say=lambda found: (
            " ".join(found["letters"].replace(".", ""))
            + ("'s" if found["plural"] else "")
        ),
        examples=(
            ("six U.S.-made missiles", "six U S-made missiles"),
            ("J.K. Rowling", "J K Rowling"),
            ("in the U.S.", "in the U S"),
        ),
    ),
)
