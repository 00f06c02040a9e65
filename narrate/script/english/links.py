"""Links, addresses, handles and tags: said short, never spelled out."""

import re

from narrate.script.base import Rule
from narrate.script.english.numbers import integer


def say_figures(text: str) -> str:
    """Say the figures in a name."""
    return re.sub(r"\d+", lambda n: f" {integer(n[0])} ", text)


def _link(found: re.Match[str]) -> str:
    host = found["host"].removeprefix("www.").rstrip(".")
    return f"link to {say_figures(host.replace('.', ' dot ').replace('-', ' dash '))}"


def _mail(found: re.Match[str]) -> str:
    said = found[0].replace("@", " at ").replace(".", " dot ").replace("_", " ")
    return say_figures(said)


def _tag_words(found: re.Match[str]) -> str:
    """Say a camel-cased tag as its words."""
    sign = "hashtag" if found["sign"] == "#" else "at"
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", found["word"])
    return f"{sign} {say_figures(words)}"


RULES = (
    Rule(
        name="link",
        pattern=(
            r"\b(?:https?://|www\.)(?P<host>[\w.-]*\w)(?::\d+)?(?:[/?#][^\s<>\"”)]*)?"
            r"(?<![.,;:!?])"
        ),
        say=_link,
        examples=(
            ("see https://www.example.com/a?b=1.", "see link to example dot com."),
        ),
    ),
    Rule(
        name="e-mail address",
        pattern=r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b",
        say=_mail,
        examples=(("ask ann.lee@example.org", "ask ann dot lee at example dot org"),),
    ),
    Rule(
        name="e-mail address",
        pattern=r"\s?<(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>",
        say=lambda _: "",
        examples=(("Ann Lee <ann@example.org> wrote", "Ann Lee wrote"),),
    ),
    Rule(
        name="handle or tag",
        starts="[#@]",
        pattern=r"(?<!\w)(?P<sign>[#@])(?P<word>[A-Za-z]\w*)",
        say=_tag_words,
        examples=(
            ("on #SlavaUkraini", "on hashtag Slava Ukraini"),
            ("by @ann", "by at ann"),
        ),
    ),
    Rule(
        name="web site",
        pattern=(
            r"(?<![\w@.])(?P<host>(?:[\w-]+\.)+(?:com|org|net|gov|edu|io|info|co\.uk))"
            r"(?:/[\w/.?=&%-]*\w)?(?![\w-])"
        ),
        say=lambda found: say_figures(found["host"].replace(".", " dot ")),
        examples=(("on Fool.com today", "on Fool dot com today"),),
    ),
)
