"""Titles: short enough for a car's display, no two the same, fit to be spoken."""

from collections import Counter
from collections.abc import Iterable, Iterator

from narrate.script.base import compiled

LONGEST_TITLE = 45
"""Characters: more is cut off on a car's or a watch's display."""

CONTINUED = " (continued)"
"""After the title of a chapter that was cut in two."""

_LINK = r"(?i)\b(?:https?://|www\.)\S+"
_PLACED = r"\s*\((?:R|L|C|left|right|cent(?:er|re)|top|bottom)\)"
_NOTE = r"\[[^\[\]]{0,20}\]|(?<=[a-z]{3})[.,]\d{1,2}(?=\s|$)"
# Letters and digits of any script, and marks that a title may have; no pictures.
_ODD = r"[^\w\s.,;:!?'’‘\"“”„()«»‹›&%$€£¥₹°+/@–—…،।。、・\u0300-\u036f-]|_"
_PAIRS = (("(", ")"), ("“", "”"), ("«", "»"), ("‹", "›"))
_OUTER = " .,;:–—-/"
_SHORT_FORM = (
    r"\b(?:[A-Z]-[A-Z][a-z]{1,4}\.|"
    r"(?:[^\W\d_]\.){2,}|(?:Inc|Jr|Sr|Corp|Ltd|Co|Bros|etc)\.)$"
)
_GLUED = r"(?<=\d:\d\d)(?=[A-Z])"  # "18:28KEY EVENT"
# What wants something behind it: "the", "includes", "of two".
_HANGING = frozenset(
    "the a an and or but nor of to in on at for with from by as that which who whose "
    "is are was were be been has have had will would can could may might should must "
    "not it its his her their our my your this these those than about into over under "
    "if when while where also very more most so just only both such do does did no "
    "some any each every how what why because between after before until said says "
    "told note noted notes argue argues argued suggest suggests suggested claim "
    "claims claimed explain explains explained believe believes think thinks noticed "
    "include included includes including involve involves require requires contain "
    "contains consists combine combines become becomes became seem seems remains "
    "thrown according based due earlier & der das den dem des und oder von mit für zu "
    "zur auf im eine einen einem einer eines le les du de et el los las del un une "
    "una con para".split()
)
_HANGING_TOO = (
    r"(?i)\s+(?:"
    r"(?:an?|more|most|very) (?!objec|detec|direc|perspec|adjec)\w+(?:ctive|sive|ous"
    r"|ible|ical)|how \w+|\w+ing out"
    r"|(?:of|the|about|nearly|least|than) (?:two|three|four|five|six|seven|eight|nine"
    r"|ten|hundreds?|thousands?|millions?|billions?)"
    r"|(?!(?:fami|ita|ju|supp|rep|assemb|monopo|al|ral|anoma|f|jel|bul|butterf)ly)\w+ly"
    r"|(?:in|of|by|for|from|with|without|after|before|on) \w+ing"
    r"|(?!(?:Inc|Jr|Sr|Corp|Ltd|Co|Bros)\.)(?-i:[A-Z]|[A-Z][a-z]{1,4})\."
    r"|(?!(?:19|20)\d\d$)[$€£]?\d\S*)$"
)

_NAME = r"(?:\s+[^\W\d_a-z][\w.’'-]*)+$"


def clean(text: str) -> str:
    """Leave out what a title can't have: links, pictures, signs of markup."""
    text = compiled(_NOTE).sub(
        "",
        compiled(_PLACED).sub(
            "", compiled(_LINK).sub("", compiled(_GLUED).sub(" ", text))
        ),
    )
    return _bare(_paired(" ".join(compiled(_ODD).sub("", text).split())))


def _bare(text: str) -> str:
    """Leave out the marks on both sides, but not the stop of "D.C."."""
    bare = text.strip(_OUTER)
    stopped = f"{bare}."
    kept = text.lstrip(_OUTER).startswith(stopped) and compiled(_SHORT_FORM).search(
        stopped[-16:]
    )
    return stopped if kept else bare


def hangs(words: str) -> bool:
    """Tell words that nobody would end with: "the army of", "on Nov."."""
    return _hanging(words) is not None


def _hanging(words: str) -> int | None:
    """Give where that begins which nobody would end with."""
    found = compiled(_HANGING_TOO).search(words)
    head, _, last = words.rpartition(" ")
    if head and last.lower() in _HANGING:
        end = len(head.rstrip())
        return min(end, found.start()) if found else end
    return found.start() if found else None


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
    if title[cut_at + 1].isupper() and (name := compiled(_NAME).search(head)):
        whole = _ended(head[: name.start()], most // 3)
        head = whole if len(whole) > most // 2 else head
    return head.rstrip(_OUTER) + "…"


def _ended(head: str, least: int) -> str:
    """Leave out what can't stand last, but for the first few words."""
    head = _paired(head)
    while (start := _hanging(head)) is not None and start > least:
        head = _paired(head[:start])
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
