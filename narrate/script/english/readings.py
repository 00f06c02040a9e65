"""How one short form is read where it stands: as known, as a word, or as guessed."""

from collections.abc import Container

from narrate.compiled import compiled
from narrate.script.english.capitals import (
    COMMON,
    dateline_end,
    is_letters_here,
    is_shouted,
    is_word_here,
)
from narrate.script.english.designators import spell
from narrate.script.english.guess import guess, guess_shouted
from narrate.script.english.numbers import cardinal
from narrate.script.lexicon import Lexicon
from narrate.script.roman import roman

GUESS = "acronym, a guess"
"""How the rule's name begins where nobody told us."""

_CAPITALS = r"[A-Z]{2,}|[A-Z]+(?:&[A-Z]+)+|[A-Z][a-z][A-Z]{1,2}"
_FIGURES = r"[IVXL]{2,}"
_NAME_BEFORE = r"[A-Z][a-z]+ $"

_PARTICLES = frozenset("INS UPS ONS OFFS OUTS DOWNS OVERS".split())
_TWO = 2  # letters


class Readings:
    """One passage's: whether it is shouted, and where its dateline ends."""

    def __init__(
        self, written: str, lexicon: Lexicon, defined: Container[str] = ()
    ) -> None:
        self._written = written
        self._lexicon = lexicon
        self._defined = defined
        self._place = dateline_end(written)
        self.shouted = is_shouted(written, self._is_known)

    def _is_known(self, short: str) -> bool:
        return short in self._lexicon and short not in COMMON

    def split(self, token: str) -> tuple[str, str]:
        """Part a plural from its s: "MPs" is MP and s, "ATACMS" one word."""
        one = token[:-1]
        if token in self._lexicon or token in COMMON:
            return token, ""
        if self.shouted and token[-1] == "S":
            lettered = self._lexicon.say.get(one) == "" and one not in COMMON
            plural = lettered and (len(one) > 2 or not set(token) & set("AEIOUY"))
            return (one, "s") if plural else (token, "")
        if token[-1] != "s":
            return token, ""
        is_short = one in self._lexicon or compiled(_CAPITALS).fullmatch(one)
        return (one, "s") if is_short else (token, "")

    def read(self, short: str, start: int, end: int) -> tuple[str, str]:
        """Give what is said, and the rule that says so; "" where it is left alone."""
        plain = short.isalpha() and short.isupper()
        if not plain or short in self._lexicon.own:
            return self.say(short)
        if short in COMMON or self._is_particle(short, start):
            return self._common(short, start, end)
        if short in self._lexicon:
            return self.say(short)
        if (self.shouted or start < self._place) and not _figures(short):
            word = guess_shouted(short)
            return (word, "word in capitals") if word else self.say(short)
        if short == "IV" and not compiled(_NAME_BEFORE).search(
            self._written[max(0, start - 20) : start]
        ):
            return spell(short), f"{GUESS}: letters"
        return self.say(short)

    def _is_particle(self, short: str, start: int) -> bool:
        """Tell the end of TIP-INS and PUSH-UPS from a short form."""
        before = self._written[max(0, start - 2) : start]
        return short in _PARTICLES and before[:1].isupper() and before[1:] == "-"

    def _common(self, short: str, start: int, end: int) -> tuple[str, str]:
        word = short.capitalize() if self.shouted else short.lower()
        if self._is_particle(short, start):
            return short.lower(), "word in capitals"
        if not self.shouted and self._is_lettered(short, start, end):
            return spell(short), "acronym"
        contracted = self._written[end : end + 2] in {"'S", "’S"}  # IT'S TIME
        if (
            contracted
            or short not in self._lexicon
            or is_word_here(
                self._written, start, end, shouted=self.shouted, is_known=self._is_known
            )
        ):
            return word, "word in capitals"
        return self.say(short)

    def _is_lettered(self, short: str, start: int, end: int) -> bool:
        """Tell HE and ME from words: by where they stand, or as the article says."""
        if is_letters_here(self._written, start, end):
            return True
        defined = len(short) == _TWO and short in self._defined
        return defined and not is_word_here(
            self._written, start, end, shouted=False, is_known=self._is_known
        )

    def say(self, short: str) -> tuple[str, str]:
        """Say a short form wherever it stands."""
        if short in self._lexicon:
            return self._lexicon.said(short), "acronym"
        if value := _figures(short):
            return cardinal(value), "Roman numeral"
        if not compiled(_CAPITALS).fullmatch(short):
            return "", ""
        word = guess(short) if short.isupper() and short.isalpha() else ""
        if word:
            return word, f"{GUESS}: a word"
        return spell(short), f"{GUESS}: letters"

    def sound(self, short: str) -> str:
        """Give the IPA of what is said for a short form, if there is any."""
        return self._lexicon.ipa.get(short, "")


def _figures(short: str) -> int:
    """Read Roman figures of two letters and more; 0 if they are none."""
    return roman(short) if compiled(_FIGURES).fullmatch(short) else 0
