"""Links, addresses, handles and tags: said short, never spelled out."""

import re

from narrate.script.base import Rule
from narrate.script.german.numbers import figures


def _link(found: re.Match[str]) -> str:
    host = found["host"].removeprefix("www.").rstrip(".")
    return f"Link zu {_dotted(host)}"


def _dotted(host: str) -> str:
    said = host.replace(".", " Punkt ").replace("-", " Strich ").replace("_", " ")
    return figures(said)


def _mail(found: re.Match[str]) -> str:
    return _dotted(found[0].replace("@", " at "))


def _tag_words(found: re.Match[str]) -> str:
    """Say a camel-cased tag as its words."""
    sign = "Hashtag" if found["sign"] == "#" else "at"
    words = re.sub(r"(?<=[a-zäöüß0-9])(?=[A-ZÄÖÜ])|_", " ", found["word"])
    return f"{sign} {figures(words)}"


RULES = (
    Rule(
        name="link",
        starts=r"\b(?:https?://|www\.)",
        pattern=(
            r"\b(?:https?://|www\.)(?P<host>[\w.-]*\w)(?::\d+)?(?:[/?#][^\s<>\"”“)]*)?"
            r"(?<![.,;:!?])"
        ),
        say=_link,
        examples=(
            ("siehe https://www.example.de/a?b=1.", "siehe Link zu example Punkt de."),
        ),
    ),
    Rule(
        name="e-mail address",
        pattern=r"\b(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\b",
        say=_mail,
        examples=(("an a.b@example.de", "an a Punkt b at example Punkt de"),),
    ),
    Rule(
        name="e-mail address",
        starts=r"\s?<",
        pattern=r"\s?<(?:mailto:)?[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+>",
        say=lambda _: "",
        examples=(("Anna <a@example.de> schrieb", "Anna schrieb"),),
    ),
    Rule(
        name="handle or tag",
        starts="[#@]",
        pattern=r"(?<!\w)(?P<sign>[#@])(?P<word>[^\W\d_]\w*)",
        say=_tag_words,
        examples=(("#RettetDenWald", "Hashtag Rettet Den Wald"),),
    ),
    Rule(
        name="web site",
        pattern=(
            r"(?<![\w@.-])(?P<host>(?:[\w-]{1,63}\.){1,4}"
            r"(?:de|com|org|net|eu|at|ch|info|io|gov|edu|co\.uk))"
            r"(?:/[\w/.?=&%-]*\w)?(?![\w-])"
        ),
        say=lambda found: _dotted(found["host"]),
        examples=(("auf zeitung.de heute", "auf zeitung Punkt de heute"),),
    ),
)
