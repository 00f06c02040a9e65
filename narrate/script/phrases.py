"""Phrases that could name a chapter: a clause at its beginning, a name said again."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from math import log

from narrate.script.base import compiled
from narrate.script.english.cohesion import stems
from narrate.script.names import names
from narrate.script.titles import LONGEST_TITLE, clean, hangs, shorten

_SHORTEST = 10  # characters: less tells too little
_READ_SENTENCES = 30  # of a chapter's beginning, where its names are looked for
_READ_CHARACTERS = 400  # of a sentence
_FEWEST_STEMS = 2
_FEW_WORDS = 2
_PART_STEMS = 4  # in a clause that is cut before a preposition
_TOLD = 3  # so many words that tell a chapter from the others are all one can ask

# How well each kind of phrase names a chapter; what it tells of comes to that.
_SENTENCE, _CLAUSE, _PART, _NAME = 1.0, 0.9, 0.35, 0.35
_LATER = 0.2  # less for each sentence further down
_FRAMED = 0.15  # less where the sentence's beginning was left out
_CUT_OFF = 0.3  # the first words, with a sign that more come
_ONCE = 0.25  # less for a name of two words that is said once
_AGAIN = 0.1  # more for each time that a name is said again, up to three
_EARLY = 0.15  # more for a name that stands at the beginning
_UNKNOWN = 0.5  # less where "them" may be anybody
_BEGINNINGS = 5  # sentences

_STRONG = r"[;:,](?=\s)|\s[–—-]{1,2}(?=\s)|—|\s(?=\()"
_LINK_WORD = (
    r"\s(?=(?:and|but|or|while|when|where|which|who|whose|because|after|before|since"
    r"|until|although|though|unless|amid|despite|following)\s)"
)
_PREPOSITION = (
    r"\s(?=(?:in|on|at|for|with|from|by|over|under|into|about|against|during|through"
    r"|between|within|without|across|near|toward|towards|among|along|around)\s)"
)
_JOINS = r"\b[A-Z][\w.’']*$"
_JOINED = r"\s\w+\s+[A-Z]"
_FRAME = (
    r"(?:First|Second|Third|Finally|Meanwhile|However|Still|Yes|No|Well|Now|Then|Today"
    r"|Yesterday|Tonight|Later|Plus|Also|Instead|Surprisingly|Eventually|Ultimately"
    r"|Recently|Often|Sometimes|Perhaps|Unfortunately|Apparently|Traditionally),\s"
    r"|(?:In|At|On|During|After|Before|Following|For|With|Under|By|From|Since|Among|As"
    r"|While|When|If|Although|Though|Because|Despite|Until|Once|Over|Throughout|Within"
    r"|Amid|Across|Unlike|Like|Given|To|[A-Z][a-z]+ing"
    r"|(?:Minutes|Hours|Days|Weeks|Months|Years)\s(?:after|before|later|ago))\b"
    r"[^,;:!?]*(?:,\s\d{4})?,\s"
)
_SAID_THAT = (
    r"[^,;:!?]{1,60}?\s(?:said|says|say|told \w+|added|adds|wrote|noted|notes|announced"
    r"|reported|explained|believes?|thinks?|argues?)\s(?:on \w+ )?(?:that\s)?"
)
_OPENS_BADLY = (
    r"(?i)(?:he|she|they|it|we|i|you|his|her|their|its|our|my|your|this|these|that|those"
    r"|there|here|but|and|or|so|yet|if|when|while|as|because|since|although|though|then"
    r"|who|which|what|where|like|last|such|over|after|before|during|under|ultimately"
    r"|also|however|to|of|for|with|by|in|on|at|from|not|no|note|upon|due to|perhaps"
    r"|even (?:if|though|when|as|before|after|while|so)|almost|unlike"
    r"|despite|according|considering|worried|reached|asked|faced|based|instead|plus"
    r"|particularly|except|(?:hours|days|weeks|months)\s(?:after|before|later)|um|uh|oh"
    r"|yeah|okay|had"
    r"|(?:it|that|there|he|she|what)[’']s|i[’'](?:m|d|ve)|(?:we|you|they)[’']\w+"
    r")(?![\w-])"
)
_WHO = (
    r"(?i)\b(?:i|me|my|we|(?-i:us)|our|you|your|he|him|his|she|her|they|them|their|it"
    r"|its|this|that|these|those)\b"
)
_BEGUN = r",\s(?:who|whose|which|where|as|including)\s[^,]{0,20}$"
_QUOTES = "\"“'‘("
_ASIDE = (
    r",\s(?:on the other hand|of course|for (?:instance|example)|in fact|in turn"
    r"|after all|as well|it turns out|(?:who|whose|which|where)\s[^,]*)$"
)
_KIND = r"(?:ive|ical|ous|ful|less|able|ible|al|ic|ary|ish|ed|-\w+ing)"
# "qualitative | and quantitative work", "a thing | or two"
_HALF_PAIR = (
    rf"\w{_KIND}\s(?:and|or|but)\s[\w-]+{_KIND}\s"
    r"(?!(?:the|an?|to|his|her|its)\b)\w"
    r"|\w\sor\s\w+(?:$|[\s.,;:])(?!\w+\s\w+ed\b)"
)
_PIECES = r"[,:;—–]\s*"
_ANOTHER = r",\s+(?:and\s+)?[A-Z]"


def name_chapters(
    titles: Sequence[str], chapters: Iterable[Sequence[str]]
) -> list[str]:
    """Give a title to each chapter that has none, from its sentences.

    The chapters are gone through more than once.
    """
    taken = {title.casefold() for title in titles}
    named: list[str] = []
    rows = zip(titles, chapters, tellers(chapters), strict=True)
    for at, (title, sentences, weights) in enumerate(rows):
        given = title or _name(sentences, weights, taken)
        taken.add(given.casefold())
        named.append(given or f"Part {at + 1}")
    return named


def _name(
    sentences: Sequence[str], weights: dict[str, float], taken: Collection[str]
) -> str:
    """Take the best phrase that names no other chapter; else the first words."""
    for phrase in phrases(sentences, weights):
        if phrase.casefold() not in taken:
            return phrase
    return next((words for s in sentences if (words := clean(s))), "")


def tellers(chapters: Iterable[Sequence[str]]) -> Iterator[dict[str, float]]:
    """Weigh for each chapter's sentences the words that tell it from the others.

    They are counted twice: to keep the counts would take more room than the text.
    """
    spread: Counter[str] = Counter()
    every = 1
    for sentences in chapters:
        spread.update(_counted(sentences).keys())
        every += 1
    for sentences in chapters:
        yield {
            stem: log(1 + n) * (0.2 + log(every / spread[stem]))
            for stem, n in _counted(sentences).items()
        }


def _counted(sentences: Sequence[str]) -> Counter[str]:
    return Counter(s for text in sentences[:_READ_SENTENCES] for s in stems(text))


def phrases(sentences: Sequence[str], weights: dict[str, float]) -> list[str]:
    """Give phrases that could name a passage, the best first."""
    most = sum(sorted(weights.values())[-_TOLD:]) or 1.0
    found: dict[str, float] = {}
    for words, worth in _all([clean(s) for s in sentences[:_READ_SENTENCES]]):
        told = sum(weights.get(stem, 0.0) for stem in set(stems(words))) / most
        title = words if words.endswith("…") else clean(words)
        less = _UNKNOWN if compiled(_WHO).search(title) else 0.0
        title = title[:1].upper() + title[1:]
        if len(title) >= _SHORTEST:
            found[title] = max(found.get(title, -1.0), worth - less + min(1.0, told))
    return sorted(found, key=lambda title: -found[title])


def _all(sentences: Sequence[str]) -> Iterator[tuple[str, float]]:
    for at, sentence in enumerate(sentences[:_BEGINNINGS]):
        for words, worth in _clauses(sentence[:_READ_CHARACTERS]):
            yield words, worth - _LATER * at
    if sentences and not compiled(_OPENS_BADLY).match(sentences[0].lstrip(_QUOTES)):
        yield shorten(sentences[0]), _CUT_OFF
    early = " ".join(sentences[:_BEGINNINGS])
    for words, count in names(sentences).items():
        if not _is_good(words):
            continue
        worth = _NAME + _AGAIN * min(3, count - 1)
        if words in early:
            worth += _EARLY
        if count == 1 and words.count(" ") == 1:
            worth -= _ONCE
        yield words, worth


def _clauses(sentence: str) -> Iterator[tuple[str, float]]:
    """Yield the beginnings of a sentence that could stand alone."""
    frame = compiled(_FRAME).match(sentence)
    main = sentence[frame.end() :] if frame else sentence
    less = _FRAMED if frame else 0.0
    if said := compiled(_SAID_THAT).match(main):
        main = main[said.end() :]
        less += _FRAMED
    yield from _beginnings(main, less)


def first_clause(text: str, most: int) -> str:
    """Give as much of a text's beginning as can stand alone; maybe nothing."""
    found = [words for words, _ in _beginnings(text[:_READ_CHARACTERS], 0.0)]
    return max((clean(w) for w in found if len(w) <= most), key=len, default="")


def _beginnings(text: str, less: float) -> Iterator[tuple[str, float]]:
    if _is_good(text):
        yield text, _SENTENCE - less
    marks = ((_STRONG, _CLAUSE), (_LINK_WORD, _CLAUSE), (_PREPOSITION, _PART))
    for mark, worth in marks:
        for cut in compiled(mark).finditer(text[: LONGEST_TITLE + 8]):
            words = text[: cut.start()]
            named = compiled(_JOINS).search(words) and compiled(_JOINED).match(
                text, cut.start()
            )
            told = mark is not _PREPOSITION or len(stems(words)) >= _PART_STEMS
            whole = not named and not _parts_phrase(words, text, cut)
            if told and whole and _is_good(words):
                yield words, worth - less


def _parts_phrase(words: str, text: str, cut: re.Match[str]) -> bool:
    """Tell a cut in a list, or in a pair: "qualitative | and quantitative work"."""
    if compiled(_HALF_PAIR).search(text[: cut.end() + 30], cut.start() - 20):
        return True
    if compiled(_ASIDE).search(words):
        return True
    pieces = compiled(_PIECES).split(words)
    last = pieces[-1].split()
    if len(pieces) == 1 or len(last) > _FEW_WORDS:
        return False
    named = last and all(word[0].isupper() for word in last)
    told = (
        named and cut[0] == "," and len(pieces) == _FEW_WORDS
    )  # "The vicar, Ann Lee,"
    return not told or bool(compiled(_ANOTHER).match(text, cut.start()))


def _is_good(words: str) -> bool:
    return (
        _SHORTEST <= len(words) <= LONGEST_TITLE
        and not compiled(_OPENS_BADLY).match(words.lstrip(_QUOTES))
        and not hangs(words)
        and ";" not in words
        and words[0] != "("
        and not compiled(_BEGUN).search(words)
        and len(stems(words)) >= _FEWEST_STEMS
    )
