"""Marks: brackets, slashes, signs, and what no voice should be given.

Nothing here may be obeyed as markup by an engine: see tests/speak for the proof.
"""

import html
import re
import unicodedata

from narrate.script.base import Rule
from narrate.script.english.links import say_figures
from narrate.script.english.numbers import cardinal

_SIDES = {
    "R": "right",
    "L": "left",
    "C": "center",
    "right": "right",
    "left": "left",
    "center": "center",
    "centre": "center",
    "top": "top",
    "bottom": "bottom",
}
_SIGNS = {
    "&": "and",
    "@": "at",
    "+": "plus",
    "=": "equals",
    "%": "percent",
    "§": "section",
    "°": "degrees",
    "×": "times",
    "÷": "divided by",
    "±": "plus or minus",
    "≈": "about",
    "≤": "at most",
    "≥": "at least",
    "→": "to",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "©": "copyright",
    "<": "less than",
    ">": "greater than",
    "#": "number",
}
_SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese"}
_SCRIPTS |= {"HANGUL": "Korean", "CYRILLIC": "Cyrillic", "ARABIC": "Arabic"}
_NAMED_LETTERS = {"GREEK"}
_TAGS = "a|abbr|b|blockquote|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|s|small|span|strong"
_TAGS += "|sub|sup|table|td|th|tr|u|ul"

INVISIBLE = re.compile(
    "\x1b\\[[0-9;]*[A-Za-z]|["  # a terminal's colours, then single characters
    "\x00-\x08\x0e-\x1b\x7f"  # C0: espeak-ng obeys \x01, and NUL ends its text
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # soft hyphen, bidi, BOM
    "\ufe00-\ufe0f\ue000-\uf8ff\ufff9-\ufffd"  # variants, private use, replacement
    "\U000e0000-\U000e0fff\U000f0000-\U0010fffd"
    "\ud800-\udfff]+"
)

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
        return f" {first[-1].lower()} "
    script = _SCRIPTS.get(first[0], first[0].partition("-")[0].capitalize())
    return f" {script} text "


def _symbol(found: re.Match[str]) -> str:
    name = unicodedata.name(found[0], "").lower().replace("-", " ")
    return f" {say_figures(name)} "


INVISIBLE_RULE = Rule(
    name="invisible",
    pattern=INVISIBLE,
    say=lambda _: "",
    examples=(("mis\u00adsile", "missile"), ("a\x01b", "ab")),
)

CAPTION_RULES = (
    Rule(
        name="caption mark",
        pattern=re.compile(rf"\((?P<side>{'|'.join(_SIDES)})\)"),
        say=lambda found: f", {_SIDES[found['side']]},",
        examples=(
            ("Joe Biden (R) and Ann (L) met", "Joe Biden , right, and Ann , left, met"),
        ),
    ),
)
"""Only under a picture: elsewhere "(R)" is a party."""

PROSE_RULES = (
    Rule(
        name="party",
        pattern=re.compile(r"\((?P<party>[RD])\)"),
        say=lambda found: f", {'Republican' if found['party'] == 'R' else 'Democrat'},",
        examples=(("Sen. Lee (R) said", "Sen. Lee , Republican, said"),),
    ),
)
"""Only where no picture is described."""

RULES = (
    Rule(
        name="mark of Windows-1252",
        pattern=re.compile("[\x80-\x9f]"),
        say=lambda found: {
            **dict.fromkeys("\x96\x97", ", "),
            **dict.fromkeys("\x91\x92", "’"),
            "\x85": "…",
        }.get(found[0], " "),
        examples=(("hum\x97and", "hum, and"), ("he\x92s", "he’s")),
    ),
    Rule(
        name="footnote mark",
        pattern=re.compile(r"\s?\[\d{1,3}(?:[ ,–-]+\d{1,3})*\]"),
        say=lambda _: "",
        examples=(("in 1990.[1] It", "in 1990. It"), ("was[2, 3] so", "was so")),
    ),
    Rule(
        name="entity",
        pattern=re.compile(r"&(?:[a-z]{2,8}|#\d{2,6});"),
        say=lambda found: html.unescape(found[0]).replace("&", " and "),
        examples=(("Tom &amp; Jerry", "Tom  and  Jerry"), ("a&nbsp;b", "a\xa0b")),
    ),
    Rule(
        name="letter and accent",
        pattern=re.compile("[A-Za-z][\u0300-\u036f]+"),
        say=lambda found: unicodedata.normalize("NFC", found[0]),
        examples=(("cafe\u0301", "café"),),
    ),
    Rule(
        name="markup",
        pattern=re.compile(rf"(?i)</?(?:{_TAGS})(?:\s[^<>]{{0,200}})?/?>"),
        say=lambda _: " ",
        examples=(("a <b>bold</b> word", "a  bold  word"),),
    ),
    Rule(
        name="markup",
        pattern=re.compile(r"^(?:#{1,6}|[-*•–>])\s+|(?<!\w)[*_]{1,3}(?=\w)"),
        say=lambda _: "",
        examples=(("## After the war", "After the war"), ("a *very* b", "a very* b")),
    ),
    Rule(
        name="markup",
        pattern=re.compile(r"(?<=[\w.,!?])[*_]{1,3}(?!\w)|\*{1,3}|`+"),
        say=lambda _: "",
        examples=(("very* b", "very b"),),
    ),
    Rule(
        name="list number",
        pattern=re.compile(r"^(?P<n>\d{1,3})[.)](?=\s)"),
        say=lambda found: f"{cardinal(int(found['n']))}.",
        examples=(("1) First", "one. First"),),
    ),
    Rule(
        name="bracket",
        pattern=re.compile(r"[(\[{]+|[)\]}]+"),
        say=lambda _: ", ",
        examples=(("men (and women) too", "men , and women,  too"),),
    ),
    Rule(
        name="and or",
        pattern=re.compile(r"\band/or\b"),
        say=lambda _: "and or",
        examples=(("guns and/or shells", "guns and or shells"),),
    ),
    Rule(
        name="slash",
        pattern=re.compile(r"/"),
        say=lambda _: ", ",
        examples=(("Saul Loeb/AFP", "Saul Loeb, AFP"),),
    ),
    Rule(
        name="dash",
        pattern=re.compile(r"—|―|--+|(?<=\s)[–-](?=\s)"),
        say=lambda _: ", ",
        examples=(("the war — now", "the war ,  now"),),
    ),
    Rule(
        name="minus",
        pattern=re.compile(r"(?<=\s)−(?=\s)"),
        say=lambda _: "minus",
        examples=(("a − b", "a minus b"),),
    ),
    Rule(
        name="sign",
        pattern=re.compile(rf"(?P<sign>[{re.escape(''.join(_SIGNS))}])"),
        say=lambda found: f" {_SIGNS[found['sign']]} ",
        examples=(("Smith & Sons", "Smith  and  Sons"),),
    ),
    Rule(
        name="foreign script",
        pattern=re.compile(rf"[{_FOREIGN}]+(?:\s+[{_FOREIGN}]+)*"),
        say=_foreign,
        examples=(
            ("Kyiv (Київ)", "Kyiv ( Cyrillic text )"),
            ("the α particle", "the  alpha  particle"),
        ),
    ),
    Rule(
        name="symbol",
        pattern=re.compile("(?![\u21a9\u21b5])[\u2190-\u2bff\U0001f000-\U0001faff]"),
        say=_symbol,
        examples=(("good \U0001f600", "good  grinning face "),),
    ),
    Rule(
        name="mark without a sound",
        pattern=re.compile(
            r"[\\|~^_<>{}\u2022\u00b7\u2020\u2021\u00b6\u00a6\u21a9\u21b5]+"
        ),
        say=lambda _: " ",
        examples=(("a | b", "a   b"),),
    ),
)

_NEEDS_NO_LANGUAGE = {
    "footnote mark",
    "entity",
    "letter and accent",
    "markup",
    "bracket",
    "mark without a sound",
}
LANGUAGE_FREE_RULES = (
    INVISIBLE_RULE,
    *(rule for rule in RULES if rule.name in _NEEDS_NO_LANGUAGE),
)
"""What is no word in any language."""
