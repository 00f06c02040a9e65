"""Marks that have English names: slashes, dashes, signs, letters of other scripts."""

import re
import unicodedata

from narrate.script.base import FIGURE, HIDDEN, SCRIPT, Rule
from narrate.script.english.numbers import cardinal

_SIGNS = {
    "&": "and",
    "@": "at",
    "+": "plus",
    "=": "equals",
    "%": "percent",
    "§": "section",
    "¶": "paragraph",
    "°": "degrees",
    "×": "times",
    "÷": "divided by",
    "±": "plus or minus",
    "≈": "about",
    "≤": "at most",
    "≥": "at least",
    "≠": "is not equal to",
    "⇔": "if and only if",
    "∞": "infinity",
    "√": "square root of",
    "‰": "per mille",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "#": "number",
}
_PRONOUNS = "s?he|him|hers?|his|they|them|theirs?|him(?:self)|her(?:self)|yes|no|either"
_EITHER = frozenset(
    "he she him his her hers they them their theirs himself herself yes no "
    "either".split()
)
_SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese"}
_SCRIPTS |= {"HANGUL": "Korean", "CYRILLIC": "Cyrillic", "ARABIC": "Arabic"}
_NAMED_LETTERS = {"GREEK"}
# Letters outside Latin; Latin with any accent is read by the voice itself.
_FOREIGN = (
    "\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u05ff\u0600-\u077f"
    "\u0780-\u1cff\u1f00-\u1fff\u2c00-\u2dff\u2e80-\u2fff\u3005-\u3007\u3040-\ua4cf"
    "\ua500-\ua71f\ua800-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010000-\U0001d3ff\U00020000-\U0003ffff"
)


def _foreign(found: re.Match[str]) -> str:
    """Say what stands there instead of guessing at letters the voice can't read."""
    first = unicodedata.name(found[0][0], "unknown").split()
    if first[0] in _NAMED_LETTERS and "LETTER" in first and len(found[0]) == 1:
        text = found.string
        before = "" if text[found.start() - 1 : found.start()] == "-" else " "
        after = "" if text[found.end() : found.end() + 1] == "-" else " "
        return f"{before}{first[-1].lower()}{after}"
    script = _SCRIPTS.get(first[0], first[0].partition("-")[0].capitalize())
    return f" {script} text "


def _grade(found: re.Match[str]) -> str:
    if found["best"]:
        return "A star"
    return f"{' '.join(found['letters'])} {'plus' if found['sign'] == '+' else 'minus'}"


RULES = (
    Rule(
        name="mark of Windows-1252",
        marks=HIDDEN,
        pattern=("[\x80-\x9f]"),
        say=lambda found: {
            **dict.fromkeys("\x96\x97", ", "),
            **dict.fromkeys("\x91\x92", "’"),
            "\x85": "…",
        }.get(found[0], " "),
        examples=(("hum\x97and", "hum, and"), ("he\x92s", "he’s")),
    ),
    Rule(
        name="list number",
        starts=r"^\d{1,3}(?=[.)])",
        marks=FIGURE,
        pattern=r"^(?P<n>\d{1,3})[.)](?=\s)",
        say=lambda found: f"{cardinal(int(found['n']))}.",
        examples=(("1) First", "one. First"),),
    ),
    Rule(
        name="and or",
        starts="and/or",
        marks="/",
        pattern=r"\band/or\b",
        say=lambda _: "and or",
        examples=(("guns and/or shells", "guns and or shells"),),
    ),
    Rule(
        name="one or the other",
        starts=r"(?<!\w)[A-Za-z]{1,7}/",
        marks="/",
        words=_EITHER,
        pattern=rf"(?i:\b(?P<a>{_PRONOUNS})/(?P<b>{_PRONOUNS})\b(?!/))",
        say=lambda found: f"{found['a']} or {found['b']}",
        examples=(("if he/she can", "if he or she can"),),
    ),
    Rule(
        name="one or the other",
        starts="[Ss]/he",
        marks="/",
        pattern=r"\b[Ss]/he\b",
        say=lambda found: f"{found[0][0]}he or he",
        examples=(("if s/he can", "if she or he can"),),
    ),
    Rule(
        name="slash",
        starts="/",
        marks="/",
        pattern=r"(?<=\b[A-Z]{2})/(?=[A-Z]{2}\b)|(?<=\bTCP)/(?=IP\b)",
        say=lambda _: " ",
        examples=(("AC/DC", "AC DC"), ("TCP/IP", "TCP IP")),
    ),
    Rule(
        name="slash",
        marks="/",
        pattern=r"/+",
        say=lambda _: ", ",
        examples=(("Saul Loeb/AFP", "Saul Loeb, AFP"),),
    ),
    Rule(
        name="comparison",
        starts="[<>]",
        marks="<>",
        pattern=r"(?<=[\w)] )[<>]=?(?= [\w(−-])",
        say=lambda found: (
            ("less" if found[0][0] == "<" else "greater")
            + " than"
            + (" or equal to" if found[0][1:] else "")
        ),
        examples=(("if x < y", "if x less than y"),),
    ),
    Rule(
        name="about",
        starts="[~≈∼]",
        marks="~≈∼",
        pattern=r"(?<![\w~≈∼])[~≈∼]\s?(?=[$€£]?\d)",
        say=lambda _: "about ",
        examples=(("~50 men", "about 50 men"),),
    ),
    Rule(
        name="sign of a right",
        starts=r"[®™℠©]|\((?=[RCT])",
        marks="®™℠©(",
        pattern=r"(?:[®™℠]|\([RC]\)(?=\s?\d{4})|©(?=\s*(?:[^\s\d]|$))|\(TM\))",
        say=lambda _: "",
        examples=(("Lego® bricks", "Lego bricks"), ("© Getty", " Getty")),
    ),
    Rule(
        name="sign of a right",
        marks="®™℠©(",
        pattern=r"©(?=\s?\d)",
        say=lambda _: "copyright ",
        examples=(("© 2024 Acme", "copyright  2024 Acme"),),
    ),
    Rule(
        name="grade",
        starts=r"(?<![\w-])[A-F]{1,3}(?=[+−-])|A\*",
        marks="+-−*",
        pattern=(
            r"(?<![\w-])(?P<letters>AAA?|BBB?|CCC?|[A-F])(?P<sign>[+−-])"
            r"(?![\w+-]|\s?\d|\s(?:and|or|to)\s[A-Z]-)|(?<![\w*])(?P<best>A)\*(?![\w*])"
        ),
        say=_grade,
        examples=(
            ("an A+ and a B-", "an A plus and a B minus"),
            ("B- and T-cells", "B- and T-cells"),
        ),
    ),
    Rule(
        name="star",
        starts=r"\*",
        marks="*",
        pattern=(
            r"(?<=\d)\*(?=[ -](?:hotel|resort|review|rating|rated|luxury)\b)"
            r"|(?<=dial )\*(?=\d)|(?<=press )\*(?=\d)"
        ),
        say=lambda found: "star " if found.string[found.end()].isdigit() else " star",
        examples=(("dial *69", "dial star 69"), ("a 5* hotel", "a 5 star hotel")),
    ),
    Rule(
        name="first to last",
        starts="A",
        marks="-–",
        pattern=r"(?<![\w-])A[-–]Z(?![\w-])",
        say=lambda _: "A to Z",
        examples=(("from A-Z", "from A to Z"),),
    ),
    Rule(
        name="line of marks",
        marks="=#+@%&$§°×÷±*_~-",
        starts=(r"([=#+@%&$§°×÷±-])(?=\1\1)|(?<=\s)[*_=#~-](?=\s[*_=#~-])"),
        pattern=r"(?P<mark>[=#+@%&$§°×÷±-])(?P=mark){2,}|(?<=\s)[*_=#~-](?:\s[*_=#~-])+(?=\s|$)",
        say=lambda _: " ",
        examples=(("A ===== B", "A   B"),),
    ),
    Rule(
        name="repeated mark",
        pattern=r"(?<=[!?])[!?]+|(?<=…)[.…]+|(?<=\.\.\.)\.+",
        say=lambda _: "",
        examples=(("No!!!", "No!"),),
    ),
    Rule(
        name="dash",
        marks="—―-–",
        pattern=r"—|―|--+|(?<=\s)[–-](?=\s)",
        say=lambda _: ", ",
        examples=(("the war — now", "the war ,  now"),),
    ),
    Rule(
        name="minus",
        marks="−",
        pattern=r"(?<=\s)−(?=\s)",
        say=lambda _: "minus",
        examples=(("a − b", "a minus b"),),
    ),
    Rule(
        name="sign",
        marks="".join(_SIGNS),
        pattern=rf"(?P<sign>[{re.escape(''.join(_SIGNS))}])",
        say=lambda found: f" {_SIGNS[found['sign']]} ",
        examples=(("Smith & Sons", "Smith  and  Sons"),),
    ),
    Rule(
        name="foreign script",
        starts=r"[^\x00-\u036f]",
        marks=SCRIPT,
        pattern=rf"[{_FOREIGN}]+(?:\s+[{_FOREIGN}]+)*",
        say=_foreign,
        examples=(
            ("Kyiv (Київ)", "Kyiv ( Cyrillic text )"),
            ("the α particle", "the  alpha  particle"),
        ),
    ),
)
