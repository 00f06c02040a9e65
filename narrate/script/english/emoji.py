"""Emoji by their names: one sign of several parts is one name, flags are countries."""

import re
import unicodedata
from collections.abc import Sequence

from narrate.script.base import FOREIGN, PICTURE, Rule, compiled
from narrate.script.english.flags import country
from narrate.script.english.links import say_figures
from narrate.script.english.numbers import cardinal

JOINER = "\u200d"
_SKIN = "[\U0001f3fb-\U0001f3ff]"
_FLAG_LETTER = "[\U0001f1e6-\U0001f1ff]"
_PICTURE = (
    "(?:[\u2300-\u23ff\u2600-\u2604\u2607-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b55]"
    "|[\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff])"
)
_TAGS = "[\U000e0061-\U000e007a]+\U000e007f"
_ONE = f"{_PICTURE}(?:{_SKIN}|{_TAGS})?"
_NAMES = {
    "❤": "red heart",
    "♥": "heart",
    "🖤": "black heart",
    "☺": "smiling face",
    "☹": "frowning face",
    "☀": "sun",
    "⚡": "lightning",
    "✅": "check mark",
    "☑": "check mark",
    "❌": "cross mark",
    "✗": "cross mark",
    "✘": "cross mark",
    "✕": "cross mark",
    "✖": "cross mark",
    "⭐": "star",
    "💯": "hundred points",
    "🙏": "folded hands",
    "🙌": "raised hands",
    "💪": "flexed biceps",
    "👇": "finger pointing down",
    "👆": "finger pointing up",
    "👉": "finger pointing right",
    "👈": "finger pointing left",
    "☝": "finger pointing up",
    "🌍": "globe",
    "🌎": "globe",
    "🌏": "globe",
    "🏳": "white flag",
    "🏴": "black flag",
    "♪": "music",
    "♫": "music",
    "🎵": "musical note",
    "😅": "grinning face with sweat",
    "🥰": "smiling face with hearts",
    "☕": "cup of coffee",
    "⚽": "football",
    "←": "left arrow",
    "↑": "up",
    "↓": "down",
}
# What a second part makes of a person, or of another sign.
_TRADES = {
    "⚕": "health worker",
    "⚖": "judge",
    "✈": "pilot",
    "🌾": "farmer",
    "🍳": "cook",
    "🎓": "student",
    "🎤": "singer",
    "🎨": "artist",
    "🏫": "teacher",
    "🏭": "factory worker",
    "💻": "technologist",
    "💼": "office worker",
    "🔧": "mechanic",
    "🔬": "scientist",
    "🚀": "astronaut",
    "🚒": "firefighter",
    "🦽": "in a wheelchair",
    "🦯": "with a white cane",
}
_WHOLE = {
    "🏳🌈": "rainbow flag",
    "🏳⚧": "transgender flag",
    "🏴☠": "pirate flag",
    "❤🔥": "heart on fire",
    "❤🩹": "mending heart",
    "👁🗨": "eye in a speech bubble",
    "🐻❄": "polar bear",
    "🐕🦺": "service dog",
    "😮💨": "face breathing out",
    "😵💫": "face with spiral eyes",
    "😶🌫": "face in clouds",
}
# The tags behind a black flag: "gbeng", "gbsct" and "gbwls".
_PARTS = {"e": "England", "s": "Scotland", "w": "Wales"}
_PERSONS = {"👨": "man", "👩": "woman", "🧑": "person", "👦": "boy", "👧": "girl"}
_PERSONS |= {"👶": "baby", "🧒": "child"}
_TYPE = (
    r"^(?:heavy |white |black )+(?!flag|heart|circle|square|large)"
    r"| (?:sign|symbol|suit)$"
)
_DOING = {"🤷": "shrugging", "🤦": "holding a hand to the face", "🏃": "running"}
_DOING |= {"🚶": "walking", "🏊": "swimming", "🙋": "raising a hand", "🙇": "bowing"}
_DOING |= {"🚴": "cycling", "🏄": "surfing", "🚣": "rowing", "🏋": "lifting weights"}
_DOING |= {"💁": "tipping a hand", "🤸": "turning a cartwheel", "💃": "dancing"}
_ARROWS = {"→": "to", "⇒": "to", "➡": "to", "➔": "to", "⟶": "to"}


def _name(sign: str) -> str:
    name = unicodedata.name(sign[0], "").lower().replace("-", " ")
    return _NAMES.get(sign, compiled(_TYPE).sub("", compiled(_TYPE).sub("", name)))


def _said(sequence: str) -> str:
    """Name one emoji, of one part or of several."""
    if part := re.match(
        "\U0001f3f4\U000e0067\U000e0062([\U000e0061-\U000e007a])", sequence
    ):
        return f"flag of {_PARTS.get(chr(ord(part[1]) - 0xE0000), 'Britain')}"
    parts = [part for part in re.sub(_SKIN, "", sequence).split(JOINER) if part]
    if "".join(parts) in _WHOLE:
        return _WHOLE["".join(parts)]
    return _name(parts[0]) if len(parts) == 1 else _joined(parts)


def _joined(parts: Sequence[str]) -> str:
    first, last = parts[0], parts[-1]
    if last in {"♂", "♀"}:
        doing = _DOING.get(first) or _name(first)
        return f"{'man' if last == '♂' else 'woman'} {doing}"
    if all(part in _PERSONS for part in parts):
        return "family"
    if "❤" in parts:
        return "kiss" if "💋" in parts else "couple with heart"
    if first in _PERSONS and last in _TRADES:
        return f"{_PERSONS[first]} {_TRADES[last]}"
    return " and ".join(map(_name, parts))


def _emoji(found: re.Match[str]) -> str:
    """Say each sign of a row once, however often it is repeated."""
    row = re.findall(f"{_ONE}(?:{JOINER}{_ONE})*", found[0])
    names = [name for name in dict.fromkeys(map(_said, row)) if name]
    return _apart(found, say_figures(", ".join(names))) if names else " "


def _apart(found: re.Match[str], said: str) -> str:
    """Part a picture's name from the sentence; a small sign is a word of it."""
    if max(found[0]) < "\U0001f000":
        return f" {said} "
    before, after = found.string[: found.start()][-3:], found.string[found.end() :][:3]
    opens = "" if re.search(r"(?:^|[\"“‘(\[])\s*$", before) else ", "
    closes = "" if re.match(r"\s*(?:[\"”’)\].,;:!?…]|$)", after) else ", "
    return f"{opens}{said}{closes}"


def _flags(found: re.Match[str]) -> str:
    letters = [chr(ord(c) - 0x1F1E6 + ord("A")) for c in found[0]]
    pairs = dict.fromkeys(
        a + b for a, b in zip(letters[::2], letters[1::2], strict=False)
    )
    return _apart(found, ", ".join(map(_flag, pairs))) if pairs else " "


def _flag(code: str) -> str:
    return f"flag of {country(code) or ' '.join(code)}"


def _stars(found: re.Match[str]) -> str:
    full, half = len(found["full"]), bool(found["half"])
    every = full + half + len(found["empty"] or "")
    said = cardinal(full) + (" and a half" if half else "")
    said += " star" if full == 1 and not half else " stars"
    return f", {said}{f' out of {cardinal(every)}' if every > full else ''}, "


RULES = (
    Rule(
        name="stars",
        starts="[★⭐]",
        marks=PICTURE,
        pattern="(?P<full>★+(?=[★½⯨☆])★?|⭐{2,})(?P<half>½|⯨)?(?P<empty>☆+)?",
        say=_stars,
        examples=(
            ("★★★☆☆", ", three stars out of five, "),
            ("⭐⭐", ", two stars, "),
        ),
    ),
    Rule(
        name="arrow",
        starts="[→⇒➡➔⟶]",
        marks=PICTURE,
        pattern="[→⇒➡➔⟶]",
        say=lambda found: f" {_ARROWS[found[0]]} ",
        examples=(("Rome → Oslo", "Rome  to  Oslo"),),
    ),
    Rule(
        name="box or bullet",
        marks=PICTURE,
        pattern="[\u2219\u2500-\u259f\u25a0-\u25ff\u2756\u27a2\u2794\u279c\u2666]+(?!\ufe0f)",
        say=lambda _: " ",
        examples=(("■ First", "  First"),),
    ),
    Rule(
        name="flag",
        starts=_FLAG_LETTER,
        marks=PICTURE,
        pattern=f"{_FLAG_LETTER}+",
        say=_flags,
        examples=(("go 🇺🇦🇺🇦", "go , flag of Ukraine"),),
    ),
    Rule(
        name="emoji",
        starts=_PICTURE,
        marks=PICTURE,
        pattern=f"{_ONE}(?:{JOINER}{_ONE})*(?:\\s?{_ONE}(?:{JOINER}{_ONE})*)*",
        say=_emoji,
        examples=(
            ("good 😀", "good , grinning face"),
            ("😂😂🎉", "face with tears of joy, party popper"),
            ("👍🏽", "thumbs up"),
            (
                "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f 🎉",
                "flag of Scotland, party popper",
            ),
            ("👩\u200d🚀", "woman astronaut"),
        ),
    ),
    Rule(
        name="symbol",
        marks=PICTURE,
        pattern="(?![\u21a9\u21b5])[\u2190-\u2bff]",
        say=lambda found: f" {say_figures(_name(found[0]))} ",
        examples=(("a ⊕ b", "a  circled plus  b"), ("one ★", "one  star ")),
    ),
    Rule(
        name="mark without a sound",
        marks=FOREIGN,
        pattern=f"{JOINER}+|\u20e3|{_SKIN}",
        say=lambda _: "",
        examples=(("1\u20e3", "1"),),
    ),
)
