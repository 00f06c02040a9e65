"""IPA in the alphabets of the engines: hibari's, espeak-ng's mnemonics, Piper's.

An English voice has English sounds: any other is said as the nearest one.
"""

import re
import unicodedata
from collections.abc import Container

from narrate.ipa import Phone, parse
from narrate.speak.english_sounds import english, is_vowel

_ROWS = """
    p p p p p p  b b b b b b  t t t t t t  d d d d d d  k k k k k k  ɡ ɡ ɡ g ɡ ɡ
    tʃ ʧ ʧ tS tʃ tʃ  dʒ ʤ ʤ dZ dʒ dʒ  f f f f f f  v v v v v v  θ θ θ T θ θ
    ð ð ð D ð ð  s s s s s s  z z z z z z  ʃ ʃ ʃ S ʃ ʃ  ʒ ʒ ʒ Z ʒ ʒ  h h h h h h
    m m m m m m  n n n n n n  ŋ ŋ ŋ N ŋ ŋ  l l l l l l  ɹ ɹ ɹ r ɹ ɹ  j j j j j j
    w w w w w w  ɾ T t t ɾ t

    iː i iː i: iː iː  i i i i i i  ɪ ɪ ɪ I ɪ ɪ  ɛ ɛ ɛ E ɛ ɛ  æ æ a a æ a
    ɑː ɑ ɑː A: ɑː ɑː  ɒ ɑ ɒ 0 ɑː ɒ  ɔː ɔ ɔː O: ɔː ɔː  ɜː ɜ ɜː 3: ɜː ɜː
    ʊ ʊ ʊ U ʊ ʊ  uː u uː u: uː uː  u u u u: uː uː  ʌ ʌ ʌ V ʌ ʌ  ə ə ə @ ə ə
    ᵻ ᵻ ɪ I# ᵻ ɪ  eɪ A A eI eɪ eɪ  aɪ I I aI aɪ aɪ  ɔɪ Y Y OI ɔɪ ɔɪ
    aʊ W W aU aʊ aʊ  oʊ O Q oU oʊ əʊ
    əl ᵊl ᵊl @|l əl əl  ən ᵊn ᵊn @|n ən ən  əm əm əm @|m əm əm

    ɑːɹ ɑɹ ɑː A@ ɑːɹ ɑː  ɔːɹ ɔɹ ɔː O@ ɔːɹ ɔː  ɜːɹ ɜɹ ɜː 3: ɜː ɜː  əɹ əɹ ə 3 ɚ ə
    ɪəɹ ɪɹ ɪə i@3 ɪɹ iə  ɛəɹ ɛɹ ɛː e@ ɛɹ eə  ʊəɹ ʊɹ ʊə U@ ʊɹ ʊə
    aɪəɹ Iəɹ Iə aI3 aɪɚ aɪə  aʊəɹ Wəɹ Wə aU|3 aʊɚ aʊə
"""
"""Each sound of English: its name; hibari's letters, American and British; espeak-ng's
mnemonic; and what espeak-ng, and so a Piper voice, writes for that, in both."""

_CELLS = iter(_ROWS.split())
_TABLE = {row[0]: row[1:] for row in zip(*[_CELLS] * 6, strict=True)}
_ESPEAK, _PIPER = 2, 3
_END = Phone(" ")

_LINKED = frozenset("ə ɑː ɜː ɑːɹ ɔːɹ ɜːɹ əɹ ɪəɹ ɛəɹ ʊəɹ aɪəɹ aʊəɹ".split())
"""Before a vowel British espeak-ng says an r behind these, as the British do where a
word ends: and not inside a name, where a pause of no length forbids it."""

_ENDS_HARD = frozenset({"əl", "ən", "əm"})
_BUTTON = _TABLE.keys() - {"ɜː", "ɜːɹ"}
_NO_LINK = "_|"
_R_COLOURED = re.compile("ə(?= ?ɹ)")
_FINAL_I = re.compile("(?<![ˈˌaeɔ])ɪ(?!\\S)")


def to_hibari(ipa: str, *, british: bool) -> str:
    """Give hibari's phonemes, as its network takes them; ValueError if it is no IPA."""
    phones = english(parse(ipa), british=british)
    heard = phones if british else _flapped(phones, button={"ə"})
    return _written(heard, int(british))


def to_espeak(ipa: str, *, british: bool) -> str:
    """Give espeak-ng's mnemonics for `[[…]]`, without those brackets.

    A bar parts any two, since "t|S" would else be "tS". espeak-ng drops the rest of a
    word at a mnemonic that it doesn't know: each of these is asked for in the tests.
    """
    phones = english(parse(ipa), british=british)
    said: list[str] = []
    for phone, after in zip(phones, (*phones[1:], _END), strict=True):
        if phone.sound == " ":
            said.append(" ")
            continue
        mark = {"ˈ": "'", "ˌ": ",", "": ""}[phone.stress]
        said.append(mark + _TABLE[phone.sound][_ESPEAK])
        if british and phone.sound in _LINKED and is_vowel(after):
            said.append(_NO_LINK)
    return "|".join(said).replace("| |", " ")


def to_piper(ipa: str, *, voice: str = "en-us") -> str:
    """Give IPA as espeak-ng writes it for a voice, decomposed, as Piper takes it.

    A voice of another language has other sounds: it gets what is written.
    """
    phones = parse(ipa)
    if not voice.startswith("en"):
        said = "".join(p.stress + p.sound + "ː" * p.long for p in phones)
    else:
        british = not voice.startswith("en-us")
        heard = _connected(english(phones, british=british), british=british)
        heard = heard if british else _flapped(heard, button=_BUTTON)
        said = _written(heard, _PIPER + british)
        if not british:
            said = _FINAL_I.sub("i", _R_COLOURED.sub("ɚ", said))
    return unicodedata.normalize("NFD", said)


def _written(phones: list[Phone], column: int) -> str:
    """Write each sound, its stress before it; a space stays one."""
    return "".join(
        phone.stress + (_TABLE[phone.sound][column] if phone.sound != " " else " ")
        for phone in phones
    )


def _flapped(phones: list[Phone], *, button: Container[str]) -> list[Phone]:
    """Say the t of "water" as Americans do: not that of "return" or "button".

    Two engines differ in which vowels make a "button" of a t with an n behind.
    """
    heard = list(phones)
    for at in range(1, len(phones) - 1):
        before, after = phones[at - 1], phones[at + 1]
        if phones[at].sound == "t" and is_vowel(before) and is_vowel(after):
            beyond = phones[at + 2].sound if at + 2 < len(phones) else " "
            stays = after.stress or after.sound == "ən" or before.sound in _ENDS_HARD
            if not stays and not (beyond == "n" and after.sound in button):
                heard[at] = Phone("ɾ")
    return heard


def _connected(phones: list[Phone], *, british: bool) -> list[Phone]:
    """Connect sounds as espeak-ng does in every text: the n of "bank", "far away"."""
    linked = _LINKED if british else {"əɹ", "ɜːɹ"}
    heard: list[Phone] = []
    for at, phone in enumerate(phones):
        after, beyond = (*phones[at + 1 : at + 3], _END, _END)[:2]
        if phone.sound in {"n", "ən"} and after.sound in {"k", "ɡ", "ŋ"}:
            vowel = [Phone("ə", phone.stress)] if phone.sound == "ən" else []
            heard += [*vowel, Phone("ŋ")]
        else:
            heard.append(phone)
        if phone.sound in linked and after.sound == " " and is_vowel(beyond):
            heard.append(Phone("ɹ"))
    return heard
