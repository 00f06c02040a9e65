"""Links, sites and e-mail addresses: said short, never spelled out."""

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
NAME_AND_DOT = r"(?<![\w@./-])[A-Za-z0-9][\w-]{0,60}\.(?=\w)"
_SHORT_HOSTS = r"t\.co|t\.me|youtu\.be|about\.me|last\.fm|redd\.it|goo\.gl|wa\.me"
_END_WORDS = frozenset(re.findall("[a-z]+", _ENDS)) | {"me", "youtu", "redd", "wa"}
_WORD_ENDS = {"co", "com", "org", "net", "gov", "edu", "info", "me", "be", "app", "dev"}
_WORD_ENDS |= {"news", "online", "blog", "mil", "int", "biz", "tech", "it", "us"}
# Sites whose names are letters in spite of a vowel.
_LETTERS = set(
    "abc aclu afp ap cia epa eu fbi imf irs nra un usa usda ucla mit".split()
)
_MARKS = {".": " dot ", "-": " dash ", "_": " underscore ", "@": " at ", "+": " plus "}
_MARKS |= {"/": " slash ", "~": " tilde ", "=": " equals ", "&": " and "}


def say_figures(text: str) -> str:
    """Say the figures in a name."""
    return re.sub(r"\d+", lambda n: f" {designator(n[0])} ", text)


def marked(text: str) -> str:
    """Say the marks in a name."""
    return re.sub(r"[-.@_+/~=&]", lambda mark: _MARKS[mark[0]], text)


def _host(host: str) -> str:
    """Say a site's name; its country's two letters one by one."""
    *names, last = host.split(".")
    said = [_label(name) for name in names]
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
    return _host(found["host"]) + marked(path.replace("-", " ")).rstrip()


def _mail(found: re.Match[str]) -> str:
    name, _, host = found[0].partition("@")
    said = re.sub(r"\d+", lambda n: f" {digits(n[0])} ", marked(name))
    return " ".join(f"{said} at {_host(host)}".split())


def _label(name: str) -> str:
    """Say one part of a site's name; three or four letters without a vowel by them."""
    if name in _LETTERS or re.fullmatch(r"[b-df-hj-np-tv-xz]{2,4}", name):
        return spell(name)
    return marked(name)


RULES = (
    Rule(
        name="link",
        marks="/.",
        pattern=(
            r"(?i:\b(?:(?:https?|ftp)://|www\.))(?P<host>[\w.-]*\w)(?::\d+)?(?:[/?#][^\s<>\"”)]*)?"
            r"(?<![.,;:!?])"
        ),
        say=_link,
        examples=(
            ("see https://www.example.com/a?b=1.", "see link to example dot com."),
            ("at www.bbc.co.uk/news", "at link to B B C dot co dot U K"),
        ),
    ),
    Rule(
        name="e-mail address",
        starts=r"(?<![\w.+-])\w[\w.+-]{0,63}@",
        marks="#@",
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
        marks="<",
        pattern=r"\s?<(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>",
        say=lambda _: "",
        examples=(("Ann Lee <ann@example.org> wrote", "Ann Lee wrote"),),
    ),
    Rule(
        name="web site",
        starts=NAME_AND_DOT,
        marks=".",
        words=_END_WORDS,
        pattern=(
            r"(?<![\w@./-])(?P<host>(?:[A-Za-z0-9][\w-]{0,60}\.){1,5}"
            rf"(?:{_ENDS})|{_SHORT_HOSTS})"
            r"(?P<path>/[\w/.?=&%~#-]*\w)?/?(?![\w@-])(?!\.\w)"
        ),
        say=_site,
        examples=(
            ("on Fool.com today", "on Fool dot com today"),
            ("at bbc.com/news", "at B B C dot com slash news"),
            ("the war.It was", "the war.It was"),
        ),
    ),
    Rule(
        name="web site",
        starts=r"\.[a-z]",
        marks=".",
        pattern=r"(?<![\w.)])\.(?P<end>com|org|net|gov|edu|io|uk|eu)\b",
        say=lambda found: f"dot {_host(found['end'])}",
        examples=(("a .com name", "a dot com name"),),
    ),
)
