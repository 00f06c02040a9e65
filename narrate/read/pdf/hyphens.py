"""Words that a line's end parted: put together, or left with their own hyphen."""

import re
from collections import Counter
from collections.abc import Sequence

from narrate.read.pdf.base import Row

_HYPHENS = "-‐\xad"
_TAIL = 60  # letters: the longest word that may be parted
_PARTED = re.compile(rf"([^\W\d_][\w'’-]*)[{_HYPHENS}]$")
_REST = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_KNOWN = 0.6  # of halves before a hyphen: else all hyphens are the author's own
_FEWEST = 4  # halves that show it
_TOKEN = re.compile(r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*")
_OPENS = "([{“‘«\"'"
_ENDS = ".,;:!?)]}\"'”’»…"
# What a text of few words does not show: halves that keep their hyphen, or never do.
_HEADS = frozenset(
    "well self half high low long short cross quasi two three four five six seven "
    "eight nine ten twenty thirty forty fifty sixty seventy eighty ninety left "
    "right large small open old new year far near hard soft third first second".split()
)
_RESTS = frozenset(
    "based made related known term level year years old wide led owned backed fired "
    "guided launched sized style called free looking speaking driven oriented specific "
    "dependent independent controlled range quality scale".split()
)
_ENDINGS = frozenset(
    "age ages al ant ate ed en er ers ery est ful hood ing ings ion ish ism ist ity "
    "ive less ly ment ments ness or ous ship sion some tion tions ure way ways".split()
)
_DOING = re.compile(r"\w{4,}-\w{3,}(?:ing|ed)")  # as in "width-changing"
_JOINS = frozenset(
    "some any every no with who what how when where there an al be to in on re un de "
    "can may him it her them your my our under over out back fore par per con com "
    "pro for as at is or so me he dis mis inter ex pre ad ab im en em per sub".split()
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")


class Vocabulary:
    """The words of a file that stand whole on a line: evidence for the others."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.counts: Counter[str] = Counter()
        for row in rows:
            words = [word.text.strip(_ENDS + _OPENS) for word in row.words[1:-1]]
            words += [word.text.strip(_ENDS + _OPENS) for word in row.words[-1:]]
            self.counts.update(
                w.casefold().replace("‐", "-") for w in words if _TOKEN.fullmatch(w)
            )

        heads = [
            found[1].casefold()
            for row in rows
            if (found := _PARTED.fullmatch(row.words[-1].text.lstrip(_OPENS)))
        ]
        known = sum(self.counts[head] > 0 for head in heads)
        self.parts_words = known <= _KNOWN * max(len(heads), _FEWEST)
        """The program that set the text parted words by itself."""

    def is_one_word(self, head: str, rest: str) -> bool:
        """Tell whether a hyphen at a line's end only parts a word."""
        head, rest = head.casefold(), rest.casefold()
        whole = self.counts[head + rest]
        dashed = self.counts[f"{head}-{rest}"]
        if whole or dashed:
            return whole >= dashed
        if "-" in head or rest in _RESTS:
            return False
        if rest in _ENDINGS or head in _JOINS:
            return True
        if head in _HEADS or not self.parts_words:
            return False
        if not self.counts[head]:
            return True
        return not (self.counts[rest] or _DOING.fullmatch(head + "-" + rest))


def joined(rows: Sequence[Row], vocabulary: Vocabulary) -> str:
    """Give the text of a paragraph that stands on these rows."""
    text = ""
    for row in rows:
        text = glue(text, row.plain, vocabulary) if text else row.plain
    return text.replace("\xad", "")


def glue(text: str, rest: str, vocabulary: Vocabulary) -> str:
    """Put a line behind the text before it, with a space, a hyphen or nothing."""
    parted, follows = _PARTED.search(text[-_TAIL:]), _REST.match(rest)
    if parted and follows:
        if text[-1] == "\xad" or (
            follows[0].islower() and vocabulary.is_one_word(parted[1], follows[0])
        ):
            return text[:-1] + rest
        return text + rest
    if text[-1] in _HYPHENS and not text[-2:-1].isspace():
        return text + rest
    if text[-1] in "—–/" and text[-2:-1] not in ("", " "):
        return text + rest
    if _CJK.match(text[-1]) and _CJK.match(rest):
        return text + rest
    return f"{text} {rest}"


def is_parted(text: str) -> bool:
    """Tell whether a row ends within a word."""
    return bool(_PARTED.search(text[-_TAIL:]))
