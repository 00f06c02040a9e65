"""Words in capitals that are no short forms: stress, shouted lines and datelines."""

import re
from collections.abc import Callable

from narrate.script.base import compiled

# Each would be taken for letters otherwise. Longer words are seen to be words.
COMMON = frozenset(
    "AH AM AN AS AT BE BY DO GO HA HE HI IF IN IS IT ME MY NO OF OH ON OR OW SO TO "
    "UP US WE YE YO ACE ACT ADD AGE AGO AID AIM AIR ALL AND ANN ANT ANY APE APP ARC "
    "ARE ARK ARM ART ASH ASK ATE AWE AXE BAD BAG BAN BAR BAT BAY BED BEE BEG BET BID "
    "BIG BIN BIT BOO BOW BOX BOY BUD BUG BUN BUS BUT BUY BYE CAB CAN CAP CAR CAT COP "
    "COW CRY CUB CUP CUT DAD DAM DAY DEN DEW DID DIE DIG DIM DIP DOG DON DOT DRY DUE "
    "DUG DYE EAR EAT EGG EGO ELF ELK ELL END ERA EVE EWE EYE FAN FAR FAT FED FEE FEW "
    "FIG FIN FIR FIT FIX FLU FLY FOE FOG FOR FOX FRY FUN FUR GAG GAP GAS GAY GEL GEM "
    "GET GIG GOD GOT GUM GUN GUT GUY GYM HAD HAM HAS HAT HAY HEM HEN HER HEY HID HIM "
    "HIP HIS HIT HOG HOP HOT HOW HUB HUG HUM HUT ICE ICY ILL INK INN ISN ITS JAB JAM "
    "JAR JAW JET JEW JOB JOG JOY JUG KEY KID KIN KIT LAB LAD LAP LAW LAY LED LEE LEG "
    "LET LID LIE LIP LIT LOG LOT LOW MAD MAN MAP MAT MAX MAY MEN MET MID MIX MOB MOM "
    "MOP MUD MUG MUM NAP NET NEW NIL NOD NON NOR NOT NOW NUN NUT OAK ODD OFF OFT OIL "
    "OLD ONE OPT OUR OUT OWE OWL OWN PAD PAN PAR PAT PAW PAY PEA PEN PER PET PIE PIG "
    "PIN PIT POP POT PUB PUN PUT RAG RAM RAN RAP RAT RAW RAY RED RIB RID RIG RIM RIP "
    "ROB ROD ROT ROW ROY RUB RUG RUN RYE SAD SAT SAW SAY SEA SEE SET SEW SEX SHE SHY "
    "SIN SIP SIR SIT SIX SKI SKY SOB SOD SON SOW SOY SPA SPY SUB SUE SUM SUN TAB TAG "
    "TAN TAP TAR TAX TEA TEN THE THY TIE TIN TIP TOE TON TOO TOP TOW TOY TRY TUB TUG "
    "TWO USE VAN VAT VET VIA VOW WAR WAS WAX WAY WEB WED WET WHO WHY WIG WIN WIT WOE "
    "WON WOO WOW YES YET YOU ZIP ZOO ABLE BUYS CARE COIN DART EDGE GUYS HARM HEAT "
    "NICE PACE RICE SALT SOFA JUICE SHAPE START".split()
)
_CAPITAL_WORD = r"(?<![\w&])[A-Z]{2,}(?![\w&])"
_LINE_OF_CAPITALS = 2
_ALL_CAPITALS = 0.6
_TWO = 2  # letters
_DATELINE = (
    r"\W{0,3}(?=[A-Z])[A-Z.'’-]{2,20}(?:(?: |, ?|/)[A-Z.'’-]{2,20}){0,4}(?<=[A-Z])"
    r"(?=, (?:[A-Z][a-z]|[A-Z]\.)| ?\(|\s?[—–]|\s-\s)"
)
_BEFORE = r"(\S*)\s+$"
_AFTER = r"\s+(\S+)"
_NEAR = 24  # characters: a word
# "LET US GO", "LIED TO US FOR YEARS", but "US TROOPS GO"
_TO_US = frozenset(
    "LET LETS TELL TELLS TOLD GIVE GIVES GAVE HELP HELPS SHOW SHOWS MAKE MAKES MADE "
    "TAKE TAKES KEEP KEEPS TEACH JOIN SAVE SAVED ALL BOTH".split()
)
_FOR_US = frozenset("FOR TO OF WITH BY ON FROM ABOUT BETWEEN AMONG LIKE".split())
_NO_NOUN = frozenset(
    "IS ARE WAS WERE ALL AND TO THAT IN ON AT BUT IF AS NOT FOR WITH BY FROM AFTER "
    "BEFORE NOW AGAIN HOW WHAT WHEN WHY".split()
)
# "IT GIANT SACKS HUNDREDS", "WHO DECLARES AN EMERGENCY"
_AFTER_NAMES = {
    "IT": frozenset(
        "BOSS CHIEF COMPANY CRASH EXPERT EXPERTS FAILURE FIRM FIRMS GIANT GIANTS "
        "GLITCH INDUSTRY JOBS OUTAGE SECTOR SERVICES STAFF SYSTEM SYSTEMS WORKER "
        "WORKERS".split()
    ),
    "WHO": frozenset(
        "ADVISES APPROVES BACKS BOSS CHIEF CONFIRMS DECLARES EXPERTS HEAD LAUNCHES "
        "RAISES RECOMMENDS REPORT TEAM URGES WARNS".split()
    ),
}

# Words of two letters that are nouns nowhere: where only a noun can stand they are
# letters, "the HE sector", "an OR nurse". "the IN crowd" and "a NO vote" are words.
_NO_NOUNS = frozenset("HE ME OR AS AN AT BE BY WE OF HA".split())
_DETERMINERS = r"\b(?:[Aa]n|[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|whose)$"
_WORDS_AFTER = frozenset(
    "and or but not which who that generation decade era first time times too gate "
    "gates operator operators statement statements clause clauses query queries".split()
)
# What stands behind some of them, whatever is before: "IS fighters", "AS levels".
_BEHIND = {
    "HE": "sector institutions? providers? students? colleges? staff polic(?:y|ies)",
    "ME": "patients? sufferers? charit(?:y|ies)",
    "OR": "nurses? staff tables?",
    "AS": "levels? Levels? Roma Monaco",
    "IS": "fighters? militants? jihadists? strikes suspects? supporters? group",
    "UP": "government govt police",
}
_PAIRED = r"\b(?P<one>[A-Z]{2}) (?:and|or) $"
_PAIR = r" (?:and|or) (?P<one>[A-Z]{2})\b"
# Initials: by HE Bates; behind "and" and "of" too where no word could stand.
_SURNAME = r" [A-Z][a-z]{2,}"
_VOWEL_NAME = r" (?:[AEIOU]|H(?:on|eir|our))|\W*$"
_NEVER_HE = r"\b(?:of|to|from|with|for|against|Miss|Lord|Lady)$"
_INITIALS = frozenset("AM AN AS AT BE DO GO HA HE IF IN ME OH OR WE".split())
_WRITERS = (
    r"\b(?:(?i:by|novelists?|authors?|poets?|writers?|critics?|biographers?|historians?"
    r"|professor|cricketers?|playwrights?|economists?|cited in)|Mr|Mrs|Ms|Dr|Prof"
    r"|Sir)\.?$"
)


def is_shouted(written: str, is_known: Callable[[str], bool]) -> bool:
    """Tell whether a whole line of words stands in capitals: then they mean nothing."""
    words = {
        w for w in compiled(_CAPITAL_WORD).findall(written) if _is_plain(w, is_known)
    }
    if len(words) < _LINE_OF_CAPITALS:
        return False
    letters = [letter for letter in written if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return capitals > _ALL_CAPITALS * len(letters)


def _is_plain(word: str, is_known: Callable[[str], bool]) -> bool:
    return word in COMMON or (len(word) > 3 and not is_known(word))


def dateline_end(written: str) -> int:
    """Tell how far a place reaches that a report begins with: "LVIV, Ukraine (AP)"."""
    found = compiled(_DATELINE).match(written)
    return found.end() if found else 0


def is_word_here(
    written: str,
    start: int,
    end: int,
    *,
    shouted: bool,
    is_known: Callable[[str], bool],
) -> bool:
    """Tell IT, US and WHO, in a line of capitals or among stressed words, from words.

    All of them are words and short forms too.
    """
    word, before = written[start:end], _word_before(written, start)
    after = _word_after(written, end)
    lone = not after or after.upper() in _NO_NOUN
    if not shouted:
        told = word == "US" and lone and before.upper() in _TO_US
        return told or any(
            near == "I" or (near in COMMON and not is_known(near))
            for near in (before, after)
        )
    if word == "US":
        return before in _TO_US or (before in _FOR_US and lone)
    named = word in _AFTER_NAMES and (before == "THE" or after in _AFTER_NAMES[word])
    return not named


def is_letters_here(written: str, start: int, end: int) -> bool:
    """Tell letters from a stressed word, in a line that is not shouted.

    "the HE sector", "by AS Heagle"; but "he gave it to ME", "BY Jane Smith".
    """
    word = written[start:end]
    if len(word) > _TWO:
        return False
    before = written[max(0, start - _NEAR) : start].rstrip(' "“‘(')
    after = written[end : end + _NEAR]
    if word in _INITIALS and compiled(_SURNAME).match(after):
        consonant = word == "AN" and not compiled(_VOWEL_NAME).match(after)
        he = word == "HE" and compiled(_NEVER_HE).search(before)  # never "of he"
        if consonant or he or compiled(_WRITERS).search(before):
            return True
    nouns = "|".join(_BEHIND.get(word, "").split())
    if nouns and re.match(rf" (?:{nouns})\b", after):
        return True
    for near in (
        compiled(_PAIRED).search(written[max(0, start - 8) : start]),
        compiled(_PAIR).match(after),
    ):
        if near and word in _BEHIND and near["one"] not in COMMON:
            return True
    return (
        word in _NO_NOUNS
        and bool(compiled(_DETERMINERS).search(before))
        and _word_after(written, end) not in _WORDS_AFTER
    )


def _word_before(written: str, at: int) -> str:
    found = compiled(_BEFORE).search(written[max(0, at - _NEAR) : at])
    return found[1].strip("\"'“”‘’(") if found else ""


def _word_after(written: str, at: int) -> str:
    found = compiled(_AFTER).match(written[at : at + _NEAR])
    return found[1].strip("\"'“”‘’).,;:!?") if found else ""


def word_after(written: str, at: int) -> str:
    """Give the next word, in small letters; "" where a stop comes first."""
    return _word_after(written, at).lower()
