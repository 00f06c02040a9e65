"""Places in a row: "der 3. Platz", "2. Weltkrieg", "Ludwig XIV.", "Kapitel IV"."""

import re

from narrate.script.base import CAPITAL, DIGITS, Rule
from narrate.script.german.endings import adjective_ending, word_before
from narrate.script.german.numbers import cardinal, ordinal
from narrate.script.roman import roman

ORDINAL = "ordinal"
"""The name of every rule whose stop is no sentence's end."""

STARTERS = frozenset(
    "der die das den dem des ein eine einen einem einer er sie es wir ich ihr du man "
    "und aber oder denn doch danach dann da dort hier heute gestern morgen nun jetzt "
    "so wie was wer wo warum wann wenn als nach vor mit bei von zu zum zur im in am an "
    "auf aus für um über unter durch gegen ohne seit bis während trotz wegen laut auch "
    "nur noch schon sein seine seinen ihre ihren ihrem unser unsere kein keine nicht "
    "jeder jede alle viele manche einige beide diese dieser dieses damit dabei dafür "
    "daher deshalb dennoch trotzdem außerdem zudem allerdings jedoch später zuvor "
    "damals seitdem inzwischen niemand keiner zwei drei weil obwohl ob falls nachdem "
    "bevor erst insgesamt rund etwa mehr andere ja nein dazu darum darauf dagegen "
    "zugleich zunächst zuletzt schließlich bereits bisher immer wieder selbst sogar "
    "welche dieses jener mein meine mehrere".split()
)
_ROW_NOUN = (
    r"Weltkriegs?|Bundesliga|Liga|FC|FSV|SC|Platz|Runde|Halbzeit|Jahrhunderts?|Jh"
    r"|Jahrtausends?|Spieltag|Minute|Advent|Senat|Kammer|Etappe|Lesung|Instanz|Klasse"
    r"|Stock|Etage|Obergeschoss|Auflage|Preis|Rang|Satz|Mal|Tag|Woche|Quartal"
    r"|Semester|Staffel|Folge|Generation|Bürgermeister\w*|Vorsitzende[rn]?|Akt|Grades"
    r"|Strafkammer|Zivilsenat|Strafsenat|Wahlgang|Hälfte|Viertel|Drittel|Etappe"
)
_JOIN = r"(?:, |\s?[/–-]\s?|,? (?:und|bis|oder|sowie|bzw\.) )"
ROW = rf"(?<![\w.,:/-])\d{{1,3}}\.(?:{_JOIN}\d{{1,3}}\.){{0,6}}"
"""One or more figures, each with its stop: "17.", "3. bis 5.", "24./25."."""

_NEXT = re.compile(
    r"-(?P<tied>[A-ZÄÖÜ]\w*)|\s+(?:(?P<small>[a-zäöü])|(?P<word>[A-ZÄÖÜ]\w*))"
)
_NOUN = re.compile(r"(?:[\s-]+[a-zäöüß]\w*){0,3}[\s-]+(?P<noun>[A-ZÄÖÜ]\w*)")
_LEADS = frozenset(
    "der die das den dem des am im zum zur vom beim ins ans ein eine einen einem "
    "einer eines kein keine jeder jede jedes jeden jedem dieser diese dieses diesem "
    "diesen mein sein ihr unser dein euer meine seine ihre unsere meinen seinen ihren "
    "unseren meinem seinem ihrem unserem meiner seiner ihrer unserer in aus mit bei "
    "nach seit ab vor auf bis als beiden".split()
)


def say_row(row: str, ending: str) -> str:
    """Say figures with stops, all with one ending: "dritten bis fünften"."""
    said = re.sub(r"(?<=\.)\s?[–-]\s?(?=\d)", " bis ", row)
    said = re.sub(r"(?<=\.)\s?/\s?(?=\d)", " und ", said).replace("bzw.", "bzw")
    said = re.sub(r"(\d+)\.", lambda n: ordinal(int(n[1]), ending), said)
    return said.replace("bzw", "beziehungsweise")


def _place(found: re.Match[str]) -> str | None:
    """Say a place in a row, if the words around show that it is one."""
    text, at, end = found.string, found.start(), found.end()
    before = word_before(text, at)
    following = _NEXT.match(text, end)
    tail = re.match(r" bis (?:zum|zur) \d{1,3}\.", text[end : end + 20])
    if following is None:
        return None
    word = following["word"] or ""
    known = re.fullmatch(_ROW_NOUN, word) is not None
    lead = before in _LEADS and not (word.lower() in STARTERS and word != "Mal")
    if not (known or lead or following["small"] or following["tied"]):
        return None
    ahead = text[end : end + 80]
    if tail:
        ahead = ahead[tail.end() :]
    noun = _NOUN.match(ahead)
    return say_row(
        found[0], adjective_ending(before, noun["noun"] if noun else "", ahead)
    )


_NUMERAL = r"(?P<roman>(?=[IVXL])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_QUEENS = "Elisabeth|Elizabeth|Katharina|Margarethe|Maria|Isabella|Beatrix|Viktoria"
_RULERS = (
    rf"{_QUEENS}|Ludwig|Johannes Paul|Paul|Pius|Benedikt|Leo|Johannes|Karl|Wilhelm"
    "|Friedrich|Friedrich Wilhelm|Heinrich|Georg|Otto|Franz|Joseph|Leopold|Konrad"
    "|Philipp|Ferdinand|Maximilian|August|Albrecht|Rudolf|Gregor|Klemens|Innozenz"
    "|Urban|Nikolaus|Alexander|Peter|Iwan|Napoleon|Ramses|Ernst|Gustav|Christian"
    "|Eduard|Edward|Richard|Jakob|Charles|Carl|William|George|Henry|Willem|Harald"
    "|Abdullah|Johann|Joachim|Fürst Albert|Albert|Bonifatius|Sixtus"
    "|Ottokar|Bernhard|Hermann|Moritz|Anton|Mohammed|Juan Carlos|Felipe"
)
_TITLES = frozenset(
    "könig königin kaiser kaiserin papst zar zarin fürst fürstin herzog kurfürst "
    "queen king prinz sultan sonnenkönig bayernkönig".split()
)
_AFTER_TITLE = r"(?:(?<=König )|(?<=Kaiser )|(?<=Papst )|(?<=Fürst )|(?<=Zar ))"
_DATIVE = frozenset("von mit unter bei zu nach seit aus vor neben".split())
_ACCUSATIVE = frozenset("für gegen durch ohne um auf".split())
_TITLED = re.compile(r"(?:(?P<word>\w+) )?(?P<last>\w+) $")


def _ruler(found: re.Match[str]) -> str | None:
    value = roman(found["roman"]) if found["roman"] else 0
    if not value or (value == 1 and not found["stop"]):
        return None
    before = word_before(found.string, found.start())
    if before in _TITLES:
        titled = _TITLED.search(found.string, max(0, found.start() - 40), found.start())
        before = ((titled and titled["word"]) or "").lower()
    queen = re.fullmatch(_QUEENS, found["name"]) is not None
    if found["genitive"]:
        article, ending = ("der", "en") if queen else ("des", "en")
    elif before in _DATIVE:
        article, ending = ("der", "en") if queen else ("dem", "en")
    elif before in _ACCUSATIVE:
        article, ending = ("die", "e") if queen else ("den", "en")
    else:
        article, ending = ("die" if queen else "der"), "e"
    said = ordinal(value, ending).capitalize()
    return f"{found['name']}{found['genitive'] or ''} {article} {said}"


def _roman_place(found: re.Match[str]) -> str | None:
    value = roman(found["roman"]) if found["roman"] else 0
    before = word_before(found.string, found.start())
    if not value or found["noun"].lower() in STARTERS:
        return None
    return ordinal(value, adjective_ending(before, found["noun"]))


def _roman_number(found: re.Match[str]) -> str | None:
    value = roman(found["roman"]) if found["roman"] else 0
    return f"{found['kind']} {cardinal(value)}" if value else None


def _tenth_of_all(found: re.Match[str]) -> str:
    """Say "als 3." at a sentence's end; the stop stays."""
    return ordinal(int(found["n"]), "er")


RULES = (
    Rule(
        name=ORDINAL,
        starts=DIGITS,
        pattern=ROW + r"(?=[\s-])",
        say=_place,
        examples=(
            ("im 19. Jahrhundert", "im neunzehnten Jahrhundert"),
            ("der 2. Weltkrieg", "der zweite Weltkrieg"),
            ("in der 2. Liga", "in der zweiten Liga"),
            ("sein 3. Tor", "sein drittes Tor"),
            ("vom 17. bis zum 19. Jahr", "vom siebzehnten bis zum neunzehnten Jahr"),
            ("er wurde 19. Danach", "er wurde 19. Danach"),
        ),
    ),
    Rule(
        name="place",
        starts=DIGITS,
        pattern=r"(?<![\w.,:/-])(?P<n>\d{1,3})\.(?=(?:\+\d)?[,)])",
        say=lambda found: ordinal(int(found["n"])),
        examples=(("Müller (12.) traf", "Müller (zwölfte) traf"),),
    ),
    Rule(
        name="place",
        starts=DIGITS,
        pattern=r"(?<=\bals )(?P<n>\d{1,3})(?=\.(?:\s|$))",
        say=_tenth_of_all,
        examples=(("kam als 3. Der", "kam als dritter. Der"),),
    ),
    Rule(
        name="Roman numeral",
        starts=CAPITAL,
        pattern=(
            rf"\b(?P<name>{_RULERS}|{_AFTER_TITLE}[A-ZÄÖÜ][a-zäöüß]{{2,15}}?)"
            rf"(?P<genitive>s)? {_NUMERAL}(?P<stop>\.)?(?!\w)"
        ),
        say=_ruler,
        examples=(
            ("Ludwig XIV. baute", "Ludwig der Vierzehnte baute"),
            ("von König Karl V. ist", "von König Karl dem Fünften ist"),
            ("Elisabeth II. kam", "Elisabeth die Zweite kam"),
            ("Karl I lief", "Karl I lief"),
        ),
    ),
    Rule(
        name=ORDINAL,
        starts="[IVXL]",
        pattern=rf"(?<![\w.-]){_NUMERAL}\.(?=\s(?P<noun>[A-ZÄÖÜ]\w+))",
        say=_roman_place,
        examples=(("im XIX. Jahrhundert", "im neunzehnten Jahrhundert"),),
    ),
    Rule(
        name="Roman numeral",
        starts=CAPITAL,
        pattern=(
            r"\b(?P<kind>Kapitel|Teil|Band|Buch|Akt|Klasse|Typ|Phase|Hartz|Stufe|Artikel"
            rf"|Abschnitt|Anlage|Anhang|Tafel|Gruppe|Szene|Apollo) {_NUMERAL}(?![\w.])"
        ),
        say=_roman_number,
        examples=(("Kapitel IV und", "Kapitel vier und"),),
    ),
)
