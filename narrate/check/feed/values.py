"""Values that shops and apps know: languages, categories, lengths."""

import re
from collections.abc import Iterator

from narrate.categories import CATEGORIES, nearest
from narrate.check.base import Severity
from narrate.check.feed.base import Example, Feed, Tags, of_all, of_show, rule, shown
from narrate.check.feed.sources import APPLE_CATEGORIES, APPLE_TAGS, PSP

MOST_NOTES_BYTES = 4_000
"""Of a description; Apple's and PSP-1's bound."""

MOST_TITLE = 255
"""Characters of a value, where nothing else is said; Apple's and PSP-1's bound."""

_CODES = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs
    cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha
    he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn
    ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb
    nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd
    se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw
    ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu""".split()
)  # ISO 639-1

_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:-[A-Za-z0-9]{2,8})*")


def _cover_file(tags: Tags, feed: Feed) -> Iterator[str]:
    del feed
    address = tags.attribute("itunes:image", "href").strip()
    file = re.split(r"[?#]", address)[0].lower()
    if address and not file.endswith((".jpg", ".jpeg", ".png")):
        where = shown(address, 100)
        yield f"The cover's address does not end in .jpg or .png: “{where}”."


def _language(feed: Feed) -> Iterator[str]:
    told = feed.channel.text("language")
    found = _LANGUAGE.fullmatch(told)
    if told and (found is None or found[1].lower() not in _CODES):
        yield f"“{shown(told)}” is no code of a language."


def _category(feed: Feed) -> Iterator[str]:
    for tag in feed.channel.all("itunes:category"):
        name = tag.attributes.get("text", "").strip()
        if name not in CATEGORIES:
            yield _unknown("category", name, nearest(name))
            continue
        for below in tag.inner:
            sub = below.attributes.get("text", "").strip()
            if below.name == "itunes:category" and sub not in CATEGORIES[name]:
                yield _unknown(f"subcategory of {name}", sub, nearest(sub, name))


def _unknown(kind: str, name: str, near: str) -> str:
    hint = f" “{near}” may be meant." if near else ""
    return f"“{shown(name)}” is no {kind} in Apple's list.{hint}"


def _explicit(tags: Tags, feed: Feed) -> Iterator[str]:
    del feed
    tag = tags.first("itunes:explicit")
    if tag is not None and tag.text.strip().lower() not in {"true", "false"}:
        yield f"<itunes:explicit> is “{shown(tag.text)}”, not true or false."


def _kind(feed: Feed) -> Iterator[str]:
    tag = feed.channel.first("itunes:type")
    if tag is not None and tag.text.strip().lower() not in {"episodic", "serial"}:
        yield f"<itunes:type> is “{shown(tag.text)}”, not episodic or serial."


def _long_notes(tags: Tags, feed: Feed) -> Iterator[str]:
    del feed
    tag = tags.first("description")
    if tag is not None and tag.size_bytes > MOST_NOTES_BYTES:
        yield f"The description has {tag.size_bytes} bytes, over {MOST_NOTES_BYTES}."


def _long_title(tags: Tags, feed: Feed) -> Iterator[str]:
    del feed
    if len(tags.text("title")) > MOST_TITLE:
        yield f"The title has over {MOST_TITLE} characters."


_CATEGORY = '<itunes:category text="News"><itunes:category text="News Commentary"/>'
_EXPLICIT = "<itunes:explicit>false</itunes:explicit>\n    <itunes:type>"

RULES = (
    rule(
        "show-language-code",
        Severity.ERROR,
        APPLE_TAGS,
        of_show(_language),
        "Apple refuses a feed with a language that it does not know; other directories"
        " list the show under no language.",
        "Give two letters of ISO 639 as in <language>en</language>, or en-us.",
        (Example(">en-gb<", ">English<"), Example(">en-gb<", ">xx<")),
    ),
    rule(
        "cover-file",
        Severity.WARNING,
        APPLE_TAGS,
        of_all(_cover_file),
        "Apple asks for JPEG or PNG with the fitting ending, and may refuse another.",
        "Save it as JPEG or PNG and let its name end in .jpg or .png.",
        (Example("/cover.jpg", "/cover.webp"), Example("/talks.png", "/talks")),
    ),
    rule(
        "show-category-unknown",
        Severity.ERROR,
        APPLE_CATEGORIES,
        of_show(_category),
        "Apple compares letter by letter, capitals too, and takes it for no category.",
        "Take the words of Apple's list, with & written as &amp;.",
        (
            Example('text="News">', 'text="Newz">'),
            Example('text="News Commentary"', 'text="News commentary"'),
            Example(_CATEGORY, '<itunes:category text="Kids &amp; family">'),
        ),
    ),
    rule(
        "explicit-value",
        Severity.WARNING,
        PSP,
        of_all(_explicit),
        "Apple and PSP-1 know true and false alone: another word may be taken for"
        " no answer, and Apple refuses a show without one.",
        "Write true or false; yes, no and clean are of former days.",
        (
            Example(_EXPLICIT, _EXPLICIT.replace("false", "clean")),
            Example(
                "<itunes:explicit>false</itunes:explicit>\n      <",
                "<itunes:explicit>no</itunes:explicit>\n      <",
            ),
        ),
    ),
    rule(
        "show-type",
        Severity.WARNING,
        APPLE_TAGS,
        of_show(_kind),
        "Apps take it for episodic: a serial would be shown from its end.",
        "Write episodic, or serial where episodes must be heard in order.",
        (Example(">episodic<", ">daily<"),),
    ),
    rule(
        "description-long",
        Severity.WARNING,
        PSP,
        of_all(_long_notes),
        "Apple and PSP-1 allow no more: the end may be cut off.",
        f"Shorten it to {MOST_NOTES_BYTES} bytes; put the rest into <content:encoded>.",
        (
            Example("Articles, read aloud.", "Word " * 801),
            Example("What was said.<", "é" * 2_001 + "<"),
        ),
    ),
    rule(
        "title-long",
        Severity.WARNING,
        APPLE_TAGS,
        of_all(_long_title),
        "Apple and PSP-1 allow no more; lists and car displays show its first words.",
        "Say it in a few words; the rest belongs into the description.",
        (
            Example("The Long Read", "x" * 256),
            Example("Talks in March", "Talks " * 50),
        ),
    ),
)
"""Rules for the values of a show and of its episodes."""
