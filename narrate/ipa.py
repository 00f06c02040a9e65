"""The International Phonetic Alphabet as lexicons write it: read, and checked.

Broad, as Wikipedia and W3C lexicons have it: "ˈkiːɪv", "/vɒn dər ˈlaɪən/". What an
engine makes of the sounds is not known here: see speak/alphabets.py.
"""

import re
import unicodedata
from dataclasses import dataclass

NASAL = "\u0303"
"""Behind a vowel, in one sound with it: "ɔ̃"."""

_SYLLABIC = "\u0329"
_LONGER = re.compile("t[ʃɕʂ]|d[ʒʑʐ]|[eaɔ]ɪ|[aoə]ʊ|[ɪeɛʊ]ə(?!ʊ)|[lnmrɹ]\u0329|ᵊ[lnm]")
"""What is one sound though it's written with two letters; "io" may be "ɪəʊ"."""

CONSONANTS = frozenset("pbtdkɡfvθðszʃʒhmnŋlɹrjwɾʔxɣχʁʀħʕɦçɕʑʂʐʈɖɟcqɢɲɳɴɱʎɭɫɬʋβɸʝɥɰʍɻɽ")
VOWELS = frozenset("iɪeɛæaɑɒɔoʊuʌɜəᵻᵊɐyʏøœɶɨʉɯɤɵɘɞ")
_SAME = dict(
    row.split("=")
    for row in "g=ɡ ʧ=tʃ ʤ=dʒ ʨ=tɕ ʥ=dʑ ʦ=ts ʣ=dz ɚ=ər ɝ=ɜr ˞=r ε=ɛ ǝ=ə".split()
)
_SHADES = re.compile(
    "[\u0361\u035c\u032f\u02b0\u02b7ˠˤ\u032a\u0325\u032c\u031e\u031d˥˦˧˨˩ˑ]"
)
"""Ties, and shades that no voice tells apart: aspirated, dental, tones."""

_SOFT = re.compile(f"ʲ(?=[{''.join(VOWELS - set('iɪɨ'))}])")
"""A soft consonant is heard as one with a j, but before an i."""

_HINTS = {"'": "ˈ", "’": "ˈ", ":": "ː", ",": "ˌ"}
_BREAKS = frozenset(".-‿")
_STRESSES = frozenset("ˈˌ")


@dataclass(frozen=True, slots=True)
class Phone:
    """One sound of a word, or the space between two words."""

    sound: str
    """An IPA letter, an affricate, a diphthong; " " between words."""

    stress: str = ""
    """On a vowel: ˈ or ˌ of its syllable."""

    long: bool = False
    """Written with ː."""

    @property
    def is_vowel(self) -> bool:
        """Tell whether it carries a syllable."""
        return self.sound[0] in VOWELS or self.sound[-1] == _SYLLABIC


def parse(ipa: str) -> tuple[Phone, ...]:
    """Read IPA into its sounds, each stress on the vowel of its syllable.

    Slashes or brackets around it are left out. Raises ValueError naming the character
    that is no IPA, or what else is wrong.
    """
    text = _plain(ipa)
    phones: list[Phone] = []
    stress = ""
    at = 0
    while at < len(text):
        sign = text[at]
        if sign in _STRESSES:
            stress = sign
        elif sign.isspace():
            if phones and phones[-1].sound != " ":
                phones.append(Phone(" "))
        elif sign not in _BREAKS:
            phone = _phone(text, at, stress)
            at += len(phone.sound) + phone.long - 1
            stress = "" if phone.is_vowel else stress
            phones.append(phone)
        at += 1
    if not any(phone.is_vowel for phone in phones):
        raise ValueError(f"{ipa!r} has no vowel")
    if stress:
        raise ValueError(f"no vowel follows the last {stress} of {ipa!r}")
    return tuple(phones)


def _plain(ipa: str) -> str:
    """Give one way of writing to what is written in two."""
    text = ipa.strip()
    if len(text) > 1 and text[0] + text[-1] in ("//", "[]"):
        text = text[1:-1].strip()
    text = _SHADES.sub("", unicodedata.normalize("NFD", text))
    text = _SOFT.sub("j", text).replace("ʲ", "")
    return "".join(_SAME.get(sign, sign) for sign in text.replace("c\u0327", "ç"))


def _phone(text: str, at: int, stress: str) -> Phone:
    pair = _LONGER.match(text, at)
    sound = pair[0] if pair else text[at]
    if sound in VOWELS and text[at + 1 : at + 2] == NASAL:
        sound += NASAL
    phone = Phone(sound)
    if len(sound) == 1 and sound not in CONSONANTS and sound not in VOWELS:
        hint = f"; did you mean {_HINTS[sound]!r}?" if sound in _HINTS else ""
        raise ValueError(
            f"{sound!r} (U+{ord(sound):04X}) in {text!r} is no sound of the IPA{hint}"
        )
    long = text[at + len(sound) : at + len(sound) + 1] == "ː"
    return Phone(sound, stress if phone.is_vowel else "", long)
