"""Names, and words that stand together again: what a chapter keeps speaking of."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from narrate.script.base import compiled
from narrate.script.english.cohesion import stems

_READ_CHARACTERS = 400  # of a sentence
_MOST_WORDS = 7

_WORD = (  # "Workers’ Party" is one name
    r"[^\W_](?:[\w'’.&%/-]*[\w%])?(?:(?<=s)[’'](?=\s[A-Z]))?"
    r"|[^\w\s]"
)
_NO_NOUN = (
    r"(?i)(?:jan\w*|feb\w*|march|april|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*"
    r"|\w+day|\d.*)$"
)
_VERBLIKE = r"(?i)\w+(?:ed|ing|ly)$"  # "United" and "King" are none
_OWNER = r"(?:[’']s|(?<=s)[’'])$"
_NAME_GOES_ON = r"\s(?:of|for)\s(?:the\s)?[A-Z]"
_NAME_BEGAN = r"\b[A-Z][\w.’'-]*\s(?:of|for|&)\s(?:the\s)?$"
_HEAD = frozenset(
    "Academy Army Association Bank Board Bureau Chamber Chief Church College Committee "
    "Council Court Department Director Federation Head House Institute Kingdom "
    "Minister Ministry Museum Office Organization Republic School Secretary Society "
    "Speaker Union University".split()
)
"""What has an "of" behind it is only half a name: "the Department | of Energy"."""

# Who somebody is, without whom; and what only tells of which kind a thing is.
_HALF = (
    r"(?i)\b(?:president|chairman|chairwoman|director|editor|secretary|minister|officer"
    r"|executive|founder|spokesman|spokeswoman|analyst|professor|author|manager"
    r"|(?-i:Western|Eastern|Northern|Southern|National|International|Federal|American"
    r"|British|European|French|German|Russian|Chinese|Japanese|Indian))$"
)
_ONE_LETTER = r"[^\W\d_]\.?[’']s\s"


def names(sentences: Sequence[str]) -> dict[str, int]:
    """Count names, and words that stand together again; each as long as it is said."""
    counts: Counter[tuple[str, ...]] = Counter()
    for sentence in sentences:
        for run in _runs(sentence[:_READ_CHARACTERS]):
            for start in range(len(run)):
                for end in range(start + 2, min(len(run), start + _MOST_WORDS) + 1):
                    if not _tells_who(run, start, end):
                        counts[tuple(run[start:end])] += 1
    found = {
        words: n
        for words, n in counts.items()
        if n > 1 or all(word[0].isupper() for word in words)
    }
    inner = {
        part
        for words, n in found.items()
        for part in (words[1:], words[:-1])
        if found.get(part) == n
    }
    return {
        compiled(_OWNER).sub("", " ".join(words)): n
        for words, n in found.items()
        if words not in inner and not _is_half(words)
    }


def _tells_who(run: Sequence[str], start: int, end: int) -> bool:
    """Tell what leads to another's name: "BBC's North America | editor Jon Sopel"."""
    if run[end - 1][0].islower() or not (
        run[start].lower() == "former"
        or any(compiled(_OWNER).search(word) for word in run[start:end])
    ):
        return False
    while end < len(run) and run[end][0].isupper():
        end += 1
    named = len(run) > end + 1 and run[end + 1][0].isupper()
    return len(run) > end and (named or run[start].lower() == "former")


def _is_half(words: Sequence[str]) -> bool:
    """Tell "BBC's North America", "Bible-thumping Western" and "vice president"."""
    joined = " ".join(words)
    if compiled(_ONE_LETTER).match(joined):
        return True
    half = compiled(_HALF).search(joined)
    return half is not None and (half[0][0].isupper() or joined[0].islower())


def _runs(sentence: str) -> Iterator[list[str]]:
    """Yield words that may be one name: no small words, verbs or dates among them."""
    run: list[re.Match[str]] = []
    for at, token in enumerate(compiled(_WORD).finditer(sentence)):
        if _may_name(token[0], first=not at):
            run.append(token)
            continue
        if len(run) > 1:
            yield from _whole(sentence, run)
        run = []
    if len(run) > 1:
        yield from _whole(sentence, run)


def _may_name(word: str, *, first: bool) -> bool:
    named = word[0].isupper() and not first
    if not word[0].isalnum() or compiled(_NO_NOUN).match(word):
        return False
    return named or bool(stems(word) and not compiled(_VERBLIKE).match(word))


def _whole(sentence: str, run: list[re.Match[str]]) -> Iterator[list[str]]:
    """Leave out what is half a name: "Secretary of | State", "the Bank | of Spain"."""
    words = [token[0] for token in run]
    begin, end = run[0].start(), run[-1].end()
    if compiled(_NAME_BEGAN).search(sentence, max(0, begin - 40), begin):
        while words and words[0][0].isupper():
            del words[0]
    if words and words[-1] in _HEAD and compiled(_NAME_GOES_ON).match(sentence, end):
        while words and words[-1][0].isupper():
            del words[-1]
    if sentence.startswith(" of ", end):
        while words and words[-1][0].islower():
            del words[-1]
    if len(words) > 1:
        yield words
