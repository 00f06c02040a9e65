"""Titles and ranks before a name, and what stands behind one: Junior, Esquire."""

import re

from narrate.script.base import Rule, compiled

TITLES = {
    "Adm": "Admiral",
    "Ald": "Alderman",
    "Amb": "Ambassador",
    "Assoc": "Associate",
    "Asst": "Assistant",
    "Atty": "Attorney",
    "Abp": "Archbishop",
    "Bp": "Bishop",
    "Br": "Brother",
    "Brig": "Brigadier",
    "Capt": "Captain",
    "Cdr": "Commander",
    "Cllr": "Councillor",
    "Cmdr": "Commander",
    "Cmdt": "Commandant",
    "Col": "Colonel",
    "Comdr": "Commander",
    "Const": "Constable",
    "Commr": "Commissioner",
    "Cpl": "Corporal",
    "Cpt": "Captain",
    "Det": "Detective",
    "Dr": "Doctor",
    "Ens": "Ensign",
    "Fr": "Father",
    "Gen": "General",
    "Gov": "Governor",
    "Hon": "Honorable",
    "Insp": "Inspector",
    "Lt": "Lieutenant",
    "Ltc": "Lieutenant Colonel",
    "Maj": "Major",
    "Messrs": "Messieurs",
    "Mlle": "Mademoiselle",
    "Mme": "Madame",
    "Mr": "Mister",
    "Mrs": "Missus",
    "Ms": "Miz",
    "Msgr": "Monsignor",
    "Pfc": "Private First Class",
    "Pres": "President",
    "Prof": "Professor",
    "Pvt": "Private",
    "Rep": "Representative",
    "Rev": "Reverend",
    "Rt": "Right",
    "Sec": "Secretary",
    "Sen": "Senator",
    "Sfc": "Sergeant First Class",
    "Sgt": "Sergeant",
    "Spc": "Specialist",
    "Supt": "Superintendent",
}
_MANY = {
    "Attys": "Attorneys",
    "Capts": "Captains",
    "Cols": "Colonels",
    "Drs": "Doctors",
    "Gens": "Generals",
    "Govs": "Governors",
    "Lts": "Lieutenants",
    "Profs": "Professors",
    "Reps": "Representatives",
    "Revs": "Reverends",
    "Sens": "Senators",
    "Sgts": "Sergeants",
}
_EVERY = TITLES | _MANY
_SHORT = frozenset(_EVERY)
_SHOUTED = frozenset(word.upper() for word in _EVERY)
# Without a stop, as the British write them; the others are words or names as well.
_BARE = "Mr|Mrs|Ms|Dr|Drs|Prof|Lt|Sgt|Capt|Cpl|Cmdr|Cdr|Pvt|Pte|Supt|Cllr|Msgr|Mme|Mlle"
_BARE_SAID = _EVERY | {"Pte": "Private"}
# "Gen Z", "Amartya Sen Wins", "the Rev Counter": only before a name, after no name.
_NAMELIKE = "Gen|Col|Maj|Brig|Adm|Insp|Rev|Sen|Gov"
_AFTER_NAME = r"[A-Z][\w’'-]* $"
_RANK_BEFORE = rf"\b(?:{'|'.join(_EVERY)}|Rear|Vice|Staff)\.? $"
_GROUPS = r"(?:Alpha|Beta|Con|Counter|Zers?|Xers?|Xs?|Zs?|Y)\b"
_ROLES = "Vice|VP|Director|Editor|Manager|Engineer|Advis[eo]r|Analyst|Correspondent"
# "123 Circle Dr. Santa Maria" is claimed whole by streets.py.
_BEHIND_DRIVE = r"[A-Z][\w’'-]+ $"
_STARTERS = r"(?:The|He|She|It|They|But|In|And|We|This|That|When|After)\b"
_NUNS = (
    "Ann|Anne|Barbara|Carol|Catherine|Christine|Clare|Donna|Dorothy|Elizabeth|Eileen"
    "|Helen|Jean|Jeanne|Joan|Joyce|Judith|Kathleen|Lucia|Lucy|Margaret|Maria|María|Marie"
    "|Mary|Maureen|Nancy|Norma|Patricia|Rita|Rosa|Rose|Ruth|Sandra|Sharon|Simone|Susan"
    "|Teresa|Theresa"
)
_SPANISH = {"Sra": "Señora", "Srta": "Señorita", "Sres": "Señores", "Dra": "Doctora"}
_JUNIOR = {"Jr": "Junior", "Jrs": "Juniors", "Esq": "Esquire", "Esqs": "Esquires"}


def _title(found: re.Match[str]) -> str:
    """Say a title, with the space behind it: no sentence ends there."""
    return _EVERY[found["title"]] + (" " if found[0][-1].isspace() else "")


def _bare_rank(found: re.Match[str]) -> str | None:
    before = found.string[max(0, found.start() - 20) : found.start()]
    ranked = compiled(_RANK_BEFORE).search(before)
    named = compiled(_AFTER_NAME).search(before)
    return TITLES[found["title"]] if ranked or not named else None


def _doctor(found: re.Match[str]) -> str | None:
    """Leave "Rodeo Dr Beverly Hills" to the streets."""
    before = found.string[max(0, found.start() - 40) : found.start()]
    if found["title"] == "Dr" and re.search(r"\d [A-Z][\w ]+ $", before):
        return None
    return _BARE_SAID[found["title"]] + (" " if found[0].endswith(".") else "")


def _senior(found: re.Match[str]) -> str:
    """Tell "Ken Griffey Sr." and "Sr. Editor" from Sister Maria and Señor Ramos."""
    if re.match(rf"\s(?:{_ROLES})\b", found.string[found.end() :]):
        return "Senior"
    before = found.string[max(0, found.start() - 20) : found.start()]
    if re.search(r"[A-Z][\w’'.]*,? $", before):
        return "Senior"
    nun = re.match(rf"\s(?:{_NUNS})\b", found.string[found.end() :])
    return "Sister" if nun else "Señor"


RULES = (
    Rule(
        name="title",
        words=_SHOUTED,
        pattern=(
            r"\b(?P<title>SENS?|GOV|REPS?|DRS?|MRS?|MS|GEN|COL|SGT|CAPT|REV|PROF|LT)"
            r"\. (?=[A-Z])"
        ),
        say=lambda found: f"{_EVERY[found['title'].capitalize()]} ",
        examples=(("SEN. BOYD TO RETIRE", "Senator BOYD TO RETIRE"),),
    ),
    Rule(
        name="title",
        words=frozenset({"Hon"}),
        pattern=r"\bHon\.? (?=(?:Secretary|Treasurer|President|Editor|Engineer)\b)",
        say=lambda _: "Honorary ",
        examples=(("our Hon. Treasurer", "our Honorary Treasurer"),),
    ),
    Rule(
        name="title",
        words=_SHORT,
        pattern=(
            rf"\b(?P<title>{'|'.join(_EVERY)})\.(?:(?=-elect|-[A-Z])"
            rf"|,?\s+(?!{_STARTERS})"
            r"(?=(?:and |& |[A-Z“\"‘]|1st|2nd|[a-z]*[’'][A-Z]|of the )"
            r"|(?:de|van|von|al|bin|ibn|del|la|le|du|der)[ -]))"
        ),
        say=_title,
        examples=(
            ("Sen. Lee and Lt. Col. Wu", "Senator Lee and Lieutenant Colonel Wu"),
            ("Sgt. 1st Class Ann Lee", "Sergeant 1st Class Ann Lee"),
            ("Gov.-elect Moore", "Governor-elect Moore"),
            ("the Rt. Hon. Jo Cox", "the Right Honorable Jo Cox"),
            ("Gen. de Gaulle", "General de Gaulle"),
            ("Drs. Oz and Phil", "Doctors Oz and Phil"),
        ),
    ),
    Rule(
        name="title",
        words=_SHORT,
        pattern=(
            r"(?:(?<=\b[Tt]he )|(?<=\b[Aa] )|(?<=\bformer ))"
            rf"(?P<title>{'|'.join(_EVERY)})\.(?=\s+(?!(?:of|for)\b)[a-z])"
            r"|(?<=\b[Tt]he )Hon\.(?=$)"
        ),
        say=lambda found: _EVERY[found["title"] or "Hon"],
        examples=(
            ("the Gov. said no", "the Governor said no"),
            ("of the Hon.", "of the Honorable"),
        ),
    ),
    Rule(
        name="title",
        words=frozenset(_BARE.split("|")),
        pattern=(
            rf"\b(?P<title>{_BARE})"
            r"(?:(?=\s(?:[A-Z]|and\sM|de\s|van\s|von\s))|\.(?=[A-Z][a-z]))"
        ),
        say=_doctor,
        examples=(
            ("Mr Smith and Dr.Lee", "Mister Smith and Doctor Lee"),
            ("Mr and Mrs Hall", "Mister and Missus Hall"),
        ),
    ),
    Rule(
        name="title",
        words=frozenset(_NAMELIKE.split("|")),
        pattern=(
            rf"\b(?P<title>{_NAMELIKE})(?=\s(?!{_GROUPS})(?:Sir |Dame |Lord )?"
            rf"(?:[A-Z][a-z’']+[A-Za-z’'-]*[ ,.]|[A-Z]\.? [A-Z]))"
        ),
        say=_bare_rank,
        examples=(
            ("said Gen Petraeus in", "said General Petraeus in"),
            ("Maj Gen Patrick Sanders", "Major General Patrick Sanders"),
            ("for Gen Z, by Col Lee today", "for Gen Z, by Colonel Lee today"),
            ("Amartya Sen Wins a prize", "Amartya Sen Wins a prize"),
        ),
    ),
    Rule(
        name="name’s end",
        words=frozenset(_JUNIOR),
        pattern=r"(?<=[\w’'.,] )(?P<word>Jrs?|Esqs?)(?:\.|\b)(?=[\s,;:)’'”\"?!.-]|$)",
        say=lambda found: _JUNIOR[found["word"]],
        examples=(
            ("Martin Luther King Jr.’s", "Martin Luther King Junior’s"),
            ("Robert Downey Jr and", "Robert Downey Junior and"),
            ("Ann Lee, Esq., said", "Ann Lee, Esquire, said"),
        ),
    ),
    Rule(
        name="name’s end",
        words=frozenset({"Sr", "sr"}),
        pattern=(
            r"\bSr\.(?=[\s,;:)’'”\"]|$)"
            r"|(?<=[a-z] )Sr(?=[,;:)’'.]|\s(?:and|was|is|said|has)\b|$)"
            r"|(?<=[a-z,] )sr\b\.?(?=[,;]|$)"
        ),
        say=_senior,
        examples=(
            ("Ken Griffey Sr. said", "Ken Griffey Senior said"),
            ("Sr. Editor Ann Lee", "Senior Editor Ann Lee"),
            ("Sr. Maria Lopez", "Sister Maria Lopez"),
            ("said Sr. Ramos", "said Señor Ramos"),
            ("Joe Mabry, sr", "Joe Mabry, Senior"),
        ),
    ),
    Rule(
        name="title",
        words=frozenset(_SPANISH),
        pattern=r"\b(?P<word>Sra|Srta|Sres|Dra)\. (?=[A-Z])",
        say=lambda found: f"{_SPANISH[found['word']]} ",
        examples=(("with Sra. Ruiz", "with Señora Ruiz"),),
    ),
)
