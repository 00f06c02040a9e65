"""Titles: short enough for a car's display, no two the same, fit to be spoken."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

LONGEST_TITLE = 45
"""Characters: more is cut off on a car's or a watch's display."""

CONTINUED = " (continued)"
"""After the title of a chapter that was cut in two."""

_LINK = re.compile(r"(?i)\b(?:https?://|www\.)\S+")
_PLACED = re.compile(r"\s*\((?:R|L|C|left|right|cent(?:er|re)|top|bottom)\)")
_NOTE = re.compile(r"\[[^\[\]]{0,20}\]|(?<=[a-z]{3})[.,]\d{1,2}(?=\s|$)")
# Letters and digits of any script, and marks that a title may have; no pictures.
_ODD = re.compile(r"[^\w\s.,;:!?'’‘\"“”„()«»‹›&%$€£¥₹°+/@–—…،।。、・\u0300-\u036f-]|_")
_PAIRS = (("(", ")"), ("“", "”"), ("«", "»"), ("‹", "›"))
_OUTER = " .,;:–—-/"
_SHORT_FORM = re.compile(
    r"\b(?:[A-Z]-[A-Z][a-z]{1,4}\.|"
    r"(?:[^\W\d_]\.){2,}|(?:Inc|Jr|Sr|Corp|Ltd|Co|Bros|etc)\.)$"
)
_GLUED = re.compile(r"(?<=\d:\d\d)(?=[A-Z])")  # "18:28KEY EVENT"
_HANGING = re.compile(  # what wants something behind it: "the", "includes", "of two"
    r"(?i)\s+(?:the|an?|and|or|but|nor|of|to|in|on|at|for|with|from|by|as|that|which"
    r"|who|whose|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might"
    r"|should|must|not|its?|his|her|their|our|my|your|this|these|those|than|about|into"
    r"|over|under|if|when|while|where|also|very|more|most|so|just|only|both|such|do"
    r"|does|did|no|some|any|each|every|how|what|why|because|between|after|before|until"
    r"|said|says|told|note[sd]|argue[sd]?|suggest(?:s|ed)|claim(?:s|ed)|explain(?:s|ed)"
    r"|believes?|thinks?|noticed|include[sd]?|including|involves?|requires?|contains?"
    r"|consists|combines?|becomes?|became|seems?|remains|thrown|according|based|due"
    r"|(?:an?|more|most|very) (?!objec|detec|direc|perspec|adjec)\w+(?:ctive|sive|ous"
    r"|ible|ical)|earlier|how \w+|\w+ing out"
    r"|(?:of|the|about|nearly|least|than) (?:two|three|four|five|six|seven|eight|nine"
    r"|ten|hundreds?|thousands?|millions?|billions?)"
    r"|&|der|das|den|dem|des|und|oder|von|mit|für|zur?|auf|im|eine[nmrs]?"
    r"|les?|du|de|et|el|los|las|del|une?|una|con|para"
    r"|(?!(?:fami|ita|ju|supp|rep|assemb|monopo|al|ral|anoma|f|jel|bul|butterf)ly)\w+ly"
    r"|(?:in|of|by|for|from|with|without|after|before|on) \w+ing"
    r"|(?!(?:Inc|Jr|Sr|Corp|Ltd|Co|Bros)\.)(?-i:[A-Z]|[A-Z][a-z]{1,4})\.|(?!(?:19|20)\d\d$)[$€£]?\d\S*)$"
)

_NAME = re.compile(r"(?:\s+[^\W\d_a-z][\w.’'-]*)+$")


def clean(text: str) -> str:
    """Leave out what a title can't have: links, pictures, signs of markup."""
    text = _NOTE.sub("", _PLACED.sub("", _LINK.sub("", _GLUED.sub(" ", text))))
    return _bare(_paired(" ".join(_ODD.sub("", text).split())))


def _bare(text: str) -> str:
    """Leave out the marks on both sides, but not the stop of "D.C."."""
    bare = text.strip(_OUTER)
    stopped = f"{bare}."
    kept = text.lstrip(_OUTER).startswith(stopped) and _SHORT_FORM.search(stopped[-16:])
    return stopped if kept else bare


def hangs(words: str) -> bool:
    """Tell words that nobody would end with: "the army of", "on Nov."."""
    return bool(_HANGING.search(words))


def _paired(text: str) -> str:
    """Leave out a quotation mark or bracket that stands without its other half."""
    if text.count('"') % 2:
        text = text.replace('"', "")
    for opens, closes in _PAIRS:
        if text.count(opens) != text.count(closes) or text.find(closes) < text.find(
            opens
        ):
            text = text.replace(opens, "").replace(closes, "")
    return " ".join(text.split())


def shorten(title: str, most: int = LONGEST_TITLE) -> str:
    """Cut a title at a word that can stand last, so that it has at most 45 characters.

    A name or a number that would be cut in two goes as a whole.
    """
    title = _bare(title)
    if len(title) <= most:
        return title
    cut_at = title[:most].rfind(" ")
    if cut_at <= most // 3:
        return title[: most - 1].rstrip(_OUTER) + "…"
    head = _ended(title[:cut_at], most // 3)
    if title[cut_at + 1].isupper() and (name := _NAME.search(head)):
        whole = _ended(head[: name.start()], most // 3)
        head = whole if len(whole) > most // 2 else head
    return head.rstrip(_OUTER) + "…"


def _ended(head: str, least: int) -> str:
    """Leave out what can't stand last, but for the first few words."""
    head = _paired(head)
    while (found := _HANGING.search(head)) and found.start() > least:
        head = _paired(head[: found.start()])
    return head


def distinct(titles: Iterable[str]) -> Iterator[str]:
    """Shorten titles, and number one that was there before: "Results (2)"."""
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    for title in titles:
        given = _marked(title, counts[title])
        while given.casefold() in taken:
            counts[title] += 1
            given = _marked(title, counts[title])
        taken.add(given.casefold())
        yield given


def _marked(title: str, n: int) -> str:
    """Shorten a title before its mark: "The tower (continued)", "Results (2)"."""
    bare = title.removesuffix(CONTINUED)
    number = f" {n + 1}" if n else ""
    mark = f"{CONTINUED[:-1]}{number})" if bare != title else f" ({number[1:]})"
    if not n and bare == title:
        mark = ""
    return shorten(bare, LONGEST_TITLE - len(mark)) + mark
