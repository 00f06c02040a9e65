"""Handles, tags, forums, file names and computer languages, in the words they hide."""

import re

from narrate.script.base import Rule, compiled
from narrate.script.english.designators import spell
from narrate.script.english.links import NAME_AND_DOT, marked, say_figures

_FILES = {
    "pdf": "P D F",
    "doc": "doc",
    "docx": "doc X",
    "xls": "X L S",
    "xlsx": "X L S X",
    "ppt": "P P T",
    "pptx": "P P T X",
    "csv": "C S V",
    "txt": "T X T",
    "md": "M D",
    "html": "H T M L",
    "htm": "H T M",
    "xml": "X M L",
    "json": "jason",
    "jpg": "J P G",
    "jpeg": "J peg",
    "png": "P N G",
    "gif": "gif",
    "svg": "S V G",
    "mp3": "M P three",
    "mp4": "M P four",
    "wav": "wave",
    "epub": "E pub",
    "zip": "zip",
    "exe": "E X E",
    "py": "P Y",
    "js": "J S",
    "toml": "toml",
    "yml": "Y M L",
    "yaml": "yaml",
    "ini": "I N I",
    "dll": "D L L",
    "apk": "A P K",
    "iso": "I S O",
}
_TAGS = {
    "metoo": "me too",
    "timesup": "times up",
    "blacklivesmatter": "black lives matter",
    "endsars": "end sars",
    "fyp": "F Y P",
    "tbt": "T B T",
    "nofilter": "no filter",
    "oscarssowhite": "oscars so white",
    "icebucketchallenge": "ice bucket challenge",
}
_SPEAKABLE = (
    r"[BCDFGHJKLMNPQRSTVWXZ]{1,2}[AEIOUY]{1,2}"
    r"(?:[BCDFGHJKLMNPQRSTVWXZ]{1,3}[AEIOUY]{0,2})*"
)
# Short forms that a small word follows: @NYTopinion; any other ends before Big Words.
_HOUSES = (
    r"^(?:NYT|BBC|CNN|ABC|NBC|CBS|MSNBC|WSJ|NPR|PBS|ESPN|ITV|HBO|MTV|NFL|NBA|NHL|MLB|NHS"
    r"|FBI|CIA|UN|EU|UK|US)(?=[a-z]{3}|on[A-Z])"
)
_LANGUAGES = {"C++": "C plus plus", "C#": "C sharp", "F#": "F sharp", ".NET": "dot net"}


def _tag_words(found: re.Match[str]) -> str:
    """Say a camel-cased tag as its words."""
    sign, word = found["sign"], found["word"]
    said = "hashtag" if sign == "#" else "at"
    if sign == "#" and word.lower() in _TAGS and word[1:].islower():
        return f"{said} {_TAGS[word.lower()]}"
    word = compiled(_HOUSES).sub(lambda house: f"{spell(house[0])} ", word)
    parted = re.sub(
        r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?!s$|s[A-Z])[a-z])|(?<=[A-Za-z])(?=\d)",
        " ",
        word.replace("_", " " if sign == "#" else " underscore "),
    )
    words = map(_short, parted.split())
    return " ".join(f"{said} {say_figures(' '.join(words))}".split())


def _short(part: str) -> str:
    """Spell capitals that nobody could say as a word: "BLM", "USWNT", but not "COP"."""
    spelled = (
        part.isupper() and len(part) > 1 and not compiled(_SPEAKABLE).fullmatch(part)
    )
    return spell(part) if spelled else part


def _file(found: re.Match[str]) -> str:
    name = say_figures(marked(found["name"]))
    if found["end"] == "js" and name[0].isupper():
        return f"{name} J S"
    return " ".join(f"{name} dot {_FILES[found['end'].lower()]}".split())


RULES = (
    Rule(
        name="handle or tag",
        starts="[#@]",
        marks="#@",
        pattern=r"(?<![\w&])(?P<sign>[#@])(?P<word>[A-Za-z]\w*|_\w+)",
        say=_tag_words,
        examples=(
            ("on #SlavaUkraini", "on hashtag Slava Ukraini"),
            ("by @ann_lee", "by at ann underscore lee"),
            ("#MeToo and #metoo", "hashtag Me Too and hashtag me too"),
            ("@NYTopinion", "at N Y T opinion"),
            ("#COP26", "hashtag COP twenty-six"),
        ),
    ),
    Rule(
        name="file name",
        starts=NAME_AND_DOT,
        marks=".",
        words=frozenset(end.rstrip("34") for end in _FILES),
        pattern=(
            rf"(?<![\w@./-])(?P<name>[A-Za-z0-9][\w-]{{0,60}}(?:\.\d+)*)"
            rf"\.(?P<end>(?i:{'|'.join(_FILES)}))(?![\w-]|\.\w)"
        ),
        say=_file,
        examples=(
            ("open report.pdf now", "open report dot P D F now"),
            ("my_notes2.txt", "my underscore notes two dot T X T"),
            ("with Node.js", "with Node J S"),
        ),
    ),
    Rule(
        name="forum",
        starts="[ru]/",
        marks="/",
        pattern=r"(?<![\w/])(?P<kind>[ru])/(?P<word>\w{2,21})(?![\w/])",
        say=lambda found: f"{found['kind'].upper()} slash {marked(found['word'])}",
        examples=(("on r/politics", "on R slash politics"),),
    ),
    Rule(
        name="computer language",
        starts=r"[CF][#+]|\.N",
        marks="#+.",
        pattern=r"(?<!\w)(?:C\+\+|[CF]#|\.NET)(?!\w)",
        say=lambda found: _LANGUAGES[found[0]],
        examples=(("C++ and .NET", "C plus plus and dot net"),),
    ),
    Rule(
        name="computer language",
        starts=r"\.NET",
        marks="#+.",
        pattern=r"(?<=\w)\.NET(?!\w)",
        say=lambda _: " dot net",
        examples=(("in ASP.NET", "in ASP dot net"),),
    ),
)
