"""Links, addresses, handles, tags and file names: said short, never spelled out."""

import re

from narrate.script.base import Rule
from narrate.script.english.designators import spell
from narrate.script.english.numbers import designator, digits

# Ends that no word of a sentence has: "the war.It was" and "end.so" are no sites.
_ENDS = (
    "com|org|net|gov|edu|mil|int|io|ai|info|biz|tv|fm|app|dev|news|xyz|online|blog"
    "|tech|co\\.uk|org\\.uk|ac\\.uk|gov\\.uk|com\\.au|gov\\.au|co\\.nz|co\\.za|co\\.jp"
    "|com\\.br|uk|eu|ca|de|fr|ru|ua|cn|jp|kr|nl|ch|se|dk|pl|cz|ie|mx|gg|ly"
)
_NAME_AND_DOT = r"(?<![\w@./-])[A-Za-z0-9][\w-]{0,60}\.(?=\w)"
_SHORT_HOSTS = r"t\.co|t\.me|youtu\.be|about\.me|last\.fm|redd\.it|goo\.gl|wa\.me"
_WORD_ENDS = {"co", "com", "org", "net", "gov", "edu", "info", "me", "be", "app", "dev"}
_WORD_ENDS |= {"news", "online", "blog", "mil", "int", "biz", "tech", "it", "us"}
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
_LANGUAGES = {"C++": "C plus plus", "C#": "C sharp", "F#": "F sharp", ".NET": "dot net"}
_MARKS = {".": " dot ", "-": " dash ", "_": " underscore ", "@": " at ", "+": " plus "}
_MARKS |= {"/": " slash ", "~": " tilde ", "=": " equals ", "&": " and "}


def say_figures(text: str) -> str:
    """Say the figures in a name."""
    return re.sub(r"\d+", lambda n: f" {designator(n[0])} ", text)


def _marked(text: str) -> str:
    return re.sub(r"[-.@_+/~=&]", lambda mark: _MARKS[mark[0]], text)


def _host(host: str) -> str:
    """Say a site's name; its country's two letters one by one."""
    *names, last = host.split(".")
    said = [_marked(name) for name in names]
    for at, name in enumerate(names):
        if at and len(name) <= 3 and name not in _WORD_ENDS:
            said[at] = spell(name)
    said.append(last if len(last) > 2 or last in _WORD_ENDS else spell(last))
    return " ".join(say_figures(" dot ".join(said)).split())


def _link(found: re.Match[str]) -> str:
    return f"link to {_host(found['host'].removeprefix('www.').rstrip('.'))}"


def _site(found: re.Match[str]) -> str:
    """Say a site and, where it is short and made of words, the path behind it."""
    path = found["path"] or ""
    if not re.fullmatch(r"(?:/[A-Za-z][A-Za-z-]{0,19}){1,2}", path):
        path = ""
    return _host(found["host"]) + _marked(path.replace("-", " ")).rstrip()


def _mail(found: re.Match[str]) -> str:
    name, _, host = found[0].partition("@")
    said = re.sub(r"\d+", lambda n: f" {digits(n[0])} ", _marked(name))
    return " ".join(f"{said} at {_host(host)}".split())


def _tag_words(found: re.Match[str]) -> str:
    """Say a camel-cased tag as its words."""
    sign, word = found["sign"], found["word"]
    said = "hashtag" if sign == "#" else "at"
    if sign == "#" and word.lower() in _TAGS and word[1:].islower():
        return f"{said} {_TAGS[word.lower()]}"
    parted = re.sub(
        r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)",
        " ",
        word.replace("_", " " if sign == "#" else " underscore "),
    )
    words = (_short(part) if len(part) < 4 else part for part in parted.split())
    return " ".join(f"{said} {say_figures(' '.join(words))}".split())


def _short(part: str) -> str:
    vowelled = re.search(r"[AEIOUY]", part)
    return spell(part) if part.isupper() and len(part) > 1 and not vowelled else part


def _file(found: re.Match[str]) -> str:
    name = say_figures(_marked(found["name"]))
    if found["end"] == "js" and name[0].isupper():
        return f"{name} J S"
    return " ".join(f"{name} dot {_FILES[found['end'].lower()]}".split())


def _address(found: re.Match[str]) -> str | None:
    parts = found[0].split(".")
    if any(int(part) > 255 for part in parts):
        return None
    return " dot ".join(designator(part) for part in parts)


RULES = (
    Rule(
        name="link",
        pattern=(
            r"(?i:\b(?:https?://|www\.))(?P<host>[\w.-]*\w)(?::\d+)?(?:[/?#][^\s<>\"”)]*)?"
            r"(?<![.,;:!?])"
        ),
        say=_link,
        examples=(
            ("see https://www.example.com/a?b=1.", "see link to example dot com."),
            ("at www.bbc.co.uk/news", "at link to bbc dot co dot U K"),
        ),
    ),
    Rule(
        name="e-mail address",
        starts=r"(?<![\w.+-])\w[\w.+-]{0,63}@",
        pattern=r"(?<![\w.+-])\w[\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b",
        say=_mail,
        examples=(
            ("ask ann.lee@example.org", "ask ann dot lee at example dot org"),
            ("a_b12@x.de", "a underscore b one two at x dot D E"),
        ),
    ),
    Rule(
        name="e-mail address",
        starts=r"\s?<",
        pattern=r"\s?<(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>",
        say=lambda _: "",
        examples=(("Ann Lee <ann@example.org> wrote", "Ann Lee wrote"),),
    ),
    Rule(
        name="handle or tag",
        starts="[#@]",
        pattern=r"(?<![\w&])(?P<sign>[#@])(?P<word>[A-Za-z]\w*|_\w+)",
        say=_tag_words,
        examples=(
            ("on #SlavaUkraini", "on hashtag Slava Ukraini"),
            ("by @ann_lee", "by at ann underscore lee"),
            ("#MeToo and #metoo", "hashtag Me Too and hashtag me too"),
            ("#COP26", "hashtag COP twenty-six"),
        ),
    ),
    Rule(
        name="web site",
        starts=_NAME_AND_DOT,
        pattern=(
            r"(?<![\w@./-])(?P<host>(?:[A-Za-z0-9][\w-]{0,60}\.){1,5}"
            rf"(?:{_ENDS})|{_SHORT_HOSTS})"
            r"(?P<path>/[\w/.?=&%~#-]*\w)?/?(?![\w@-])(?!\.\w)"
        ),
        say=_site,
        examples=(
            ("on Fool.com today", "on Fool dot com today"),
            ("at bbc.com/news", "at bbc dot com slash news"),
            ("the war.It was", "the war.It was"),
        ),
    ),
    Rule(
        name="file name",
        starts=_NAME_AND_DOT,
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
        pattern=r"(?<![\w/])(?P<kind>[ru])/(?P<word>\w{2,21})(?![\w/])",
        say=lambda found: f"{found['kind'].upper()} slash {_marked(found['word'])}",
        examples=(("on r/politics", "on R slash politics"),),
    ),
    Rule(
        name="computer’s address",
        starts=r"\d+",
        pattern=r"(?<![\w.,])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)",
        say=_address,
        examples=(("at 10.0.0.1", "at ten dot zero dot zero dot one"),),
    ),
    Rule(
        name="computer language",
        starts=r"[CF][#+]|\.N",
        pattern=r"(?<!\w)(?:C\+\+|[CF]#|\.NET)(?!\w)",
        say=lambda found: _LANGUAGES[found[0]],
        examples=(("C++ and .NET", "C plus plus and dot net"),),
    ),
    Rule(
        name="computer language",
        starts=r"\.NET",
        pattern=r"(?<=\w)\.NET(?!\w)",
        say=lambda _: " dot net",
        examples=(("in ASP.NET", "in ASP dot net"),),
    ),
)
