"""Marks in any language: markup, notes and brackets, and what no voice may be given.

Nothing here may be obeyed as markup by an engine: see tests/speak for the proof.
"""

import re
import unicodedata

from narrate.script.base import BRACKET, FOREIGN, HIDDEN, Rule

_TAGS = "a|abbr|b|blockquote|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|s|small|span|strong"
_TAGS += "|sub|sup|table|td|th|tr|u|ul"

_INVISIBLE = (
    "\x1b\\[[0-9;]*[A-Za-z]"  # a terminal's colours, then single characters
    # A joiner between two pictures makes one of them, for the rule of emoji.
    "|(?:\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
    "|["
    "\x00-\x08\x0e-\x1b\x7f"  # C0: espeak-ng obeys \x01, and NUL ends its text
    "\u00ad\u200b\u200c\u200e\u200f"  # soft hyphen, no spaces, bidi
    "\u202a-\u202e\u2060-\u206f\ufeff"  # bidi, BOM
    "\ufe00-\ufe0f\ue000-\uf8ff\ufff9-\ufffd"  # variants, private use, replacement
    "\U000e0000-\U000e001f\U000e0080-\U000e0fff\U000f0000-\U0010fffd"
    "\ud800-\udfff])+"
    # Tags spell out the part of a country whose flag stands before them.
    "|(?<![\U0001f3f4\U000e0061-\U000e007a])[\U000e0020-\U000e007f]+"
)

INVISIBLE_RULE = Rule(
    name="invisible",
    marks=HIDDEN,
    pattern=_INVISIBLE,
    say=lambda _: "",
    examples=(("mis\u00adsile", "missile"), ("a\x01b", "ab")),
)

EMOJI = (
    "[\u2600-\u2604\u2607-\u2653\u2668\u267f\u2693\u26a1\u26bd\u26be\u2705\u270a-\u270d"
    "\u2728\u274c\u2753-\u2757\u2763-\u2764\u2b50\U0001f000-\U0001faff"
    "\ufe0f\u200d\U000e0020-\U000e007f]+"
)
"""Pictures, their skin tones, joiners and tags: for those who want to hear none."""


def _unescaped(found: re.Match[str]) -> str:
    import html  # noqa: PLC0415 - 4 ms for a table that few texts need

    return html.unescape(found[0]).replace("&", " and ")


RULES = (
    Rule(
        name="footnote mark",
        starts=BRACKET,
        marks="[",
        pattern=r"\s?\[\d{1,3}(?:[ ,–-]+\d{1,3})*\]",
        say=lambda _: "",
        examples=(("in 1990.[1] It", "in 1990. It"), ("was[2, 3] so", "was so")),
    ),
    Rule(
        name="entity",
        starts="&",
        marks="&",
        pattern=r"&(?:[a-z]{2,8}|#\d{2,6});",
        say=_unescaped,
        examples=(("Tom &amp; Jerry", "Tom  and  Jerry"), ("a&nbsp;b", "a\xa0b")),
    ),
    Rule(
        name="letter and accent",
        marks=FOREIGN,
        pattern=("[A-Za-z][\u0300-\u036f]+"),
        say=lambda found: unicodedata.normalize("NFC", found[0]),
        examples=(("cafe\u0301", "café"),),
    ),
    Rule(
        name="markup",
        starts="<",
        marks="<",
        pattern=rf"(?i)</?(?:{_TAGS})(?:\s[^<>]{{0,200}})?/?>",
        say=lambda _: " ",
        examples=(("a <b>bold</b> word", "a  bold  word"),),
    ),
    Rule(
        name="markup",
        marks="#*•–>_-",
        pattern=r"^(?:#{1,6}|[-*•–>])\s+|(?<!\w)[*_]{1,3}(?=\w)",
        say=lambda _: "",
        examples=(("## After the war", "After the war"), ("a *very* b", "a very* b")),
    ),
    Rule(
        name="markup",
        marks="*_`",
        pattern=r"(?<=[\w.,!?])[*_]{1,3}(?!\w)|\*{1,3}|`+",
        say=lambda _: "",
        examples=(("very* b", "very b"),),
    ),
    Rule(
        name="editor’s letter",
        starts=r"\[",
        marks="[",
        pattern=r"\[(?P<letter>[^\W\d_])\](?=[^\W\d_])",
        say=lambda found: found["letter"],
        examples=(("“[T]he end”", "“The end”"),),
    ),
    Rule(
        name="editor’s word",
        starts=r"\[",
        marks="[",
        pattern=(
            r"\[(?!(?i:sic|laugh|applau|cheer|music|inaudib|crosstalk|pause|sigh))"
            r"(?P<words>[^\W\d_][\w’'.-]*(?: [\w’'.-]+){0,3})\](?!\()"
        ),
        say=lambda found: found["words"],
        examples=(("made [it] so", "made it so"),),
    ),
    Rule(
        name="bracket",
        marks="()[]{}",
        pattern=r"[(\[{]+|[)\]}]+",
        say=lambda _: ", ",
        examples=(("men (and women) too", "men , and women,  too"),),
    ),
    Rule(
        name="bar",
        starts=r"\s\|",
        marks="|",
        pattern=r"\s\|(?=\s)",
        say=lambda _: ",",
        examples=(("Julius Young | Fox News", "Julius Young, Fox News"),),
    ),
    Rule(
        name="mark without a sound",
        marks="\\|~^_<>{}•·†‡¦↩↵\u200d" + HIDDEN,
        pattern=r"[\\|~^_<>{}\u2022\u00b7\u2020\u2021\u00a6\u21a9\u21b5\u200d\U000e0020-\U000e007f]+",
        say=lambda _: " ",
        examples=(("a|b", "a b"),),
    ),
)
"""What is no word in any language."""
