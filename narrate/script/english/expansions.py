"""How short and long forms stand in a sentence: plurals, endings, articles."""

from narrate.script.base import compiled

_OF = r" (?:of|in|at|for|to|on|per|with|against)\b"
_HISSING = r"(?:s|x|z|ch|sh)$"
_CONSONANT_Y = r"[^aeiou]y$"
_IS_PLURAL = r"(?:[^su]s|\bforces|munitions|ordnance|armor|infrared)$"
_AS_YOU = r"(?i)(?:uni(?!d|m|n)|us[aeiu]|eu|one\b|u\b|[bcdgjkpqtvwyz]\b)"
_AS_VOWEL = r"(?i)(?:[aeiou]|[fhlmnrsx]\b|hour|honor|heir)"
_ARTICLE = r"(?i)(?<!\w)(?P<the>the )$|(?<!\w)(?P<a>an? )$"
# Where a name that takes no article may get one: "to ECOWAS", but "ex-ECOWAS chief".
_TAKES_ARTICLE = (
    r"(?:^|(?:[,;:!?—–(“\"]|(?<=[a-z]{2})\.) ?|\b(?i:of|in|to|by|from|with|for|at|on"
    r"|against|between|and|or|but|that|than|as|says?|said|told|asked|joined?|left|into"
    r"|under|within|via|if|when|while|because|is|was|urged?|called)\s)$"
)
_SENTENCE = r"(?:^|(?:[!?]|(?<=[a-z]{2})\.)[\"”’)]?\s+)[\"“‘(]?$"
_BODY = (
    r"\b(?:Agency|Administration|Association|Authority|Bank|Board|Bureau|Center|Centre"
    r"|Command|Commission|Committee|Conference|Council|Court|Department|Federation|Fund"
    r"|Institute|Laboratory|Mission|Office|Organi[sz]ation|Party|Service|Society|Union)"
)
_NEAR = 20
_LETTER_NAMES = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "eh bee see dee ee eff jee aitch eye jay kay ell emm enn owe pee queue arr ess "
        "tee you vee double-you ex why zee".split(),
        strict=True,
    )
)
_SPELLINGS = (
    ("-", ""),
    ("’", "'"),
    ("&", "and"),
    ("z", "s"),
    ("our", "or"),
    ("programme", "program"),
    ("centre", "center"),
    ("defence", "defense"),
)


def plural_of(long: str) -> str:
    """Put a long form into the plural: weapons of mass destruction, agencies."""
    found = compiled(_OF).search(long)
    head, rest = (long[: found.start()], long[found.start() :]) if found else (long, "")
    if compiled(_IS_PLURAL).search(head):
        return long
    if compiled(_CONSONANT_Y).search(head):
        return f"{head[:-1]}ies{rest}"
    return f"{head}{'es' if compiled(_HISSING).search(head) else 's'}{rest}"


def is_one_body(long: str) -> bool:
    """Tell whether there is but one: MTV's EMAs are no European Medicines Agency."""
    return long.startswith("the ") or bool(compiled(_BODY).search(long))


def in_place(long: str, written: str, start: int) -> tuple[str, int]:
    """Fit a long form behind what is written before; give it and where it starts.

    "a UAV" becomes "an unmanned aerial vehicle", so the article is part of it.
    """
    before = written[max(0, start - _NEAR) : start]
    bare = long.removeprefix("the ")
    article = compiled(_ARTICLE).search(before)
    if article and article["a"]:
        vowel = compiled(_AS_VOWEL).match(bare) and not compiled(_AS_YOU).match(bare)
        wanted = "an " if vowel else "a "
        if wanted != article["a"].lower():
            capital = article["a"][0].isupper()
            wanted = wanted.capitalize() if capital else wanted
            return wanted + bare, start - len(article["a"])
        return bare, start
    if bare == long or article or not compiled(_TAKES_ARTICLE).search(before):
        long = bare
    begins = compiled(_SENTENCE).search(before)
    return (long[0].upper() + long[1:] if begins else long), start


def folded(text: str) -> str:
    """Make British and American spellings of a name one, to compare them."""
    text = text.lower()
    for written, one in _SPELLINGS:
        text = text.replace(written, one)
    return text


def said_with(said: str, ending: str) -> str:
    """Say a short form with "s", "'s", "'d" or "'ing": "I Ds", "I deed"."""
    if ending == "s":
        hisses = said[-1].islower() and compiled(_HISSING).search(said)
        return f"{said}{'es' if hisses else 's'}"
    if ending in {"'d", "'ed", "'ing"}:
        if said[-1].isupper():
            said = said[:-1] + _LETTER_NAMES[said[-1]]
        if ending == "'ing":
            return f"{said}ing"
        return f"{said}{'d' if said.endswith('e') else 'ed'}"
    return said + ending
