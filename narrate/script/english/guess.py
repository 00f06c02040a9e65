"""A guess for short forms that nobody told us of: a word, or letters one by one.

English says as a word what it can: NATO, and with the first letter's name KFOR; and
letters where consonants stand as in no word: HTTP, DSGVO. How often that is right, over
words that are known, is in tests/floors.toml.
"""

import re
from functools import cache

_STARTS = (
    "b c d f g h j k l m n p qu r s t v w x y z bl br ch cl cr dr dw fl fr gh gl gn gr"
    " kh kl kn kr ph phr pl pr rh sc sch scr sh shr sk sl sm sn sp spl spr squ st str"
    " sw th thr tr tw vl wh wr zh"
)
_ENDS = (
    "b c d f g h k l m n p q r s t v w x z bs bt bts ch ck cks cs ct cts dds dge ds"
    " dth fs ft fth fts gh ghs ght ghts gn gns gs ks ld lds lf lk lks lls lm lms lp"
    " lps ls lt lth lts lve mb mbs mf mp mps ms mt nc nce nch nd nds ng ngs ngth ngths"
    " nk nks ns nt nth nths nts nx pps ps pt pts rb rbs rc rch rd rds rf rg rk rks rl"
    " rld rlds rls rm rms rn rns rp rps rs rsh rst rt rth rths rts rv sc sh sk sks sm"
    " sp sps st sts tch th ths ts tz wds wk wl wls wn wns wth xt bb cc dd ff gg ll mm"
    " nn pp rr ss tt xx zz"
)
# Inside a word few consonants close a syllable: ALMA and EFTA, but E D T A.
_CLOSING = "b c d f k l m n p r s t x z ck ff ll mm nn pp rr ss st tt mp nk ng"
_VOWELS = (
    "a e i o u y aa ae ai ao au aw ay ea ee ei eo eu ew ey ia ie io iu oa oe oi oo ou"
    " ow oy ua ue ui"
)
_INSIDE = re.compile(
    r"[aeiou]{1,2}[^aeiou][aeiou]{1,2}|[aeiou](?:l|m|n|r|s|f|sh?|c)[^aeiouy][aeiou]"
)
_UNITED_STATES = re.compile(r"us[^aeiou]|u[^aeiou][^aeiou][aeiou]?$|y[^aeiou]")
_VOWELS_OF_A_WORD = 4  # one letter in four, in a long word
_SHORTEST = (
    4  # three capitals are letters: R A F, D O J; the words among them are known
)
_SURE = 6  # so long a row of letters nobody spells, where there are vowels in it


def _any(parts: str) -> str:
    return f"(?:{'|'.join(sorted(parts.split(), key=len, reverse=True))})"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Syllables from start to end; a letter by its name and one syllable behind it."""
    start, vowel, end = _any(_STARTS), _any(_VOWELS), _any(_ENDS)
    inside = rf"(?:{_any(_CLOSING)}?{start}{vowel})*"
    return (
        re.compile(rf"{start}?{vowel}{inside}{end}?"),
        re.compile(
            rf"([bcdfgjklmnprstvw])(?!\1)(?:[^aeiouyq]{vowel}{end}"
            rf"|{start}{vowel}{end}{vowel}?)"
        ),
    )


def guess(short: str) -> str:
    """Give capitals as people would read a word; "" where they would say letters."""
    lower = short.lower()
    if _is_long_word(lower):
        return short.capitalize()
    if len(lower) < _SHORTEST or _UNITED_STATES.match(lower):
        return ""
    word, named = _patterns()
    if len(lower) == _SHORTEST and lower[0] in "aeiou" and lower[-1] in "aeiou":
        word = _INSIDE
    if word.fullmatch(lower):
        return short.capitalize()
    return f"{short[0]}-{lower[1:]}" if named.fullmatch(lower) else ""


def _is_long_word(lower: str) -> bool:
    return len(lower) >= _SURE and _has_vowels(lower)


def _has_vowels(lower: str) -> bool:
    vowels = sum(letter in "aeiouy" for letter in lower)
    return vowels * _VOWELS_OF_A_WORD >= len(lower)


def guess_shouted(word: str) -> str:
    """Give a word of a line of capitals; "" where it can be none: "NFU", "DSGVO"."""
    lower = word.lower()
    spoken = any(pattern.fullmatch(lower) for pattern in _patterns())
    spoken = spoken or (len(lower) >= _SHORTEST and _has_vowels(lower))
    return word.capitalize() if spoken else ""
