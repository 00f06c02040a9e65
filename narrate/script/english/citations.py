"""Citations and notes: signs for the eye, which a newsreader never reads out."""

from narrate.script.base import BRACKET, FIGURE, Rule

_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
_WHO = r"[A-Z][\w’'-]+(?: [A-Z]\.)*"
_OTHERS = rf"(?:, {_WHO}){{0,6}},? (?:and|&) {_WHO}"
_WORK = rf"{_WHO}(?:,? et al\.?|{_OTHERS})?,? {_YEAR}"
_MORE = rf"(?:(?:, {_YEAR})*(?:, (?:pp?|chap|ch|fig)\.? ?[\d–-]+)?)"
_LEAD = (
    r"(?:(?:see|see also|see for example|see e\.g\.|e\.g\.|cf\.|reviewed in|as in),? )"
)
# A place with a year, "(Paris, 2019)", looks like a single work: that alone is said.
_SURE = (
    rf"{_LEAD}{_WORK}{_MORE}(?:; {_WORK}{_MORE})*"
    rf"|{_WORK}{_MORE}(?:; {_WORK}{_MORE})+"
    rf"|{_WHO},? et al\.?,? {_YEAR}{_MORE}"
    rf"|{_WHO}{_OTHERS},? {_YEAR}{_MORE}"
    rf"|{_WORK}, pp?\.? ?[\d–-]+"
)

_FEW_WORDS = 5

RULES = (
    Rule(
        name="citation",
        starts=r"\s?[(\[](?=[A-Zacers][^()\[\]]{0,999}\d{4})",
        marks="([",
        pattern=rf"\s?[(\[](?:{_SURE})[)\]]",
        say=lambda _: "",
        examples=(
            ("is common (Smith et al., 2019) and", "is common and"),
            ("costs (Lee & Chen, 2020; Park, 2021, p. 14).", "costs."),
            ("others (see Jones 1999).", "others."),
        ),
    ),
    Rule(
        name="citation",
        starts=r"\s?\((?=ibid|op|loc|id)",
        marks="(",
        pattern=r"\s?\((?:(?:ibid|op\. cit|loc\. cit|id)\b\.?,?[^()]{0,30})\)",
        say=lambda _: "",
        examples=(
            ("it fell (ibid., p. 12) again", "it fell again"),
            ("it fell (idle talk) again", "it fell (idle talk) again"),
        ),
    ),
    Rule(
        name="footnote mark",
        starts=BRACKET,
        marks="[",
        pattern=(
            r"\s?\[(?:\^[\w-]{1,20}|[a-z]|(?:note|nb|n|fn) \d{1,3}|edit"
            r"|\d{1,3}, pp?\. ?\d+"
            r"|(?:citation|clarification|better source|page|quotation) needed"
            r"|(?:who|when|where|which|why|(?:by|according to) whom|vague)\??"
            r"|dubious[^\]]{0,20})\](?!\w)"
        ),
        say=lambda _: "",
        examples=(
            ("was old.[citation needed] It", "was old. It"),
            ("left.[a] It", "left. It"),
            ("a fact[^1] here", "a fact here"),
            ("“[t]he end”", "“[t]he end”"),
        ),
    ),
    Rule(
        name="footnote mark",
        starts=BRACKET,
        marks="[",
        pattern=r"\s?\((?:see |cf\. )?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]\)",
        say=lambda _: "",
        examples=(("is rare (see [13 – 14]).", "is rare."),),
    ),
    Rule(
        name="footnote mark",
        starts=r"(?<=[.!?”\"]) \d",
        marks=FIGURE,
        pattern=r"(?<=[a-z]{5}[.!?”\"]) \d{1,2}$",
        say=lambda found: "" if found.string.count(" ") > _FEW_WORDS else None,
        examples=(
            ("It told of the rights of women. 4", "It told of the rights of women."),
            ("approx. 50", "approx. 50"),
        ),
    ),
    Rule(
        name="footnote mark",
        starts=BRACKET,
        marks="[",
        pattern=r"\s?\[\d{1,3}\](?:\s?[–-]\s?\[\d{1,3}\])+",
        say=lambda _: "",
        examples=(("known [1]–[3] since", "known since"),),
    ),
    Rule(
        name="footnote mark",
        marks="¹²³⁰⁴⁵⁶⁷⁸⁹",
        pattern=(
            "(?:(?<=[a-z]{2})|(?<=[.,;:!?”’\"')]))[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+(?!\\w)"
        ),
        say=lambda _: "",
        examples=(("fell again.¹ He", "fell again. He"), ("x² is", "x² is")),
    ),
    Rule(
        name="footnote mark",
        starts=r"(?<=[.!?”\"])\d{1,2}",
        marks=FIGURE,
        pattern=r"(?:(?<=[a-z]{3}[.!?”\"])|(?<=[a-z][”\"][.!?]))\d{1,2}(?=\s+[A-Z“\"]|$)",
        say=lambda _: "",
        examples=(("the end.6 Did it", "the end. Did it"),),
    ),
    Rule(
        name="link",
        marks=":/",
        pattern=r"(?i)\b(?:doi:\s?10\.|(?:https?://)?(?:dx\.)?doi\.org/)\S*\w",
        say=lambda _: "D O I link",
        examples=(
            ("see doi:10.1000/182.", "see D O I link."),
            ("at https://doi.org/10.1000/182", "at D O I link"),
        ),
    ),
    Rule(
        name="link",
        starts="!?\\[",
        marks="[",
        pattern=r"!?\[(?P<words>[^\[\]]{1,200})\]\([^()\s]{1,500}\)",
        say=lambda found: found["words"],
        examples=(("see [the map](https://x.org/m) now", "see the map now"),),
    ),
)
